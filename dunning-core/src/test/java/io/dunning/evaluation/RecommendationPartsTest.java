package io.dunning.evaluation;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Policies;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecommendationPartsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final Money ZERO = Money.eur("0.00");

  private static RecommendationParts on(LocalDate day) {
    return DunningEvaluator.on(BusinessCalendar.everyDay())
        .evaluate(
            Policies.draft().build(), account("C-1", history("I-1", Money.eur("100.00"), DUE)), day)
        .recommendations()
        .get(0)
        .parts();
  }

  private static RecommendationParts with(
      RecommendationParts of,
      Verdict verdict,
      Optional<LocalDate> reviewOn,
      List<InvoiceLine> lines,
      SortedMap<String, RecommendationParts.Apart> apart,
      Optional<String> waitsFor) {
    return new RecommendationParts(
        of.policy(),
        of.subject(),
        of.documentGroup(),
        of.asOf(),
        verdict,
        of.rule(),
        of.reason(),
        of.step(),
        waitsFor,
        reviewOn,
        of.channel(),
        of.tone(),
        of.performer(),
        lines,
        apart,
        of.overdue(),
        of.overdueSince(),
        of.heldOverdue(),
        of.heldOverdueSince(),
        of.charges(),
        of.missingCharges(),
        of.routes(),
        of.profile(),
        of.risk(),
        of.score(),
        of.conductAsked(),
        of.differences(),
        of.chargesLeft());
  }

  private static void assertRefused(RecommendationParts parts, String why) {
    assertThatThrownBy(() -> Recommendation.of(parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesPartsThatDoNotFitTogether() {
    RecommendationParts acts = on(DUE.plusDays(20));
    RecommendationParts waits = on(DUE.plusDays(1));
    assertThat(acts.verdict()).isEqualTo(Verdict.ACT);
    assertRefused(
        with(acts, Verdict.WAIT, acts.reviewOn(), acts.lines(), acts.apart(), Optional.empty()),
        "has a step");
    assertRefused(
        with(waits, Verdict.ACT, waits.reviewOn(), waits.lines(), waits.apart(), waits.waitsFor()),
        "lacks its step");
    assertRefused(
        with(
            acts,
            acts.verdict(),
            Optional.of(acts.asOf()),
            acts.lines(),
            acts.apart(),
            Optional.empty()),
        "is not to be reviewed later");
    assertRefused(
        with(
            acts, acts.verdict(), acts.reviewOn(), acts.lines(), acts.apart(), Optional.of("call")),
        "also waits for a step: call");
  }

  @Test
  void refusesLinesThatDoNotFitTogether() {
    RecommendationParts acts = on(DUE.plusDays(20));
    InvoiceLine line = acts.lines().get(0);
    assertRefused(
        with(
            acts,
            acts.verdict(),
            acts.reviewOn(),
            List.of(line, line),
            acts.apart(),
            Optional.empty()),
        "an invoice has two lines");
    SortedMap<String, RecommendationParts.Apart> unknown = new TreeMap<>();
    unknown.put("I-2", new RecommendationParts.Apart(Money.eur("1.00"), ZERO, ZERO));
    assertRefused(
        with(acts, acts.verdict(), acts.reviewOn(), acts.lines(), unknown, Optional.empty()),
        "set apart");
    SortedMap<String, RecommendationParts.Apart> foreign = new TreeMap<>();
    Money dollars = Money.usd("1.00");
    foreign.put("I-1", new RecommendationParts.Apart(dollars, dollars, dollars));
    assertThatThrownBy(
            () ->
                Recommendation.of(
                    with(
                        acts,
                        acts.verdict(),
                        acts.reviewOn(),
                        acts.lines(),
                        foreign,
                        Optional.empty())))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void setsNothingNegativeApart() {
    assertThatThrownBy(() -> new RecommendationParts.Apart(ZERO, Money.eur("-1.00"), ZERO))
        .hasMessageContaining("what is set apart is negative");
  }
}
