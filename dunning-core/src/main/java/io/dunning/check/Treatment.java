package io.dunning.check;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Tone;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.ChargeEvent;
import io.dunning.event.StepEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.EscalationStep;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a policy treats a debtor in a world: when what is first done, how often, who approves it, and
 * what is charged.
 */
final class Treatment {
  /** A contact, a notice, a demand, a stop of supply, a hand-over: each more severe. */
  static final int RANKS = 5;

  /** The first day on which a step of a rank or more was taken; null if none was. */
  final LocalDate[] first = new LocalDate[RANKS];

  /** What is severe and was done after a person approved it, such as {@code refer to agency}. */
  private final Set<String> approved = new TreeSet<>();

  /** What is severe and was done at least once without anybody's approval. */
  private final Set<String> unapproved = new TreeSet<>();

  final SortedMap<CurrencyUnit, Money> charged = new TreeMap<>();
  int contacts;

  /** How a debtor is treated on the way through a world. */
  static Treatment of(Path path) {
    Treatment all = new Treatment();
    for (Path each : path.moments()) {
      if (each.isStep()) {
        all.add(each.day, each.step, isApproved(each));
        each.step.assessments().values().forEach(all::charge);
        all.contacts += each.isContact() ? 1 : 0;
      }
    }
    return all;
  }

  /** How a debtor is treated about one invoice. */
  static Treatment of(Timeline timeline, String invoice) {
    Treatment all = new Treatment();
    for (Timeline.Entry each : timeline.entries()) {
      Recommendation step = each.recommendation();
      if (step.invoices().contains(invoice)) {
        all.add(each.date(), step, step.verdict() == Verdict.AWAIT_APPROVAL);
        all.charge(step.assessments().getOrDefault(invoice, List.of()));
        all.contacts += step.channel().isPresent() ? 1 : 0;
      }
    }
    return all;
  }

  private void add(LocalDate day, Recommendation step, boolean isApproved) {
    int rank = rank(step);
    for (int i = 0; i < rank; i++) {
      first[i] = first[i] == null ? day : first[i];
    }
    for (DunningAction each : step.actions()) {
      if (StepKinds.needsPerson(each)) {
        (isApproved ? approved : unapproved).add(each.toString());
      }
    }
  }

  private void charge(List<ChargeEvent.ChargeAssessed> all) {
    for (ChargeEvent.ChargeAssessed each : all) {
      charged.merge(each.amount().currency(), each.amount(), Money::plus);
    }
  }

  private static boolean isApproved(Path moment) {
    String step = moment.step.step().orElseThrow();
    for (Path each = moment.before; !each.isStart(); each = each.before) {
      if (each.event instanceof StepEvent.StepApproved approval && approval.step().equals(step)) {
        return true;
      }
    }
    return false;
  }

  /** From 0 for what the customer does not notice to 5 for a hand-over. */
  private static int rank(Recommendation step) {
    return rank(step.actions(), step.channel().isPresent(), step.tone());
  }

  static int rank(EscalationStep step) {
    return rank(step.actions(), step.contactsCustomer(), step.tone());
  }

  private static int rank(List<DunningAction> actions, boolean contacts, Optional<Tone> tone) {
    int rank = contacts ? 1 : 0;
    for (DunningAction each : actions) {
      if (StepKinds.handsOver(each)) {
        rank = Math.max(rank, 5);
      } else if (each instanceof BackOfficeAction.StopSupply
          || each instanceof BackOfficeAction.BlockOrders) {
        rank = Math.max(rank, 4);
      } else if (each instanceof Message.Demand) {
        rank = Math.max(rank, 3);
      } else if (each instanceof Message.Notice) {
        rank = Math.max(rank, 2);
      }
    }
    return tone.filter(t -> t == Tone.FINAL).isPresent() ? Math.max(rank, 3) : rank;
  }

  LocalDate firstContact() {
    return first[0];
  }

  LocalDate handedOver() {
    return first[RANKS - 1];
  }

  /** Whether something severe needs no approval any more that a person approved there. */
  boolean losesApprovalOf(Treatment other) {
    return other.approved.stream()
        .anyMatch(act -> unapproved.contains(act) && !other.unapproved.contains(act));
  }

  /** Whether a debtor is treated more harshly here than there. */
  boolean isHarsherThan(Treatment other) {
    for (int i = 0; i < RANKS; i++) {
      if (first[i] != null && (other.first[i] == null || first[i].isBefore(other.first[i]))) {
        return true;
      }
    }
    return chargedMoreThan(other).values().stream().anyMatch(Money::isPositive)
        || losesApprovalOf(other);
  }

  /** How much more is charged here than there, by currency; less is negative. */
  SortedMap<CurrencyUnit, Money> chargedMoreThan(Treatment other) {
    SortedMap<CurrencyUnit, Money> more = new TreeMap<>(charged);
    other.charged.forEach((c, m) -> more.merge(c, m.unaryMinus(), Money::plus));
    return more;
  }
}
