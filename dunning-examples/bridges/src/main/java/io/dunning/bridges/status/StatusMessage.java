package io.dunning.bridges.status;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A status that somebody sent about an invoice.
 *
 * @param scheme who defines the code
 * @param code the code, such as {@code 207}
 * @param date the day of the status
 * @param reasons the codes of the reasons, and of the actions asked for; empty if it has none
 * @param amount the amount that it names: contested, or under way; empty if it names none
 * @param until the day by which the buyer will have paid; empty if it names none
 * @param remark what the buyer says in words; empty text if nothing
 */
public record StatusMessage(
    StatusScheme scheme,
    String code,
    LocalDate date,
    List<String> reasons,
    Optional<Money> amount,
    Optional<LocalDate> until,
    String remark) {

  /**
   * A status.
   *
   * @param scheme who defines the code
   * @param code the code
   * @param date the day of the status
   * @param reasons the codes of the reasons
   * @param amount the amount that it names
   * @param until the day by which the buyer will have paid
   * @param remark what the buyer says in words
   * @throws IllegalArgumentException if the code is blank
   */
  public StatusMessage {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(date, "date");
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(remark, "remark");
    if (code.isBlank()) {
      throw new IllegalArgumentException("status has no code");
    }
  }

  /**
   * A status with reasons, and no amount, day or remark.
   *
   * @param scheme who defines the code
   * @param code the code
   * @param date the day of the status
   * @param reasons the codes of the reasons
   * @return the status
   */
  public static StatusMessage of(
      StatusScheme scheme, String code, LocalDate date, String... reasons) {
    return new StatusMessage(
        scheme, code, date, List.of(reasons), Optional.empty(), Optional.empty(), "");
  }

  /**
   * {@return this status with the amount that it names}
   *
   * @param money contested, or under way
   */
  public StatusMessage over(Money money) {
    Objects.requireNonNull(money, "money");
    return new StatusMessage(scheme, code, date, reasons, Optional.of(money), until, remark);
  }

  /**
   * {@return this status with the day by which the buyer will have paid}
   *
   * @param day the last day on which the payment is in time
   */
  public StatusMessage until(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new StatusMessage(scheme, code, date, reasons, amount, Optional.of(day), remark);
  }

  /**
   * {@return this status with what the buyer says in words}
   *
   * @param words such as {@code Shipment has not arrived}
   */
  public StatusMessage saying(String words) {
    Objects.requireNonNull(words, "words");
    return new StatusMessage(scheme, code, date, reasons, amount, until, words);
  }
}
