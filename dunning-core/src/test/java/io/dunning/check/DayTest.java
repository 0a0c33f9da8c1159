package io.dunning.check;

import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.day;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTest {
  private static final LocalDate TODAY = day(5);

  /** A day that notes what is done, and may forget it. */
  private static final class Noted extends Day {
    private final DunningEvaluator evaluator = DunningEvaluator.on(OneWorld.CALENDAR);
    private final DunningPolicy policy;
    private final Account begun;
    private final boolean forgets;
    private final List<String> done = new ArrayList<>();

    Noted(DunningPolicy policy, boolean forgets) {
      super(OneWorld.usual().account());
      this.policy = policy;
      this.forgets = forgets;
      begun = account;
      decide(TODAY);
    }

    @Override
    void decide(LocalDate day) {
      next = evaluator.evaluate(policy, forgets ? begun : account, day);
    }

    @Override
    void approving(LocalDate day, String invoice, String step) {
      done.add("approve " + step);
    }

    @Override
    void approved(LocalDate day, String invoice, LedgerEvent approval) {
      done.add("approved " + invoice);
    }

    @Override
    void takes(LocalDate day, Recommendation line, DunningDocument document) {
      done.add("take " + line.step().orElseThrow());
    }
  }

  private static final DunningPolicy SENDING = policy(REMINDER).build();
  private static final DunningPolicy ASKING = policy(AGENCY.at(daysPastDue(3))).build();

  @Test
  void takesEachStepOnceItIsApproved() {
    Noted asking = new Noted(ASKING, false);
    asking.takeSteps(TODAY);
    assertThat(asking.done).containsExactly("approve agency", "approved INV-1", "take agency");
    Noted sending = new Noted(SENDING, false);
    sending.takeSteps(TODAY);
    assertThat(sending.done).containsExactly("take reminder");
    assertThat(sending.next.recommendations()).allMatch(r -> r.step().isEmpty());
  }

  /** An approval on record at an invoice that is paid approves nothing about the rest. */
  @Test
  void approvesWhatIsOpenOfAnAccount() {
    DunningPolicy whole = policy(AGENCY.at(daysPastDue(3))).per(AccountRules.Unit.ACCOUNT).build();
    Debtor two = OneWorld.debtor(OneWorld.account(Customer.of("C-1"), "1000.00", "500.00"));
    LedgerEvent paid = LedgerEvent.payment(OneWorld.day(1), eur("1000.00"));
    assertThat(OneWorld.play(whole, two, paid).moments())
        .filteredOn(Path::isStep)
        .extracting(p -> p.step.step().orElseThrow())
        .containsExactly("agency");
  }

  @Test
  void aStepThatIsNeverDoneWithIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Noted(SENDING, true).takeSteps(TODAY))
        .withMessageContaining(
            "policy \"faulty\" asks for step \"reminder\" again and again on " + TODAY);
    assertThatIllegalStateException()
        .isThrownBy(() -> new Noted(ASKING, true).takeSteps(TODAY))
        .withMessageContaining("\"agency\" again and again");
  }
}
