package io.dunning.action;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Sentence;
import io.dunning.grammar.Slot;
import io.dunning.money.Percentage;
import java.util.List;
import java.util.Optional;

/** The sentences of performers. */
final class PerformerGrammar {
  private static final Slot KIND =
      Slot.oneOf("in house, sales, lawyer or agency", List.of(Performer.Kind.values()));
  private static final Slot NAME = Slot.name("a name", "Kern");
  private static final Slot SHARE = Slot.percentage(Percentage::parse);

  private static final Form<Performer> ANY =
      Form.of("{}", v -> new Performer(v.get(0), "", Optional.empty()), KIND);

  private static final Form<Performer> PAID =
      Form.of("{} for {}", v -> new Performer(v.get(0), "", Optional.of(v.get(1))), KIND, SHARE);

  private static final Form<Performer> NAMED_AND_PAID =
      Form.of(
          "{} {} for {}",
          v -> new Performer(v.get(0), v.get(1), Optional.of(v.get(2))),
          KIND,
          NAME,
          SHARE);

  private static final Form<Performer> NAMED =
      Form.of("{} {}", v -> new Performer(v.get(0), v.get(1), Optional.empty()), KIND, NAME);

  /** A name is what is left of the words behind the kind. */
  static final Grammar<Performer> PERFORMERS =
      new Grammar<>(
          "a performer", "agency Kern for 18%", List.of(ANY, PAID, NAMED_AND_PAID, NAMED));

  private PerformerGrammar() {}

  static String words(Performer performer) {
    return PERFORMERS.words(performer, sentence(performer));
  }

  private static Sentence sentence(Performer performer) {
    boolean paid = performer.commission().isPresent();
    if (performer.name().isEmpty()) {
      return paid
          ? PAID.with(performer.kind(), performer.commission().get())
          : ANY.with(performer.kind());
    }
    return paid
        ? NAMED_AND_PAID.with(performer.kind(), performer.name(), performer.commission().get())
        : NAMED.with(performer.kind(), performer.name());
  }
}
