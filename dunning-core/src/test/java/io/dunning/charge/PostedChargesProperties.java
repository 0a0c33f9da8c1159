package io.dunning.charge;

import static io.dunning.event.LedgerEvent.chargeAssessed;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The books and the statement agree on every day, whatever bounced or was given up later. */
class PostedChargesProperties {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.everyDay();
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = ISSUED.plusDays(80);

  @Provide
  Arbitrary<Invoice> invoices() {
    Invoice plain = Invoice.of("I", eur("100.00"), ISSUED, ISSUED.plusDays(9));
    PaymentTerms discount =
        PaymentTerms.net(9).discount(EarlyPaymentDiscount.of(percent("30"), 60).grace(2));
    PaymentTerms shares =
        PaymentTerms.net(9).discount(EarlyPaymentDiscount.of(percent("10"), 40).proRata());
    List<Instalment> parts =
        List.of(
            new Instalment(ISSUED.plusDays(5), eur("30.00")),
            new Instalment(ISSUED.plusDays(25), eur("70.00")));
    return Arbitraries.of(
        plain,
        plain.inInstalments(parts),
        Invoice.of("I", eur("100.00"), ISSUED, discount),
        Invoice.of("I", eur("100.00"), ISSUED, shares));
  }

  @Provide
  Arbitrary<LedgerEvent> happenings() {
    Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 70).map(ISSUED::plusDays);
    Arbitrary<Money> amounts =
        Arbitraries.of(1_000L, 3_000L, 4_000L, 6_000L, 7_000L, 9_000L, 10_000L, 11_000L, 14_000L)
            .map(m -> Money.ofMinor(m, eur("0").currency()));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(days, amounts).as(LedgerEvent::payment)),
        Tuple.of(3, Combinators.combine(days, amounts).as(LedgerEvent::paymentReversed)),
        Tuple.of(2, Combinators.combine(days, amounts).as(LedgerEvent::refund)),
        Tuple.of(2, Combinators.combine(days, amounts).as(LedgerEvent::credit)),
        Tuple.of(2, Combinators.combine(days, amounts).as(LedgerEvent::partWrittenOff)),
        Tuple.of(
            1, Combinators.combine(days, amounts).as((d, m) -> chargeAssessed(d, Charge.FEE, m))),
        Tuple.of(1, days.map(LedgerEvent::writtenOff)),
        Tuple.of(1, days.map(LedgerEvent::writeOffReversed)),
        Tuple.of(1, Combinators.combine(days, amounts).as(LedgerEvent::discountTaken)),
        Tuple.of(1, Combinators.combine(days, amounts).as(LedgerEvent::discountReversed)),
        Tuple.of(
            1, Combinators.combine(days, amounts).as((d, m) -> LedgerEvent.dispute(d, m, "wrong"))),
        Tuple.of(1, days.map(d -> LedgerEvent.disputeResolved(d, Outcome.CUSTOMER_WON))));
  }

  @Provide
  Arbitrary<List<LedgerEvent>> stories() {
    return happenings().list().ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<ChargeRules> rules() {
    ChargeRules fee = ChargeRules.of(LateFee.flat(eur("40.00")).once());
    ChargeRules both =
        ChargeRules.of(LateInterest.fixed(percent("24"))).with(LateFee.flat(eur("5.00")).once());
    return Combinators.combine(
            Arbitraries.of(fee, both, ChargeRules.NONE), Arbitraries.of(AllocationOrder.class))
        .as(ChargeRules::paying);
  }

  /** What the books say on a day does not depend on what is known later. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void onEveryDayTheBooksSayWhatTheStatementSaidOnIt(
      @ForAll("rules") ChargeRules rules,
      @ForAll("invoices") Invoice invoice,
      @ForAll("stories") List<LedgerEvent> story) {
    InvoiceHistory history = InvoiceHistory.of(invoice, story);
    InvoiceHistory posted = rules.posted(history, END, CALENDAR);
    assertThat(posted.standingOn(END).balance().open())
        .as("%s\n%s", rules.accrue(history, END).allocations(), posted.eventsAndDiscounts())
        .isEqualTo(rules.accrue(history, END).principal());
    IntStream.rangeClosed(0, 80)
        .mapToObj(ISSUED::plusDays)
        .forEach(
            day ->
                assertThat(posted.standingOn(day).balance().open())
                    .as("%s %s\n%s", rules, day, posted.eventsAndDiscounts())
                    .isEqualTo(rules.accrue(history.asOf(day), day).principal()));
    assertThat(rules.posted(posted, END, CALENDAR)).isEqualTo(posted);
  }

  /** What the ledger's keeper recorded of charges that payments paid, in whatever order. */
  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void withoutRulesTheStatementFollowsWhatWasRecorded(
      @ForAll("invoices") Invoice invoice,
      @ForAll("stories") List<LedgerEvent> story,
      @ForAll("charged") List<LedgerEvent> charged) {
    InvoiceHistory history =
        InvoiceHistory.of(invoice, story).with(charged.toArray(new LedgerEvent[0]));
    IntStream.rangeClosed(0, 80)
        .mapToObj(ISSUED::plusDays)
        .forEach(
            day ->
                assertThat(ChargeRules.NONE.accrue(history.asOf(day), day).principal())
                    .as("%s %s", day, history)
                    .isEqualTo(history.asOf(day).standingOn(day).balance().open()));
  }

  @Provide
  Arbitrary<List<LedgerEvent>> charged() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 70),
            Arbitraries.of(500L, 3_000L, 4_000L, -500L, -3_000L))
        .as(
            (day, amount) ->
                LedgerEvent.chargesPaid(
                    ISSUED.plusDays(day), Money.ofMinor(amount, eur("0").currency())))
        .list()
        .ofMaxSize(3);
  }
}
