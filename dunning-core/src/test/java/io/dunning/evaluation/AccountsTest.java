package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.AccountRules.Credits.NET;
import static io.dunning.policy.AccountRules.DocumentLevel.HIGHEST;
import static io.dunning.policy.AccountRules.DocumentLevel.OWN;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT_AND_CURRENCY;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One customer, many invoices: levels, documents, credits, parents, policies of their own. */
class AccountsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, String amount, int dueAfter) {
    return InvoiceHistory.of(
        Invoice.of(number, Money.parse(amount), LocalDate.of(2026, 1, 15), day(dueAfter)));
  }

  private static Account account(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C").named("Acme"), List.of(invoices));
  }

  private static AccountRecommendation now(PolicyDraft draft, Account account, int on) {
    return EVALUATOR.evaluate(draft.build(), account, day(on));
  }

  // levels

  @Test
  void theHighestLevelOfAnyItemSpeaksForAll() {
    PolicyDraft draft = draft().per(ACCOUNT).documentLevel(HIGHEST);
    Account account =
        account(invoice("A", "10.00 EUR", 0), invoice("B", "20.00 EUR", 12))
            .with(stepTaken(day(3), "reminder"));
    DunningDocument document = now(draft, account, 15).documents().get(0);
    assertThat(document.step()).isEqualTo("notice");
    assertThat(document.invoices()).containsExactly("A", "B");
    assertThat(document.overdue()).containsExactly(eur("30.00"));
  }

  @Test
  void anItemListedInALetterCountsAsTakenAsFarAsItWasOldEnoughFor() {
    PolicyDraft draft = draft().per(ACCOUNT).documentLevel(HIGHEST);
    Account account =
        account(
                invoice("A", "10.00 EUR", 0).with(new MoneyEvent.Payment(day(16), eur("10.00"))),
                invoice("B", "20.00 EUR", 8))
            .with(stepTaken(day(3), "reminder"), stepTaken(day(15), "notice"));
    // B was 7 days late on day 15: reminded, but not given notice
    Recommendation next = now(draft, account, 17).recommendations().get(0);
    assertThat(next.reason())
        .isEqualTo(new StepReason.StepTooEarly("notice", daysPastDue(14), day(22)));
  }

  @Test
  void itemsThatKeepTheirOwnLevelGoIntoOneDocument() {
    PolicyDraft draft = draft().per(ACCOUNT).documentLevel(OWN).minimumDaysBetweenContacts(5);
    Account account =
        account(
            invoice("A", "10.00 EUR", 0).with(stepTaken(day(3), "reminder")),
            invoice("B", "20.00 EUR", 8),
            invoice("C", "30.00 EUR", 60));
    AccountRecommendation now = now(draft, account, 14);
    assertThat(now.documents()).hasSize(1);
    DunningDocument document = now.documents().get(0);
    assertThat(document.step()).isEqualTo("notice");
    assertThat(document.channel()).contains(LETTER);
    assertThat(document.lines())
        .extracting(l -> l.invoices() + " " + l.step().orElseThrow())
        .containsExactly("[A] notice", "[B] reminder");
    assertThat(document.overdue()).containsExactly(eur("30.00"));
    assertThat(document.forInformation()).containsExactly("C");
    assertThat(document).hasToString("notice: A, B");
    // recorded at once, so that the one does not keep the other at a distance
    Account after = Timeline.take(account, document);
    assertThat(EVALUATOR.evaluate(draft.build(), after, day(14)).due()).isEmpty();
    assertThat(after.invoices().get(1).events()).hasSize(1);
  }

  @Test
  void inATimelineOwnLevelsMeetOnOneDay() {
    DunningPolicy policy =
        draft().per(ACCOUNT).documentLevel(OWN).minimumDaysBetweenContacts(5).build();
    Account account = account(invoice("A", "10.00 EUR", 0), invoice("B", "20.00 EUR", 11));
    assertThat(Timeline.of(EVALUATOR, policy, account, day(0), day(20)))
        .hasToString(
            """
            2026-02-17 reminder: A
            2026-02-28 notice: A
            2026-02-28 reminder: B
            """);
  }

  @Test
  void theMinimumOfAnAccountWithOwnLevelsCountsAllItsItems() {
    PolicyDraft draft = draft().per(ACCOUNT).documentLevel(OWN).minimumAmount(eur("25.00"));
    Account both = account(invoice("A", "10.00 EUR", 0), invoice("B", "20.00 EUR", 1));
    assertThat(now(draft, both, 4).due()).hasSize(2);
    Account one = account(invoice("A", "10.00 EUR", 0), invoice("B", "20.00 EUR", 9));
    Recommendation waits = now(draft, one, 4).recommendations().get(0);
    assertThat(waits.reason()).isEqualTo(new AmountReason.BelowMinimum(eur("10.00"), eur("25.00")));
    assertThat(waits.reviewOn()).contains(day(10));
  }

  @Test
  void ownLevelsPerCurrencyMakeADocumentACurrency() {
    PolicyDraft draft = draft().per(ACCOUNT_AND_CURRENCY).documentLevel(OWN);
    Account account =
        account(
            invoice("A", "10.00 EUR", 0),
            invoice("B", "20.00 USD", 0),
            invoice("C", "30.00 EUR", 0));
    assertThat(now(draft, account, 3).documents())
        .extracting(DunningDocument::invoices)
        .containsExactly(List.of("A", "C"), List.of("B"));
  }

  @Test
  void itemsNotYetDueAreListedAndChangeNothing() {
    PolicyDraft draft = draft().per(ACCOUNT);
    Account account =
        account(
            invoice("A", "10.00 EUR", 0),
            invoice("B", "20.00 EUR", 30),
            invoice("C", "5.00 EUR", 30).with(hold(day(1), "asked")));
    Recommendation now = now(draft, account, 3).recommendations().get(0);
    assertThat(now.verdict()).isEqualTo(ACT);
    assertThat(now.invoices()).containsExactly("A");
    assertThat(now.forInformation()).containsExactly("B");
    assertThat(now(draft, account, 3).documents().get(0).forInformation()).containsExactly("B");
  }

  // credits

  @Test
  void creditsNetPerCurrency() {
    PolicyDraft draft = draft().per(ACCOUNT).credits(NET);
    InvoiceHistory overpaid =
        invoice("P", "10.00 EUR", 0).with(new MoneyEvent.Payment(day(1), eur("35.00")));
    Account account = account(invoice("A", "30.00 EUR", 0), overpaid);
    assertThat(now(draft, account, 3).recommendations().get(0).verdict()).isEqualTo(ACT);
    Account covered = account.with(new MoneyEvent.Payment(day(2), eur("5.00")));
    Recommendation now = now(draft, covered, 3).recommendations().get(0);
    assertThat(now.verdict()).isEqualTo(WAIT);
    assertThat(now.reason())
        .isEqualTo(new AmountReason.CoveredByCredits(eur("30.00"), eur("30.00")));
    assertThat(now.reason().missing()).contains(eur("0.01"));
    // a credit in one currency covers no debt in another
    Account other = covered.with(invoice("B", "1.00 USD", 0));
    assertThat(now(draft, other, 3).recommendations().get(0).verdict()).isEqualTo(ACT);
    // apart, the credit stands beside the debt
    assertThat(now(draft().per(ACCOUNT), covered, 3).due()).hasSize(1);
  }

  @Test
  void aCreditNoteCountsFromItsDay() {
    PolicyDraft draft = draft().per(ACCOUNT).credits(NET);
    InvoiceHistory note = InvoiceHistory.of(Invoice.of("CN", eur("-50.00"), day(5), day(5)));
    Account account = account(invoice("A", "30.00 EUR", 0), note);
    Recommendation before = now(draft, account, 4).recommendations().get(0);
    assertThat(before.verdict()).isEqualTo(ACT);
    assertThat(before.reviewOn()).contains(day(5));
    assertThat(now(draft, account, 5).recommendations().get(0).verdict()).isEqualTo(WAIT);
  }

  @Test
  void minimumsCountNetOfCredits() {
    PolicyDraft draft = draft().per(ACCOUNT).credits(NET).minimumAmount(eur("25.00"));
    Account account =
        account(invoice("A", "30.00 EUR", 0)).with(new MoneyEvent.Payment(day(1), eur("10.00")));
    assertThat(now(draft, account, 3).recommendations().get(0).reason())
        .isEqualTo(new AmountReason.BelowMinimum(eur("20.00"), eur("25.00")));
  }

  @Test
  void aCurrencyBelowItsMinimumDoesNotLiftTheOther() {
    PolicyDraft draft = draft().per(ACCOUNT).minimumAmount(Money.parse("50.00 USD"));
    Account account = account(invoice("A", "9.00 EUR", 40), invoice("B", "20.00 USD", 0));
    // nothing is overdue in euro: it reaches no minimum, having none
    assertThat(now(draft, account, 3).recommendations().get(0).verdict()).isEqualTo(WAIT);
  }

  // parents

  @Test
  void aParentAnswersForItsChildren() {
    Account parent = account(invoice("P", "10.00 EUR", 0));
    Account held =
        Account.of(
            Customer.of("K1"),
            List.of(invoice("K1-1", "20.00 EUR", 0)),
            List.of(hold(day(1), "asked")));
    Account other =
        Account.of(
            Customer.of("K2"),
            List.of(invoice("K2-1", "40.00 EUR", 0)),
            List.of(new ContactEvent.Contact(day(2), EMAIL)));
    Account family = parent.answeringFor(held, other);
    assertThat(family.customer()).isEqualTo(parent.customer());
    Recommendation now =
        now(draft().per(ACCOUNT).minimumDaysBetweenContacts(2), family, 4).recommendations().get(0);
    assertThat(now.invoices()).containsExactly("P", "K2-1");
    assertThat(now.overdue()).containsExactly(eur("50.00"));
    // the contact of a child keeps the distance for all
    assertThat(
            now(draft().per(ACCOUNT).minimumDaysBetweenContacts(3), family, 4)
                .recommendations()
                .get(0)
                .reviewOn())
        .contains(day(5));
    assertThatThrownBy(() -> parent.answeringFor(parent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("invoice appears twice");
  }

  /** Steps and decisions of a child were about what was past due on their day. */
  @ParameterizedTest
  @CsvSource({"5, reminder", "-5, reminder", "-40, court"})
  void aParentCountsWhatAChildDidForTheInvoicesItWasAbout(int issued, String step) {
    PolicyDraft draft =
        draft()
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE)
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                    step("demand").at(daysPastDue(20)).take(sendDemand(LETTER)),
                    step("court").at(daysPastDue(40)).take(fileClaim()).needsApproval()));
    LocalDate due = issued == -40 ? day(-10) : day(35);
    Account child =
        Account.of(
            Customer.of("K"),
            List.of(
                invoice("OLD", "100.00 EUR", -30).with(payment(day(2), eur("100.00"))),
                InvoiceHistory.of(Invoice.of("NEW", eur("50.00"), day(issued), due))),
            List.of(
                stepTaken(day(0), "reminder"),
                stepTaken(day(0), "demand"),
                stepApproved(day(1), "court")));
    Account parent = Account.of(Customer.of("P"), List.of()).answeringFor(child);
    for (Account each : List.of(child, parent)) {
      List<Recommendation> now = now(draft, each, 76).recommendations();
      assertThat(now.get(now.size() - 1).step()).contains(step);
    }
    // the contact counts, whatever it was about; a claim is none
    for (Account each : List.of(child, parent)) {
      List<Recommendation> now =
          now(draft.minimumDaysBetweenContacts(100), each, 76).recommendations();
      assertThat(now.get(now.size() - 1).verdict()).isEqualTo(step.equals("court") ? ACT : WAIT);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, HOLD", "12, ACT"})
  void whatAChildWithdrawsHoldsNothingOfItsParent(int on, Verdict verdict) {
    Account child =
        Account.of(
            Customer.of("K"),
            List.of(invoice("A", "100.00 EUR", 0)),
            List.of(promise(day(1), eur("100.00"), day(20)), promiseWithdrawn(day(5))));
    for (Account each :
        List.of(child, Account.of(Customer.of("P"), List.of()).answeringFor(child))) {
      assertThat(now(draft(), each, on).recommendations().get(0).verdict()).isEqualTo(verdict);
    }
  }

  // policies

  private static final DunningPolicy SOFT =
      DunningPolicy.named("soft")
          .ladder(EscalationLadder.of(step("soft").at(daysPastDue(20)).take(sendReminder(EMAIL))))
          .build();
  private static final DunningPolicy HARD =
      DunningPolicy.named("hard")
          .per(ACCOUNT)
          .ladder(EscalationLadder.of(step("hard").at(daysPastDue(1)).take(sendNotice(1, EMAIL))))
          .build();

  @Test
  void theMostParticularPolicyIsUsed() {
    PolicySet set =
        PolicySet.byDefault(DunningPolicy.named("default").ladder(LADDER).build())
            .forSegment("retail", SOFT)
            .forCustomer("C-2", HARD)
            .forInvoice("INV-9", SOFT);
    Customer retail = Customer.of("C-1").inSegment("retail");
    Customer both = Customer.of("C-2").inSegment("retail");
    assertThat(set.policyFor(Customer.of("C-0"), "INV-1").name()).isEqualTo("default");
    assertThat(set.policyFor(retail, "INV-1").name()).isEqualTo("soft");
    assertThat(set.policyFor(both, "INV-1").name()).isEqualTo("hard");
    assertThat(set.policyFor(both, "INV-9").name()).isEqualTo("soft");
    assertThat(set.policyFor(retail.inSegment("other")).name()).isEqualTo("default");
    assertThat(set.policies())
        .extracting(DunningPolicy::name)
        .containsExactly("default", "soft", "hard");
    assertThat(set)
        .hasToString(
            """
            default: default
            segment retail: soft
            customer C-2: hard
            invoice INV-9: soft\
            """)
        .isEqualTo(
            PolicySet.byDefault(DunningPolicy.named("default").ladder(LADDER).build())
                .forInvoice("INV-9", SOFT)
                .forCustomer("C-2", HARD)
                .forSegment("retail", SOFT))
        .isNotEqualTo(PolicySet.byDefault(SOFT));
  }

  @Test
  void invoicesWithAPolicyOfTheirOwnAreDecidedAboutApart() {
    PolicySet set = PolicySet.byDefault(HARD).forInvoice("B", SOFT);
    Account account =
        account(
            invoice("A", "10.00 EUR", 0),
            invoice("B", "20.00 EUR", 0),
            invoice("C", "40.00 EUR", 0));
    AccountRecommendation now = EVALUATOR.evaluate(set, account, day(21));
    assertThat(now.recommendations())
        .extracting(r -> r.policy().name() + " " + r.subject().invoices() + " " + r.overdue())
        .containsExactly("hard [A, C] [50.00 EUR]", "soft [B] [20.00 EUR]");
    assertThat(now.documents()).hasSize(2);
    // steps are recorded where they belong
    Account after = Timeline.take(account, now.documents().get(0));
    assertThat(after.events()).isEmpty();
    assertThat(after.invoices().get(2).events()).hasSize(1);
    assertThat(EVALUATOR.evaluate(set, after, day(22)).due())
        .extracting(r -> r.policy().name())
        .containsExactly("soft");
    assertThat(Timeline.of(EVALUATOR, set, account, day(0), day(60)).entries())
        .extracting(Timeline.Entry::toString)
        .containsExactly("2026-02-15 hard: A, C", "2026-03-06 soft: B");
  }

  @Test
  void contactsCountForTheAccountWhateverThePolicy() {
    DunningPolicy apart =
        DunningPolicy.named("apart")
            .ladder(EscalationLadder.of(step("x").at(daysPastDue(1)).take(sendReminder(EMAIL))))
            .minimumDaysBetweenContacts(7)
            .build();
    PolicySet set = PolicySet.byDefault(HARD).forInvoice("B", apart);
    Account account =
        account(
            invoice("A", "10.00 EUR", 0).with(stepTaken(day(1), "hard")),
            invoice("B", "20.00 EUR", 0));
    assertThat(EVALUATOR.evaluate(set, account, day(3)).recommendations().get(1).reason())
        .isEqualTo(new ContactReason.ContactTooSoon("x", day(1), day(8)));
  }

  @Test
  void aRecommendationCarriesNameVersionAndFingerprintOfItsPolicy() {
    DunningPolicy first = draft().version("2026-03").build();
    Recommendation now = EVALUATOR.evaluate(first, invoice("A", "10.00 EUR", 0), day(3));
    assertThat(now.policy()).hasToString("test version 2026-03 (" + first.fingerprint() + ")");
    assertThat(first.fingerprint())
        .hasSize(16)
        .isEqualTo(draft().version("2026-03").build().fingerprint())
        .isNotEqualTo(draft().version("2026-04").build().fingerprint())
        .isNotEqualTo(draft().version("2026-03").minimumAmount(eur("1.00")).build().fingerprint());
    // written down once: the same on every machine
    assertThat(SOFT.fingerprint()).isEqualTo("0c4938ed8e85137a");
  }

  @Test
  void aHeldItemDoesNotStopTheOthers() {
    Account account =
        account(
            invoice("A", "10.00 EUR", 0)
                .with(LedgerEvent.restricted(day(1), Restriction.HANDED_OVER)),
            invoice("B", "20.00 EUR", 1));
    Recommendation now = now(draft().per(ACCOUNT), account, 4).recommendations().get(0);
    assertThat(now.verdict()).isEqualTo(ACT);
    assertThat(now.invoices()).containsExactly("B");
    assertThat(now(draft(), account, 4).recommendations().get(0).verdict()).isEqualTo(HOLD);
  }
}
