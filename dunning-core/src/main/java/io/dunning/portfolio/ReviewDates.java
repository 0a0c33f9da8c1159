package io.dunning.portfolio;

import io.dunning.calendar.EpochDay;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers when to evaluate each account again, so that a daily run only evaluates accounts whose
 * review date has come or that changed. The decisions about all other accounts are still those of
 * the last time.
 *
 * <p>If you have a database, store the review date in an indexed column of the account instead:
 * leave it empty for never, set it to today when you record an event, and select {@code review_on
 * <= today}.
 *
 * <p>Not thread-safe.
 */
public final class ReviewDates {
  private final Map<String, Optional<LocalDate>> dates = new HashMap<>();
  private final NavigableMap<LocalDate, Set<String>> byDay = new TreeMap<>();

  /** Creates an empty memory, in which every account is due. */
  public ReviewDates() {}

  /**
   * Remembers when to evaluate an account again.
   *
   * @param latest the latest recommendation for the account
   */
  public void put(AccountRecommendation latest) {
    Objects.requireNonNull(latest, "latest");
    String customer = latest.customer();
    forget(customer);
    remember(customer, latest.reviewOn());
  }

  private void remember(String customer, Optional<LocalDate> day) {
    dates.put(customer, day);
    day.ifPresent(d -> byDay.computeIfAbsent(d, k -> new HashSet<>()).add(customer));
  }

  /**
   * Remembers when to evaluate the accounts of a table again. An account that could not be decided
   * about is due. An account without any decision, because no invoice of it is open, is not due
   * until it changes.
   *
   * @param latest the latest decisions about them
   */
  public void put(Decisions latest) {
    Objects.requireNonNull(latest, "latest");
    int i = 0;
    for (int account = 0; account < latest.columns().rows(); account++) {
      String customer = latest.table().customer(account);
      forget(customer);
      boolean decided = true;
      long first = EpochDay.NEVER;
      for (; i < latest.size() && latest.account(i) == account; i++) {
        decided &= latest.isDecided(i);
        first = latest.isDecided(i) ? Math.min(first, latest.reviewDay(i)) : first;
      }
      if (decided) {
        remember(customer, EpochDay.date(first));
      }
    }
  }

  /**
   * Makes an account due at once, because it changed.
   *
   * @param customer the customer's identifier
   */
  public void changed(String customer) {
    forget(customer);
  }

  private void forget(String customer) {
    Optional<LocalDate> known = dates.remove(customer);
    if (known != null && known.isPresent()) {
      Set<String> others = byDay.get(known.get());
      others.remove(customer);
      if (others.isEmpty()) {
        byDay.remove(known.get());
      }
    }
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
    Optional<LocalDate> known = dates.get(account.customer().id());
    return known == null || known.map(d -> !d.isAfter(day)).orElse(false);
  }

  /**
   * Returns the accounts whose review date has come. Accounts that changed are not among them,
   * because you know them already.
   *
   * @param day the day
   * @return the customers' identifiers, by review date on or before the day, then by identifier
   */
  public List<String> dueOn(LocalDate day) {
    List<String> all = new ArrayList<>();
    byDay.headMap(day, true).values().forEach(of -> of.stream().sorted().forEach(all::add));
    return all;
  }
}
