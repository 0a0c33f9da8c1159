package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.event.LedgerEvent.addressFound;
import static io.dunning.event.LedgerEvent.addressUnknown;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.optedIn;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.addressFoundWithin;
import static io.dunning.policy.Condition.addressUnknownForAtLeast;
import static io.dunning.policy.Condition.cameBack;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Letters that come back, and customers who moved. */
class AddressTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  /** Whoever moved is looked for before anything goes to court or agency. */
  private static final DunningPolicy TRACING =
      DunningPolicy.named("tracing")
          .minimumDaysBetweenSteps(0)
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("trace customer")
                      .at(daysPastDue(3))
                      .take(task("ask the register for the address"))
                      .onlyIf(Condition.addressUnknown()),
                  step("demand").at(daysPastDue(10)).take(sendDemand(LETTER)),
                  step("agency")
                      .at(daysPastDue(30))
                      .take(referToAgency())
                      .requires(addressUnknownForAtLeast(20).not())))
          .build();

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static Recommendation on(int pastDue, List<LedgerEvent> account, LedgerEvent... own) {
    Account all =
        Account.of(
            Customer.of("C"), List.of(Fixtures.history("I-1", eur("100.00"), DUE, own)), account);
    return EVALUATOR.evaluate(TRACING, all, day(pastDue)).recommendations().get(0);
  }

  @Test
  void whoMovedIsTracedAndGetsNoLetterUntilFound() {
    LedgerEvent reminded = stepTaken(day(3), "reminder", EMAIL);
    assertThat(on(10, List.of(), reminded).step()).contains("demand");
    List<LedgerEvent> moved = List.of(addressUnknown(day(5)));
    assertThat(on(10, moved, reminded).step()).contains("trace customer");
    assertThat(on(10, List.of(), reminded, addressUnknown(day(5))).step())
        .contains("trace customer");
    LedgerEvent traced = stepTaken(day(10), "trace customer");
    // the demand cannot reach anybody
    assertThat(on(12, moved, reminded, traced).waitsFor()).contains("agency");
    List<LedgerEvent> found = List.of(addressUnknown(day(5)), addressFound(day(12)));
    assertThat(on(12, found, reminded, traced).step()).contains("demand");
  }

  @Test
  void howLongAnAddressHasBeenUnknownIsKnownAhead() {
    LedgerEvent[] taken = {
      stepTaken(day(3), "reminder", EMAIL), stepTaken(day(6), "trace customer")
    };
    List<LedgerEvent> moved = List.of(addressUnknown(day(14)), addressUnknown(day(20)));
    Recommendation due = on(33, moved, taken);
    assertThat(due.step()).contains("agency");
    assertThat(due.reviewOn()).contains(day(34));
    assertThat(on(34, moved, taken).rule()).isEqualTo(Rule.PREREQUISITE_MISSING);
  }

  /** A letter that failed on the invoice: the customer's new address lets letters go out again. */
  @Test
  void aNewAddressOfTheAccountOpensTheLettersOfAllItsInvoices() {
    LedgerEvent[] own = {
      stepTaken(day(3), "reminder", EMAIL),
      stepTaken(day(10), "demand", LETTER),
      notDelivered(day(14), "demand", LETTER)
    };
    assertThat(on(15, List.of(), own).waitsFor()).contains("agency");
    assertThat(on(15, List.of(addressFound(day(13))), own).waitsFor()).contains("agency");
    Recommendation again = on(15, List.of(addressFound(day(14))), own);
    assertThat(again.step()).contains("demand");
    assertThat(again.channel()).contains(Channel.LETTER);
  }

  /** What is known of a channel is known of the customer, wherever it was recorded. */
  @Test
  void whatWorksAgainIsOpenWhereverThatWasRecorded() {
    LedgerEvent[] own = {
      stepTaken(day(3), "reminder", EMAIL),
      stepTaken(day(10), "demand", LETTER),
      notDelivered(day(14), "demand", LETTER)
    };
    for (LedgerEvent works :
        List.of(
            contact(day(16), LETTER, Direction.OUT, Reached.OWNER),
            optedIn(day(16), LETTER),
            addressFound(day(14)))) {
      assertThat(on(16, List.of(works), own).step()).as("%s", works).contains("demand");
      LedgerEvent back = notDelivered(day(17), "demand", LETTER);
      assertThat(on(17, List.of(works, back), own).waitsFor()).contains("agency");
    }
    // recorded the other way round
    List<LedgerEvent> moved = List.of(addressUnknown(day(11)));
    LedgerEvent found = addressFound(day(12));
    assertThat(on(12, moved, stepTaken(day(3), "reminder", EMAIL), found).step())
        .contains("demand");
  }

  @Test
  void conditionsAskForReturnedMailAndNewAddresses() {
    DunningPolicy policy =
        DunningPolicy.named("asking")
            .ladder(
                EscalationLadder.of(
                    step("demand").at(daysPastDue(3)).take(sendDemand(LETTER)),
                    step("other")
                        .at(daysPastDue(3))
                        .take(task("resend"))
                        .onlyIf(cameBack("demand")),
                    step("fresh").at(daysPastDue(3)).take(task("x")).onlyIf(addressFoundWithin(5))))
            .build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                Fixtures.history(
                    "I-1",
                    eur("100.00"),
                    DUE,
                    stepTaken(day(3), "demand", LETTER),
                    notDelivered(day(6), "demand", LETTER))));
    assertThat(stepOf(policy, account, 7)).contains("other");
    Account sentAgain = account.with(stepTaken(day(7), "demand"));
    assertThat(stepOf(policy, sentAgain, 8)).isEmpty();
    Account found = sentAgain.with(addressFound(day(7)));
    assertThat(stepOf(policy, found, 12)).contains("fresh");
    assertThat(EVALUATOR.evaluate(policy, found, day(8)).recommendations().get(0).reviewOn())
        .contains(day(13));
    assertThat(stepOf(policy, found, 13)).isEmpty();
  }

  private static Optional<String> stepOf(DunningPolicy policy, Account account, int pastDue) {
    return EVALUATOR.evaluate(policy, account, day(pastDue)).recommendations().get(0).step();
  }

  @Test
  void conditionsPrintAndRefuseNegativeDays() {
    assertThat(Condition.addressUnknown()).hasToString("address unknown");
    assertThat(addressUnknownForAtLeast(1)).hasToString("address unknown for at least 1 day");
    assertThat(addressFoundWithin(2)).hasToString("new address known for at most 2 days");
    assertThat(cameBack("demand")).hasToString("demand came back");
    assertThatThrownBy(() -> addressUnknownForAtLeast(-1))
        .hasMessage("time without an address is negative: -1");
    assertThatThrownBy(() -> addressFoundWithin(-1))
        .hasMessage("greatest age of an address is negative: -1");
  }

  @Test
  void disputesAreCountedByTheirReasons() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                Fixtures.history(
                    "I-1",
                    eur("100.00"),
                    DUE,
                    LedgerEvent.dispute(day(1), eur("5.00"), "price"),
                    LedgerEvent.disputeResolved(day(2)),
                    LedgerEvent.dispute(day(3), eur("5.00"), "Price too high")),
                Fixtures.history("I-2", eur("100.00"), DUE, LedgerEvent.dispute(day(1), "price"))),
            List.of(LedgerEvent.dispute(day(4), "damaged")));
    assertThat(account.disputesByReason(day(3)))
        .containsExactly(Map.entry("Price too high", 1), Map.entry("price", 2));
    assertThat(account.disputesByReason(day(4))).containsEntry("damaged", 1);
    DunningPolicy policy =
        DunningPolicy.named("often")
            .holdWhile(Condition.never())
            .ladder(
                EscalationLadder.of(
                    step("ask sales")
                        .at(daysPastDue(3))
                        .take(task("ask sales"))
                        .onlyIf(Condition.disputesAtLeast(2, "PRICE"))))
            .build();
    List<Recommendation> all = EVALUATOR.evaluate(policy, account, day(5)).recommendations();
    assertThat(all.get(0).step()).contains("ask sales");
    assertThat(all.get(1).verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(Condition.disputesAtLeast(1, "PRICE"))
        .hasToString("disputed for price at least 1 time");
  }
}
