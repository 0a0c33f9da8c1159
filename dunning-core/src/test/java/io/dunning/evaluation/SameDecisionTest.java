package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.Restriction;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When two recommendations decide the same, and when they are equal. */
class SameDecisionTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningPolicy POLICY =
      draft()
          .ladder(
              EscalationLadder.of(
                  step("reminder")
                      .at(daysPastDue(3))
                      .take(sendReminder(EMAIL))
                      .tone(Tone.FIRM)
                      .performedBy(Performer.agency("Fox"))))
          .endgame(EndgameRule.standard())
          .build();
  private static final InvoiceHistory INVOICE = Fixtures.history("A", eur("100.00"), DUE);
  private static final RecommendationParts PARTS =
      DunningEvaluator.on(BusinessCalendar.everyDay())
          .statingRisk()
          .evaluate(POLICY, INVOICE, DUE.plusDays(5))
          .parts();

  private static SortedMap<String, Money> amount() {
    return new TreeMap<>(Map.of("A", eur("1.00")));
  }

  private static RecommendationParts changed(String what) {
    RecommendationParts p = PARTS;
    PolicyId policy = new PolicyId("other", "", p.policy().fingerprint());
    List<Money> euro = List.of(eur("1.00"));
    return new RecommendationParts(
        what.equals("policy") ? policy : p.policy(),
        p.subject(),
        p.documentGroup(),
        what.equals("day") ? p.asOf().minusDays(1) : p.asOf(),
        what.equals("verdict") ? Verdict.AWAIT_APPROVAL : p.verdict(),
        what.equals("rule") ? Rule.REPEATS : p.rule(),
        what.equals("reason") ? new DueReason.NotDue(DUE) : p.reason(),
        p.step(),
        p.waitsFor(),
        what.equals("review") ? Optional.of(DUE.plusDays(99)) : p.reviewOn(),
        what.equals("channel") ? Optional.of(LETTER) : p.channel(),
        what.equals("tone") ? Optional.of(Tone.FINAL) : p.tone(),
        what.equals("performer") ? Optional.of(Performer.SALES) : p.performer(),
        what.equals("lines") ? List.of() : p.lines(),
        p.apart(),
        what.equals("overdue") ? euro : p.overdue(),
        what.equals("overdue since") ? Optional.of(DUE.plusDays(1)) : p.overdueSince(),
        what.equals("held") ? euro : p.heldOverdue(),
        what.equals("held since") ? Optional.of(DUE) : p.heldOverdueSince(),
        p.charges(),
        what.equals("missing charges") ? List.of("no base rate") : p.missingCharges(),
        what.equals("routes") ? List.<RecoveryEstimate>of() : p.routes(),
        p.profile(),
        what.equals("risk") ? Optional.of(percent("1")) : p.risk(),
        p.score(),
        p.conductAsked(),
        what.equals("differences") ? amount() : p.differences(),
        what.equals("charges left") ? amount() : p.chargesLeft());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what differs, whether the decision is the same
          policy,          false
          day,             true
          verdict,         false
          rule,            false
          reason,          true
          review,          true
          channel,         false
          tone,            false
          performer,       false
          lines,           true
          overdue,         true
          overdue since,   true
          held,            true
          held since,      true
          missing charges, true
          routes,          true
          risk,            true
          differences,     true
          charges left,    true
          """)
  void recommendationsAreEqualOnlyIfAllIsTheSame(String what, boolean sameDecision) {
    Recommendation one = Recommendation.of(PARTS);
    assertThat(PARTS.risk()).isPresent();
    assertThat(one.parts()).isEqualTo(PARTS);
    assertThat(one.performer()).contains(Performer.agency("Fox"));
    assertThat(one.routes()).isNotEmpty();
    Recommendation other = Recommendation.of(changed(what));
    assertThat(one).isEqualTo(Recommendation.of(changed(""))).isNotEqualTo(other);
    assertThat(one.hashCode()).isEqualTo(Recommendation.of(changed("")).hashCode());
    assertThat(one.decidesLike(other)).isEqualTo(sameDecision);
    assertThat(other.decidesLike(one)).isEqualTo(sameDecision);
  }

  // of two holds

  private static Recommendation held(Reason reason) {
    RecommendationParts p = PARTS;
    return Recommendation.of(
        new RecommendationParts(
            p.policy(),
            p.subject(),
            p.documentGroup(),
            p.asOf(),
            Verdict.HOLD,
            Rule.HELD,
            reason,
            Optional.empty(),
            Optional.empty(),
            p.reviewOn(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            p.lines(),
            p.apart(),
            p.overdue(),
            p.overdueSince(),
            p.heldOverdue(),
            p.heldOverdueSince(),
            p.charges(),
            p.missingCharges(),
            p.routes(),
            p.profile(),
            p.risk(),
            p.score(),
            p.conductAsked(),
            p.differences(),
            p.chargesLeft()));
  }

  private static void assertSameHold(Reason one, Reason other, boolean same) {
    assertThat(held(one).decidesLike(held(other))).isEqualTo(same);
    assertThat(held(other).decidesLike(held(one))).isEqualTo(same);
  }

  @Test
  void aHoldIsTheSameWhateverItsDays() {
    Optional<LocalDate> noEnd = Optional.empty();
    HoldReason.OnHold asked = new HoldReason.OnHold("asked", noEnd);
    HoldReason.Promised promised = new HoldReason.Promised(DUE, DUE.plusDays(2));
    HoldReason.Restricted insolvent =
        new HoldReason.Restricted(Restriction.INSOLVENCY, "", DUE, noEnd);
    HoldReason.HeldWhile always = new HoldReason.HeldWhile("always");
    HoldReason.InPlan plan =
        new HoldReason.InPlan(DUE, new Instalment(DUE.plusDays(9), eur("5.00")), DUE.plusDays(9));
    HoldReason.Settled settled = new HoldReason.Settled(DUE, DUE.plusDays(9));
    assertSameHold(asked, new HoldReason.OnHold("ill", Optional.of(DUE.plusDays(30))), true);
    assertSameHold(asked, promised, false);
    assertSameHold(promised, new HoldReason.Promised(DUE.plusDays(1), DUE.plusDays(3)), true);
    assertSameHold(
        insolvent,
        new HoldReason.Restricted(Restriction.INSOLVENCY, "court", DUE.plusDays(1), noEnd),
        true);
    assertSameHold(
        insolvent, new HoldReason.Restricted(Restriction.DECEASED, "", DUE, noEnd), false);
    assertSameHold(insolvent, always, false);
    assertSameHold(always, new HoldReason.HeldWhile("always"), true);
    assertSameHold(always, new HoldReason.HeldWhile("promise active"), false);
    // a plan that is paid settles what it was about
    assertSameHold(plan, settled, true);
    assertSameHold(plan, asked, false);
    assertSameHold(settled, new HoldReason.Settled(DUE.plusDays(1), DUE.plusDays(9)), true);
  }

  // parts that do not fit together

  private static Recommendation behaving(
      Optional<PaymentProfile> profile,
      Optional<Percentage> risk,
      Optional<Scorecard.Score> score) {
    RecommendationParts p = PARTS;
    return Recommendation.of(
        new RecommendationParts(
            p.policy(),
            p.subject(),
            p.documentGroup(),
            p.asOf(),
            p.verdict(),
            p.rule(),
            p.reason(),
            p.step(),
            p.waitsFor(),
            p.reviewOn(),
            p.channel(),
            p.tone(),
            p.performer(),
            p.lines(),
            p.apart(),
            p.overdue(),
            p.overdueSince(),
            p.heldOverdue(),
            p.heldOverdueSince(),
            p.charges(),
            p.missingCharges(),
            p.routes(),
            profile,
            risk,
            score,
            p.conductAsked(),
            p.differences(),
            p.chargesLeft()));
  }

  @Test
  void aProfileAndARiskAreThereTogether() {
    Optional<PaymentProfile> profile = PARTS.profile();
    Optional<Percentage> risk = PARTS.risk();
    Optional<Scorecard.Score> score = PARTS.score();
    assertThat(score).isPresent();
    assertThat(behaving(profile, risk, score)).isEqualTo(Recommendation.of(PARTS));
    assertThat(behaving(profile, risk, Optional.empty()).profile()).isEqualTo(profile);
    assertThat(behaving(Optional.empty(), Optional.empty(), Optional.empty()).risk()).isEmpty();
    String why = "profile and risk are not there together";
    assertThatThrownBy(() -> behaving(profile, Optional.empty(), Optional.empty())).hasMessage(why);
    assertThatThrownBy(() -> behaving(Optional.empty(), risk, Optional.empty())).hasMessage(why);
    assertThatThrownBy(() -> behaving(Optional.empty(), Optional.empty(), score)).hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void nothingNegativeIsSetApart(int which) {
    Money zero = eur("0.00");
    Money less = eur("-0.01");
    assertThat(new RecommendationParts.Apart(zero, zero, zero).disputed()).isEqualTo(zero);
    assertThatThrownBy(
            () ->
                new RecommendationParts.Apart(
                    which == 0 ? less : zero, which == 1 ? less : zero, which == 2 ? less : zero))
        .hasMessageStartingWith("what is set apart is negative");
  }
}
