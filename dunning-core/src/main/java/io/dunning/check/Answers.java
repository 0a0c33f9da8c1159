package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what conditions answer, part by part. */
final class Answers {
  private static final Set<Topic> BEYOND = Set.of(Topic.BEHAVIOUR, Topic.DESCRIBED);

  /** By place, the condition as a whole first. */
  final Map<String, List<AnswerCount>> counts = new LinkedHashMap<>();

  /** A condition that is watched, if it is one that the policy's author wrote. */
  Condition watch(Boundary boundary, String place, Condition condition) {
    return boundary.conditions.containsKey(place) ? watch(place, condition) : condition;
  }

  Condition watch(String place, Condition condition) {
    List<AnswerCount> all = new ArrayList<>();
    counts.put(place, all);
    return ConditionParts.watched(
        condition,
        part -> {
          AnswerCount count = new AnswerCount(place, part, all.isEmpty());
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
    for (List<AnswerCount> all : counts.values()) {
      for (AnswerCount each : all) {
        if (complete >= 1) {
          judge(each, found, open);
        }
      }
    }
    return found;
  }

  private static void judge(AnswerCount count, List<PolicyFinding> found, List<String> open) {
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
