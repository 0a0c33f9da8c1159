package io.dunning.bridges.document;

import io.dunning.bridges.status.StatusMessage;
import java.time.Year;
import java.util.Objects;
import java.util.Optional;

/**
 * A status and the invoice that it is about.
 *
 * @param invoice the number of the invoice
 * @param year the year of the invoice, if the message tells it: Italian numbers start again each
 *     year, so that the same number may stand for another invoice
 * @param status the status
 */
public record ReceivedStatus(String invoice, Optional<Year> year, StatusMessage status) {

  /**
   * A status and its invoice.
   *
   * @param invoice the number of the invoice
   * @param year the year of the invoice
   * @param status the status
   */
  public ReceivedStatus {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(status, "status");
  }

  /**
   * A status whose message does not tell the year of the invoice.
   *
   * @param invoice the number of the invoice
   * @param status the status
   */
  public ReceivedStatus(String invoice, StatusMessage status) {
    this(invoice, Optional.empty(), status);
  }
}
