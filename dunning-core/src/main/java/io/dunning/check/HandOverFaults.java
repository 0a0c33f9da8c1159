package io.dunning.check;

import static io.dunning.check.PolicyFinding.error;
import static io.dunning.check.PolicyFinding.note;
import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.action.Channel;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds mistakes that show when a debt is handed over to an agency or a court, or afterwards. */
final class HandOverFaults {
  private final DunningPolicy policy;
  private final Shows shows;

  HandOverFaults(DunningPolicy policy, Shows shows) {
    this.policy = policy;
    this.shows = shows;
  }

  void took(Path path, int index, Account account) {
    EscalationStep step = policy.ladder().steps().get(index);
    Notice notice = noticeOf(path);
    if (!notice.without().isEmpty()
        && (canBeTold(path, index, account) || !policy.needsApproval(step))) {
      show(
          path,
          error(
              FindingKind.NOTICE_MISSING,
              Place.step(index),
              "step %s hands over %s before the customer got any notice of it"
                  .formatted(quoted(step), String.join(", ", notice.without()))));
    }
    tooEarly(path, index, notice);
    if (isOffered(path, account)) {
      show(
          path,
          warning(
              FindingKind.OFFER_OUTLIVES_HAND_OVER,
              Place.step(index),
              "step %s hands the debt over while an offer to settle stands"
                  .formatted(quoted(step))));
    }
  }

  /**
   * The customer had no time to pay. A hold can bring a notice and the hand-over together in many a
   * good policy, so without a deadline that is a note.
   */
  private void tooEarly(Path path, int index, Notice notice) {
    String when =
        "step %s hands the debt over on %s, although "
            .formatted(quoted(policy.ladder().steps().get(index)), path.day);
    FindingKind kind = FindingKind.NOTICE_NOT_WAITED_FOR;
    String place = Place.step(index);
    if (notice.deadline() != null && path.day.isBefore(notice.deadline())) {
      String until = "the customer has until %s to pay".formatted(notice.deadline());
      show(path, warning(kind, place, when + until));
    } else if (notice.latest() != null && notice.latest().day.equals(path.day)) {
      String asks =
          notice.latest() == path
              ? "it asks for payment only on that day"
              : "\"%s\" asked for payment only on that day"
                  .formatted(notice.latest().step.step().orElseThrow());
      boolean always = path.events == 0;
      show(path, always ? warning(kind, place, when + asks) : note(kind, place, when + asks));
    }
  }

  /** A step contacts the customer; an earlier step may have handed over or given up the debt. */
  void contacted(Path path, int index) {
    for (Path each = path.before; !each.isStart(); each = each.before) {
      if (each.event instanceof MoneyEvent.PaymentReversed) {
        return;
      }
      if (each.isStep() && each.concernsSame(path)) {
        int earlier = policy.ladder().indexOf(each.step.step().orElseThrow());
        EscalationStep done = policy.ladder().steps().get(earlier);
        if (earlier < index && StepKinds.isSevere(done)) {
          show(path, afterHandOver(index, policy.ladder().steps().get(index), done));
          return;
        }
      }
    }
  }

  /** A finding about a step that contacts the customer after another one is done with the debt. */
  static PolicyFinding afterHandOver(int index, EscalationStep step, EscalationStep done) {
    boolean offers = step.offersSettlement();
    return warning(
        offers ? FindingKind.OFFER_OUTLIVES_HAND_OVER : FindingKind.CONTACT_AFTER_HAND_OVER,
        Place.step(index),
        "step %s %s after %s has %s the debt%s"
            .formatted(
                quoted(step),
                offers ? "offers a settlement" : "contacts the customer",
                quoted(done),
                StepKinds.handsOver(done) ? "handed" : "written",
                StepKinds.handsOver(done) ? " over" : " off"));
  }

  /**
   * What the customer was told about a debt that is handed over.
   *
   * @param without the invoices of which no notice was given after they became due and before the
   *     hand-over, in their order
   * @param deadline the last day to pay of the latest letter that did not come back; null if none
   * @param latest the latest notice that did not come back, perhaps the hand-over itself; null if
   *     none
   */
  private record Notice(Set<String> without, LocalDate deadline, Path latest) {}

  /** The notice of the debts of the last step of a path, up to that step. */
  private static Notice noticeOf(Path path) {
    Set<String> without = new LinkedHashSet<>(path.about());
    Path latest = isNotice(path) ? path : null;
    LocalDate deadline = latest == null ? null : path.step.deadline().orElse(null);
    Set<String> cameBack = new HashSet<>();
    for (Path each = path.before; !each.isStart(); each = each.before) {
      if (each.event instanceof DeliveryEvent.DeliveryFailed failed) {
        if (each.invoice.isEmpty() || path.about().contains(each.invoice)) {
          failed.step().ifPresent(cameBack::add);
        }
      } else if (each.isStep() && each.concernsSame(path)) {
        boolean arrived = !cameBack.remove(each.step.step().orElseThrow());
        if (isNotice(each)) {
          each.about().forEach(without::remove);
          latest = latest == null && arrived ? each : latest;
        }
        deadline = deadline == null && arrived ? each.step.deadline().orElse(null) : deadline;
      }
    }
    return new Notice(without, deadline, latest);
  }

  /** Whether a step asks for payment of what is overdue. */
  private static boolean isNotice(Path path) {
    return StepKinds.givesNotice(path.step.actions()) && !path.step.overdue().isEmpty();
  }

  /**
   * Whether a channel of an earlier notice is open. If none is, and a person approved the step,
   * somebody has looked at the customer who cannot be reached.
   */
  private boolean canBeTold(Path path, int index, Account account) {
    Set<Channel> open = EnumSet.noneOf(Channel.class);
    for (EscalationStep each : policy.ladder().steps().subList(0, index)) {
      if (StepKinds.givesNotice(each.actions())) {
        each.channel().ifPresent(open::add);
        open.addAll(each.fallbackChannels());
      }
    }
    if (open.isEmpty()) {
      return true;
    }
    open.removeAll(account.customer().closedChannels());
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.event instanceof DeliveryEvent.DeliveryFailed failed) {
        failed.channel().ifPresent(open::remove);
      }
    }
    return !open.isEmpty();
  }

  private static boolean isOffered(Path path, Account account) {
    long day = path.day.toEpochDay();
    if (account.standingOn(day).agreements().offerThroughDay() >= day) {
      return true;
    }
    for (InvoiceHistory each : account.invoices()) {
      if (path.about().contains(each.invoice().number())
          && each.standingOn(day).agreements().offerThroughDay() >= day) {
        return true;
      }
    }
    return false;
  }

  private void show(Path path, PolicyFinding finding) {
    shows.show(path, path.day, finding);
  }
}
