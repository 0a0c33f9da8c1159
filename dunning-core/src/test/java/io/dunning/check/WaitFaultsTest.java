package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.task;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitFaultsTest {
  private static final Condition LARGE = overdueAtLeast(eur("5000.00"));
  private static final EscalationStep TASK = step("task").at(daysPastDue(60)).take(task("look"));

  private static List<String> lines(PolicyDraft draft, LedgerEvent... events) {
    return Findings.lines(OneWorld.faults(draft.build(), events));
  }

  private static List<String> places(PolicyDraft draft, Customer customer) {
    Debtor debtor = OneWorld.debtor(OneWorld.account(customer, "1000.00"));
    return Findings.places(OneWorld.faults(draft.build(), debtor));
  }

  private static PolicyDraft limited(int days) {
    ContactRules once = ContactRules.of("once", ContactLimit.atMost(1, Period.ofDays(days)));
    return policy(REMINDER, NOTICE).conduct(Conduct.under(once));
  }

  /** The reminder comes on day 3, and the notice may come so many days after it. */
  @Test
  void aLimitOfContactDoesNotStopALadderForLong() {
    assertThat(lines(limited(1500)))
        .singleElement()
        .asString()
        .startsWith("contact-limit-stalls at conduct: the ladder stops for more than 90 days: ");
    assertThat(lines(limited(30))).isEmpty();
  }

  @Test
  void aHoldThatNoDayEndsIsAFault() {
    assertThat(lines(sound().holdWhile(disputeOpen().or(overdueAtLeast(eur("10.00"))))))
        .containsExactly(
            "hold-never-ends at hold while: the debt is held because of \"overdue at least 10.00"
                + " EUR\", and no day ends that");
  }

  @Test
  void aHoldForCustomersWhomTheAuthorNamesMayLast() {
    PolicyDraft draft = sound().holdWhile(disputeOpen().or(VIP));
    assertThat(places(draft, Customer.of("C-1").tagged("vip"))).isEmpty();
    assertThat(lines(sound().holdWhile(promiseActive().or(disputeOpen())), dispute(day(1), "x")))
        .isEmpty();
  }

  /** Whoever is nothing in particular is held for being nobody's friend. */
  @Test
  void aHoldForEverybodyButSomeIsAFault() {
    PolicyDraft draft = sound().holdWhile(disputeOpen().or(VIP.not()));
    assertThat(lines(draft))
        .containsExactly(
            "hold-never-ends at hold while: the debt is held because of \"not (customer tagged"
                + " vip)\", and no day ends that");
    assertThat(places(draft, Customer.of("C-1").tagged("other"))).isEmpty();
    assertThat(lines(draft, payment(day(1), eur("10.00")))).isEmpty();
  }

  @Test
  void aHoldThatATestOfOnesOwnDecidesMayEnd() {
    Condition own = Condition.described("sunny", s -> true);
    assertThat(lines(sound().holdWhile(disputeOpen().or(own.and(VIP.not()))))).isEmpty();
  }

  @Test
  void aMinimumThatBlocksTheRestOfTheLadderIsAFault() {
    assertThat(lines(policy(REMINDER, NOTICE.minimumAmount(eur("5000.00")), TASK)))
        .containsExactly(
            "minimum-blocks-ladder at ladder[2].minimum amount: a debt of 1000.00 EUR is below the"
                + " minimum of step \"notice\" and never reaches the steps after it");
    assertThat(lines(policy(REMINDER, NOTICE, TASK.minimumAmount(eur("5000.00"))))).isEmpty();
  }

  @Test
  void whatAStepRequiresMustBeAbleToComeAbout() {
    EscalationStep careful = DEMAND.requires(taken("notice"));
    assertThat(lines(policy(REMINDER, NOTICE.onlyIf(VIP), careful)))
        .containsExactly(
            "prerequisite-never-met at ladder[3].requires[1]: step \"demand\" waits for \"notice"
                + " was taken\", which cannot come about any more");
  }

  @Test
  void ofSeveralPrerequisitesTheMissingOneIsNamed() {
    EscalationStep careful = DEMAND.requires(taken("reminder"), taken("notice"));
    assertThat(lines(policy(REMINDER, NOTICE.onlyIf(VIP), careful)))
        .singleElement()
        .asString()
        .startsWith("prerequisite-never-met at ladder[3].requires[2]");
  }

  /** The last step may wait for what customers are; the steps before it must not. */
  @Test
  void onlyWhereStepsFollowADebtMustNotWaitForever() {
    assertThat(lines(policy(REMINDER, NOTICE, TASK.requires(LARGE)))).isEmpty();
    assertThat(lines(policy(REMINDER, NOTICE.requires(LARGE), TASK))).hasSize(1);
    assertThat(lines(policy(REMINDER, NOTICE.requires(VIP), TASK))).hasSize(1);
    assertThat(lines(policy(REMINDER, NOTICE.requires(VIP), TASK), payment(day(1), eur("1.00"))))
        .isEmpty();
    assertThat(lines(policy(REMINDER, NOTICE.requires(Condition.askedForTime()), TASK))).isEmpty();
  }

  /** Nobody hears of the debt until somebody records that the invoice arrived. */
  @Test
  void aDebtThatWaitsForARecordIsANote() {
    EscalationStep waiting = REMINDER.requires(Condition.invoiceDelivered());
    List<PolicyFinding> found = OneWorld.faults(policy(waiting, NOTICE, TASK).build());
    assertThat(Findings.lines(found))
        .containsExactly(
            "debt-waits-for-record at ladder[1].requires[1]: a debt of which nothing is recorded"
                + " waits for ever for \"invoice delivered\", and step \"reminder\" is never taken");
    assertThat(found.get(0).severity()).isEqualTo(PolicyFinding.Severity.NOTE);
    assertThat(found.get(0).example().orElseThrow())
        .hasToString("C-1\nINV-1: 1000.00 EUR due 2025-02-05\n2025-02-08 nothing more");
    assertThat(lines(policy(waiting, NOTICE), payment(day(1), eur("1.00")))).isEmpty();
    Condition orOld = Condition.invoiceDelivered().or(Condition.daysPastDueAtLeast(20));
    assertThat(lines(policy(REMINDER.requires(orOld), NOTICE, TASK))).isEmpty();
  }

  @Test
  void onlyADebtOfWhichNobodyHeardWaitsForARecord() {
    Condition delivered = Condition.invoiceDelivered();
    assertThat(lines(policy(REMINDER, NOTICE.requires(delivered), TASK))).isEmpty();
    assertThat(lines(policy(TASK.at(daysPastDue(2)), NOTICE.requires(delivered)))).isEmpty();
    EscalationStep early = step("early").at(daysBeforeDue(5)).take(sendMessage(EMAIL));
    String place = "debt-waits-for-record at ladder[2].requires[1]";
    Customer plain = Customer.of("C-1");
    assertThat(places(policy(early, NOTICE.requires(delivered)), plain)).containsExactly(place);
    assertThat(places(policy(REMINDER.onlyIf(VIP), NOTICE.requires(delivered)), plain))
        .containsExactly(place);
  }

  /** Of what a step requires, that is named which only a record brings about. */
  @Test
  void whatIsRecordedOfTheCustomerIsARecordToo() {
    Customer plain = Customer.of("C-1");
    EscalationStep two = REMINDER.requires(LARGE, Condition.askedForTime());
    assertThat(places(policy(two), plain))
        .containsExactly("debt-waits-for-record at ladder[1].requires[2]");
    assertThat(places(policy(REMINDER.requires(Condition.customerFact("house", "big"))), plain))
        .containsExactly("debt-waits-for-record at ladder[1].requires[1]");
    assertThat(lines(policy(REMINDER.requires(LARGE)))).isEmpty();
    assertThat(lines(policy(REMINDER.requires(Condition.never())))).isEmpty();
  }

  @Test
  void whoCannotBeReachedOrWasRefusedIsNotTheLaddersFault() {
    PolicyDraft draft = policy(REMINDER, NOTICE, DEMAND.requires(taken("notice")), AGENCY);
    assertThat(lines(draft, stepRefused(day(5), "agency"))).isEmpty();
    PolicyDraft careful = policy(REMINDER, NOTICE.onlyIf(VIP), DEMAND.requires(taken("notice")));
    assertThat(lines(careful)).hasSize(1);
    assertThat(lines(careful, stepRefused(day(5), "demand"))).isEmpty();
    assertThat(lines(careful, notDelivered(day(5), "reminder", EMAIL))).isEmpty();
    assertThat(places(careful, Customer.of("C-1").without(PHONE))).isEmpty();
  }

  @Test
  void aDebtForWhichThereIsNoStepIsLeftAlone() {
    assertThat(lines(policy(REMINDER.onlyIf(LARGE))))
        .containsExactly(
            "debt-left-alone at ladder: 1000.00 EUR is overdue, and no step of the ladder applies");
    assertThat(lines(policy(REMINDER.onlyIf(LARGE)), payment(day(1), eur("1.00")))).isEmpty();
    assertThat(places(policy(REMINDER.onlyIf(LARGE)), Customer.of("C-1").without(LETTER)))
        .isEmpty();
    assertThat(lines(policy(REMINDER))).isEmpty();
  }

  @Test
  void aWordBeforeTheDueDateIsNotEnough() {
    EscalationStep early = step("early").at(daysBeforeDue(5)).take(sendMessage(EMAIL));
    assertThat(lines(policy(early, REMINDER.onlyIf(LARGE))))
        .containsExactly(
            "debt-left-alone at ladder: 1000.00 EUR is overdue, and no step applies to the customer"
                + " after \"early\", which came before the debt was due");
  }

  @Test
  void aLadderWhoseRestIsForOthersLeavesTheDebtAlone() {
    Condition slow = customerTagged("slow");
    assertThat(lines(policy(REMINDER, NOTICE, DEMAND.onlyIf(slow), TASK.onlyIf(VIP))))
        .containsExactly(
            "debt-left-alone at ladder: 1000.00 EUR is overdue, and no step applies to the customer"
                + " after \"notice\"");
    assertThat(lines(policy(REMINDER, NOTICE, DEMAND.onlyIf(slow), TASK.onlyIf(LARGE)))).isEmpty();
    assertThat(lines(policy(REMINDER, DEMAND, TASK.onlyIf(VIP)))).isEmpty();
    assertThat(
            lines(
                policy(REMINDER, TASK.at(daysPastDue(20)), NOTICE.at(daysPastDue(70)).onlyIf(VIP))))
        .isEmpty();
  }
}
