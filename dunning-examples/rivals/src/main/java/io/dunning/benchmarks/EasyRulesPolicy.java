package io.dunning.benchmarks;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The workload's policy as rules of Easy Rules, the first that applies; sums are made by hand. */
final class EasyRulesPolicy {
  private final DefaultRulesEngine engine =
      new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
  private final Rules rules = new Rules();

  /** An account with its sums, which the rules are about. */
  private static final class Summed {
    private final AccountFact account;
    private long total;
    private int oldest;
    private boolean disputed;
    private int last;

    Summed(Accounts.PlainAccount plain) {
      account = new AccountFact(plain);
      for (Accounts.PlainInvoice invoice : plain.invoices()) {
        int late = Draws.AS_OF - invoice.due();
        if (late >= 1 && invoice.open() > 0) {
          disputed |= invoice.disputed();
          total += invoice.disputed() ? 0 : invoice.open();
          oldest = Math.max(oldest, invoice.disputed() ? 0 : late);
        }
      }
      last = account.last(oldest);
    }
  }

  EasyRulesPolicy() {
    rule(1, s -> s.account.isHold(), s -> s.account.answer(1, 0));
    rule(2, s -> s.oldest == 0, s -> s.account.answer(s.disputed ? 2 : 0, 0));
    rule(3, s -> s.account.isPromised(), s -> s.account.answer(3, 0));
    rule(4, s -> s.total < s.account.getMinimum(), s -> s.account.answer(4, 0));
    rule(5, s -> s.last == 8, s -> s.account.answer(5, 0));
    rule(6, s -> !s.account.reached(s.last, s.oldest), s -> s.account.answer(6, s.last + 1));
    rule(7, s -> !s.account.enough(s.last, s.total), s -> s.account.answer(7, s.last + 1));
    rule(8, s -> s.account.tooSoon(s.last), s -> s.account.answer(8, s.last + 1));
    rule(9, s -> true, s -> s.account.answer(9, s.last + 1));
  }

  private void rule(int priority, Predicate<Summed> condition, Consumer<Summed> action) {
    rules.register(
        new RuleBuilder()
            .name("rule " + priority)
            .priority(priority)
            .when(facts -> condition.test(facts.get("account")))
            .then(facts -> action.accept(facts.get("account")))
            .build());
  }

  /** The answer, without its next day. */
  Accounts.Answer answer(Accounts.PlainAccount account) {
    Summed summed = new Summed(account);
    Facts facts = new Facts();
    facts.put("account", summed);
    engine.fire(rules, facts);
    return new Accounts.Answer(summed.account.getKind(), summed.account.rung(), Integer.MIN_VALUE);
  }
}
