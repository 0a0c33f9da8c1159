package io.dunning.portfolio;

import io.dunning.calendar.EpochDay;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Remembers when to evaluate each account again, so that a daily run only evaluates accounts whose
 * review date has come or that changed. The decisions about all other accounts are still those of
 * the last time.
 *
 * <p>It keeps some fifty bytes for each account, in columns as those of an {@link AccountTable}.
 *
 * <p>If you have a database, store the review date in an indexed column of the account instead:
 * leave it empty for never, set it to today when you record an event, and select {@code review_on
 * <= today}.
 *
 * <p>Not thread-safe.
 */
public final class ReviewDates {
  /** The account changed, so that it is due. */
  private static final long CHANGED = EpochDay.NONE;

  private final TableIndex index = new TableIndex();
  private final TextDraft text = new TextDraft();

  /** The review date of each account as an epoch day, {@link EpochDay#NEVER} without one. */
  private long[] days = new long[16];

  /**
   * The review dates of customers whose ids are not well-formed UTF-16, or too long for the index.
   */
  private final Map<String, Long> others = new TreeMap<>();

  /** Creates an empty memory, in which every account is due. */
  public ReviewDates() {}

  /**
   * Remembers when to evaluate an account again. An event of a later day that the account already
   * has is not known here: call {@link #changed} once its day has come.
   *
   * @param latest the latest recommendation for the account
   */
  public void put(AccountRecommendation latest) {
    Objects.requireNonNull(latest, "latest");
    put(latest.customer(), latest.reviewOn().map(LocalDate::toEpochDay).orElse(EpochDay.NEVER));
  }

  private void put(String customer, long day) {
    if (!text.tryBegin(customer)) {
      others.put(customer, day);
      return;
    }
    int known = index.find(text);
    int number = known < 0 ? index.add(text) : known;
    if (number >= days.length) {
      days = Arrays.copyOf(days, Math.addExact(number, number / 2));
    }
    days[number] = day;
  }

  /**
   * Remembers when to evaluate the accounts of a table again. An account that could not be decided
   * about is due from the day of the decisions on; one with events after that day is due on the day
   * after it. An account without any decision, because no invoice of it is open, is not due until
   * it changes.
   *
   * @param latest the latest decisions about them
   */
  public void put(Decisions latest) {
    Objects.requireNonNull(latest, "latest");
    long asOf = latest.asOf().toEpochDay();
    int i = 0;
    for (int account = 0; account < latest.columns().rows(); account++) {
      boolean decided = true;
      long first = EpochDay.NEVER;
      for (; i < latest.size() && latest.account(i) == account; i++) {
        decided &= latest.isDecided(i);
        first = latest.isDecided(i) ? Math.min(first, latest.reviewDay(i)) : first;
      }
      if (latest.columns().isEarly(account)) {
        first = Math.min(first, asOf + 1);
      }
      put(latest.table().customer(account), decided ? first : asOf);
    }
  }

  /**
   * Makes an account due at once, because it changed.
   *
   * @param customer the customer's identifier
   */
  public void changed(String customer) {
    if (isKnown(Objects.requireNonNull(customer, "customer"))) {
      put(customer, CHANGED);
    }
  }

  private boolean isKnown(String customer) {
    return text.tryBegin(customer) ? index.find(text) >= 0 : others.containsKey(customer);
  }

  /**
   * Returns whether an account has to be evaluated on a day.
   *
   * @param account the account
   * @param day the day
   * @return true if the account was never evaluated, changed since, or has a review date on or
   *     before the day
   */
  public boolean isDue(Account account, LocalDate day) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(day, "day");
    return day(account.customer().id()) <= day.toEpochDay();
  }

  private long day(String customer) {
    if (!text.tryBegin(customer)) {
      return others.getOrDefault(customer, CHANGED);
    }
    int number = index.find(text);
    return number < 0 ? CHANGED : days[number];
  }

  /**
   * Returns the accounts whose review date has come. Accounts that changed are not among them,
   * because you know them already. Looks at every account.
   *
   * @param day the day
   * @return the customers' identifiers, by review date on or before the day, then by identifier
   */
  public List<String> dueOn(LocalDate day) {
    long last = Objects.requireNonNull(day, "day").toEpochDay();
    List<Due> all = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) {
      if (days[i] <= last && days[i] != CHANGED) {
        all.add(new Due(days[i], index.text(i, 0)));
      }
    }
    others.forEach(
        (customer, on) -> {
          if (on <= last && on != CHANGED) {
            all.add(new Due(on, customer));
          }
        });
    all.sort(Comparator.comparingLong(Due::day).thenComparing(Due::customer));
    return all.stream().map(Due::customer).toList();
  }

  /** An account whose day has come. */
  private record Due(long day, String customer) {}
}
