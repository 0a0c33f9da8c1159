package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Customer;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Circumstances;
import io.dunning.settlement.RecoveryEstimate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What conditions can ask about an invoice on a day, whether it is looked at alone ({@link Item})
 * or leads a debt ({@link LedDebt}).
 */
abstract class View implements Circumstances {
  final Books books;
  final int place;
  final long day;

  View(Books books, int place, long day) {
    this.books = books;
    this.place = place;
    this.day = day;
  }

  @Override
  public final long day() {
    return day;
  }

  @Override
  public final Customer customer() {
    return books.customer();
  }

  @Override
  public final long chargesReachOn(Money amount) {
    return books.forecast().reachesOn(place, amount);
  }

  @Override
  public final PaymentProfile profile() {
    return books.profile(day);
  }

  @Override
  public final RiskBand band() {
    RiskBand supposed = books.policy.supposedBand;
    return supposed == null ? profile().band() : supposed;
  }

  @Override
  public final Percentage risk() {
    return books.risk(day);
  }

  @Override
  public final long riskChangesOn() {
    return books.policy.policy.riskModel().changesOnDay(books.profile(day));
  }

  @Override
  public final boolean settlementPossible() {
    return books.endgame().settlementPossible(this, currency());
  }

  @Override
  public final long settlementChangesOn() {
    return books.endgame().settlementChangesOn(this);
  }

  @Override
  public final List<RecoveryEstimate> routes() {
    return books.endgame().routes(this, currency());
  }

  @Override
  public final long routesChangeOn() {
    return books.endgame().routesChangeOn(this);
  }

  @Override
  public final long deliveryPresumedOn(String step) {
    Days after = books.policy.delivery.presumedAfter;
    long taken = after == null ? EpochDay.NONE : takenDay(step);
    return taken == EpochDay.NONE ? EpochDay.NEVER : books.policy.plus(taken, after);
  }

  @Override
  public final boolean quiet() {
    return books.balances.isRoutine(place);
  }

  @Override
  public final long allOpenMinor(CurrencyUnit currency) {
    return books.openMinor(currency, day);
  }

  @Override
  public final long nextIssueOn() {
    return books.nextIssueAfter(day);
  }

  @Override
  public Standing standing() {
    return books.balances.standing(place);
  }

  @Override
  public final Standing account() {
    return books.whole;
  }

  @Override
  public final long issuedDay() {
    return books.balances.issuedDay(place);
  }

  @Override
  public final long planEndsOn() {
    long own = Breaches.next(books.agreed.plan(place), day);
    return Math.min(own, Breaches.next(books.agreed.accountPlan(), day));
  }

  @Override
  public final boolean planBroken() {
    LocalDate on = LocalDate.ofEpochDay(day);
    PlanOutcome own = books.agreed.plan(place);
    PlanOutcome ofAccount = books.agreed.accountPlanAbout(place);
    return own != null && own.isBrokenOn(on) || ofAccount != null && ofAccount.isBrokenOn(on);
  }

  @Override
  public int brokenPromises() {
    return Breaches.count(books.agreed.promises(place), day)
        + books.agreed.brokenPromises(Map.of(currency(), books.balances.issuedDay(place)), day);
  }

  @Override
  public long promiseEndsOn() {
    return Math.min(
        Breaches.next(books.agreed.promises(place), day),
        Breaches.next(books.agreed.accountPromises(), day));
  }

  final CurrencyUnit currency() {
    return books.balances.currency(place);
  }

  /** Whether nothing but amount and due date is known of the invoice. */
  final boolean isPlain() {
    return books.balances.isPlain(place);
  }

  /** The last day on which a plan of the invoice or the account holds. */
  final long planHoldsThrough() {
    boolean own = !books.balances.isSimple(place);
    return Math.max(
        books.agreed.accountPlanThrough(place),
        own ? books.agreed.planThrough(place) : EpochDay.NONE);
  }
}
