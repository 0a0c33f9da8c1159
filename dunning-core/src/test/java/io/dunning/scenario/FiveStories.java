package io.dunning.scenario;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.balanceAtLeast;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.described;
import static io.dunning.policy.Condition.settlementPossible;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.StatutoryInterest;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Posting;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;

/** Five stories, told in Java. Kotlin, Scala and Groovy tell the same ones, to the letter. */
final class FiveStories {
  static final DunningPolicy POLICY =
      DunningPolicy.named("five-stories")
          .version("1")
          .ladder(
              EscalationLadder.of(
                  step("reminder")
                      .at(daysPastDue(3))
                      .take(sendReminder(EMAIL))
                      .tone(Tone.FRIENDLY, customerTagged("key account")),
                  step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
                  step("call")
                      .at(after("notice", businessDays(5)))
                      .take(placeCall())
                      .onlyIf(
                          balanceAtLeast(eur("1000.00"))
                              .or(customerTagged("key account"))
                              .and(
                                  described(
                                      "customer has a name", s -> !s.customer().name().isEmpty()))),
                  step("settlement")
                      .at(daysPastDue(45))
                      .take(offerSettlement(EMAIL))
                      .onlyIf(settlementPossible()),
                  step("final demand")
                      .at(daysPastDue(60))
                      .take(sendDemand(LETTER), assessCharges())
                      .grants(calendarDays(10))
                      .needsApprovalOf("head of credit"),
                  step("agency")
                      .at(afterDeadlineOf("final demand", calendarDays(5)))
                      .take(referToAgency())
                      .needsApproval()))
          .lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness())
          .settlement(
              SettlementRule.lumpSum(percent("70")).fromDaysPastDue(45).validFor(calendarDays(14)))
          .minimumDaysBetweenContacts(5)
          .build();

  private static final LocalDate DUE = LocalDate.of(2026, 2, 16);
  private static final Customer ACME =
      Customer.of("C-1").named("Acme Ltd").ofKind(Customer.Kind.BUSINESS);

  /** Something that happens, once its day is known. */
  private interface Happening {
    LedgerEvent on(LocalDate day);
  }

  /** What happens on a day before the policy is asked. */
  private record Day(LocalDate date, List<Happening> events) {
    static Day on(String date, Happening... events) {
      return new Day(LocalDate.parse(date), List.of(events));
    }
  }

  private final StringBuilder told = new StringBuilder("policy " + POLICY.fingerprint() + "\n");

  static String all() {
    FiveStories stories = new FiveStories();
    stories.reminded();
    stories.disputed();
    stories.broken();
    stories.settled();
    stories.demanded();
    return stories.told.toString();
  }

  private void reminded() {
    tell(
        "a customer is reminded and pays",
        ACME.tagged("key account"),
        "1190.00",
        Day.on("2026-02-10"),
        Day.on("2026-02-19"),
        Day.on("2026-02-23", d -> payment(d, eur("1190.00"))));
  }

  private void disputed() {
    tell(
        "a customer contests a part and is wrong",
        ACME,
        "1190.00",
        Day.on("2026-02-19"),
        Day.on("2026-02-25", d -> dispute(d, eur("190.00"), "freight")),
        Day.on("2026-02-26", d -> payment(d, eur("1000.00"))),
        Day.on("2026-03-04", d -> disputeResolved(d, Outcome.CREDITOR_WON)),
        Day.on("2026-03-11", d -> payment(d, eur("190.00"))));
  }

  private void broken() {
    tell(
        "a promise is broken",
        ACME,
        "2380.00",
        Day.on("2026-02-20"),
        Day.on("2026-02-24", d -> promise(d, d.plusDays(14))),
        Day.on("2026-03-12"),
        Day.on("2026-03-19"),
        Day.on("2026-03-20", d -> payment(d, eur("2380.00"))),
        Day.on("2026-03-24", d -> paymentReversed(d, eur("2380.00"))));
  }

  private void settled() {
    tell(
        "a customer settles",
        ACME,
        "500.00",
        Day.on("2026-02-19"),
        Day.on("2026-03-02"),
        Day.on("2026-04-02"),
        Day.on("2026-04-08", d -> settlementAccepted(d, eur("382.44"), d.plusDays(7))),
        Day.on("2026-04-15", d -> payment(d, eur("382.44"))));
  }

  private void demanded() {
    tell(
        "a final demand with charges waits for approval",
        ACME,
        "1190.00",
        Day.on("2026-02-19"),
        Day.on("2026-03-02"),
        Day.on("2026-03-09"),
        Day.on("2026-04-02"),
        Day.on("2026-04-20"),
        Day.on("2026-04-21", d -> stepApproved(d, "final demand")),
        Day.on("2026-05-07"),
        Day.on("2026-05-08", d -> payment(d, eur("1300.00"))));
  }

  private void tell(String title, Customer customer, String amount, Day... days) {
    told.append("\n== ").append(title).append('\n');
    Invoice invoice = Invoice.of("INV-1", eur(amount), DUE.minusDays(30), DUE);
    Account account = Account.of(customer, List.of(InvoiceHistory.of(invoice)));
    for (Day day : days) {
      for (Happening event : day.events) {
        account = booked(account, event.on(day.date));
      }
      account = asked(account, day.date);
    }
    InvoiceHistory history = account.invoices().get(0);
    told.append("-- in the end: ").append(Clerk.balance(history)).append('\n');
  }

  private Account booked(Account account, LedgerEvent event) {
    told.append("-- ").append(Clerk.entry(event)).append('\n');
    return account.with(account.invoices().get(0).with(event));
  }

  private Account asked(Account account, LocalDate day) {
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    Explanation why = evaluator.explain(POLICY, account, day).get(0);
    Recommendation next = why.recommendation();
    told.append(why).append("\n=> ").append(Clerk.instruction(next));
    told.append(", ").append(Clerk.because(next.reason())).append('\n');
    next.actions().forEach(a -> told.append("=> ").append(Clerk.queue(a)).append('\n'));
    Account now = account;
    for (Posting posting : next.eventsWhenTaken(day)) {
      now = booked(now, posting.event());
    }
    return now;
  }
}
