package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.bankDataAsOf;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.candidateRejected;
import static io.dunning.event.LedgerEvent.chargeAssessed;
import static io.dunning.event.LedgerEvent.collected;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.paidBy;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The balances side by side say what the invoices and their standings say. */
class BalancesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static long epoch(int afterDue) {
    return day(afterDue).toEpochDay();
  }

  private static Invoice invoice(int place, Money amount) {
    return Invoice.of("I-" + place, amount, day(place - 40), day(place));
  }

  private static Invoice inParts(int place) {
    return invoice(place, eur("100.00"))
        .inInstalments(
            List.of(
                new Instalment(day(place), eur("40.00")),
                new Instalment(day(place + 30), eur("60.00"))));
  }

  private static InvoiceHistory history(LedgerEvent... events) {
    return InvoiceHistory.of(invoice(0, eur("100.00"))).with(events);
  }

  private static Account account(List<InvoiceHistory> invoices, LedgerEvent... events) {
    return Account.of(Customer.of("C"), invoices, List.of(events));
  }

  private static Balances today(InvoiceHistory history, LedgerEvent... events) {
    return account(List.of(history), events).balancesOn(EpochDay.LAST);
  }

  /** Invoices that differ in all that a cell can say, so that each shows if it is mixed up. */
  private static List<InvoiceHistory> portfolio() {
    return List.of(
        InvoiceHistory.of(invoice(0, eur("100.00"))),
        InvoiceHistory.of(inParts(1)),
        InvoiceHistory.of(invoice(2, eur("-30.00"))),
        InvoiceHistory.of(invoice(3, eur("70.00")))
            .with(payment(day(5), eur("20.00")), stepTaken(day(6), "reminder")),
        InvoiceHistory.of(inParts(4)).with(payment(day(5), eur("45.00"))),
        InvoiceHistory.of(invoice(5, eur("50.00"))).with(dispute(day(7), "broken")),
        InvoiceHistory.of(invoice(6, eur("60.00"))).with(customerReplied(day(8), Reply.REFUSES)),
        InvoiceHistory.of(invoice(7, eur("80.00"))).with(promise(day(9), day(20))),
        InvoiceHistory.of(invoice(8, eur("90.00"))).with(payment(day(3), eur("91.00"))),
        InvoiceHistory.of(invoice(9, eur("90.00"))).with(payment(day(3), eur("90.00"))));
  }

  @Test
  void eachInvoiceSaysAmountDatesAndDisputeAsItsStandingDoes() {
    Account account = account(portfolio(), stepTaken(day(1), "letter"), stepTaken(day(2), "call"));
    for (int asOf : new int[] {-30, 0, 5, 7, 30}) {
      Balances balances = account.balancesOn(epoch(asOf));
      assertThat(balances.size()).isEqualTo(10);
      for (int i = 0; i < balances.size(); i++) {
        Standing standing = account.invoices().get(i).standingOn(epoch(asOf));
        Invoice invoice = account.invoices().get(i).invoice();
        assertThat(balances.standing(i)).isEqualTo(standing);
        assertThat(balances.openMinor(i)).isEqualTo(standing.balance().openMinor());
        assertThat(balances.dueDay(i)).isEqualTo(standing.balance().dueDay());
        assertThat(balances.issuedDay(i)).isEqualTo(invoice.issuedDay());
        assertThat(balances.currency(i)).isEqualTo(invoice.amount().currency());
        assertThat(balances.isDisputed(i)).isEqualTo(standing.agreements().isDisputed());
        assertThat(balances.isRoutine(i)).isEqualTo(standing.isRoutine());
        assertThat(balances.isCredit(i)).isEqualTo(standing.balance().creditMinor() > 0);
      }
    }
  }

  @Test
  void anInvoiceIsSimpleIfAmountDueDateAndDisputeTellEverything() {
    Balances balances = account(portfolio()).balancesOn(EpochDay.LAST);
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < balances.size(); i++) {
      kinds.add(balances.isPlain(i) ? "plain" : balances.isSimple(i) ? "simple" : "neither");
    }
    assertThat(kinds)
        .containsExactly(
            "plain", "neither", "plain", "plain", "neither", "simple", "plain", "neither", "plain",
            "plain");
    assertThat(today(history(hold(day(1), "asked"))).isSimple(0)).isFalse();
    assertThat(today(history(restricted(day(1), Restriction.DECEASED))).isSimple(0)).isFalse();
    // a payment that bounced after the debt was settled reopened it
    LedgerEvent paid = payment(day(1), eur("100.00"));
    LedgerEvent bounced = paymentReversed(day(4), eur("100.00"));
    assertThat(today(history(paid)).isSimple(0)).isTrue();
    assertThat(today(history(paid, bounced)).isSimple(0)).isFalse();
    assertThat(today(history(bounced)).isSimple(0)).isTrue();
  }

  @Test
  void anAccountIsPlainUnlessSomethingIsSaidOfItAsAWhole() {
    assertThat(today(history(), stepTaken(day(1), "letter")).isAccountPlain()).isTrue();
    for (LedgerEvent each :
        List.of(
            hold(day(1), "asked"),
            dispute(day(1), "all wrong"),
            promise(day(1), day(9)),
            restricted(day(1), Restriction.INSOLVENCY))) {
      assertThat(today(history(), each).isAccountPlain()).as(each.toString()).isFalse();
      assertThat(today(history(each)).isAccountPlain()).as(each.toString()).isTrue();
    }
  }

  @Test
  void anInvoiceIsRoutineOnlyIfItsAccountIs() {
    LedgerEvent replied = customerReplied(day(1), Reply.ASKS_FOR_TIME);
    assertThat(today(history()).isRoutine(0)).isTrue();
    assertThat(today(history(stepTaken(day(1), "letter"))).isRoutine(0)).isTrue();
    assertThat(today(history(replied)).isRoutine(0)).isFalse();
    assertThat(today(history(), replied).isRoutine(0)).isFalse();
    assertThat(today(history(stepTaken(day(1), "letter")), replied).isRoutine(0)).isFalse();
  }

  @Test
  void twoCurrenciesAreToldInvoiceByInvoice() {
    InvoiceHistory first = InvoiceHistory.of(invoice(1, eur("1.00")));
    InvoiceHistory second = InvoiceHistory.of(invoice(2, usd("1.00")));
    InvoiceHistory third = InvoiceHistory.of(invoice(3, usd("2.00")));
    Balances mixed = account(List.of(first, second, third)).balancesOn(0);
    assertThat(mixed.isOneCurrency()).isFalse();
    assertThat(mixed.currency(0)).hasToString("EUR");
    assertThat(mixed.currency(1)).hasToString("USD");
    Balances one = account(List.of(second, third)).balancesOn(0);
    assertThat(one.isOneCurrency()).isTrue();
    assertThat(one.currency(1)).hasToString("USD");
    assertThat(account(List.of()).balancesOn(0).isOneCurrency()).isFalse();
  }

  @Test
  void anOverPaidInvoiceAndACreditNoteAreCredits() {
    assertThat(today(history(payment(day(1), eur("100.00")))).anyCredit()).isFalse();
    assertThat(today(history(payment(day(1), eur("100.01")))).anyCredit()).isTrue();
    assertThat(today(InvoiceHistory.of(invoice(1, eur("-1.00")))).anyCredit()).isTrue();
    assertThat(today(InvoiceHistory.of(invoice(1, eur("0.00")))).anyCredit()).isFalse();
    // one such invoice among others is enough, wherever it stands
    InvoiceHistory paid = history(payment(day(1), eur("100.01")));
    InvoiceHistory other = InvoiceHistory.of(invoice(9, eur("1.00")));
    assertThat(account(List.of(paid, other)).balancesOn(EpochDay.LAST).anyCredit()).isTrue();
    assertThat(account(List.of(other, paid)).balancesOn(EpochDay.LAST).anyCredit()).isTrue();
    assertThat(account(List.of(other, paid)).balancesOn(epoch(0)).anyCredit()).isFalse();
  }

  /** Told of one invoice among others, before or behind them, or of the account. */
  @Test
  void whatTheBankSaysIsSeenWhereverItIsSaid() {
    LedgerEvent data = bankDataAsOf(day(1));
    LedgerEvent receipt = candidateReceipt(day(1), "R-1", eur("10.00"), "");
    LedgerEvent taken = stepTaken(day(1), "letter");
    assertThat(bank(story(), story(), story())).isEqualTo("nothing");
    assertThat(bank(story(taken), story(taken), story(taken))).isEqualTo("nothing");
    // a receipt that was no payment leaves nothing behind
    assertThat(bank(story(receipt, candidateRejected(day(2), "R-1")), story(), story()))
        .isEqualTo("nothing");
    for (LedgerEvent each :
        List.of(data, receipt, paidBy(day(1), PaymentMethod.TRANSFER), collected(day(1)))) {
      String said = each == data ? "how recent it is" : "more";
      assertThat(bank(story(each), story(taken), story())).isEqualTo(said);
      assertThat(bank(story(taken), story(each), story(data))).isEqualTo(said);
      assertThat(bank(story(taken), story(), story(each))).isEqualTo(said);
    }
  }

  private static LedgerEvent[] story(LedgerEvent... events) {
    return events;
  }

  private static String bank(LedgerEvent[] first, LedgerEvent[] second, LedgerEvent[] ofAccount) {
    InvoiceHistory other = InvoiceHistory.of(invoice(9, eur("1.00"))).with(second);
    Balances all = account(List.of(history(first), other), ofAccount).balancesOn(EpochDay.LAST);
    return !all.anyBank() ? "nothing" : all.isBankSilent() ? "how recent it is" : "more";
  }

  @Test
  void aChargeOnAnyInvoiceIsSeen() {
    InvoiceHistory charged = history(chargeAssessed(day(1), Charge.FEE, eur("5.00")));
    InvoiceHistory other = InvoiceHistory.of(invoice(9, eur("1.00"))).with(hold(day(1), ""));
    assertThat(account(List.of(charged, other)).balancesOn(EpochDay.LAST).anyCharge()).isTrue();
    assertThat(account(List.of(other)).balancesOn(EpochDay.LAST).anyCharge()).isFalse();
  }

  @Test
  void stepsOfInvoicesAndWithdrawnStepsAreSeen() {
    LedgerEvent taken = stepTaken(day(1), "letter");
    LedgerEvent withdrawn = stepWithdrawn(day(2), "letter");
    InvoiceHistory untouched = history();
    InvoiceHistory other = InvoiceHistory.of(invoice(9, eur("1.00"))).with(hold(day(1), ""));
    assertThat(today(untouched, taken).anyInvoiceSteps()).isFalse();
    assertThat(today(other, taken).anyInvoiceSteps()).isFalse();
    assertThat(today(untouched, taken).anyWithdrawnSteps()).isFalse();
    assertThat(today(untouched, taken, withdrawn).anyWithdrawnSteps()).isTrue();
    assertThat(today(history(taken)).anyInvoiceSteps()).isTrue();
    assertThat(today(history(taken)).anyWithdrawnSteps()).isFalse();
    Balances both = account(List.of(history(taken, withdrawn), other)).balancesOn(EpochDay.LAST);
    assertThat(both.anyInvoiceSteps()).isTrue();
    assertThat(both.anyWithdrawnSteps()).isTrue();
  }

  @Test
  void theLastContactIsTheLastOnAnyInvoiceOrOnTheAccount() {
    InvoiceHistory earlier = history(contact(day(3), Channel.PHONE));
    InvoiceHistory later =
        InvoiceHistory.of(invoice(9, eur("1.00"))).with(contact(day(5), Channel.PHONE));
    LedgerEvent whole = contact(day(7), Channel.PHONE);
    assertThat(today(history()).lastContactDay()).isEqualTo(EpochDay.NONE);
    assertThat(account(List.of(later, earlier)).balancesOn(EpochDay.LAST).lastContactDay())
        .isEqualTo(epoch(5));
    assertThat(account(List.of(later, earlier), whole).balancesOn(EpochDay.LAST).lastContactDay())
        .isEqualTo(epoch(7));
    assertThat(account(List.of(later, earlier), whole).balancesOn(epoch(4)).lastContactDay())
        .isEqualTo(epoch(3));
  }

  @Test
  void aChannelIsClosedIfItFailedAnywhereOrTheCustomerCannotBeReachedByIt() {
    InvoiceHistory byLetter = history(notDelivered(day(1), "x", Channel.LETTER));
    InvoiceHistory bySms =
        InvoiceHistory.of(invoice(9, eur("1.00"))).with(notDelivered(day(1), "x", Channel.SMS));
    Account account =
        Account.of(Customer.of("C").without(Channel.PHONE), List.of(byLetter, bySms))
            .with(
                notDelivered(day(1), "x", Channel.LETTER),
                notDelivered(day(2), "x", Channel.EMAIL));
    int closed = account.balancesOn(EpochDay.LAST).closedChannelBits();
    for (Channel channel : Channel.values()) {
      assertThat((closed & 1 << channel.ordinal()) != 0)
          .as(channel.toString())
          .isEqualTo(
              List.of(Channel.LETTER, Channel.SMS, Channel.PHONE, Channel.EMAIL).contains(channel));
    }
  }

  @Test
  void theStepsOfTheAccountLieBehindItsInvoices() {
    Account account =
        account(
            portfolio(),
            stepTaken(day(1), "letter", Channel.LETTER),
            stepTaken(day(2), "call"),
            hold(day(3), ""));
    Balances balances = account.balancesOn(EpochDay.LAST);
    StepsTaken steps = balances.accountSteps();
    assertThat(steps.count()).isEqualTo(2);
    assertThat(steps.name(0)).isEqualTo("letter");
    assertThat(steps.name(1)).isEqualTo("call");
    assertThat(steps.day(0)).isEqualTo(epoch(1));
    assertThat(steps.day(1)).isEqualTo(epoch(2));
    assertThat(steps.hasChannel(0)).isTrue();
    assertThat(steps.hasChannel(1)).isFalse();
    assertThat(balances.whole()).isEqualTo(account.standingOn(EpochDay.LAST));
  }

  @Test
  void whatTheToleranceCoversIsADifferenceAndNoLongerOpen() {
    LocalDate due = LocalDate.of(2026, 2, 14);
    Account account =
        Fixtures.account(
            "C",
            Fixtures.history("open", eur("100.00"), due),
            Fixtures.history("paid", eur("100.00"), due, payment(due, eur("100.00"))),
            Fixtures.history("cent", eur("100.00"), due, payment(due, eur("99.99"))),
            Fixtures.history("euro", eur("100.00"), due, payment(due, eur("99.00"))),
            Fixtures.history(
                "new terms",
                eur("100.00"),
                due,
                payment(due, eur("99.98")),
                termsRenegotiated(due, due.plusDays(60))));
    Balances all = account.balancesOn(due.toEpochDay());
    assertThat(all.within(Tolerance.NONE)).isSameAs(all);
    assertThat(all.anyDifference()).isFalse();
    Balances settled = all.within(Tolerance.upTo(eur("0.50")));
    assertThat(settled.anyDifference()).isTrue();
    assertThat(
            IntStream.range(0, 5)
                .mapToObj(i -> settled.openMinor(i) + " " + settled.differenceMinor(i)))
        .containsExactly("10000 0", "0 0", "0 1", "100 0", "0 2");
    assertThat(settled.dueDay(2)).isEqualTo(due.toEpochDay());
    assertThat(settled.dueDay(4)).isEqualTo(due.plusDays(60).toEpochDay());
    assertThat(settled.chasedFromDay(2)).isEqualTo(EpochDay.NONE);
    assertThat(all.within(Tolerance.upTo(eur("0.00")))).isSameAs(all);
    // it covers neither of the differences
    assertThat(all.within(Tolerance.upTo(usd("5.00")))).isSameAs(all);
  }

  @Test
  void chargesThatAreChasedAreOpenSinceTheInvoiceWasSettled() {
    LocalDate due = LocalDate.of(2026, 2, 14);
    Account account =
        Fixtures.account(
            "C",
            Fixtures.history("open", eur("100.00"), due),
            Fixtures.history("paid", eur("100.00"), due, payment(due.plusDays(3), eur("100.00"))),
            Fixtures.history("late", eur("100.00"), due, payment(due.plusDays(8), eur("100.00"))));
    account = account.with(stepTaken(due.plusDays(5), "letter"));
    Balances all = account.balancesOn(due.plusDays(9).toEpochDay());
    long since = due.plusDays(3).toEpochDay();
    Balances chased = all.chasing(new long[] {0, 40_00, 5_00}, new long[] {0, since, since + 5});
    assertThat(chased.openMinor(0)).isEqualTo(100_00);
    assertThat(chased.chasedFromDay(0)).isEqualTo(EpochDay.NONE);
    assertThat(chased.openMinor(1)).isEqualTo(40_00);
    assertThat(chased.dueDay(1)).isEqualTo(since);
    assertThat(chased.chasedFromDay(1)).isEqualTo(since);
    assertThat(chased.openMinor(2)).isEqualTo(5_00);
    assertThat(chased.dueDay(2)).isEqualTo(since + 5);
    // all else is as it was
    assertThat(chased.dueDay(0)).isEqualTo(due.toEpochDay());
    assertThat(IntStream.range(0, 3).mapToObj(chased::issuedDay))
        .containsExactlyElementsOf(IntStream.range(0, 3).mapToObj(all::issuedDay).toList());
    assertThat(chased.accountSteps().name(0)).isEqualTo("letter");
    assertThat(chased.accountSteps().day(0)).isEqualTo(since + 2);
  }
}
