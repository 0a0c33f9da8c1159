package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.optedIn;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.cameBack;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.Condition.unansweredAttemptsAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was said and done about debts that are long paid decides nothing about a new one. */
class OlderDebtsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
  private static final EscalationStep DEMAND =
      step("demand").at(daysPastDue(15)).take(sendDemand(LETTER));

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  /** A policy, and what happened a year ago on the account. */
  static Stream<Arguments> asksAndHappened() {
    LedgerEvent reply = customerReplied(day(-380), Reply.ASKS_FOR_TIME);
    LedgerEvent[] calls = {call(-385), call(-383), call(-380)};
    LedgerEvent[] letter = {
      stepTaken(day(-380), "notice", LETTER),
      notDelivered(day(-375), "notice", LETTER),
      optedIn(day(-370), LETTER)
    };
    return Stream.of(
        Arguments.of(
            ladder(REMINDER.requires(askedForTime().not()), DEMAND), new LedgerEvent[] {reply}),
        Arguments.of(
            ladder(
                step("visit")
                    .at(daysPastDue(3))
                    .take(task("visit"))
                    .onlyIf(unansweredAttemptsAtLeast(3)),
                REMINDER),
            calls),
        Arguments.of(
            ladder(
                step("trace").at(daysPastDue(3)).take(task("trace")).onlyIf(cameBack("notice")),
                step("notice").at(daysPastDue(5)).take(sendDemand(LETTER))),
            letter),
        Arguments.of(
            ladder(
                step("notice")
                    .at(daysPastDue(3))
                    .take(sendDemand(LETTER))
                    .onlyIf(customerTagged("slow")),
                step("demand").at(after("notice", Days.calendarDays(4))).take(sendDemand(LETTER))),
            letter),
        Arguments.of(
            ladder(REMINDER, DEMAND).holdWhile(taken("demand")),
            new LedgerEvent[] {stepTaken(day(-380), "demand", LETTER)}));
  }

  private static LedgerEvent call(int on) {
    return contact(day(on), PHONE, Direction.OUT, Reached.NOBODY);
  }

  private static PolicyDraft ladder(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  @ParameterizedTest
  @MethodSource("asksAndHappened")
  void decidesAsIfNothingHadHappened(PolicyDraft draft, LedgerEvent[] happened) {
    InvoiceHistory old =
        InvoiceHistory.of(Invoice.of("OLD", eur("100.00"), day(-430), day(-400)))
            .with(payment(day(-360), eur("100.00")));
    InvoiceHistory now = InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE));
    Account fresh = Account.of(Customer.of("C"), List.of(old, now));
    Account known = fresh.with(happened);
    for (AccountRules.Unit unit : AccountRules.Unit.values()) {
      DunningPolicy policy = draft.per(unit).build();
      for (int on : new int[] {5, 9, 20}) {
        List<Recommendation> expected =
            EVALUATOR.evaluate(policy, fresh, day(on)).recommendations();
        List<Recommendation> found = EVALUATOR.evaluate(policy, known, day(on)).recommendations();
        for (int i = 0; i < expected.size(); i++) {
          assertThat(found.get(i).decidesLike(expected.get(i)))
              .as("%s, day %s: %s", unit, on, found.get(i))
              .isTrue();
        }
      }
    }
  }
}
