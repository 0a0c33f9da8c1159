package io.dunning.compiled;

import static io.dunning.DunningDomain.START;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Policies and accounts near those that the compiled decider covers, and some beyond them; made
 * fast enough for millions of cases.
 */
public final class RandomPlay {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit USD = CurrencyUnit.of("USD");
  private static final List<String> STEPS = List.of("one", "two", "three", "four", "five", "old");

  private final Random random;

  public RandomPlay(long seed) {
    random = new Random(seed);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private LocalDate day(int from, int to) {
    return START.plusDays(from + random.nextInt(to - from + 1));
  }

  public BusinessCalendar calendar() {
    return oneIn(2) ? BusinessCalendar.everyDay() : BusinessCalendar.weekends();
  }

  private Days days(int count) {
    return oneIn(3) ? Days.businessDays(count) : Days.calendarDays(count);
  }

  /** A policy; steps that do not come in the order of their days make none. */
  public DunningPolicy policy() {
    while (true) {
      try {
        return anyPolicy();
      } catch (InvalidPolicyException e) {
        continue;
      }
    }
  }

  private DunningPolicy anyPolicy() {
    List<EscalationStep> steps = new ArrayList<>();
    int past = 0;
    int size = 1 + upTo(4);
    for (int i = 0; i < size; i++) {
      past += upTo(15);
      Trigger trigger = i > 0 && oneIn(40) ? anchored(i) : trigger(past);
      steps.add(refined(step(STEPS.get(i)).at(trigger).take(action(i)).grants(days(7))));
    }
    EscalationLadder ladder = EscalationLadder.of(steps);
    if (oneIn(12)) {
      ladder = ladder.repeatLastEvery(Days.calendarDays(1 + upTo(20)));
    }
    AccountRules.Unit unit = AccountRules.Unit.values()[upTo(2)];
    PolicyDraft draft = DunningPolicy.named("play").ladder(ladder).per(unit);
    distances(draft);
    if (oneIn(3)) {
      draft.grace(oneIn(8) ? Days.months(1) : days(upTo(9)));
    }
    if (oneIn(3)) {
      draft.minimumAmount(Money.ofMinor(upTo(9_000), EUR));
    }
    if (!oneIn(3)) {
      draft.holdWhile(hold());
    }
    if (oneIn(2)) {
      draft.accountSteps(AccountRules.AccountSteps.SINCE_DUE);
    }
    if (oneIn(5)) {
      draft.charges(charges());
    }
    if (oneIn(6)) {
      draft.conduct(conduct());
    }
    if (oneIn(40)) {
      draft.clock(DunningPolicy.Clock.STOPS);
    }
    return draft.build();
  }

  private Conduct conduct() {
    Conduct conduct =
        switch (upTo(5)) {
          case 0 -> Conduct.under(ContactLaw.courteous(1 + upTo(5)));
          case 1 -> Conduct.under(ContactLaw.KR_FAIR, workingHours().inForce(day(0, 100)));
          case 2 -> Conduct.under(workingHours());
          case 3 -> Conduct.under(ContactLaw.US_REG_F, noticed());
          default -> Conduct.under(ContactLaw.US_REG_F, ContactLaw.COURTEOUS_B2B);
        };
    conduct = oneIn(2) ? conduct.by(Jurisdiction.Collector.AGENCY) : conduct;
    return oneIn(4) ? conduct.otherwise(Conduct.Otherwise.NEXT_CHANNEL) : conduct;
  }

  private static ContactRules workingHours() {
    WeeklyHours hours = WeeklyHours.on(WeeklyHours.mondayToFriday(), "08:00", "18:00");
    return ContactRules.of("HOURS", ContactLimit.only(hours, Channel.EMAIL, Channel.PHONE))
        .within(Jurisdiction.country("US", "KR"))
        .invitationsLast(14);
  }

  private static ContactRules noticed() {
    return ContactRules.of(
        "NOTICE",
        new ContactLimit.Notice(
            "one", Days.calendarDays(3), Days.calendarDays(5), ContactLimit.Before.HANDOVER));
  }

  private ChargeRules charges() {
    ChargeRules interest = ChargeRules.of(oneIn(2) ? rates() : LateInterest.fixed(percent("9")));
    return oneIn(8)
        ? interest.paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL)
        : oneIn(2) ? interest : interest.with(LateFee.flat(Money.ofMinor(4_000, EUR)));
  }

  /** Rates that become unknown while somebody waits for charges. */
  private LateInterest rates() {
    LocalDate end = day(30, 400);
    ReferenceRates known =
        ReferenceRates.named("played").with(START.minusYears(1), end, percent("1"), "nobody");
    return LateInterest.floating(known, percent("8"));
  }

  private void distances(PolicyDraft draft) {
    if (oneIn(2)) {
      draft.brokenPromise(oneIn(10) ? Resumption.at("one") : Resumption.atOnce());
    }
    if (oneIn(3)) {
      draft.promiseTolerance(days(upTo(5)));
    }
    if (oneIn(3)) {
      draft.minimumDaysBetweenContacts(upTo(9));
    }
    if (oneIn(3)) {
      draft.minimumDaysBetweenSteps(upTo(12));
    }
    if (oneIn(6)) {
      draft.liveFrom(day(0, 90));
    }
  }

  private Trigger anchored(int place) {
    String before = STEPS.get(upTo(place - 1));
    return oneIn(2)
        ? Trigger.after(before, days(1 + upTo(9)))
        : Trigger.afterDeadlineOf(before, days(upTo(3)));
  }

  private Trigger trigger(int past) {
    return switch (upTo(11)) {
      case 0 -> Trigger.endOfMonthPastDue(Days.calendarDays(past));
      case 1, 2 -> Trigger.pastDue(Days.businessDays(past));
      case 3 -> Trigger.pastDue(Days.months(past / 15));
      default -> Trigger.daysPastDue(past);
    };
  }

  private DunningAction action(int place) {
    return switch (upTo(3)) {
      case 0 -> DunningAction.placeCall();
      case 1 -> DunningAction.referToAgency();
      default -> DunningAction.sendNotice(place + 1, Channel.EMAIL);
    };
  }

  private EscalationStep refined(EscalationStep step) {
    EscalationStep refined = step;
    if (oneIn(4)) {
      refined = refined.minimumAmount(Money.ofMinor(upTo(20_000), EUR));
    }
    if (oneIn(3)) {
      refined = refined.minimumDaysSinceLastContact(upTo(14));
    }
    if (oneIn(8)) {
      refined = refined.needsApproval();
    }
    if (oneIn(12)) {
      refined = refined.addressedTo(PersonRole.OWNER);
    }
    if (oneIn(5)) {
      Condition amount = amountCondition();
      refined = refined.onlyIf(oneIn(3) ? amount.or(amountCondition()) : amount);
    }
    if (oneIn(40)) {
      refined = refined.onlyIf(unknownCondition());
    }
    if (oneIn(8)) {
      refined = refined.orBy(Channel.LETTER);
    }
    if (oneIn(12)) {
      RiskBand[] bands = RiskBand.values();
      RiskBand one = bands[upTo(bands.length - 1)];
      Condition paysSo = Condition.customerIs(one, oneIn(2) ? one : RiskBand.SEVERE);
      refined = refined.tone(Tone.FIRM, paysSo);
    }
    return oneIn(30) ? asking(refined) : refined;
  }

  /** A step that asks more of an account than a row tells. */
  private EscalationStep asking(EscalationStep step) {
    return switch (upTo(2)) {
      case 0 -> step.requires(unknownCondition());
      case 1 -> step.tone(Tone.FIRM, unknownCondition());
      default -> step.performedBy(Performer.agency("sales"), unknownCondition());
    };
  }

  private Condition unknownCondition() {
    return switch (upTo(5)) {
      case 0 -> Condition.customerTagged("good");
      case 1 -> Condition.chargesAtLeast(Money.ofMinor(upTo(3_000), EUR));
      case 2 -> Condition.taken("one");
      case 3 -> Condition.daysPastDueAtLeast(upTo(60)).not();
      case 4 -> Condition.partlyDisputed();
      default -> Condition.daysPastDueAtLeast(upTo(60));
    };
  }

  private Condition amountCondition() {
    Money amount = Money.ofMinor(upTo(15_000), oneIn(6) ? USD : EUR);
    return switch (upTo(4)) {
      case 4 -> Condition.chargesAtLeast(Money.ofMinor(upTo(200), amount.currency()));
      case 0 -> Condition.balanceAtLeast(amount);
      case 1 -> Condition.overdueAtLeast(amount);
      case 2 -> Condition.balanceMoreThan(amount);
      default -> Condition.overdueMoreThan(amount);
    };
  }

  private Condition hold() {
    Condition claims =
        switch (upTo(5)) {
          case 0 -> Condition.disputeOpen();
          case 1 -> Condition.promiseActive();
          case 2 -> Condition.promiseActive().or(Condition.disputeOpen());
          case 3 -> Condition.settlementOffered().or(Condition.planActive());
          default -> Condition.disputeOpen().or(Condition.promiseActive());
        };
    return oneIn(12) ? Condition.never() : oneIn(2) ? Condition.overdue().and(claims) : claims;
  }

  public Account account() {
    List<InvoiceHistory> invoices = new ArrayList<>();
    CurrencyUnit currency = oneIn(8) ? USD : EUR;
    int size = oneIn(20) ? 0 : 1 + upTo(5);
    boolean ownSteps = oneIn(3);
    for (int i = 0; i < size; i++) {
      invoices.add(invoice("I" + i, oneIn(60) ? USD : currency, ownSteps));
    }
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = upTo(6); i > 0; i--) {
      events.add(event());
    }
    return Account.of(customer(), invoices, events);
  }

  private Customer customer() {
    Customer plain = placed(Customer.of("C"));
    if (oneIn(30)) {
      return plain.withPerson(ContactPerson.of("Anna", PersonRole.OWNER));
    }
    return oneIn(60) ? plain.without(Channel.EMAIL) : plain;
  }

  /** The customer of some kind, country and time zone. */
  public Customer placed(Customer customer) {
    Customer placed = customer;
    if (oneIn(4)) {
      placed = placed.ofKind(Customer.Kind.values()[upTo(2)]);
    }
    if (oneIn(4)) {
      placed = placed.inCountry(oneIn(2) ? "US" : oneIn(2) ? "KR" : "DE");
    }
    return oneIn(12) ? placed.inZone(ZoneId.of("America/New_York")) : placed;
  }

  private InvoiceHistory invoice(String number, CurrencyUnit currency, boolean ownSteps) {
    Money amount = Money.ofMinor(1 + upTo(9_000), currency);
    LocalDate issued = day(-20, 60);
    Invoice bill = Invoice.of(number, amount, issued, issued.plusDays(upTo(40)));
    List<LedgerEvent> events = new ArrayList<>();
    if (oneIn(6)) {
      events.add(new DisputeEvent.DisputeOpened(day(0, 70), "price"));
    }
    if (oneIn(12)) {
      DisputeEvent.Outcome outcome = DisputeEvent.Outcome.values()[upTo(2)];
      events.add(new DisputeEvent.DisputeResolved(day(30, 100), outcome, Optional.empty()));
    }
    if (oneIn(5)) {
      events.add(
          new MoneyEvent.Payment(day(0, 90), oneIn(2) ? amount : amount.minus(cent(amount))));
    }
    if (oneIn(50)) {
      events.add(new MoneyEvent.Payment(day(0, 90), amount.plus(amount)));
    }
    if (oneIn(120)) {
      events.add(new MoneyEvent.ChargesPaid(day(40, 100), cent(amount)));
    }
    if (ownSteps && oneIn(2)) {
      events.add(taken());
    }
    if (ownSteps && oneIn(4)) {
      events.add(taken());
      events.add(new StepEvent.StepWithdrawn(day(50, 100), STEPS.get(upTo(3))));
    }
    if (oneIn(40)) {
      events.add(rare());
    }
    return InvoiceHistory.of(bill, events);
  }

  private static Money cent(Money amount) {
    return Money.ofMinor(1, amount.currency());
  }

  private StepEvent.StepTaken taken() {
    Optional<Channel> channel = oneIn(2) ? Optional.empty() : Optional.of(Channel.EMAIL);
    return new StepEvent.StepTaken(day(0, 100), STEPS.get(upTo(5)), channel);
  }

  private LedgerEvent event() {
    LocalDate day = day(0, 100);
    return switch (upTo(24)) {
      case 0, 1 -> new AgreementEvent.PromiseToPay(day, Optional.empty(), day.plusDays(upTo(30)));
      case 2 -> new AgreementEvent.PromiseWithdrawn(day);
      case 3 -> new RestrictionEvent.Hold(day, "asked", Optional.of(day.plusDays(upTo(30))));
      case 4 -> new RestrictionEvent.HoldReleased(day);
      case 5 -> new ContactEvent.Contact(day, Channel.PHONE);
      case 6 -> oneIn(3) ? new RestrictionEvent.Hold(day, "open", Optional.empty()) : taken();
      case 7 -> oneIn(3) ? new DisputeEvent.DisputeOpened(day, "all") : taken();
      case 8 -> oneIn(3) ? rare() : taken();
      case 9 ->
          oneIn(2)
              ? new ContactEvent.CustomerReplied(day, "")
              : new ContactEvent.ContactInvited(day, Optional.of(day.plusDays(upTo(40))));
      case 10 -> oneIn(3) ? new StepEvent.StepWithdrawn(day, STEPS.get(upTo(3))) : taken();
      default -> taken();
    };
  }

  /** What is not packed, or only for some policies. */
  private LedgerEvent rare() {
    LocalDate day = day(0, 100);
    String step = STEPS.get(upTo(3));
    Money amount = Money.ofMinor(100, EUR);
    return switch (upTo(6)) {
      case 0 -> new StepEvent.StepApproved(day, step);
      case 1 -> new StepEvent.StepRefused(day, step);
      case 2 -> new AgreementEvent.PromiseToPay(day, Optional.empty(), day.plusDays(upTo(30)));
      case 3 -> new RestrictionEvent.Restricted(day, Restriction.INSOLVENCY, Optional.empty(), "");
      case 4 -> new DeliveryEvent.DeliveryFailed(day, Optional.of(step), Optional.empty());
      case 5 -> new DeliveryEvent.DeliveryConfirmed(day, Optional.of(step), Optional.empty());
      default -> new ContactEvent.Contact(day, Channel.EMAIL);
    };
  }

  public LocalDate day() {
    return oneIn(10) ? day(-20, 99) : day(80, 200);
  }
}
