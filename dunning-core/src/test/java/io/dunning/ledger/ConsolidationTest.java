package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.LedgerEvent;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the invoices of a child get of the events of its account. */
class ConsolidationTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE)).with(events);
  }

  private static Account family(InvoiceHistory history, LedgerEvent... ofChild) {
    Account child = Account.of(Customer.of("C"), List.of(history), List.of(ofChild));
    return Account.of(Customer.of("P"), List.of()).answeringFor(child);
  }

  private static List<LedgerEvent> got(InvoiceHistory history, LedgerEvent... ofChild) {
    return family(history, ofChild).invoices().get(0).events();
  }

  private static Standing standing(InvoiceHistory history, LedgerEvent... ofChild) {
    return family(history, ofChild).invoices().get(0).standingOn(day(99));
  }

  // steps

  /** A step that was about others remains a contact. */
  @ParameterizedTest
  @CsvSource({"-31, false", "-1, false", "0, false", "1, true"})
  void aStepCountsForWhatWasPastDue(int on, boolean counts) {
    StepRecord steps = standing(invoice(), stepTaken(day(on), "demand", Channel.LETTER)).steps();
    assertThat(steps.taken()).hasSize(counts ? 1 : 0);
    assertThat(steps.withdrawn()).hasSize(counts ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"-31, false", "-1, false", "0, false", "1, true"})
  void aDecisionCountsForWhatWasPastDue(int on, boolean counts) {
    assertThat(got(invoice(), stepApproved(day(on), "court"))).hasSize(counts ? 1 : 0);
    assertThat(got(invoice(), stepRefused(day(on), "court"))).hasSize(counts ? 1 : 0);
  }

  /** The first instalment tells whether anything was past due. */
  @ParameterizedTest
  @CsvSource({"-10, false", "-9, true"})
  void ofInstalmentsTheFirstDueDateCounts(int on, boolean counts) {
    Invoice parts =
        invoice()
            .invoice()
            .inInstalments(
                List.of(new Instalment(day(-10), eur("40.00")), new Instalment(DUE, eur("60.00"))));
    assertThat(standing(InvoiceHistory.of(parts), stepTaken(day(on), "demand")).steps().taken())
        .hasSize(counts ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "5, false", "20, false", "21, true"})
  void newTermsCountFromTheirDay(int on, boolean counts) {
    InvoiceHistory anew = invoice(new TermsRenegotiated(day(4), day(20)));
    assertThat(standing(anew, stepTaken(day(on), "demand")).steps().taken())
        .hasSize(counts ? 1 : 0);
  }

  @Test
  void whatWasTakenBackOfTheAccountTakesNothingBackOfTheInvoice() {
    InvoiceHistory own = invoice(stepTaken(day(-9), "reminder"));
    assertThat(
            standing(own, stepTaken(day(-5), "reminder"), stepWithdrawn(day(2), "reminder"))
                .steps()
                .taken())
        .containsExactlyElementsOf(own.standingOn(day(9)).steps().taken());
    assertThat(standing(own, stepWithdrawn(day(2), "reminder")).steps().taken()).hasSize(1);
    assertThat(
            standing(own, stepTaken(day(1), "reminder"), stepWithdrawn(day(2), "reminder"))
                .steps()
                .taken())
        .containsExactlyElementsOf(own.standingOn(day(9)).steps().taken());
    assertThat(
            standing(
                    invoice(),
                    stepTaken(day(1), "reminder"),
                    notDelivered(day(3), "reminder", Channel.EMAIL),
                    stepWithdrawn(day(4), "reminder"))
                .steps()
                .taken())
        .isEmpty();
  }

  // what was agreed

  @ParameterizedTest
  @CsvSource({"-31, false", "-30, true", "5, true"})
  void aPromiseOfAllIsAboutWhatWasIssued(int on, boolean holds) {
    assertThat(standing(invoice(), promise(day(on), day(50))).agreements().isPromised())
        .isEqualTo(holds);
  }

  // a promise ends where it went

  @Test
  void aPromiseOfAnAmountIsWithdrawn() {
    LedgerEvent amount = promise(day(1), eur("100.00"), day(20));
    LedgerEvent withdrawn = promiseWithdrawn(day(5));
    assertThat(family(invoice(), amount, withdrawn).events()).containsExactly(amount, withdrawn);
    assertThat(got(invoice(), amount, withdrawn)).isEmpty();
  }

  @Test
  void aPromiseOfAllReplacesOneOfAnAmount() {
    LedgerEvent amount = promise(day(1), eur("100.00"), day(20));
    LedgerEvent all = promise(day(5), day(9));
    assertThat(family(invoice(), amount, all).events())
        .containsExactly(amount, promiseWithdrawn(day(5)));
    assertThat(got(invoice(), amount, all)).containsExactly(all);
    LedgerEvent withdrawn = promiseWithdrawn(day(6));
    assertThat(got(invoice(), amount, all, withdrawn)).containsExactly(all, withdrawn);
  }

  @Test
  void aPromiseOfAnAmountReplacesOneOfAll() {
    LedgerEvent all = promise(day(1), day(20));
    LedgerEvent amount = promise(day(5), eur("100.00"), day(9));
    assertThat(got(invoice(), all, amount)).containsExactly(all, promiseWithdrawn(day(5)));
    assertThat(family(invoice(), all, amount).events()).containsExactly(amount);
  }

  @Test
  void whatIsWithdrawnOfAChildEndsNoOtherPromise() {
    LedgerEvent own = promise(day(2), day(20));
    LedgerEvent tooEarly = promise(day(-31), day(9));
    LedgerEvent withdrawn = promiseWithdrawn(day(5));
    assertThat(got(invoice(own), withdrawn)).containsExactly(own);
    assertThat(got(invoice(own), tooEarly, withdrawn)).containsExactly(own);
    LedgerEvent before = promise(day(1), day(9));
    assertThat(got(invoice(own), before, withdrawn)).containsExactly(before, own);
    LedgerEvent after = promise(day(3), day(9));
    assertThat(got(invoice(own), after, withdrawn)).containsExactly(own, after, withdrawn);
    LedgerEvent one = promise(day(1), eur("10.00"), day(20));
    LedgerEvent other = promise(day(3), eur("20.00"), day(20));
    Account parent = Account.of(Customer.of("P"), List.of(), List.of());
    Account first = Account.of(Customer.of("C"), List.of(), List.of(one, withdrawn));
    Account second = Account.of(Customer.of("D"), List.of(), List.of(other));
    assertThat(parent.answeringFor(first, second).events()).containsExactly(one, other);
    assertThat(parent.answeringFor(second, first).events()).containsExactly(one, other);
    assertThat(parent.with(promise(day(4), day(8))).answeringFor(first).events())
        .doesNotContain(withdrawn);
  }

  // the rest

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true"})
  void aCollectionThatFailedIsAboutWhatWasDue(int on, boolean counts) {
    assertThat(got(invoice(), collectionFailed(day(on), "sepa", "AM04"))).hasSize(counts ? 1 : 0);
  }

  /** What holds whatever the customer owes holds a later invoice, too. */
  @Test
  void holdsAndDeferralsAreAboutLaterInvoices() {
    LedgerEvent hold = hold(day(-40), "asked");
    LedgerEvent deferred = deferred(day(-40), day(50));
    Account family = family(invoice(), hold, contact(day(-40), Channel.PHONE), deferred);
    assertThat(family.invoices().get(0).events()).containsExactly(hold, deferred);
    assertThat(family.events()).hasSize(1);
  }
}
