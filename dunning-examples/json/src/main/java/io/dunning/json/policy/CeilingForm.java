package io.dunning.json.policy;

import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.money.Percentage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The highest rates: a percentage, shipped reference rates by name, or a table of one's own. */
final class CeilingForm implements Form<ReferenceRates> {
  private final RatesShape table = new RatesShape();
  private final Form<ReferenceRates> words =
      new Words<>(
          "a ceiling", CeilingForm::parse, CeilingForm::words, Node.Kind.TEXT, List.of("20%"), "");

  private static ReferenceRates parse(String text) {
    if (text.endsWith("%")) {
      return ofPercent(Percentage.parse(text));
    }
    return RatesShape.named(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Problems.quoted(text)
                        + " is neither a percentage nor the name of shipped reference rates\n"
                        + Nearest.advice(text, RatesShape.shippedNames())));
  }

  private static ReferenceRates ofPercent(Percentage highest) {
    return LateInterest.fixed(Percentage.percent("0")).atMost(highest).ceiling().orElseThrow();
  }

  private static String words(ReferenceRates ceiling) {
    return ceiling.rates().size() == 1 && ofPercent(ceiling.rates().get(0).rate()).equals(ceiling)
        ? ceiling.rates().get(0).rate().toString()
        : ceiling.name();
  }

  @Override
  public Optional<ReferenceRates> read(Spot spot, Problems problems) {
    return spot.node() instanceof Mapping ? table.read(spot, problems) : words.read(spot, problems);
  }

  @Override
  public List<Form<?>> parts() {
    return List.of(words, table);
  }

  @Override
  public Node write(ReferenceRates ceiling) {
    try {
      return words.write(ceiling);
    } catch (IllegalArgumentException notInWords) {
      return table.write(ceiling);
    }
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(words.schema(), table.schema()));
    return schema;
  }

  @Override
  public String example() {
    return words.example();
  }
}
