package io.dunning.scenario;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.text.AlignedRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy would have done to real accounts, while their customers did what they really did.
 * What the creditor did at the time is left out: steps and their messages, contacts, offers and
 * assessed charges. Payments, disputes, promises, plans, replies, holds and restrictions stay.
 *
 * <p>Steps are in the order of the ladder. A backtest cannot know what customers would have done
 * otherwise: see {@link #CANNOT_KNOW}. Prints as a table; {@link #sideBySide} sets two policies
 * beside each other.
 *
 * @param policy the name of the policy
 * @param first the first day on which steps could be taken
 * @param last the last day, included
 * @param accounts how many accounts there were
 * @param customersContacted how many of their customers were contacted at least once
 * @param contacts how often the customer was contacted, by step and channel, such as {@code
 *     reminder by email}; one document about several invoices is one contact, by its most severe
 *     step
 * @param charged the fees and interest that steps assessed, by currency
 * @param waivedThen the charges that were really waived in those days, by currency; a waiver
 *     without an amount gave up what had been assessed and was still owed
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

  private static final String NO_MONEY = "none";

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
    BacktestTally tally = new BacktestTally(policy, soonDays);
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    PolicySet byDefault = PolicySet.byDefault(policy);
    for (Account account : accounts) {
      Account customersDid = PastOfCustomer.of(account);
      tally.waived(account, first, last);
      List<DunningDocument> sent = new ArrayList<>();
      Timeline timeline =
          Timeline.play(
              evaluator, byDefault, customersDid, first, last, (p, c, a, d) -> {}, sent::add);
      tally.add(account, timeline, sent);
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

  /** A line of the table: the lines of all policies are sorted by their part of it. */
  private record Row(int part, String label, String value, String otherwise) {}

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(count(1, "customers contacted", customersContacted + " of " + accounts));
    rows.add(count(2, "contacts", contactsInAll()));
    contacts.forEach((what, count) -> rows.add(count(3, "  " + what, count)));
    String days = soonDays == 1 ? "day" : "days";
    String soon = String.format(Locale.ROOT, "to customers who paid within %d %s", soonDays, days);
    rows.add(count(4, soon, contactsToSoonPayers));
    rows.add(count(5, "median days to the first contact", medianDaysToFirstContact()));
    rows.add(sums(6, "charges assessed", charged));
    rows.add(sums(6, "charges really waived", waivedThen));
    overdueAt.forEach((step, sums) -> rows.add(sums(7, "overdue at " + step, sums)));
    customersAt.forEach((step, by) -> rows.add(count(8, "customers at " + step, customers(by))));
    return rows;
  }

  private static Row count(int part, String label, Object value) {
    return new Row(part, label, value.toString(), "0");
  }

  private static Row sums(int part, String label, SortedMap<CurrencyUnit, Money> sums) {
    return new Row(part, label, words(sums), NO_MONEY);
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
        ? NO_MONEY
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
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("policy"));
    for (Backtest each : all) {
      head.add(each.policy);
    }
    table.add(head);
    for (Row row : labels(all)) {
      List<String> cells = new ArrayList<>(List.of(row.label));
      for (Backtest each : all) {
        cells.add(each.value(row));
      }
      table.add(cells);
    }
    return text(table);
  }

  /** A row for each label, part by part; in each, those of the first policy first. */
  private static List<Row> labels(Backtest... all) {
    Map<String, Row> labels = new LinkedHashMap<>();
    for (Backtest each : all) {
      each.rows().forEach(r -> labels.putIfAbsent(r.label, r));
    }
    return labels.values().stream().sorted(Comparator.comparingInt(Row::part)).toList();
  }

  private String value(Row like) {
    for (Row each : rows()) {
      if (each.label.equals(like.label)) {
        return each.value;
      }
    }
    return like.otherwise;
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
