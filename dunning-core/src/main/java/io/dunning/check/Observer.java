package io.dunning.check;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import java.time.LocalDate;

/** Sees what a policy does in the worlds that are explored, each part of them once. */
interface Observer {
  /** The policy is about to decide about a day, before any step of that day is taken. */
  default void deciding(LocalDate day) {}

  /** The policy decided about an account on a day, before any step of that day is taken. */
  void decided(Path path, LocalDate day, Account account, AccountRecommendation now);

  /** A step was taken: the last moment of the path. The account is that before the step. */
  void took(Path path, Account account);

  /** Nothing more is going to happen; the day is the last on which something changed. */
  void ended(Path path, LocalDate day, Account account, AccountRecommendation now);
}
