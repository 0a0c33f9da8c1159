package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An explanation reads like a note to a colleague, in lines as long as one likes. */
class WordingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), DUE.minusDays(30), DUE))
        .with(events);
  }

  private static PolicyDraft draft(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  private static Explanation explain(int on, PolicyDraft draft, LedgerEvent... events) {
    return EVALUATOR.explain(draft.build(), invoice("I", events), DUE.plusDays(on));
  }

  @Test
  void saysWhatToDoWhyAndWhenToLookAgain() {
    EscalationStep call =
        step("call").at(daysPastDue(9)).take(placeCall(), sendReminder(LETTER)).tone(Tone.FIRM);
    assertThat(
            explain(
                10,
                draft(REMINDER, call).version("7"),
                LedgerEvent.stepTaken(DUE.plusDays(4), "reminder", EMAIL)))
        .hasToString(
            """
            I: place call and send reminder by letter, firm
              as of 2026-02-24, policy p version 7, 100.00 EUR overdue since 2026-02-14
              because call: 9 days past due was reached on 2026-02-23
              - reminder: taken on 2026-02-18
              stays so until something happens""");
    assertThat(explain(1, draft(REMINDER)))
        .hasToString(
            """
            I: wait
              as of 2026-02-15, policy p, 100.00 EUR overdue since 2026-02-14
              because reminder: 3 days past due is reached on 2026-02-17
              ~ would be reminder from 2026-02-17
              look again on 2026-02-17""");
    assertThat(explain(5, draft(REMINDER.needsApproval())).toString())
        .startsWith("I: send reminder by email, once approved\n");
    assertThat(explain(5, draft(REMINDER), payment(DUE, eur("100.00"))))
        .hasToString(
            """
            I: closed
              as of 2026-02-19, policy p
              because nothing is owed: settled since 2026-02-14
              stays so until something happens""");
  }

  @Test
  void namesTheInvoicesIfThereAreSeveral() {
    Account account =
        Account.of(Customer.of("C").named("Acme"), List.of(invoice("A"), invoice("B")));
    DunningPolicy policy = draft(REMINDER).per(Unit.ACCOUNT).build();
    assertThat(EVALUATOR.explain(policy, account, DUE.plusDays(5)).get(0).toString())
        .startsWith(
            """
            Acme: send reminder by email
              as of 2026-02-19, policy p, 200.00 EUR overdue since 2026-02-14 on A, B
            """);
  }

  @Test
  void addsLinesForRiskDeadlineAndCharges() {
    PolicyDraft draft =
        draft(REMINDER.grants(calendarDays(7)).onlyIf(Condition.averageDaysLateMoreThan(-1)))
            .lateFee(LateFee.flat(eur("5.00")).once());
    Explanation owed = explain(5, draft);
    assertThat(owed.toString())
        .contains("\n  customer " + owed.recommendation().profile().orElseThrow() + "; risk ");
    Explanation charged =
        explain(
            5, draft(REMINDER.grants(calendarDays(7))).lateFee(LateFee.flat(eur("5.00")).once()));
    assertThat(charged.toString())
        .contains("\n  payment deadline 2026-02-26\n")
        .contains("\n  owed " + charged.recommendation().owed().get(0) + "\n");
    // of a closed debt nobody asks how the customer pays
    assertThat(explain(5, draft, payment(DUE, eur("100.00"))).toString()).doesNotContain("risk");
  }

  private static Flip flip(
      Optional<LocalDate> on, Optional<Money> more, Verdict verdict, Optional<String> step) {
    return new Flip(
        on,
        more,
        Optional.empty(),
        answer(Verdict.NOT_DUE, Optional.empty()),
        answer(verdict, step));
  }

  private static Flip.Answer answer(Verdict verdict, Optional<String> step) {
    return new Flip.Answer(
        verdict,
        Rule.DUE,
        step,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aFlipSaysWhatWouldBeDoneAndWhen() {
    Optional<LocalDate> on = Optional.of(DUE);
    Optional<Money> more = Optional.of(eur("1.50"));
    Optional<Money> less = Optional.of(eur("-1.50"));
    Optional<String> call = Optional.of("call");
    assertThat(flip(on, Optional.empty(), Verdict.ACT, call))
        .hasToString("would be call from 2026-02-14");
    assertThat(flip(Optional.empty(), more, Verdict.AWAIT_APPROVAL, call))
        .hasToString("would be call, once approved if 1.50 EUR more were open");
    assertThat(flip(Optional.empty(), less, Verdict.WAIT, call))
        .hasToString("would be wait for call if 1.50 EUR less were open");
    assertThat(flip(on, Optional.empty(), Verdict.EXHAUSTED, Optional.empty()))
        .hasToString("would be exhausted from 2026-02-14");
  }

  @Test
  void aFlipThatKeepsTheVerdictSaysWhatHoldsInstead() {
    Flip.Answer recorded = held(Optional.empty());
    Flip.Answer promised = held(Optional.of("promise active"));
    assertThat(new Flip(Optional.of(DUE), Optional.empty(), Optional.empty(), promised, recorded))
        .hasToString("would be hold (a recorded hold instead of promise active) from 2026-02-14");
  }

  private static Flip.Answer held(Optional<String> by) {
    return new Flip.Answer(
        Verdict.HOLD,
        Rule.HELD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        by);
  }

  @Test
  void longLinesAreBrokenBetweenWordsAndIndented() {
    Explanation explanation =
        new Explanation(
            explain(1, draft(REMINDER)).recommendation(),
            List.of(
                new LeftOutReason.StepNotApplicable(
                    "call", "unbreakable-words-are-longer-than-a-line and others")),
            List.of());
    String text = Wording.ENGLISH.text(explanation, 40);
    assertThat(text)
        .isEqualTo(
            """
            I: wait
              as of 2026-02-15, policy p, 100.00 EUR
              overdue since 2026-02-14
              because reminder: 3 days past due is
              reached on 2026-02-17
              - call: applies only if
                unbreakable-words-are-longer-than-a-line
                and others
              look again on 2026-02-17""");
    assertThat(Wording.ENGLISH.text(explanation, 1_000)).isEqualTo(explanation.toString());
    // no line is narrower than twenty characters, however little is asked for
    assertThat(Wording.ENGLISH.text(explanation, 1))
        .isEqualTo(Wording.ENGLISH.text(explanation, 20));
  }
}
