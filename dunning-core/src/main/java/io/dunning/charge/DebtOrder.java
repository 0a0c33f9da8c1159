package io.dunning.charge;

import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which of several debts a payment pays first. The debts that the payer named come before all
 * others; a disputed debt receives nothing unless it was named; debts that no criterion tells apart
 * share by their amounts. The parts and what is left over always add up to the payment.
 *
 * @param criteria what comes first, most important first; without any, all debts share
 */
public record DebtOrder(List<Criterion> criteria) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What makes a debt come first. */
  public enum Criterion {
    /** It is due. */
    DUE,
    /** It offers the creditor less security. */
    LESS_SECURED,
    /** It burdens the debtor more: the higher yearly rate. */
    MORE_BURDENSOME,
    /** It fell due earlier. */
    EARLIEST_DUE,
    /** It arose earlier. */
    OLDEST;

    @Override
    public String toString() {
      return switch (this) {
        case DUE -> "due";
        case LESS_SECURED -> "less secured";
        case MORE_BURDENSOME -> "more burdensome";
        case EARLIEST_DUE -> "earliest due";
        case OLDEST -> "oldest";
      };
    }
  }

  /** The earliest due first; the default. */
  public static final DebtOrder OLDEST_DUE_FIRST =
      new DebtOrder(List.of(Criterion.EARLIEST_DUE, Criterion.OLDEST));

  /** All debts share by their amounts. */
  public static final DebtOrder PRO_RATA = new DebtOrder(List.of());

  /** German Civil Code 366(2): due, less secured, more burdensome, older, then by amount. */
  public static final DebtOrder GERMANY =
      new DebtOrder(
          List.of(
              Criterion.DUE,
              Criterion.LESS_SECURED,
              Criterion.MORE_BURDENSOME,
              Criterion.EARLIEST_DUE));

  /** Korean Civil Act 477: due, more beneficial to the debtor, earlier due, then by amount. */
  public static final DebtOrder KOREA =
      new DebtOrder(List.of(Criterion.DUE, Criterion.MORE_BURDENSOME, Criterion.EARLIEST_DUE));

  /**
   * A debt that a payment may pay.
   *
   * @param id which debt, such as an invoice number
   * @param arose the day on which it arose, such as the invoice date
   * @param due the due date
   * @param open what is owed, not negative
   * @param disputed whether the debtor contests it
   * @param secured whether the creditor holds security for it
   * @param rate the yearly rate that it bears
   */
  public record Debt(
      String id,
      LocalDate arose,
      LocalDate due,
      Money open,
      boolean disputed,
      boolean secured,
      Percentage rate)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A debt that a payment may pay.
     *
     * @param id which debt, such as an invoice number
     * @param arose the day on which it arose, such as the invoice date
     * @param due the due date
     * @param open what is owed, not negative
     * @param disputed whether the debtor contests it
     * @param secured whether the creditor holds security for it
     * @param rate the yearly rate that it bears
     * @throws IllegalArgumentException if the open amount is negative
     */
    public Debt {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(arose, "arose");
      Objects.requireNonNull(due, "due");
      Objects.requireNonNull(open, "open");
      Objects.requireNonNull(rate, "rate");
      if (open.isNegative()) {
        throw new IllegalArgumentException("open amount of " + id + " is negative: " + open);
      }
    }

    /**
     * {@return an undisputed, unsecured debt without interest}
     *
     * @param id which debt
     * @param due the due date, which also says how old it is
     * @param open what is owed
     */
    public static Debt of(String id, LocalDate due, Money open) {
      Objects.requireNonNull(due, "due");
      return new Debt(id, due, due, open, false, false, Percentage.percent("0"));
    }

    /** {@return this debt, contested} */
    public Debt inDispute() {
      return new Debt(id, arose, due, open, true, secured, rate);
    }
  }

  /**
   * What each debt receives.
   *
   * @param parts the amount of each debt, in the order of the debts, also where it is nothing
   * @param unapplied what is left over and waits
   */
  public record Allocation(Map<String, Money> parts, Money unapplied) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The parts of a payment.
     *
     * @param parts the amount of each debt, in the order of the debts, also where it is nothing
     * @param unapplied what is left over and waits
     */
    public Allocation {
      Objects.requireNonNull(parts, "parts");
      Objects.requireNonNull(unapplied, "unapplied");
    }
  }

  /**
   * An order.
   *
   * @param criteria what comes first, most important first; without any, all debts share
   */
  public DebtOrder {
    Objects.requireNonNull(criteria, "criteria");
    criteria = List.copyOf(criteria);
  }

  /**
   * Distributes a payment, to the cent.
   *
   * @param payment the payment, not negative
   * @param paidOn the day of the payment
   * @param debts the debts, all in the currency of the payment, each with an id of its own
   * @param designated the ids that the payer named, in that order; may be empty; a debt that is
   *     named twice counts where it is named first
   * @return what each debt receives, never more than it owes
   * @throws io.dunning.money.CurrencyMismatchException if the currencies are unlike
   * @throws IllegalArgumentException if the payment is negative, two debts have one id, or the
   *     payer named a debt that is not there
   */
  public Allocation allocate(
      Money payment, LocalDate paidOn, List<Debt> debts, List<String> designated) {
    return new DebtShares(payment, debts).allocate(criteria, paidOn, designated);
  }

  /**
   * Distributes a payment among the open invoices of an account, in its currency; each part is to
   * be recorded as a payment on its invoice, the rest on the account.
   *
   * @param payment the payment, not negative
   * @param paidOn the day of the payment; invoices that exist on it, with what is open at its end
   * @param account the account
   * @param designated the invoice numbers that the payer named, in that order; may be empty; an
   *     invoice that is named twice counts where it is named first
   * @return what each invoice receives, never more than is open
   * @throws IllegalArgumentException as {@link #allocate(Money, LocalDate, List, List)}
   */
  public Allocation allocate(
      Money payment, LocalDate paidOn, Account account, List<String> designated) {
    List<Debt> debts = new ArrayList<>();
    for (InvoiceHistory history : account.invoices()) {
      Invoice invoice = history.invoice();
      Standing standing = history.standingOn(paidOn);
      boolean counts =
          standing.balance().open().isPositive()
              && !invoice.issued().isAfter(paidOn)
              && invoice.amount().currency().equals(payment.currency());
      if (counts) {
        debts.add(
            new Debt(
                invoice.number(),
                invoice.issued(),
                standing.balance().due(),
                standing.balance().open(),
                standing.agreements().isDisputed(),
                false,
                Percentage.percent("0")));
      }
    }
    return allocate(payment, paidOn, debts, designated);
  }

  /** Such as {@code due, then earliest due, then by amount}. */
  @Override
  public String toString() {
    return criteria.stream().map(c -> c + ", then ").collect(Collectors.joining()) + "by amount";
  }
}
