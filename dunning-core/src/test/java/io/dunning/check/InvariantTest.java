package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.StoryDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvariantTest {
  private static final EscalationStep CALL = step("call").at(daysPastDue(20)).take(placeCall());
  private static final EscalationStep AGENCY =
      step("agency")
          .at(afterDeadlineOf("demand", calendarDays(1)))
          .take(referToAgency())
          .needsApproval();

  private static PolicyDraft draft(EscalationStep... more) {
    EscalationStep[] steps = new EscalationStep[more.length + 2];
    steps[0] = step("reminder").at(daysPastDue(3)).take(sendReminder(LETTER));
    steps[1] = step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER));
    System.arraycopy(more, 0, steps, 2, more.length);
    return DunningPolicy.named("mine").ladder(EscalationLadder.of(steps));
  }

  private static EscalationStep demand() {
    return step("demand")
        .at(daysPastDue(30))
        .take(sendDemand(LETTER), assessCharges())
        .grants(calendarDays(10));
  }

  @Test
  void anAnswerHasAnExampleIfTheInvariantIsViolatedAndOnlyThen() {
    DunningPolicy policy = draft(demand(), sooner()).build();
    Invariant never = Invariant.atMost(1, LETTER, 30);
    InvariantAnswer found =
        PolicyCheck.of(policy).keeping(never).events(0).run().invariants().get(0);
    assertThat(found.verdict()).isEqualTo(Verdict.VIOLATED);
    assertThatThrownBy(
            () -> new InvariantAnswer(never, Verdict.VIOLATED, found.why(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("violated invariant lacks an example: at most 1 letter in 30 days");
    assertThatThrownBy(() -> new InvariantAnswer(never, Verdict.HOLDS, "", found.example()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "invariant has an example, but the answer is holds: at most 1 letter in 30 days");
  }

  /** A program may run where numbers have digits of their own. */
  @Test
  void readsAlikeInEveryLanguage() {
    PolicyCheck check = PolicyCheck.of(draft(demand(), sooner()).build()).events(0);
    String usual = check.run().toString();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Invariant.atMost(3, LETTER, 30)).hasToString("at most 3 letters in 30 days");
      assertThatThrownBy(() -> daysPastDue(-5)).hasMessageContaining("come -5 days");
      assertThat(check.run()).hasToString(usual);
    } finally {
      Locale.setDefault(before);
    }
  }

  /** A notice after a later one, which a finding says with two numbers. */
  private static EscalationStep sooner() {
    return step("again").at(daysPastDue(50)).take(sendNotice(1, LETTER));
  }

  static Stream<Arguments> cases() {
    DunningPolicy sound = draft(CALL, demand(), AGENCY).build();
    DunningPolicy undisputed = draft(CALL).holdWhile(Condition.promiseActive()).build();
    DunningPolicy disputed = draft(CALL).holdWhile(Condition.disputeOpen()).build();
    DunningPolicy charging =
        draft(demand(), AGENCY).lateFee(LateFee.flat(eur("40.00")).at("demand")).build();
    DunningPolicy skipping =
        draft(
                demand().onlyIf(Condition.customerTagged("big")),
                step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval())
            .build();
    return Stream.of(
        Arguments.of(sound, Invariant.never(placeCall(), Invariant.During.DISPUTED), false),
        Arguments.of(undisputed, Invariant.never(placeCall(), Invariant.During.DISPUTED), true),
        Arguments.of(sound, Invariant.never(placeCall(), Invariant.During.PROMISED), false),
        Arguments.of(sound, Invariant.never(placeCall(), Invariant.During.RESTRICTED), false),
        Arguments.of(sound, Invariant.neverBefore(referToAgency(), "demand"), true),
        Arguments.of(skipping, Invariant.neverBefore(referToAgency(), "demand"), true),
        Arguments.of(sound, Invariant.neverBeforeDelivered(referToAgency(), "reminder"), true),
        Arguments.of(sound, Invariant.atMost(6, LETTER, 30), false),
        Arguments.of(undisputed, Invariant.never(placeCall(), Invariant.During.PROMISED), false),
        Arguments.of(
            undisputed, Invariant.never(placeCall(), Invariant.During.PARTLY_DISPUTED), true),
        Arguments.of(sound, Invariant.never(placeCall(), Invariant.During.IN_PLAN), false),
        Arguments.of(disputed, Invariant.never(placeCall(), Invariant.During.PROMISED), true),
        Arguments.of(sound, Invariant.atMost(1, LETTER, 30), true),
        Arguments.of(sound, Invariant.atMost(0, EMAIL, 30), false),
        Arguments.of(charging, Invariant.chargesAtMost(percent("3")), true),
        Arguments.of(sound, Invariant.noContactAfterPayment(5), true));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhetherAPolicyKeepsIt(DunningPolicy policy, Invariant invariant, boolean violated) {
    PolicyReport report = PolicyCheck.of(policy).events(1).keeping(invariant).run();
    InvariantAnswer answer = report.invariants().get(0);
    assertThat(answer.verdict())
        .as(answer.toString())
        .isEqualTo(violated ? Verdict.VIOLATED : Verdict.HOLDS);
    answer.example().ifPresent(w -> w.scenario().tells(w.story().toArray(new StoryDay[0])));
    assertThat(answer.example().isPresent()).isEqualTo(violated);
  }

  /** The letter about one invoice came back, and the other invoice is handed over. */
  @Test
  void tellsInvoicesApart() {
    Condition arrived = Condition.taken("demand").and(Condition.cameBack("demand").not());
    DunningPolicy careful = draft(demand(), AGENCY.onlyIf(arrived)).build();
    PolicyReport report =
        PolicyCheck.of(careful)
            .events(1)
            .keeping(Invariant.neverBeforeDelivered(referToAgency(), "demand"))
            .run();
    assertThat(report.invariants().get(0).verdict())
        .as(report.invariants().get(0).toString())
        .isEqualTo(Verdict.HOLDS);
  }

  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  /** What a debtor with two invoices of these amounts, due on one day, shows of an invariant. */
  private static Verdict twoInvoices(
      DunningPolicy policy, Invariant invariant, String one, String other) {
    LocalDate due = LocalDate.of(2025, 2, 5);
    Account account =
        Account.of(
            Customer.of("C-1"),
            List.of(
                InvoiceHistory.of(Invoice.of("INV-1", eur(one), due.minusDays(30), due)),
                InvoiceHistory.of(Invoice.of("INV-2", eur(other), due.minusDays(30), due))));
    InvariantWatch watch = new InvariantWatch(policy, CALENDAR, List.of(invariant));
    Debtor debtor = new Debtor(account, due.minusDays(30), Debtor.Share.STILL);
    new Player(policy, CALENDAR, watch).play(debtor, List.of(), due.plusDays(100));
    return watch.answers(Optional.empty(), new Answers()).get(0).verdict();
  }

  /** The demand for one invoice is none for the other. */
  @Test
  void aStepAboutAnotherInvoiceIsNotTheOne() {
    DunningPolicy policy =
        draft(
                demand().onlyIf(Condition.overdueAtLeast(eur("500.00"))),
                step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval())
            .build();
    Invariant demanded = Invariant.neverBefore(referToAgency(), "demand");
    assertThat(twoInvoices(policy, demanded, "1000.00", "1000.00")).isEqualTo(Verdict.HOLDS);
    assertThat(twoInvoices(policy, demanded, "1000.00", "100.00")).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void oneLetterAboutTwoInvoicesIsOneLetter() {
    DunningPolicy together =
        draft()
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .build();
    Invariant once = Invariant.atMost(1, LETTER, 1);
    assertThat(twoInvoices(together, once, "100.00", "100.00")).isEqualTo(Verdict.HOLDS);
    assertThat(twoInvoices(draft().build(), once, "100.00", "100.00")).isEqualTo(Verdict.VIOLATED);
  }

  /** A condition matters only to the steps that it decides. */
  @Test
  void isInconclusiveOnlyIfWhatItIsAboutStaysOpen() {
    Condition own = Condition.described("sunny", s -> true);
    Condition charged = Condition.chargesAtLeast(eur("5.00"));
    Invariant calls = Invariant.never(placeCall(), Invariant.During.DISPUTED);
    Invariant letters = Invariant.atMost(6, LETTER, 30);
    assertThat(verdicts(draft(CALL.onlyIf(charged)).build(), calls, letters))
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE);
    assertThat(verdicts(draft(CALL, demand().onlyIf(own)).build(), calls))
        .containsExactly(Verdict.HOLDS);
    assertThat(verdicts(draft(CALL, demand().tone(Tone.FIRM, own)).build(), calls, letters))
        .containsExactly(Verdict.HOLDS, Verdict.HOLDS);
  }

  private static List<Verdict> verdicts(DunningPolicy policy, Invariant... invariants) {
    return PolicyCheck.of(policy).events(1).keeping(invariants).run().invariants().stream()
        .map(InvariantAnswer::verdict)
        .toList();
  }

  /** No rule of the policy names plans, and 1,000.00 EUR is no debt at which the fee is a tenth. */
  @Test
  void whatItNamesIsExplored() {
    DunningPolicy pressing =
        draft(CALL).holdWhile(Condition.disputeOpen().or(Condition.promiseActive())).build();
    assertThat(verdicts(pressing, Invariant.never(placeCall(), Invariant.During.IN_PLAN)))
        .containsExactly(Verdict.VIOLATED);
    DunningPolicy flat = draft(demand()).lateFee(LateFee.flat(eur("40.00")).at("demand")).build();
    assertThat(verdicts(flat, Invariant.chargesAtMost(percent("10"))))
        .containsExactly(Verdict.VIOLATED);
  }

  @Test
  void aStepThatThePolicyDoesNotHaveIsAFault() {
    PolicyReport report =
        PolicyCheck.of(draft(CALL).keeping(Invariant.neverBefore(placeCall(), "finl")).build())
            .events(0)
            .run();
    assertThat(report.faults())
        .extracting(PolicyFinding::kind, PolicyFinding::place)
        .containsExactly(Assertions.tuple(FindingKind.UNKNOWN_STEP, "invariants[1]"));
    assertThat(report.invariants()).hasSize(1);
    assertThat(report.toString()).containsOnlyOnce("finl");
  }

  @Test
  void isInconclusiveOnceTheBudgetEnds() {
    PolicyReport report =
        PolicyCheck.of(draft(CALL).build())
            .atMost(50)
            .keeping(Invariant.never(placeCall(), Invariant.During.DISPUTED))
            .run();
    assertThat(report.invariants().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.isInconclusive()).isTrue();
    assertThat(report.explored().worlds()).isEqualTo(50);
    assertThat(report.explored().isCutShort()).isTrue();
  }

  @Test
  void isInconclusiveWithAConditionOfYourOwn() {
    Condition own = Condition.described("sunny", s -> true);
    PolicyReport report =
        PolicyCheck.of(draft(CALL.onlyIf(own)).build())
            .events(0)
            .keeping(Invariant.never(placeCall(), Invariant.During.DISPUTED))
            .run();
    assertThat(report.invariants().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** They decide nothing: the policy is the same policy with or without them. */
  @Test
  void standsInThePolicyWithoutChangingIt() {
    Invariant few = Invariant.atMost(1, LETTER, 30);
    DunningPolicy with = draft(CALL).keeping(few).build();
    DunningPolicy without = draft(CALL).build();
    assertThat(with.invariants()).containsExactly(few);
    assertThat(with).isEqualTo(without).hasToString(without.toString());
    assertThat(with.fingerprint()).isEqualTo(without.fingerprint());
    assertThat(PolicyCheck.of(with).events(0).run().invariants())
        .extracting(InvariantAnswer::verdict)
        .containsExactly(Verdict.VIOLATED);
  }

  @Test
  void readsAsASentence() {
    assertThat(
            List.of(
                Invariant.never(placeCall(), Invariant.During.DISPUTED),
                Invariant.neverBeforeDelivered(referToAgency(), "demand"),
                Invariant.neverBefore(referToAgency(), "demand"),
                Invariant.atMost(3, LETTER, 30),
                Invariant.chargesAtMost(percent("10")),
                Invariant.noContactAfterPayment(5)))
        .map(Invariant::toString)
        .containsExactly(
            "never call while disputed",
            "never refer to agency before \"demand\" was delivered",
            "never refer to agency before \"demand\" was taken",
            "at most 3 letters in 30 days",
            "charges at most 10% of the debt",
            "no contact within 5 days after a payment");
    assertThatThrownBy(() -> Invariant.atMost(-1, LETTER, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Invariant.noContactAfterPayment(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
