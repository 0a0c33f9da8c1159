package io.dunning.event;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What the constructors of events check alike, and how events print alike. */
final class EventChecks {
  private EventChecks() {}

  static void checkAmount(String what, LocalDate date, Money amount) {
    Objects.requireNonNull(date, "date");
    if (Objects.requireNonNull(amount, "amount").isNegative()) {
      throw new IllegalArgumentException(
          "amount of the " + what + " on " + date + " is negative: " + amount);
    }
  }

  static void checkAmount(String what, LocalDate date, Optional<Money> amount) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount").ifPresent(a -> checkAmount(what, date, a));
  }

  /** Refuses what ends before it begins; what has no end is null. */
  static void checkEnd(String what, LocalDate date, LocalDate until) {
    if (until != null && until.isBefore(date)) {
      throw new IllegalArgumentException(what + " ends before it begins: " + date + ".." + until);
    }
  }

  static void checkNotBlank(String what, Optional<String> words) {
    Objects.requireNonNull(words, what);
    if (words.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException(what + " is blank");
    }
  }

  /** The name of a step, which no policy leaves blank. */
  static String stepName(String step) {
    if (Objects.requireNonNull(step, "step").isBlank()) {
      throw new IllegalArgumentException("name of the step is blank");
    }
    return step;
  }

  /** The name of a receipt, by which it is booked or rejected. */
  static void receipt(String id) {
    if (Objects.requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("name of the receipt is blank");
    }
  }

  static String bracketed(String words) {
    return words.isBlank() ? "" : " (" + words + ")";
  }
}
