package io.dunning;

import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.AtMost;
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
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.RecoveryCurve;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** All generators: accounts with realistic and absurd histories, policies of every kind. */
public class DunningDomain extends DomainContextBase {
  private final boolean dense;

  /** Events lie anywhere in the play. */
  public DunningDomain() {
    this(false);
  }

  DunningDomain(boolean dense) {
    this.dense = dense;
  }

  public static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit USD = CurrencyUnit.of("USD");
  static final List<String> STEPS = List.of("one", "two", "three", "four", "five");

  private static final List<Reached> REACHED =
      List.of(
          Reached.UNKNOWN,
          Reached.NOBODY,
          Reached.ANOTHER_PERSON,
          Reached.RIGHT_PERSON,
          Reached.OWNER);

  /** A day of the play: about a year around the invoices. */
  @Provide
  public Arbitrary<LocalDate> days() {
    return upTo(-20, 240).map(START::plusDays);
  }

  @Provide
  public Arbitrary<Account> accounts() {
    Arbitrary<List<InvoiceHistory>> invoices =
        histories("I").list().ofMinSize(0).ofMaxSize(4).map(DunningDomain::numbered);
    return Combinators.combine(invoices, events(EUR, true, 5), tags())
        .as((all, own, customer) -> Account.of(customer, all, own));
  }

  @Provide
  public Arbitrary<InvoiceHistory> histories() {
    return histories("I");
  }

  private static Arbitrary<Integer> upTo(int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .withDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Customer> tags() {
    return Arbitraries.of(
        Customer.of("C"),
        Customer.of("C").tagged("key account"),
        Customer.of("C").inSegment("retail").with("country", "DE").without(Channel.EMAIL),
        Customer.of("C")
            .ofKind(Customer.Kind.CONSUMER)
            .inCountry("US")
            .inZone(ZoneId.of("America/New_York"))
            .inZone(ZoneId.of("America/Los_Angeles")),
        Customer.of("C")
            .ofKind(Customer.Kind.BUSINESS)
            .wishing(
                ContactWishes.NONE
                    .notDuring(new DateSpan(START.plusDays(40), START.plusDays(55)))
                    .notEveryYear("--03-28", "--04-05")
                    .notAt(WeeklyHours.on(List.of(DayOfWeek.TUESDAY), "00:00", "23:59"))));
  }

  private static List<InvoiceHistory> numbered(List<InvoiceHistory> all) {
    List<InvoiceHistory> numbered = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Invoice old = all.get(i).invoice();
      Invoice own = Invoice.of("I" + i, old.amount(), old.issued(), old.due());
      own = old.instalments().isEmpty() ? own : own.inInstalments(old.instalments());
      own = old.terms().isEmpty() ? own : own.onTerms(old.terms().get());
      numbered.add(InvoiceHistory.of(own, all.get(i).events()));
    }
    return numbered;
  }

  private Arbitrary<InvoiceHistory> histories(String number) {
    Arbitrary<CurrencyUnit> currencies =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(EUR)), Tuple.of(1, Arbitraries.just(USD)));
    return currencies.flatMap(
        currency ->
            Combinators.combine(
                    upTo(1, 100_000),
                    upTo(0, 60),
                    upTo(0, 45),
                    upTo(0, 9),
                    events(currency, false, 7))
                .as(
                    (amount, issued, net, parts, events) ->
                        InvoiceHistory.of(
                            invoice(number, Money.ofMinor(amount, currency), issued, net, parts),
                            events)));
  }

  /** Discounts so large and so long that the payments of the play often earn them. */
  private static final List<PaymentTerms> DISCOUNTS =
      List.of(
          PaymentTerms.net(30).discount(EarlyPaymentDiscount.of(percent("50"), 60).grace(3)),
          PaymentTerms.net(60)
              .discount(percent("60"), 30)
              .discount(EarlyPaymentDiscount.of(percent("30"), 90).proRata()),
          PaymentTerms.net(30).discount(percent("20"), 120));

  private static Invoice invoice(String number, Money amount, int issued, int net, int parts) {
    LocalDate from = START.plusDays(issued);
    Invoice whole = Invoice.of(number, amount, from, from.plusDays(net));
    whole = parts % 4 == 1 ? whole.onTerms(DISCOUNTS.get(parts / 4)) : whole;
    if (parts > 1 || amount.minorUnits() < 4) {
      return whole;
    }
    Money first = Money.ofMinor(amount.minorUnits() / 4, amount.currency());
    return whole.inInstalments(
        List.of(
            new Instalment(whole.due(), first),
            new Instalment(whole.due().plusDays(20), amount.minus(first))));
  }

  /** Kind, day, amount, details. */
  record Happening(int kind, int day, int amount, int more) {}

  /**
   * Events all over the play; if they shall be dense also within a month, or a few kinds of them
   * within ten days.
   */
  private Arbitrary<List<LedgerEvent>> events(CurrencyUnit currency, boolean ofAccount, int most) {
    int kinds = ofAccount ? 32 : 42;
    Arbitrary<Happening> happenings =
        Combinators.combine(upTo(0, kinds - 1), upTo(0, 180), upTo(0, 60_000), upTo(0, 40))
            .as(Happening::new);
    if (!dense) {
      return happenings.map(h -> event(h, currency, ofAccount)).list().ofMaxSize(most);
    }
    return Combinators.combine(upTo(0, 3), upTo(0, 170), happenings.list().ofMaxSize(most))
        .as(
            (how, first, all) ->
                all.stream()
                    .map(h -> event(closer(h, how, first, kinds), currency, ofAccount))
                    .toList());
  }

  private static Happening closer(Happening h, int how, int first, int kinds) {
    return switch (how) {
      case 2 -> new Happening(h.kind, first + h.day % 30, h.amount, h.more);
      case 3 -> {
        int kind = (first + h.kind % 5) % kinds;
        yield new Happening(kind, first + h.day % 10, h.amount, h.more);
      }
      default -> h;
    };
  }

  private static LedgerEvent event(Happening h, CurrencyUnit currency, boolean ofAccount) {
    int kind = h.kind;
    Money money = Money.ofMinor(h.amount, currency);
    LocalDate on = START.plusDays(h.day);
    if (kind > (ofAccount ? 27 : 35)) {
      return conduct(kind - (ofAccount ? 28 : 36), on, money, h.more);
    }
    return kind < 14 || kind > 27
        ? event(kind > 27 ? kind - 14 : kind, on, money, h.more)
        : dealing(kind - 14, on, money, h.more, ofAccount);
  }

  /** Events beyond money, steps, holds, disputes and promises. */
  private static LedgerEvent dealing(
      int kind, LocalDate day, Money amount, int more, boolean ofAccount) {
    Optional<String> step =
        ofAccount || more % 3 > 0 ? Optional.of(STEPS.get(more % 5)) : Optional.empty();
    Optional<Channel> channel =
        more % 4 == 0 ? Optional.empty() : Optional.of(Channel.values()[more % 3]);
    Restriction restriction = Restriction.values()[more % 5];
    return switch (kind) {
      case 0, 1 -> plan(day, amount, more);
      case 2 -> new AgreementEvent.PlanCancelled(day);
      case 3 -> new TermsEvent.Deferral(day, day.plusDays(Math.max(0, more - 3)));
      case 4 ->
          ofAccount
              ? new TermsEvent.Deferral(day, day.plusDays(more))
              : new TermsEvent.TermsRenegotiated(day, day.plusDays(more - 5L));
      case 5 -> new DeliveryEvent.DeliveryConfirmed(day, step, channel);
      case 6 -> new DeliveryEvent.DeliveryFailed(day, step, channel);
      case 7 -> new StepEvent.StepApproved(day, STEPS.get(more % 5));
      case 8 -> new StepEvent.StepRefused(day, STEPS.get(more % 5));
      case 9 ->
          new RestrictionEvent.Restricted(
              day,
              restriction,
              more % 4 == 0 ? Optional.empty() : Optional.of(day.plusDays(more)),
              "");
      case 10 -> new RestrictionEvent.RestrictionLifted(day, restriction);
      case 11 ->
          ofAccount
              ? new DisputeEvent.DisputeOpened(day, "quality")
              : new DisputeEvent.DisputeOpened(day, "quality", Optional.of(amount));
      case 12 ->
          new ContactEvent.Contact(
              day,
              Channel.values()[more % 6],
              ContactEvent.Direction.values()[more % 2],
              REACHED.get(more % 5));
      default ->
          new ContactEvent.CustomerReplied(
              day,
              Reply.values()[more % 5],
              more % 4 == 3 ? Optional.empty() : Optional.of(NonpaymentReason.values()[more % 3]),
              "");
    };
  }

  /** Events that rules of contact and settlements ask for; the last two need an invoice. */
  private static LedgerEvent conduct(int kind, LocalDate day, Money amount, int more) {
    Channel channel = Channel.values()[more % 6];
    return switch (kind) {
      case 0 ->
          new ContactEvent.ContactInvited(
              day, more % 3 == 0 ? Optional.empty() : Optional.of(day.plusDays(more % 9)));
      case 1 ->
          more % 3 == 0
              ? new ContactEvent.OptedIn(day, channel)
              : more % 3 == 1
                  ? new ContactEvent.OptedOut(day, channel)
                  : new ContactEvent.NoticeGiven(day, STEPS.get(0));
      case 2 ->
          new ContactEvent.Contact(
                  day,
                  more % 2 == 0 ? Channel.PHONE : channel,
                  ContactEvent.Direction.values()[more % 5 / 4],
                  Reached.values()[more % 7])
              .by(more % 4 == 0 ? "an agency" : "")
              .withPurpose(ContactEvent.Purpose.values()[more % 4]);
      case 3 ->
          new AgreementEvent.PlanAgreed(
              day,
              List.of(
                  new Instalment(
                      day.plusDays(more),
                      Money.ofMinor(1 + amount.minorUnits() / 9, amount.currency()))),
              true);
      case 4 ->
          new AgreementEvent.SettlementOffered(day, amount, day.plusDays(Math.max(0, more - 2)));
      default -> new AgreementEvent.SettlementLapsed(day);
    };
  }

  private static LedgerEvent plan(LocalDate day, Money amount, int more) {
    Money part = Money.ofMinor(1 + amount.minorUnits() / 3, amount.currency());
    return new AgreementEvent.PlanAgreed(
        day,
        List.of(
            new Instalment(day.plusDays(more), part),
            new Instalment(day.plusDays(more + 15L), part),
            new Instalment(day.plusDays(more + 40L), part)),
        false,
        day.minusDays(more % 3 == 0 ? more : 0));
  }

  private static LedgerEvent event(int kind, LocalDate day, Money amount, int more) {
    return switch (kind) {
      case 0, 1 -> new StepEvent.StepTaken(day, STEPS.get(more % 5), Optional.empty());
      case 2 -> new MoneyEvent.Payment(day, amount);
      case 3 -> new MoneyEvent.PaymentReversed(day, amount);
      case 4 -> new DisputeEvent.DisputeOpened(day, "wrong price").withId("D" + more % 3);
      case 5 -> resolved(day, more);
      case 6 ->
          new AgreementEvent.PromiseToPay(
              day, Optional.empty(), day.plusDays(Math.max(0, more - 3)));
      case 7 -> new AgreementEvent.PromiseToPay(day, Optional.of(amount), day.plusDays(more));
      case 8 -> new AgreementEvent.PromiseWithdrawn(day);
      case 9 -> new RestrictionEvent.Hold(day, "asked", Optional.of(day.plusDays(more)));
      case 10 -> new RestrictionEvent.HoldReleased(day);
      case 11 -> new StepEvent.StepWithdrawn(day, STEPS.get(more % 5));
      case 12 -> new ContactEvent.Contact(day, Channel.PHONE);
      case 13 ->
          more == 0
              ? new RestrictionEvent.Hold(day, "open", Optional.empty())
              : new ContactEvent.CustomerReplied(day, "");
      case 14 ->
          more % 5 == 0
              ? new MoneyEvent.DiscountTaken(day, amount)
              : new MoneyEvent.Credit(day, amount);
      case 15 ->
          more % 5 == 0
              ? new MoneyEvent.DiscountReversed(day, amount)
              : new MoneyEvent.Refund(day, amount);
      case 16 -> more < 5 ? new MoneyEvent.WrittenOff(day) : new MoneyEvent.Payment(day, amount);
      default -> more < 5 ? new MoneyEvent.Voided(day) : new MoneyEvent.Payment(day, amount);
    };
  }

  /** The end of the latest dispute, or of one that may not exist. */
  private static LedgerEvent resolved(LocalDate day, int more) {
    return new DisputeEvent.DisputeResolved(
        day,
        DisputeEvent.Outcome.values()[more % 3],
        more % 5 == 0 ? Optional.of("D" + more % 3) : Optional.empty());
  }

  @Provide
  public Arbitrary<BusinessCalendar> calendars() {
    return Arbitraries.of(
        BusinessCalendar.everyDay(),
        BusinessCalendar.weekends(),
        BusinessCalendar.weekends()
            .withHolidays(
                List.of(START.plusDays(33), START.plusDays(75)),
                new DateSpan(START.minusDays(30), START.plusDays(120))));
  }

  @Provide
  public Arbitrary<DunningPolicy> policies() {
    return Combinators.combine(
            stepSpecs().list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.of(Progression.class),
            Arbitraries.of(AccountRules.Unit.class),
            upTo(0, 1023),
            upTo(0, 9),
            upTo(0, 255))
        .as(DunningDomain::policy);
  }

  /** Trigger kind, distance, condition, options. */
  record Spec(int trigger, int days, int condition, int options) {}

  private static Arbitrary<Spec> stepSpecs() {
    return Combinators.combine(upTo(0, 9), upTo(0, 30), upTo(0, 35), upTo(0, 127)).as(Spec::new);
  }

  private static final ChargeRules CHARGES =
      ChargeRules.of(LateInterest.fixed(Percentage.percent("11.27")))
          .with(LateFee.flat(Money.eur("40.00")).oncePerInstalment())
          .capped(ChargeCap.of(Percentage.percent("7")))
          .inDispute(ChargeRules.InDispute.PAUSE);

  private static final SettlementRule SETTLEMENT =
      SettlementRule.lumpSum(Percentage.percent("80"))
          .fromDaysPastDue(15)
          .laterShare(Percentage.percent("55"), 40)
          .floor(Percentage.percent("40"))
          .upTo(Money.eur("400.00"))
          .fromRisk(Percentage.percent("40"))
          .approvalBelow(Percentage.percent("60"), "the boss")
          .notAgainWithin(20);

  private static final EndgameRule ENDGAME =
      EndgameRule.standard()
          .with(EndgameRule.terms(Route.KEEP_ASKING, "80", "0", 3, Money.eur("20.00")))
          .curve(RecoveryCurve.of("play").with(0, "95").with(1, "90").with(3, "30").with(6, "5"));

  /** Rules of contact of every kind. */
  public static final List<Conduct> CONDUCTS =
      List.of(
          Conduct.under(ContactRules.of("week", ContactLimit.atMost(1, Period.ofDays(7))))
              .otherwise(Conduct.Otherwise.NEXT_CHANNEL),
          Conduct.under(ContactLaw.US_REG_F)
              .by(Jurisdiction.Collector.AGENCY)
              .otherwise(Conduct.Otherwise.NEXT_CHANNEL),
          Conduct.under(
                  ContactRules.of(
                      "odd",
                      ContactLimit.only(
                          WeeklyHours.on(
                              List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00", "17:00"),
                          Channel.PHONE),
                      ContactLimit.notOnHolidays(),
                      new ContactLimit.AfterConversation(5, ContactLimit.Per.CUSTOMER),
                      ContactLimit.atMost(2, Period.ofMonths(1))
                          .counting(AtMost.Counted.CONTACTS)
                          .per(ContactLimit.Per.DEBT)))
              .otherwise(Conduct.Otherwise.NEXT_CHANNEL),
          Conduct.under(
              ContactRules.of(
                      "later",
                      ContactLimit.atMost(1, Period.ofDays(12)),
                      new ContactLimit.Notice(
                          STEPS.get(0),
                          businessDays(2),
                          calendarDays(5),
                          ContactLimit.Before.HANDOVER))
                  .inForce(START.plusDays(60)),
              ContactLaw.COURTEOUS_B2B));

  private static DunningPolicy policy(
      List<Spec> specs,
      Progression progression,
      AccountRules.Unit unit,
      int flags,
      int number,
      int more) {
    List<EscalationStep> steps = new ArrayList<>();
    int past = 0;
    boolean anyPast = false;
    for (int i = 0; i < specs.size(); i++) {
      Spec spec = specs.get(i);
      EscalationStep step =
          spec.options() % 16 == 9
              ? step(STEPS.get(i)).take(action(i, spec), assessCharges())
              : step(STEPS.get(i)).take(action(i, spec));
      Days days = spec.options() % 4 == 0 ? businessDays(spec.days()) : calendarDays(spec.days());
      Trigger trigger;
      if (spec.trigger() == 0 && !anyPast && i == 0) {
        trigger = Trigger.daysBeforeDue(spec.days());
      } else if (spec.trigger() == 1) {
        trigger = Trigger.daysAfterInvoice(spec.days());
      } else if (spec.trigger() == 2 && i > 0) {
        trigger = Trigger.after(STEPS.get(i - 1), days);
      } else if (spec.trigger() == 3 && i > 0) {
        trigger = Trigger.afterDeadlineOf(STEPS.get(i - 1), days);
      } else if (spec.trigger() == 4 && spec.options() % 3 == 0) {
        trigger = Trigger.endOfMonthPastDue(days);
      } else if (spec.trigger() == 4) {
        trigger = Trigger.pastDue(businessDays(spec.days()));
      } else {
        past += spec.days();
        anyPast = true;
        trigger = Trigger.daysPastDue(past);
      }
      step = step.at(trigger).grants(calendarDays(spec.days() / 2));
      step = step.onlyIf(condition(spec.condition(), spec.days(), specs.size()));
      step = refined(step, spec, specs.size());
      if (spec.options() % 8 == 1) {
        step = step.minimumAmount(Money.eur("250.00"));
      }
      if (spec.options() % 8 == 2) {
        step = step.minimumDaysSinceLastContact(spec.days());
      }
      steps.add(step);
    }
    EscalationLadder ladder = EscalationLadder.of(steps).progression(progression);
    if (flags % 4 == 0) {
      ladder = ladder.repeatLastEvery(calendarDays(1 + number));
    }
    PolicyDraft draft = DunningPolicy.named("generated").ladder(ladder).per(unit);
    if ((flags & 4) != 0) {
      draft.grace((flags & 8) != 0 ? calendarDays(number) : businessDays(number));
    }
    if ((flags & 16) != 0) {
      draft.minimumDaysBetweenContacts(number);
    }
    if ((flags & 48) == 48) {
      draft.minimumDaysBetweenSteps(number * 2);
    }
    if (more % 16 == 7) {
      draft.liveFrom(START.plusDays(more));
    }
    if ((flags & 32) != 0) {
      draft.minimumAmount(Money.eur("120.00"));
    }
    if ((flags & 64) != 0) {
      draft.clock(DunningPolicy.Clock.STOPS);
    }
    if ((flags & 128) != 0) {
      draft.brokenPromise(Resumption.atOnce()).promiseTolerance(businessDays(number / 2));
    }
    if ((flags & 256) != 0) {
      draft
          .reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL)
          .reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN);
    }
    if ((flags & 512) != 0) {
      draft.accountSteps(AccountRules.AccountSteps.SINCE_DUE);
    }
    if ((flags & 5) == 5) {
      draft.deliveryPresumedAfter((more & 1) == 0 ? businessDays(number) : calendarDays(9));
    }
    if ((flags & 3) == 3) {
      draft.promiseHoldsAllFrom(Percentage.percent(String.valueOf(10 * number + 10)));
    }
    if ((more & 1) != 0) {
      draft.planCure((more & 2) != 0 ? calendarDays(number) : businessDays(2));
    }
    if ((more & 6) == 6) {
      draft.brokenPromise(Resumption.at(STEPS.get(specs.size() - 1)));
    }
    if ((more & 24) == 8) {
      draft.brokenPlan(Resumption.at(STEPS.get(specs.size() / 2)));
    } else if ((more & 24) == 16) {
      draft.brokenPlan(Resumption.atOnce());
    }
    if (unit != AccountRules.Unit.INVOICE) {
      draft.documentLevel(AccountRules.DocumentLevel.values()[(more >> 5) % 3]);
      draft.credits(AccountRules.Credits.values()[(more >> 7) % 2]);
    }
    if (number == 4 || specs.stream().anyMatch(s -> s.condition() > 21)) {
      draft.charges(CHARGES);
    }
    if (number == 1
        || number == 6
        || specs.stream().anyMatch(s -> s.condition() > 23 || s.options() % 32 == 7)) {
      draft.settlement(SETTLEMENT).endgame(ENDGAME);
    }
    if (number == 3 || number == 5) {
      draft.profileWindow(calendarDays(30 + more));
    }
    draft.leastSettledInvoices(number == 3 ? 2 : 1);
    if (number == 2 || number == 5) {
      draft.conduct(CONDUCTS.get(more % CONDUCTS.size()));
    }
    if (number == 6) {
      draft.holdWhile(condition(more, number, specs.size()).or(Condition.promiseActive()));
    }
    if (number == 7) {
      draft.holdWhile(
          Condition.overdue().and(Condition.disputeOpen().or(Condition.promiseActive())));
    }
    if (number == 8) {
      draft.holdWhile(
          Condition.balanceAtLeast(Money.eur("100.00"))
              .and(Condition.daysPastDueAtLeast(20).not()));
    }
    return draft.build();
  }

  private static EscalationStep refined(EscalationStep step, Spec spec, int steps) {
    EscalationStep refined = step;
    if (spec.options() % 11 == 3) {
      refined = refined.requires(condition(spec.condition() + 7, spec.days(), steps));
    }
    if (spec.options() % 13 == 6) {
      refined = refined.evenWhileOverdue();
    }
    if (spec.options() % 7 == 5) {
      refined = refined.needsApproval();
    }
    if (spec.options() % 5 == 4) {
      refined = refined.evenDuring(Restriction.INSOLVENCY, Restriction.HANDED_OVER);
    }
    if (spec.options() % 6 == 2 && step.channel().isPresent()) {
      refined =
          refined
              .orBy(Channel.LETTER, Channel.SMS)
              .tone(Tone.FIRM, condition(spec.condition() + 3, spec.days(), steps));
    }
    return refined;
  }

  private static DunningAction action(int i, Spec spec) {
    if (spec.options() % 32 == 7) {
      return DunningAction.offerSettlement(Channel.LETTER);
    }
    return switch (spec.options() % 3) {
      case 0 -> placeCall();
      case 1 -> referToAgency();
      default -> sendNotice(i + 1, Channel.EMAIL);
    };
  }

  private static Condition condition(int number, int days, int steps) {
    int kind = number % 36;
    String step = STEPS.get(days % steps);
    return switch (kind) {
      case 15 -> Condition.planActive().or(Condition.planBroken());
      case 16 -> Condition.planBroken().not();
      case 17 -> Condition.partlyDisputed();
      case 18 -> Condition.restricted(Restriction.HANDED_OVER).not();
      case 19 -> Condition.taken(step).or(Condition.daysPastDueAtLeast(days));
      case 20 -> Condition.daysSince(days, step);
      case 21 -> Condition.delivered(step).or(Condition.invoiceDelivered());
      case 22 -> Condition.reached(Reached.RIGHT_PERSON);
      case 23 -> Condition.unansweredAttemptsAtLeast(1);
      case 24 -> Condition.repliedSince(step);
      case 25 -> Condition.askedForTime().not();
      case 26 -> Condition.customerInSegment("retail").and(Condition.customerFact("country", "DE"));
      case 27 -> Condition.disputedFor("qual").not();
      case 28 ->
          Condition.restricted(Restriction.BREATHING_SPACE).or(Condition.invoiceNotDelivered());
      case 0 -> Condition.overdueAtLeast(Money.eur("200.00"));
      case 1 -> Condition.balanceAtLeast(Money.eur("300.00")).not();
      case 2 -> Condition.daysPastDueAtLeast(days);
      case 3 -> Condition.overdueInvoicesAtLeast(2);
      case 4 -> Condition.brokenPromisesAtLeast(1);
      case 5 -> Condition.customerTagged("key account").or(Condition.daysPastDueAtLeast(days));
      case 6 ->
          Condition.brokenPromisesAtLeast(1)
              .not()
              .and(Condition.overdueAtLeast(Money.eur("50.00")));
      case 7 -> Condition.promiseActive().or(Condition.disputeOpen()).not();
      case 30 -> Condition.customerIs(RiskBand.PROMPT, RiskBand.UNKNOWN).not();
      case 31 -> Condition.lateRatioAtLeast(Percentage.percent("50"));
      case 32 -> Condition.riskAtLeast(Percentage.percent("70"));
      case 33 -> Condition.averageDaysLateMoreThan(3).or(Condition.settlementOffered());
      case 34 -> Condition.worthMost(days % 2 == 0 ? Route.AGENCY : Route.SETTLE);
      case 35 -> Condition.worthMost(Route.KEEP_ASKING).or(Condition.settlementPossible());
      case 29 -> Condition.chargesAtLeast(Money.eur(days % 2 == 0 ? "41.50" : "6.00"));
      default -> Condition.always();
    };
  }

  /** A ladder of notices, each so many days past the one before, climbed or caught up with. */
  public static DunningPolicy plainLadder(List<Integer> distances, int gap, boolean catchUp) {
    List<EscalationStep> steps = new ArrayList<>();
    int past = 0;
    for (int distance : distances) {
      past += distance;
      steps.add(
          step("s" + steps.size())
              .at(Trigger.daysPastDue(past))
              .take(sendNotice(steps.size() + 1, Channel.EMAIL)));
    }
    return DunningPolicy.named("plain")
        .ladder(
            EscalationLadder.of(steps)
                .progression(catchUp ? Progression.CATCH_UP : Progression.CLIMB))
        .minimumDaysBetweenContacts(gap)
        .build();
  }
}
