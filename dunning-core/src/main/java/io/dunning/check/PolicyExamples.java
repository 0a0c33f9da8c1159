package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shortest stories that reach each step, each answer of each condition, each kind of hold and
 * each other verdict of a policy, and that meet and miss its minimum amounts by as little as can
 * be. Keep them as tests: a story that turns out otherwise shows what a change of the policy does.
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
    answers.look(Long.MAX_VALUE);
    Collector all = new Collector(policy, answers);
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
    new Exploration(watched, calendar, boundary, debtors, LookBack.NONE, budget, all).upTo(1);
    SortedMap<String, World> stories = new TreeMap<>();
    all.found.forEach((what, shortest) -> stories.put(what, shortest.world(policy, calendar)));
    return new PolicyExamples(stories);
  }

  /** Keeps the shortest path to everything that is reached. */
  private static final class Collector implements Observer {
    private final DunningPolicy policy;
    private final Answers answers;
    private final SortedMap<String, Shortest> found = new TreeMap<>();
    private final Map<Answers.Count, long[]> answered = new IdentityHashMap<>();

    Collector(DunningPolicy policy, Answers answers) {
      this.policy = policy;
      this.answers = answers;
    }

    @Override
    public void deciding(LocalDate day) {
      answers.look(day.toEpochDay());
    }

    private void reach(String what, Path path, LocalDate day) {
      if (Shortest.beats(found.get(what), path, day)) {
        found.put(what, new Shortest(path, day));
      }
    }

    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {
      for (Recommendation each : now.recommendations()) {
        if (each.verdict() == Verdict.HOLD) {
          reach("hold " + Exercisable.words(each.reason()), path, day);
        } else if (each.step().isEmpty()) {
          reach("verdict " + each.verdict(), path, day);
        }
      }
      for (List<Answers.Count> parts : answers.counts.values()) {
        for (Answers.Count part : parts) {
          answer(part, path, day);
        }
      }
      answers.look(Long.MAX_VALUE);
    }

    /** What a part answered since the last decision. */
    private void answer(Answers.Count part, Path path, LocalDate day) {
      String name = part.place + (part.whole ? "" : " \"" + part.part + "\"");
      long[] was = answered.computeIfAbsent(part, p -> new long[2]);
      if (part.yes > was[0]) {
        reach(name + " is true", part, true, path, day);
      }
      if (part.no > was[1]) {
        reach(name + " is false", part, false, path, day);
      }
      was[0] = part.yes;
      was[1] = part.no;
    }

    /** Among equally short stories, the one with an amount at the edge notices most changes. */
    private void reach(String what, Answers.Count part, boolean holds, Path path, LocalDate day) {
      Shortest known = found.get(what);
      boolean closer =
          known != null && Shortest.isAsShort(known, path) && isCloser(part, holds, known, path);
      if (closer || Shortest.beats(known, path, day) && !isFarther(part, holds, known, path)) {
        found.put(what, new Shortest(path, day));
      }
    }

    private static boolean isFarther(Answers.Count part, boolean holds, Shortest known, Path path) {
      return known != null
          && Shortest.isAsShort(known, path)
          && isCloser(part, !holds, known, path);
    }

    /** Whether a debt is nearer to the least amount that a part asks for, from its side of it. */
    private static boolean isCloser(Answers.Count part, boolean holds, Shortest known, Path path) {
      if (part.part.needs().amounts().size() != 1) {
        return false;
      }
      Money one = owed(known.path());
      Money other = owed(path);
      return one.currency().equals(other.currency())
          && (holds ? other.compareTo(one) < 0 : other.compareTo(one) > 0);
    }

    private static Money owed(Path path) {
      return path.debtor.account().invoices().get(0).invoice().amount();
    }

    @Override
    public void took(Path path, Account account) {
      reach("step \"" + path.step.step().orElseThrow() + "\"", path, path.day);
      Money owed = owed(path);
      if (owed.equals(policy.minimumAmounts().get(owed.currency()))) {
        reach("minimum of " + owed + " is met", path, path.day);
      }
    }

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {
      Money owed = owed(path);
      Money least = policy.minimumAmounts().get(owed.currency());
      if (least != null && least.minorUnits() - 1 == owed.minorUnits() && path.events == 0) {
        reach("minimum of " + least + " is not met", path, day);
      }
    }
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
