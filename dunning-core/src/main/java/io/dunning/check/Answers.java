package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.ConditionWatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what conditions answer, part by part. */
final class Answers {
  private static final Set<Topic> BEYOND = Set.of(Topic.BEHAVIOUR, Topic.DESCRIBED);

  /** What a part of a condition answered. */
  static final class Count implements ConditionWatcher {
    private static final long serialVersionUID = 1L;

    final String place;
    final Condition part;
    final boolean whole;
    long yes;
    long no;

    /** Counts only what is asked about this day; all days if it is empty. */
    long onlyDay = Long.MIN_VALUE;

    Count(String place, Condition part, boolean whole) {
      this.place = place;
      this.part = part;
      this.whole = whole;
    }

    @Override
    public void answered(long day, boolean holds) {
      if (onlyDay != Long.MIN_VALUE && onlyDay != day) {
        return;
      }
      if (holds) {
        yes++;
      } else {
        no++;
      }
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

  void onlyDay(long day) {
    counts.values().forEach(all -> all.forEach(c -> c.onlyDay = day));
  }

  /** Conditions that always or never hold, as far as events up to one were explored. */
  List<PolicyFinding> findings(int complete, List<String> open) {
    List<PolicyFinding> found = new ArrayList<>();
    for (List<Count> all : counts.values()) {
      for (Count each : all) {
        if (complete >= 1) {
          judge(each, found, open);
        }
      }
    }
    return found;
  }

  private static void judge(Count count, List<PolicyFinding> found, List<String> open) {
    if (count.yes > 0 == count.no > 0) {
      return;
    }
    if (asksBeyond(count.part)) {
      if (count.whole) {
        open.add("%s: \"%s\" asks what is not explored".formatted(count.place, count.part));
      }
      return;
    }
    boolean never = count.yes == 0;
    boolean hold = count.place.equals("hold while");
    boolean requires = count.place.contains(".requires");
    if (hold && (!never || !count.whole) || requires) {
      return;
    }
    FindingKind kind = never ? FindingKind.CONDITION_NEVER_TRUE : FindingKind.CONDITION_ALWAYS_TRUE;
    String sentence =
        "\"%s\" %s in any explored world"
            .formatted(count.part, never ? "never holds" : "never fails");
    found.add(
        count.whole
            ? PolicyFinding.warning(kind, count.place, sentence)
            : PolicyFinding.note(kind, count.place, sentence));
  }

  static boolean asksBeyond(Condition condition) {
    return condition.needs().charges()
        || ConditionParts.mentions(condition).stream().anyMatch(m -> BEYOND.contains(m.topic()));
  }
}
