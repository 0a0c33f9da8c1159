package io.dunning.compiled;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.Policies;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Balance;
import io.dunning.ledger.BankRecord;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompiledPolicyTest {
  private static boolean isCovered(PolicyDraft draft) {
    return CompiledPolicy.of(draft.build(), BusinessCalendar.weekends()) != null;
  }

  private static boolean isCovered(UnaryOperator<EscalationStep> change) {
    EscalationStep step = change.apply(step("one").at(daysPastDue(3)).take(sendReminder(EMAIL)));
    return isCovered(DunningPolicy.named("p").ladder(EscalationLadder.of(step)));
  }

  @Test
  void coversWhatMostPoliciesAsk() {
    assertThat(isCovered(Policies.draft())).isTrue();
    assertThat(isCovered(Policies.draft().per(AccountRules.Unit.ACCOUNT))).isTrue();
    assertThat(isCovered(Policies.draft().grace(businessDays(3)))).isTrue();
    assertThat(isCovered(Policies.draft().minimumAmount(eur("5.00")))).isTrue();
    assertThat(isCovered(Policies.draft().minimumDaysBetweenContacts(3))).isTrue();
    assertThat(isCovered(Policies.draft().brokenPromise(Resumption.atOnce()))).isTrue();
    assertThat(isCovered(Policies.draft().liveFrom(DunningDomain.START))).isTrue();
    assertThat(isCovered(s -> s.onlyIf(Condition.balanceMoreThan(eur("5.00"))))).isTrue();
    assertThat(isCovered(s -> s.needsApproval().addressedTo(PersonRole.OWNER))).isTrue();
    assertThat(isCovered(s -> s.at(Trigger.pastDue(businessDays(3))))).isTrue();
  }

  @Test
  void coversStepsThatAskForMoreUntilTheyAsk() {
    assertThat(isCovered(s -> s.onlyIf(Condition.daysPastDueAtLeast(3)))).isTrue();
    assertThat(isCovered(s -> s.requires(Condition.invoiceDelivered()))).isTrue();
    EscalationStep one = step("one").at(daysPastDue(3)).take(sendReminder(EMAIL));
    EscalationStep two =
        step("two").at(Trigger.after("one", calendarDays(9))).take(sendReminder(EMAIL));
    assertThat(isCovered(DunningPolicy.named("p").ladder(EscalationLadder.of(one, two)))).isTrue();
    assertThat(isCovered(s -> s.tone(Tone.FIRM, Condition.customerTagged("good")))).isTrue();
    assertThat(isCovered(Policies.draft().conduct(Conduct.under(ContactLaw.US_REG_F)))).isTrue();
    ChargeRules interest = ChargeRules.of(LateInterest.fixed(Percentage.percent("9")));
    assertThat(isCovered(Policies.draft().charges(interest))).isTrue();
  }

  @Test
  void leavesTheRestToTheReadableDecider() {
    assertThat(isCovered(Policies.draft().clock(DunningPolicy.Clock.STOPS))).isFalse();
    assertThat(isCovered(Policies.draft().brokenPromise(Resumption.at("notice")))).isFalse();
    assertThat(isCovered(Policies.draft().brokenPlan(Resumption.at("notice")))).isFalse();
    assertThat(isCovered(Policies.draft().thanksWithin(calendarDays(7)))).isFalse();
    ChargeRules chased = ChargeRules.NONE.onceSettled(ChargeRules.OnceSettled.CHASED);
    assertThat(isCovered(Policies.draft().charges(chased))).isFalse();
    assertThat(
            isCovered(Policies.draft().patience(Patience.UNLIMITED.atMost(2, Concession.PROMISE))))
        .isFalse();
    assertThat(isCovered(Policies.draft().holdWhile(Condition.partlyDisputed()))).isFalse();
    assertThat(
            isCovered(
                Policies.draft().per(AccountRules.Unit.ACCOUNT).credits(AccountRules.Credits.NET)))
        .isFalse();
    assertThat(isCovered(s -> s.at(Trigger.daysBeforeDue(3)))).isFalse();
    assertThat(isCovered(s -> s.at(Trigger.daysAfterInvoice(3)))).isFalse();
    assertThat(isCovered(s -> s.onlyIf(Condition.described("it rains", facts -> true)))).isFalse();
    assertThat(isCovered(Policies.draft().deliveryGivenUpAfter(calendarDays(7)))).isFalse();
    ChargeRules chargesFirst = ChargeRules.NONE.paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    assertThat(isCovered(Policies.draft().charges(chargesFirst))).isFalse();
    assertThat(
            CompiledPolicy.of(
                Policies.draft().grace(businessDays(3)).build(),
                BusinessCalendar.weekends()
                    .withHolidays(
                        List.of(),
                        new io.dunning.calendar.DateSpan(
                            DunningDomain.START, DunningDomain.START.plusDays(90)))))
        .isNull();
    assertThat(isCovered(Policies.draft().grace(calendarDays(3)))).isTrue();
  }

  private static Set<String> attributes(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Method each : type.getDeclaredMethods()) {
      boolean asks =
          Modifier.isPublic(each.getModifiers()) && !Modifier.isStatic(each.getModifiers());
      if (asks && each.getParameterCount() == 0) {
        names.add(each.getName());
      }
    }
    names.removeAll(Set.of("toString", "hashCode"));
    return names;
  }

  /**
   * Whoever adds a rule decides here whether the compiled policy covers it: if not, {@link
   * CompiledPolicy#of} has to refuse policies that use it.
   */
  @Test
  void knowsEveryRuleThatAPolicyCanHave() {
    assertThat(String.join(" ", attributes(DunningPolicy.class)))
        .isEqualTo(
            "account agreements charges clock endgame fingerprint grace holdWhile invariants ladder"
                + " leastSettledInvoices liveFrom minimumAmounts name outreach payments plans profileWindow"
                + " reopening riskModel settlement version warnings");
    assertThat(String.join(" ", attributes(AccountRules.class)))
        .isEqualTo("accountSteps credits documentLevel tolerance unit");
    assertThat(String.join(" ", attributes(AgreementRules.class)))
        .isEqualTo(
            "brokenPlan brokenPromise patience planCure promiseHoldsAllFrom promiseTolerance");
    assertThat(String.join(" ", attributes(PaymentRules.class)))
        .isEqualTo(
            "bankDataStaleAfter collectionAwaitedFor receiptsHold staleBankDataHoldsFrom"
                + " untilCollectionFailed");
    assertThat(String.join(" ", attributes(ReopeningRules.class))).isEqualTo("age steps");
    assertThat(String.join(" ", attributes(OutreachRules.class)))
        .isEqualTo(
            "conduct deliveryGivenUpAfter deliveryPresumedAfter minimumDaysBetweenContacts"
                + " minimumDaysBetweenSteps thanksWithin");
    assertThat(String.join(" ", attributes(EscalationLadder.class)))
        .isEqualTo("progression repeat steps");
    assertThat(String.join(" ", attributes(EscalationStep.class)))
        .isEqualTo(
            "actions addressees allowedDuring allowedWhileOverdue approvalNeeded approver channel"
                + " condition contactsCustomer deadline evenWhileOverdue fallbackChannels lapses"
                + " minimumAmounts minimumDaysSinceLastContact name needsApproval offersDiscount"
                + " offersSettlement performers prerequisites proposesPlan softerTone tone trigger");
    assertThat(Arrays.stream(Trigger.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactly(
            "BeforeDue",
            "PastDue",
            "EndOfMonthPastDue",
            "AfterInvoice",
            "AfterStep",
            "AfterDeadline");
  }

  /** Whoever adds a rule about charges decides here whether {@link ChargeMeter} knows it. */
  @Test
  void knowsEveryRuleAboutCharges() {
    assertThat(String.join(" ", attributes(ChargeRules.class)))
        .isEqualTo("cap fees inDispute interest isNone onceSettled order source");
    assertThat(String.join(" ", attributes(LateInterest.class)))
        .isEqualTo(
            "ceiling compounding dayCount fixedAtStart isAdditive margin minimums multiple perDays"
                + " period rateMode rateWords reference rounding tables");
    assertThat(String.join(" ", attributes(InterestPeriod.class)))
        .isEqualTo("afterGrace firstDay grace limit paymentDay");
  }

  /**
   * Whoever adds a rule of contact decides here whether it goes by the {@link CustomerGroups} where
   * nothing happened lately: {@link FreeDays} asks once for all customers of a group.
   */
  @Test
  void knowsEveryRuleOfContact() {
    assertThat(String.join(" ", attributes(Conduct.class)))
        .isEqualTo("collector debt lookBackDays otherwise rules");
    assertThat(Arrays.stream(ContactLimit.class.getPermittedSubclasses()))
        .extracting(CompiledPolicyTest::components)
        .containsExactlyInAnyOrder(
            "AtMost(contacts within counted per allCollectors channels exemptions perPerson)",
            "AfterConversation(days per perPerson)",
            "Hours(allowed channels roles)",
            "NotOnHolidays(channels)",
            "Notice(name receipt period before)",
            "NotWith(roles)",
            "CustomerWish()");
  }

  private static String components(Class<?> record) {
    return record.getSimpleName()
        + Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining(" ", "(", ")"));
  }

  private static String permitted(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Whoever adds a fact to a standing decides here whether {@link Packing} tells or refuses it. */
  @Test
  void knowsEveryFactThatAStandingCanHave() {
    assertThat(String.join(" ", attributes(Agreements.class)))
        .isEqualTo(
            "contestsIssuedThroughDay creditOwed deferredToDay dispute disputedMinor disputes"
                + " disputesByReason enforceableThroughDay heldThroughDay hold isDisputed isPromised"
                + " limitation offer offerThroughDay plan promise renegotiatedDay");
    assertThat(Arrays.stream(LedgerEvent.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "MoneyEvent",
            "ChargeEvent",
            "DisputeEvent",
            "AgreementEvent",
            "TermsEvent",
            "RestrictionEvent",
            "StepEvent",
            "DeliveryEvent",
            "BankEvent",
            "ContactEvent");
    assertThat(String.join(" ", attributes(Correspondence.class)))
        .isEqualTo(
            "addressFoundDay addressUnknownDay anyReturned arrivedDay closedChannelBits"
                + " deliveredOn lastAnswerDay lastContactDay lastRepliedOn latestReason"
                + " latestReasonDay latestReply undeliveredSince");
    assertThat(String.join(" ", attributes(BankRecord.class)))
        .isEqualTo(
            "bankDataDay candidates collectionPlannedDay failures lastFailureDay paymentMethod"
                + " plannedSinceDay");
    assertThat(String.join(" ", attributes(Balance.class)))
        .isEqualTo(
            "closedOn closure credit creditMinor discount due dueDay dueDaySinceReopening"
                + " instalments open openMinor paid recovered reopenedDay writtenOff");
    assertThat(String.join(" ", attributes(Standing.class)))
        .isEqualTo("agreements balance bank correspondence isAsBilled isRoutine steps");
    assertThat(String.join(" ", attributes(Customer.class)))
        .isEqualTo(
            "closedChannels country creditLimit facts id kind name persons segment tags waysToPay"
                + " wishes worth zones");
    assertThat(String.join(" ", attributes(StepsTaken.class))).isEqualTo("count");
  }

  /** Whoever adds an event decides here, too. */
  @Test
  void knowsEveryEventThatAnAccountCanHave() {
    assertThat(permitted(MoneyEvent.class))
        .isEqualTo(
            "ChargesPaid Credit DiscountReversed DiscountTaken PartWrittenOff Payment"
                + " PaymentReversed Refund Voided WriteOffReversed WrittenOff");
    assertThat(permitted(ChargeEvent.class))
        .isEqualTo("ChargeAssessed ChargeReinstated ChargeReversed ChargeWaived");
    assertThat(permitted(DisputeEvent.class)).isEqualTo("DisputeOpened DisputeResolved");
    assertThat(permitted(AgreementEvent.class))
        .isEqualTo(
            "FurtherGranted PlanAgreed PlanCancelled PromiseToPay PromiseWithdrawn"
                + " SettlementLapsed SettlementOffered");
    assertThat(permitted(TermsEvent.class))
        .isEqualTo(
            "Deferral LimitationResumed LimitationSet LimitationSuspended TermsRenegotiated");
    assertThat(permitted(RestrictionEvent.class))
        .isEqualTo("Hold HoldReleased Restricted RestrictionLifted");
    assertThat(permitted(StepEvent.class))
        .isEqualTo("StepApproved StepRefused StepTaken StepWithdrawn");
    assertThat(permitted(DeliveryEvent.class))
        .isEqualTo("AddressFound AddressUnknown DeliveryConfirmed DeliveryFailed");
    assertThat(permitted(BankEvent.class))
        .isEqualTo(
            "BankDataAsOf CandidateBooked CandidateReceipt CandidateRejected Collected"
                + " CollectionFailed CollectionPlanned PaidBy");
    assertThat(permitted(ContactEvent.class))
        .isEqualTo("Contact ContactInvited CustomerReplied NoticeGiven OptedIn OptedOut");
  }
}
