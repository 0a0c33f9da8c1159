package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What an explanation says is true, and what it cites matters. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ExplanationProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static List<Recommendation> on(DunningPolicy policy, Account account, LocalDate day) {
    return WEEKENDS.evaluate(policy, account, day).recommendations();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aFlipByDayComesTrue(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Account known = account.asOf(day);
    List<Explanation> why = WEEKENDS.explain(policy, known, day);
    for (int i = 0; i < why.size(); i++) {
      for (Flip flip : why.get(i).flips()) {
        if (flip.on().isPresent()) {
          Recommendation then = on(policy, known, flip.on().get()).get(i);
          assertThat(then.verdict()).isEqualTo(flip.verdict());
          assertThat(then.step().or(then::waitsFor)).isEqualTo(flip.step());
        }
      }
    }
  }

  /** An invoice over so much more, or less, gets the answer that the flip promised. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aFlipByAmountComesTrue(
      @ForAll DunningPolicy policy, @ForAll InvoiceHistory history, @ForAll LocalDate day) {
    Invoice invoice = history.invoice();
    Assume.that(invoice.instalments().isEmpty());
    // another amount has another discount
    Assume.that(invoice.terms().isEmpty());
    Assume.that(history.standingOn(day).agreements().disputedMinor() == 0);
    Assume.that(history.standingOn(day).agreements().plan().isEmpty());
    // with another amount it might never have been settled, and so not reopened
    Assume.that(history.standingOn(day).balance().reopenedDay() == EpochDay.NEVER);
    for (Flip flip : WEEKENDS.explain(policy, history, day).flips()) {
      Money more = flip.more().orElse(null);
      Statistics.label("flips").collect(more == null ? "day" : more.isNegative() ? "less" : "more");
      if (more != null) {
        Money amount = invoice.amount().plus(more);
        Invoice other = Invoice.of(invoice.number(), amount, invoice.issued(), invoice.due());
        InvoiceHistory changed = InvoiceHistory.of(other, history.events());
        if (changed.standingOn(day).balance().reopenedDay() != EpochDay.NEVER) {
          continue;
        }
        Recommendation then = WEEKENDS.evaluate(policy, changed, day);
        assertThat(then.verdict()).isEqualTo(flip.verdict());
        assertThat(then.step().or(then::waitsFor)).isEqualTo(flip.step());
      }
    }
  }

  /** Without what a reason cites, or with it days earlier, the answer or a reason is another. */
  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void whatAReasonCitesMatters(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Account known = account.asOf(day);
    List<Explanation> now = WEEKENDS.explain(policy, known, day);
    for (int i = 0; i < now.size(); i++) {
      List<Reason> reasons = now.get(i).reasons();
      for (Reason reason : reasons) {
        Predicate<LedgerEvent> cited = cited(reason);
        if (events(known).noneMatch(cited)) {
          continue;
        }
        Statistics.label("cited").collect(reason.getClass().getSimpleName());
        Account without = map(known, e -> cited.test(e) ? null : e);
        assertThat(WEEKENDS.explain(policy, without, day).get(i).reasons())
            .as("without what is cited by: %s\n%s", reason, now.get(i))
            .isNotEqualTo(reasons);
        // of several cited events another may take the place of the first by one of the distances
        List<Integer> distances = List.of(-7, -5, -11);
        int place = i;
        assertThat(distances)
            .as("some days earlier: %s\n%s", reason, now.get(i))
            .anySatisfy(
                d -> {
                  Account moved = map(known, e -> cited.test(e) ? Shift.by(d, e) : e);
                  assertThat(WEEKENDS.explain(policy, moved, day).get(place).reasons())
                      .isNotEqualTo(reasons);
                });
      }
    }
  }

  private static Stream<LedgerEvent> events(Account account) {
    return Stream.concat(
        account.events().stream(), account.invoices().stream().flatMap(h -> h.events().stream()));
  }

  private static Account map(Account account, UnaryOperator<LedgerEvent> change) {
    return Account.of(
        account.customer(),
        account.invoices().stream()
            .map(h -> InvoiceHistory.of(h.invoice(), mapped(h.events(), change)))
            .toList(),
        mapped(account.events(), change));
  }

  private static List<LedgerEvent> mapped(
      List<LedgerEvent> events, UnaryOperator<LedgerEvent> change) {
    return events.stream().flatMap(e -> Stream.ofNullable(change.apply(e))).toList();
  }

  /** The events that a reason names by kind and date. */
  private static Predicate<LedgerEvent> cited(Reason reason) {
    if (reason instanceof HoldReason.OnHold r) {
      return e ->
          e instanceof RestrictionEvent.Hold h
              && h.until().equals(r.until())
              && r.until().isPresent();
    } else if (reason instanceof HoldReason.Disputed r) {
      return e -> e instanceof DisputeEvent.DisputeOpened d && d.date().equals(r.since());
    } else if (reason instanceof AmountReason.PartlyDisputed r) {
      return e -> e instanceof DisputeEvent.DisputeOpened d && d.date().equals(r.since());
    } else if (reason instanceof HoldReason.Promised r) {
      return e -> e instanceof AgreementEvent.PromiseToPay p && p.until().equals(r.until());
    } else if (reason instanceof HoldReason.InPlan r) {
      return e -> e instanceof AgreementEvent.PlanAgreed p && p.date().equals(r.agreedOn());
    } else if (reason instanceof HoldReason.Restricted r) {
      return e ->
          e instanceof RestrictionEvent.Restricted x
              && x.restriction() == r.restriction()
              && x.date().equals(r.since());
    } else if (reason instanceof HoldReason.NotDelivered r) {
      return e ->
          e instanceof DeliveryEvent.DeliveryFailed f
              && f.step().isEmpty()
              && f.date().equals(r.since());
    } else if (reason instanceof DueReason.Deferred r) {
      return e -> e instanceof TermsEvent.Deferral d && d.until().equals(r.until());
    } else if (reason instanceof ContactReason.ContactTooSoon r) {
      return e -> isContact(e) && e.date().equals(r.lastContact());
    } else if (reason instanceof LeftOutReason.StepTaken r) {
      return e -> e instanceof StepEvent.StepTaken && e.date().equals(r.on());
    } else if (reason instanceof StepReason.StepRepeats r) {
      return e -> e instanceof StepEvent.StepTaken && e.date().equals(r.takenOn());
    } else if (reason instanceof LeftOutReason.StepRefused r) {
      return e -> e instanceof StepEvent.StepRefused && e.date().equals(r.on());
    } else if (reason instanceof StepReason.StepBroughtForward) {
      return e ->
          e instanceof AgreementEvent.PromiseToPay || e instanceof AgreementEvent.PlanAgreed;
    } else if (reason instanceof AmountReason.DiscountMissed r) {
      return e -> e instanceof MoneyEvent.Payment p && p.date().equals(r.paidOn());
    } else if (reason instanceof DueReason.Closed r) {
      Optional<LocalDate> since = r.since();
      return e -> since.isPresent() && e.date().equals(since.get());
    }
    return e -> false;
  }

  private static boolean isContact(LedgerEvent event) {
    return event instanceof StepEvent.StepTaken || event instanceof ContactEvent.Contact;
  }
}
