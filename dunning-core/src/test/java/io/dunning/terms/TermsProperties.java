package io.dunning.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What terms print is what they mean: they read it again as an equal value. */
class TermsProperties {
  private static Arbitrary<Integer> upTo(int least, int most) {
    return Arbitraries.integers().between(least, most);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.oneOf(
        upTo(0, 20_000).map(LocalDate::ofEpochDay),
        Arbitraries.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(12_026, 5, 1)));
  }

  private static PaymentTerms rule(int kind, int days) {
    int day = 1 + days % 31;
    return switch (kind) {
      case 0 -> PaymentTerms.net(days);
      case 1 -> PaymentTerms.netWeeks(1 + days % 520);
      case 2 -> PaymentTerms.netMonths(1 + days % 120);
      case 3 -> PaymentTerms.netMonthsSticky(1 + days % 120);
      case 4 -> PaymentTerms.endOfMonth();
      case 5 -> PaymentTerms.endOfNextMonth();
      case 6 -> PaymentTerms.netThenEndOfMonth(days);
      case 7 -> PaymentTerms.endOfMonthThenDays(1 + days % 3_660);
      case 8 -> PaymentTerms.dayOfNextMonth(day);
      default -> PaymentTerms.dayOfNextMonth(day, 1 + days % 29);
    };
  }

  private static PaymentTerms moved(PaymentTerms terms, int kind, int count) {
    return switch (kind) {
      case 0 -> terms.thenDays(count);
      case 1 -> terms.thenMonths(1 + count % 120);
      case 2 -> terms.thenEndOfMonth();
      case 3 -> terms.thenDayOfNextMonth(1 + count % 31);
      default -> terms;
    };
  }

  @Provide
  Arbitrary<EarlyPaymentDiscount> discounts() {
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("99.9999"))
                .ofScale(4),
            Arbitraries.oneOf(upTo(0, 120), Arbitraries.of(Integer.MAX_VALUE)),
            upTo(0, 7),
            upTo(1, 31),
            Arbitraries.oneOf(upTo(0, 30), Arbitraries.of(Integer.MAX_VALUE)))
        .as(
            (off, days, kind, cutOff, grace) -> {
              EarlyPaymentDiscount discount =
                  kind % 4 == 3
                      ? EarlyPaymentDiscount.of(
                          Money.eur(off.setScale(2, RoundingMode.UP).toString()), days)
                      : EarlyPaymentDiscount.of(Percentage.percent(off.toString()), days);
              discount = kind % 4 == 0 ? discount.afterMonthEnd() : discount;
              discount = kind % 4 == 1 ? discount.afterMonthEnd(cutOff) : discount;
              discount =
                  kind % 4 == 2 && days >= 1 && days <= 31 ? discount.onDayOfNextMonth() : discount;
              discount = discount.grace(grace);
              return kind > 3 ? discount.proRata() : discount;
            });
  }

  @Provide
  Arbitrary<PaymentTerms> terms() {
    Arbitrary<PaymentTerms> plain =
        Combinators.combine(upTo(0, 9), upTo(0, 3_660), upTo(0, 6), upTo(0, 6), upTo(1, 3_660))
            .as(
                (kind, days, first, second, count) ->
                    moved(moved(rule(kind, days), first, count), second, count));
    return Combinators.combine(
            plain,
            discounts().list().ofMaxSize(3),
            Arbitraries.of(BusinessDayConvention.class),
            upTo(1, 31).set().ofMaxSize(4),
            Combinators.combine(dates(), dates())
                .as((a, b) -> a.isBefore(b) ? new DateSpan(a, b) : new DateSpan(b, a))
                .list()
                .ofMaxSize(2),
            dates().optional(),
            upTo(0, 3_660).optional(),
            Arbitraries.of(true, false))
        .as(
            (terms, discounts, convention, days, closed, asOf, most, goods) -> {
              PaymentTerms all = terms;
              for (EarlyPaymentDiscount each : growing(discounts)) {
                all = all.discount(each);
              }
              all = all.adjusted(convention);
              all = all.on(new PaymentDays(List.copyOf(days), closed));
              all = asOf.isPresent() ? all.asOf(asOf.get()) : all;
              all = most.isPresent() ? all.atMost(most.get()) : all;
              return goods ? all.fromReceiptOfGoods() : all;
            });
  }

  /** Those discounts that can stand beside each other: more days, and less off. */
  private static List<EarlyPaymentDiscount> growing(List<EarlyPaymentDiscount> all) {
    List<EarlyPaymentDiscount> kept = new ArrayList<>();
    for (EarlyPaymentDiscount each : all) {
      EarlyPaymentDiscount last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || each.days() > last.days() && DiscountAmount.isLess(each, last)) {
        kept.add(each);
      }
    }
    return kept;
  }

  @Property(tries = 3_000)
  void termsParseWhatTheyPrint(@ForAll("terms") PaymentTerms terms) {
    assertThat(PaymentTerms.parse(terms.toString())).isEqualTo(terms);
    assertThat(PaymentTerms.parse(terms.toString().toUpperCase(Locale.ROOT))).isEqualTo(terms);
  }

  @Property(tries = 1_000)
  void discountsParseWhatTheyPrint(@ForAll("discounts") EarlyPaymentDiscount discount) {
    assertThat(EarlyPaymentDiscount.parse(discount.toString())).isEqualTo(discount);
  }

  @Provide
  Arbitrary<PaymentSchedule> schedules() {
    Arbitrary<PaymentSchedule.Part> parts =
        Combinators.combine(terms(), upTo(1, 2_000), Arbitraries.of(true, false))
            .as(
                (terms, n, fixed) ->
                    fixed
                        ? PaymentSchedule.fixed(Money.ofMinor(n, Money.eur("1").currency()), terms)
                        : PaymentSchedule.share(
                            Percentage.percent(BigDecimal.valueOf(n, 2).toPlainString()), terms));
    return Combinators.combine(parts.list().ofMaxSize(5), terms(), Arbitraries.of(true, false))
        .as(
            (some, last, sequential) -> {
              List<PaymentSchedule.Part> all = new ArrayList<>(some);
              all.add(PaymentSchedule.remainder(last));
              PaymentSchedule schedule =
                  PaymentSchedule.of(all.toArray(new PaymentSchedule.Part[0]));
              return sequential ? schedule.sequential() : schedule;
            });
  }

  @Property(tries = 1_000)
  void schedulesParseWhatTheyPrint(@ForAll("schedules") PaymentSchedule schedule) {
    assertThat(PaymentSchedule.parse(schedule.toString())).isEqualTo(schedule);
  }

  @Property(tries = 500)
  void discountLinesParseWhatTheyPrint(
      @ForAll("shares") Percentage rate, @ForAll("days") int days, @ForAll("bases") long base) {
    Skonto line =
        new Skonto(
            days, rate, base == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(base, 2)));
    assertThat(Skonto.parse(line.toString())).contains(line);
  }

  @Provide
  Arbitrary<Percentage> shares() {
    return upTo(0, 9_999).map(n -> Percentage.percent(BigDecimal.valueOf(n, 2).toPlainString()));
  }

  @Provide
  Arbitrary<Integer> days() {
    return upTo(0, 9_999);
  }

  @Provide
  Arbitrary<Long> bases() {
    return Arbitraries.longs().between(-100_000_000L, 100_000_000L);
  }
}
