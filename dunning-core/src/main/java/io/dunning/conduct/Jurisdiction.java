package io.dunning.conduct;

import io.dunning.ledger.Customer;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who collects what from whom, and where: what decides first whether a rule set applies. What is
 * not known about a customer or a debt excludes nothing, so that rules apply in case of doubt.
 * Immutable and thread-safe.
 *
 * @param collectors who collects; none named: anybody
 * @param debtors who owes; none named: anybody
 * @param debts what kind of debt; none named: any
 * @param countries where the customer is, two letters by ISO 3166-1; none named: anywhere
 */
public record Jurisdiction(
    Set<Collector> collectors, Set<Customer.Kind> debtors, Set<Debt> debts, Set<String> countries)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Applies to everybody. */
  public static final Jurisdiction EVERYWHERE =
      new Jurisdiction(Set.of(), Set.of(), Set.of(), Set.of());

  /** Who collects. */
  public enum Collector {
    /** Whoever sold or lent, in its own name. */
    CREDITOR,
    /** Whoever bought the claim. */
    ASSIGNEE,
    /** An agency, for the creditor. */
    AGENCY
  }

  /** What kind of debt. */
  public enum Debt {
    /** For goods or services sold to a business. */
    TRADE,
    /** For goods or services sold to a person for household use. */
    CONSUMER,
    /** A loan, or another credit under the law of credit. */
    CREDIT
  }

  /**
   * A scope.
   *
   * @param collectors who collects; none named: anybody
   * @param debtors who owes; none named: anybody
   * @param debts what kind of debt; none named: any
   * @param countries where the customer is; none named: anywhere
   */
  public Jurisdiction {
    collectors = sorted(Collector.class, collectors);
    debtors = sorted(Customer.Kind.class, debtors);
    debts = sorted(Debt.class, debts);
    countries = Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  private static <E extends Enum<E>> Set<E> sorted(Class<E> type, Set<E> values) {
    EnumSet<E> all = EnumSet.noneOf(type);
    all.addAll(values);
    return Collections.unmodifiableSet(all);
  }

  /**
   * A country.
   *
   * @param codes two letters by ISO 3166-1 each
   * @return the scope
   */
  public static Jurisdiction country(String... codes) {
    return new Jurisdiction(Set.of(), Set.of(), Set.of(), Set.of(codes));
  }

  /**
   * Only if these collect.
   *
   * @param who who
   * @return the scope
   */
  public Jurisdiction collectedBy(Collector... who) {
    return new Jurisdiction(Set.of(who), debtors, debts, countries);
  }

  /**
   * Only from these.
   *
   * @param whom from whom
   * @return the scope
   */
  public Jurisdiction from(Customer.Kind... whom) {
    return new Jurisdiction(collectors, Set.of(whom), debts, countries);
  }

  /**
   * Only debts of these kinds.
   *
   * @param what which
   * @return the scope
   */
  public Jurisdiction forDebts(Debt... what) {
    return new Jurisdiction(collectors, debtors, Set.of(what), countries);
  }

  /**
   * Whether it covers a case.
   *
   * @param collector who collects
   * @param debt what kind of debt; null if it is not known
   * @param customer who owes
   * @return false only if something known lies outside
   */
  boolean covers(Collector collector, Debt debt, Customer customer) {
    return fits(collectors, collector)
        && fits(debts, debt)
        && fits(debtors, customer.kind().orElse(null))
        && fits(countries, customer.country().orElse(null));
  }

  private static <T> boolean fits(Set<T> named, T found) {
    return found == null || named.isEmpty() || named.contains(found);
  }

  /** Such as {@code US, consumer, consumer or credit debt, collected by assignee or agency}. */
  @Override
  public String toString() {
    String text =
        Stream.of(
                words(countries, ""),
                words(debtors, ""),
                words(debts, " debt"),
                collectors.isEmpty() ? "" : "collected by " + words(collectors, ""))
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "everywhere" : text;
  }

  private static String words(Set<?> values, String after) {
    List<String> words =
        values.stream()
            .map(v -> v instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : v.toString())
            .map(w -> w.replace('_', ' '))
            .toList();
    return words.isEmpty() ? "" : String.join(" or ", words) + after;
  }
}
