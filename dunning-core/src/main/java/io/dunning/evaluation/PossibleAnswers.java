package io.dunning.evaluation;

import io.dunning.behaviour.RiskBand;
import io.dunning.evaluation.Possibilities.Supposed;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Tries every combination of the values of unknown facts. */
final class PossibleAnswers {
  /** More than anybody reads; each combination is decided about. */
  private static final int MOST = 10_000;

  private final List<Unknown> unknowns;
  private final List<List<Supposing.Value>> values = new ArrayList<>();
  private final LocalDate asOf;
  private final BiFunction<Account, RiskBand, AccountRecommendation> decides;
  private final List<AccountRecommendation> answers = new ArrayList<>();
  private final Map<Integer, List<List<Supposed>>> combinations = new HashMap<>();

  PossibleAnswers(
      Supposing supposing,
      Account account,
      LocalDate asOf,
      Collection<Unknown> unknowns,
      BiFunction<Account, RiskBand, AccountRecommendation> decides) {
    this.unknowns = List.copyOf(new LinkedHashSet<>(unknowns));
    this.asOf = asOf;
    this.decides = decides;
    long count = 1;
    for (Unknown each : this.unknowns) {
      values.add(supposing.values(each, account, asOf));
      count *= values.get(values.size() - 1).size();
      if (count > MOST) {
        throw new IllegalArgumentException(
            "unknown facts have more than "
                + MOST
                + " combinations of values: "
                + this.unknowns
                + "\nMaybe find out some of them first");
      }
    }
  }

  Possibilities of(Account account) {
    attempt(account, null, new ArrayList<>());
    return Possibilities.of(answers.get(0), asOf, answers, combinations);
  }

  private void attempt(Account account, RiskBand band, List<Supposed> supposed) {
    int next = supposed.size();
    if (next == unknowns.size()) {
      Possibilities.add(combinations, answers, decides.apply(account, band), List.copyOf(supposed));
      return;
    }
    for (Supposing.Value each : values.get(next)) {
      supposed.add(new Supposed(unknowns.get(next), each.value()));
      attempt(each.change().apply(account), each.band() == null ? band : each.band(), supposed);
      supposed.remove(next);
    }
  }
}
