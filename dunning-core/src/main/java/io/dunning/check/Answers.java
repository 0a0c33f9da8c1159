package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.ConditionWatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what conditions answer, part by part. */
final class Answers {
  private static final Set<Topic> BEYOND =
      Set.of(Topic.BEHAVIOUR, Topic.DESCRIBED, Topic.LIMITATION);

  /** What a part of a condition answered. */
  static final class Count implements ConditionWatcher {
    private static final long serialVersionUID = 1L;

    final String place;
    final Condition part;
    final boolean whole;
    long yes;
    long no;

    /** Counts only what is asked about this day; all days if it is empty. */
    private long onlyDay = Long.MIN_VALUE;

    /** Which answers the look at that day had already. */
    private boolean wasYes;

    private boolean wasNo;

    Count(String place, Condition part, boolean whole) {
      this.place = place;
      this.part = part;
      this.whole = whole;
    }

    @Override
    public void answered(long day, boolean holds) {
      boolean inLook = onlyDay != Long.MIN_VALUE;
      boolean again = holds ? wasYes : wasNo;
      if (inLook && (onlyDay != day || again)) {
        return;
      }
      wasYes |= holds;
      wasNo |= !holds;
      if (holds) {
        yes++;
      } else {
        no++;
      }
    }

    private void look(long day) {
      onlyDay = day;
      wasYes = false;
      wasNo = false;
    }
  }

  /** By place, the condition as a whole first. */
  final Map<String, List<Count>> counts = new LinkedHashMap<>();

  /** A condition that is watched, if it is one that the policy's author wrote. */
  Condition watch(Boundary boundary, String place, Condition condition) {
    return boundary.conditions.containsKey(place) ? watch(place, condition) : condition;
  }

  Condition watch(String place, Condition condition) {
    List<Count> all = new ArrayList<>();
    counts.put(place, all);
    return ConditionParts.watched(
        condition,
        part -> {
          Count count = new Count(place, part, all.isEmpty());
          all.add(count);
          return count;
        });
  }

  /** Begins a look at a day: counts what is asked about that day only, each answer once. */
  void look(long day) {
    counts.values().forEach(all -> all.forEach(c -> c.look(day)));
  }

  /** The places at which every part of the condition was seen to hold and not to hold. */
  Set<String> settled() {
    Set<String> settled = new HashSet<>();
    counts.forEach(
        (place, all) -> {
          if (all.stream().allMatch(c -> c.yes > 0 && c.no > 0)) {
            settled.add(place);
          }
        });
    return settled;
  }

  /** Conditions that always or never hold in the worlds that were explored. */
  List<PolicyFinding> findings(Bound bound, List<String> open) {
    List<PolicyFinding> found = new ArrayList<>();
    counts.values().forEach(all -> all.forEach(c -> judge(c, bound, found, open)));
    return found;
  }

  private static void judge(
      Count count, Bound bound, List<PolicyFinding> found, List<String> open) {
    boolean settled = count.yes > 0 == count.no > 0;
    if (settled) {
      return;
    }
    if (asksBeyond(count.part) || bound.hides(List.of(count.part))) {
      if (count.whole) {
        open.add("%s: \"%s\" asks what is not explored".formatted(count.place, count.part));
      }
      return;
    }
    boolean never = count.yes == 0;
    boolean hold = count.place.equals(Place.HOLD);
    boolean requires = count.place.contains(".requires");
    if (hold && (!never || !count.whole) || requires) {
      return;
    }
    FindingKind kind = never ? FindingKind.CONDITION_NEVER_TRUE : FindingKind.CONDITION_ALWAYS_TRUE;
    String sentence =
        "\"%s\" is %s in every explored world%s"
            .formatted(count.part, never ? "false" : "true", effect(count, never));
    found.add(
        count.whole
            ? PolicyFinding.warning(kind, count.place, sentence)
            : PolicyFinding.note(kind, count.place, sentence));
  }

  private static String effect(Count count, boolean never) {
    if (!count.whole || !count.place.endsWith("].only if") || count.place.contains("performed")) {
      return "";
    }
    return never ? ", so the step never applies" : ", so it excludes nobody";
  }

  /**
   * A condition on which it depends whether a step, or one before it, is taken, and which was not
   * explored: it is the author's own, or gave the same answer wherever it was asked.
   *
   * @param last the index of the step
   * @return a sentence about it; empty if there is none
   */
  Optional<String> open(int last) {
    if (last < 0) {
      return Optional.empty();
    }
    for (Map.Entry<String, List<Count>> each : counts.entrySet()) {
      if (decides(each.getKey(), last)) {
        for (Count count : each.getValue()) {
          boolean own =
              ConditionParts.mentions(count.part).stream()
                  .anyMatch(m -> m.topic() == Topic.DESCRIBED);
          if (own) {
            return Optional.of(
                "\"%s\" at %s cannot be explored".formatted(count.part, count.place));
          }
          if (asksBeyond(count.part) && (count.yes == 0 || count.no == 0)) {
            return Optional.of(
                "\"%s\" at %s was %s in every explored world"
                    .formatted(count.part, count.place, count.no == 0 ? "true" : "false"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a condition at a place decides if one of the steps up to the last is taken. */
  private static boolean decides(String place, int last) {
    if (place.equals(Place.HOLD)) {
      return true;
    }
    for (int i = 0; i <= last; i++) {
      if (place.equals(Place.of(i, "only if")) || place.startsWith(Place.of(i, "requires"))) {
        return true;
      }
    }
    return false;
  }

  static boolean asksBeyond(Condition condition) {
    return condition.needs().charges()
        || ConditionParts.mentions(condition).stream().anyMatch(m -> BEYOND.contains(m.topic()));
  }
}
