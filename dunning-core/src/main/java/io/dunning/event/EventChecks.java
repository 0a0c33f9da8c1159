package io.dunning.event;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Objects;

/** What the constructors of events check alike, and how events print alike. */
final class EventChecks {
  private EventChecks() {}

  static void check(LocalDate date, Object amount) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount");
    if (amount instanceof Money money && money.isNegative()) {
      throw new IllegalArgumentException("amount of an event is negative: " + money);
    }
  }

  static String bracketed(String words) {
    return words.isBlank() ? "" : " (" + words + ")";
  }
}
