package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.AccountRules.Credits.NET;
import static io.dunning.policy.AccountRules.DocumentLevel.OWN;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT_AND_CURRENCY;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document states in all; the due date is 14 February 2026. */
class DocumentSumTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static InvoiceHistory invoice(
      String number, String amount, int dueAfter, LedgerEvent... events) {
    return Fixtures.history(number, Money.parse(amount), DUE.plusDays(dueAfter), events);
  }

  private static List<DunningDocument> documents(PolicyDraft draft, Account account) {
    return EVALUATOR.evaluate(draft.build(), account, DUE.plusDays(5)).documents();
  }

  private static Account withCredit(InvoiceHistory... invoices) {
    return Fixtures.account("C", invoices)
        .with(LedgerEvent.payment(DUE.minusDays(9), eur("30.00")));
  }

  @Test
  void takesNettedCreditsOffAndShowsThem() {
    PolicyDraft draft = draft().per(ACCOUNT).credits(NET);
    Account account = withCredit(invoice("A", "100.00 EUR", 0));
    DocumentSum sum = documents(draft, account).get(0).sums().get(0);
    assertThat(sum.open()).isEqualTo(eur("100.00"));
    assertThat(sum.credits()).isEqualTo(eur("30.00"));
    assertThat(sum.toPay()).isEqualTo(eur("70.00"));
    assertThat(EVALUATOR.explain(draft.build(), account, DUE.plusDays(5)).get(0).toString())
        .contains("70.00 EUR to pay: 100.00 EUR open, less 30.00 EUR of credits");
  }

  @Test
  void listsCreditsThatAreNotNetted() {
    DocumentSum sum =
        documents(draft().per(ACCOUNT), withCredit(invoice("A", "100.00 EUR", 0)))
            .get(0)
            .sums()
            .get(0);
    assertThat(sum.toPay()).isEqualTo(eur("100.00"));
    assertThat(sum).hasToString("100.00 EUR to pay: 100.00 EUR open, 30.00 EUR to credit");
  }

  @Test
  void listsCreditsForEachInvoiceThatIsDecidedAboutAlone() {
    List<DunningDocument> all =
        documents(draft(), withCredit(invoice("A", "100.00 EUR", 0), invoice("B", "9.00 EUR", 0)));
    assertThat(all).extracting(d -> d.sums().get(0).credits()).containsOnly(eur("30.00"));
    assertThat(all)
        .extracting(d -> d.sums().get(0).toPay())
        .containsExactly(eur("100.00"), eur("9.00"));
  }

  @Test
  void tellsApartWhatIsNotAskedFor() {
    InvoiceHistory partly =
        invoice("A", "100.00 EUR", 0, LedgerEvent.dispute(DUE, eur("40.00"), "quality"));
    Account account =
        Fixtures.account(
            "C",
            partly,
            invoice("B", "50.00 EUR", 0, LedgerEvent.dispute(DUE, "wrong price")),
            invoice("P", "20.00 EUR", 0, LedgerEvent.promise(DUE, DUE.plusDays(9))),
            invoice("D", "10.00 EUR", 30));
    DunningDocument document = documents(draft().per(ACCOUNT), account).get(0);
    assertThat(document.sums())
        .containsExactly(
            new DocumentSum(
                eur("180.00"),
                eur("10.00"),
                eur("90.00"),
                eur("20.00"),
                eur("0.00"),
                eur("0.00"),
                false));
    assertThat(document.sums().get(0))
        .hasToString(
            "60.00 EUR to pay: 180.00 EUR open, less 10.00 EUR not due, less 90.00 EUR disputed,"
                + " less 20.00 EUR held");
  }

  @Test
  void refusesAmountsOfTwoCurrenciesAtOnce() {
    for (int other = 0; other < 6; other++) {
      Money[] all = new Money[6];
      Arrays.fill(all, eur("1.00"));
      all[other] = Money.usd("1.00");
      assertThatThrownBy(
              () -> new DocumentSum(all[0], all[1], all[2], all[3], all[4], all[5], true))
          .as("amount " + other)
          .isInstanceOf(CurrencyMismatchException.class);
    }
    for (int other = 0; other < 3; other++) {
      Money[] all = new Money[3];
      Arrays.fill(all, eur("1.00"));
      all[other] = Money.usd("1.00");
      assertThatThrownBy(() -> new AccruedCharges.Owed(all[0], all[1], all[2]))
          .as("amount " + other)
          .isInstanceOf(CurrencyMismatchException.class);
    }
    AccruedCharges.Owed owed = new AccruedCharges.Owed(eur("1.00"), eur("0.00"), eur("0.00"));
    assertThatThrownBy(() -> new InvoiceLine("I", Money.usd("1.00"), true, true, false, owed))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("cannot compare EUR with USD");
  }

  @Test
  void asksForDueInstalmentsOnlyAndAddsCharges() {
    InvoiceHistory parts =
        InvoiceHistory.of(
            Fixtures.invoice("A", eur("100.00"), DUE)
                .inInstalments(
                    List.of(
                        new Instalment(DUE, eur("25.00")),
                        new Instalment(DUE.plusDays(30), eur("75.00")))));
    PolicyDraft draft =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL), assessCharges())))
            .lateFee(LateFee.flat(eur("5.00")).at("reminder"));
    DocumentSum sum = documents(draft, Fixtures.account("C", parts)).get(0).sums().get(0);
    assertThat(sum.notDue()).isEqualTo(eur("75.00"));
    assertThat(sum.charges()).isEqualTo(eur("5.00"));
    assertThat(sum.toPay()).isEqualTo(eur("30.00"));
  }

  @Test
  void aDocumentOfSeveralLevelsCountsCreditsOnce() {
    Account account = withCredit(invoice("A", "100.00 EUR", -15), invoice("B", "9.00 EUR", 0));
    List<DunningDocument> all =
        documents(draft().per(ACCOUNT).documentLevel(OWN).credits(NET), account);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).lines()).hasSize(2);
    assertThat(all.get(0).sums().get(0).toPay()).isEqualTo(eur("79.00"));
  }

  @Test
  void currenciesNeverAdd() {
    Account account = withCredit(invoice("A", "100.00 EUR", 0), invoice("B", "9.00 USD", 0));
    assertThat(documents(draft().per(ACCOUNT).credits(NET), account).get(0).sums())
        .extracting(DocumentSum::toPay)
        .containsExactly(eur("70.00"), usd("9.00"));
    assertThat(documents(draft().per(ACCOUNT_AND_CURRENCY).credits(NET), account))
        .flatExtracting(DunningDocument::sums)
        .extracting(DocumentSum::toPay)
        .containsExactly(eur("70.00"), usd("9.00"));
  }

  @Test
  void aNoticeBeforeTheDueDateAsksForTheInvoiceItIsAbout() {
    PolicyDraft draft =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("heads-up").at(daysBeforeDue(3)).take(sendReminder(EMAIL))));
    Account account = Fixtures.account("C", invoice("A", "100.00 EUR", 6));
    assertThat(documents(draft, account).get(0).sums().get(0).toPay()).isEqualTo(eur("100.00"));
  }

  @Test
  void saysNothingWithoutAStep() {
    Account account = withCredit(invoice("A", "100.00 EUR", 30));
    assertThat(EVALUATOR.evaluate(draft().build(), account, DUE).recommendations().get(0).sums())
        .isEmpty();
  }
}
