package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PromiseToPay;
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
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
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

  private static Flip.Answer answer(Recommendation now) {
    return new Flip.Answer(
        now.verdict(),
        now.rule(),
        now.step().or(now::waitsFor),
        now.channel(),
        now.tone(),
        now.performer(),
        Optional.empty());
  }

  /** An answer without what holds the debt, which a recommendation says in its reason. */
  private static Flip.Answer unheld(Flip.Answer answer) {
    return new Flip.Answer(
        answer.verdict(),
        answer.rule(),
        answer.step(),
        answer.channel(),
        answer.tone(),
        answer.performer(),
        Optional.empty());
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aFlipByDayComesTrue(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Account known = account.asOf(day);
    List<Explanation> why = WEEKENDS.explain(policy, known, day);
    for (int i = 0; i < why.size(); i++) {
      Recommendation now = why.get(i).recommendation();
      for (Flip flip : why.get(i).flips()) {
        assertThat(flip.instead()).isNotEqualTo(flip.now());
        assertThat(unheld(flip.now())).isEqualTo(answer(now));
        if (flip.on().isPresent()) {
          Recommendation then = on(policy, known, flip.on().get()).get(i);
          assertThat(answer(then)).isEqualTo(unheld(flip.instead()));
          assertThat(then.decidesLike(now)).isFalse();
        }
      }
    }
  }

  /**
   * An account with an invoice over so much more, or less, gets the answer that the flip promised;
   * with any smaller change it keeps the answer it has.
   */
  @Property(tries = 8_000, edgeCases = EdgeCasesMode.NONE)
  void aFlipByAmountComesTrueAndIsTheSmallest(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    // charges stay what they are, but another invoice would have cost something else
    Assume.that(!asksCharges(policy));
    Account known = account.asOf(day);
    List<Explanation> why = WEEKENDS.explain(policy, known, day);
    for (int i = 0; i < why.size(); i++) {
      Recommendation now = why.get(i).recommendation();
      for (Flip flip : why.get(i).flips()) {
        long most = flip.more().map(Money::minorUnits).orElse(0L);
        Statistics.label("flips").collect(most == 0 ? "day" : most < 0 ? "less" : "more");
        String number = flip.invoice().orElseGet(() -> now.subject().invoices().get(0));
        Account with = most == 0 ? null : billed(known, number, most, day);
        if (with == null) {
          continue;
        }
        Recommendation then = on(policy, with, day).get(i);
        assertThat(answer(then)).as("%s\n%s", flip, then).isEqualTo(unheld(flip.instead()));
        assertThat(then.decidesLike(now)).isFalse();
        for (long less : new long[] {most - Long.signum(most), most / 2, (long) (most * part)}) {
          Account smaller = billed(known, number, less, day);
          if (less != 0 && less != most && smaller != null) {
            assertThat(on(policy, smaller, day).get(i).decidesLike(now))
                .as("%s, but %s is enough\n%s", flip, less, now)
                .isTrue();
          }
        }
      }
    }
  }

  private static boolean asksCharges(DunningPolicy policy) {
    return policy.holdWhile().needs().charges()
        || policy.ladder().steps().stream()
            .flatMap(
                s ->
                    Stream.concat(
                        Stream.of(s.condition(), s.softerTone()), s.prerequisites().stream()))
            .anyMatch(c -> c.needs().charges());
  }

  /** The account with an invoice over so much more; null if more than a sum would change. */
  private static Account billed(Account account, String number, long more, LocalDate day) {
    // what a promise of an amount holds, and what keeps one of the account, goes by what was owed
    // when it was made
    if (events(account).anyMatch(e -> e instanceof PromiseToPay p && p.amount().isPresent())
        || account.events().stream().anyMatch(PromiseToPay.class::isInstance)) {
      return null;
    }
    List<InvoiceHistory> all = new ArrayList<>();
    for (InvoiceHistory history : account.invoices()) {
      Invoice invoice = history.invoice();
      if (!invoice.number().equals(number)) {
        all.add(history);
        continue;
      }
      Money amount =
          Money.ofMinor(invoice.amount().minorUnits() + more, invoice.amount().currency());
      if (!isSimple(history, day) || !amount.isPositive()) {
        return null;
      }
      Invoice other = Invoice.of(number, amount, invoice.issued(), invoice.due());
      InvoiceHistory changed = InvoiceHistory.of(other, history.events());
      if (!isSimple(changed, day)) {
        return null;
      }
      all.add(changed);
    }
    return Account.of(account.customer(), all, account.events());
  }

  /**
   * With another amount it might never have been settled, and so not reopened, and its discount
   * would be another.
   */
  private static boolean isSimple(InvoiceHistory history, LocalDate day) {
    Standing standing = history.standingOn(day);
    return history.invoice().instalments().isEmpty()
        && history.invoice().terms().isEmpty()
        && standing.agreements().disputedMinor() == 0
        && standing.agreements().plan().isEmpty()
        && standing.balance().reopenedDay() == EpochDay.NEVER;
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
      // a payment that bounces breaks a plan on its own day
      return e ->
          e instanceof AgreementEvent.PromiseToPay
              || e instanceof AgreementEvent.PlanAgreed
              || e instanceof MoneyEvent;
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
