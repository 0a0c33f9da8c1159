package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.retryCollection;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.bankDataAsOf;
import static io.dunning.event.LedgerEvent.candidateBooked;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.candidateRejected;
import static io.dunning.event.LedgerEvent.collected;
import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.collectionPlanned;
import static io.dunning.event.LedgerEvent.paidBy;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PaymentRules.UntilCollectionFailed;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import io.dunning.terms.Instalment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is chased who may have paid, or from whom you collect. */
class BankCheckTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static PolicyDraft rules() {
    return DunningPolicy.named("test")
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("demand").at(daysPastDue(30)).take(sendDemand(LETTER))));
  }

  private static InvoiceHistory history(LedgerEvent... events) {
    return Fixtures.history("I-1", eur("100.00"), DUE, events);
  }

  private static Recommendation on(int pastDue, LedgerEvent... events) {
    return on(pastDue, rules(), events);
  }

  private static Recommendation on(int pastDue, PolicyDraft rules, LedgerEvent... events) {
    return EVALUATOR.evaluate(rules.build(), history(events), day(pastDue));
  }

  private static LedgerEvent receipt(int pastDue, String amount) {
    return candidateReceipt(day(pastDue), "R-1", eur(amount), "ACME");
  }

  private static Money toPay(Recommendation now) {
    return now.sums().get(0).toPay();
  }

  @Test
  void aReceiptHoldsTheStepAndTheReasonSaysAllOfIt() {
    Recommendation now = on(4, receipt(2, "100.00"), bankDataAsOf(day(4)));
    assertThat(now)
        .hasToString(
            "hold: 100.00 EUR from ACME on 2026-03-03 may be this payment: held through 2026-03-10;"
                + " bank data go up to 2026-03-05; look again on 2026-03-11");
    assertThat(now.reason())
        .isEqualTo(
            new HoldReason.ReceiptProposed(
                "reminder",
                eur("100.00"),
                "ACME",
                day(2),
                0,
                day(9),
                java.util.Optional.of(day(4))));
    assertThat(now.waitsFor()).contains("reminder");
    assertThat(now.overdue()).isEmpty();
    assertThat(now.heldOverdue()).containsExactly(eur("100.00"));
    assertThat(now.lines()).extracting(InvoiceLine::held).containsExactly(true);
    // the day after, the step is taken
    assertThat(on(9, receipt(2, "100.00")).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(10, receipt(2, "100.00")).step()).contains("reminder");
  }

  @Test
  void beforeTheStepIsReachedAReceiptIsNoReason() {
    assertThat(on(2, receipt(2, "100.00")).rule()).isEqualTo(Rule.TOO_EARLY);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # received, then what is asked for; nothing while all may be paid
          0.00     | 100.00
          0.01     | 99.99
          99.99    | 0.01
          100.00   |
          250.00   |
          """,
      delimiter = '|')
  void theRestAboveAReceiptGoesOn(String received, String asked) {
    Recommendation now = on(4, receipt(2, received));
    assertThat(now.verdict()).isEqualTo(asked == null ? Verdict.HOLD : Verdict.ACT);
    if (asked != null) {
      assertThat(toPay(now)).isEqualTo(eur(asked));
    }
  }

  @Test
  void aRestBelowAMinimumIsNotChased() {
    PolicyDraft rules = rules().minimumAmount(eur("50.00"));
    assertThat(on(4, rules, receipt(2, "50.00")).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(4, rules, receipt(2, "50.01")).rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
    PolicyDraft byStep =
        DunningPolicy.named("test")
            .ladder(
                EscalationLadder.of(
                    step("call")
                        .at(daysPastDue(3))
                        .take(sendReminder(EMAIL))
                        .onlyIf(Condition.overdueAtLeast(eur("50.00"))),
                    step("demand").at(daysPastDue(4)).take(sendDemand(LETTER))));
    // without the call, the demand would come at once: a receipt makes nothing harsher
    assertThat(on(4, byStep, receipt(2, "50.00")).step()).contains("call");
    assertThat(on(4, byStep, receipt(2, "50.01")).rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
  }

  @Test
  void promisesAndReceiptsAddUp() {
    LedgerEvent promised = promise(day(1), eur("40.00"), day(6));
    assertThat(toPay(on(4, promised, receipt(2, "50.00")))).isEqualTo(eur("10.00"));
    assertThat(on(4, promised, receipt(2, "60.00")))
        .hasToString(
            "hold: 60.00 EUR from ACME on 2026-03-03 may be this payment: held through 2026-03-07;"
                + " look again on 2026-03-08");
  }

  @Test
  void aReceiptThatIsBookedOrRejectedHoldsNothing() {
    LedgerEvent all = receipt(2, "100.00");
    assertThat(on(4, all, candidateRejected(day(3), "R-1")).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(4, all, candidateBooked(day(3), "R-1")).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(4, all, candidateRejected(day(3), "R-2")).verdict()).isEqualTo(Verdict.HOLD);
    // the same receipt once more replaces the first
    assertThat(toPay(on(4, all, receipt(3, "30.00")))).isEqualTo(eur("70.00"));
  }

  @Test
  void aReceiptHoldsAsLongAsItSaysOrThePolicySays() {
    LedgerEvent own = candidateReceipt(day(2), "R-1", eur("100.00"), "", day(20));
    assertThat(on(20, own).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(21, own).verdict()).isEqualTo(Verdict.ACT);
    // proposed on a Tuesday, two business days
    PolicyDraft two = rules().receiptsHold(businessDays(2));
    assertThat(on(4, two, receipt(2, "100.00")).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(5, two, receipt(2, "100.00")).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aReceiptOfTheAccountMayPayTheOldestFirst() {
    InvoiceHistory old = Fixtures.history("I-1", eur("100.00"), DUE);
    InvoiceHistory next = Fixtures.history("I-2", eur("100.00"), day(2));
    Customer customer = Customer.of("C-1");
    List<InvoiceHistory> both = List.of(next, old);
    LedgerEvent some = candidateReceipt(day(3), "R-1", eur("150.00"), "ACME");
    Account account = Account.of(customer, both, List.of(some));
    List<Recommendation> now =
        EVALUATOR.evaluate(rules().build(), account, day(6)).recommendations();
    assertThat(now).extracting(Recommendation::verdict).containsExactly(Verdict.ACT, Verdict.HOLD);
    assertThat(toPay(now.get(0))).isEqualTo(eur("50.00"));
    // a receipt for the old one leaves that of the account to the next
    Account more =
        Account.of(
            customer,
            List.of(next, old.with(candidateReceipt(day(3), "R-2", eur("50.00"), "ACME"))),
            List.of(some));
    assertThat(EVALUATOR.evaluate(rules().build(), more, day(6)).recommendations())
        .extracting(Recommendation::verdict)
        .containsOnly(Verdict.HOLD);
    // other currencies do not pay
    LedgerEvent dollars =
        candidateReceipt(day(3), "R-1", Money.of("150.00", CurrencyUnit.of("USD")), "ACME");
    assertThat(
            EVALUATOR
                .evaluate(rules().build(), Account.of(customer, both, List.of(dollars)), day(6))
                .recommendations())
        .extracting(Recommendation::verdict)
        .containsOnly(Verdict.ACT);
  }

  @Test
  void aWholeAccountIsHeldOnceItsLeadingInvoiceMayBePaid() {
    InvoiceHistory old = history(receipt(33, "100.00"));
    InvoiceHistory next = Fixtures.history("I-2", eur("100.00"), day(20));
    DunningPolicy together = rules().per(AccountRules.Unit.ACCOUNT).build();
    Account account = Account.of(Customer.of("C-1"), List.of(old, next), List.of());
    assertThat(EVALUATOR.evaluate(together, account, day(34)).recommendations())
        .extracting(Recommendation::rule)
        .containsExactly(Rule.RECEIPT_PROPOSED);
  }

  @Test
  void staleBankDataHoldLaterSteps() {
    PolicyDraft rules =
        rules().bankDataStaleAfter(businessDays(2)).staleBankDataHoldsFrom("demand");
    LedgerEvent reminded = LedgerEvent.stepTaken(day(4), "reminder");
    // seen on Friday, 27 March; day 30 is Tuesday
    LedgerEvent seen = bankDataAsOf(day(26));
    assertThat(on(4, rules, bankDataAsOf(day(-10))).verdict()).isEqualTo(Verdict.ACT);
    Recommendation fresh = on(30, rules, reminded, seen);
    assertThat(fresh.verdict()).isEqualTo(Verdict.ACT);
    assertThat(fresh.reviewOn()).contains(day(31));
    assertThat(on(31, rules, reminded, seen))
        .hasToString(
            "hold: bank data go up to 2026-03-27 and are older than 2 business days: a payment"
                + " may have come in since");
    assertThat(on(31, rules, reminded, seen, bankDataAsOf(day(31))).verdict())
        .isEqualTo(Verdict.ACT);
    // nobody knows how old the data are
    assertThat(on(31, rules, reminded).verdict()).isEqualTo(Verdict.ACT);
  }

  @ParameterizedTest
  @EnumSource(PaymentMethod.class)
  void whoIsCollectedFromIsNotRemindedBeforeACollectionFailed(PaymentMethod method) {
    LedgerEvent paid = paidBy(day(-30), method);
    Verdict before = method.isCollected() ? Verdict.HOLD : Verdict.ACT;
    assertThat(on(4, paid).verdict()).isEqualTo(before);
    assertThat(on(4, paid, collectionFailed(day(3), "SEPA-SDD", "AM04")).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(on(4, rules().untilCollectionFailed(UntilCollectionFailed.GO_ON), paid).verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void whyNobodyWasRemindedIsOneSentence() {
    LedgerEvent debited = paidBy(day(-30), PaymentMethod.DIRECT_DEBIT);
    assertThat(on(4, debited))
        .hasToString("hold: you collect by direct debit, and no collection has failed");
    assertThat(on(4, rules().collectionAwaitedFor(calendarDays(14)), debited))
        .hasToString(
            "hold: you collect by direct debit, and no collection has failed: held through"
                + " 2026-03-15; look again on 2026-03-16");
    assertThat(on(4, debited, collectionPlanned(day(1), day(6))))
        .hasToString(
            "hold: you collect by direct debit, and the collection planned for 2026-03-07 has not"
                + " failed");
  }

  @Test
  void aNewTryAfterAFailureIsAwaited() {
    LedgerEvent debited = paidBy(day(-30), PaymentMethod.DIRECT_DEBIT);
    LedgerEvent failed = collectionFailed(day(3), "SEPA-SDD", "AM04");
    LedgerEvent again = collectionPlanned(day(4), day(8));
    assertThat(on(4, debited, failed).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(4, debited, failed, again).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(
            on(9, debited, failed, again, collectionFailed(day(9), "SEPA-SDD", "AM04")).verdict())
        .isEqualTo(Verdict.ACT);
    // what went through, or a new mandate, begins anew
    assertThat(on(9, debited, failed, collected(day(8))).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(on(9, debited, failed, paidBy(day(8), PaymentMethod.CARD)).verdict())
        .isEqualTo(Verdict.HOLD);
  }

  /** The conditions and the hold count the same failures. */
  @ParameterizedTest
  @CsvSource({"-1, HOLD, reminder", "0, ACT, try again", "2, ACT, try again"})
  void aFailureOfTheAccountCountsFromTheDueDateOn(int failed, Verdict verdict, String step) {
    PolicyDraft rules =
        rules()
            .ladder(
                EscalationLadder.of(
                    step("try again")
                        .at(daysPastDue(3))
                        .take(retryCollection())
                        .onlyIf(Condition.collectionFailed()),
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))));
    Account account =
        Account.of(
            Customer.of("C-1"),
            List.of(history()),
            List.of(
                paidBy(day(-30), PaymentMethod.DIRECT_DEBIT),
                collectionFailed(day(failed), "SEPA-SDD", "AM04")));
    Recommendation found =
        EVALUATOR.evaluate(rules.build(), account, day(4)).recommendations().get(0);
    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.step().or(found::waitsFor)).contains(step);
  }

  @Test
  void theNextTryComesOnItsDayAndNeverForAFailureBeforeTheDueDate() {
    DunningPolicy policy =
        DunningPolicy.named("retry")
            .ladder(
                EscalationLadder.of(
                    step("try again")
                        .at(daysPastDue(1))
                        .take(retryCollection())
                        .requires(Condition.collectionFailedAtLeastDaysAgo(5))))
            .untilCollectionFailed(UntilCollectionFailed.GO_ON)
            .build();
    Account account = Account.of(Customer.of("C-1"), List.of(history()));
    Account due = account.with(collectionFailed(day(0), "SEPA-SDD", "AM04"));
    assertThat(EVALUATOR.evaluate(policy, due, day(2)).recommendations().get(0).reviewOn())
        .contains(day(5));
    assertThat(EVALUATOR.evaluate(policy, due, day(5)).recommendations().get(0).verdict())
        .isEqualTo(Verdict.ACT);
    Account before = account.with(collectionFailed(day(-1), "SEPA-SDD", "AM04"));
    assertThat(EVALUATOR.evaluate(policy, before, day(9)).recommendations().get(0).verdict())
        .isEqualTo(Verdict.WAIT);
    assertThat(EVALUATOR.evaluate(policy, before, day(9)).recommendations().get(0).reviewOn())
        .isEmpty();
  }

  @Test
  void aFailureOfTheAccountIsAboutWhatWasDue() {
    LedgerEvent debited = paidBy(day(-30), PaymentMethod.DIRECT_DEBIT);
    LedgerEvent failed = collectionFailed(day(3), "SEPA-SDD", "AM04");
    InvoiceHistory later = Fixtures.history("I-2", eur("100.00"), day(5));
    Account account =
        Account.of(Customer.of("C-1"), List.of(history(), later), List.of(debited, failed));
    assertThat(EVALUATOR.evaluate(rules().build(), account, day(9)).recommendations())
        .extracting(Recommendation::verdict)
        .containsExactly(Verdict.ACT, Verdict.HOLD);
    // an invoice may be paid in another way than the others
    Account moved =
        Account.of(
            account.customer(),
            List.of(history(), later.with(paidBy(day(0), PaymentMethod.TRANSFER))),
            List.of(debited, failed));
    assertThat(EVALUATOR.evaluate(rules().build(), moved, day(9)).recommendations())
        .extracting(Recommendation::verdict)
        .containsExactly(Verdict.ACT, Verdict.ACT);
  }

  @Test
  void theExplanationNamesThePartThatMayBePaid() {
    Explanation all = EVALUATOR.explain(rules().build(), history(receipt(2, "30.00")), day(4));
    assertThat(all.leftOut())
        .contains(new AmountReason.PartlyReceived(eur("30.00"), "ACME", day(2)));
    assertThat(all.toString())
        .contains("30.00 EUR is left out: a receipt from ACME on 2026-03-03 may pay it");
  }

  private static Recommendation ofAccount(PolicyDraft rules, Account account, int pastDue) {
    return EVALUATOR.evaluate(rules.build(), account, day(pastDue)).recommendations().get(0);
  }

  @Test
  void aNewWayToPayOrACollectionClearsFailuresOfInvoiceAndAccount() {
    LedgerEvent debited = paidBy(day(-9), PaymentMethod.DIRECT_DEBIT);
    LedgerEvent failed = collectionFailed(day(1), "SEPA-SDD", "AM04");
    LedgerEvent anew = paidBy(day(2), PaymentMethod.DIRECT_DEBIT);
    Account onInvoice = Account.of(Customer.of("C"), List.of(history(failed))).with(debited);
    assertThat(ofAccount(rules(), onInvoice, 4).verdict()).isEqualTo(Verdict.ACT);
    assertThat(ofAccount(rules(), onInvoice.with(anew), 4).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(ofAccount(rules(), onInvoice.with(collected(day(2))), 4).verdict())
        .isEqualTo(Verdict.HOLD);
    Account onAccount =
        Account.of(Customer.of("C"), List.of(history(anew))).with(debited).with(failed);
    assertThat(ofAccount(rules(), onAccount, 4).verdict()).isEqualTo(Verdict.HOLD);
  }

  /** Called from Monday to Friday, otherwise by e-mail; held for as long as the bank is silent. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          STALE,  ,         never
          DEBIT,  ,         never
          STALE,  SUNDAY,   2026-03-15
          DEBIT,  SUNDAY,   2026-03-15
          DEBIT,  MONDAY,   never
          """)
  void byWhichChannelAHeldStepWouldGoDoesNotMatter(
      String why, DayOfWeek withoutEmail, String review) {
    WeeklyHours weekdays = WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00");
    ContactRules rules = ContactRules.of("hours", ContactLimit.only(weekdays, Channel.PHONE));
    if (withoutEmail != null) {
      WeeklyHours closed = WeeklyHours.on(List.of(withoutEmail), "00:00", "23:59");
      rules = rules.with(ContactLimit.only(WeeklyHours.ALWAYS.minus(closed), EMAIL));
    }
    DunningPolicy policy =
        DunningPolicy.named("test")
            .ladder(
                EscalationLadder.of(step("call").at(daysPastDue(3)).take(placeCall()).orBy(EMAIL)))
            .conduct(Conduct.under(rules).otherwise(Conduct.Otherwise.NEXT_CHANNEL))
            .bankDataStaleAfter(calendarDays(5))
            .build();
    LedgerEvent bank =
        why.equals("STALE") ? bankDataAsOf(day(1)) : paidBy(day(-5), PaymentMethod.DIRECT_DEBIT);
    Account account = Account.of(Customer.of("C-1"), List.of(history()), List.of(bank));
    Recommendation held = EVALUATOR.evaluate(policy, account, day(9)).recommendations().get(0);
    assertThat(held.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(held.reviewOn().map(LocalDate::toString).orElse("never")).isEqualTo(review);
    if (withoutEmail == DayOfWeek.SUNDAY) {
      ExactReview.holds(EVALUATOR, policy, account, day(9), 60);
    }
  }

  /** Planned on the invoice, and told of the account: a failure, a success, another way to pay. */
  @Test
  void whatBecameOfACollectionMayBeToldOfTheAccount() {
    Account account =
        Account.of(
            Customer.of("C-1"),
            List.of(history(collectionPlanned(day(1), day(3)))),
            List.of(paidBy(day(-5), PaymentMethod.DIRECT_DEBIT)));
    assertThat(ofAccount(rules(), account, 6).rule()).isEqualTo(Rule.COLLECTION_AWAITED);
    Account failed = account.with(collectionFailed(day(5), "SEPA-SDD", "AM04"));
    assertThat(ofAccount(rules(), failed, 6).step()).contains("reminder");
    // it was about what was due before, or it was planned again since
    assertThat(
            ofAccount(rules(), account.with(collectionFailed(day(-1), "SEPA-SDD", "AM04")), 6)
                .rule())
        .isEqualTo(Rule.COLLECTION_AWAITED);
    Account again = failed.with(failed.invoices().get(0).with(collectionPlanned(day(6), day(8))));
    assertThat(ofAccount(rules(), again, 6).rule()).isEqualTo(Rule.COLLECTION_AWAITED);
    Recommendation after = ofAccount(rules(), account.with(collected(day(4))), 6);
    assertThat(after.reason())
        .isInstanceOfSatisfying(
            HoldReason.CollectionAwaited.class, r -> assertThat(r.plannedFor()).isEmpty());
  }

  /** Collected from the account before the invoice was due, it was about other invoices. */
  @Test
  void aCollectionOfTheAccountClearsOnlyWhatWasDueByThen() {
    LedgerEvent failed = collectionFailed(day(-3), "SEPA-SDD", "AM04");
    Account account =
        Account.of(Customer.of("C"), List.of(history(failed)))
            .with(paidBy(day(-9), PaymentMethod.DIRECT_DEBIT));
    assertThat(ofAccount(rules(), account, 4).verdict()).isEqualTo(Verdict.ACT);
    assertThat(ofAccount(rules(), account.with(collected(day(-2))), 4).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(ofAccount(rules(), account.with(collected(day(1))), 4).verdict())
        .isEqualTo(Verdict.HOLD);
  }

  /** A condition forgets the failures that rule 12 forgets, and no others. */
  @Test
  void aConditionAsksForTheFailuresThatHoldNothing() {
    DunningPolicy policy =
        rules()
            .ladder(
                EscalationLadder.of(
                    step("retry")
                        .at(daysPastDue(1))
                        .take(retryCollection())
                        .onlyIf(Condition.collectionFailed())))
            .build();
    LedgerEvent failed = collectionFailed(day(1), "SEPA-SDD", "AM04");
    Account account =
        Account.of(Customer.of("C"), List.of(history(failed)))
            .with(paidBy(day(-9), PaymentMethod.DIRECT_DEBIT));
    assertThat(verdict(policy, account)).isEqualTo(Verdict.ACT);
    assertThat(verdict(policy, account.with(collected(day(2))))).isNotEqualTo(Verdict.ACT);
    Account anew = account.with(paidBy(day(2), PaymentMethod.TRANSFER));
    assertThat(verdict(policy, anew)).isNotEqualTo(Verdict.ACT);
  }

  private static Verdict verdict(DunningPolicy policy, Account account) {
    return EVALUATOR.evaluate(policy, account, day(4)).recommendations().get(0).verdict();
  }

  @Test
  void aPlanOfTheAccountCountsFromTheDayOnWhichItWasMade() {
    Account account =
        Account.of(Customer.of("C"), List.of(history(collectionFailed(day(2), "SEPA-SDD", "AM04"))))
            .with(paidBy(day(-9), PaymentMethod.DIRECT_DEBIT))
            .with(collectionPlanned(day(-3), day(20)));
    assertThat(ofAccount(rules(), account, 4).verdict()).isEqualTo(Verdict.ACT);
    Account again = account.with(collectionPlanned(day(3), day(20)));
    assertThat(ofAccount(rules(), again, 4).verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void aReceiptOnTwoInvoicesCountsOnceForTheAccount() {
    InvoiceHistory two = Fixtures.history("I-2", eur("100.00"), DUE, receipt(2, "60.00"));
    Account account = Account.of(Customer.of("C"), List.of(history(receipt(2, "60.00")), two));
    PolicyDraft whole = rules().per(AccountRules.Unit.ACCOUNT);
    assertThat(toPay(ofAccount(whole, account, 4))).isEqualTo(eur("140.00"));
  }

  @Test
  void countsCalendarDaysWhereTheCalendarEnds() {
    DunningEvaluator ending =
        DunningEvaluator.on(
            BusinessCalendar.weekends()
                .withHolidays(List.of(day(1)), new DateSpan(day(-99), day(3))));
    DunningPolicy stale = rules().bankDataStaleAfter(businessDays(5)).build();
    assertThat(ending.evaluate(stale, history(bankDataAsOf(day(2))), day(7)).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(ending.evaluate(stale, history(bankDataAsOf(day(2))), day(8)).verdict())
        .isEqualTo(Verdict.HOLD);
    DunningPolicy awaited = rules().collectionAwaitedFor(businessDays(5)).build();
    LedgerEvent debited = paidBy(day(-9), PaymentMethod.DIRECT_DEBIT);
    assertThat(ending.evaluate(awaited, history(debited), day(6)).verdict()).isEqualTo(Verdict.ACT);
  }

  private static List<Recommendation> bothWays(PolicyDraft rules, Account account, int pastDue) {
    return BothWays.decide(EVALUATOR, rules.build(), account, day(pastDue));
  }

  private static Recommendation bothWays(int pastDue, PolicyDraft rules, LedgerEvent... events) {
    Account account = Account.of(Customer.of("C"), List.of(history(events)));
    return bothWays(rules, account, pastDue).get(0);
  }

  @Test
  void aReceiptOfTheOverdueInstalmentHoldsThoughMoreIsOpen() {
    List<Instalment> parts =
        List.of(new Instalment(day(0), eur("40.00")), new Instalment(day(20), eur("60.00")));
    InvoiceHistory inParts =
        InvoiceHistory.of(Fixtures.invoice("I-1", eur("100.00"), DUE).inInstalments(parts));
    Account enough = Fixtures.account("C", inParts.with(receipt(2, "40.00")));
    assertThat(bothWays(rules(), enough, 4).get(0).rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
    Account less = Fixtures.account("C", inParts.with(receipt(2, "39.99")));
    assertThat(bothWays(rules(), less, 4).get(0).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aReceiptCoversUntilMoreFallsDue() {
    List<Instalment> parts =
        List.of(new Instalment(day(0), eur("40.00")), new Instalment(day(5), eur("60.00")));
    InvoiceHistory inParts =
        InvoiceHistory.of(Fixtures.invoice("I-1", eur("100.00"), DUE).inInstalments(parts));
    Account account = Fixtures.account("C", inParts.with(receipt(2, "40.00")));
    Recommendation now = bothWays(rules(), account, 4).get(0);
    // from day 6 on the receipt no longer pays all that is overdue
    assertThat(now.reviewOn()).contains(day(6));
    assertThat(((HoldReason.ReceiptProposed) now.reason()).lastDay()).isEqualTo(day(5));
  }

  @Test
  void aRestBelowTheMinimumIsHeldAsLongAsTheReceiptCounts() {
    PolicyDraft rules = rules().minimumAmount(eur("50.00"));
    Recommendation now = bothWays(4, rules, receipt(2, "60.00"));
    assertThat(((HoldReason.ReceiptProposed) now.reason()).lastDay()).isEqualTo(day(9));
    assertThat(now.reviewOn()).contains(day(10));
  }

  @Test
  void theFirstNamedReceiptHoldsLongestAndIsTheLargest() {
    LedgerEvent small = candidateReceipt(day(2), "R-1", eur("20.00"), "SMALL");
    LedgerEvent large = candidateReceipt(day(2), "R-2", eur("70.00"), "LARGE");
    LedgerEvent early = candidateReceipt(day(1), "R-3", eur("90.00"), "EARLY");
    HoldReason.ReceiptProposed reason =
        (HoldReason.ReceiptProposed) bothWays(4, rules(), early, small, large).reason();
    assertThat(reason.from()).isEqualTo("LARGE");
    assertThat(reason.others()).isEqualTo(2);
  }

  @Test
  void aReceiptThatNoLongerCountsIsNotNamed() {
    LedgerEvent early = candidateReceipt(day(-5), "R-3", eur("90.00"), "EARLY");
    // 7 days: it counts through day 2
    HoldReason.ReceiptProposed reason =
        (HoldReason.ReceiptProposed) bothWays(4, rules(), early, receipt(2, "100.00")).reason();
    assertThat(reason.from()).isEqualTo("ACME");
    assertThat(reason.others()).isZero();
    assertThat(bothWays(4, rules(), early).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aReceiptCountsItsDaysBeyondTheCalendar() {
    PolicyDraft two = rules().receiptsHold(businessDays(2));
    BusinessCalendar known =
        BusinessCalendar.weekends().withHolidays(List.of(), new DateSpan(day(-99), day(2)));
    Account account = Account.of(Customer.of("C"), List.of(history(receipt(2, "100.00"))));
    DunningEvaluator evaluator = DunningEvaluator.on(known);
    assertThat(BothWays.decide(evaluator, two.build(), account, day(4)).get(0).verdict())
        .isEqualTo(Verdict.HOLD);
    assertThat(BothWays.decide(evaluator, two.build(), account, day(5)).get(0).verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void whatIsDisputedNeedsNoReceiptOfTheAccount() {
    InvoiceHistory old =
        Fixtures.history(
            "I-1", eur("100.00"), DUE, LedgerEvent.dispute(day(1), eur("60.00"), "broken"));
    InvoiceHistory next = Fixtures.history("I-2", eur("100.00"), day(1));
    LedgerEvent some = candidateReceipt(day(3), "R-1", eur("140.00"), "ACME");
    // 40.00 for the rest of the first, 100.00 for the second
    Account account = Account.of(Customer.of("C"), List.of(old, next), List.of(some));
    assertThat(bothWays(rules(), account, 6))
        .extracting(Recommendation::rule)
        .containsExactly(Rule.RECEIPT_PROPOSED, Rule.RECEIPT_PROPOSED);
    LedgerEvent less = candidateReceipt(day(3), "R-1", eur("139.99"), "ACME");
    Account short1 = Account.of(Customer.of("C"), List.of(old, next), List.of(less));
    assertThat(bothWays(rules(), short1, 6))
        .extracting(Recommendation::verdict)
        .containsExactly(Verdict.HOLD, Verdict.ACT);
  }

  @Test
  void aReceiptOfTheAccountThatTheOldestUsesUpLeavesTheNextItsOwn() {
    InvoiceHistory old = Fixtures.history("I-1", eur("100.00"), DUE);
    InvoiceHistory next =
        Fixtures.history(
            "I-2", eur("100.00"), day(2), candidateReceipt(day(3), "R-2", eur("100.00"), "OWN"));
    LedgerEvent used = candidateReceipt(day(3), "R-1", eur("100.00"), "ACME");
    Account account = Account.of(Customer.of("C"), List.of(old, next), List.of(used));
    assertThat(bothWays(rules(), account, 6))
        .extracting(Recommendation::verdict)
        .containsExactly(Verdict.HOLD, Verdict.HOLD);
  }

  @Test
  void oneReceiptProposedForTwoInvoicesPaysThemOnceTogether() {
    LedgerEvent same = candidateReceipt(day(3), "R-1", eur("120.00"), "ACME");
    LedgerEvent other = candidateReceipt(day(3), "R-9", eur("1.00"), "ACME");
    InvoiceHistory first = Fixtures.history("I-1", eur("150.00"), DUE, same, other);
    InvoiceHistory second = Fixtures.history("I-2", eur("100.00"), day(1), same);
    // 250.00 less 121.00 are left, not less 221.00
    PolicyDraft rules = rules().per(AccountRules.Unit.ACCOUNT);
    Account account = Fixtures.account("C", first, second);
    assertThat(bothWays(rules.minimumAmount(eur("129.00")), account, 6).get(0).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(bothWays(rules.minimumAmount(eur("129.01")), account, 6).get(0).rule())
        .isEqualTo(Rule.RECEIPT_PROPOSED);
  }

  @Test
  void aCollectionIsAwaitedThroughItsLastDay() {
    PolicyDraft rules = rules().collectionAwaitedFor(calendarDays(14));
    LedgerEvent debited = paidBy(day(-30), PaymentMethod.DIRECT_DEBIT);
    assertThat(bothWays(4, rules, debited).reviewOn()).contains(day(15));
    assertThat(bothWays(14, rules, debited).rule()).isEqualTo(Rule.COLLECTION_AWAITED);
    assertThat(bothWays(14, rules, debited).reviewOn()).contains(day(15));
    assertThat(bothWays(15, rules, debited).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aCollectionPlannedForTheAccountOnTheDayOfAFailureIsAwaited() {
    LedgerEvent debited = paidBy(day(-30), PaymentMethod.DIRECT_DEBIT);
    LedgerEvent failed = collectionFailed(day(3), "SEPA-SDD", "AM04");
    LedgerEvent again = collectionPlanned(day(3), day(8));
    Account account =
        Account.of(Customer.of("C"), List.of(history(failed)), List.of(debited, again));
    Recommendation now = bothWays(rules(), account, 4).get(0);
    assertThat(now.rule()).isEqualTo(Rule.COLLECTION_AWAITED);
    assertThat(now.reason().toString()).contains("2026-03-09");
  }

  @Test
  void bankDataAreFreshThroughTheirLastDay() {
    PolicyDraft rules = rules().bankDataStaleAfter(calendarDays(2));
    LedgerEvent seen = bankDataAsOf(day(3));
    Recommendation fresh = bothWays(4, rules, seen);
    assertThat(fresh.verdict()).isEqualTo(Verdict.ACT);
    assertThat(fresh.reviewOn()).contains(day(6));
    assertThat(bothWays(5, rules, seen).reviewOn()).contains(day(6));
    assertThat(bothWays(6, rules, seen).rule()).isEqualTo(Rule.BANK_DATA_STALE);
  }

  @Test
  void beforeTheDueDateAReceiptHoldsTheNoteAboutItsInvoice() {
    PolicyDraft rules =
        rules()
            .ladder(
                EscalationLadder.of(
                    step("note")
                        .at(Trigger.daysBeforeDue(5))
                        .take(sendReminder(EMAIL))
                        .onlyIf(Condition.balanceAtLeast(eur("50.00")))));
    assertThat(bothWays(-3, rules, receipt(-4, "50.01")).rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
    assertThat(bothWays(-3, rules, receipt(-4, "50.00")).step()).contains("note");
  }
}
