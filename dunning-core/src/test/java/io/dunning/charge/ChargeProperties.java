package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Balance;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every rule and every history. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ChargeProperties {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final LocalDate DUE = LocalDate.of(2023, 11, 20);

  /** A payment so many days after the due date, negative before it. */
  record Paid(int day, long amount) {}

  @Provide
  Arbitrary<Paid> payments() {
    return Combinators.combine(
            Arbitraries.integers().between(-20, 900), Arbitraries.longs().between(1, 60_000))
        .as(Paid::new);
  }

  @Provide
  Arbitrary<LateInterest> simple() {
    return Combinators.combine(
            Arbitraries.of("DE", "ECB", "GB", "CH"),
            Arbitraries.integers().between(0, 1_500),
            Arbitraries.of(DayCount.class),
            Arbitraries.of(PaymentDay.class),
            Arbitraries.of(FirstDay.class),
            Arbitraries.of(Rounding.class),
            Arbitraries.integers().between(0, 15))
        .as(
            (base, margin, count, payment, first, rounding, flags) -> {
              Percentage points = Percentage.percent(BigDecimal.valueOf(margin, 2).toString());
              LateInterest rule =
                  (flags & 1) == 0
                      ? LateInterest.fixed(points)
                      : LateInterest.floating(ReferenceRates.of(base), points);
              rule = (flags & 2) == 0 ? rule : rule.fixedAtStart();
              rule = (flags & 4) == 0 ? rule : rule.atMost(Percentage.percent("9.123"));
              rule = flags == 8 ? rule.per(30) : rule;
              return rule.counting(count).from(first, payment).rounded(rounding);
            });
  }

  @Provide
  Arbitrary<ChargeRules> rules() {
    return Combinators.combine(
            simple(),
            Arbitraries.of(AllocationOrder.class),
            Arbitraries.integers().between(0, 255),
            Arbitraries.of(ChargeCap.Within.class),
            Arbitraries.of(Compounding.class),
            Arbitraries.of(RateMode.class))
        .as(ChargeProperties::rules);
  }

  static ChargeRules rules(
      LateInterest simple,
      AllocationOrder order,
      int flags,
      ChargeCap.Within within,
      Compounding compounding,
      RateMode mode) {
    LateInterest rule = simple;
    boolean compounds = compounding != Compounding.NONE && !rule.basis().startsWith("per");
    rule = compounds && (flags & 1) != 0 ? rule.compounding(compounding, mode) : rule;
    if ((flags & 6) == 2) {
      rule = rule.grace(Days.calendarDays(12), AfterGrace.values()[flags >> 7]);
    }
    rule = (flags & 6) == 4 ? rule.forAtMost(Period.ofMonths(3)) : rule;
    rule = (flags & 6) == 6 ? rule.atLeast(Money.eur("2.00")) : rule;
    ChargeRules rules = (flags & 8) == 0 ? ChargeRules.of(rule) : ChargeRules.NONE;
    rules = (flags & 16) == 0 ? rules : rules.with(LateFee.flat(Money.eur("40.00")).once());
    if ((flags & 48) == 32) {
      rules =
          rules.with(
              LateFee.percent(Percentage.percent("1.5"))
                  .atMost(Money.eur("3.00"))
                  .every(Days.calendarDays(25)));
    }
    if ((flags & 64) != 0) {
      rules = rules.capped(ChargeCap.of(Percentage.percent("4")).within(within));
    }
    rules = (flags & 128) == 0 ? rules : rules.inDispute(ChargeRules.InDispute.PAUSE);
    return rules.paying(order);
  }

  private static InvoiceHistory history(long amount, List<Paid> payments) {
    List<LedgerEvent> events = new ArrayList<>();
    for (Paid each : payments) {
      events.add(new MoneyEvent.Payment(DUE.plusDays(each.day), Money.ofMinor(each.amount, EUR)));
    }
    return InvoiceHistory.of(
        Invoice.of("I", Money.ofMinor(amount, EUR), DUE.minusDays(14), DUE), events);
  }

  /** Day by day, in fractions: what nobody would write for speed. */
  private static long dayByDay(LateInterest rule, long amount, List<Paid> payments, int days) {
    Exact sum = Exact.ZERO;
    int first = rule.period().firstDay() == FirstDay.DUE_DATE ? 0 : 1;
    int delay = rule.period().paymentDay() == PaymentDay.INCLUDED ? 1 : 0;
    LocalDate start = DUE.plusDays(first);
    for (int day = first; day <= days; day++) {
      long balance = amount;
      for (Paid each : payments) {
        balance -= each.day + delay <= day ? each.amount : 0;
      }
      LocalDate date = DUE.plusDays(day);
      Percentage rate =
          rule.rateOn(rule.rateMode() == RateMode.FIXED_AT_START ? start : date).orElseThrow();
      BigDecimal weight = rate.value().setScale(6, RoundingMode.UNNECESSARY);
      sum =
          sum.plus(
              Exact.of(Math.max(0, balance))
                  .times(
                      weight.unscaledValue().longValueExact(),
                      rule.units(date.toEpochDay(), date.toEpochDay() + 1),
                      BigInteger.TEN.pow(8).multiply(BigInteger.valueOf(rule.unitsPerRate()))));
    }
    return sum.rounded(rule.rounding());
  }

  private static long fast(LateInterest rule, long amount, List<Paid> payments, int days) {
    List<Paid> sorted = payments.stream().sorted((a, b) -> Integer.compare(a.day, b.day)).toList();
    return rule.interestMinor(
        amount,
        DUE.toEpochDay(),
        DUE.toEpochDay() + days,
        sorted.stream().mapToLong(p -> DUE.toEpochDay() + p.day).toArray(),
        sorted.stream().mapToLong(p -> p.amount).toArray(),
        sorted.size());
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theFastWayIsExact(
      @ForAll("simple") LateInterest rule,
      @ForAll @LongRange(max = 9_000_000) long amount,
      @ForAll @Size(max = 5) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @IntRange(max = 1_000) int days) {
    long found = fast(rule, amount, payments, days);
    if (rule.dayCount().isAdditive() || rule.basis().startsWith("per")) {
      assertThat(found).isEqualTo(dayByDay(rule, amount, payments, days));
    }
    AccruedCharges statement =
        ChargeRules.of(rule)
            .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
            .accrue(history(amount, payments), DUE.plusDays(days));
    long paid = payments.stream().filter(p -> p.day <= days).mapToLong(Paid::amount).sum();
    if (paid <= amount) {
      assertThat(statement.accruedInterest().minorUnits()).isEqualTo(found);
    }
  }

  /** Near the ends of a long, 128 bits are needed and enough. */
  @Property(tries = 1_000)
  void theFastWayIsExactForHugeAmounts(
      @ForAll("simple") LateInterest rule,
      @ForAll @LongRange(max = Long.MAX_VALUE / 4) long amount) {
    Assume.that(rule.dayCount().isAdditive() && !rule.basis().startsWith("per"));
    assertThat(fast(rule, amount, List.of(), 200))
        .isEqualTo(dayByDay(rule, amount, List.of(), 200));
  }

  /** A balance that leaves nothing to round shows that a span is worth its parts. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void interestOfASpanIsThatOfItsParts(
      @ForAll("simple") LateInterest any,
      @ForAll @IntRange(min = 1, max = 400) int first,
      @ForAll @IntRange(min = 1, max = 400) int second) {
    Assume.that(any.dayCount().isAdditive() && any.rateMode() == RateMode.FLOATING);
    LateInterest rule = any.from(FirstDay.AFTER_DUE_DATE, PaymentDay.INCLUDED);
    long whole = rule.unitsPerRate() * 10_000_000;
    long parts =
        fast(rule, whole, List.of(), first)
            + rule.interestMinor(
                whole,
                DUE.toEpochDay() + first,
                DUE.toEpochDay() + first + second,
                new long[0],
                new long[0],
                0);
    assertThat(fast(rule, whole, List.of(), first + second)).isEqualTo(parts);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void scalingAllAmountsScalesInterest(
      @ForAll("simple") LateInterest rule,
      @ForAll @LongRange(min = 1, max = 40) long factor,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @IntRange(max = 900) int days) {
    long exact = rule.unitsPerRate() * 10_000_000;
    List<Paid> small =
        payments.stream().map(p -> new Paid(p.day, (1 + p.amount % 9) * exact)).toList();
    List<Paid> large = small.stream().map(p -> new Paid(p.day, p.amount * factor)).toList();
    assertThat(fast(rule, 90 * exact * factor, large, days))
        .isEqualTo(factor * fast(rule, 90 * exact, small, days));
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void nothingOwedCostsNothing(@ForAll("rules") ChargeRules rules, @ForAll LocalDate day) {
    AccruedCharges nothing = rules.accrue(history(0, List.of()), DUE.plusDays(day.getDayOfYear()));
    assertThat(nothing.total().isZero()).isTrue();
    assertThat(nothing.lines()).isEmpty();
    AccruedCharges inTime =
        rules.accrue(history(10_000, List.of(new Paid(0, 10_000))), DUE.plusDays(700));
    if (rules.interest().map(i -> i.period().firstDay() == FirstDay.AFTER_DUE_DATE).orElse(true)) {
      assertThat(inTime.total().isZero()).isTrue();
    }
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void chargesNeverShrinkWithTime(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 5) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @IntRange(max = 900) int day,
      @ForAll @IntRange(max = 60) int later) {
    Assume.that(
        rules.interest().map(i -> i.minimums().isEmpty()).orElse(true)
            && rules.interest().map(i -> i.dayCount().isAdditive()).orElse(true));
    InvoiceHistory history = history(amount, payments);
    AccruedCharges before = rules.accrue(history, DUE.plusDays(day));
    AccruedCharges after = rules.accrue(history, DUE.plusDays(day + later));
    assertThat(after.accruedInterest()).isGreaterThanOrEqualTo(before.accruedInterest());
    assertThat(after.accruedFees()).isGreaterThanOrEqualTo(before.accruedFees());
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfPaymentsOnOneDayDoesNotMatter(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(min = 2, max = 5) List<@LongRange(min = 1, max = 90_000) Long> amounts,
      @ForAll @IntRange(min = -5, max = 300) int day) {
    List<Paid> one = new ArrayList<>();
    amounts.forEach(a -> one.add(new Paid(day, a)));
    List<Paid> other = new ArrayList<>(one);
    Collections.reverse(other);
    long sum = amounts.stream().mapToLong(a -> a).sum();
    LocalDate asOf = DUE.plusDays(400);
    AccruedCharges.Owed owed = rules.accrue(history(amount, one), asOf).owed();
    assertThat(rules.accrue(history(amount, other), asOf).owed()).isEqualTo(owed);
    assertThat(rules.accrue(history(amount, List.of(new Paid(day, sum))), asOf).owed())
        .isEqualTo(owed);
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void aPaymentThatBouncedNeverCounted(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @IntRange(max = 300) int paid,
      @ForAll @IntRange(max = 100) int later) {
    InvoiceHistory without = history(amount, payments);
    Money bounced = Money.ofMinor(77_777, EUR);
    InvoiceHistory with =
        without.with(
            new MoneyEvent.Payment(DUE.plusDays(paid), bounced),
            new MoneyEvent.PaymentReversed(DUE.plusDays(paid + later), bounced));
    LocalDate asOf = DUE.plusDays(paid + later + 10L);
    assertThat(rules.accrue(with, asOf).owed()).isEqualTo(rules.accrue(without, asOf).owed());
    assertThat(rules.accrue(with, asOf).lines()).isEqualTo(rules.accrue(without, asOf).lines());
  }

  /** Paid back on its own day and paid again, a payment has done what it did at first. */
  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE, maxDiscardRatio = 20)
  void aRefundUndoesAPayment(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @LongRange(min = 1, max = 90_000) long paid,
      @ForAll @IntRange(max = 300) int day,
      @ForAll @IntRange(max = 200) int later) {
    // what is owed again bears interest from the next rest on
    Assume.that(rules.interest().map(i -> i.compounding() == Compounding.NONE).orElse(true));
    // over-payments wait, and are paid back first
    Assume.that(payments.stream().mapToLong(Paid::amount).sum() + paid <= amount);
    LocalDate on = DUE.plusDays(day);
    Money money = Money.ofMinor(paid, EUR);
    InvoiceHistory once = history(amount, payments).with(new MoneyEvent.Payment(on, money));
    InvoiceHistory again =
        once.with(new MoneyEvent.Refund(on, money), new MoneyEvent.Payment(on, money));
    AccruedCharges first = rules.accrue(once, on.plusDays(later));
    AccruedCharges second = rules.accrue(again, on.plusDays(later));
    assertThat(second.owed()).isEqualTo(first.owed());
    assertThat(second.toAssess()).isEqualTo(first.toAssess());
  }

  /** Charges, waivers and mistakes in any order, beside everything else that can happen. */
  private static LedgerEvent chargeEvent(int kind, LocalDate day, Money amount) {
    Charge charge = kind % 2 == 0 ? Charge.FEE : Charge.INTEREST;
    Optional<String> step = kind % 3 == 0 ? Optional.of("one") : Optional.empty();
    return switch (kind / 2 % 5) {
      case 0, 1 -> new ChargeEvent.ChargeAssessed(day, charge, amount, step);
      case 2 ->
          new ChargeEvent.ChargeWaived(
              day, charge, kind % 5 == 0 ? Optional.empty() : Optional.of(amount));
      case 3 -> new ChargeEvent.ChargeReinstated(day, charge, amount);
      default -> new ChargeEvent.ChargeReversed(day, charge, amount, step);
    };
  }

  static InvoiceHistory charged(InvoiceHistory history, List<Integer> kinds, LocalDate first) {
    InvoiceHistory all = history;
    CurrencyUnit currency = history.invoice().amount().currency();
    int i = 0;
    for (int kind : kinds) {
      Money amount = Money.ofMinor(kind * 37L % 3_000, currency);
      all = all.with(chargeEvent(kind, first.plusDays(17L * i++), amount));
    }
    return all;
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void theSumsProve(
      @ForAll("rules") ChargeRules rules,
      @ForAll InvoiceHistory any,
      @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> kinds,
      @ForAll LocalDate day) {
    InvoiceHistory history = charged(any, kinds, DunningDomain.START.plusDays(30));
    AccruedCharges found = rules.accrue(history, day);
    Money zero = Money.zero(found.principal().currency());
    Money interest = zero;
    Money costs = zero;
    for (AccruedCharges.Allocated each : found.allocations()) {
      interest = interest.plus(each.split().toInterest());
      costs = costs.plus(each.split().toCosts());
    }
    assertThat(found.accruedInterest().minus(interest)).isEqualTo(found.interest());
    assertThat(found.accruedFees().minus(costs)).isEqualTo(found.fees());
    assertThat(found.interest().isNegative() || found.fees().isNegative()).isFalse();
    assertThat(found.principal().isNegative()).isFalse();
    assertThat(found.toAssess().isNegative()).isFalse();
    assertThat(found.statement()).contains("owed: " + found.owed() + "\n");
  }

  /** Giving up a charge never adds to what is owed, and giving up a fee leaves interest alone. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void givingUpAChargeNeverAddsToWhatIsOwed(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll Charge charge,
      @ForAll @IntRange(max = 300) int waived,
      @ForAll @IntRange(max = 900) int cents,
      @ForAll @IntRange(max = 200) int later) {
    Assume.that(rules.interest().map(i -> i.dayCount().isAdditive()).orElse(true));
    // what is given up bears no interest any more
    boolean simple = rules.interest().map(i -> i.compounding() == Compounding.NONE).orElse(true);
    Assume.that(simple);
    LocalDate on = DUE.plusDays(waived);
    InvoiceHistory without =
        history(amount, payments.stream().filter(p -> p.day < waived).toList());
    InvoiceHistory with =
        without.with(
            cents == 0 || cents > 450
                ? LedgerEvent.chargeWaived(on, charge)
                : LedgerEvent.chargeWaived(on, charge, Money.ofMinor(cents, EUR)));
    AccruedCharges before = rules.accrue(without, on.plusDays(later));
    AccruedCharges after = rules.accrue(with, on.plusDays(later));
    assertThat(after.interest()).isLessThanOrEqualTo(before.interest());
    assertThat(after.fees()).isLessThanOrEqualTo(before.fees());
    if (charge == Charge.FEE && rules.cap().isEmpty()) {
      assertThat(after.interest()).isEqualTo(before.interest());
    }
    if (cents == 0 && later == 0) {
      Money left = charge == Charge.FEE ? after.fees() : after.interest();
      assertThat(left.isZero()).isTrue();
    }
  }

  /** What the books call open is the principal, whatever payments pay first. */
  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, maxDiscardRatio = 20)
  void thePrincipalIsWhatTheBooksCallOpen(
      @ForAll("rules") ChargeRules rules, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    if (rules.order() != AllocationOrder.PRINCIPAL_INTEREST_COSTS) {
      // a payment that bounced never paid charges, but a write-off found its invoice paid
      Assume.that(
          history.events().stream().noneMatch(MoneyEvent.WrittenOff.class::isInstance)
              || history.events().stream().noneMatch(MoneyEvent.PaymentReversed.class::isInstance));
    }
    AccruedCharges charges = rules.accrue(history, day);
    Balance balance =
        rules.posted(history, day, BusinessCalendar.everyDay()).standingOn(day).balance();
    assertThat(charges.principal()).isEqualTo(balance.open());
    boolean billed = !history.invoice().amount().isNegative();
    if (billed && (balance.closure() == Closure.OPEN || balance.closure() == Closure.SETTLED)) {
      Money allocated = Money.zero(balance.open().currency());
      for (AccruedCharges.Allocated each : charges.allocations()) {
        allocated = allocated.plus(each.split().toPrincipal());
      }
      assertThat(balance.open().plus(allocated)).isEqualTo(history.invoice().amount());
    }
  }

  /** Parts that are given up, and write-offs that are reversed, leave one set of books. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsGivenUpIsGivenUpInBothBooks(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @LongRange(min = 1, max = 500_000) long part,
      @ForAll @IntRange(max = 300) int given,
      @ForAll @IntRange(max = 400) int reversed,
      @ForAll @IntRange(max = 500) int day) {
    InvoiceHistory history =
        history(amount, payments)
            .with(LedgerEvent.partWrittenOff(DUE.plusDays(given), Money.ofMinor(part, EUR)));
    if (reversed % 3 == 0) {
      history = history.with(LedgerEvent.writeOffReversed(DUE.plusDays(given + reversed)));
    }
    LocalDate on = DUE.plusDays(day);
    assertThat(rules.accrue(history, on).principal())
        .isEqualTo(
            rules.posted(history, on, BusinessCalendar.everyDay()).standingOn(on).balance().open());
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void capsAreNeverExceeded(
      @ForAll("rules") ChargeRules any,
      @ForAll ChargeCap.Within within,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @IntRange(max = 900) int day) {
    ChargeCap cap = ChargeCap.of(Percentage.percent("3")).within(within);
    AccruedCharges found = any.capped(cap).accrue(history(amount, payments), DUE.plusDays(day));
    long limit = amount * 3 / 100;
    // interest for days of grace belongs to the month in which it comes to be asked
    Assume.that(
        any.interest()
                .map(i -> i.period().afterGrace() == AfterGrace.FROM_END_OF_GRACE)
                .orElse(true)
            || any.interest().map(i -> i.period().grace().count() == 0).orElse(true));
    if (within == ChargeCap.Within.ALL_TIME) {
      assertThat(found.accruedInterest().plus(found.accruedFees()).minorUnits())
          .isLessThanOrEqualTo(limit);
      return;
    }
    for (ChargeLine each : found.lines()) {
      LocalDate end = LocalDate.ofEpochDay(cap.lastDay(each.from().toEpochDay()));
      LocalDate start = each.from().withDayOfMonth(1);
      LocalDate from = within == ChargeCap.Within.YEAR ? start.withMonth(1) : start;
      assertThat(each.throughInclusive()).isBeforeOrEqualTo(end);
      assertThat(
              found.lines().stream()
                  .filter(l -> !l.from().isBefore(from) && !l.from().isAfter(end))
                  .mapToLong(l -> l.amount().minorUnits())
                  .sum())
          .isLessThanOrEqualTo(limit);
    }
  }

  /** Asked again and again, assessed each time: the customer is told every cent once. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whatWasChargedAndWhatRemainsIsWhatAccrued(
      @ForAll("rules") ChargeRules rules,
      @ForAll @LongRange(min = 1, max = 900_000) long amount,
      @ForAll @Size(max = 4) List<@net.jqwik.api.From("payments") Paid> payments,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 200) Integer> gaps) {
    Assume.that(rules.interest().map(i -> i.minimums().isEmpty()).orElse(true));
    Assume.that(rules.interest().map(i -> i.dayCount().isAdditive()).orElse(true));
    InvoiceHistory history = history(amount, payments);
    AccruedCharges.Owed untold = rules.accrue(history, DUE.plusDays(1_000)).owed();
    LocalDate day = DUE;
    for (int gap : gaps) {
      day = day.plusDays(gap);
      AccruedCharges now = rules.accrue(history, day);
      if (rules.interest().isPresent()) {
        history =
            history.with(
                new ChargeEvent.ChargeAssessed(
                    day, Charge.INTEREST, now.interestToAssess(), Optional.empty()));
      }
      if (!rules.fees().isEmpty()) {
        history =
            history.with(
                new ChargeEvent.ChargeAssessed(
                    day, Charge.FEE, now.feesToAssess(), Optional.empty()));
      }
      AccruedCharges told = rules.accrue(history, day);
      assertThat(told.toAssess().isZero()).isTrue();
      assertThat(told.assessed())
          .isGreaterThanOrEqualTo(told.accruedInterest().plus(told.accruedFees()));
    }
    assertThat(rules.accrue(history, DUE.plusDays(1_000)).owed()).isEqualTo(untold);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void aPaymentIsAllocatedToTheCent(
      @ForAll @LongRange(max = 1_000_000) long payment,
      @ForAll @Size(max = 6) List<@LongRange(max = 200_000) Long> debts,
      @ForAll @IntRange(max = 63) int flags) {
    List<DebtOrder.Debt> all = new ArrayList<>();
    for (int i = 0; i < debts.size(); i++) {
      LocalDate due = DUE.plusDays(flags % (i + 2));
      DebtOrder.Debt debt = DebtOrder.Debt.of("D" + i, due, Money.ofMinor(debts.get(i), EUR));
      all.add((flags >> i & 1) == 0 ? debt : debt.inDispute());
    }
    List<DebtOrder> orders =
        List.of(DebtOrder.GERMANY, DebtOrder.KOREA, DebtOrder.PRO_RATA, DebtOrder.OLDEST_DUE_FIRST);
    List<String> named = all.size() > 2 && flags % 3 == 0 ? List.of("D1") : List.of();
    DebtOrder.Allocation found =
        orders.get(flags % 4).allocate(Money.ofMinor(payment, EUR), DUE, all, named);
    Money sum = found.unapplied();
    for (DebtOrder.Debt each : all) {
      Money part = found.parts().get(each.id());
      assertThat(part.isNegative() || part.compareTo(each.open()) > 0).isFalse();
      assertThat(part.isPositive() && each.disputed() && !named.contains(each.id())).isFalse();
      sum = sum.plus(part);
    }
    assertThat(sum.minorUnits()).isEqualTo(payment);
    boolean anyLeft =
        all.stream()
            .anyMatch(d -> !d.disputed() && found.parts().get(d.id()).compareTo(d.open()) < 0);
    assertThat(anyLeft && found.unapplied().isPositive()).isFalse();
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsVoidCostsNothing(
      @ForAll("rules") ChargeRules rules, @ForAll InvoiceHistory any, @ForAll LocalDate day) {
    InvoiceHistory history = any.with(new MoneyEvent.Voided(day));
    assertThat(history.standingOn(day).balance().closure()).isEqualTo(Closure.VOIDED);
    AccruedCharges found = rules.accrue(history, day);
    assertThat(found.total().isZero()).isTrue();
    assertThat(found.toAssess().isZero()).isTrue();
  }
}
