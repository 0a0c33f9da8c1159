package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Circumstances;
import io.dunning.settlement.RecoveryEstimate;
import java.util.List;

/** A customer as rules for segments see it: who it is and how it pays, and no debt at all. */
record CustomerView(Books books, long day) implements Circumstances {

  @Override
  public Customer customer() {
    return books.customer();
  }

  @Override
  public PaymentProfile profile() {
    return books.profile(day);
  }

  @Override
  public RiskBand band() {
    RiskBand supposed = books.policy.supposedBand;
    return supposed == null ? profile().band() : supposed;
  }

  @Override
  public Percentage risk() {
    return books.risk(day);
  }

  @Override
  public long riskChangesOn() {
    return books.policy.policy.riskModel().changesOnDay(profile());
  }

  @Override
  public Standing standing() {
    return books.whole;
  }

  @Override
  public Standing account() {
    return books.whole;
  }

  @Override
  public long daysPastDue() {
    return 0;
  }

  @Override
  public long openMinor(CurrencyUnit currency) {
    return 0;
  }

  @Override
  public long overdueMinor(CurrencyUnit currency) {
    return 0;
  }

  @Override
  public long chargesReachOn(Money amount) {
    return EpochDay.NEVER;
  }

  @Override
  public int overdueCount() {
    return 0;
  }

  @Override
  public long amountsChangeOn() {
    return EpochDay.NEVER;
  }

  @Override
  public boolean disputed() {
    return false;
  }

  @Override
  public long promisedThrough() {
    return EpochDay.NONE;
  }

  @Override
  public long promiseEndsOn() {
    return EpochDay.NEVER;
  }

  @Override
  public long offeredThrough() {
    return EpochDay.NONE;
  }

  @Override
  public boolean settlementPossible() {
    return false;
  }

  @Override
  public long settlementChangesOn() {
    return EpochDay.NEVER;
  }

  @Override
  public List<RecoveryEstimate> routes() {
    return List.of();
  }

  @Override
  public long routesChangeOn() {
    return EpochDay.NEVER;
  }

  @Override
  public int brokenPromises() {
    return 0;
  }

  @Override
  public boolean quiet() {
    return true;
  }

  @Override
  public long claimEndsFrom(long from) {
    return EpochDay.NEVER;
  }

  @Override
  public long allOpenMinor(CurrencyUnit currency) {
    return 0;
  }

  @Override
  public long nextIssueOn() {
    return EpochDay.NEVER;
  }

  @Override
  public long issuedDay() {
    return day;
  }

  @Override
  public long dueDay() {
    return day;
  }

  @Override
  public long takenDay(String step) {
    return EpochDay.NONE;
  }

  @Override
  public long deliveryPresumedOn(String step) {
    return EpochDay.NEVER;
  }

  @Override
  public long lastStepDay() {
    return EpochDay.NONE;
  }

  @Override
  public long planThrough() {
    return EpochDay.NONE;
  }

  @Override
  public long planEndsOn() {
    return EpochDay.NEVER;
  }

  @Override
  public boolean planBroken() {
    return false;
  }
}
