package io.dunning.scenario;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;

/**
 * Hears of each account and day about which a {@link Scenario} asks its policy, so that what a test
 * exercises can be counted.
 */
@FunctionalInterface
public interface Watcher {

  /**
   * The policy is asked.
   *
   * @param policy the policy
   * @param calendar the calendar that counts business days
   * @param account the account as it is then
   * @param day the day
   */
  void asked(DunningPolicy policy, BusinessCalendar calendar, Account account, LocalDate day);
}
