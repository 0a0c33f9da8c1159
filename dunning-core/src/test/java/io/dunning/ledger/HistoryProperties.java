package io.dunning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every history, and what its facts do to a decision. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class HistoryProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  /** Entries of one day that say different things can be entered in any order. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfEntriesOfDifferentKindsOnOneDayDoesNotMatter(
      @ForAll DunningPolicy policy,
      @ForAll InvoiceHistory history,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 0, max = 9) int before,
      @ForAll Random random) {
    LocalDate on = day.minusDays(before);
    Money amount = Money.ofMinor(777, history.invoice().amount().currency());
    List<LedgerEvent> entries =
        new ArrayList<>(
            List.of(
                new MoneyEvent.Payment(on, amount),
                LedgerEvent.dispute(on, amount, "price"),
                LedgerEvent.hold(on, "asked", on.plusDays(3)),
                new ContactEvent.Contact(on, Channel.PHONE),
                new ContactEvent.CustomerReplied(on, Reply.ASKS_FOR_TIME, ""),
                new TermsEvent.Deferral(on, on.plusDays(2)),
                LedgerEvent.stepTaken(on, "one"),
                new StepEvent.StepApproved(on, "two"),
                LedgerEvent.delivered(on, "one"),
                new RestrictionEvent.Restricted(
                    on, Restriction.BREATHING_SPACE, Optional.of(on.plusDays(4)), "")));
    Recommendation once = evaluate(policy, history, entries, day);
    Explanation onceWhy = why(policy, history, entries, day);
    Collections.shuffle(entries, random);
    Recommendation again = evaluate(policy, history, entries, day);
    assertThat(again.decidesLike(once)).isTrue();
    assertThat(again.reviewOn()).isEqualTo(once.reviewOn());
    assertThat(why(policy, history, entries, day).reasons()).isEqualTo(onceWhy.reasons());
  }

  private static Recommendation evaluate(
      DunningPolicy policy, InvoiceHistory history, List<LedgerEvent> more, LocalDate day) {
    return WEEKENDS.evaluate(policy, history.with(more.toArray(new LedgerEvent[0])), day);
  }

  private static Explanation why(
      DunningPolicy policy, InvoiceHistory history, List<LedgerEvent> more, LocalDate day) {
    return WEEKENDS.explain(policy, history.with(more.toArray(new LedgerEvent[0])), day);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsBookedLaterWasNotKnown(
      @ForAll DunningPolicy policy,
      @ForAll InvoiceHistory history,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 30) int late) {
    BookedEvent backdated =
        LedgerEvent.hold(day.minusDays(late), "found later").bookedOn(day.plusDays(1));
    InvoiceHistory later = history.asOf(day).with(backdated);
    Recommendation then = WEEKENDS.evaluate(policy, later.asKnownOn(day), day);
    assertThat(then).isEqualTo(WEEKENDS.evaluate(policy, history.asOf(day), day));
    assertThat(later.asKnownOn(day.plusDays(1))).isEqualTo(later);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aStandingIsThatOfTheHistorySoFar(@ForAll InvoiceHistory history, @ForAll LocalDate day) {
    Standing direct = history.standingOn(day);
    Standing cut = history.asOf(day).standingOn(LocalDate.MAX);
    assertThat(cut).isEqualTo(direct);
    assertThat(direct.agreements().disputedMinor()).isBetween(0L, direct.balance().openMinor());
    assertThat(direct.balance().open().minorUnits()).isNotNegative();
    assertThat(direct.balance().credit().minorUnits()).isNotNegative();
  }

  /** A step taken and withdrawn: the level before it is back; no distance between contacts here. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aWithdrawnStepRestoresTheLevelBeforeIt(
      @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    DunningPolicy policy = DunningDomain.plainLadder(List.of(1, 5, 9, 20), 0, false);
    Recommendation now = WEEKENDS.evaluate(policy, history.asOf(day), day);
    Assume.that(now.verdict() == Verdict.ACT);
    String step = now.step().orElseThrow();
    InvoiceHistory after =
        history
            .asOf(day)
            .with(
                LedgerEvent.stepTaken(day, step, Channel.EMAIL),
                new StepEvent.StepWithdrawn(day, step));
    Recommendation then = WEEKENDS.evaluate(policy, after, day);
    assertThat(then.decidesLike(now)).isTrue();
    assertThat(then.reviewOn()).isEqualTo(now.reviewOn());
  }

  /** A letter that came back is as if it had not been sent, distance from contacts included. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aLetterThatCameBackWasNotSent(
      @ForAll InvoiceHistory history,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 0, max = 20) int ago,
      @ForAll @IntRange(min = 0, max = 9) int gap) {
    DunningPolicy policy = DunningDomain.plainLadder(List.of(1, 5, 9, 20), gap, false);
    LocalDate sent = day.minusDays(ago);
    InvoiceHistory after =
        history.with(
            LedgerEvent.stepTaken(sent, "s1", Channel.EMAIL),
            new DeliveryEvent.DeliveryFailed(sent, Optional.of("s1"), Optional.empty()));
    // withdrawals and failures of the same step in the history would match another taking
    Assume.that(history.events().stream().noneMatch(e -> e instanceof StepEvent.StepWithdrawn));
    Recommendation before = WEEKENDS.evaluate(policy, history, day);
    Recommendation then = WEEKENDS.evaluate(policy, after, day);
    assertThat(then.decidesLike(before)).isTrue();
    assertThat(then.reviewOn()).isEqualTo(before.reviewOn());
  }

  /** Paid on each due date, a plan is kept; without any payment it breaks after its first. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void aPlanIsKeptByPayingItAndBrokenByNot(
      @ForAll @IntRange(min = 1, max = 50_000) int part,
      @ForAll @IntRange(min = 1, max = 6) int parts,
      @ForAll @IntRange(min = 0, max = 9) int cure) {
    LocalDate start = DunningDomain.START;
    Money amount = Money.ofMinor(part, CurrencyUnit.of("EUR"));
    List<Instalment> instalments = new ArrayList<>();
    List<LedgerEvent> paid = new ArrayList<>();
    for (int i = 1; i <= parts; i++) {
      instalments.add(new Instalment(start.plusDays(30L * i), amount));
      paid.add(new MoneyEvent.Payment(start.plusDays(30L * i + cure), amount));
    }
    LedgerEvent plan = new AgreementEvent.PlanAgreed(start, instalments);
    InvoiceHistory silent =
        InvoiceHistory.of(Invoice.of("I", amount.times(parts), start, start)).with(plan);
    InvoiceHistory kept = silent.with(paid.toArray(new LedgerEvent[0]));
    Days tolerance = Days.calendarDays(cure);
    BusinessCalendar every = BusinessCalendar.everyDay();
    LocalDate end = start.plusDays(400);
    assertThat(kept.plans(end, tolerance, every).get(0).state()).isEqualTo(PlanOutcome.State.KEPT);
    PlanOutcome broken = silent.plans(end, tolerance, every).get(0);
    assertThat(broken.state()).isEqualTo(PlanOutcome.State.BROKEN);
    assertThat(broken.lastDay()).isEqualTo(start.plusDays(30L + cure));
    assertThat(silent.plans(broken.lastDay(), tolerance, every).get(0).state())
        .isEqualTo(PlanOutcome.State.RUNNING);
  }

  /** No step is taken under a restriction unless the step says that it may be. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aRestrictionBeatsEveryStepThatDoesNotAllowIt(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    for (Restriction each : Restriction.values()) {
      Recommendation now =
          WEEKENDS.evaluate(policy, history.with(LedgerEvent.restricted(day, each)), day);
      now.step()
          .map(s -> policy.ladder().steps().get(policy.ladder().indexOf(s)))
          .ifPresent(s -> assertThat(s.allowedDuring()).contains(each));
    }
  }

  /** Money never makes a debt worse: what is overdue only shrinks by a payment. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aPaymentNeverAddsToWhatIsOverdue(@ForAll InvoiceHistory history, @ForAll LocalDate day) {
    DunningPolicy policy = DunningDomain.plainLadder(List.of(1, 5, 9, 20), 0, false);
    Money amount = Money.ofMinor(1_234, history.invoice().amount().currency());
    Recommendation before = WEEKENDS.evaluate(policy, history, day);
    Recommendation after =
        WEEKENDS.evaluate(policy, history.with(new MoneyEvent.Payment(day, amount)), day);
    Money owed = sum(before, amount);
    assertThat(sum(after, amount)).isLessThanOrEqualTo(owed);
  }

  private static Money sum(Recommendation now, Money zero) {
    return now.open().stream().findFirst().orElse(Money.zero(zero.currency()));
  }
}
