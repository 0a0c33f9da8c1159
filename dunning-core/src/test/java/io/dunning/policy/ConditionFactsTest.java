package io.dunning.policy;

import static io.dunning.calendar.EpochDay.NEVER;
import static io.dunning.event.LedgerEvent.addressFound;
import static io.dunning.event.LedgerEvent.addressUnknown;
import static io.dunning.event.LedgerEvent.collected;
import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.paidBy;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.addressFoundWithin;
import static io.dunning.policy.Condition.addressUnknown;
import static io.dunning.policy.Condition.addressUnknownForAtLeast;
import static io.dunning.policy.Condition.cameBack;
import static io.dunning.policy.Condition.collectionFailed;
import static io.dunning.policy.Condition.collectionFailedAtLeastDaysAgo;
import static io.dunning.policy.Condition.collectionFailureIs;
import static io.dunning.policy.Condition.collectionsFailedAtLeast;
import static io.dunning.policy.Condition.creditLimitUsed;
import static io.dunning.policy.Condition.disputesAtLeast;
import static io.dunning.policy.Condition.limitationPassed;
import static io.dunning.policy.Condition.limitationWithin;
import static io.dunning.policy.Condition.overCreditLimit;
import static io.dunning.policy.Facts.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Policies;
import io.dunning.action.Channel;
import io.dunning.event.FailureClass;
import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When conditions hold that ask about collections, addresses, disputes, credit and limitation, and
 * when that changes by itself. It is ten days past due.
 */
class ConditionFactsTest {
  private static final int TODAY = 10;

  private static LedgerEvent failed(int on) {
    return collectionFailed(day(on), "SEPA-SDD", "AM04");
  }

  private static LedgerEvent withoutMandate(int on) {
    return collectionFailed(day(on), "SEPA-SDD", "MD01");
  }

  private static void no(Condition condition, Facts facts) {
    assertThat(condition.holds(facts)).as(condition.toString()).isFalse();
  }

  private static void yes(Condition condition, Facts facts) {
    assertThat(condition.holds(facts)).as(condition.toString()).isTrue();
  }

  private static void changes(int afterDue, Condition condition, Facts facts) {
    assertThat(condition.changesOn(facts))
        .as(condition.toString())
        .isEqualTo(day(afterDue).toEpochDay());
  }

  private static void still(Condition condition, Facts facts) {
    assertThat(condition.changesOn(facts)).as(condition.toString()).isEqualTo(NEVER);
  }

  @Test
  void collectionsThatFailedAreCountedForInvoiceAndAccount() {
    no(collectionFailed(), new Facts());
    yes(collectionFailed(), new Facts().of(failed(2)));
    no(collectionsFailedAtLeast(2), new Facts().of(failed(2)));
    yes(collectionsFailedAtLeast(2), new Facts().of(failed(2), failed(6)));
    yes(collectionsFailedAtLeast(2), new Facts().of(failed(2)).ofAccount(failed(4)));
    // one of the account before the due date was about something else
    no(collectionFailed(), new Facts().ofAccount(failed(-1)));
    yes(collectionFailed(), new Facts().ofAccount(failed(0)));
    yes(collectionFailed(), new Facts().of(failed(-1)));
    still(collectionFailed(), new Facts().of(failed(2)));
  }

  @Test
  void whatWentThroughLaterMakesAFailureGood() {
    for (LedgerEvent good : List.of(collected(day(4)), paidBy(day(4), PaymentMethod.TRANSFER))) {
      no(collectionFailed(), new Facts().of(failed(3)).ofAccount(good));
      no(collectionFailed(), new Facts().ofAccount(failed(3)).of(good));
      yes(collectionFailed(), new Facts().of(failed(4)).ofAccount(good));
      yes(collectionFailed(), new Facts().of(failed(5)).ofAccount(good));
      no(collectionsFailedAtLeast(2), new Facts().of(failed(3), failed(5)).ofAccount(good));
    }
    yes(collectionFailed(), new Facts().of(failed(-3)).ofAccount(collected(day(-1))));
  }

  @Test
  void theLatestFailureTellsItsKind() {
    Condition soft = collectionFailureIs(FailureClass.SOFT);
    Condition mandate = collectionFailureIs(FailureClass.MANDATE);
    no(soft, new Facts());
    yes(soft, new Facts().of(failed(2)));
    no(mandate, new Facts().of(failed(2)));
    yes(mandate, new Facts().of(failed(2), withoutMandate(3)));
    yes(mandate, new Facts().of(withoutMandate(6)).ofAccount(failed(4)));
    yes(soft, new Facts().of(withoutMandate(3)).ofAccount(failed(4)));
    still(soft, new Facts());
  }

  @Test
  void daysAreCountedFromTheLatestFailure() {
    Facts facts = new Facts().of(failed(2), failed(4));
    yes(collectionFailedAtLeastDaysAgo(6), facts);
    still(collectionFailedAtLeastDaysAgo(6), facts);
    no(collectionFailedAtLeastDaysAgo(7), facts);
    changes(11, collectionFailedAtLeastDaysAgo(7), facts);
    no(collectionFailedAtLeastDaysAgo(0), new Facts());
    still(collectionFailedAtLeastDaysAgo(7), new Facts());
  }

  @Test
  void anAddressIsUnknownUntilOneIsFound() {
    no(addressUnknown(), new Facts());
    assertThat(addressUnknownForAtLeast(0)).isEqualTo(addressUnknown());
    for (Facts each :
        List.of(
            new Facts().of(addressUnknown(day(3))),
            new Facts().ofAccount(addressUnknown(day(3))),
            new Facts().of(addressUnknown(day(3))).ofAccount(addressUnknown(day(5))),
            new Facts().of(addressUnknown(day(5))).ofAccount(addressUnknown(day(3))),
            new Facts().of(addressUnknown(day(3))).ofAccount(addressFound(day(2))))) {
      yes(addressUnknown(), each);
      still(addressUnknown(), each);
      yes(addressUnknownForAtLeast(7), each);
      still(addressUnknownForAtLeast(7), each);
      no(addressUnknownForAtLeast(8), each);
      changes(11, addressUnknownForAtLeast(8), each);
    }
    for (Facts each :
        List.of(
            new Facts().of(addressUnknown(day(3)), addressFound(day(4))),
            new Facts().of(addressUnknown(day(3))).ofAccount(addressFound(day(3))),
            new Facts().ofAccount(addressUnknown(day(3))).of(addressFound(day(3))))) {
      no(addressUnknown(), each);
      still(addressUnknownForAtLeast(8), each);
    }
  }

  @Test
  void aNewAddressIsNewForSomeDays() {
    Facts facts = new Facts().of(addressFound(day(4))).ofAccount(addressFound(day(2)));
    for (Facts each : List.of(facts, new Facts().ofAccount(addressFound(day(4))))) {
      yes(addressFoundWithin(6), each);
      changes(11, addressFoundWithin(6), each);
      no(addressFoundWithin(5), each);
      still(addressFoundWithin(5), each);
    }
    yes(addressFoundWithin(0), new Facts().of(addressFound(day(TODAY))));
    no(addressFoundWithin(100), new Facts());
    still(addressFoundWithin(100), new Facts());
  }

  @Test
  void aLetterCameBackAfterItsStepWasTaken() {
    LedgerEvent back = notDelivered(day(4), "demand", Channel.LETTER);
    no(cameBack("demand"), new Facts().takenOn(3));
    yes(cameBack("demand"), new Facts().of(back).takenOn(3));
    yes(cameBack("demand"), new Facts().ofAccount(back).takenOn(3));
    no(cameBack("other"), new Facts().of(back).takenOn(3));
    no(cameBack("demand"), new Facts().of(back).takenOn(4));
    still(cameBack("demand"), new Facts().of(back).takenOn(3));
  }

  @Test
  void disputesAreCountedByTheirReasonWhateverBecameOfThem() {
    LedgerEvent price = dispute(day(1), "Price too high");
    LedgerEvent again = dispute(day(3), "the PRICE");
    Facts facts = new Facts().of(price, disputeResolved(day(2)), dispute(day(3), "damaged"));
    yes(disputesAtLeast(1, "price"), facts);
    no(disputesAtLeast(2, "price"), facts);
    yes(disputesAtLeast(2, "price"), facts.ofAccount(again));
    no(disputesAtLeast(3, "price"), facts);
    yes(disputesAtLeast(0, "price"), new Facts());
    no(disputesAtLeast(1, "price"), new Facts());
    still(disputesAtLeast(3, "price"), facts);
  }

  private static Facts owing(long open, Money limit) {
    Facts facts = new Facts();
    facts.customer = Customer.of("C").withCreditLimit(limit);
    facts.open = open;
    facts.nextIssue = day(TODAY + 4).toEpochDay();
    return facts;
  }

  @Test
  void theCreditLimitIsMeasuredByAllThatIsOpenInItsCurrency() {
    no(overCreditLimit(), owing(100_00, eur("100.00")));
    yes(overCreditLimit(), owing(100_01, eur("100.00")));
    no(overCreditLimit(), owing(100_01, usd("100.00")));
    yes(creditLimitUsed(percent("80")), owing(80_00, eur("100.00")));
    no(creditLimitUsed(percent("80")), owing(79_99, eur("100.00")));
    no(creditLimitUsed(percent("80")), owing(80_00, usd("100.00")));
    // of a limit of nothing anything is too much
    yes(creditLimitUsed(percent("80")), owing(1, eur("0.00")));
    no(creditLimitUsed(percent("80")), owing(0, eur("0.00")));
    for (Condition each : List.of(overCreditLimit(), creditLimitUsed(percent("80")))) {
      changes(TODAY + 4, each, owing(0, eur("100.00")));
      Facts unlimited = owing(100_01, eur("100.00"));
      unlimited.customer = Customer.of("C");
      no(each, unlimited);
      still(each, unlimited);
    }
  }

  /** Amounts change in a week by themselves, if nothing else comes first. */
  @Test
  void aClaimCanBeEnforcedThroughItsLastDay() {
    no(limitationPassed(), new Facts());
    changes(17, limitationPassed(), new Facts());
    no(limitationPassed(), new Facts().claimsEndOn(10));
    changes(11, limitationPassed(), new Facts().claimsEndOn(10));
    yes(limitationPassed(), new Facts().claimsEndOn(9));
    changes(13, limitationPassed(), new Facts().claimsEndOn(9, 12));
    changes(17, limitationPassed(), new Facts().claimsEndOn(30));
  }

  @Test
  void aClaimIsInDangerSomeDaysBeforeItsLastDay() {
    no(limitationWithin(3), new Facts());
    changes(17, limitationWithin(3), new Facts());
    no(limitationWithin(3), new Facts().claimsEndOn(14));
    changes(11, limitationWithin(3), new Facts().claimsEndOn(14));
    yes(limitationWithin(3), new Facts().claimsEndOn(13));
    changes(14, limitationWithin(3), new Facts().claimsEndOn(13));
    yes(limitationWithin(0), new Facts().claimsEndOn(10));
    no(limitationWithin(3), new Facts().claimsEndOn(9));
    changes(17, limitationWithin(3), new Facts().claimsEndOn(40));
    changes(17, limitationWithin(30), new Facts().claimsEndOn(39));
  }

  @Test
  void aWatchedConditionAnswersAsItselfAndTellsIt() {
    Condition condition = collectionFailedAtLeastDaysAgo(7).or(collectionsFailedAtLeast(3));
    List<String> told = new ArrayList<>();
    Condition watched =
        ConditionParts.watched(
            condition, part -> (on, holds) -> told.add(holds + " on " + on + ": " + part));
    Facts facts = new Facts().of(failed(2), failed(4));
    no(watched, facts);
    assertThat(told)
        .containsExactly(
            "false on " + facts.day + ": " + collectionFailedAtLeastDaysAgo(7),
            "false on " + facts.day + ": " + collectionsFailedAtLeast(3),
            "false on " + facts.day + ": " + condition);
    changes(11, watched, facts);
    assertThat(watched.reasonChangesOn(facts)).isEqualTo(day(11).toEpochDay());
    facts.day++;
    told.clear();
    yes(watched, facts);
    assertThat(told).contains("true on " + facts.day + ": " + condition);
    assertThat(watched.reason(facts)).hasToString("last collection failed at least 7 days ago");
    assertThat(watched).hasToString(condition.toString());
    assertThat(watched.needs()).isEqualTo(condition.needs());
    assertThat(fingerprint(watched)).isEqualTo(fingerprint(condition));
    assertThat(fingerprint(watched)).isNotEqualTo(fingerprint(collectionFailed()));
  }

  private static String fingerprint(Condition condition) {
    return Policies.draft().holdWhile(condition).build().fingerprint();
  }
}
