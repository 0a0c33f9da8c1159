package io.dunning.bridges.document;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that came in, or is announced, and may pay an invoice: nobody has said yet which one. It is
 * no payment in the ledger. A reason to look before a customer is reminded.
 *
 * @param id names the transaction in its file
 * @param date the value date
 * @param amount how much, more than zero
 * @param isBooked whether the money is on the account; otherwise it is only announced
 * @param from the name of the payer
 * @param invoices the open invoices that it may pay, in the order in which the matcher knows them;
 *     empty if it quotes none
 */
public record CandidateReceipt(
    String id,
    LocalDate date,
    Money amount,
    boolean isBooked,
    Optional<String> from,
    List<String> invoices) {

  /**
   * A candidate.
   *
   * @param id names the transaction in its file
   * @param date the value date
   * @param amount how much
   * @param isBooked whether the money is on the account
   * @param from the name of the payer
   * @param invoices the open invoices that it may pay
   */
  public CandidateReceipt {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(from, "from");
    invoices = List.copyOf(invoices);
  }
}
