package io.dunning.portfolio;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When to look at each account again, so that a daily run evaluates only accounts whose day has
 * come or that changed: the decisions about all others are those of the last time. A host with a
 * database stores the review date in an indexed column beside the account instead, empty for never,
 * sets it to today when an event is recorded, and selects {@code review_on <= today}.
 *
 * <p>Not thread-safe.
 */
public final class ReviewDates {
  private final Map<String, Optional<LocalDate>> dates = new HashMap<>();
  private final NavigableMap<LocalDate, Set<String>> byDay = new TreeMap<>();

  /** Nothing has been looked at yet. */
  public ReviewDates() {}

  /**
   * Remembers when to look at an account again.
   *
   * @param latest what was recommended
   */
  public void put(AccountRecommendation latest) {
    String customer = latest.customer();
    forget(customer);
    dates.put(customer, latest.reviewOn());
    latest.reviewOn().ifPresent(d -> byDay.computeIfAbsent(d, k -> new HashSet<>()).add(customer));
  }

  /**
   * An account changed: it is due at once.
   *
   * @param customer the customer's id
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
   * Whether an account has to be looked at on a day.
   *
   * @param account the account
   * @param day the day
   * @return true if it was never looked at, changed since, or its review date has come
   */
  public boolean isDue(Account account, LocalDate day) {
    Optional<LocalDate> known = dates.get(account.customer().id());
    return known == null || known.map(d -> !d.isAfter(day)).orElse(false);
  }

  /**
   * The accounts whose review date has come.
   *
   * @param day the day
   * @return customers' ids, by review date and id; without those that changed, which the host knows
   */
  public List<String> dueOn(LocalDate day) {
    List<String> all = new ArrayList<>();
    byDay.headMap(day, true).values().forEach(of -> of.stream().sorted().forEach(all::add));
    return all;
  }
}
