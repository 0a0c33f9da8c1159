package io.dunning.charge;

import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    Map<String, Money> parts = new LinkedHashMap<>();
    for (Debt each : debts) {
      if (parts.put(each.id(), Money.zero(payment.plus(each.open()).currency())) != null) {
        throw new IllegalArgumentException("two debts have one id: " + each.id());
      }
    }
    if (payment.isNegative()) {
      throw new IllegalArgumentException("payment is negative: " + payment);
    }
    for (String id : designated) {
      if (!parts.containsKey(id)) {
        throw new IllegalArgumentException("payment names a debt that is not there: " + id);
      }
    }
    long left = payment.minorUnits();
    Set<String> named = new LinkedHashSet<>(designated);
    for (String id : named) {
      Debt debt = debts.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
      left -= give(parts, debt, Math.min(left, debt.open().minorUnits()));
    }
    List<Debt> others =
        debts.stream().filter(d -> !d.disputed() && !named.contains(d.id())).toList();
    for (List<Debt> equal : ranks(others, paidOn)) {
      left -= share(parts, equal, left);
    }
    return new Allocation(parts, Money.ofMinor(left, payment.currency()));
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

  private static long give(Map<String, Money> parts, Debt debt, long amount) {
    parts.merge(debt.id(), Money.ofMinor(amount, debt.open().currency()), Money::plus);
    return amount;
  }

  /** The debts, first to last; those that no criterion tells apart together. */
  private List<List<Debt>> ranks(List<Debt> debts, LocalDate paidOn) {
    Optional<Comparator<Debt>> order =
        criteria.stream().map(c -> comparing(c, paidOn)).reduce(Comparator::thenComparing);
    if (order.isEmpty()) {
      return List.of(debts);
    }
    List<Debt> sorted = debts.stream().sorted(order.get()).toList();
    List<List<Debt>> ranks = new ArrayList<>();
    for (Debt each : sorted) {
      List<Debt> last = ranks.isEmpty() ? null : ranks.get(ranks.size() - 1);
      if (last != null && order.get().compare(last.get(0), each) == 0) {
        last.add(each);
      } else {
        ranks.add(new ArrayList<>(List.of(each)));
      }
    }
    return ranks;
  }

  private static Comparator<Debt> comparing(Criterion criterion, LocalDate paidOn) {
    return switch (criterion) {
      case DUE -> Comparator.comparing(d -> d.due().isAfter(paidOn));
      case LESS_SECURED -> Comparator.comparing(Debt::secured);
      case MORE_BURDENSOME -> Comparator.comparing(Debt::rate).reversed();
      case EARLIEST_DUE -> Comparator.comparing(Debt::due);
      case OLDEST -> Comparator.comparing(Debt::arose);
    };
  }

  /** Shares by amount; cents that are left over go to the largest remainders, then to the first. */
  private static long share(Map<String, Money> parts, List<Debt> debts, long payment) {
    BigInteger total =
        debts.stream()
            .map(d -> BigInteger.valueOf(d.open().minorUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() == 0) {
      return 0;
    }
    BigInteger paid = BigInteger.valueOf(payment).min(total);
    BigInteger[] remainders = new BigInteger[debts.size()];
    long left = paid.longValueExact();
    for (int i = 0; i < debts.size(); i++) {
      BigInteger open = BigInteger.valueOf(debts.get(i).open().minorUnits());
      BigInteger[] share = paid.multiply(open).divideAndRemainder(total);
      remainders[i] = share[1];
      left -= give(parts, debts.get(i), share[0].longValueExact());
    }
    Integer[] places = new Integer[debts.size()];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, Comparator.comparing((Integer i) -> remainders[i]).reversed());
    for (int i = 0; left > 0; i++, left--) {
      give(parts, debts.get(places[i]), 1);
    }
    return paid.longValueExact();
  }

  /** Such as {@code due, then earliest due, then by amount}. */
  @Override
  public String toString() {
    return criteria.stream().map(c -> c + ", then ").collect(Collectors.joining()) + "by amount";
  }
}
