package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A claim for money: number, amount, invoice date, due date. The due date may lie before the
 * invoice date (some books have such), and a negative amount is a credit note. An invoice may fall
 * due in instalments; payments settle the earliest due first.
 *
 * <p>An invoice that knows its {@link #terms} grants their discounts: a payment that reaches the
 * amount less the discount in time settles it. Immutable and thread-safe.
 */
public final class Invoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String number;
  private final Money amount;
  private final LocalDate issued;
  private final LocalDate due;
  private final transient List<Instalment> instalments;
  private final transient Particulars particulars;
  private final transient long issuedDay;
  private final transient long dueDay;

  private Invoice(
      String number,
      Money amount,
      LocalDate issued,
      LocalDate due,
      List<Instalment> instalments,
      Particulars particulars) {
    this.number = Objects.requireNonNull(number, "number");
    this.amount = Objects.requireNonNull(amount, "amount");
    this.issued = Objects.requireNonNull(issued, "issued");
    this.due = Objects.requireNonNull(due, "due");
    this.instalments = instalments;
    this.particulars = particulars;
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
    return new Invoice(number, amount, issued, due, List.of(), Particulars.NONE);
  }

  /**
   * An invoice with payment terms and every day a business day. It grants the discounts of the
   * terms; see {@link #onTerms(PaymentTerms)}.
   *
   * @param number the invoice number, unique in its account
   * @param amount the whole amount, taxes included
   * @param issued the invoice date
   * @param terms say when it falls due, and which discounts you grant
   * @return the invoice
   * @throws java.time.DateTimeException if the terms find no due date
   * @throws IllegalArgumentException if the terms count from the receipt of the goods
   */
  public static Invoice of(String number, Money amount, LocalDate issued, PaymentTerms terms) {
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(terms, "terms");
    return of(number, amount, issued, terms.dueDate(issued)).onTerms(terms);
  }

  /**
   * This invoice, knowing its terms, whose due date was found elsewhere: by a calendar, or by
   * instalments. The due date stays as it is; new terms that are agreed later change it, and leave
   * the discounts as they are.
   *
   * <p>A payment that reaches the amount less a discount by the last day of the discount and its
   * grace settles the invoice. The discount then is a {@link
   * io.dunning.event.MoneyEvent.DiscountTaken} of that day, which the history finds by itself. If
   * the payment is reversed or paid back, the discount is owed again. Credits lower the amount on
   * which it is counted.
   *
   * @param terms the terms
   * @return the invoice
   */
  public Invoice onTerms(PaymentTerms terms) {
    return onTerms(terms, issued);
  }

  /**
   * This invoice, knowing its terms, which count from another day than the invoice date.
   *
   * @param terms the terms
   * @param countedFrom the day on which the customer received the goods, if the terms count from
   *     that; otherwise the invoice date
   * @return the invoice
   */
  public Invoice onTerms(PaymentTerms terms, LocalDate countedFrom) {
    return with(instalments, due, particulars.onTerms(terms, countedFrom));
  }

  /**
   * This invoice, booked on another day than the invoice date. {@link Account#asKnownOn} leaves it
   * out before that day.
   *
   * @param day the day of entry into the books
   * @return the invoice
   */
  public Invoice bookedOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return with(instalments, due, particulars.bookedOn(day.equals(issued) ? null : day));
  }

  private Invoice with(List<Instalment> parts, LocalDate newDue, Particulars more) {
    return new Invoice(number, amount, issued, newDue, parts, more);
  }

  /**
   * This invoice, due in parts. The due date of the whole becomes that of the last part.
   *
   * @param parts the instalments, in any order
   * @return the invoice
   * @throws IllegalArgumentException if the parts do not add up to the amount, or are more than
   *     {@link Instalment#MOST}
   * @throws CurrencyMismatchException if a part is in another currency
   */
  public Invoice inInstalments(List<Instalment> parts) {
    Objects.requireNonNull(parts, "parts");
    List<Instalment> sorted = List.copyOf(parts.stream().sorted(BY_DUE).toList());
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("invoice " + number + " has no instalments");
    }
    if (sorted.size() > Instalment.MOST) {
      throw new IllegalArgumentException(
          "invoice "
              + number
              + " has more than "
              + Instalment.MOST
              + " instalments: "
              + sorted.size());
    }
    Money sum = Money.zero(amount.currency());
    for (Instalment part : sorted) {
      sum = sum.plus(part.amount());
    }
    if (!sum.equals(amount)) {
      throw new IllegalArgumentException(
          "instalments of invoice " + number + " do not add up to " + amount + ": " + sum);
    }
    return with(sorted, sorted.get(sorted.size() - 1).due(), particulars);
  }

  private static final Comparator<Instalment> BY_DUE = Comparator.comparing(Instalment::due);

  /** {@return the invoice number} */
  public String number() {
    return number;
  }

  /** {@return the whole amount; negative for a credit note} */
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

  /** {@return the payment terms; empty if only the due date is known} */
  public Optional<PaymentTerms> terms() {
    return Optional.ofNullable(particulars.terms());
  }

  /**
   * The day from which the {@link #terms} count.
   *
   * @return the invoice date, unless {@link #onTerms(PaymentTerms, LocalDate)} was told another
   *     day; empty if the terms are not known
   */
  public Optional<LocalDate> termsFrom() {
    return Optional.ofNullable(particulars.from());
  }

  /**
   * {@return the day on which the invoice was entered into the books; the invoice date unless it
   * was entered on another}
   */
  public LocalDate bookedOn() {
    return particulars.bookedOn() == null ? issued : particulars.bookedOn();
  }

  /**
   * The last day on which a discount of the {@link #terms} can be taken, without days of grace, as
   * an epoch day.
   *
   * @return the last day of the discount that runs longest; {@link EpochDay#NONE} without a
   *     discount
   */
  public long lastDiscountDay() {
    long last = EpochDay.NONE;
    for (DiscountTier each : discounts()) {
      last = Math.max(last, each.lastDay());
    }
    return last;
  }

  /** The discounts; none on a credit note. */
  List<DiscountTier> discounts() {
    return amount.isPositive() ? particulars.tiers() : List.of();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Invoice that
        && number.equals(that.number)
        && amount.equals(that.amount)
        && issued.equals(that.issued)
        && due.equals(that.due)
        && instalments.equals(that.instalments)
        && particulars.equals(that.particulars);
  }

  @Override
  public int hashCode() {
    int hash = 31 * number.hashCode() + Long.hashCode(amount.minorUnits());
    return 31 * (31 * hash + issued.hashCode()) + due.hashCode();
  }

  private Object writeReplace() {
    return new Form(
        number,
        amount,
        issued,
        due,
        instalments.toArray(new Instalment[0]),
        particulars.terms(),
        particulars.from(),
        particulars.bookedOn());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an invoice is read from its parts");
  }

  /** The serial form: reading it checks the invoice again. */
  private record Form(
      String number,
      Money amount,
      LocalDate issued,
      LocalDate due,
      Instalment[] instalments,
      PaymentTerms terms,
      LocalDate countedFrom,
      LocalDate bookedOn)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() throws InvalidObjectException {
      return Checked.read(this::invoice);
    }

    private Invoice invoice() {
      Invoice all = of(number, amount, issued, due);
      all = instalments.length == 0 ? all : all.inInstalments(List.of(instalments));
      all = terms == null ? all : all.onTerms(terms, countedFrom);
      return bookedOn == null ? all : all.bookedOn(bookedOn);
    }
  }

  /** Such as {@code INV-7: 100.00 EUR due 2026-02-14}. */
  @Override
  public String toString() {
    return number + ": " + amount + " due " + due;
  }
}
