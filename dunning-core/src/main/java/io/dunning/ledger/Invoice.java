package io.dunning.ledger;

import io.dunning.serial.Checked;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A claim for money: number, amount, invoice date, due date. The due date may lie before the
 * invoice date (some books have such), and a negative amount is a credit note. An invoice may fall
 * due in instalments; payments settle the earliest due first. Immutable and thread-safe.
 */
public final class Invoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String number;
  private final Money amount;
  private final LocalDate issued;
  private final LocalDate due;
  private final transient List<Instalment> instalments;
  private final transient long issuedDay;
  private final transient long dueDay;

  private Invoice(
      String number, Money amount, LocalDate issued, LocalDate due, List<Instalment> instalments) {
    this.number = Objects.requireNonNull(number, "number");
    this.amount = Objects.requireNonNull(amount, "amount");
    this.issued = Objects.requireNonNull(issued, "issued");
    this.due = Objects.requireNonNull(due, "due");
    this.instalments = instalments;
    this.issuedDay = issued.toEpochDay();
    this.dueDay = due.toEpochDay();
    if (number.isBlank()) {
      throw new IllegalArgumentException("invoice has no number");
    }
    if (amount.minorUnits() == Long.MIN_VALUE) {
      throw new IllegalArgumentException(
          "amount of invoice " + number + " does not fit: " + amount);
    }
  }

  /**
   * An invoice with a due date.
   *
   * @param number the invoice number, unique in its account
   * @param amount the whole amount, taxes included
   * @param issued the invoice date
   * @param due the last day on which a payment is in time
   * @return the invoice
   */
  public static Invoice of(String number, Money amount, LocalDate issued, LocalDate due) {
    return new Invoice(number, amount, issued, due, List.of());
  }

  /**
   * An invoice with payment terms and every day a business day.
   *
   * @param number the invoice number, unique in its account
   * @param amount the whole amount, taxes included
   * @param issued the invoice date
   * @param terms say when it falls due
   * @return the invoice
   */
  public static Invoice of(String number, Money amount, LocalDate issued, PaymentTerms terms) {
    return of(number, amount, issued, terms.dueDate(issued));
  }

  /**
   * This invoice, due in parts. The due date of the whole becomes that of the last part.
   *
   * @param parts the instalments, in any order
   * @return the invoice
   * @throws IllegalArgumentException if the parts do not add up to the amount
   * @throws CurrencyMismatchException if a part is in another currency
   */
  public Invoice inInstalments(List<Instalment> parts) {
    List<Instalment> sorted = List.copyOf(parts.stream().sorted(BY_DUE).toList());
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("invoice " + number + " has no instalments");
    }
    Money sum = Money.zero(amount.currency());
    for (Instalment part : sorted) {
      sum = sum.plus(part.amount());
    }
    if (!sum.equals(amount)) {
      throw new IllegalArgumentException(
          "instalments of invoice " + number + " do not add up to " + amount + ": " + sum);
    }
    return new Invoice(number, amount, issued, sorted.get(sorted.size() - 1).due(), sorted);
  }

  private static final Comparator<Instalment> BY_DUE = Comparator.comparing(Instalment::due);

  /** {@return the invoice number} */
  public String number() {
    return number;
  }

  /**
   * The whole amount.
   *
   * @return the amount; negative for a credit note
   */
  public Money amount() {
    return amount;
  }

  /** {@return the invoice date, from which on the invoice exists} */
  public LocalDate issued() {
    return issued;
  }

  /**
   * The {@link #issued invoice date} as an epoch day.
   *
   * @return the epoch day
   */
  public long issuedDay() {
    return issuedDay;
  }

  long dueDay() {
    return dueDay;
  }

  /**
   * The due date: the last day on which a payment is in time.
   *
   * @return the day, of the last instalment if there are several
   */
  public LocalDate due() {
    return due;
  }

  /**
   * The parts in which the invoice falls due.
   *
   * @return the instalments, earliest first; empty if the invoice falls due as a whole
   */
  public List<Instalment> instalments() {
    return instalments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Invoice that
        && number.equals(that.number)
        && amount.equals(that.amount)
        && issued.equals(that.issued)
        && due.equals(that.due)
        && instalments.equals(that.instalments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, amount, issued, due, instalments);
  }

  private Object writeReplace() {
    return new Form(number, amount, issued, due, instalments.toArray(new Instalment[0]));
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an invoice is read from its parts");
  }

  /** The serial form: reading it checks the invoice again. */
  private record Form(
      String number, Money amount, LocalDate issued, LocalDate due, Instalment[] instalments)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() throws InvalidObjectException {
      return Checked.read(this::invoice);
    }

    private Invoice invoice() {
      Invoice whole = of(number, amount, issued, due);
      return instalments.length == 0 ? whole : whole.inInstalments(List.of(instalments));
    }
  }

  /** Such as {@code INV-7: 100.00 EUR due 2026-02-14}. */
  @Override
  public String toString() {
    return number + ": " + amount + " due " + due;
  }
}
