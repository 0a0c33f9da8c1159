package io.dunning.evaluation;

import io.dunning.ledger.Customer;
import io.dunning.policy.AccountRules;
import java.util.ArrayList;
import java.util.List;

/** Says what a recommendation is about, and into which document it goes. */
final class Subjects {
  private final Books books;
  private final Scope scope;
  private final AccountRules.Unit unit;

  Subjects(Books books, Scope scope) {
    this.books = books;
    this.scope = scope;
    unit = books.policy.policy.account().unit();
  }

  /** The subject of a decision by a policy for all invoices, or by one of a set for some. */
  Subject subject(boolean ofSet) {
    Customer customer = books.customer();
    boolean ofAccount = unit == AccountRules.Unit.ACCOUNT && !books.policy.ownLevel;
    return new Subject(
        customer.id(), customer.name(), unit(ofAccount), numbers(), ofAccount && !ofSet);
  }

  private String unit(boolean ofAccount) {
    if (scope.currency() != null) {
      return scope.currency().code();
    }
    return ofAccount ? "" : books.account.invoiceNumbers().get(scope.from());
  }

  private List<String> numbers() {
    List<String> all = books.account.invoiceNumbers();
    if (scope.currency() == null && scope.members() == null) {
      return scope.to() - scope.from() == all.size()
          ? all
          : List.copyOf(all.subList(scope.from(), scope.to()));
    }
    List<String> numbers = new ArrayList<>(scope.to() - scope.from());
    for (int i = scope.from(); i < scope.to(); i++) {
      if (scope.contains(i)) {
        numbers.add(all.get(i));
      }
    }
    return numbers;
  }

  /** What goes into one document with this: equal for what does. */
  String documentGroup() {
    if (!books.policy.ownLevel) {
      return unit(unit == AccountRules.Unit.ACCOUNT);
    }
    boolean apart = unit == AccountRules.Unit.ACCOUNT_AND_CURRENCY;
    return apart ? books.balances.currency(scope.from()).code() : "";
  }
}
