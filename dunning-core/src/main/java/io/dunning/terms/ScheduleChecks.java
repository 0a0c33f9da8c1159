package io.dunning.terms;

import io.dunning.money.Percentage;
import io.dunning.terms.PaymentSchedule.Part;
import java.math.BigDecimal;
import java.util.List;

/** Refuses parts that do not divide an amount. */
final class ScheduleChecks {
  private static final String REMAINDER = "\nMaybe: make the last part the remainder";

  private ScheduleChecks() {}

  /** Throws {@link IllegalArgumentException} if the parts make no schedule. */
  static void check(PaymentSchedule schedule) {
    List<Part> parts = schedule.parts();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("schedule has no parts");
    }
    if (parts.size() > Instalment.MOST) {
      throw new IllegalArgumentException(
          "schedule has more than " + Instalment.MOST + " parts: " + parts.size());
    }
    Part last = parts.get(parts.size() - 1);
    if (parts.stream().anyMatch(p -> p.isRemainder() && p != last)) {
      throw new IllegalArgumentException("the remainder is not the last part: " + schedule);
    }
    checkShares(schedule, last);
  }

  private static void checkShares(PaymentSchedule schedule, Part last) {
    List<Part> parts = schedule.parts();
    BigDecimal shares =
        parts.stream()
            .flatMap(p -> p.share().stream())
            .map(Percentage::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    int comparedWithAll = shares.compareTo(BigDecimal.valueOf(100));
    String found = shares.toPlainString() + "%";
    if (comparedWithAll > 0) {
      throw new IllegalArgumentException("shares add up to more than 100%: " + found);
    }
    if (last.isRemainder()) {
      return;
    }
    if (parts.stream().anyMatch(p -> p.fixed().isPresent())) {
      throw new IllegalArgumentException(
          "schedule has fixed amounts, but no part takes the remainder: " + schedule + REMAINDER);
    }
    if (comparedWithAll < 0) {
      throw new IllegalArgumentException(
          "shares do not add up to 100%, and no part takes the remainder: " + found + REMAINDER);
    }
  }
}
