package io.dunning.studio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCoverage;
import io.dunning.policy.DunningPolicy;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Golden timelines: stories that say what a policy is expected to do. */
@FunctionalInterface
public interface Timelines {
  /**
   * Tells the timelines to a policy, as they are at that moment.
   *
   * @param policy the policy
   * @param calendar counts business days
   * @return what they exercise, and which of them fail
   * @throws IllegalArgumentException if they cannot be read, or none is about the policy; the
   *     message is shown
   */
  Told tell(DunningPolicy policy, BusinessCalendar calendar);

  /**
   * What came of telling timelines.
   *
   * @param coverage what of the policy they exercise
   * @param passed how many pass
   * @param failed what is otherwise than a timeline tells, by the name of the timeline
   */
  record Told(PolicyCoverage coverage, int passed, SortedMap<String, String> failed) {
    /**
     * What came of telling timelines.
     *
     * @param coverage what of the policy they exercise
     * @param passed how many pass
     * @param failed what is otherwise than a timeline tells
     */
    public Told {
      Objects.requireNonNull(coverage, "coverage");
      failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
    }

    /**
     * {@return what came of telling timelines}
     *
     * @param coverage what of the policy they exercise
     * @param passed how many pass
     * @param failed what is otherwise than a timeline tells, by the name of the timeline
     */
    public static Told of(PolicyCoverage coverage, int passed, Map<String, String> failed) {
      return new Told(coverage, passed, new TreeMap<>(failed));
    }
  }
}
