package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import io.dunning.policy.ReopeningRules.ReversedSteps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutOverTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final DunningPolicy BEFORE = GoodPolicies.all().get(0);
  private static final DunningPolicy AFTER =
      DunningPolicy.named("after")
          .ladder(
              EscalationLadder.of(
                      step("hello").at(daysPastDue(2)).take(sendReminder(EMAIL)),
                      step("notice").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
                      step("last word").at(daysPastDue(25)).take(sendDemand(LETTER)),
                      step("court").at(daysPastDue(60)).take(referToAgency()).needsApproval())
                  .progression(Progression.CATCH_UP))
          .build();

  private static Account account(String id, int daysPastDue, LedgerEvent... events) {
    LocalDate due = DAY.minusDays(daysPastDue);
    Invoice invoice = Invoice.of("INV-" + id, eur("100.00"), due.minusDays(30), due);
    return Account.of(Customer.of(id), List.of(InvoiceHistory.of(invoice).with(events)));
  }

  private static CutOver report(Account... accounts) {
    return CutOver.of(BEFORE, AFTER, BusinessCalendar.weekends(), List.of(accounts), DAY);
  }

  @Test
  void aPolicyThatStaysHasNothingRemarkable() {
    CutOver same =
        CutOver.of(
            BEFORE,
            BEFORE,
            BusinessCalendar.weekends(),
            List.of(account("A", 3), account("B", 14, stepTaken(DAY.minusDays(11), "reminder"))),
            DAY);
    assertThat(same.lines()).isEmpty();
    assertThat(same.contactsAfter()).isEqualTo(same.contactsBefore()).isEqualTo(2);
  }

  private static final DunningPolicy USUAL =
      DunningPolicy.named("usual")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("notice").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
                  step("call").at(daysPastDue(20)).take(placeCall()),
                  step("notice 2").at(daysPastDue(30)).take(sendNotice(2, LETTER)),
                  step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval()))
          .build();

  /** Debts of each age that have seen the first steps of a ladder, none to all of them. */
  private static List<Account> underWay(DunningPolicy policy) {
    List<Account> all = new ArrayList<>();
    for (int age = 1; age < 90; age += 3) {
      Account account = account("D" + age, age);
      all.add(account);
      int day = age;
      for (EscalationStep each : policy.ladder().steps()) {
        day -= 8;
        if (day < 0) {
          break;
        }
        InvoiceHistory history = account.invoices().get(0);
        account = account.with(history.with(stepTaken(DAY.minusDays(day), each.name())));
        all.add(account);
      }
    }
    return all;
  }

  static List<DunningPolicy> policies() {
    List<DunningPolicy> all = new ArrayList<>(GoodPolicies.all());
    all.add(USUAL);
    all.add(AFTER);
    return all;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyComparedWithItselfHasNoLines(DunningPolicy policy) {
    assertThat(
            CutOver.of(policy, policy, BusinessCalendar.weekends(), underWay(policy), DAY).lines())
        .isEmpty();
  }

  /** A call stands after a notice, and a second notice after the first. */
  @Test
  void theNextStepOfALadderRepeatsNothing() {
    DunningPolicy other =
        Redraft.withStep(
            Redraft.withStep(USUAL, 2, s -> s.at(daysPastDue(19))), 3, s -> s.at(daysPastDue(29)));
    LedgerEvent reminder = stepTaken(DAY.minusDays(20), "reminder");
    LedgerEvent notice = stepTaken(DAY.minusDays(15), "notice");
    CutOver found =
        CutOver.of(
            USUAL,
            other,
            BusinessCalendar.weekends(),
            List.of(
                account("calls", 22, reminder, notice),
                account("writes", 31, reminder, notice, stepTaken(DAY.minusDays(8), "call"))),
            DAY);
    assertThat(found.contactsAfter()).isEqualTo(2);
    assertThat(found.lines()).isEmpty();
  }

  private static List<String> changed(DunningPolicy before, DunningPolicy after, Account account) {
    return CutOver.of(before, after, BusinessCalendar.weekends(), List.of(account), DAY)
        .lines()
        .stream()
        .map(CutOver.Line::toString)
        .toList();
  }

  /** A ladder that starts again after a payment came back. */
  @Test
  void aStepThatWasTakenRepeatsUnlessTheLadderRepeatsIt() {
    DunningPolicy again = Redraft.of(USUAL).reversedSteps(ReversedSteps.START_AGAIN).build();
    Account bounced =
        account(
            "bounced",
            5,
            stepTaken(DAY.minusDays(2), "reminder"),
            payment(DAY.minusDays(1), eur("100.00")),
            paymentReversed(DAY, eur("100.00")));
    assertThat(changed(USUAL, again, bounced))
        .containsExactly("bounced INV-bounced repeats: reminder");
    DunningPolicy once = FaultyPolicies.policy(FaultyPolicies.REMINDER).build();
    DunningPolicy weekly =
        Redraft.of(once).ladder(once.ladder().repeatLastEvery(Days.calendarDays(7))).build();
    Account heard = account("heard", 15, stepTaken(DAY.minusDays(12), "reminder"));
    assertThat(changed(once, weekly, heard))
        .containsExactly("heard INV-heard newly contacted: reminder");
  }

  @Test
  void namesWhoJumpsRepeatsAndIsHandedOver() {
    CutOver found =
        report(
            account("jumps", 30),
            account(
                "repeats",
                14,
                stepTaken(DAY.minusDays(8), "notice"),
                stepTaken(DAY.minusDays(8), "demand")),
            account(
                "over",
                70,
                stepTaken(DAY.minusDays(50), "notice"),
                stepTaken(DAY.minusDays(40), "last word")),
            account("young", 1));
    assertThat(found.lines())
        .extracting(CutOver.Line::toString)
        .contains(
            "jumps INV-jumps jumps: last word",
            "repeats INV-repeats steps unknown: demand",
            "over INV-over handed over: court");
    assertThat(found.accounts()).isEqualTo(4);
    assertThat(found.atStake().values()).containsExactly(eur("200.00"));
  }

  @Test
  void namesWhoRests() {
    CutOver found =
        report(
            account(
                "rests",
                14,
                stepTaken(DAY.minusDays(8), "reminder"),
                stepTaken(DAY.minusDays(8), "notice"),
                stepTaken(DAY.minusDays(20), "hello")));
    assertThat(found.contactsBefore()).isZero();
    assertThat(found.lines())
        .extracting(CutOver.Line::kind)
        .containsOnly(CutOver.Kind.STEPS_UNKNOWN);
    assertThat(found.toString()).contains("customers contacted on that day: 0, as before");
  }

  @Test
  void namesWhoGoesBackToAMilderStep() {
    CutOver found = report(account("again", 12, stepTaken(DAY.minusDays(8), "demand")));
    assertThat(found.lines())
        .extracting(CutOver.Line::toString)
        .containsExactly(
            "again INV-again steps unknown: demand", "again INV-again goes back: notice");
    assertThat(found.contactsAfter()).isEqualTo(1);
    assertThat(found.toString())
        .isEqualTo(
            """
            faulty -> after on 2026-03-02
            1 account; customers contacted on that day: 1 instead of 0
            overdue of the debts that get a step of the new policy: 100.00 EUR
              goes back (a milder step comes after a more severe one): 1 debt, 100.00 EUR overdue
              steps unknown (steps of the old ladder that the new one lacks do not count): 1 debt, 100.00 EUR overdue
            again INV-again steps unknown: demand
            again INV-again goes back: notice\
            """);
  }

  private static List<String> lines(Account... accounts) {
    return report(accounts).lines().stream().map(CutOver.Line::toString).toList();
  }

  @Test
  void namesUnknownStepsAlsoWhereNothingIsToBeDone() {
    assertThat(lines(account("waits", 1, stepTaken(DAY, "demand"))))
        .containsExactly("waits INV-waits steps unknown: demand");
  }

  @Test
  void theMessageOfADroppedStepRepeatsUnderAnotherName() {
    assertThat(lines(account("again", 3, stepTaken(DAY.minusDays(1), "reminder"))))
        .containsExactly(
            "again INV-again steps unknown: reminder", "again INV-again repeats: hello");
  }

  @Test
  void whoSawTheStepJustBelowDoesNotJump() {
    assertThat(lines(account("next", 26, stepTaken(DAY.minusDays(10), "notice"))))
        .containsExactly("next INV-next newly contacted: last word");
  }

  @Test
  void stepsAboutTheAccountWereSeenToo() {
    Account account = account("whole", 1).with(stepTaken(DAY, "demand"));
    assertThat(lines(account)).containsExactly("whole INV-whole steps unknown: demand");
  }

  @Test
  void theNextStepOfTheNewLadderRepeatsNothing() {
    DunningPolicy after =
        DunningPolicy.named("tasks")
            .ladder(
                EscalationLadder.of(
                    step("hello").at(daysPastDue(2)).take(sendReminder(EMAIL)),
                    step("again").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                    step("look").at(daysPastDue(9)).take(task("look"))))
            .build();
    LedgerEvent hello = stepTaken(DAY.minusDays(4), "hello");
    CutOver found =
        CutOver.of(
            BEFORE,
            after,
            BusinessCalendar.weekends(),
            List.of(
                account("second", 6, hello),
                account("third", 9, hello, stepTaken(DAY.minusDays(3), "again"))),
            DAY);
    assertThat(found.lines()).isEmpty();
  }

  /** One debt of a customer goes on, and another of the same customer is dropped. */
  @Test
  void namesADebtThatRestsBesideOneThatGoesOn() {
    DunningPolicy patient = Redraft.of(BEFORE).minimumAmount(eur("500.00")).build();
    LocalDate due = DAY.minusDays(3);
    Account two =
        Account.of(
            Customer.of("two"),
            List.of(
                InvoiceHistory.of(Invoice.of("BIG", eur("600.00"), due.minusDays(30), due)),
                InvoiceHistory.of(Invoice.of("SMALL", eur("100.00"), due.minusDays(30), due))));
    CutOver found = CutOver.of(BEFORE, patient, BusinessCalendar.weekends(), List.of(two), DAY);
    assertThat(found.lines())
        .extracting(CutOver.Line::toString)
        .containsExactly("two SMALL rests: reminder");
  }

  @Test
  void namesWhoIsLeftAloneFromNowOn() {
    DunningPolicy patient = Redraft.of(BEFORE).minimumAmount(eur("500.00")).build();
    CutOver found =
        CutOver.of(
            BEFORE,
            patient,
            BusinessCalendar.weekends(),
            List.of(account("small", 3), account("early", 1)),
            DAY);
    assertThat(found.lines())
        .extracting(CutOver.Line::toString)
        .containsExactly("small INV-small rests: reminder");
    assertThat(found.contactsBefore()).isEqualTo(1);
    assertThat(found.contactsAfter()).isZero();
    assertThat(found.atStake()).isEmpty();
    assertThat(found.totals()).hasToString("{rests=1 debt, 100.00 EUR overdue}");
    assertThat(found.toString())
        .contains("2 accounts", "overdue of the debts that get a step of the new policy: nothing");
  }

  /** One customer moves to another policy, which has a step that he has heard of. */
  @Test
  void eachDebtHasThePolicyThatItsSetGivesIt() {
    PolicySet before = PolicySet.byDefault(BEFORE).forCustomer("B", USUAL);
    PolicySet after = PolicySet.byDefault(BEFORE).forCustomer("B", AFTER);
    List<Account> accounts =
        List.of(account("A", 3), account("B", 12, stepTaken(DAY.minusDays(9), "reminder")));
    CutOver found = CutOver.of(before, after, BusinessCalendar.weekends(), accounts, DAY);
    CutOver alone =
        CutOver.of(USUAL, AFTER, BusinessCalendar.weekends(), accounts.subList(1, 2), DAY);
    assertThat(found.lines()).isNotEmpty().isEqualTo(alone.lines());
    assertThat(found.contactsBefore()).isEqualTo(alone.contactsBefore() + 1);
    assertThat(found.contactsAfter()).isEqualTo(alone.contactsAfter() + 1);
    assertThat(found.after()).isEqualTo(BEFORE.name() + ", after");
  }
}
