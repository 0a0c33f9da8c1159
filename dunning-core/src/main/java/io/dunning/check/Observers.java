package io.dunning.check;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;

/** Several observers as one. */
record Observers(List<Observer> all) implements Observer {
  @Override
  public void deciding(LocalDate day) {
    for (Observer each : all) {
      each.deciding(day);
    }
  }

  @Override
  public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {
    for (Observer each : all) {
      each.decided(path, day, account, now);
    }
  }

  @Override
  public void took(Path path, Account account) {
    for (Observer each : all) {
      each.took(path, account);
    }
  }

  @Override
  public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {
    for (Observer each : all) {
      each.ended(path, day, account, now);
    }
  }
}
