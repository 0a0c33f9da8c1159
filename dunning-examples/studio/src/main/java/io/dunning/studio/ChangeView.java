package io.dunning.studio;

import io.dunning.check.CutOver;
import io.dunning.check.PolicyComparison;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What changes between the saved file and the text of the editor: rule by rule, for debtors at the
 * edges, and on the ledger if the change came into force on the day that is shown.
 */
final class ChangeView {
  private static final int MOST = 200;

  private final StudioSettings settings;

  ChangeView(StudioSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> run(Draft before, Draft after, String name, LocalDate day, Jobs.Job job) {
    DunningPolicy now = after.needed(name);
    DunningPolicy was = before.policy(now.name()).orElse(null);
    Map<String, Object> all = new LinkedHashMap<>();
    if (was == null) {
      all.put("unknown", "The saved file has no policy that can be read to compare with.");
      return all;
    }
    if (!settings.accounts().isEmpty()) {
      job.at("looking at the ledger");
      all.put("ledger", ledger(was, now, day, job));
      job.show(new LinkedHashMap<>(all));
    }
    job.at("playing both policies against the same debtors");
    PolicyComparison found =
        was.equals(now)
            ? new PolicyComparison(
                was.name(), now.name(), List.of(), List.of(), Optional.empty(), List.of(), 0, true)
            : PolicyComparison.of(
                was,
                now,
                settings.evaluator().calendar(),
                p ->
                    job.at(
                        String.format(Locale.ROOT, "%,d worlds with both policies", p.worlds())));
    all.put("differences", found.differences().stream().map(ChangeView::told).toList());
    all.put("effects", found.effects().stream().map(ChangeView::told).toList());
    all.put("harsher", found.harsher().map(ChangeView::told).orElse(Map.of()));
    all.put("worlds", found.worlds());
    return all;
  }

  private Map<String, Object> ledger(
      DunningPolicy was, DunningPolicy now, LocalDate day, Jobs.Job job) {
    Iterable<Account> accounts =
        () -> settings.accounts().stream().peek(a -> job.at("looking at the ledger")).iterator();
    CutOver found = CutOver.of(was, now, settings.evaluator().calendar(), accounts, day);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("day", found.day().toString());
    all.put("accounts", found.accounts());
    all.put("contactsBefore", found.contactsBefore());
    all.put("contactsAfter", found.contactsAfter());
    all.put("atStake", found.atStake().values().stream().map(Money::toString).toList());
    all.put("count", found.lines().size());
    all.put("lines", found.lines().stream().limit(MOST).map(ChangeView::told).toList());
    return all;
  }

  private static Map<String, Object> told(CutOver.Line line) {
    return Map.of(
        "kind", line.kind().toString(),
        "customer", line.customer(),
        "invoices", String.join(", ", line.invoices()),
        "what", line.what());
  }

  private static Map<String, Object> told(PolicyComparison.Difference difference) {
    return Map.of(
        "place", difference.place(),
        "before", difference.before(),
        "after", difference.after());
  }

  private static Map<String, Object> told(PolicyComparison.Effect effect) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("text", effect.toString());
    all.put("pair", told(effect.extreme()));
    return all;
  }

  private static Map<String, Object> told(PolicyComparison.Harsher harsher) {
    Map<String, Object> all = new LinkedHashMap<>(told(harsher.story()));
    all.put("text", "Some debtors are treated " + harsher + ".");
    return all;
  }

  private static Map<String, Object> told(PolicyComparison.Pair pair) {
    return Map.of(
        "before", Stories.of(pair.before()).toString(),
        "after", Stories.of(pair.after()).toString(),
        "words", pair.toString());
  }
}
