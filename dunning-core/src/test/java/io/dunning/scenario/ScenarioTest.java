package io.dunning.scenario;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.AWAIT_APPROVAL;
import static io.dunning.evaluation.Verdict.CLOSED;
import static io.dunning.evaluation.Verdict.EXHAUSTED;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.evaluation.Verdict.NOT_DUE;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories about an invoice over 100.00 EUR that is due on 14 February 2026. */
class ScenarioTest {
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).tone(Tone.FRIENDLY);
  private static final EscalationStep DEMAND =
      step("demand")
          .at(daysPastDue(14))
          .take(sendDemand(LETTER), assessCharges())
          .grants(calendarDays(10));
  private static final EscalationStep SETTLEMENT =
      step("settlement").at(daysPastDue(30)).take(offerSettlement(LETTER));
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval();

  private static Scenario about(DunningPolicy policy) {
    return Scenario.of(policy).invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14");
  }

  /** Reminder, notice, agency, as most tests have it. */
  private static Scenario story() {
    return about(draft().build());
  }

  private static DunningPolicy firm(
      EscalationStep demand, EscalationStep agency, String fee, String share) {
    return DunningPolicy.named("firm")
        .ladder(EscalationLadder.of(REMINDER, demand, SETTLEMENT, agency))
        .lateFee(LateFee.flat(eur(fee)).at("demand"))
        .settlement(
            SettlementRule.lumpSum(percent(share)).fromDaysPastDue(30).validFor(calendarDays(14)))
        .build();
  }

  /** Reminder, demand with a deadline and a fee, settlement, agency. */
  private static Scenario firmStory() {
    return about(firm(DEMAND, AGENCY, "40.00", "70"));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  /** The message of the story's failure, without the explanation of what was found. */
  private static String failureOf(Scenario scenario, StoryDay... days) {
    try {
      scenario.tells(days);
    } catch (AssertionError e) {
      String message = String.valueOf(e.getMessage());
      assertThat(message).contains("\nfound: ", "\n  as of ", "\n  because ");
      return message.substring(0, message.indexOf("\nfound: "));
    }
    throw new IllegalStateException("the story is right");
  }

  // a story to its end

  @Test
  void tellsAStoryToItsEnd() {
    story()
        .tells(
            on("2026-02-14").verdict(NOT_DUE),
            on("2026-02-17").takes("reminder", EMAIL).looksAgainOn("2026-02-28"),
            on("2026-02-20").promises("2026-03-10").verdict(HOLD),
            on("2026-03-11").takes("notice", LETTER),
            on("2026-03-12").pays("100.00 EUR").verdict(CLOSED),
            on("2026-03-13").bounces("100.00 EUR").verdict(WAIT));
  }

  @Test
  void tellsWhateverCanHappen() {
    about(
            draft()
                .minimumDaysBetweenContacts(5)
                .holdWhile(Condition.disputeOpen().or(Condition.askedForTime()))
                .build())
        .tells(
            on("2026-02-16").disputes("damaged").verdict(HOLD),
            on("2026-02-18").resolves().takes("reminder", EMAIL),
            on("2026-02-19").comesBack("reminder", EMAIL).verdict(WAIT));
    about(draft().minimumDaysBetweenContacts(5).build())
        .tells(
            on("2026-02-16").contacts(PHONE).verdict(WAIT),
            on("2026-02-17").looksAgainOn("2026-02-21"),
            on("2026-02-21").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-14").awaitsApproval("agency").verdict(AWAIT_APPROVAL),
            on("2026-03-15").refuses("agency").verdict(EXHAUSTED),
            on("2026-03-16").happens(LedgerEvent.writtenOff(day("2026-03-16"))).verdict(CLOSED));
    about(draft().holdWhile(Condition.askedForTime()).build())
        .tells(on("2026-02-16").replies(Reply.ASKS_FOR_TIME).verdict(HOLD));
  }

  @Test
  void givesTheAccountAsItIsAtTheEnd() {
    Account end =
        story()
            .tells(on("2026-02-17").takes("reminder", EMAIL), on("2026-02-20").pays("60.00 EUR"));
    assertThat(end.invoices().get(0).events())
        .containsExactly(
            LedgerEvent.stepTaken(day("2026-02-17"), "reminder", EMAIL),
            LedgerEvent.payment(day("2026-02-20"), eur("60.00")));
  }

  // failures

  @Test
  void failsWithTheExplanation() {
    assertThatThrownBy(() -> story().tells(on("2026-02-16").takes("reminder", EMAIL)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            2026-02-16: expected: take reminder
            found: INV-1: wait
              as of 2026-02-16, policy test, 100.00 EUR overdue since 2026-02-14
              because reminder: 3 days past due is reached on 2026-02-17
              - notice: 14 days past due is reached on 2026-02-28
              - agency: 28 days past due is reached on 2026-03-14
              ~ would be reminder from 2026-02-17
              look again on 2026-02-17""");
  }

  /** Although the debt has changed since, the explanation is that of the step. */
  @Test
  void explainsAStepThatWasTakenOtherwise() {
    assertThatThrownBy(
            () ->
                firmStory()
                    .tells(
                        on("2026-02-17").takes("reminder", EMAIL),
                        on("2026-02-28").takes("demand", EMAIL).charges("39.00 EUR")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            2026-02-28: expected: demand with channel email, not letter
            2026-02-28: expected: demand with charges 39.00 EUR, not 40.00 EUR
            2026-02-28: the story does not say which deadline demand grants
            Maybe add .grants("2026-03-10")
            found: INV-1: send demand by letter and assess charges
              as of 2026-02-28, policy firm, 100.00 EUR overdue since 2026-02-14
              because demand: 14 days past due was reached on 2026-02-28
              payment deadline 2026-03-10
              owed 100.00 EUR, fees 40.00 EUR, interest 0.00 EUR: 140.00 EUR
              assess fee 40.00 EUR on INV-1
              - reminder: taken on 2026-02-17
              - settlement: applies only if settlement possible
              - agency: 60 days past due is reached on 2026-04-15
              stays so until something happens""");
  }

  @Test
  void explainsEachDecisionThatIsOtherwise() {
    assertThatThrownBy(
            () ->
                story()
                    .invoice("INV-2", "50.00 EUR", "2026-01-15", "2026-02-20")
                    .tells(on("2026-02-17").verdict(ACT)))
        .isInstanceOf(AssertionError.class)
        .message()
        .startsWith("2026-02-17: expected: act\nfound: INV-2: not due\n  as of 2026-02-17")
        .contains(
            "\n  look again on 2026-02-21\n\n"
                + "2026-02-17: the story tells of no step\nfound: INV-1: send reminder by email\n")
        .endsWith("\n  stays so until something happens");
  }

  @Test
  void failsOnTheFirstWrongDayOnly() {
    assertThat(
            failureOf(
                story(),
                on("2026-02-17").takes("reminder", EMAIL),
                on("2026-02-20").verdict(HOLD),
                on("2026-02-21").verdict(CLOSED),
                on("2026-02-22").takes("agency")))
        .isEqualTo("2026-02-20: expected: hold");
    assertThatThrownBy(
            () -> story().tells(on("2026-02-16").verdict(HOLD), on("2026-02-20").verdict(CLOSED)))
        .isInstanceOf(AssertionError.class)
        .message()
        .doesNotContain("2026-02-20");
    assertThat(
            failureOf(story(), on("2026-02-14").verdict(NOT_DUE), on("2026-02-20").verdict(CLOSED)))
        .isEqualTo("2026-02-17: the story tells of no step");
  }

  @Test
  void saysAllThatIsWrongOnADay() {
    assertThat(failureOf(story(), on("2026-02-16").verdict(HOLD).looksAgainOn("2026-02-18")))
        .isEqualTo("2026-02-16: expected: hold\n2026-02-16: expected: look again on 2026-02-18");
    // of a step that was not taken there is nothing more to say
    assertThat(
            failureOf(
                firmStory(),
                on("2026-02-16")
                    .takes("demand", LETTER)
                    .grants("2026-02-26")
                    .charges("40.00 EUR")
                    .tone(Tone.FIRM)))
        .isEqualTo("2026-02-16: expected: take demand");
  }

  // what a story must not leave out

  static Stream<Arguments> leftOut() {
    StoryDay reminded = on("2026-02-17").takes("reminder", EMAIL);
    StoryDay demanded =
        on("2026-02-28").takes("demand", LETTER).grants("2026-03-10").charges("40.00 EUR");
    return Stream.of(
        // a step: on the day, beyond what the day tells, on a day between
        arguments("2026-02-17: the story tells of no step", days(on("2026-02-17").verdict(ACT))),
        arguments("2026-02-17: the story tells of no step", days(on("2026-02-17"))),
        arguments(
            "2026-03-07: the story tells of no step",
            days(on("2026-02-28").takes("reminder", EMAIL), on("2026-03-15").verdict(WAIT))),
        arguments(
            "2026-02-28: the story tells of no step",
            days(reminded, on("2026-03-01").pays("100.00 EUR").verdict(CLOSED))),
        // a step that waits for approval: on the day, on a day between
        arguments(
            """
            2026-04-15: the story does not say that a step waits for approval
            Maybe add .awaitsApproval("agency") or .approves("agency")""",
            days(reminded, demanded, settled(), on("2026-04-15").verdict(AWAIT_APPROVAL))),
        arguments(
            """
            2026-04-15: the story does not say that a step waits for approval
            Maybe add .awaitsApproval("agency") or .approves("agency")""",
            days(reminded, demanded, settled(), on("2026-05-01").pays("100.00 EUR"))),
        // channel, deadline, charges, offer of a step
        arguments(
            """
            2026-02-17: the story does not say by which channel reminder goes
            Maybe add .takes("reminder", EMAIL)""",
            days(on("2026-02-17").takes("reminder"))),
        arguments(
            """
            2026-02-28: the story does not say which deadline demand grants
            Maybe add .grants("2026-03-10")""",
            days(reminded, on("2026-02-28").takes("demand", LETTER).charges("40.00 EUR"))),
        arguments(
            """
            2026-02-28: the story does not say which charges demand assesses
            Maybe add .charges("40.00 EUR")""",
            days(reminded, on("2026-02-28").takes("demand", LETTER).grants("2026-03-10"))),
        arguments(
            """
            2026-03-16: the story does not say which settlement settlement offers
            Maybe add .offers("98.00 EUR")""",
            days(reminded, demanded, on("2026-03-16").takes("settlement", LETTER))),
        arguments(
            """
            2026-02-28: the story does not say by which channel demand goes
            Maybe add .takes("demand", LETTER)
            2026-02-28: the story does not say which deadline demand grants
            Maybe add .grants("2026-03-10")
            2026-02-28: the story does not say which charges demand assesses
            Maybe add .charges("40.00 EUR")""",
            days(reminded, on("2026-02-28").takes("demand"))),
        // of the first of two steps of a day
        arguments(
            """
            2026-04-15: the story does not say by which channel settlement goes
            Maybe add .takes("settlement", LETTER)""",
            days(
                reminded,
                demanded,
                on("2026-03-16").promises("2026-04-14"),
                on("2026-04-15")
                    .takes("settlement")
                    .offers("98.00 EUR")
                    .happens(LedgerEvent.settlementLapsed(day("2026-04-15")))
                    .approves("agency")
                    .takes("agency"))));
  }

  private static StoryDay[] days(StoryDay... days) {
    return days;
  }

  private static StoryDay settled() {
    return on("2026-03-16").takes("settlement", LETTER).offers("98.00 EUR");
  }

  @Test
  void hasDaysAndStepsOfItsPolicy() {
    Scenario story = about(draft().ladder(EscalationLadder.of(REMINDER)).build());
    assertThatIllegalArgumentException()
        .isThrownBy(story::tells)
        .withMessage("story has no days\nMaybe add on(...)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> story.tells(on("2026-02-17").takes("remindr", EMAIL)))
        .withMessage("policy has no step \"remindr\"\nMaybe one of: reminder");
  }

  @ParameterizedTest
  @MethodSource("leftOut")
  void mustNotLeaveOut(String message, StoryDay[] days) {
    assertThat(failureOf(firmStory(), days)).isEqualTo(message);
  }

  @Test
  void mentionsOnceThatAStepWaitsForApproval() {
    firmStory()
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("demand", LETTER).grants("2026-03-10").charges("40.00 EUR"),
            settled(),
            on("2026-04-15").awaitsApproval("agency"),
            on("2026-04-20").verdict(AWAIT_APPROVAL),
            on("2026-04-25")
                .happens(LedgerEvent.stepApproved(day("2026-04-21"), "agency"))
                .takes("agency"));
  }

  // what a story can expect

  /** On a day: what is right, what is wrong, and what the failure says. */
  static Stream<Arguments> expectations() {
    StoryDay demand = on("2026-02-28").takes("demand", LETTER);
    StoryDay granted = demand.grants("2026-03-10");
    StoryDay charged = demand.charges("40.00 EUR");
    StoryDay told = granted.charges("40.00 EUR");
    StoryDay settlement = on("2026-03-16").takes("settlement", LETTER);
    StoryDay agency = on("2026-04-15");
    return Stream.of(
        // before anything is due
        arguments(
            on("2026-02-15").verdict(WAIT), on("2026-02-15").verdict(NOT_DUE), "expected: not due"),
        arguments(
            on("2026-02-15").looksAgainOn("2026-02-17"),
            on("2026-02-15").looksAgainOn("2026-02-16"),
            "expected: look again on 2026-02-16"),
        // the reminder
        arguments(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-17").takes("reminder", LETTER),
            "expected: reminder with channel letter, not email"),
        arguments(
            on("2026-02-17").takes("reminder", EMAIL).tone(Tone.FRIENDLY),
            on("2026-02-17").takes("reminder", EMAIL).tone(Tone.FINAL),
            "expected: reminder with tone final, not friendly"),
        arguments(
            on("2026-02-17").takes("reminder", EMAIL).does(sendReminder(EMAIL)),
            on("2026-02-17").takes("reminder", EMAIL).does(),
            "expected: reminder with actions none, not send reminder by email"),
        arguments(
            on("2026-02-17").takes("reminder", EMAIL).owes("100.00 EUR"),
            on("2026-02-17").takes("reminder", EMAIL).grants("2026-02-27"),
            "expected: reminder with deadline 2026-02-27, not none"),
        arguments(
            on("2026-02-17").takes("reminder", EMAIL).charges(),
            on("2026-02-17").takes("reminder", EMAIL).charges("1.00 EUR"),
            "expected: reminder with charges 1.00 EUR, not none"),
        arguments(
            on("2026-02-17").takes("reminder", EMAIL).offers(),
            on("2026-02-17").takes("reminder", EMAIL).offers("70.00 EUR"),
            "expected: reminder with offer 70.00 EUR, not none"),
        // the demand
        arguments(
            told,
            charged.grants("2026-03-09"),
            "expected: demand with deadline 2026-03-09, not 2026-03-10"),
        arguments(
            told,
            granted.charges("40.01 EUR"),
            "expected: demand with charges 40.01 EUR, not 40.00 EUR"),
        arguments(
            told.owes("140.00 EUR"),
            told.owes("100.00 EUR"),
            "expected: demand with sum owed 100.00 EUR, not 140.00 EUR"),
        arguments(
            told.does(sendDemand(LETTER), assessCharges()),
            told.does(assessCharges(), sendDemand(LETTER)),
            "expected: demand with actions assess charges and send demand by letter,"
                + " not send demand by letter and assess charges"),
        arguments(
            told.verdict(WAIT),
            told.tone(Tone.FIRM).tone(Tone.FIRM),
            "expected: demand with tone firm, not none\n"
                + "2026-02-28: expected: demand with tone firm, not none"),
        // the offer
        arguments(
            settlement.offers("98.00 EUR"),
            settlement.offers("70.00 EUR"),
            "expected: settlement with offer 70.00 EUR, not 98.00 EUR"),
        arguments(
            settlement.offers("98.00 EUR").verdict(HOLD).looksAgainOn("2026-03-31"),
            settlement.offers("98.00 EUR").looksAgainOn("2026-03-30"),
            "expected: look again on 2026-03-30"),
        // the approval
        arguments(
            agency.awaitsApproval("agency"),
            agency.awaitsApproval("settlement"),
            "expected: settlement waits for approval"),
        arguments(
            agency.approves("agency").takes("agency"),
            agency.takes("agency"),
            "expected: take agency\n"
                + "2026-04-15: the story does not say that a step waits for approval\n"
                + "Maybe add .awaitsApproval(\"agency\") or .approves(\"agency\")"),
        arguments(
            agency.approves("agency").verdict(ACT).takes("agency").verdict(EXHAUSTED),
            agency.approves("agency").takes("agency", PHONE),
            "expected: agency with channel phone, not none"),
        arguments(
            on("2026-04-14").verdict(WAIT),
            on("2026-04-14").approves("agency"),
            "expected: agency waits for approval"));
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void passesWhenRightAndFailsWhenWrong(StoryDay right, StoryDay wrong, String message) {
    List<StoryDay> all =
        List.of(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("demand", LETTER).grants("2026-03-10").charges("40.00 EUR"),
            settled());
    List<StoryDay> before = all.stream().filter(d -> d.date().isBefore(right.date())).toList();
    firmStory().tells(with(before, right));
    assertThat(failureOf(firmStory(), with(before, wrong)))
        .isEqualTo(right.date() + ": " + message);
  }

  private static StoryDay[] with(List<StoryDay> before, StoryDay last) {
    return Stream.concat(before.stream(), Stream.of(last)).toArray(StoryDay[]::new);
  }

  // whom a story is about

  @Test
  void goesOnWithTheStoryOfAnAccountThatHasAPast() {
    Customer acme = Customer.of("C").named("Acme");
    InvoiceHistory reminded =
        InvoiceHistory.of(Invoice.of("OLD-1", eur("100.00"), day("2026-01-15"), day("2026-02-14")))
            .with(LedgerEvent.stepTaken(day("2026-02-17"), "reminder", EMAIL));
    InvoiceHistory late =
        InvoiceHistory.of(Invoice.of("OLD-2", eur("5.00"), day("2026-01-15"), day("2026-03-10")));
    Account past =
        Account.of(
            acme,
            List.of(reminded, late),
            List.of(LedgerEvent.hold(day("2026-02-20"), "talks", day("2026-03-02"))));
    Scenario goesOn = Scenario.of(draft().build()).account(past);
    Account end =
        goesOn.tells(
            on("2026-03-01").about("OLD-1").verdict(HOLD).looksAgainOn("2026-03-03"),
            on("2026-03-03").takes("notice", LETTER),
            on("2026-03-04").about("OLD-2").pays("5.00 EUR").verdict(CLOSED));
    assertThat(end.customer()).isEqualTo(acme);
    // without a word, a story is about the latest invoice
    goesOn.tells(on("2026-03-01").verdict(HOLD), on("2026-03-02").pays("5.00 EUR").verdict(CLOSED));
  }

  @Test
  void looksAtTheDaysOnWhichSomethingHappensToAnAccountByItself() {
    InvoiceHistory bounces =
        InvoiceHistory.of(Invoice.of("OLD-1", eur("100.00"), day("2026-01-15"), day("2026-02-14")))
            .with(
                LedgerEvent.payment(day("2026-02-10"), eur("100.00")),
                LedgerEvent.paymentReversed(day("2026-03-20"), eur("100.00")));
    Account past = Account.of(Customer.of("C"), List.of(bounces));
    Scenario scenario = Scenario.of(draft().build()).account(past);
    scenario.tells(on("2026-03-19").verdict(CLOSED), on("2026-03-20").takes("reminder", EMAIL));
    assertThat(
            failureOf(
                scenario,
                on("2026-03-01").verdict(CLOSED),
                on("2026-04-01").takes("reminder", EMAIL)))
        .isEqualTo("2026-03-20: the story tells of no step");
    // also of the account as a whole
    Account held =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(
                    Invoice.of("OLD-1", eur("100.00"), day("2026-01-15"), day("2026-02-14")))),
            List.of(
                LedgerEvent.hold(day("2026-02-10"), "talks"),
                LedgerEvent.holdReleased(day("2026-02-25"))));
    assertThat(
            failureOf(
                Scenario.of(draft().build()).account(held),
                on("2026-02-20").verdict(HOLD),
                on("2026-03-01").takes("reminder", EMAIL)))
        .isEqualTo("2026-02-25: the story tells of no step");
  }

  @Test
  void tellsOfSeveralInvoicesAndTheAccount() {
    Scenario.of(draft().per(AccountRules.Unit.ACCOUNT).build())
        .calendar(BusinessCalendar.everyDay())
        .customer(Customer.of("C").named("Acme"))
        .invoice("A", "100.00 EUR", "2026-01-15", "2026-02-14")
        .invoice("B", "50.00 USD", "2026-01-15", "2026-02-20")
        .tells(
            on("2026-02-17").about("A").takes("reminder", EMAIL),
            on("2026-02-18")
                .happensToAccount(LedgerEvent.hold(day("2026-02-18"), "talks"))
                .verdict(HOLD),
            on("2026-03-30")
                .happensToAccount(LedgerEvent.holdReleased(day("2026-03-30")))
                .takes("notice", LETTER)
                .owes("50.00 USD", "100.00 EUR")
                .approves("agency")
                .takes("agency"));
  }

  @Test
  void takesTheStepsOfADocumentTogether() {
    Scenario own =
        about(
                draft()
                    .per(AccountRules.Unit.ACCOUNT)
                    .documentLevel(AccountRules.DocumentLevel.OWN)
                    .minimumDaysBetweenContacts(5)
                    .build())
            .invoice("INV-2", "50.00 EUR", "2026-01-15", "2026-02-25");
    StoryDay reminded = on("2026-02-17").about("INV-1").takes("reminder", EMAIL);
    StoryDay noticed = on("2026-02-28").takes("notice", LETTER);
    Account end = own.tells(reminded, noticed.about("INV-2").takes("reminder", LETTER));
    assertThat(end.invoices().get(1).events())
        .containsExactly(LedgerEvent.stepTaken(day("2026-02-28"), "reminder", LETTER));
    assertThat(
            own.tells(
                reminded,
                on("2026-02-28")
                    .about("INV-2")
                    .takes("reminder", LETTER)
                    .about("INV-1")
                    .takes("notice", LETTER)))
        .isEqualTo(end);
    assertThat(failureOf(own, reminded, noticed))
        .isEqualTo("2026-02-28: the story tells of no step");
    assertThat(failureOf(own, reminded, noticed.about("INV-2").takes("reminder", EMAIL)))
        .isEqualTo("2026-02-28: expected: reminder with channel email, not letter");
  }

  @Test
  void isAboutTheInvoiceNamedLast() {
    Scenario two = story().invoice("INV-2", "50.00 EUR", "2026-01-15", "2026-02-20");
    two.tells(
        on("2026-02-16").verdict(NOT_DUE).about("INV-1").verdict(WAIT),
        on("2026-02-17").takes("reminder", EMAIL).about("INV-2").verdict(NOT_DUE),
        on("2026-02-23").takes("reminder", EMAIL).about("INV-1").pays("100.00 EUR").verdict(CLOSED),
        on("2026-02-24").verdict(CLOSED));
    assertThat(failureOf(two, on("2026-02-16").about("INV-1").about("INV-2").verdict(WAIT)))
        .isEqualTo("2026-02-16: expected: wait");
    assertThat(failureOf(two, on("2026-02-17").about("INV-2").takes("reminder", EMAIL)))
        .startsWith("2026-02-17: expected: take reminder");
  }

  @Test
  void countsBusinessDaysByTheCalendar() {
    Scenario scenario =
        about(
            draft()
                .ladder(
                    EscalationLadder.of(
                        step("reminder").at(pastDue(businessDays(1))).take(sendReminder(EMAIL))))
                .build());
    scenario.tells(on("2026-02-15").verdict(WAIT), on("2026-02-16").takes("reminder", EMAIL));
    scenario.calendar(BusinessCalendar.everyDay()).tells(on("2026-02-15").takes("reminder", EMAIL));
  }

  @Test
  void knowsTheCustomer() {
    Scenario scenario =
        about(
            draft()
                .ladder(
                    EscalationLadder.of(
                        step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).orBy(LETTER)))
                .build());
    scenario.tells(on("2026-02-17").takes("reminder", EMAIL));
    Scenario closed = scenario.customer(Customer.of("C").without(EMAIL));
    closed.tells(on("2026-02-17").takes("reminder", LETTER));
    assertThat(failureOf(closed, on("2026-02-17").takes("reminder", EMAIL)))
        .isEqualTo("2026-02-17: expected: reminder with channel email, not letter");
  }

  // stories that cannot be

  @Test
  void refusesDaysThatDoNotGoForward() {
    for (String day : List.of("2026-02-14", "2026-02-13")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> story().tells(on("2026-02-14"), on(day)))
          .withMessage("days of a scenario go forward: " + day + " after 2026-02-14");
    }
  }

  @Test
  void refusesAnInvoiceThatItDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> story().tells(on("2026-02-14").about("INV-2")))
        .withMessage("scenario has no such invoice: INV-2");
    for (AccountRules.Unit unit : AccountRules.Unit.values()) {
      Scenario none = Scenario.of(draft().per(unit).build());
      for (StoryDay day :
          List.of(
              on("2026-02-14").pays("1.00 EUR"),
              on("2026-02-14").verdict(WAIT),
              on("2026-02-14").takes("reminder", EMAIL))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> none.tells(day))
            .withMessage("scenario has no invoice\nMaybe add .invoice(...)");
      }
    }
  }

  @Test
  void refusesToTellOfAStepThatIsNotTaken() {
    assertThatThrownBy(() -> story().tells(on("2026-02-16").grants("2026-02-20")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("scenario took no step on 2026-02-16 to tell more of");
    assertThatThrownBy(
            () ->
                story()
                    .tells(
                        on("2026-02-17").takes("reminder", EMAIL),
                        on("2026-02-18").tone(Tone.FRIENDLY)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("scenario took no step on 2026-02-18 to tell more of");
  }

  // values

  @Test
  void isAValueThatCanBeToldAgain() {
    Scenario scenario = story();
    StoryDay day = on("2026-02-17");
    StoryDay reminded = day.takes("reminder", EMAIL);
    Account once = scenario.tells(reminded);
    assertThat(scenario.tells(reminded)).isEqualTo(once);
    // neither a longer day nor another scenario changes the one it was made of
    StoryDay paid = reminded.pays("100.00 EUR").verdict(CLOSED);
    scenario.tells(paid);
    assertThat(scenario.tells(reminded)).isEqualTo(once);
    assertThat(failureOf(scenario, day)).isEqualTo("2026-02-17: the story tells of no step");
    Scenario more = scenario.invoice("INV-2", "1.00 EUR", "2026-01-15", "2026-02-14");
    assertThat(failureOf(more, reminded)).isNotEmpty();
    scenario.customer(Customer.of("other")).calendar(BusinessCalendar.everyDay());
    assertThat(scenario.tells(reminded)).isEqualTo(once);
  }

  // policies that someone changed by mistake

  static Stream<Arguments> sabotages() {
    EscalationStep unasked = step("agency").at(daysPastDue(60)).take(referToAgency());
    return Stream.of(
        arguments(
            "approval removed",
            firm(DEMAND, unasked, "40.00", "70"),
            "2026-04-15: expected: agency waits for approval\n"
                + "2026-04-15: the story tells of no step"),
        arguments(
            "letter to e-mail",
            firm(demand(EMAIL, 10), AGENCY, "40.00", "70"),
            "2026-02-28: expected: demand with channel letter, not email"),
        arguments(
            "deadline of 10 days to 1",
            firm(demand(LETTER, 1), AGENCY, "40.00", "70"),
            "2026-02-28: expected: demand with deadline 2026-03-10, not 2026-03-01"),
        arguments(
            "settlement at 70 % to 10 %",
            firm(DEMAND, AGENCY, "40.00", "10"),
            "2026-03-16: expected: settlement with offer 98.00 EUR, not 14.00 EUR"),
        arguments(
            "fee of 40 to 400",
            firm(DEMAND, AGENCY, "400.00", "70"),
            "2026-02-28: expected: demand with charges 40.00 EUR, not 400.00 EUR"));
  }

  private static EscalationStep demand(Channel channel, int days) {
    return step("demand")
        .at(daysPastDue(14))
        .take(sendDemand(channel), assessCharges())
        .grants(calendarDays(days));
  }

  /** Nothing in it but what a story has to tell. */
  private static final StoryDay[] ALL_THE_WAY = {
    on("2026-02-17").takes("reminder", EMAIL),
    on("2026-02-28").takes("demand", LETTER).grants("2026-03-10").charges("40.00 EUR"),
    on("2026-03-16").takes("settlement", LETTER).offers("98.00 EUR"),
    on("2026-04-15").awaitsApproval("agency"),
    on("2026-04-20").approves("agency").takes("agency"),
    on("2026-05-20").pays("140.00 EUR").verdict(CLOSED)
  };

  @Test
  void aFirmPolicyIsToldAllTheWay() {
    firmStory().tells(ALL_THE_WAY);
    about(firm(demand(LETTER, 10), AGENCY, "40.00", "70")).tells(ALL_THE_WAY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sabotages")
  void aSabotagedPolicyIsFoundOut(String sabotage, DunningPolicy policy, String message) {
    assertThat(failureOf(about(policy), ALL_THE_WAY)).as(sabotage).isEqualTo(message);
  }
}
