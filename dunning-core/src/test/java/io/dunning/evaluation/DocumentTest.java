package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.thankCustomer;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Variants;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reaches the customer at once, and what is stored afterwards. */
class DocumentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private static PolicyDraft own() {
    return DunningPolicy.named("p")
        .per(Unit.ACCOUNT)
        .documentLevel(DocumentLevel.OWN)
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).tone(Tone.FRIENDLY),
                step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)).tone(Tone.FIRM)));
  }

  private static InvoiceHistory invoice(String number, Money amount, int late, LedgerEvent... all) {
    LocalDate due = TODAY.minusDays(late);
    return InvoiceHistory.of(Invoice.of(number, amount, due.minusDays(30), due)).with(all);
  }

  private static AccountRecommendation evaluate(PolicyDraft draft, InvoiceHistory... invoices) {
    return EVALUATOR.evaluate(
        draft.build(), Account.of(Customer.of("C"), List.of(invoices)), TODAY);
  }

  private static DunningDocument document(InvoiceHistory... invoices) {
    List<DunningDocument> all = evaluate(own(), invoices).documents();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void theMostSevereLineSaysWhatIsDone() {
    LedgerEvent reminded = stepTaken(TODAY.minusDays(9), "reminder", EMAIL);
    DunningDocument document =
        document(
            invoice("A", eur("10.00"), 4),
            invoice("B", eur("20.00"), 20, reminded),
            invoice("C", eur("30.00"), 21, reminded),
            invoice("D", eur("40.00"), -5));
    assertThat(document.leading().invoices()).containsExactly("B");
    assertThat(document.step()).isEqualTo("notice");
    assertThat(document.actions()).containsExactly(sendNotice(1, LETTER));
    assertThat(document.channel()).contains(LETTER);
    assertThat(document.tone()).contains(Tone.FIRM);
    assertThat(document.invoices()).containsExactly("A", "B", "C");
    assertThat(document.forInformation()).containsExactly("D");
    assertThat(document.overdue()).containsExactly(eur("60.00"));
    assertThat(document.approver()).isEmpty();
    assertThat(document).hasToString("notice: A, B, C");
  }

  @Test
  void storesEachLineByTheChannelOfTheDocument() {
    DunningDocument document =
        document(
            invoice("A", eur("10.00"), 4),
            invoice("B", eur("20.00"), 20, stepTaken(TODAY.minusDays(9), "reminder", EMAIL)));
    assertThat(document.eventsWhenTaken(TODAY))
        .hasToString(
            "[A: 2026-03-01 step taken: reminder by letter,"
                + " B: 2026-03-01 step taken: notice by letter]");
  }

  @Test
  void storesEachLineAsWrittenToThePersonOfTheDocument() {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(LETTER));
    EscalationStep demand = step("demand").at(daysPastDue(40)).take(sendDemand(LETTER));
    PolicyDraft draft =
        own()
            .ladder(
                EscalationLadder.of(
                    reminder.addressedTo(PersonRole.PAYABLES_CLERK),
                    demand.addressedTo(PersonRole.OWNER)));
    Customer customer =
        Customer.of("C")
            .withPerson(ContactPerson.of("Petra", PersonRole.PAYABLES_CLERK).by(LETTER))
            .withPerson(ContactPerson.of("Otto", PersonRole.OWNER).by(LETTER));
    InvoiceHistory late =
        invoice("A", eur("9.00"), 45, stepTaken(TODAY.minusDays(30), "reminder", LETTER));
    Account account = Account.of(customer, List.of(late, invoice("B", eur("5.00"), 4)));
    assertThat(EVALUATOR.evaluate(draft.build(), account, TODAY).documents())
        .extracting(d -> d.eventsWhenTaken(TODAY).toString())
        .containsExactly(
            "[A: 2026-03-01 step taken: demand by letter to Otto,"
                + " B: 2026-03-01 step taken: reminder by letter to Otto]");
  }

  @Test
  void addsUpWhatIsOverdueAndOwedByCurrency() {
    DunningDocument document =
        document(
            invoice("A", usd("7.00"), 4),
            invoice("B", eur("20.00"), 4),
            invoice("C", usd("1.00"), 4));
    assertThat(document.overdue()).containsExactly(eur("20.00"), usd("8.00"));
    assertThat(document.owed())
        .extracting(o -> o.principal().toString())
        .containsExactly("20.00 EUR", "8.00 USD");
  }

  @Test
  void waitsForTheApprovalThatAnyOfItsLinesNeeds() {
    PolicyDraft draft =
        own()
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                    step("notice")
                        .at(daysPastDue(14))
                        .take(sendNotice(1, LETTER))
                        .needsApproval()));
    AccountRecommendation now =
        evaluate(
            draft,
            invoice("A", eur("10.00"), 4),
            invoice("B", eur("20.00"), 20, stepTaken(TODAY.minusDays(9), "reminder", EMAIL)));
    assertThat(now.due()).hasSize(1);
    assertThat(now.awaitingApproval()).hasSize(1);
    assertThat(now.documents())
        .extracting(DunningDocument::approver)
        .containsExactly(Optional.empty());
    assertThat(now.documentsOnceApproved())
        .extracting(DunningDocument::approver)
        .containsExactly(Optional.of("a person"));
  }

  private static PolicyDraft ending(EscalationStep last) {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
    return own()
        .ladder(EscalationLadder.of(reminder, last.at(daysPastDue(40))))
        .settlement(SettlementRule.lumpSum(percent("70")).validFor(calendarDays(14)));
  }

  private static AccountRecommendation evaluateLate(PolicyDraft draft) {
    return evaluate(
        draft,
        invoice("A", eur("100.00"), 45, stepTaken(TODAY.minusDays(30), "reminder", EMAIL)),
        invoice("B", eur("500.00"), 4),
        invoice("C", eur("200.00"), 41, stepTaken(TODAY.minusDays(30), "reminder", EMAIL)));
  }

  /** What no letter about a later invoice does for an earlier one, nor the other way round. */
  static List<EscalationStep> goesAlone() {
    return Stream.of(
            List.of(referToAgency()),
            List.of(fileClaim()),
            List.of(blockOrders()),
            List.of(writeOff()),
            List.of(task("look")),
            List.of(placeCall()),
            List.of(offerSettlement(LETTER)),
            List.of(thankCustomer(EMAIL)),
            List.of(sendMessage(SMS)),
            List.of(sendDemand(LETTER), blockOrders()))
        .map(actions -> step("last").take(actions.toArray(new DunningAction[0])))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goesAlone")
  void whatIsNoReminderNoticeOrDemandTakesNoOtherStepAlong(EscalationStep last) {
    List<DunningDocument> documents = evaluateLate(ending(last)).documentsOnceApproved();
    assertThat(documents)
        .extracting(DunningDocument::toString)
        .containsExactly("last: A, C", "reminder: B");
    assertThat(documents.get(0).actions()).isEqualTo(last.actions());
    assertThat(documents.get(0).eventsWhenTaken(TODAY))
        .extracting(e -> e.invoice().orElseThrow())
        .containsOnly("A", "C");
    assertThat(documents.get(1).eventsWhenTaken(TODAY))
        .hasToString("[B: 2026-03-01 step taken: reminder by email]");
  }

  @Test
  void chargesKeepNoDemandOutOfALetter() {
    EscalationStep demand = step("demand").take(sendDemand(LETTER), assessCharges());
    assertThat(evaluateLate(ending(demand)).documents())
        .extracting(DunningDocument::toString)
        .containsExactly("demand: A, B, C");
  }

  @Test
  void anAgencySpeaksOnlyOfWhatItWasGiven() {
    EscalationStep demand =
        step("demand").take(sendDemand(LETTER)).performedBy(Performer.agency("Kern"));
    assertThat(evaluateLate(ending(demand)).documents())
        .extracting(DunningDocument::toString)
        .containsExactly("demand: A, C", "reminder: B");
  }

  @Test
  void policiesOfASetSpeakInDocumentsOfTheirOwn() {
    PolicySet set = PolicySet.byDefault(own().build()).forInvoice("B", own().version("2").build());
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("A", eur("10.00"), 4),
                invoice("B", eur("20.00"), 4),
                invoice("C", eur("30.00"), 4)));
    assertThat(EVALUATOR.evaluate(set, account, TODAY).documents())
        .extracting(DunningDocument::toString)
        .containsExactly("reminder: A, C", "reminder: B");
  }

  @Test
  void hasAtLeastOneLineAndEachTakesAStep() {
    assertThatThrownBy(() -> new DunningDocument(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document has no lines");
    Recommendation waits = evaluate(own(), invoice("A", eur("10.00"), 1)).recommendations().get(0);
    assertThatThrownBy(() -> new DunningDocument(List.of(waits), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line takes no step: " + waits);
  }

  @Test
  void aPostingGoesToItsInvoiceOrItsAccount() {
    Account account =
        Account.of(
            Customer.of("C"), List.of(invoice("A", eur("1.00"), 4), invoice("B", eur("1.00"), 4)));
    LedgerEvent held = hold(TODAY, "asked");
    Posting ofInvoice = new Posting("C", Optional.of("B"), held);
    Posting ofAccount = new Posting("C", Optional.empty(), held);
    Account after = Posting.storeIn(account, List.of(ofInvoice, ofAccount));
    assertThat(after.events()).containsExactly(held);
    assertThat(after.invoices().get(0).events()).isEmpty();
    assertThat(after.invoices().get(1).events()).containsExactly(held);
    assertThat(ofInvoice).hasToString("B: 2026-03-01 hold (asked)");
    assertThat(ofAccount).hasToString("C: 2026-03-01 hold (asked)");
    assertThatThrownBy(
            () -> Posting.storeIn(account, List.of(new Posting("D", Optional.of("A"), held))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("posting belongs to customer D, not to C");
    assertThatThrownBy(
            () -> Posting.storeIn(account, List.of(new Posting("C", Optional.of("X"), held))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("account of C has no such invoice: X");
  }

  @Test
  void postingsStoredTogetherAreThoseStoredOneByOne() {
    Account account =
        Account.of(
            Customer.of("C"), List.of(invoice("A", eur("1.00"), 4), invoice("B", eur("1.00"), 4)));
    List<Posting> postings =
        List.of(
            new Posting("C", Optional.of("B"), hold(TODAY, "second")),
            new Posting("C", Optional.empty(), hold(TODAY, "account")),
            new Posting("C", Optional.of("A"), hold(TODAY, "other")),
            new Posting("C", Optional.of("B"), hold(TODAY.minusDays(1), "first")),
            new Posting("C", Optional.of("B"), hold(TODAY, "third")));
    Account oneByOne = account;
    for (Posting each : postings) {
      oneByOne = Posting.storeIn(oneByOne, List.of(each));
    }
    Account together = Posting.storeIn(account, postings);
    assertThat(together).isEqualTo(oneByOne);
    assertThat(together.invoices().get(1).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-02-28 hold (first)", "2026-03-01 hold (second)", "2026-03-01 hold (third)");
    assertThat(Posting.storeIn(account, List.of())).isEqualTo(account);
  }

  @Test
  void aKeyCountsItsOccurrencesFromOne() {
    assertThatThrownBy(() -> new StepKey("p", "C", "A", "call", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("occurrences are counted from 1: 0");
    assertThat(new StepKey("p/q", "C%", "A", "call", 1)).hasToString("p%2Fq/C%25/A/call/1");
    Variants.areUnlike(
        () ->
            List.of(
                new StepKey("p", "C", "A", "call", 1),
                new StepKey("p", "C", "A", "call", 2),
                new StepKey("p", "C", "A", "letter", 1),
                new StepKey("p", "C", "B", "call", 1),
                new StepKey("p", "D", "A", "call", 1),
                new StepKey("q", "C", "A", "call", 1)));
  }
}
