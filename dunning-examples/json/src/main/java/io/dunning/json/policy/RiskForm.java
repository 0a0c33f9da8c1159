package io.dunning.json.policy;

import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.behaviour.Scorecard.Characteristic;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.money.Percentage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** How likely it is that a customer will be late: a model by name, or a scorecard of one's own. */
final class RiskForm implements Form<RiskModel> {
  private static final List<RiskModel> NAMED =
      List.of(Scorecard.standard(), RiskModel.lateLastTime());

  private final Form<RiskModel> named = Forms.choice("a risk model", RiskForm::name, NAMED);
  private final CardShape card = new CardShape();

  private static String name(RiskModel model) {
    return model instanceof Scorecard ? "standard" : model.toString();
  }

  @Override
  public Optional<RiskModel> read(Spot spot, Problems problems) {
    return spot.node() instanceof Mapping
        ? card.read(spot, problems).map(c -> c)
        : named.read(spot, problems);
  }

  @Override
  public List<Form<?>> parts() {
    return List.of(named, card);
  }

  @Override
  public Node write(RiskModel model) {
    if (NAMED.contains(model)) {
      return named.write(model);
    }
    if (model instanceof Scorecard own) {
      return card.write(own);
    }
    throw new IllegalArgumentException(
        "a policy file cannot hold a risk model that is described in code: "
            + Problems.shown(model.toString()));
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(named.schema(), card.schema()));
    return schema;
  }

  @Override
  public String example() {
    return named.example();
  }

  private static final class CardShape extends Shape<Scorecard, Scorecard> {
    private final Key<Scorecard, Scorecard, String> name;
    private final Key<Scorecard, Scorecard, List<Characteristic>> points;
    private final Key<Scorecard, Scorecard, SortedMap<Integer, Percentage>> probabilities;

    CardShape() {
      super("a scorecard");
      name =
          required(
              "scorecard",
              "Scorecard.name",
              Forms.text("a name", "our scorecard 2"),
              Scorecard::name,
              "The name of the scorecard.");
      points =
          key(
              "characteristics",
              "Scorecard.characteristics",
              Forms.many(new FactShape()),
              s -> any(s.characteristics()),
              "The points that each fact gives.");
      probabilities =
          required(
              "probability from points",
              "Scorecard.probabilities",
              new Table<>(Forms.NUMBER.such("20"), Forms.PERCENT.such("60%")),
              Scorecard::probabilities,
              "How likely a late payment is, from so many points on.");
    }

    @Override
    Scorecard start(Values values) {
      return new Scorecard(
          values.get(name),
          new ArrayList<>(values.find(points).orElse(List.of())),
          values.get(probabilities));
    }

    @Override
    Scorecard end(Scorecard draft) {
      return draft;
    }
  }

  private static final class FactShape extends Shape<Characteristic, Characteristic> {
    private final Key<Characteristic, Characteristic, Scorecard.Fact> fact;
    private final Key<Characteristic, Characteristic, SortedMap<Integer, Integer>> points;

    FactShape() {
      super("a characteristic");
      fact =
          required(
              "fact",
              "Characteristic.fact",
              Forms.choice("a fact", Scorecard.Fact.values()),
              Characteristic::fact,
              "The fact of the payment profile.");
      points =
          required(
              "points from",
              "Characteristic.points",
              new Table<>(Forms.NUMBER, Forms.NUMBER),
              Characteristic::points,
              "The points, from a value on.");
    }

    @Override
    void refuse(Characteristic value) {
      if (value.points().isEmpty()) {
        throw new IllegalArgumentException(
            "a policy file cannot hold a characteristic without points, which changes nothing");
      }
    }

    @Override
    Characteristic start(Values values) {
      return new Characteristic(values.get(fact), values.get(points));
    }

    @Override
    Characteristic end(Characteristic draft) {
      return draft;
    }
  }
}
