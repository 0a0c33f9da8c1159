package io.dunning.bridges.document;

import io.dunning.event.BankEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.FailureCodes;
import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction of a bank file: one entry of the account, or one transaction of an entry that books
 * several at once. Immutable and thread-safe.
 *
 * @param id names it in its file: the statement, the number of the entry, and the number of the
 *     transaction within the entry, such as {@code S-17/4/1}; each counts from 1. A page of a
 *     statement after the first has its number behind that of the statement, such as {@code S-17
 *     page 2/4/1}, and a second statement of the same name in a file {@code S-17 no. 2/4/1}
 * @param account the account, an IBAN or another number; empty text if the file does not say
 * @param kind what it comes to for a creditor
 * @param amount how much, never negative, in the currency of the account. Of a returned direct
 *     debit whose entry includes the bank's charges, the amount that came back, if the entry tells
 *     both
 * @param date the value date; the booking date if there is none
 * @param bookedOn the booking date; the value date if there is none
 * @param instructed how much the payer sent, if that was in another currency
 * @param charges what banks took, each in its currency
 * @param counterparty the name of the other side: the payer of a receipt
 * @param counterpartyAccount the account of the other side
 * @param references what the payment quotes
 * @param returnReason why it was returned, by the codes of ISO 20022 such as {@code AC04}, or in
 *     the bank's words
 * @param bankReference the reference of the bank; of a part of an entry that has no reference of
 *     its own, or one that other parts have too, with the number of the part, such as {@code B-1/2}
 */
public record BankTransaction(
    String id,
    String account,
    Kind kind,
    Money amount,
    LocalDate date,
    LocalDate bookedOn,
    Optional<Money> instructed,
    List<Money> charges,
    Optional<String> counterparty,
    Optional<String> counterpartyAccount,
    PaymentReferences references,
    Optional<String> returnReason,
    Optional<String> bankReference) {

  /** The scheme of direct debits among whose codes a reason for a return is looked up. */
  private static final String SEPA = "SEPA-SDD";

  /** What a transaction comes to for a creditor. */
  public enum Kind {
    /** Money came in. */
    RECEIPT,
    /** Money is announced but not booked: it may still fail. */
    EXPECTED_RECEIPT,
    /** Money that had come in went back: a returned direct debit, a recalled transfer. */
    RECEIPT_REVERSED,
    /** Money that had gone out came back; no customer paid. */
    PAYOUT_REVERSED,
    /** Money went out. */
    PAYOUT,
    /** For information only: nothing moves, or it is not booked and goes out. */
    INFORMATION
  }

  /**
   * A transaction.
   *
   * @param id names it in its file
   * @param account the account
   * @param kind what it comes to for a creditor
   * @param amount how much, never negative
   * @param date the value date
   * @param bookedOn the booking date
   * @param instructed how much the payer sent, if that was in another currency
   * @param charges what banks took
   * @param counterparty the name of the other side
   * @param counterpartyAccount the account of the other side
   * @param references what the payment quotes
   * @param returnReason why it was returned
   * @param bankReference the reference of the bank
   * @throws IllegalArgumentException if the amount is negative
   */
  public BankTransaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(bookedOn, "bookedOn");
    Objects.requireNonNull(instructed, "instructed");
    charges = List.copyOf(charges);
    Objects.requireNonNull(counterparty, "counterparty");
    Objects.requireNonNull(counterpartyAccount, "counterpartyAccount");
    Objects.requireNonNull(references, "references");
    Objects.requireNonNull(returnReason, "returnReason");
    Objects.requireNonNull(bankReference, "bankReference");
    if (amount.isNegative()) {
      throw new IllegalArgumentException("amount of a transaction is negative: " + amount);
    }
  }

  /**
   * {@return how much it was in a currency: as booked on the account, or as the payer sent it;
   * empty if it was in neither}
   *
   * @param currency such as the currency of the invoice that it pays
   */
  public Optional<Money> amountIn(CurrencyUnit currency) {
    Objects.requireNonNull(currency, "currency");
    return amount.currency().equals(currency)
        ? Optional.of(amount)
        : instructed.filter(i -> i.currency().equals(currency));
  }

  /**
   * {@return what names it in your books: the account, the booking date and the reference of the
   * bank, such as {@code DE89370400440532013000 2026-03-13 B-4711}; without a reference, the {@link
   * #id} in its place} The account and the date belong to it because banks number transactions and
   * statements for each account, and from 1 again each day or each year.
   */
  public String document() {
    return documentOn(bookedOn);
  }

  /**
   * {@return the {@link #document} under which the bank has announced it, if it did so without a
   * booking date: it has the value date in its place}
   */
  public String announcedAs() {
    return documentOn(date);
  }

  private String documentOn(LocalDate day) {
    return (account + " " + day + " " + bankReference.orElse(id)).strip();
  }

  /**
   * {@return the event for the ledger in the currency of the account; empty unless money came in or
   * went back} It is dated on the value date and booked on the booking date. Its evidence is the
   * {@link #document}, and its remark is why the payment was returned.
   */
  public Optional<BookedEvent> event() {
    return eventIn(amount.currency());
  }

  /**
   * {@return the event for the ledger in the currency of an invoice; empty unless money came in or
   * went back, and it was in that currency}
   *
   * @param currency the currency of the invoice
   */
  public Optional<BookedEvent> eventIn(CurrencyUnit currency) {
    return amountIn(currency).flatMap(this::happened).map(this::booked);
  }

  /**
   * {@return the event that a collection of your own failed; empty unless money went back, the
   * document names the mandate of a direct debit, and the reason is a code of SEPA direct debits
   * that {@link FailureCodes} has} It goes beside the reversed payment, and is dated on the value
   * date.
   */
  public Optional<BankEvent.CollectionFailed> failedCollection() {
    if (kind != Kind.RECEIPT_REVERSED || references.mandate().isEmpty()) {
      return Optional.empty();
    }
    return returnReason
        .filter(code -> FailureCodes.find(SEPA, code).isPresent())
        .map(code -> LedgerEvent.collectionFailed(date, SEPA, code));
  }

  private Optional<LedgerEvent> happened(Money money) {
    return switch (kind) {
      case RECEIPT -> Optional.of(LedgerEvent.payment(date, money));
      case RECEIPT_REVERSED -> Optional.of(LedgerEvent.paymentReversed(date, money));
      case EXPECTED_RECEIPT, PAYOUT_REVERSED, PAYOUT, INFORMATION -> Optional.empty();
    };
  }

  private BookedEvent booked(LedgerEvent event) {
    Evidence evidence = Evidence.NONE.withDocument(document());
    BookedEvent booked = event.bookedOn(bookedOn);
    return booked.with(
        returnReason.isPresent() ? evidence.withRemark(returnReason.get()) : evidence);
  }
}
