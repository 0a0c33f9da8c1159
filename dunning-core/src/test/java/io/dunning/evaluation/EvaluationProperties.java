package io.dunning.evaluation;

import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.visit;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.ExactReview.areReviewed;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds for every policy, account and day. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class EvaluationProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static List<Recommendation> on(DunningPolicy policy, Account account, LocalDate day) {
    return WEEKENDS.evaluate(policy, account, day).recommendations();
  }

  /**
   * With no new event the decision is equal up to the day before the review date, and not on it.
   */
  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExact(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    List<Recommendation> now = reviewedExactly(DunningEvaluator.on(calendar), policy, account, day);
    now.forEach(r -> Statistics.label("verdicts").collect(r.verdict(), r.reviewOn().isPresent()));
  }

  /** Contacts leave the window of the profile, and nothing else happens. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactForARiskModelThatReadsContacts(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 90) int window,
      @ForAll @IntRange(min = 1, max = 2) int contacts) {
    DunningPolicy policy =
        DunningPolicy.named("by contacts")
            .ladder(
                EscalationLadder.of(
                    step("call")
                        .at(Trigger.daysPastDue(3))
                        .take(placeCall())
                        .onlyIf(Condition.riskAtLeast(percent("" + 10 * contacts)))))
            .profileWindow(calendarDays(window))
            .riskModel(
                RiskModel.described(
                    "contacts",
                    p -> percent("" + 10 * Math.min(p.contacts(), 10)),
                    RiskModel.Reads.CONTACTS))
            .build();
    reviewedExactly(WEEKENDS, policy, account, day);
  }

  /** A reason for not paying gets too old to count, and nothing else happens. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactForReasonsOfNotPaying(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 40) int patience,
      @ForAll @IntRange(max = 2) int reason) {
    Condition lately = Condition.repliedWith(NonpaymentReason.values()[reason], patience);
    DunningPolicy policy =
        DunningPolicy.named("patient")
            .holdWhile(lately.and(Condition.daysPastDueAtLeast(60).not()))
            .ladder(
                EscalationLadder.of(
                    step("visit").at(Trigger.daysPastDue(3)).take(visit()).onlyIf(lately.not()),
                    step("call").at(Trigger.daysPastDue(3)).take(placeCall()).requires(lately)))
            .build();
    List<Recommendation> now = reviewedExactly(WEEKENDS, policy, account, day);
    now.forEach(r -> Statistics.label("verdicts").collect(r.verdict(), r.reviewOn().isPresent()));
  }

  /** Facts that a reason names beside its rule, such as open prerequisites, are no decision. */
  private static boolean isSameDecision(Recommendation one, Recommendation other) {
    boolean same = decision(one).equals(decision(other));
    boolean sameHold =
        one.verdict() != Verdict.HOLD || Reasons.isSameHold(one.reason(), other.reason());
    assertThat(one.decidesLike(other)).isEqualTo(same && sameHold);
    return same && sameHold;
  }

  private static List<Object> decision(Recommendation now) {
    return List.of(
        now.verdict(),
        now.rule(),
        now.step(),
        now.waitsFor(),
        now.actions(),
        now.channel(),
        now.addressee(),
        now.tone(),
        now.performer());
  }

  private static List<Recommendation> reviewedExactly(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day) {
    Account known = account.asOf(day);
    List<Recommendation> now = evaluator.evaluate(policy, known, day).recommendations();
    DunningEvaluator looking = DunningEvaluator.lazy(evaluator.calendar());
    for (int ahead = 1; ahead <= 150 && !areReviewed(now, day.plusDays(ahead)); ahead++) {
      LocalDate later = day.plusDays(ahead);
      List<Recommendation> then = looking.evaluate(policy, known, later).recommendations();
      for (int i = 0; i < now.size(); i++) {
        Recommendation first = now.get(i);
        if (first.reviewOn().map(d -> !later.isAfter(d)).orElse(true)) {
          boolean differs = first.reviewOn().map(later::equals).orElse(false);
          assertThat(isSameDecision(then.get(i), first))
              .as("on %s\n%s\n%s", later, first, then.get(i))
              .isEqualTo(!differs);
        }
      }
    }
    return now;
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void futureEventsChangeNothing(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    List<Recommendation> known = on(policy, account.asOf(day), day);
    List<Recommendation> all = on(policy, account, day);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).decidesLike(known.get(i))).isTrue();
      assertThat(all.get(i).reviewOn()).isEqualTo(known.get(i).reviewOn());
      assertThat(all.get(i).reason()).isEqualTo(known.get(i).reason());
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void sameFactsSameAnswerAndExplanation(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    List<Recommendation> once = on(policy, account, day);
    on(policy, account, day.plusDays(40));
    DunningEvaluator other = DunningEvaluator.on(BusinessCalendar.weekends());
    List<Recommendation> again = other.evaluate(policy, account, day).recommendations();
    assertThat(again).isEqualTo(once);
    List<Explanation> why = WEEKENDS.explain(policy, account, day);
    assertThat(why).extracting(Explanation::recommendation).isEqualTo(once);
    assertThat(other.explain(policy, account, day)).isEqualTo(why);
  }

  /** Every step is either the one that decided, or left out with a reason. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theExplanationLosesNoStep(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    for (Explanation each : WEEKENDS.explain(policy, account, day)) {
      Recommendation now = each.recommendation();
      if (now.step().isPresent() || now.verdict() == Verdict.WAIT) {
        String text = each.toString();
        for (EscalationStep step : policy.ladder().steps()) {
          assertThat(text).contains(step.name() + ":");
        }
      }
    }
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void recommendingTakingAskingAgainNeverRepeats(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    List<String> taken = new ArrayList<>();
    Account now = account;
    for (int round = 0; round < 100; round++) {
      Optional<Recommendation> due =
          on(policy, now, day).stream().filter(r -> r.step().isPresent()).findFirst();
      if (due.isEmpty()) {
        return;
      }
      // what it was taken for: a policy may hold an invoice because the step was taken, so that the
      // next one of the same account needs it on the same day
      List<String> about =
          due.get().subject().wholeAccount()
              ? due.get().subject().invoices()
              : due.get().invoices();
      String what = about + " " + due.get().step().orElseThrow();
      assertThat(taken).doesNotContain(what);
      taken.add(what);
      now = Timeline.take(now, due.get());
    }
    assertThat(taken).as("ends").hasSizeLessThan(100);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void payingInFullCloses(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    Money open = history.standingOn(day).balance().open();
    Assume.that(open.isPositive());
    InvoiceHistory paid = history.asOf(day).with(new MoneyEvent.Payment(day, open));
    Assume.that(paid.standingOn(day).balance().paid().isPositive());
    Money still = paid.standingOn(day).balance().open();
    Recommendation now = WEEKENDS.evaluate(policy, paid, day);
    assertThat(now.verdict() == Verdict.CLOSED).isEqualTo(still.isZero());
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void splittingAPaymentOnOneDayChangesNothing(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    Money whole = Money.ofMinor(5_001, history.invoice().amount().currency());
    Money part = Money.ofMinor(1_700, whole.currency());
    LocalDate paidOn = day.minusDays(9);
    Recommendation once =
        WEEKENDS.evaluate(policy, history.with(new MoneyEvent.Payment(paidOn, whole)), day);
    Recommendation twice =
        WEEKENDS.evaluate(
            policy,
            history.with(
                new MoneyEvent.Payment(paidOn, part),
                new MoneyEvent.Payment(paidOn, whole.minus(part))),
            day);
    assertThat(twice.decidesLike(once)).isTrue();
    assertThat(twice.reviewOn()).isEqualTo(once.reviewOn());
    assertThat(twice.open()).isEqualTo(once.open());
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aHoldBeatsEveryStep(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    Assume.that(!history.invoice().issued().isAfter(day));
    Recommendation now =
        WEEKENDS.evaluate(policy, history.with(LedgerEvent.hold(day, "stop")), day);
    boolean owed = history.standingOn(day).balance().openMinor() > 0;
    assertThat(now.verdict()).isEqualTo(owed ? Verdict.HOLD : Verdict.CLOSED);
  }

  /** Nothing but the answer moves when everything moves by whole weeks; no holidays here. */
  @Property(tries = 6_000, maxDiscardRatio = 50, edgeCases = EdgeCasesMode.NONE)
  void shiftingAllByWholeWeeksShiftsTheAnswer(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    // the end of a month is not a number of weeks away
    Assume.that(
        policy.ladder().steps().stream()
            .noneMatch(s -> s.trigger().orElseThrow() instanceof Trigger.EndOfMonthPastDue));
    // nor are months, seasons, and the day from which rules are in force
    String rules = policy.outreach().conduct().toString();
    Assume.that(!rules.contains("month") && !rules.contains("; from "));
    Assume.that(account.customer().wishes().isNone() && policy.endgame().isEmpty());
    Assume.that(policy.liveFrom().isEmpty());
    long shift = 7L * 53;
    List<Recommendation> before = on(policy, account, day);
    List<Recommendation> after = on(policy, Shift.by(shift, account), day.plusDays(shift));
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).decidesLike(before.get(i))).isTrue();
      assertThat(after.get(i).reviewOn())
          .isEqualTo(before.get(i).reviewOn().map(d -> d.plusDays(shift)));
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aStepBeforeTheDueDateGoesToNobodyWhoIsOverdue(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    List<Recommendation> now = on(policy, account, day);
    boolean overdue = now.stream().anyMatch(r -> !r.overdue().isEmpty());
    for (Recommendation each : now) {
      boolean lapses =
          each.step()
              .map(s -> policy.ladder().steps().get(policy.ladder().indexOf(s)))
              .filter(s -> s.lapses() && !s.allowedWhileOverdue())
              .isPresent();
      assertThat(lapses && overdue).as("%s", each).isFalse();
    }
  }

  /** Without payment, withdrawal, reversal or withdrawn hold the steps only go up. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void neverGoesBackwardsWhenNobodyPays(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history) {
    Assume.that(policy.account().unit() == AccountRules.Unit.INVOICE);
    Account bare = Account.of(Customer.of("C"), List.of(InvoiceHistory.of(history.invoice())));
    LocalDate first = history.invoice().issued();
    int level = -1;
    for (Timeline.Entry each :
        Timeline.of(WEEKENDS, policy, bare, first, first.plusDays(300)).entries()) {
      int next = policy.ladder().indexOf(each.step());
      boolean repeats = policy.ladder().repeat().isPresent() && next == level;
      assertThat(next > level || repeats).isTrue();
      level = next;
    }
  }

  /** Each step keeps the distance of the triggers, up to a week, however late the first is. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void aLadderThatStartsLateGoesNoFasterThanItsTriggers(
      @ForAll @Size(min = 1, max = 11) List<@IntRange(min = 1, max = 20) Integer> distances,
      @ForAll LocalDate firstLook) {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(
                    Invoice.of("I", Money.eur("9.00"), DunningDomain.START, DunningDomain.START))));
    List<Timeline.Entry> steps =
        Timeline.of(
                WEEKENDS,
                DunningDomain.plainLadder(distances, 0, false),
                account,
                firstLook,
                firstLook.plusDays(900))
            .entries();
    assertThat(steps).hasSize(distances.size());
    for (int i = 1; i < steps.size(); i++) {
      long days = ChronoUnit.DAYS.between(steps.get(i - 1).date(), steps.get(i).date());
      assertThat(days).isGreaterThanOrEqualTo(Math.min(7, distances.get(i)));
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void catchingUpAndClimbingReachTheSameLastStepWhenNobodyPays(
      @ForAll @Size(min = 1, max = 11) List<@IntRange(min = 1, max = 20) Integer> distances,
      @ForAll @IntRange(min = 0, max = 9) int gap,
      @ForAll LocalDate firstLook) {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(
                    Invoice.of("I", Money.eur("9.00"), DunningDomain.START, DunningDomain.START))));
    LocalDate last = firstLook.plusDays(900);
    DunningPolicy climbs = DunningDomain.plainLadder(distances, gap, false);
    DunningPolicy catchesUp = DunningDomain.plainLadder(distances, gap, true);
    List<Timeline.Entry> slow = Timeline.of(WEEKENDS, climbs, account, firstLook, last).entries();
    List<Timeline.Entry> fast =
        Timeline.of(WEEKENDS, catchesUp, account, firstLook, last).entries();
    assertThat(slow).hasSize(distances.size());
    assertThat(fast.get(fast.size() - 1).step()).isEqualTo(slow.get(slow.size() - 1).step());
    assertThat(slow).extracting(Timeline.Entry::date).doesNotHaveDuplicates();
  }

  /** Jumping from review date to review date finds what looking every day finds. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void jumpingFindsWhatLookingEveryDayFinds(@ForAll DunningPolicy policy, @ForAll Account account) {
    LocalDate first = DunningDomain.START;
    LocalDate last = first.plusDays(200);
    List<String> jumped =
        Timeline.of(WEEKENDS, policy, account, first, last).entries().stream()
            .map(Timeline.Entry::toString)
            .toList();
    List<String> daily = new ArrayList<>();
    DunningEvaluator looking = DunningEvaluator.lazy(WEEKENDS.calendar());
    Account now = account;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      List<DunningDocument> due = looking.evaluate(policy, now, day).documentsOnceApproved();
      while (!due.isEmpty()) {
        for (Recommendation line : due.get(0).lines()) {
          daily.add(new Timeline.Entry(day, line).toString());
        }
        now = Timeline.take(now, due.get(0));
        due = looking.evaluate(policy, now, day).documentsOnceApproved();
      }
    }
    assertThat(jumped).isEqualTo(daily);
  }
}
