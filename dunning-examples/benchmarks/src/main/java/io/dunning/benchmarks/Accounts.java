package io.dunning.benchmarks;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.benchmarks.Draws.AS_OF;
import static io.dunning.benchmarks.Draws.draw;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.invoiceNotDelivered;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.restricted;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.Jurisdiction;
import io.dunning.evaluation.AmountReason;
import io.dunning.evaluation.ContactReason;
import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepReason;
import io.dunning.evaluation.Verdict;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
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
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.portfolio.AccountRow;
import io.dunning.portfolio.Decisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** W3: accounts of 1 to 20 invoices, what was sent to them, and what comes next. */
final class Accounts {
  private static final int[] MIN_DAYS = {1, 7, 14, 21, 30, 45, 60, 90};
  private static final int[] CADENCE = {0, 5, 5, 5, 7, 10, 10, 14};
  private static final long[] MINIMUM = {0, 0, 0, 0, 0, 0, 5_000, 10_000};
  private static final int NONE = Integer.MIN_VALUE;

  /** An invoice as a hand-written program would hold it. */
  record PlainInvoice(int due, long open, boolean disputed) {}

  /** An account as a hand-written program would hold it. Days are epoch days, or the least int. */
  record PlainAccount(
      int currency,
      boolean hold,
      int promise,
      List<PlainInvoice> invoices,
      int[] sentOn,
      int lastContact) {}

  /** What comes next: the kind of answer, the rung, the next day. */
  record Answer(int kind, int rung, int nextDay) {
    /** Such as {@code 9,3,}. */
    @Override
    public String toString() {
      return kind + "," + rung + "," + (nextDay == NONE ? "" : LocalDate.ofEpochDay(nextDay));
    }
  }

  private Accounts() {}

  static PlainAccount plain(int a) {
    int worst = draw(4, a, 4, 100) < 50 ? 0 : 1 + draw(4, a, 5, 150);
    int count = 1 + draw(4, a, 0, 20);
    List<PlainInvoice> invoices = new ArrayList<>(count);
    for (int j = 0; j < count; j++) {
      long row = 32L * a + j;
      int late = worst == 0 ? -draw(5, row, 0, 31) : draw(5, row, 0, worst + 31) - 30;
      long open = draw(5, row, 1, 100) < 3 ? 0 : Draws.amount(5, row, 2);
      invoices.add(new PlainInvoice(AS_OF - late, open, draw(5, row, 4, 100) < 4));
    }
    int highest = 0;
    while (highest < 8 && MIN_DAYS[highest] <= worst) {
      highest++;
    }
    int[] sentOn = new int[Math.max(0, highest - draw(4, a, 6, 3))];
    int last = NONE;
    for (int k = 0; k < sentOn.length; k++) {
      sentOn[k] = Math.min(AS_OF, AS_OF - worst + MIN_DAYS[k] + draw(4, a, 9 + k, 4));
      last = Math.max(last, sentOn[k]);
    }
    if (draw(4, a, 7, 100) < 10) {
      last = Math.max(last, AS_OF - draw(4, a, 8, 10));
    }
    boolean promised = draw(4, a, 2, 100) < 8;
    return new PlainAccount(
        Draws.home(a),
        draw(4, a, 1, 100) < 2,
        promised ? AS_OF - 20 + draw(4, a, 3, 41) : NONE,
        invoices,
        sentOn,
        last);
  }

  /** The rival: the policy as hand-written if and else. */
  static Answer byHand(PlainAccount account) {
    if (account.hold) {
      return new Answer(1, 0, NONE);
    }
    long total = 0;
    int oldest = 0;
    boolean disputed = false;
    for (int i = 0; i < account.invoices.size(); i++) {
      PlainInvoice invoice = account.invoices.get(i);
      int late = AS_OF - invoice.due;
      if (late >= 1 && invoice.open > 0) {
        if (invoice.disputed) {
          disputed = true;
        } else {
          total += invoice.open;
          oldest = Math.max(oldest, late);
        }
      }
    }
    if (oldest == 0) {
      return new Answer(disputed ? 2 : 0, 0, NONE);
    }
    if (account.promise >= AS_OF) {
      return new Answer(3, 0, account.promise + 1);
    }
    if (total < (account.currency == 3 ? 1_500 : 1_000)) {
      return new Answer(4, 0, NONE);
    }
    int last = 0;
    for (int k = 0; k < account.sentOn.length; k++) {
      if (account.sentOn[k] >= AS_OF - oldest) {
        last = k + 1;
      }
    }
    if (last == 8) {
      return new Answer(5, 0, NONE);
    }
    int next = last + 1;
    if (oldest < MIN_DAYS[last]) {
      return new Answer(6, next, AS_OF - oldest + MIN_DAYS[last]);
    }
    if (total < MINIMUM[last]) {
      return new Answer(7, next, NONE);
    }
    int contact = account.lastContact;
    boolean broken =
        account.promise != NONE && account.promise < AS_OF && account.promise >= contact;
    if (contact != NONE && !broken && AS_OF - contact < CADENCE[last]) {
      return new Answer(8, next, contact + CADENCE[last]);
    }
    return new Answer(9, next, NONE);
  }

  /** The same policy as a value. */
  static DunningPolicy policy() {
    List<EscalationStep> steps = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      EscalationStep step =
          step(String.valueOf(k + 1))
              .at(daysPastDue(MIN_DAYS[k]))
              .take(sendNotice(k + 1, EMAIL))
              .minimumDaysSinceLastContact(CADENCE[k]);
      for (CurrencyUnit currency : Draws.CURRENCIES) {
        if (MINIMUM[k] > 0) {
          step = step.minimumAmount(Money.ofMinor(MINIMUM[k], currency));
        }
      }
      steps.add(step);
    }
    PolicyDraft draft =
        DunningPolicy.named("w3")
            .minimumDaysBetweenSteps(0)
            .ladder(EscalationLadder.of(steps))
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(overdue().and(disputeOpen().or(promiseActive())))
            .brokenPromise(Resumption.atOnce())
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE);
    for (CurrencyUnit currency : Draws.CURRENCIES) {
      draft.minimumAmount(Money.ofMinor(currency.code().equals("JPY") ? 1_500 : 1_000, currency));
    }
    return draft.build();
  }

  /** The same policy with one thing more to ask for. */
  static DunningPolicy variant(String name) {
    return switch (name) {
      case "plain" -> policy();
      case "conduct" -> conductPolicy();
      case "amount" ->
          varied(s -> s.onlyIf(Condition.balanceAtLeast(Money.ofMinor(0, Draws.CURRENCIES.get(0)))))
              .build();
      case "business" -> varied(s -> s).grace(Days.businessDays(1)).build();
      case "invoice" -> varied(s -> s).per(AccountRules.Unit.INVOICE).build();
      case "charges" ->
          varied(s -> s.onlyIf(Condition.chargesAtLeast(Money.ofMinor(0, Draws.CURRENCIES.get(0)))))
              .lateInterest(LateDebts.rule())
              .build();
      default -> throw new IllegalArgumentException("no such variant: " + name);
    };
  }

  private static PolicyDraft varied(UnaryOperator<EscalationStep> change) {
    DunningPolicy plain = policy();
    PolicyDraft draft =
        DunningPolicy.named("w3 varied")
            .minimumDaysBetweenSteps(0)
            .ladder(EscalationLadder.of(plain.ladder().steps().stream().map(change).toList()))
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(plain.holdWhile())
            .brokenPromise(Resumption.atOnce())
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE);
    plain.minimumAmounts().values().forEach(draft::minimumAmount);
    return draft;
  }

  /** The same policy with every further rule switched on; on these accounts they change nothing. */
  static DunningPolicy fullPolicy() {
    DunningPolicy plain = policy();
    List<EscalationStep> steps = new ArrayList<>();
    for (EscalationStep step : plain.ladder().steps()) {
      steps.add(
          step.orBy(Channel.LETTER, Channel.SMS)
              .tone(Tone.FIRM, customerTagged("good"))
              .requires(restricted(Restriction.INSOLVENCY).not(), invoiceNotDelivered().not())
              .onlyIf(askedForTime().not())
              .evenDuring(Restriction.HANDED_OVER));
    }
    PolicyDraft draft =
        DunningPolicy.named("w3 with all")
            .minimumDaysBetweenSteps(0)
            .version("1")
            .ladder(EscalationLadder.of(steps))
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(overdue().and(disputeOpen().or(promiseActive()).or(planActive())))
            .brokenPromise(Resumption.atOnce())
            .brokenPlan(Resumption.at("8"))
            .planCure(calendarDays(5))
            .credits(AccountRules.Credits.NET)
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE);
    plain.minimumAmounts().values().forEach(draft::minimumAmount);
    return draft.build();
  }

  /** The same policy under rules of contact, in a tone that goes by how the customer has paid. */
  static DunningPolicy conductPolicy() {
    DunningPolicy plain = policy();
    List<EscalationStep> steps = new ArrayList<>();
    for (EscalationStep step : plain.ladder().steps()) {
      steps.add(step.tone(Tone.FIRM, customerIs(RiskBand.PROMPT)));
    }
    PolicyDraft draft =
        DunningPolicy.named("w3 with conduct")
            .minimumDaysBetweenSteps(0)
            .ladder(EscalationLadder.of(steps))
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(plain.holdWhile())
            .brokenPromise(Resumption.atOnce())
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE)
            .conduct(
                Conduct.under(ContactLaw.US_REG_F, ContactLaw.COURTEOUS_B2B)
                    .by(Jurisdiction.Collector.AGENCY));
    plain.minimumAmounts().values().forEach(draft::minimumAmount);
    return draft.build();
  }

  static Account account(int id, PlainAccount plain) {
    CurrencyUnit currency = Draws.CURRENCIES.get(plain.currency);
    List<InvoiceHistory> histories = new ArrayList<>();
    for (int j = 0; j < plain.invoices.size(); j++) {
      PlainInvoice invoice = plain.invoices.get(j);
      LocalDate due = LocalDate.ofEpochDay(invoice.due);
      Invoice bill =
          Invoice.of(id + "-" + j, Money.ofMinor(invoice.open, currency), due.minusDays(30), due);
      histories.add(
          invoice.disputed
              ? InvoiceHistory.of(
                  bill, List.of(new DisputeEvent.DisputeOpened(due.minusDays(30), "")))
              : InvoiceHistory.of(bill));
    }
    return Account.of(Customer.of(String.valueOf(id)), histories, events(plain));
  }

  private static List<LedgerEvent> events(PlainAccount plain) {
    List<LedgerEvent> events = new ArrayList<>();
    if (plain.hold) {
      events.add(
          new RestrictionEvent.Hold(Draws.AS_OF_DATE.minusDays(1), "hold", Optional.empty()));
    }
    if (plain.promise != NONE) {
      LocalDate until = LocalDate.ofEpochDay(plain.promise);
      LocalDate made = LocalDate.ofEpochDay(Math.min(plain.promise, AS_OF) - 10L);
      events.add(new AgreementEvent.PromiseToPay(made, Optional.empty(), until));
    }
    int last = NONE;
    for (int k = 0; k < plain.sentOn.length; k++) {
      LocalDate on = LocalDate.ofEpochDay(plain.sentOn[k]);
      events.add(new StepEvent.StepTaken(on, RUNGS[k], Optional.of(Channel.EMAIL)));
      last = Math.max(last, plain.sentOn[k]);
    }
    if (plain.lastContact != last) {
      events.add(new ContactEvent.Contact(LocalDate.ofEpochDay(plain.lastContact), Channel.PHONE));
    }
    return events;
  }

  /** The same told in raw values to a row of a table. */
  static AccountRow tell(AccountRow row, PlainAccount plain) {
    CurrencyUnit currency = Draws.CURRENCIES.get(plain.currency);
    for (int i = 0; i < plain.invoices.size(); i++) {
      PlainInvoice invoice = plain.invoices.get(i);
      row.invoice(currency, invoice.open, invoice.due - 30L, invoice.due);
      if (invoice.disputed) {
        row.disputed(invoice.due - 30L);
      }
    }
    if (plain.hold) {
      row.hold(AS_OF - 1L);
    }
    if (plain.promise != NONE) {
      row.promise(Math.min(plain.promise, AS_OF) - 10L, plain.promise);
    }
    int last = NONE;
    for (int k = 0; k < plain.sentOn.length; k++) {
      row.step(RUNGS[k], plain.sentOn[k], Channel.EMAIL);
      last = Math.max(last, plain.sentOn[k]);
    }
    return plain.lastContact == last ? row : row.contact(plain.lastContact);
  }

  /** A decision of a table as an answer of the workload. */
  static Answer answer(Decisions decisions, int i) {
    int rung = decisions.stepPlace(i) + 1;
    int day = decisions.reviewOn(i).map(d -> (int) d.toEpochDay()).orElse(NONE);
    return switch (decisions.rule(i)) {
      case HELD ->
          switch (decisions.heldBy(i).orElseThrow()) {
            case DISPUTE -> new Answer(2, 0, NONE);
            case PROMISE -> new Answer(3, 0, day);
            default -> new Answer(1, 0, NONE);
          };
      case BELOW_MINIMUM -> new Answer(4, 0, NONE);
      case LADDER_DONE -> new Answer(5, 0, NONE);
      case TOO_EARLY -> new Answer(6, rung, day);
      case STEP_BELOW_MINIMUM -> new Answer(7, rung, NONE);
      case CONTACT_TOO_SOON -> new Answer(8, rung, day);
      default -> new Answer(decisions.verdict(i) == Verdict.ACT ? 9 : 0, rung, NONE);
    };
  }

  private static final String[] RUNGS = {"1", "2", "3", "4", "5", "6", "7", "8"};

  /** Our recommendation as an answer of the workload. */
  static Answer answer(Recommendation now) {
    int rung = now.step().or(now::waitsFor).map(Integer::parseInt).orElse(0);
    Reason why = now.reason();
    if (why instanceof HoldReason.OnHold) {
      return new Answer(1, 0, NONE);
    } else if (why instanceof HoldReason.Disputed) {
      return new Answer(2, 0, NONE);
    } else if (why instanceof HoldReason.Promised) {
      return new Answer(3, 0, day(now));
    } else if (why instanceof AmountReason.BelowMinimum) {
      return new Answer(4, 0, NONE);
    } else if (why instanceof StepReason.LadderDone) {
      return new Answer(5, 0, NONE);
    } else if (why instanceof StepReason.StepTooEarly) {
      return new Answer(6, rung, day(now));
    } else if (why instanceof AmountReason.StepBelowMinimum) {
      return new Answer(7, rung, NONE);
    } else if (why instanceof ContactReason.ContactTooSoon) {
      return new Answer(8, rung, day(now));
    }
    return new Answer(now.verdict() == Verdict.ACT ? 9 : 0, rung, NONE);
  }

  private static int day(Recommendation now) {
    return (int) now.reviewOn().orElseThrow().toEpochDay();
  }
}
