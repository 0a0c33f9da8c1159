package io.dunning.charge;

import io.dunning.calendar.EpochDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.time.LocalDate;
import java.util.List;

/** Lets interest accrue, span by span, in exact fractions. */
final class Interest {
  private final LateInterest rule;
  private final RateTable table;
  private final Statement statement;
  private final String words;
  private final List<DisputedSpans.Span> free;

  /** The days on which nothing bears interest, whatever is owed. */
  private final List<DisputedSpans.Span> paused;

  /** Which rate is not known; empty text while all are. */
  String missing = "";

  Interest(
      AccrualTerms terms,
      Statement statement,
      List<DisputedSpans.Span> free,
      List<DisputedSpans.Span> paused) {
    rule = terms.interest();
    this.paused = paused;
    this.statement = statement;
    table = rule.table();
    words = terms.interestWords();
    this.free = free;
  }

  /** Lets interest accrue on all parts through a day. */
  void accrue(List<Part> parts, long lastDay) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long last = Math.min(lastDay, part.last);
      if (last < part.claimFrom) {
        continue;
      }
      while (part.next <= last) {
        accrueSpan(parts, i, last);
      }
    }
  }

  /** Lets interest accrue on a part from its next day on, as long as nothing changes. */
  private void accrueSpan(List<Part> parts, int place, long last) {
    Part part = parts.get(place);
    if (!part.bears()) {
      part.next = last + 1;
      return;
    }
    while (restDay(part, part.rests + 1) <= part.next) {
      rest(part);
    }
    long rateDay = rateDay(part, part.next);
    int rate = table.find(rateDay);
    if (table.rate(rate) == RateTable.UNKNOWN) {
      missing = table.missing(LocalDate.ofEpochDay(rateDay));
      part.last = part.next - 1;
      part.next = last + 1;
      return;
    }
    long rest = restDay(part, part.rests + 1);
    long until = Math.min(Math.min(last + 1, rest), changesOn(part.next, rate));
    accrueAtOneRate(parts, place, rate, until);
    if (until == rest) {
      rest(part);
    }
  }

  /** Lets interest accrue on a part up to a day, which is excluded, while rate and base stay. */
  private void accrueAtOneRate(List<Part> parts, int place, int rate, long until) {
    Part part = parts.get(place);
    long from = part.next;
    boolean none = RestrictedSpans.include(paused, from);
    long open = none ? 0 : part.open - freeOf(parts, place, from);
    if (rule.compounding() == Compounding.NONE) {
      accrued(part, rate, until, open, simple(open, table.rate(rate), from, until));
      return;
    }
    boolean wholePeriod =
        from == restDay(part, part.rests) && until == restDay(part, part.rests + 1);
    Exact base = none ? Exact.ZERO : Exact.of(open).plus(part.capital);
    Exact amount = interest(base, table.rate(rate), from, until, wholePeriod);
    accrued(part, rate, until, base.rounded(Rounding.HALF_UP), amount);
    part.sinceRest = part.sinceRest.plus(amount);
  }

  private void accrued(Part part, int rate, long until, long base, Exact amount) {
    Percentage of = table.percentageAt(rate);
    statement.interest(part, part.next, until - 1, base, of, rule.basis(), amount, words);
    part.next = until;
  }

  /** The day whose rate counts for a day. */
  private long rateDay(Part part, long day) {
    return switch (rule.rateMode()) {
      case FLOATING -> day;
      case FIXED_AT_START -> part.first;
      case AT_EACH_REST -> restDay(part, part.rests);
    };
  }

  /** The first later day on which the rate or a disputed amount changes. */
  private long changesOn(long day, int rate) {
    long next = rule.rateMode() == RateMode.FLOATING ? table.changesOn(rate) : EpochDay.NEVER;
    return Math.min(changesOn(free, day, next), changesOn(paused, day, next));
  }

  private static long changesOn(List<DisputedSpans.Span> spans, long day, long latest) {
    long next = latest;
    for (int i = 0; i < spans.size(); i++) {
      DisputedSpans.Span each = spans.get(i);
      next = each.from() > day ? Math.min(next, each.from()) : next;
      next = each.includes(day) && each.through() < next ? each.through() + 1 : next;
    }
    return next;
  }

  /** A whole month of monthly rests is a twelfth of the year, however long it is. */
  private Exact interest(Exact base, long rate, long from, long until, boolean wholePeriod) {
    return rule.compounding() == Compounding.MONTHLY && wholePeriod
        ? base.times(rate, 1, table.monthlyDivisor())
        : base.times(rate, rule.units(from, until), table.narrowDivisor(), table.divisor());
  }

  private Exact simple(long base, long rate, long from, long until) {
    long units = rule.units(from, until);
    return Exact.product(base, rate, units, table.narrowDivisor(), table.divisor());
  }

  /** What accrued since the last rest bears interest from now on. */
  private static void rest(Part part) {
    part.capital = part.capital.plus(part.sinceRest);
    part.sinceRest = Exact.ZERO;
    part.rests++;
  }

  /** The first day of a compounding period; never if interest is simple. */
  private long restDay(Part part, int count) {
    return switch (rule.compounding()) {
      case NONE -> count == 0 ? part.first : EpochDay.NEVER;
      case EVERY_30_DAYS -> part.first + 30L * count;
      case MONTHLY -> LocalDate.ofEpochDay(part.first).plusMonths(count).toEpochDay();
    };
  }

  /**
   * What of a part bears no interest on a day: disputed amounts are taken from the latest parts.
   */
  private long freeOf(List<Part> parts, int place, long day) {
    if (free.isEmpty()) {
      return 0;
    }
    long amount = 0;
    for (DisputedSpans.Span each : free) {
      amount =
          each.includes(day) ? amount + Math.min(each.amount(), Long.MAX_VALUE - amount) : amount;
    }
    for (int i = parts.size() - 1; i > place; i--) {
      amount -= Math.min(amount, parts.get(i).open);
    }
    return Math.min(amount, parts.get(place).open);
  }

  /** Rounds what accrued since it was last rounded. */
  long settle() {
    return statement.settle(rule.rounding());
  }

  /** Like {@link #settle}, but the next rounding makes up for this one. */
  long settleForWaiver() {
    return statement.settleForWaiver(rule.rounding());
  }

  /** Interest was paid, or given up: it does not bear interest any more. */
  void lower(List<Part> parts, long amount) {
    if (rule.compounding() == Compounding.NONE) {
      return;
    }
    Exact left = Exact.of(amount);
    for (Part part : parts) {
      Exact capital = left.isAbove(part.capital) ? part.capital : left;
      part.capital = part.capital.minus(capital);
      left = left.minus(capital);
      Exact recent = left.isAbove(part.sinceRest) ? part.sinceRest : left;
      part.sinceRest = part.sinceRest.minus(recent);
      left = left.minus(recent);
    }
  }

  /** Interest is owed again: it bears interest from the next rest on. */
  void raise(List<Part> parts, long amount) {
    if (rule.compounding() != Compounding.NONE) {
      parts.get(0).sinceRest = parts.get(0).sinceRest.plus(Exact.of(amount));
    }
  }
}
