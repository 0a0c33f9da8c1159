package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.ContactLimit;
import io.dunning.ledger.Patience;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever a rule prints is read as an equal rule, however odd the names in it are. */
class SentenceProperties {

  private static <T> void isRead(T rule, Function<String, T> parse) {
    String words = rule.toString();
    assertThat(parse.apply(words)).as(words).isEqualTo(rule);
    assertThat(parse.apply(words)).hasToString(words);
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatAConditionPrintsIsReadAsAnEqualOne(@ForAll long seed) {
    Sentences random = new Sentences(seed);
    isRead(random.condition(5), Condition::parse);
  }

  /** The parts of a nested condition print as they do alone. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aSentenceReadsTheSameAmongOthers(@ForAll long seed) {
    Sentences random = new Sentences(seed);
    Condition a = random.leaf();
    Condition b = random.leaf();
    assertThat(Condition.parse("(" + a + ") or not (" + b + ") and (" + a + ")"))
        .isEqualTo(a.or(b.not().and(a)));
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatASmallRulePrintsIsReadAsAnEqualOne(@ForAll long seed) {
    Sentences random = new Sentences(seed);
    isRead(random.trigger(), Trigger::parse);
    isRead(random.action(), DunningAction::parse);
    isRead(random.performer(), Performer::parse);
    isRead(new Assignment(random.performer(), random.condition(2)), Assignment::parse);
    isRead(Resumption.at(random.name()), Resumption::parse);
    isRead(new PersonRole(random.word()), PersonRole::parse);
    isRead(random.patience(), Patience::parse);
    isRead(random.invariant(), Invariant::parse);
    isRead(random.limit(), ContactLimit::parse);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatARatePrintsIsReadAsAnEqualOne(@ForAll long seed) {
    Sentences random = new Sentences(seed);
    ReferenceRates table = random.table();
    LateInterest interest = random.interest(table);
    assertThat(LateInterest.parseRate(interest.rateWords(), List.of(table)))
        .as(interest.rateWords())
        .isEqualTo(interest);
  }
}
