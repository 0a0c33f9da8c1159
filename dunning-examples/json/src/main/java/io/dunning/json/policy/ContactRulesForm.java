package io.dunning.json.policy;

import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactRules;
import io.dunning.json.policy.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of contact: a law by its name, the courteous rules, or rules of one's own. */
final class ContactRulesForm implements Form<ContactRules> {
  private static final String COURTEOUS = "courteous contacts every";
  private static final int LONGEST = 366;

  private final Form<ContactRules> shipped =
      Forms.choice("the name of rules of contact", ContactRules::name, laws());
  private final CourteousShape courteous = new CourteousShape();
  private final ContactRulesShape own = new ContactRulesShape();

  private static List<ContactRules> laws() {
    List<ContactRules> all = new ArrayList<>(ContactLaw.all());
    all.add(ContactLaw.COURTEOUS_B2B);
    return all;
  }

  @Override
  public Optional<ContactRules> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Mapping mapping) {
      return (mapping.has(COURTEOUS) ? courteous : own).read(spot, problems);
    }
    return shipped.read(spot, problems);
  }

  @Override
  public List<Form<?>> parts() {
    return List.of(shipped, courteous, own);
  }

  @Override
  public Node write(ContactRules rules) {
    if (laws().contains(rules)) {
      return shipped.write(rules);
    }
    return CourteousShape.days(rules).isPresent() ? courteous.write(rules) : own.write(rules);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(shipped.schema(), courteous.schema(), own.schema()));
    return schema;
  }

  @Override
  public String example() {
    return shipped.example();
  }

  /** The courteous rules with another distance between two contacts. */
  private static final class CourteousShape extends Shape<ContactRules, ContactRules> {
    private final Key<ContactRules, ContactRules, Integer> days;

    CourteousShape() {
      super("courteous rules");
      days =
          required(
              COURTEOUS,
              "",
              Forms.counted("day"),
              r -> days(r).orElseThrow(),
              "At most one contact in this time; calls and visits on working days only.");
    }

    static Optional<Integer> days(ContactRules rules) {
      for (int days = 1; rules.name().equals(ContactLaw.COURTEOUS_B2B.name()); days++) {
        if (days > LONGEST) {
          break;
        }
        if (ContactLaw.courteous(days).equals(rules)) {
          return Optional.of(days);
        }
      }
      return Optional.empty();
    }

    @Override
    ContactRules start(Values values) {
      return ContactLaw.courteous(values.get(days));
    }

    @Override
    ContactRules end(ContactRules draft) {
      return draft;
    }
  }
}
