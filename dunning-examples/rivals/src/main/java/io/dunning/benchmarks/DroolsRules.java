package io.dunning.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.utils.KieHelper;

/** The workload's policy as Drools rules that add up the invoices, a session an account. */
final class DroolsRules {
  private final StatelessKieSession session;

  DroolsRules() {
    KieBase base =
        new KieHelper()
            .addResource(
                ResourceFactory.newClassPathResource(
                    "io/dunning/benchmarks/next-action.drl", DroolsRules.class),
                ResourceType.DRL)
            .build();
    session = base.newStatelessKieSession();
  }

  /** The answer, without its next day. */
  Accounts.Answer answer(Accounts.PlainAccount account) {
    List<Object> facts = new ArrayList<>(account.invoices().size() + 1);
    AccountFact fact = new AccountFact(account);
    facts.add(fact);
    for (Accounts.PlainInvoice invoice : account.invoices()) {
      facts.add(new InvoiceFact(Draws.AS_OF - invoice.due(), invoice.open(), invoice.disputed()));
    }
    session.execute(facts);
    return new Accounts.Answer(fact.getKind(), fact.rung(), Integer.MIN_VALUE);
  }
}
