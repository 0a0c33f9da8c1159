package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class RedraftProperties {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aPolicyMadeAnewIsThePolicy(@ForAll DunningPolicy policy) {
    assertThat(Redraft.of(policy).build()).isEqualTo(policy);
    assertThat(Redraft.withConditions(policy, (place, c) -> c)).isEqualTo(policy);
  }

  /** Whoever watches changes nothing: not the answer, not the review date, not the fingerprint. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aWatchedPolicyDecidesAsThePolicy(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    Answers answers = new Answers();
    DunningPolicy watched = Redraft.withConditions(policy, answers::watch);
    assertThat(watched.fingerprint()).isEqualTo(policy.fingerprint());
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    assertThat(evaluator.evaluate(watched, account, day))
        .isEqualTo(evaluator.evaluate(policy, account, day));
  }
}
