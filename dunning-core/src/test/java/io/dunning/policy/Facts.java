package io.dunning.policy;

import static io.dunning.calendar.EpochDay.NEVER;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.planBroken;
import static io.dunning.policy.Condition.reached;
import static io.dunning.policy.Condition.taken;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.RecoveryEstimate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A debt on a day, as a condition sees it; each test sets what it is about. */
final class Facts implements Circumstances {
  static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);
  static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  long day = DUE.plusDays(10).toEpochDay();
  Customer customer = Customer.of("C");
  long open;
  long overdue;
  long charges;
  int count;
  boolean disputed;
  long promisedThrough = Long.MIN_VALUE;
  int broken;
  long planThrough = Long.MIN_VALUE;
  long offeredThrough = Long.MIN_VALUE;
  List<InvoiceHistory> history = List.of();
  boolean planBroken;
  Standing standing = invoice();
  Standing account = whole();
  long taken = Long.MIN_VALUE;
  long lastStep = Long.MIN_VALUE;
  long presumed = Long.MAX_VALUE;
  long nextIssue = NEVER;
  List<LocalDate> claimEnds = List.of();

  private static Standing invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), ISSUED, DUE))
        .with(events)
        .standingOn(LocalDate.MAX);
  }

  private static Standing whole(LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(), List.of(events)).standingOn(Long.MAX_VALUE);
  }

  Facts of(LedgerEvent... events) {
    standing = invoice(events);
    return this;
  }

  Facts ofAccount(LedgerEvent... events) {
    account = whole(events);
    return this;
  }

  Facts takenOn(int afterDue) {
    taken = day(afterDue).toEpochDay();
    return this;
  }

  Facts claimsEndOn(int... afterDue) {
    claimEnds = Arrays.stream(afterDue).mapToObj(Facts::day).toList();
    return this;
  }

  Facts lastStepOn(int afterDue) {
    lastStep = day(afterDue).toEpochDay();
    return this;
  }

  @Override
  public long day() {
    return day;
  }

  @Override
  public Customer customer() {
    return customer;
  }

  @Override
  public long daysPastDue() {
    return day - DUE.toEpochDay();
  }

  @Override
  public long openMinor(CurrencyUnit currency) {
    return currency.code().equals("EUR") ? open : 0;
  }

  @Override
  public long overdueMinor(CurrencyUnit currency) {
    return currency.code().equals("EUR") ? overdue : 0;
  }

  @Override
  public PaymentProfile profile() {
    Account all = Account.of(customer, history);
    return PaymentProfile.of(all, LocalDate.ofEpochDay(day));
  }

  @Override
  public Percentage risk() {
    return Scorecard.standard().probability(profile());
  }

  @Override
  public long riskChangesOn() {
    return Scorecard.standard().changesOnDay(profile());
  }

  @Override
  public boolean settlementPossible() {
    return open > 0;
  }

  @Override
  public long settlementChangesOn() {
    return NEVER;
  }

  @Override
  public List<RecoveryEstimate> routes() {
    return EndgameRule.standard().rank(eur("100.00"), 4);
  }

  @Override
  public long routesChangeOn() {
    return NEVER;
  }

  @Override
  public long offeredThrough() {
    return offeredThrough;
  }

  @Override
  public long chargesReachOn(Money amount) {
    boolean reached = amount.currency().code().equals("EUR") && amount.minorUnits() <= charges;
    return reached ? day : day + 5;
  }

  @Override
  public int overdueCount() {
    return count;
  }

  @Override
  public long amountsChangeOn() {
    return day + 7;
  }

  @Override
  public boolean disputed() {
    return disputed;
  }

  @Override
  public long promisedThrough() {
    return promisedThrough;
  }

  @Override
  public long promiseEndsOn() {
    return day + 5;
  }

  @Override
  public int brokenPromises() {
    return broken;
  }

  @Override
  public boolean quiet() {
    return standing.isRoutine() && account.isRoutine();
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public Standing account() {
    return account;
  }

  @Override
  public long allOpenMinor(CurrencyUnit currency) {
    return openMinor(currency);
  }

  @Override
  public long nextIssueOn() {
    return nextIssue;
  }

  @Override
  public long claimEndsFrom(long from) {
    return claimEnds.stream()
        .mapToLong(LocalDate::toEpochDay)
        .filter(d -> d >= from)
        .min()
        .orElse(NEVER);
  }

  @Override
  public long issuedDay() {
    return ISSUED.toEpochDay();
  }

  @Override
  public long dueDay() {
    return DUE.toEpochDay();
  }

  @Override
  public long takenDay(String step) {
    return step.equals("demand") ? taken : Long.MIN_VALUE;
  }

  @Override
  public long deliveryPresumedOn(String step) {
    return presumed;
  }

  @Override
  public long lastStepDay() {
    return lastStep;
  }

  @Override
  public long planThrough() {
    return planThrough;
  }

  @Override
  public long planEndsOn() {
    return planThrough >= day ? planThrough + 1 : Long.MAX_VALUE;
  }

  @Override
  public boolean planBroken() {
    return planBroken;
  }

  /** A day after the due date. */
  static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }
}
