package io.dunning.check;

import static io.dunning.check.PolicyFinding.error;
import static io.dunning.check.PolicyFinding.note;
import static io.dunning.check.PolicyFinding.warning;

import io.dunning.evaluation.AmountReason;
import io.dunning.evaluation.ContactReason;
import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.StepReason;
import io.dunning.evaluation.Verdict;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.sentence.SentenceException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds mistakes that show when a debt waits, or is held, and nothing changes any more. */
final class WaitFaults {
  /** What can end by an event of the customer's, or is a decision about certain customers. */
  private static final Set<Topic> MAY_LAST =
      EnumSet.of(
          Topic.TAG,
          Topic.SEGMENT,
          Topic.COUNTRY,
          Topic.FACT,
          Topic.BEHAVIOUR,
          Topic.DESCRIBED,
          Topic.DISPUTE,
          Topic.RESTRICTION,
          Topic.INVOICE_DELIVERY,
          Topic.ADDRESS,
          Topic.COLLECTION,
          Topic.LIMITATION,
          Topic.NOTHING);

  /** What customers are; no day changes that. */
  private static final Set<Topic> CLASS =
      EnumSet.of(Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.BEHAVIOUR);

  /** What neither an event nor a person's note about the customer brings about. */
  private static final Set<Topic> SETTLED =
      EnumSet.of(Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.DEBT, Topic.STEP);

  /** What nobody records: it is what it is, or days change it. */
  private static final Set<Topic> NOT_RECORDED =
      EnumSet.of(
          Topic.TAG,
          Topic.SEGMENT,
          Topic.COUNTRY,
          Topic.DEBT,
          Topic.STEP,
          Topic.LIMITATION,
          Topic.DESCRIBED,
          Topic.NOTHING);

  /** How long a ladder may wait for a limit of contact. */
  private static final int STALLED_DAYS = 90;

  private final DunningPolicy policy;
  private final Shows shows;

  WaitFaults(DunningPolicy policy, Shows shows) {
    this.policy = policy;
    this.shows = shows;
  }

  void ended(Path path, LocalDate day, Account account, Recommendation last) {
    if (last.reason() instanceof ContactReason.ContactNotAllowed stopped) {
      stalled(path, day, last, stopped);
    }
    if (last.reviewOn().isPresent()) {
      return;
    }
    if (last.verdict() == Verdict.HOLD && last.reason() instanceof HoldReason.HeldWhile held) {
      held(path, day, held.condition());
    } else if (last.reason() instanceof AmountReason.StepBelowMinimum below) {
      belowMinimum(path, day, below);
    } else if (last.reason() instanceof StepReason.PrerequisiteMissing missing) {
      if (isReached(path, account)) {
        missing(path, day, missing, isUnheardOf(path, last));
      }
    } else if (last.rule() == Rule.LADDER_DONE && path.events == 0) {
      leftAlone(path, day, account, last);
    }
  }

  private void stalled(
      Path path, LocalDate day, Recommendation last, ContactReason.ContactNotAllowed stopped) {
    LocalDate most = day.plusDays(STALLED_DAYS);
    if (last.reviewOn().filter(d -> !d.isAfter(most)).isEmpty()) {
      shows.show(
          path,
          day,
          warning(
              FindingKind.CONTACT_LIMIT_STALLS,
              "conduct",
              "the ladder stops for more than %s days: %s".formatted(STALLED_DAYS, stopped)));
    }
  }

  private void held(Path path, LocalDate day, String condition) {
    if (isNeverLeft(path, condition)) {
      shows.show(
          path,
          day,
          error(
              FindingKind.HOLD_NEVER_ENDS,
              "hold while",
              "the debt is held because of \"%s\", and no day ends that".formatted(condition)));
    }
  }

  /** Whether a part of what holds lasts, and holds not only customers that the author names. */
  private boolean isNeverLeft(Path path, String condition) {
    for (Condition part : ConditionParts.of(policy.holdWhile())) {
      if (part.toString().equals(condition)) {
        Topic topic = ConditionParts.mentions(part).get(0).topic();
        return !part.needs().failsForPlainInvoices() && !MAY_LAST.contains(topic);
      }
    }
    Customer customer = path.debtor.account().customer();
    boolean plain = path.events == 0 && customer.equals(Customer.of(customer.id()));
    return plain && asksOnlyWhoSomebodyIs(condition);
  }

  private static boolean asksOnlyWhoSomebodyIs(String condition) {
    try {
      return asksOnlyWhoSomebodyIs(Condition.parse(condition));
    } catch (SentenceException e) {
      return false;
    }
  }

  private static boolean asksOnlyWhoSomebodyIs(Condition condition) {
    return ConditionParts.mentions(condition).stream().allMatch(m -> CLASS.contains(m.topic()));
  }

  private void belowMinimum(Path path, LocalDate day, AmountReason.StepBelowMinimum below) {
    int index = policy.ladder().indexOf(below.step());
    if (index < policy.ladder().steps().size() - 1) {
      shows.show(
          path,
          day,
          warning(
              FindingKind.MINIMUM_BLOCKS_LADDER,
              Place.of(index, "minimum amount"),
              "a debt of %s is below the minimum of step \"%s\" and never reaches the steps after it"
                  .formatted(below.overdue(), below.step())));
    }
  }

  /** Whether nothing but the policy kept a step from being taken: no channel, no refusal. */
  private static boolean isReached(Path path, Account account) {
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.event instanceof DeliveryEvent || each.event instanceof StepEvent.StepRefused) {
        return false;
      }
    }
    return account.customer().closedChannels().isEmpty();
  }

  private void missing(
      Path path, LocalDate day, StepReason.PrerequisiteMissing missing, boolean unheardOf) {
    int index = policy.ladder().indexOf(missing.step());
    List<Condition> all = policy.ladder().steps().get(index).prerequisites();
    for (int i = 0; i < all.size(); i++) {
      Condition required = all.get(i);
      String place = Place.of(index, Place.item("requires", i));
      boolean waits = missing.prerequisites().contains(required.toString());
      if (waits && isSettled(path, index, required)) {
        String sentence = "step \"%s\" waits for \"%s\", which cannot come about any more";
        shows.show(
            path,
            day,
            error(
                FindingKind.PREREQUISITE_NEVER_MET,
                place,
                sentence.formatted(missing.step(), required)));
      } else if (waits && unheardOf && !NOT_RECORDED.containsAll(topics(required))) {
        String sentence =
            "a debt of which nothing is recorded waits for ever for \"%s\", and step \"%s\" is never"
                + " taken";
        shows.show(
            path,
            day,
            note(
                FindingKind.DEBT_WAITS_FOR_RECORD,
                place,
                sentence.formatted(required, missing.step())));
      }
    }
  }

  /** Whether nothing happened to a debt, and no step was taken about it since it is overdue. */
  private static boolean isUnheardOf(Path path, Recommendation last) {
    if (path.events > 0 || last.overdue().isEmpty()) {
      return false;
    }
    Path latest = latestAbout(path, last.subject().invoices());
    return latest == null || latest.step.overdue().isEmpty();
  }

  /**
   * Whether what a step requires cannot come about. If it asks for no other step, it is a fault
   * only where steps follow, which are never reached, and where no event made it so.
   */
  private boolean isSettled(Path path, int index, Condition required) {
    List<Topic> topics = topics(required);
    boolean blocks = index < policy.ladder().steps().size() - 1 && path.events == 0;
    return topics.get(0) == Topic.STEP || blocks && SETTLED.containsAll(topics);
  }

  private static List<Topic> topics(Condition condition) {
    return ConditionParts.mentions(condition).stream().map(ConditionParts.Mention::topic).toList();
  }

  private static String words(List<Money> sums) {
    return String.join(" and ", sums.stream().map(Money::toString).toList());
  }

  private void leftAlone(Path path, LocalDate day, Account account, Recommendation last) {
    boolean open = account.customer().closedChannels().isEmpty();
    if (!open || last.overdue().isEmpty()) {
      return;
    }
    Path latest = latestAbout(path, last.subject().invoices());
    if (latest == null) {
      alone(path, day, words(last.overdue()) + " is overdue, and no step of the ladder applies");
      return;
    }
    String step = latest.step.step().orElseThrow();
    boolean early = latest.step.overdue().isEmpty();
    if (early || restIsForOthers(policy.ladder().indexOf(step))) {
      alone(
          path,
          day,
          words(last.overdue())
              + " is overdue, and no step applies to the customer after \""
              + step
              + "\""
              + (early ? ", which came before the debt was due" : ""));
    }
  }

  private void alone(Path path, LocalDate day, String sentence) {
    shows.show(path, day, warning(FindingKind.DEBT_LEFT_ALONE, "ladder", sentence));
  }

  /** Whether nothing up to a step is final, and all after it is for customers of some kind. */
  private boolean restIsForOthers(int index) {
    List<EscalationStep> steps = policy.ladder().steps();
    List<EscalationStep> rest = steps.subList(index + 1, steps.size());
    return !rest.isEmpty()
        && steps.subList(0, index + 1).stream()
            .noneMatch(s -> StepKinds.demands(s) || StepKinds.carriesOut(s))
        && rest.stream().allMatch(s -> asksOnlyWhoSomebodyIs(s.condition()));
  }

  /** The last step that was taken about a debt; null if there was none. */
  private static Path latestAbout(Path path, List<String> invoices) {
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.isStep() && each.step.invoices().stream().anyMatch(invoices::contains)) {
        return each;
      }
    }
    return null;
  }
}
