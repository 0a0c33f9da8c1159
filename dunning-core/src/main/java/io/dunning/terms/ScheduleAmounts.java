package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.terms.PaymentSchedule.Part;
import java.util.ArrayList;
import java.util.List;

/** Divides an amount among the parts of a schedule. */
final class ScheduleAmounts {
  private ScheduleAmounts() {}

  /** Returns the amount of each part; they add up to the total. */
  static List<Money> of(List<Part> parts, Money total) {
    List<Money> all = new ArrayList<>();
    boolean negative = total.isNegative();
    Money whole = negative ? total.unaryMinus() : total;
    Money left = whole;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Money wanted = i + 1 == parts.size() ? left : amount(part, whole);
      Money given = wanted.compareTo(left) > 0 ? mostOf(part, left, total) : wanted;
      all.add(negative ? given.unaryMinus() : given);
      left = left.minus(given);
    }
    return List.copyOf(all);
  }

  /** What is left, where a share was rounded up beyond it, or nothing is to be divided. */
  private static Money mostOf(Part part, Money left, Money total) {
    if (part.fixed().isPresent() && !total.isZero()) {
      throw new IllegalArgumentException(
          "fixed part of "
              + part.fixed().get()
              + " is more than what is left of "
              + total
              + ": "
              + left);
    }
    return left;
  }

  private static Money amount(Part part, Money whole) {
    return part.share()
        .map(s -> s.of(whole, Rounding.HALF_UP))
        .orElseGet(() -> part.fixed().orElseThrow());
  }
}
