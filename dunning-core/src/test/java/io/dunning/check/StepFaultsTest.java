package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.Concession;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Patience;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.SettlementRule;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepFaultsTest {
  private static final EscalationStep STOP =
      step("stop").at(daysPastDue(60)).take(stopSupply()).needsApproval();

  private static List<String> lines(PolicyDraft draft, LedgerEvent... events) {
    return Findings.lines(OneWorld.faults(draft.build(), events));
  }

  private static List<String> places(PolicyDraft draft, LedgerEvent... events) {
    return Findings.places(OneWorld.faults(draft.build(), events));
  }

  private static Debtor two() {
    return OneWorld.debtor(OneWorld.account(Customer.of("C-1"), "1000.00", "1000.00"));
  }

  private static EscalationStep granting(int days) {
    return NOTICE.grants(calendarDays(days));
  }

  /** The notice comes on day 14; the demand on day 30. */
  @Test
  void theNextStepWaitsForADeadline() {
    assertThat(lines(policy(REMINDER, granting(19), DEMAND)))
        .contains(
            "deadline-outlives-next-step at ladder[2].grants: step \"notice\" lets the customer pay"
                + " until 2025-03-10, but \"demand\" comes on 2025-03-07");
    assertThat(places(policy(REMINDER, granting(16), DEMAND)))
        .doesNotContain("deadline-outlives-next-step at ladder[2].grants");
    assertThat(places(policy(REMINDER, granting(17), DEMAND)))
        .contains("deadline-outlives-next-step at ladder[2].grants");
    assertThat(places(policy(REMINDER, granting(90), STOP)))
        .contains("deadline-outlives-next-step at ladder[2].grants");
  }

  /** A task bothers nobody. */
  @Test
  void onlyWhatPressesTheCustomerComesTooEarly() {
    EscalationStep look = step("look").at(daysPastDue(20)).take(task("look"));
    assertThat(places(policy(REMINDER, granting(10), look)))
        .doesNotContain("deadline-outlives-next-step at ladder[2].grants");
  }

  @Test
  void onlyThePolicyItselfIsToBlameForSteps() {
    DunningPolicy policy = policy(REMINDER, granting(30), DEMAND).build();
    String fault = "deadline-outlives-next-step at ladder[2].grants";
    assertThat(Findings.places(OneWorld.faults(policy))).contains(fault);
    assertThat(Findings.places(OneWorld.faults(policy, two()))).doesNotContain(fault);
    assertThat(Findings.places(OneWorld.faults(policy, payment(day(1), eur("1.00")))))
        .doesNotContain(fault);
  }

  private static EscalationStep letter(int number, int days) {
    return step("letter " + number).at(daysPastDue(days)).take(placeCall());
  }

  @Test
  void theDistanceBetweenContactsPushesNoStepToTheDayOfTheNext() {
    PolicyDraft pushing =
        policy(REMINDER, letter(2, 6), letter(3, 13)).minimumDaysBetweenContacts(10);
    assertThat(lines(pushing))
        .contains(
            "spacing-past-next-step at ladder[2].at: the days between contacts delay \"letter 2\""
                + " to 2025-02-18, when \"letter 3\" is already due");
    String fault = "spacing-past-next-step at ladder[2].at";
    assertThat(places(policy(REMINDER, letter(2, 6), letter(3, 14)).minimumDaysBetweenContacts(10)))
        .doesNotContain(fault);
    assertThat(
            places(policy(REMINDER, letter(2, 13), letter(3, 13)).minimumDaysBetweenContacts(10)))
        .doesNotContain(fault);
    ContactRules rules = ContactRules.of("rules", ContactLimit.atMost(9, Period.ofDays(7)));
    assertThat(places(pushing.conduct(Conduct.under(rules)))).doesNotContain(fault);
  }

  @Test
  void theFirstStepIsPushedByNothingOfTheLadder() {
    PolicyDraft late = policy(REMINDER, letter(2, 6)).minimumDaysBetweenContacts(10);
    assertThat(places(late)).noneMatch(p -> p.startsWith("spacing"));
  }

  @Test
  void aDeadlineFallsOnABusinessDay() {
    assertThat(lines(policy(REMINDER, granting(10))))
        .contains(
            "deadline-on-closed-day at ladder[2].grants: step \"notice\" asks for payment by"
                + " 2025-03-01, which is no business day");
    assertThat(places(policy(REMINDER, granting(9)))).doesNotContain("deadline-on-closed-day");
    ExploredFaults faults =
        new ExploredFaults(policy(REMINDER, granting(10)).build(), OneWorld.CALENDAR, false);
    new Player(policy(REMINDER, granting(10)).build(), OneWorld.CALENDAR, faults)
        .play(OneWorld.usual(), List.of(), OneWorld.LAST);
    assertThat(Findings.places(faults.findings())).noneMatch(p -> p.startsWith("deadline-on"));
  }

  private static PolicyDraft undisputed(EscalationStep... steps) {
    return policy(steps).holdWhile(Condition.promiseActive());
  }

  @Test
  void aDisputedDebtIsNotChased() {
    LedgerEvent late = dispute(day(1), "late");
    LedgerEvent part = dispute(day(1), eur("10.00"), "late");
    assertThat(lines(undisputed(REMINDER), late))
        .contains(
            "chased-while-disputed at hold while: step \"reminder\" is taken although all of the"
                + " invoice is disputed");
    assertThat(places(undisputed(STOP), late)).contains("chased-while-disputed at hold while");
    assertThat(places(undisputed(REMINDER), part)).doesNotContain("chased-while-disputed");
    EscalationStep look = step("look").at(daysPastDue(20)).take(task("look"));
    assertThat(places(undisputed(look), late)).noneMatch(p -> p.startsWith("chased"));
  }

  @Test
  void whoeverDisputesAnotherInvoiceMayBeChased() {
    DunningPolicy policy = policy(REMINDER).build();
    assertThat(Findings.places(OneWorld.faults(policy, two(), dispute(day(1), "late"))))
        .noneMatch(p -> p.startsWith("chased"));
  }

  /** What is open of the invoice is disputed, and 5.00 EUR of a fee is not. */
  @Test
  void chargesThatAPaymentCoveredDoNotCountAsChased() {
    PolicyDraft draft =
        undisputed(REMINDER.at(daysPastDue(1)).take(assessCharges()), NOTICE)
            .charges(
                ChargeRules.of(LateFee.flat(eur("5.00")).at("reminder"))
                    .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL));
    LedgerEvent[] events = {payment(day(2), eur("100.00")), dispute(day(3), eur("900.00"), "late")};
    assertThat(places(draft, events)).noneMatch(p -> p.startsWith("chased"));
    assertThat(places(undisputed(REMINDER.at(daysPastDue(1)), NOTICE), events))
        .contains("chased-while-disputed at hold while");
  }

  private static PolicyDraft unpromised(EscalationStep... steps) {
    return policy(steps).holdWhile(Condition.disputeOpen());
  }

  /** A promise counts as kept while all that was promised is disputed. */
  @Test
  void whoIsChasedForWhatIsDisputedIsNotChasedForAPromise() {
    assertThat(places(undisputed(REMINDER), promise(day(1), day(9)), dispute(day(2), "late")))
        .contains("chased-while-disputed at hold while")
        .doesNotContain("chased-while-promised at hold while");
  }

  @Test
  void aPromisedDebtIsNotChasedUpToThatDay() {
    assertThat(lines(unpromised(REMINDER), promise(day(1), day(3))))
        .contains(
            "chased-while-promised at hold while: step \"reminder\" is taken although the customer"
                + " promised to pay all by a later day");
    assertThat(places(unpromised(REMINDER), promise(day(1), day(2))))
        .noneMatch(p -> p.startsWith("chased"));
    assertThat(places(unpromised(REMINDER), promise(day(1), eur("10.00"), day(9))))
        .noneMatch(p -> p.startsWith("chased"));
  }

  @Test
  void whoIsPatientOnceIsNotBlamedTheSecondTime() {
    LedgerEvent first = promise(day(1), day(2));
    LedgerEvent again = promise(day(3), day(40));
    Patience once = Patience.UNLIMITED.atMost(1, Concession.PROMISE);
    Patience twice = Patience.UNLIMITED.atMost(2, Concession.PROMISE);
    String fault = "chased-while-promised at hold while";
    assertThat(places(unpromised(NOTICE), first, again)).contains(fault);
    assertThat(places(unpromised(NOTICE).patience(twice), first, again)).contains(fault);
    assertThat(places(unpromised(NOTICE).patience(once), first, again)).doesNotContain(fault);
    Patience short5 = Patience.UNLIMITED.daysInAll(5, Concession.PROMISE);
    assertThat(places(unpromised(NOTICE).patience(short5), again)).doesNotContain(fault);
  }

  @Test
  void twoLettersOnOneDayAreToldOnce() {
    DunningPolicy policy = policy(REMINDER, NOTICE.at(daysPastDue(4))).build();
    TwoInvoices shifted = new TwoInvoices(1);
    assertThat(Findings.lines(OneWorld.faults(policy, shifted.debtor())))
        .contains(
            "two-contacts-on-one-day at ladder[1]: the customer gets \"notice\" and \"reminder\" on"
                + " the same day");
    assertThat(Findings.places(OneWorld.faults(policy, new TwoInvoices(2).debtor())))
        .noneMatch(p -> p.startsWith("two-contacts"));
    assertThat(Findings.places(OneWorld.faults(policy, two())))
        .noneMatch(p -> p.startsWith("two-contacts"));
  }

  /** A customer whose second invoice is due some days after the first. */
  private record TwoInvoices(int apart) {
    Debtor debtor() {
      InvoiceHistory one = OneWorld.usual().account().invoices().get(0);
      Invoice other = Invoice.of("INV-2", eur("1000.00"), day(apart - 30), day(apart));
      List<InvoiceHistory> both = List.of(one, InvoiceHistory.of(other));
      return OneWorld.debtor(Account.of(Customer.of("C-1"), both));
    }
  }

  private static PolicyDraft offering() {
    EscalationStep offer = step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
    return policy(REMINDER, offer).settlement(SettlementRule.lumpSum(percent("70")));
  }

  @Test
  void whoJustPaidAPartIsOfferedNothing() {
    assertThat(lines(offering(), payment(day(53), eur("100.00"))))
        .contains(
            "offer-to-recent-payer at ladder[2]: step \"offer\" offers a settlement to a customer"
                + " who made a part payment in the 7 days before");
    assertThat(places(offering(), payment(day(52), eur("100.00"))))
        .noneMatch(p -> p.startsWith("offer-to"));
    assertThat(places(policy(NOTICE), payment(day(13), eur("100.00"))))
        .noneMatch(p -> p.startsWith("offer-to"));
  }

  @Test
  void aSoundPolicyShowsNothing() {
    assertThat(places(sound())).isEmpty();
    assertThat(
            places(
                policy(
                    REMINDER, step("a").at(daysPastDue(50)).take(referToAgency()).needsApproval())))
        .isEmpty();
  }
}
