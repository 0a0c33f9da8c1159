package io.dunning.json.policy;

import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import java.util.List;

/** The rules of contact, and who collects what. */
final class ConductShape extends Shape<Conduct, Conduct> {
  private static final String TYPE = "Conduct.";

  private final Key<Conduct, Conduct, List<ContactRules>> rules;

  ConductShape() {
    super("conduct");
    rules =
        key(
            "rules",
            TYPE + "rules",
            Forms.many(new ContactRulesForm()),
            c -> any(c.rules()),
            "The rules of contact: laws by name, or rules of your own.");
    key(
        "collected by",
        TYPE + "collector",
        Forms.choice("a collector", Jurisdiction.Collector.values()),
        c -> unless(Jurisdiction.Collector.CREDITOR, c.collector()),
        Conduct::by,
        "Who collects; the creditor unless set.");
    key(
        "kind of debt",
        TYPE + "debt",
        Forms.choice("a kind of debt", Jurisdiction.Debt.values()),
        Conduct::debt,
        Conduct::collecting,
        "What kind of debt is collected.");
    key(
        "where a channel is barred",
        TYPE + "otherwise",
        Forms.choice("one of the choices here", Conduct.Otherwise.values()),
        c -> unless(Conduct.Otherwise.WAIT, c.otherwise()),
        Conduct::otherwise,
        "Whether a step waits until its channel is allowed, or goes by the next one.");
  }

  @Override
  Conduct start(Values values) {
    return Conduct.under(values.find(rules).orElse(List.of()).toArray(ContactRules[]::new));
  }

  @Override
  Conduct end(Conduct draft) {
    return draft;
  }
}
