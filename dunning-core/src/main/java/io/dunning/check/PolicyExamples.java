package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shortest stories that reach each step, each answer of each condition, each kind of hold and
 * each other verdict of a policy. Keep them as tests: a story that turns out otherwise shows what a
 * change of the policy does.
 *
 * @param stories the stories by what they reach, such as {@code step "call"} or {@code
 *     ladder[2].only if is false}
 */
public record PolicyExamples(SortedMap<String, World> stories) {

  /**
   * Stories of a policy.
   *
   * @param stories the stories by what they reach
   */
  public PolicyExamples {
    Objects.requireNonNull(stories, "stories");
    stories = Collections.unmodifiableSortedMap(new TreeMap<>(stories));
  }

  /**
   * Looks for stories with up to one event.
   *
   * @param policy the policy
   * @param calendar the calendar that counts business days
   * @return what was found
   */
  public static PolicyExamples of(DunningPolicy policy, BusinessCalendar calendar) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(calendar, "calendar");
    Boundary boundary = Boundary.of(policy);
    List<Debtor> debtors = Debtors.of(boundary, calendar, policy);
    Answers answers = new Answers();
    DunningPolicy watched =
        Redraft.withConditions(policy, (place, c) -> answers.watch(boundary, place, c));
    answers.onlyDay(Long.MAX_VALUE);
    ExampleCollector all = new ExampleCollector(answers);
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
    new Exploration(watched, calendar, boundary, debtors, 0, budget, all).upTo(1);
    SortedMap<String, World> stories = new TreeMap<>();
    all.found.forEach((what, shortest) -> stories.put(what, shortest.world(policy, calendar)));
    return new PolicyExamples(stories);
  }

  /** Each story after what it reaches. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    stories.forEach(
        (what, story) ->
            text.append(text.isEmpty() ? "" : "\n")
                .append(what)
                .append("\n")
                .append(story.toString().indent(2)));
    return text.toString();
  }
}
