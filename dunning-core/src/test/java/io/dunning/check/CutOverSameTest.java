package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two policies both do on the first day is not told, and all that only one does is. */
class CutOverSameTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval();

  private static DunningPolicy policy(EscalationStep... steps) {
    return DunningPolicy.named("mine")
        .ladder(EscalationLadder.of(steps).progression(Progression.CATCH_UP))
        .build();
  }

  private static InvoiceHistory invoice(String number, int daysPastDue, LedgerEvent... events) {
    LocalDate due = DAY.minusDays(daysPastDue);
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), due.minusDays(30), due))
        .with(events);
  }

  private static CutOver report(
      DunningPolicy before, DunningPolicy after, InvoiceHistory... invoices) {
    Account account = Account.of(Customer.of("C"), List.of(invoices));
    return CutOver.of(before, after, BusinessCalendar.weekends(), List.of(account), DAY);
  }

  private static List<String> lines(
      DunningPolicy before, DunningPolicy after, InvoiceHistory... invoices) {
    return report(before, after, invoices).lines().stream().map(CutOver.Line::toString).toList();
  }

  /** The older debt goes to the agency in any case; the younger one only with it. */
  @Test
  void theInvoicesThatAreLeftAreTold() {
    DunningPolicy each = policy(AGENCY);
    DunningPolicy all = Redraft.of(each).per(AccountRules.Unit.ACCOUNT).build();
    InvoiceHistory[] two = {invoice("OLD", 70), invoice("YOUNG", 10)};
    assertThat(lines(each, all, two)).containsExactly("C YOUNG handed over: agency");
    assertThat(report(each, all, two).totals())
        .hasToString("{handed over=1 debt, 100.00 EUR overdue}");
    assertThat(lines(all, each, two)).containsExactly("C YOUNG rests: agency");
  }

  /** Both hand over on that day, although one would have done so five days earlier. */
  @Test
  void whatTheCustomerGetsFromBothIsNotTold() {
    DunningPolicy sooner = policy(AGENCY.at(daysPastDue(55)));
    assertThat(lines(policy(AGENCY), sooner, invoice("OLD", 70))).isEmpty();
    assertThat(lines(policy(AGENCY), sooner, invoice("YOUNG", 57)))
        .containsExactly("C YOUNG handed over: agency");
  }

  private static DunningPolicy reminders(String first, String second, Channel channel) {
    return policy(
        step(first).at(daysPastDue(5)).take(sendReminder(EMAIL)),
        step(second).at(daysPastDue(15)).take(sendReminder(channel)));
  }

  /** Who heard one reminder hears the second one, whatever it is called and however it goes. */
  @Test
  void theSecondReminderRepeatsNoFirstOne() {
    DunningPolicy before = reminders("reminder-1", "reminder-2", EMAIL);
    InvoiceHistory once = invoice("I", 17, stepTaken(DAY.minusDays(10), "reminder-1"));
    assertThat(lines(before, reminders("first", "second", EMAIL), once))
        .containsExactly("C I steps unknown: reminder-1");
    assertThat(lines(before, reminders("first", "second", LETTER), once))
        .containsExactly("C I steps unknown: reminder-1");
    InvoiceHistory twice = once.with(stepTaken(DAY.minusDays(9), "reminder-2"));
    assertThat(lines(before, reminders("first", "second", LETTER), twice))
        .contains("C I repeats: second");
  }

  /** Both hand over; that the new policy writes in another tone hands nothing over newly. */
  @Test
  void anAgencyInAnotherToneIsNoNewHandOver() {
    EscalationStep firm = AGENCY.tone(Tone.FIRM);
    assertThat(lines(policy(AGENCY), policy(firm), invoice("I", 70))).isEmpty();
    DunningPolicy alone = policy(step("agency").at(daysPastDue(60)).take(referToAgency()));
    assertThat(lines(policy(AGENCY), alone, invoice("I", 70)))
        .containsExactly("C I approval lost: agency");
    assertThat(lines(alone, policy(AGENCY), invoice("I", 70))).isEmpty();
    DunningPolicy court = policy(step("court").at(daysPastDue(60)).take(fileClaim()));
    assertThat(lines(alone, court, invoice("I", 70))).containsExactly("C I handed over: court");
  }

  /** Also what is no hand-over. */
  @Test
  void namesWhatIsDoneWithoutTheApprovalOfBefore() {
    EscalationStep stop = step("stop").at(daysPastDue(10)).take(stopSupply());
    assertThat(lines(policy(stop.needsApproval()), policy(stop), invoice("I", 20)))
        .containsExactly("C I approval lost: stop");
    assertThat(lines(policy(stop), policy(stop.needsApproval()), invoice("I", 20))).isEmpty();
  }

  @Test
  void namesWhoIsNewlyContacted() {
    EscalationStep later = step("reminder").at(daysPastDue(9)).take(sendReminder(EMAIL));
    assertThat(lines(policy(later), policy(later.at(daysPastDue(5))), invoice("I", 7)))
        .containsExactly("C I newly contacted: reminder");
  }

  /** A reminder is no reason to leave out notices. */
  @Test
  void whoHeardAReminderJumpsOverNotices() {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
    EscalationStep first = step("notice one").at(daysPastDue(10)).take(sendNotice(1, EMAIL));
    EscalationStep second = step("notice two").at(daysPastDue(20)).take(sendNotice(2, EMAIL));
    InvoiceHistory reminded = invoice("I", 28, stepTaken(DAY.minusDays(20), "reminder"));
    assertThat(
            lines(
                policy(reminder, first.at(daysPastDue(90))),
                policy(reminder, first, second),
                reminded))
        .containsExactly("C I jumps: notice two");
  }

  /** Whatever the message is: here a text message whose step was renamed. */
  @Test
  void aRenamedMessageRepeats() {
    EscalationStep text = step("text").at(daysPastDue(3)).take(sendMessage(Channel.SMS));
    EscalationStep sms = step("sms").at(daysPastDue(3)).take(sendMessage(Channel.SMS));
    InvoiceHistory told = invoice("I", 28, stepTaken(DAY.minusDays(20), "text"));
    assertThat(lines(policy(text), policy(sms), told)).contains("C I repeats: sms");
  }

  /** A reminder for large debts only is none that a small debt has heard. */
  @Test
  void aReminderThatDoesNotApplyIsNotCountedAsSent() {
    DunningPolicy before = reminders("reminder-1", "reminder-2", EMAIL);
    EscalationStep large =
        step("for large debts")
            .at(daysPastDue(5))
            .take(sendReminder(EMAIL))
            .onlyIf(Condition.overdueAtLeast(eur("5000.00")));
    EscalationStep usual = step("reminder").at(daysPastDue(15)).take(sendReminder(LETTER));
    InvoiceHistory once = invoice("I", 17, stepTaken(DAY.minusDays(10), "reminder-1"));
    assertThat(lines(before, policy(large, usual), once)).contains("C I repeats: reminder");
  }

  @Test
  void aDisputedDebtIsOverdueAllTheSame() {
    InvoiceHistory disputed =
        invoice("I", 7, stepTaken(DAY.minusDays(2), "reminder-1"), dispute(DAY, "broken"));
    assertThat(
            report(
                    reminders("reminder-1", "reminder-2", EMAIL),
                    reminders("first", "second", EMAIL),
                    disputed)
                .totals())
        .hasToString("{steps unknown=1 debt, 100.00 EUR overdue}");
  }
}
