package io.dunning.studio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCoverage;
import io.dunning.check.World;
import io.dunning.policy.DunningPolicy;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Golden timelines: stories that say what a policy is expected to do. */
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
   * Writes a story that was found as a golden timeline, so that it can be kept.
   *
   * @param world the story
   * @param title what it shows
   * @return the text of a file
   */
  String write(World world, String title);

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
