package io.dunning.evaluation;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.Streams;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Concessions;
import io.dunning.money.Money;
import io.dunning.policy.Trigger;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason names its rule, its step, the day on which it ends and what is missing. */
class ReasonTest {
  private static final LocalDate D1 = LocalDate.of(2026, 3, 1);
  private static final LocalDate D9 = LocalDate.of(2026, 3, 9);
  private static final Trigger AT = Trigger.daysPastDue(3);

  private static Arguments row(Reason reason, Rule rule, String step, LocalDate ends, String text) {
    return row(reason, rule, step, ends, null, text);
  }

  private static Arguments row(
      Reason reason, Rule rule, String step, LocalDate ends, Money missing, String text) {
    return arguments(
        reason,
        rule,
        Optional.ofNullable(step),
        Optional.ofNullable(ends),
        Optional.ofNullable(missing),
        text);
  }

  static Stream<Arguments> aboutDueDates() {
    LocalDate d10 = D9.plusDays(1);
    return Stream.of(
        row(
            new DueReason.ThanksDue(D1, D9),
            Rule.THANKS,
            null,
            D9.plusDays(1),
            null,
            "settled by the payment of 2026-03-01: thank the customer by " + D9),
        row(
            new DueReason.Closed(Closure.SETTLED, Optional.of(D1)),
            Rule.CLOSED,
            null,
            null,
            "nothing is owed: settled since 2026-03-01"),
        row(
            new DueReason.Closed(Closure.VOIDED, Optional.empty()),
            Rule.CLOSED,
            null,
            null,
            "nothing is owed: voided"),
        row(new DueReason.NotIssued(D9), Rule.NOT_ISSUED, null, D9, "not issued before 2026-03-09"),
        row(new DueReason.NotDue(D9), Rule.NOT_DUE, null, d10, "not overdue: due on 2026-03-09"),
        row(
            new DueReason.InGrace(D9),
            Rule.IN_GRACE,
            null,
            d10,
            "in the grace period through 2026-03-09"),
        row(new DueReason.Deferred(D9), Rule.DEFERRED, null, d10, "deferred to 2026-03-09"),
        row(
            new DueReason.NotDue(LocalDate.MAX),
            Rule.NOT_DUE,
            null,
            null,
            "not overdue: due on +999999999-12-31"));
  }

  static Stream<Arguments> aboutHolds() {
    LocalDate d10 = D9.plusDays(1);
    Instalment part = new Instalment(D1, eur("25.00"));
    return Stream.of(
        row(
            new HoldReason.OnHold("asked", Optional.of(D9)),
            Rule.HELD,
            null,
            d10,
            "on hold (asked) through 2026-03-09"),
        row(
            new HoldReason.OnHold(" ", Optional.empty()),
            Rule.HELD,
            null,
            null,
            "on hold, without an end"),
        row(
            new HoldReason.Disputed("broken", D1),
            Rule.HELD,
            null,
            null,
            "disputed since 2026-03-01 (broken)"),
        row(new HoldReason.Disputed("", D1), Rule.HELD, null, null, "disputed since 2026-03-01"),
        row(
            new HoldReason.Promised(D1, D1),
            Rule.HELD,
            null,
            D1.plusDays(1),
            "payment promised by 2026-03-01"),
        row(
            new HoldReason.Promised(D1, D9),
            Rule.HELD,
            null,
            d10,
            "payment promised by 2026-03-01, tolerated through 2026-03-09"),
        row(
            new HoldReason.InPlan(D1, part, D1),
            Rule.HELD,
            null,
            D1.plusDays(1),
            "payment plan of 2026-03-01 is kept, next " + part),
        row(
            new HoldReason.InPlan(D1, part, D9),
            Rule.HELD,
            null,
            d10,
            "payment plan of 2026-03-01 is kept, next "
                + part
                + ", to be cured through 2026-03-09"),
        row(
            new HoldReason.Settled(D1, D9),
            Rule.HELD,
            null,
            null,
            "settled on 2026-03-09 as agreed on 2026-03-01; the rest is to be credited"),
        row(
            new HoldReason.SettlementOffered(eur("70.00"), D1, D9),
            Rule.HELD,
            null,
            d10,
            "settlement for 70.00 EUR offered on 2026-03-01, stands until 2026-03-09"),
        row(
            new HoldReason.Restricted(Restriction.INSOLVENCY, "court", D1, Optional.of(D9)),
            Rule.HELD,
            null,
            d10,
            "insolvent (court) since 2026-03-01 through 2026-03-09: a person has to decide"),
        row(
            new HoldReason.Restricted(Restriction.DECEASED, "", D1, Optional.empty()),
            Rule.HELD,
            null,
            null,
            "deceased since 2026-03-01: a person has to decide"),
        row(
            new HoldReason.NotDelivered(D1),
            Rule.HELD,
            null,
            null,
            "the invoice did not arrive, known since 2026-03-01"),
        row(new HoldReason.HeldWhile("overdue"), Rule.HELD, null, null, "held while: overdue"));
  }

  static Stream<Arguments> aboutAmounts() {
    return Stream.of(
        row(
            new AmountReason.CoveredByCredits(eur("40.00"), eur("45.00")),
            Rule.COVERED,
            null,
            null,
            eur("5.01"),
            "40.00 EUR overdue is covered by credits of 45.00 EUR"),
        row(
            new AmountReason.BelowMinimum(eur("3.00"), eur("5.00")),
            Rule.BELOW_MINIMUM,
            null,
            null,
            eur("2.00"),
            "3.00 EUR is 2.00 EUR below the minimum of 5.00 EUR"),
        row(
            new AmountReason.StepBelowMinimum("call", eur("3.00"), eur("5.00")),
            Rule.STEP_BELOW_MINIMUM,
            "call",
            null,
            eur("2.00"),
            "call: 3.00 EUR is 2.00 EUR below its minimum of 5.00 EUR"),
        row(
            new AmountReason.PartlyDisputed(eur("3.00"), "price", D1),
            Rule.HELD,
            null,
            null,
            "3.00 EUR disputed since 2026-03-01 (price) is left out"),
        row(
            new AmountReason.PartlyDisputed(eur("3.00"), "", D1),
            Rule.HELD,
            null,
            null,
            "3.00 EUR disputed since 2026-03-01 is left out"));
  }

  static Stream<Arguments> aboutTheStepInQuestion() {
    return Stream.of(
        row(
            new StepReason.StepDue("call", AT, D1),
            Rule.DUE,
            "call",
            null,
            "call: 3 days past due was reached on 2026-03-01"),
        row(
            new StepReason.StepRepeats("call", D1, D9),
            Rule.REPEATS,
            "call",
            null,
            "call: taken on 2026-03-01, again from 2026-03-09"),
        row(
            new StepReason.StepBroughtForward("call", D1),
            Rule.BROUGHT_FORWARD,
            "call",
            null,
            "call: brought forward, because what was agreed was broken after 2026-03-01"),
        row(
            new StepReason.StepTooEarly("call", AT, D9),
            Rule.TOO_EARLY,
            "call",
            D9,
            "call: 3 days past due is reached on 2026-03-09"),
        row(
            new StepReason.StepAwaits("call", "letter"),
            Rule.DAY_UNKNOWN,
            "call",
            null,
            "call: counts from letter, which has not been taken"),
        row(
            new StepReason.StepOutsideCalendar("call", AT, new DateSpan(D1, D9), false),
            Rule.DAY_UNKNOWN,
            "call",
            null,
            "call: 3 days past due lies outside the days the calendar covers,"
                + " 2026-03-01..2026-03-09"),
        row(
            new StepReason.StepOutsideCalendar("call", AT, new DateSpan(D1, D9), true),
            Rule.CALENDAR_OVER,
            "call",
            null,
            "call: 3 days past due lies outside the days the calendar covers,"
                + " 2026-03-01..2026-03-09; only a later calendar helps"),
        row(
            new StepReason.PrerequisiteMissing("call", List.of("letter was delivered")),
            Rule.PREREQUISITE_MISSING,
            "call",
            null,
            "call: waits until letter was delivered"),
        row(
            new StepReason.PrerequisiteMissing("call", List.of("sales informed", "a week is over")),
            Rule.PREREQUISITE_MISSING,
            "call",
            null,
            "call: waits until sales informed, and until a week is over"),
        row(
            new StepReason.LadderDone(Optional.of("call")),
            Rule.LADDER_DONE,
            null,
            null,
            "no step is left after call"),
        row(
            new StepReason.LadderDone(Optional.empty()),
            Rule.LADDER_DONE,
            null,
            null,
            "no step applies"),
        row(
            new ContactReason.ContactTooSoon("call", D1, D9),
            Rule.CONTACT_TOO_SOON,
            "call",
            D9,
            "call: last contact on 2026-03-01, the next is allowed on 2026-03-09"));
  }

  static Stream<Arguments> aboutStepsLeftOut() {
    return Stream.of(
        row(
            new LeftOutReason.StepTaken("call", D1),
            Rule.CANDIDATE,
            "call",
            null,
            "call: taken on 2026-03-01"),
        row(
            new LeftOutReason.StepPassedOver("call", "letter"),
            Rule.CANDIDATE,
            "call",
            null,
            "call: passed over by letter"),
        row(
            new LeftOutReason.StepNotApplicable("call", "overdue"),
            Rule.CANDIDATE,
            "call",
            null,
            "call: applies only if overdue"),
        row(
            new LeftOutReason.StepLapsed("call", D1),
            Rule.CANDIDATE,
            "call",
            null,
            "call: lapsed, could be taken until 2026-03-01"),
        row(
            new LeftOutReason.StepBehindOlder("call", D1),
            Rule.CANDIDATE,
            "call",
            null,
            "call: not while an older invoice is overdue, as one has been since 2026-03-01"),
        row(
            new LeftOutReason.DeadlineOutsideCalendar(
                "call", Days.businessDays(3), new DateSpan(D1, D9)),
            Rule.CANDIDATE,
            "call",
            null,
            "call: states no payment deadline, because 3 business days from today lie outside the"
                + " days the calendar covers, 2026-03-01..2026-03-09"),
        row(
            new LeftOutReason.StepMissed("call", D1),
            Rule.CANDIDATE,
            "call",
            null,
            "call: missed on 2026-03-01"),
        row(
            new LeftOutReason.StepBehind("call", "letter"),
            Rule.CANDIDATE,
            "call",
            null,
            "call: comes after letter"),
        row(
            new LeftOutReason.StepForbidden("call", List.of(Restriction.INSOLVENCY)),
            Rule.CANDIDATE,
            "call",
            null,
            "call: not while insolvent"),
        row(
            new LeftOutReason.StepRefused("call", D1),
            Rule.CANDIDATE,
            "call",
            null,
            "call: refused on 2026-03-01"),
        row(
            new LeftOutReason.StepWithoutChannel("call", List.of(Channel.PHONE, Channel.SMS)),
            Rule.CANDIDATE,
            "call",
            null,
            "call: cannot reach the customer by phone or sms"),
        row(
            new DetourReason.ChannelPassedOver("call", Channel.PHONE, Optional.empty()),
            Rule.CANDIDATE,
            "call",
            null,
            "call: not by phone, which is closed or failed"),
        row(
            new DetourReason.ChannelReachesNobody("call", Channel.PHONE, PersonRole.OWNER),
            Rule.CANDIDATE,
            "call",
            null,
            "call: not by phone, which reaches no owner"),
        row(
            new DetourReason.PersonPassedOver(
                "call",
                ContactPerson.of("Ann", PersonRole.THIRD_PARTY),
                Channel.PHONE,
                new ContactCheck.Stop("R", ContactLimit.notWith(PersonRole.THIRD_PARTY), "Ann")),
            Rule.CONTACT_NOT_ALLOWED,
            "call",
            null,
            "call: not to Ann by phone, not allowed today by R: not with third party"),
        row(
            new LeftOutReason.NotApprovedYet("call", "the boss", LeftOutReason.Approval.STEP),
            Rule.DUE,
            "call",
            null,
            "call: waits for the approval of the boss, because the step needs it"),
        row(
            new LeftOutReason.DeliveryGivenUp("call", D1, D9),
            Rule.CANDIDATE,
            "call",
            null,
            "call: taken on 2026-03-01, but its delivery was given up on " + D9),
        row(
            new LeftOutReason.PromiseBroken(
                D1, Optional.of(eur("50.00")), Optional.of(eur("20.00")), D9, 12),
            Rule.HELD,
            null,
            null,
            "promise of 2026-03-01 to pay 50.00 EUR by %s was broken: 20.00 EUR is 12 days late"
                .formatted(D9)),
        row(
            new LeftOutReason.PromiseBroken(D1, Optional.empty(), Optional.empty(), D9, 1),
            Rule.HELD,
            null,
            null,
            "promise of 2026-03-01 to pay all by %s was broken: the payment is 1 day late"
                .formatted(D9)),
        row(
            new LeftOutReason.PlanBroken(D1, new Instalment(D1, eur("25.00")), 2),
            Rule.HELD,
            null,
            null,
            "payment plan of 2026-03-01 was broken: 25.00 EUR due 2026-03-01 is 2 days late"),
        row(
            new LeftOutReason.UnknownStep("call", D1),
            Rule.CANDIDATE,
            null,
            null,
            "call: taken on 2026-03-01, but not a step of this policy"),
        row(
            new LeftOutReason.UnknownDecision("agncy", true, D1),
            Rule.CANDIDATE,
            null,
            null,
            "agncy: approved on 2026-03-01, but not a step of this policy"),
        row(
            new LeftOutReason.UnknownDecision("agncy", false, D1),
            Rule.CANDIDATE,
            null,
            null,
            "agncy: refused on 2026-03-01, but not a step of this policy"),
        row(
            new LeftOutReason.BeyondPatience(
                new Concessions.Overrun(
                    Concession.PROMISE,
                    D1,
                    Optional.of(D9),
                    Optional.empty(),
                    Optional.of(2),
                    Optional.empty(),
                    "head of credit")),
            Rule.HELD,
            null,
            null,
            "promise of 2026-03-01 until %s: does not hold, at most 2 in a cycle; only head of"
                    .formatted(D9)
                + " credit may grant one more"),
        row(
            new LeftOutReason.BeyondPatience(
                new Concessions.Overrun(
                    Concession.HOLD,
                    D1,
                    Optional.empty(),
                    Optional.of(D9),
                    Optional.empty(),
                    Optional.of(30),
                    "")),
            Rule.HELD,
            null,
            null,
            "hold of 2026-03-01: holds only through %s, at most 30 days in all".formatted(D9)),
        row(
            new LeftOutReason.AsksEveryDay("it rains"),
            Rule.CANDIDATE,
            null,
            null,
            "looked at again every day, because nobody can foresee: it rains"));
  }

  @ParameterizedTest
  @MethodSource({
    "aboutDueDates",
    "aboutHolds",
    "aboutAmounts",
    "aboutTheStepInQuestion",
    "aboutStepsLeftOut"
  })
  void namesItsRuleItsStepItsEndAndWhatIsMissing(
      Reason reason,
      Rule rule,
      Optional<String> step,
      Optional<LocalDate> ends,
      Optional<Money> missing,
      String text) {
    assertThat(reason.rule()).isEqualTo(rule);
    assertThat(reason.aboutStep()).isEqualTo(step);
    assertThat(reason.endsOn()).isEqualTo(ends);
    assertThat(reason.missing()).isEqualTo(missing);
    assertThat(reason).hasToString(text);
    assertThat(Streams.copy(reason)).isEqualTo(reason);
  }

  @Test
  void givesItsFactsByNameWithoutThoseThatAreAbsent() {
    Reason closed = new DueReason.Closed(Closure.SETTLED, Optional.of(D1));
    assertThat(closed.facts()).isEqualTo(Map.of("how", Closure.SETTLED, "since", D1));
    assertThat(new DueReason.Closed(Closure.VOIDED, Optional.empty()).facts())
        .isEqualTo(Map.of("how", Closure.VOIDED));
    assertThat(new AmountReason.StepBelowMinimum("call", eur("3.00"), eur("5.00")).facts().keySet())
        .containsExactly("step", "overdue", "minimum");
    assertThatThrownBy(() -> closed.facts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** A host need not be told again that a debt is held, as long as it is held by the same. */
  @Test
  void holdsAreTheSameIfTheSameKindOfThingHolds() {
    Instalment part = new Instalment(D1, eur("25.00"));
    List<List<Reason>> same =
        List.of(
            List.of(
                new HoldReason.OnHold("asked", Optional.of(D1)),
                new HoldReason.OnHold("again", Optional.of(D9))),
            List.of(new HoldReason.Disputed("a", D1), new HoldReason.Disputed("b", D9)),
            List.of(new HoldReason.InPlan(D1, part, D9), new HoldReason.Settled(D1, D9)),
            List.of(new HoldReason.HeldWhile("a"), new HoldReason.HeldWhile("a")),
            List.of(new HoldReason.HeldWhile("b"), new HoldReason.HeldWhile("b")),
            List.of(
                new HoldReason.Restricted(Restriction.DECEASED, "a", D1, Optional.empty()),
                new HoldReason.Restricted(Restriction.DECEASED, "b", D9, Optional.of(D9))),
            List.of(
                new HoldReason.Restricted(Restriction.INSOLVENCY, "a", D1, Optional.empty()),
                new HoldReason.Restricted(Restriction.INSOLVENCY, "a", D1, Optional.empty())));
    for (int i = 0; i < same.size(); i++) {
      for (int j = 0; j < same.size(); j++) {
        for (Reason one : same.get(i)) {
          for (Reason other : same.get(j)) {
            assertThat(Reasons.isSameHold(one, other)).as(one + " / " + other).isEqualTo(i == j);
          }
        }
      }
    }
  }

  @Test
  void rulesAreNumberedAsInTheAlgorithm() {
    assertThat(Rule.CLOSED.number()).isEqualTo(1);
    assertThat(Rule.IN_GRACE.number()).isEqualTo(3);
    assertThat(Rule.REPEATS.number()).isEqualTo(13);
    assertThat(Rule.STEP_BELOW_MINIMUM).hasToString("below the minimum of the step");
    for (int i = 1; i < Rule.values().length; i++) {
      int step = Rule.values()[i].number() - Rule.values()[i - 1].number();
      assertThat(step).as(Rule.values()[i].toString()).isBetween(0, 1);
    }
  }
}
