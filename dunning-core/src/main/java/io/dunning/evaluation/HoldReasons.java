package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.evaluation.Holds.HeldItem;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Concessions;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.util.Optional;

/** Says what holds a debt, from the facts of the item that decides. */
final class HoldReasons {
  private final Books books;
  private final int place;
  private final Condition part;
  private final Standing own;
  private final Standing whole;

  private HoldReasons(Books books, HeldItem held) {
    this.books = books;
    place = held.place();
    part = held.part();
    own = books.balances.standing(place);
    whole = books.whole;
  }

  static Reason of(Books books, HeldItem held) {
    return new HoldReasons(books, held).reason();
  }

  private Reason reason() {
    if (part == null) {
      return hold();
    }
    if (part.equals(PreparedPolicy.undelivered())) {
      return own.correspondence()
          .undeliveredSince()
          .<Reason>map(HoldReason.NotDelivered::new)
          .orElseGet(this::condition);
    }
    if (part.equals(Condition.planActive())) {
      return plan();
    }
    if (part.equals(Condition.settlementOffered())) {
      boolean ofAccount = whole.agreements().offerThroughDay() > own.agreements().offerThroughDay();
      var offer = (ofAccount ? whole : own).agreements().offer().orElseThrow();
      return new HoldReason.SettlementOffered(offer.amount(), offer.date(), offer.until());
    }
    if (part.equals(Condition.disputeOpen())) {
      return dispute((own.agreements().isDisputed() ? own : whole).agreements());
    }
    if (part.equals(Condition.promiseActive())) {
      return promise();
    }
    return restriction().orElseGet(this::condition);
  }

  private Reason dispute(Agreements contested) {
    return contested
        .dispute()
        .<Reason>map(open -> new HoldReason.Disputed(open.reason(), open.date()))
        .orElseGet(() -> creditOwed(contested.creditOwed().orElseThrow()));
  }

  private Reason creditOwed(DisputeCase won) {
    CurrencyUnit currency = own.balance().open().currency();
    return new HoldReason.CreditNoteOwed(
        won.opened().reason(),
        won.resolved().orElseThrow().date(),
        won.creditOwedMinor() == DisputeCase.ALL
            ? own.balance().open()
            : Money.ofMinor(won.creditOwedMinor(), currency));
  }

  private Reason condition() {
    return new HoldReason.HeldWhile(part.toString());
  }

  private Reason hold() {
    Concessions granted = books.agreed.concessions(place);
    if (granted.limits(Concession.HOLD)) {
      var longest = granted.longestHold().orElseThrow();
      return new HoldReason.OnHold(longest.hold().reason(), EpochDay.date(longest.throughDay()));
    }
    Standing longer =
        own.agreements().heldThroughDay() >= whole.agreements().heldThroughDay() ? own : whole;
    return onHold(longer);
  }

  /** The hold that lasts longest. */
  static Reason onHold(Standing standing) {
    var hold = standing.agreements().hold().orElseThrow();
    return new HoldReason.OnHold(hold.reason(), hold.until());
  }

  /** The dispute of an invoice, or of its account. */
  static Reason disputed(Books books, int place) {
    HeldItem item = new HeldItem(place, Condition.disputeOpen(), EpochDay.NEVER, EpochDay.NEVER);
    return of(books, item);
  }

  private Optional<Reason> restriction() {
    for (Restriction each : Books.RESTRICTIONS) {
      if (part.equals(PreparedPolicy.restricted(each))) {
        boolean ofAccount =
            whole.agreements().restrictedThroughDay(each)
                > own.agreements().restrictedThroughDay(each);
        var found = (ofAccount ? whole : own).agreements().restriction(each).orElseThrow();
        return Optional.of(
            new HoldReason.Restricted(each, found.note(), found.date(), found.until()));
      }
    }
    return Optional.empty();
  }

  private Reason promise() {
    PreparedPolicy policy = books.policy;
    Item item = Item.at(books, place, books.asOf, 0);
    long last = Math.min(policy.promiseThrough(item.promise()), item.promisedThrough());
    return new HoldReason.Promised(item.promise().until(), Reasons.date(last));
  }

  private Reason plan() {
    PlanOutcome ofInvoice = books.agreed.plan(place);
    long own = books.agreed.planThrough(place);
    long ofAccount = books.agreed.accountPlanThrough(place);
    boolean byOwn = ofInvoice != null && own >= ofAccount;
    PlanOutcome plan = byOwn ? ofInvoice : books.agreed.accountPlan();
    return plan.open().isEmpty()
        ? new HoldReason.Settled(plan.plan().date(), plan.lastDay())
        : new HoldReason.InPlan(
            plan.plan().date(), plan.open().orElseThrow(), Reasons.date(Math.max(own, ofAccount)));
  }
}
