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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a policy treats a debtor in a world: when what is first done, how often, who approves it, how
 * long the debtor may take to pay, and what is charged.
 */
final class Treatment {
  /** A contact, a notice, a demand, a stop of orders or supply, a hand-over: each more severe. */
  static final int RANKS = 5;

  private static final List<String> NAMES =
      List.of("contact", "notice", "demand", "stop of orders or supply", "hand-over");

  /** The days on which a step of a rank or more was taken, a day for each step, in order. */
  private final List<List<LocalDate>> atLeast = lists();

  /** The days on which a step of just that rank was taken, a day for each step, in order. */
  private final List<List<LocalDate>> ofRank = lists();

  /** What a person should decide, however it is done. */
  private enum Deed {
    HAND_OVER,
    WRITE_OFF,
    STOP_SUPPLY
  }

  /** What is severe and was done after a person approved it. */
  private final Set<Deed> approved = EnumSet.noneOf(Deed.class);

  /** On which day what is severe was first done without anybody's approval. */
  private final Map<Deed, LocalDate> unapproved = new EnumMap<>(Deed.class);

  /** How the debt was handed over, such as {@code refer to agency}. */
  private final Set<String> handOvers = new TreeSet<>();

  private LocalDate firstSevere;

  final TimeToPay time = new TimeToPay();
  final SortedMap<CurrencyUnit, Money> charged = new TreeMap<>();
  int contacts;

  private static List<List<LocalDate>> lists() {
    return Stream.<List<LocalDate>>generate(ArrayList::new).limit(RANKS).toList();
  }

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
    atLeast.subList(0, rank).forEach(days -> days.add(day));
    if (rank > 0) {
      ofRank.get(rank - 1).add(day);
      step.deadline().ifPresent(d -> time.add(rank, new TimeToPay.Granted(day, d)));
    }
    for (DunningAction each : step.actions()) {
      if (StepKinds.needsPerson(each)) {
        if (isApproved) {
          approved.add(deed(each));
        } else {
          unapproved.putIfAbsent(deed(each), day);
        }
        firstSevere = firstSevere == null ? day : firstSevere;
      }
      if (StepKinds.handsOver(each)) {
        handOvers.add(each.toString());
      }
    }
  }

  /** Whether two actions are alike severe, such as one agency and another. */
  static boolean isSameDeed(DunningAction one, DunningAction other) {
    return StepKinds.needsPerson(one) && StepKinds.needsPerson(other) && deed(one) == deed(other);
  }

  private static Deed deed(DunningAction severe) {
    if (StepKinds.handsOver(severe)) {
      return Deed.HAND_OVER;
    }
    return severe instanceof BackOfficeAction.WriteOff ? Deed.WRITE_OFF : Deed.STOP_SUPPLY;
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
    return first(0);
  }

  /** The first day on which a step of a rank or more was taken; null if none was. */
  LocalDate first(int rank) {
    return atLeast.get(rank).isEmpty() ? null : atLeast.get(rank).get(0);
  }

  /**
   * The days of the contacts that are not more (0), of the notices (1), demands (2) and stops of
   * orders or supply (3), and of the hand-overs (4), in order, whatever more severe came instead.
   */
  List<LocalDate> ofRank(int rank) {
    return ofRank.get(rank);
  }

  LocalDate handedOver() {
    return first(RANKS - 1);
  }

  /** The first day on which the debt was handed over or given up, or supply stopped; or null. */
  LocalDate firstSevere() {
    return firstSevere;
  }

  /** Whether both hand the debt over, and to somebody else: to a court and not to an agency. */
  boolean handsOverOtherwiseThan(Treatment other) {
    return handedOver() != null && other.handedOver() != null && !handOvers.equals(other.handOvers);
  }

  /**
   * Whether the debt is handed over or given up, or supply stopped, without an approval here, and
   * there until then only with one. How the debt is handed over does not matter.
   */
  boolean losesApprovalOf(Treatment other) {
    return other.approved.stream()
        .anyMatch(deed -> isBefore(unapproved.get(deed), other.unapproved.get(deed)));
  }

  private static boolean isBefore(LocalDate here, LocalDate there) {
    return here != null && (there == null || here.isBefore(there));
  }

  /** Whether a debtor is treated more harshly here than there. */
  boolean isHarsherThan(Treatment other) {
    return !harsherThan(other).isEmpty();
  }

  /** In what a debtor is treated more harshly here than there, the most severe first; or empty. */
  String harsherThan(Treatment other) {
    List<String> all = new ArrayList<>();
    for (int i = RANKS - 1; i >= 0; i--) {
      all.addAll(soonerThan(other, i));
    }
    chargedMoreThan(other).values().stream()
        .filter(Money::isPositive)
        .forEach(m -> all.add(m + " more in charges"));
    TimeToPay.Less less = time.lessThan(other.time);
    if (less != null) {
      all.add(less.days() + (less.days() == 1 ? " day" : " days") + " less to pay");
    }
    if (losesApprovalOf(other)) {
      all.add("no approval where one was needed");
    }
    return String.join(", ", all);
  }

  /** What of a rank comes sooner here than there, the first of them; empty if nothing does. */
  private List<String> soonerThan(Treatment other, int rank) {
    List<LocalDate> here = atLeast.get(rank);
    List<LocalDate> there = other.atLeast.get(rank);
    if (there.isEmpty()) {
      boolean comes = !here.isEmpty() && comesAlone(rank, here.get(0));
      return comes ? List.of("a " + NAMES.get(rank) + " that did not come before") : List.of();
    }
    for (Shift each : Shift.sooner(here, there)) {
      if (comesAlone(rank, each.here())) {
        long days = each.days();
        boolean asSevere = other.ofRank.get(rank).contains(each.there());
        return List.of(
            (each.isFirst() ? "a " : "a further ")
                + NAMES.get(rank)
                + (days == 1 ? " 1 day" : " " + days + " days")
                + (asSevere ? " earlier" : " before anything as severe"));
      }
    }
    return List.of();
  }

  /** Whether nothing more severe than a rank comes on a day. */
  private boolean comesAlone(int rank, LocalDate day) {
    return rank + 1 == RANKS || !atLeast.get(rank + 1).contains(day);
  }

  /** How much more is charged here than there, by currency; less is negative. */
  SortedMap<CurrencyUnit, Money> chargedMoreThan(Treatment other) {
    SortedMap<CurrencyUnit, Money> more = new TreeMap<>(charged);
    other.charged.forEach((c, m) -> more.merge(c, m.unaryMinus(), Money::plus));
    return more;
  }
}
