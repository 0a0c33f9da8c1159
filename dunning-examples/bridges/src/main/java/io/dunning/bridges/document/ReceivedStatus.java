package io.dunning.bridges.document;

import io.dunning.bridges.status.StatusMessage;
import java.util.Objects;

/**
 * A status and the invoice that it is about.
 *
 * @param invoice the number of the invoice
 * @param status the status
 */
public record ReceivedStatus(String invoice, StatusMessage status) {

  /**
   * A status and its invoice.
   *
   * @param invoice the number of the invoice
   * @param status the status
   */
  public ReceivedStatus {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(status, "status");
  }
}
