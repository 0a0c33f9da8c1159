package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** A discount that is taken does what a credit note of the same amount and day would do. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class DiscountProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static Account discounted(Account account, int percent, int days, boolean proRata) {
    EarlyPaymentDiscount discount =
        EarlyPaymentDiscount.of(Percentage.percent(String.valueOf(percent)), days);
    PaymentTerms terms =
        PaymentTerms.net(30).discount(proRata ? discount.proRata() : discount.grace(4));
    List<InvoiceHistory> all = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      all.add(InvoiceHistory.of(each.invoice().onTerms(terms), each.events()));
    }
    return Account.of(account.customer(), all, account.events());
  }

  /** The same books with credit notes in place of discounts, and no terms. */
  private static Account credited(Account account) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      Invoice old = each.invoice();
      Invoice plain = Invoice.of(old.number(), old.amount(), old.issued(), old.due());
      all.add(
          InvoiceHistory.of(
              old.instalments().isEmpty() ? plain : plain.inInstalments(old.instalments()),
              each.eventsAndDiscounts().stream().map(DiscountProperties::credited).toList()));
    }
    return Account.of(account.customer(), all, account.events());
  }

  private static LedgerEvent credited(LedgerEvent event) {
    return event instanceof MoneyEvent.DiscountTaken e
        ? LedgerEvent.credit(e.date(), e.amount())
        : event;
  }

  private static boolean anyTakenBack(Account account) {
    return account.invoices().stream()
        .flatMap(h -> h.eventsAndDiscounts().stream())
        .anyMatch(MoneyEvent.DiscountReversed.class::isInstance);
  }

  private static boolean anyDispute(Account account) {
    return account.invoices().stream()
        .flatMap(h -> h.events().stream())
        .anyMatch(DisputeEvent.DisputeOpened.class::isInstance);
  }

  private static boolean anyTaken(Account account) {
    return account.invoices().stream()
        .flatMap(h -> h.eventsAndDiscounts().stream())
        .anyMatch(MoneyEvent.DiscountTaken.class::isInstance);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aDiscountTakenEqualsACreditOfItsDay(
      @ForAll DunningPolicy policy,
      @ForAll Account any,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(max = 150) int days,
      @ForAll boolean proRata) {
    Account account = discounted(any, percent, days, proRata);
    Assume.that(!anyTakenBack(account));
    // a credit, but no discount, makes up for what the customer contests
    Assume.that(!anyDispute(account));
    Statistics.label("taken").collect(anyTaken(account));
    Account credited = credited(account);
    for (int i = 0; i < account.invoices().size(); i++) {
      assertSameButForTheLine(
          account.invoices().get(i).standingOn(day), credited.invoices().get(i).standingOn(day));
    }
    assertThat(WEEKENDS.evaluate(policy, account, day).recommendations())
        .isEqualTo(WEEKENDS.evaluate(policy, credited, day).recommendations());
    assertThat(AgingReport.ofAccounts(AgingSchedule.STANDARD, day, List.of(account)))
        .isEqualTo(AgingReport.ofAccounts(AgingSchedule.STANDARD, day, List.of(credited)));
    assertThat(PaymentProfile.of(account, day))
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Account.class)
        .isEqualTo(PaymentProfile.of(credited, day));
  }

  private static void assertSameButForTheLine(Standing standing, Standing credited) {
    assertThat(standing.balance().open()).isEqualTo(credited.balance().open());
    assertThat(standing.balance().credit()).isEqualTo(credited.balance().credit());
    assertThat(standing.balance().paid()).isEqualTo(credited.balance().paid());
    assertThat(standing.balance().closure()).isEqualTo(credited.balance().closure());
    assertThat(standing.balance().closedOn()).isEqualTo(credited.balance().closedOn());
    assertThat(standing.balance().reopenedDay()).isEqualTo(credited.balance().reopenedDay());
    assertThat(standing.balance().dueDay()).isEqualTo(credited.balance().dueDay());
    assertThat(standing.agreements()).isEqualTo(credited.agreements());
  }

  /** After the last day of all discounts, a payment earns nothing more. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsPaidAndReversedEarnsNothing(
      @ForAll InvoiceHistory any,
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(max = 150) int days) {
    LocalDate issued = any.invoice().issued();
    PaymentTerms terms =
        PaymentTerms.net(30).discount(Percentage.percent(String.valueOf(percent)), days);
    InvoiceHistory history = InvoiceHistory.of(any.invoice().onTerms(terms));
    Money amount = any.invoice().amount();
    Money rest = amount.minus(terms.discounts().get(0).on(amount));
    // a discount that leaves nothing to pay cannot be earned by paying
    Assume.that(rest.isPositive());
    InvoiceHistory net = history.with(LedgerEvent.payment(issued.plusDays(days), rest));
    assertThat(net.standingOn(LocalDate.MAX).balance().openMinor()).isZero();
    InvoiceHistory back =
        net.with(
            LedgerEvent.paymentReversed(
                issued.plusDays(days + 9L), net.standingOn(LocalDate.MAX).balance().paid()));
    assertThat(back.standingOn(LocalDate.MAX).balance().open()).isEqualTo(any.invoice().amount());
    assertThat(back.standingOn(LocalDate.MAX).balance().discount().isZero()).isTrue();
  }
}
