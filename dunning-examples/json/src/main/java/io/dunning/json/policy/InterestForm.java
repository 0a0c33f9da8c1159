package io.dunning.json.policy;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.json.policy.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Interest for paying late: a rate such as {@code German base rate + 9%}, a law by its identifier,
 * or a group of keys.
 */
final class InterestForm implements Form<InterestForm.Interest> {
  private static final String LAW = "law";

  private final LawShape law = new LawShape();
  private final InterestShape own = new InterestShape();
  private final Form<LateInterest> rate =
      new Words<>(
          "a rate",
          s -> Sentences.rate(s, List.of()),
          LateInterest::rateWords,
          Node.Kind.TEXT,
          List.of("German base rate + 9%", "9.5%"),
          "");

  /** Interest by contract or by law; a law brings its source and its compensation along. */
  record Interest(Optional<LateInterest> own, Optional<StatutoryInterest> law) {
    /** The interest of some charges. */
    static Optional<Interest> of(ChargeRules charges) {
      Optional<StatutoryInterest> law = lawOf(charges);
      return law.isPresent()
          ? Optional.of(new Interest(Optional.empty(), law))
          : charges.interest().map(i -> new Interest(Optional.of(i), Optional.empty()));
    }

    ChargeRules in(ChargeRules charges) {
      return law.isPresent() ? charges.with(law.get()) : charges.with(own.orElseThrow());
    }
  }

  /** The law whose interest, source and compensation these are. */
  private static Optional<StatutoryInterest> lawOf(ChargeRules charges) {
    for (StatutoryInterest each : StatutoryInterest.shipped().values()) {
      boolean same =
          charges.interest().filter(each.interest()::equals).isPresent()
              && charges.source().equals(each.source());
      if (same) {
        List<LateFee> paid = ChargeRules.of(each).fees();
        boolean compensated =
            !paid.isEmpty()
                && !charges.fees().isEmpty()
                && charges.fees().get(0).equals(paid.get(0));
        return Optional.of(compensated ? each : each.withoutCompensation());
      }
    }
    return Optional.empty();
  }

  /** The fees that no law brought along. */
  static List<FeeShape.Fee> ownFees(ChargeRules charges) {
    boolean compensated = lawOf(charges).flatMap(StatutoryInterest::compensation).isPresent();
    List<LateFee> fees = charges.fees();
    return fees.subList(compensated ? 1 : 0, fees.size()).stream().map(FeeShape.Fee::of).toList();
  }

  /** The source that no law brought along. */
  static Optional<String> ownSource(ChargeRules charges) {
    return lawOf(charges).isPresent() ? Optional.empty() : Shape.unless("", charges.source());
  }

  @Override
  public Optional<Interest> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Mapping mapping) {
      return mapping.has(LAW)
          ? law.read(spot, problems).map(l -> new Interest(Optional.empty(), Optional.of(l)))
          : own.read(spot, problems).map(i -> new Interest(Optional.of(i), Optional.empty()));
    }
    return rate.read(spot, problems).map(r -> new Interest(Optional.of(r), Optional.empty()));
  }

  @Override
  public List<Form<?>> parts() {
    return List.of(rate, law, own);
  }

  @Override
  public Node write(Interest interest) {
    if (interest.law().isPresent()) {
      return law.write(interest.law().get());
    }
    LateInterest contract = interest.own().orElseThrow();
    try {
      return rate.write(contract);
    } catch (IllegalArgumentException moreThanARate) {
      return inKeys(contract);
    }
  }

  private Node inKeys(LateInterest interest) {
    Node keys = own.write(interest);
    Optional<LateInterest> back = own.read(new Spot(keys, ""), new Problems());
    if (back.filter(interest::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "a policy file cannot hold this, because its keys do not say all of it: " + interest);
    }
    return keys;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(rate.schema(), law.schema(), own.schema()));
    return schema;
  }

  @Override
  public String example() {
    return rate.example();
  }

  /** Interest and compensation of a law. */
  private static final class LawShape extends Shape<StatutoryInterest, StatutoryInterest> {
    private final Key<StatutoryInterest, StatutoryInterest, String> id;

    LawShape() {
      super("interest by law");
      id =
          required(
              LAW,
              "StatutoryInterest.id",
              Forms.choice("a law", s -> s, List.copyOf(StatutoryInterest.shipped().keySet())),
              StatutoryInterest::id,
              "The law by its identifier; it brings its interest, compensation and source along.");
      key(
          "compensation",
          "StatutoryInterest.compensation",
          Forms.FLAG,
          l ->
              l.compensation().isEmpty() && StatutoryInterest.of(l.id()).compensation().isPresent()
                  ? Optional.of(false)
                  : Optional.empty(),
          (l, yes) -> yes ? l : l.withoutCompensation(),
          "Whether the fixed compensation of the law is charged; true unless set.");
    }

    @Override
    StatutoryInterest start(Values values) {
      return StatutoryInterest.of(values.get(id));
    }

    @Override
    StatutoryInterest end(StatutoryInterest draft) {
      return draft;
    }
  }
}
