package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is decided about at once: an account, its invoices one by one, or those of a currency. */
final class Scopes {
  private Scopes() {}

  /** The policies of a set that an account needs, in the order of its invoices. */
  static List<DunningPolicy> needed(PolicySet policies, Account account) {
    List<DunningPolicy> needed = new ArrayList<>(2);
    DunningPolicy before = null;
    for (InvoiceHistory history : account.invoices()) {
      if (!policies.differsByInvoice()) {
        break;
      }
      DunningPolicy policy = policies.policyFor(account.customer(), history.invoice().number());
      if (policy != before && !needed.contains(policy)) {
        needed.add(policy);
      }
      before = policy;
    }
    if (needed.isEmpty()) {
      needed.add(policies.policyFor(account.customer()));
    }
    return needed;
  }

  /** What a policy decides about at once; of all invoices, or of those for which it is in a set. */
  static List<Scope> of(
      PreparedPolicy prepared, PolicySet policies, Account account, LocalDate asOf) {
    DunningPolicy policy = prepared.policy;
    Books books = new Books(prepared, account, asOf);
    boolean[] members = members(policy, policies, account);
    int n = books.balances.size();
    boolean single = policy.account().unit() == AccountRules.Unit.INVOICE || books.policy.ownLevel;
    if (!single && policy.account().unit() == AccountRules.Unit.ACCOUNT) {
      return List.of(Scope.of(books, 0, n, null, members));
    }
    List<Scope> scopes = new ArrayList<>(n);
    if (!single) {
      currencies(account, members).forEach(c -> scopes.add(Scope.of(books, 0, n, c, members)));
    }
    Debt.Kept kept = books.policy.ownLevel ? new Debt.Kept() : null;
    for (int i = 0; single && i < n; i++) {
      if (members == null || members[i]) {
        scopes.add(
            kept == null
                ? Scope.of(books, i, i + 1, null, members)
                : Scope.alone(books, i, members, kept));
      }
    }
    return scopes;
  }

  /** The invoices for which a policy is; null if it is for all. */
  private static boolean[] members(DunningPolicy policy, PolicySet policies, Account account) {
    if (policies == null) {
      return null;
    }
    boolean[] members = new boolean[account.invoices().size()];
    for (int i = 0; i < members.length; i++) {
      String number = account.invoices().get(i).invoice().number();
      members[i] = policies.policyFor(account.customer(), number).equals(policy);
    }
    return members;
  }

  private static SortedSet<CurrencyUnit> currencies(Account account, boolean[] members) {
    SortedSet<CurrencyUnit> all = new TreeSet<>();
    for (int i = 0; i < account.invoices().size(); i++) {
      if (members == null || members[i]) {
        all.add(account.invoices().get(i).invoice().amount().currency());
      }
    }
    return all;
  }
}
