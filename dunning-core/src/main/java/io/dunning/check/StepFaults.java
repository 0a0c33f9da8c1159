package io.dunning.check;

import static io.dunning.check.PolicyFinding.note;
import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.StepReason;
import io.dunning.event.AgreementEvent;
import io.dunning.event.Concession;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Patience;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds mistakes that show when a step is taken. */
final class StepFaults {
  /** How long a customer who paid a part can expect to be left alone. */
  static final int JUST_PAID_DAYS = 7;

  private final DunningPolicy policy;

  private final BusinessCalendar calendar;

  /** Whether its closed days matter, because the author gave the calendar. */
  private final boolean closedDaysMatter;

  private final Shows shows;
  private final HandOverFaults handOverFaults;

  StepFaults(
      DunningPolicy policy, BusinessCalendar calendar, boolean closedDaysMatter, Shows shows) {
    this.policy = policy;
    this.calendar = calendar;
    this.closedDaysMatter = closedDaysMatter;
    this.shows = shows;
    handOverFaults = new HandOverFaults(policy, shows);
  }

  void took(Path path, int index, Account account) {
    EscalationStep step = policy.ladder().steps().get(index);
    boolean presses = step.contactsCustomer() || StepKinds.needsPerson(step);
    if (StepKinds.handsOver(step)) {
      handOverFaults.took(path, index, account);
    } else if (presses && isPlain(path)) {
      deadlines(path, index, step);
      if (step.contactsCustomer()) {
        spacing(path, index, step);
      }
    }
    if (presses) {
      chased(path, index, step, account);
    }
    if (step.contactsCustomer()) {
      contacted(path, index, step);
      handOverFaults.contacted(path, index);
    }
    path.step
        .deadline()
        .filter(d -> closedDaysMatter && !calendar.isBusinessDay(d))
        .ifPresent(
            d ->
                show(
                    path,
                    note(
                        FindingKind.DEADLINE_ON_CLOSED_DAY,
                        Place.of(index, "grants"),
                        "step %s asks for payment by %s, which is no business day"
                            .formatted(quoted(step), d))));
  }

  /** Whether nothing but the policy says when steps come: no event, and no letter about others. */
  private static boolean isPlain(Path path) {
    return path.events == 0 && path.debtor.account().invoices().size() == 1;
  }

  private void show(Path path, PolicyFinding finding) {
    shows.show(path, path.day, finding);
  }

  private void deadlines(Path path, int index, EscalationStep step) {
    for (Path each = path.before; !each.isStart(); each = each.before) {
      Optional<LocalDate> granted = each.isStep() ? each.step.deadline() : Optional.empty();
      if (granted.isPresent() && each.concernsSame(path) && path.day.isBefore(granted.get())) {
        int granting = policy.ladder().indexOf(each.step.step().orElseThrow());
        show(
            path,
            warning(
                FindingKind.DEADLINE_OUTLIVES_NEXT_STEP,
                Place.of(granting, "grants"),
                "step \"%s\" lets the customer pay until %s, but %s comes on %s"
                    .formatted(
                        each.step.step().orElseThrow(), granted.get(), quoted(step), path.day)));
        return;
      }
    }
  }

  /** The step before was late, and this one could have been taken when it came. */
  private void spacing(Path path, int index, EscalationStep step) {
    boolean spaced = policy.outreach().conduct().rules().isEmpty();
    Path last = lastContact(path);
    if (!spaced || last == null) {
      return;
    }
    boolean pushed =
        last.step.reason() instanceof StepReason.StepDue due && last.day.isAfter(due.reachedOn());
    boolean caught =
        path.step.reason() instanceof StepReason.StepDue due && !due.reachedOn().isAfter(last.day);
    int before = policy.ladder().indexOf(last.step.step().orElseThrow());
    if (pushed && caught && before < index && before > 0) {
      show(
          path,
          warning(
              FindingKind.SPACING_PAST_NEXT_STEP,
              Place.of(before, "at"),
              "the days between contacts delay \"%s\" to %s, when %s is already due"
                  .formatted(last.step.step().orElseThrow(), last.day, quoted(step))));
    }
  }

  private static Path lastContact(Path path) {
    for (Path each = path.before; !each.isStart(); each = each.before) {
      if (each.isStep() && each.step.channel().isPresent()) {
        return each;
      }
    }
    return null;
  }

  private void chased(Path path, int index, EscalationStep step, Account account) {
    for (InvoiceHistory each : account.invoices()) {
      if (!path.about().contains(each.invoice().number())) {
        continue;
      }
      Agreements agreed = each.standingOn(path.day).agreements();
      if (agreed.isDisputed() && isDisputedOnceCharged(each, path.day)) {
        show(
            path,
            warning(
                FindingKind.CHASED_WHILE_DISPUTED,
                "hold while",
                "step %s is taken although all of the invoice is disputed"
                    .formatted(quoted(step))));
      }
      chasedWhileAgreed(path, step, each, agreed);
    }
  }

  private void chasedWhileAgreed(
      Path path, EscalationStep step, InvoiceHistory history, Agreements agreed) {
    boolean promised =
        agreed
            .promise()
            .filter(p -> p.amount().isEmpty() && !p.until().isBefore(path.day))
            .isPresent();
    if (promised && !isKept(history, path.day) && isPatient(path, Concession.PROMISE)) {
      show(
          path,
          warning(
              FindingKind.CHASED_WHILE_PROMISED,
              "hold while",
              "step %s is taken although the customer promised to pay all by a later day"
                  .formatted(quoted(step))));
    }
    if (agreed.plan().isPresent()
        && PlanWorlds.isKept(policy, history, path.day, calendar)
        && isPatient(path, Concession.PLAN)) {
      String sentence =
          "step %s is taken although the customer keeps a payment plan".formatted(quoted(step));
      show(
          path,
          policy.plans().isPresent()
              ? warning(FindingKind.CHASED_WHILE_IN_PLAN, "hold while", sentence)
              : note(FindingKind.CHASED_WHILE_IN_PLAN, "hold while", sentence));
    }
  }

  /** Whether the latest promise is kept, such as one of which all is disputed. */
  private boolean isKept(InvoiceHistory history, LocalDate day) {
    List<PromiseOutcome> all =
        history.promises(day, policy.agreements().promiseTolerance(), calendar);
    return all.get(all.size() - 1).isKept();
  }

  /** Whether the policy was willing to wait for each promise, or each plan, so far. */
  private boolean isPatient(Path path, Concession kind) {
    Patience patience = policy.agreements().patience();
    Integer most = patience.counts().get(kind);
    boolean anyLength = !patience.days().containsKey(kind);
    return anyLength && (most == null || granted(path, kind) <= most);
  }

  private static int granted(Path path, Concession kind) {
    int count = 0;
    for (Path each = path; !each.isStart(); each = each.before) {
      boolean promise = each.event instanceof AgreementEvent.PromiseToPay;
      boolean plan = each.event instanceof AgreementEvent.PlanAgreed;
      count += kind == Concession.PROMISE && promise || kind == Concession.PLAN && plan ? 1 : 0;
    }
    return count;
  }

  /** Whether all is disputed of what the books call open: a payment may have paid charges first. */
  private boolean isDisputedOnceCharged(InvoiceHistory history, LocalDate day) {
    return policy.charges().isNone()
        || policy
            .charges()
            .posted(history, day, calendar)
            .standingOn(day)
            .agreements()
            .isDisputed();
  }

  private void contacted(Path path, int index, EscalationStep step) {
    for (Path each = path.before; !each.isStart(); each = each.before) {
      if (!each.day.equals(path.day)) {
        break;
      }
      if (each.isStep()
          && each.step.channel().isPresent()
          && !each.step.step().equals(path.step.step())) {
        show(
            path,
            note(
                FindingKind.TWO_CONTACTS_ON_ONE_DAY,
                Place.step(index),
                "the customer gets \"%s\" and %s on the same day"
                    .formatted(each.step.step().orElseThrow(), quoted(step))));
        break;
      }
    }
    if (step.offersSettlement()
        && InvariantWatch.paidSince(path, path.day.minusDays(JUST_PAID_DAYS))) {
      show(
          path,
          note(
              FindingKind.OFFER_TO_RECENT_PAYER,
              Place.step(index),
              "step %s offers a settlement to a customer who made a part payment in the %s days before"
                  .formatted(quoted(step), JUST_PAID_DAYS)));
    }
  }
}
