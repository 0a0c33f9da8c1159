package io.dunning.bridges.document;

import io.dunning.event.BankEvent;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that came in, or is announced, and may pay an invoice: nobody has said yet which one. It is
 * no payment in the ledger. Record its {@link #event} on the invoices that it may pay, or on the
 * account, and steps wait for it. Immutable and thread-safe.
 *
 * @param id the {@linkplain BankTransaction#document document} of the transaction
 * @param date the value date, or the booking date if that is earlier
 * @param amount how much, more than zero, in the currency of the account
 * @param isBooked whether the money is on the account; otherwise it is only announced
 * @param from the name of the payer
 * @param invoices the open invoices that it may pay, in the order in which the matcher knows them;
 *     empty if it quotes none
 */
public record ProposedReceipt(
    String id,
    LocalDate date,
    Money amount,
    boolean isBooked,
    Optional<String> from,
    List<String> invoices) {

  /**
   * A receipt that somebody has to look at.
   *
   * @param id the document of the transaction
   * @param date the value date, or the booking date if that is earlier
   * @param amount how much
   * @param isBooked whether the money is on the account
   * @param from the name of the payer
   * @param invoices the open invoices that it may pay
   */
  public ProposedReceipt {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(from, "from");
    invoices = List.copyOf(invoices);
  }

  /**
   * {@return the event that holds steps until somebody books or rejects the receipt, for as long as
   * the policy says} It is named by the {@link #id}, so that a receipt that is announced and then
   * booked under one reference of the bank counts once. Recorded on an invoice, it has to be in the
   * currency of the invoice.
   *
   * @see io.dunning.event.LedgerEvent#candidateBooked
   * @see io.dunning.event.LedgerEvent#candidateRejected
   */
  public BankEvent.CandidateReceipt event() {
    return new BankEvent.CandidateReceipt(date, id, amount, from.orElse(""), Optional.empty());
  }
}
