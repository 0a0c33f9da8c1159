package io.dunning.scenario;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.text.AlignedRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy would have done to real accounts, while their customers did what they really did.
 * What the creditor did at the time is left out: steps and their messages, contacts, offers and
 * assessed charges. Payments, disputes, promises, plans, replies, holds and restrictions stay.
 *
 * <p>A backtest cannot know what customers would have done otherwise: see {@link #CANNOT_KNOW}.
 * Prints as a table; {@link #sideBySide} sets two policies beside each other.
 *
 * @param policy the name of the policy
 * @param first the first day on which steps could be taken
 * @param last the last day, included
 * @param accounts how many accounts there were
 * @param customersContacted how many of their customers were contacted at least once
 * @param contacts how often the customer was contacted, by step and channel, such as {@code
 *     reminder by email}
 * @param charged the fees and interest that steps assessed, by currency
 * @param waivedThen the charges that were really waived in those days, by currency
 * @param soonDays within how many days a payment counts as one that would have come anyway
 * @param contactsToSoonPayers how many contacts went to customers who paid within so many days
 * @param daysToFirstContact calendar days from the due date to the first contact about an invoice,
 *     one number for each invoice that was contacted about, lowest first
 * @param overdueAt what was overdue when each step was taken, summed by step and currency
 * @param customersAt to whom each step was taken: how many customers, by step and then by their
 *     segment; {@code no segment} for those who have none
 */
public record Backtest(
    String policy,
    LocalDate first,
    LocalDate last,
    int accounts,
    int customersContacted,
    SortedMap<String, Integer> contacts,
    SortedMap<CurrencyUnit, Money> charged,
    SortedMap<CurrencyUnit, Money> waivedThen,
    int soonDays,
    int contactsToSoonPayers,
    List<Long> daysToFirstContact,
    SortedMap<String, SortedMap<CurrencyUnit, Money>> overdueAt,
    SortedMap<String, SortedMap<String, Integer>> customersAt) {

  /** What no backtest can know, a sentence each. */
  public static final List<String> CANNOT_KNOW =
      List.of(
          "whether customers would have paid, promised or disputed sooner or later",
          "whether a message would have arrived",
          "what people would have approved or refused; every step is approved at once");

  /**
   * A backtest.
   *
   * @param policy the name of the policy
   * @param first the first day
   * @param last the last day, included
   * @param accounts how many accounts there were
   * @param customersContacted how many customers were contacted
   * @param contacts how often, by step and channel
   * @param charged what steps assessed
   * @param waivedThen what was really waived
   * @param soonDays within how many days a payment counts as one that would have come anyway
   * @param contactsToSoonPayers how many contacts went to such customers
   * @param daysToFirstContact days from the due date to the first contact about an invoice
   * @param overdueAt what was overdue when each step was taken
   * @param customersAt how many customers, by step and segment
   */
  public Backtest {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(contacts, "contacts");
    Objects.requireNonNull(charged, "charged");
    Objects.requireNonNull(waivedThen, "waivedThen");
    Objects.requireNonNull(daysToFirstContact, "daysToFirstContact");
    Objects.requireNonNull(overdueAt, "overdueAt");
    Objects.requireNonNull(customersAt, "customersAt");
    contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
    charged = Collections.unmodifiableSortedMap(new TreeMap<>(charged));
    waivedThen = Collections.unmodifiableSortedMap(new TreeMap<>(waivedThen));
    daysToFirstContact = daysToFirstContact.stream().sorted().toList();
    overdueAt = Collections.unmodifiableSortedMap(new TreeMap<>(overdueAt));
    customersAt = Collections.unmodifiableSortedMap(new TreeMap<>(customersAt));
  }

  /**
   * Plays a policy against accounts.
   *
   * @param policy the policy
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @param soonDays within how many days a payment counts as one that would have come anyway
   * @return what the policy would have done
   * @throws IllegalArgumentException if the last day is before the first, or the number is negative
   */
  public static Backtest of(
      DunningPolicy policy,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate first,
      LocalDate last,
      int soonDays) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("backtest ends before it starts: " + first + ".." + last);
    }
    if (soonDays < 0) {
      throw new IllegalArgumentException("number of days is negative: " + soonDays);
    }
    BacktestTally tally = new BacktestTally(soonDays);
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    for (Account account : accounts) {
      Account customersDid = PastOfCustomer.of(account);
      tally.waived(account, first, last);
      tally.add(account, Timeline.of(evaluator, policy, customersDid, first, last));
    }
    return tally.result(policy.name(), first, last);
  }

  /** {@return how many contacts there were in all} */
  public int contactsInAll() {
    return contacts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * An account as its customer made it, without what the creditor did: what a backtest plays
   * policies against.
   *
   * @param account an account with all that has happened
   * @return the account without steps and their messages, contacts, offers and assessed charges
   */
  public static Account withoutCreditor(Account account) {
    return PastOfCustomer.of(Objects.requireNonNull(account, "account"));
  }

  /**
   * The middle of {@link #daysToFirstContact}; of an even number of days, the lower of the two.
   *
   * @return the days; 0 if nobody was contacted
   */
  public long medianDaysToFirstContact() {
    return daysToFirstContact.isEmpty()
        ? 0
        : daysToFirstContact.get((daysToFirstContact.size() - 1) / 2);
  }

  private SortedMap<String, String> rows() {
    SortedMap<String, String> rows = new TreeMap<>();
    rows.put("1 customers contacted", customersContacted + " of " + accounts);
    rows.put("2 contacts", String.valueOf(contactsInAll()));
    contacts.forEach((what, count) -> rows.put("3   " + what, count.toString()));
    rows.put(
        String.format(Locale.ROOT, "4 to customers who paid within %d days", soonDays),
        String.valueOf(contactsToSoonPayers));
    rows.put("5 median days to the first contact", String.valueOf(medianDaysToFirstContact()));
    rows.put("6 charges assessed", words(charged));
    rows.put("6 charges really waived", words(waivedThen));
    overdueAt.forEach((step, sums) -> rows.put("7 overdue at " + step, words(sums)));
    customersAt.forEach((step, by) -> rows.put("8 customers at " + step, customers(by)));
    return rows;
  }

  /** Such as {@code 12 (retail 7, no segment 5)}; one number if nobody has a segment. */
  private static String customers(SortedMap<String, Integer> bySegment) {
    int all = bySegment.values().stream().mapToInt(Integer::intValue).sum();
    if (bySegment.keySet().equals(Set.of(BacktestTally.NO_SEGMENT))) {
      return String.valueOf(all);
    }
    List<String> parts = new ArrayList<>();
    bySegment.forEach((segment, count) -> parts.add(segment + " " + count));
    return all + " (" + String.join(", ", parts) + ")";
  }

  private static String words(SortedMap<CurrencyUnit, Money> sums) {
    return sums.isEmpty()
        ? "none"
        : String.join(", ", sums.values().stream().map(Money::toString).toList());
  }

  /**
   * Backtests beside each other.
   *
   * @param all the backtests, best of the same accounts and days
   * @return a table with a column for each, then what no backtest can know
   */
  public static String sideBySide(Backtest... all) {
    Objects.requireNonNull(all, "all");
    List<SortedMap<String, String>> columns = new ArrayList<>();
    SortedMap<String, String> labels = new TreeMap<>();
    for (Backtest each : all) {
      columns.add(each.rows());
      labels.putAll(each.rows());
    }
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("policy"));
    for (Backtest each : all) {
      head.add(each.policy);
    }
    table.add(head);
    for (String label : labels.keySet()) {
      List<String> row = new ArrayList<>(List.of(label.substring(2)));
      columns.forEach(c -> row.add(c.getOrDefault(label, "0")));
      table.add(row);
    }
    return text(table);
  }

  private static String text(List<List<String>> table) {
    return AlignedRows.of(table) + "cannot know: " + String.join("; ", CANNOT_KNOW);
  }

  /** A table, then what no backtest can know. */
  @Override
  public String toString() {
    return sideBySide(this);
  }
}
