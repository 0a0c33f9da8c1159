package io.dunning.charge;

import io.dunning.charge.AccruedCharges.Allocated;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of a statement while it is written. */
final class Statement {
  /** Most statements have few lines. */
  private static final int FEW = 5;

  private static final Percentage NO_RATE = Percentage.percent("0");
  private static final Comparator<ChargeLine> BY_DAY =
      Comparator.comparing(ChargeLine::from).thenComparing(ChargeLine::throughInclusive);

  private final CurrencyUnit currency;
  private final List<ChargeLine> done = new ArrayList<>(FEW);
  private final List<Span> pending = new ArrayList<>(FEW);
  private final List<Allocated> allocations = new ArrayList<>(FEW);
  private final Money zero;
  private long paidInAll;

  /** What was rounded when interest was given up, before and after; the next rounding goes on. */
  private Exact carried = Exact.ZERO;

  private long carriedRounded;

  Statement(CurrencyUnit currency) {
    this.currency = currency;
    zero = Money.zero(currency);
  }

  /** Interest of a part that has not been rounded yet. */
  private static final class Span {
    Part part;
    long from;
    long through;
    long base;
    Percentage rate;
    String basis;
    String rule;
    Exact amount;
  }

  /** Notes interest; equal rates are the same object. */
  void interest(
      Part part,
      long from,
      long through,
      long base,
      Percentage rate,
      String basis,
      Exact amount,
      String rule) {
    if (amount.isZero()) {
      return;
    }
    for (int i = 0; i < pending.size(); i++) {
      Span each = pending.get(i);
      boolean goesOn = each.part == part && each.through + 1 == from;
      if (goesOn && each.base == base && each.rate == rate) {
        each.through = through;
        each.amount = each.amount.plus(amount);
        return;
      }
    }
    Span span = new Span();
    span.part = part;
    span.from = from;
    span.through = through;
    span.base = base;
    span.rate = rate;
    span.basis = basis;
    span.rule = rule;
    span.amount = amount;
    pending.add(span);
  }

  /** The first day whose interest is not rounded yet; never if all is. */
  long firstPending() {
    return pending.stream().mapToLong(p -> p.from).min().orElse(Long.MAX_VALUE);
  }

  /** Rounds the sum of what is pending; what a line would round away goes to the next one. */
  long settle(Rounding rounding) {
    long rounded = settleForWaiver(rounding);
    carried = Exact.ZERO;
    carriedRounded = 0;
    return rounded;
  }

  /** Like {@link #settle}; the next rounding takes in what this one rounds away. */
  long settleForWaiver(Rounding rounding) {
    Exact sum = carried;
    long rounded = carriedRounded;
    Money base = zero;
    for (Span each : pending) {
      base = base.minorUnits() == each.base ? base : money(each.base);
      sum = sum.plus(each.amount);
      long now = sum.rounded(rounding);
      done.add(
          new ChargeLine(
              ChargeLine.Kind.INTEREST,
              LocalDate.ofEpochDay(each.from),
              LocalDate.ofEpochDay(each.through),
              base,
              each.rate,
              each.basis,
              money(now - rounded),
              each.rule));
      rounded = now;
    }
    pending.clear();
    long added = rounded - carriedRounded;
    carried = sum;
    carriedRounded = rounded;
    return added;
  }

  void charge(ChargeLine.Kind kind, LocalDate day, Money amount, String rule) {
    done.add(new ChargeLine(kind, day, day, amount, NO_RATE, "", amount, rule));
  }

  void fee(LocalDate day, Money base, LateFee fee, Money amount) {
    Percentage share = fee.share().orElse(NO_RATE);
    done.add(
        new ChargeLine(ChargeLine.Kind.FEE, day, day, base, share, "", amount, fee.toString()));
  }

  void allocated(LocalDate date, String what, Shares paid, long left) {
    allocations.add(
        new Allocated(
            date,
            what,
            new AllocationOrder.Split(
                money(paid.costs()),
                money(paid.interest()),
                money(paid.principal()),
                money(left))));
    if (!what.equals("credit") && !what.equals("discount")) {
      paidInAll += paid.sum() + left;
    }
  }

  /** What payments brought, and was not paid back. */
  long paid() {
    return Math.max(0, paidInAll);
  }

  long sum(ChargeLine.Kind kind) {
    return done.stream()
        .filter(l -> l.kind() == kind)
        .mapToLong(l -> l.amount().minorUnits())
        .sum();
  }

  List<ChargeLine> lines() {
    if (!inOrder()) {
      done.sort(BY_DAY);
    }
    return done;
  }

  private boolean inOrder() {
    for (int i = 1; i < done.size(); i++) {
      if (BY_DAY.compare(done.get(i - 1), done.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  List<Allocated> allocations() {
    return allocations;
  }

  /** An amount; most are nothing. */
  Money money(long minorUnits) {
    return minorUnits == 0 ? zero : Money.ofMinor(minorUnits, currency);
  }
}
