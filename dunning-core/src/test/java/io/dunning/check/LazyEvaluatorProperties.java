package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.groups.Tuple;

/** When facts are made changes no answer. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class LazyEvaluatorProperties {
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void answersAreThoseOfAnyOtherEvaluator(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day)
      throws IOException, ClassNotFoundException {
    AccountRecommendation made = DunningEvaluator.on(calendar).evaluate(policy, account, day);
    DunningEvaluator evaluator = LazyEvaluator.on(calendar);
    AccountRecommendation late = evaluator.evaluate(policy, account, day);
    assertThat(late).isEqualTo(made);
    assertThat(late.recommendations())
        .extracting(Recommendation::charges, Recommendation::profile)
        .isEqualTo(
            made.recommendations().stream()
                .map(r -> Tuple.tuple(r.charges(), r.profile()))
                .toList());
    assertThat(late.documentsOnceApproved()).isEqualTo(made.documentsOnceApproved());
    assertThat(stored(evaluator.evaluate(policy, account, day))).isEqualTo(made);
  }

  /** Written and read before anybody asked for a fact. */
  private static Object stored(AccountRecommendation late)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(late);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
