package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Watcher;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what tests of a policy exercise: each step, each outcome of each condition, each verdict,
 * hold and route, and offers. Hand it to scenarios and timelines, then look at the table, or
 * require that nothing was left out:
 *
 * <pre>{@code
 * PolicyCoverage coverage = PolicyCoverage.of(policy);
 * Scenario.of(policy).watchedBy(coverage).invoice(...).tells(...);
 * coverage.requireAll();
 * }</pre>
 *
 * <p>An account is counted once for each day on which it is looked at as it is, however often it is
 * asked about in a row. A step that waits for approval counts, and so does one that is taken. Of a
 * condition, a look counts at most once that it held and once that it did not, whoever asks again;
 * both if it held for one invoice only. Not thread-safe.
 */
public final class PolicyCoverage implements Watcher {
  private final DunningPolicy policy;
  private final DunningPolicy watched;
  private final Answers answers = new Answers();
  private final SortedMap<String, Long> holds = new TreeMap<>();
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final Map<Route, Long> routes = new EnumMap<>(Route.class);
  private final long[] steps;
  private long offers;
  private long plans;
  private long looks;
  private DunningEvaluator evaluator;
  private Account lastAccount;
  private LocalDate lastDay;

  /** What of a policy can be exercised. */
  public enum Subject {
    /** A step is recommended. */
    STEP,
    /** A condition, or a part of it, is asked. */
    CONDITION,
    /** A verdict is given. */
    VERDICT,
    /** A debt is held. */
    HOLD,
    /** A settlement is offered. */
    OFFER,
    /** A payment plan is proposed. */
    PLAN,
    /** A route is worth most. */
    ROUTE;

    /** Such as {@code step}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How often something was exercised.
   *
   * @param subject what kind of thing
   * @param place where a condition stands, such as {@code hold while}; empty for anything else
   * @param of the name of the step, the words of the condition, the verdict and so on
   * @param times how often; of a condition, in how many looks it held
   * @param otherwise in how many looks a condition did not hold; 0 for anything else
   */
  public record Row(Subject subject, String place, String of, long times, long otherwise) {
    /**
     * How often something was exercised.
     *
     * @param subject what kind of thing
     * @param place where a condition stands
     * @param of its name or words
     * @param times how often; of a condition, in how many looks it held
     * @param otherwise in how many looks a condition did not hold
     */
    public Row {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(of, "of");
    }

    private static Row of(Subject subject, Object of, long times) {
      return new Row(subject, "", of.toString(), times, 0);
    }

    private List<String> cells() {
      return subject == Subject.CONDITION
          ? List.of(place, of, times + " true, " + otherwise + " false")
          : List.of(subject.toString(), of, String.valueOf(times));
    }
  }

  private PolicyCoverage(DunningPolicy policy) {
    this.policy = policy;
    Boundary boundary = Boundary.of(policy);
    watched = Redraft.withConditions(policy, (place, c) -> answers.watch(boundary, place, c));
    steps = new long[policy.ladder().steps().size()];
    Exercisable.holds(policy, boundary).forEach(h -> holds.put(h, 0L));
    Exercisable.routes(policy).forEach(r -> routes.put(r, 0L));
  }

  /**
   * Coverage of a policy by no tests so far.
   *
   * @param policy the policy
   * @return the coverage; hand it to scenarios and timelines
   */
  public static PolicyCoverage of(DunningPolicy policy) {
    return new PolicyCoverage(Objects.requireNonNull(policy, "policy"));
  }

  /** Counts what the policy does with an account; other policies do not count. */
  @Override
  public void asked(
      DunningPolicy asked, BusinessCalendar calendar, Account account, LocalDate day) {
    boolean again = account == lastAccount && day.equals(lastDay);
    if (again || asked != policy && !asked.equals(policy)) {
      return;
    }
    lastAccount = account;
    lastDay = day;
    if (evaluator == null || !evaluator.calendar().equals(calendar)) {
      evaluator = DunningEvaluator.on(calendar);
    }
    answers.look(day.toEpochDay());
    looks++;
    evaluator.evaluate(watched, account, day).recommendations().forEach(this::count);
  }

  private void count(Recommendation now) {
    verdicts.merge(now.verdict(), 1L, Long::sum);
    now.step().ifPresent(s -> steps[policy.ladder().indexOf(s)]++);
    if (now.verdict() == Verdict.HOLD) {
      holds.merge(Exercisable.words(now.reason()), 1L, Long::sum);
    }
    offers += now.settlements().isEmpty() ? 0 : 1;
    plans += now.paymentPlans().isEmpty() && now.accountPaymentPlans().isEmpty() ? 0 : 1;
    if (!now.routes().isEmpty()) {
      routes.merge(now.routes().get(0).route(), 1L, Long::sum);
    }
  }

  /**
   * How often the tests looked: a look is the answer about one account on one day. It counts again
   * once a step is taken or something happens, even on the same day.
   *
   * @return the number of looks
   */
  public long looks() {
    return looks;
  }

  /**
   * How often a step was recommended, to be taken or to be approved.
   *
   * @param step the name of a step of the policy
   * @return the number
   * @throws IllegalArgumentException if the policy has no such step
   */
  public long taken(String step) {
    int index = policy.ladder().indexOf(step);
    if (index < 0) {
      throw new IllegalArgumentException("policy has no step \"" + step + "\"");
    }
    return steps[index];
  }

  /**
   * How often a verdict was given.
   *
   * @param verdict the verdict
   * @return the number
   */
  public long times(Verdict verdict) {
    return verdicts.getOrDefault(Objects.requireNonNull(verdict, "verdict"), 0L);
  }

  /**
   * In how many looks a condition gave an answer; conditions that always or never hold are not
   * counted.
   *
   * @param place where it stands, such as {@code ladder[2].only if} or {@code hold while}
   * @param holds which answer
   * @return the looks in which the condition as a whole gave it; 0 if there is no such condition
   */
  public long answered(String place, boolean holds) {
    List<Answers.Count> all = answers.counts.getOrDefault(place, List.of());
    return all.isEmpty() ? 0 : holds ? all.get(0).yes : all.get(0).no;
  }

  /**
   * What was never exercised.
   *
   * @return a sentence each, in the order of the policy; none if everything was
   */
  public List<String> missing() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] == 0) {
        all.add("step \"" + policy.ladder().steps().get(i).name() + "\": never taken");
      }
    }
    answers.counts.values().forEach(parts -> parts.forEach(c -> missing(c, all)));
    for (Verdict each : Verdict.values()) {
      if (isPossible(each) && times(each) == 0) {
        all.add("verdict " + each + ": never given");
      }
    }
    if (offers == 0 && policy.ladder().steps().stream().anyMatch(s -> s.offersSettlement())) {
      all.add("settlement offer: never made");
    }
    if (plans == 0 && policy.ladder().steps().stream().anyMatch(s -> s.proposesPlan())) {
      all.add("payment plan: never proposed");
    }
    holds.forEach((h, n) -> never(n, "hold " + h + ": never came about", all));
    routes.forEach((r, n) -> never(n, "route " + r + ": never worth most", all));
    return List.copyOf(all);
  }

  private static void never(long times, String sentence, List<String> all) {
    if (times == 0) {
      all.add(sentence);
    }
  }

  private static void missing(Answers.Count count, List<String> all) {
    if (count.yes == 0) {
      all.add(count.place + ": \"" + count.part + "\": never true");
    }
    if (count.no == 0) {
      all.add(count.place + ": \"" + count.part + "\": never false");
    }
  }

  private boolean isPossible(Verdict verdict) {
    return switch (verdict) {
      case AWAIT_APPROVAL -> policy.ladder().steps().stream().anyMatch(policy::needsApproval);
      case EXHAUSTED -> policy.ladder().repeat().isEmpty();
      default -> true;
    };
  }

  /**
   * Fails unless everything was exercised.
   *
   * @throws AssertionError with all that is missing, so that any test framework reports it
   */
  public void requireAll() {
    List<String> all = missing();
    if (!all.isEmpty()) {
      throw new AssertionError(
          "tests of policy " + policy.name() + " leave out:\n  " + String.join("\n  ", all));
    }
  }

  /**
   * What was exercised, and how often: every step and condition, every hold and route that the
   * policy names, and each verdict, offer and other hold that there was.
   *
   * @return the rows, in the order of the policy
   */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      rows.add(Row.of(Subject.STEP, policy.ladder().steps().get(i).name(), steps[i]));
    }
    for (List<Answers.Count> parts : answers.counts.values()) {
      for (Answers.Count c : parts) {
        rows.add(new Row(Subject.CONDITION, c.place, c.part.toString(), c.yes, c.no));
      }
    }
    verdicts.forEach((v, n) -> rows.add(Row.of(Subject.VERDICT, v, n)));
    holds.forEach((h, n) -> rows.add(Row.of(Subject.HOLD, h, n)));
    if (offers > 0) {
      rows.add(Row.of(Subject.OFFER, "settlement offered", offers));
    }
    if (plans > 0) {
      rows.add(Row.of(Subject.PLAN, "payment plan proposed", plans));
    }
    routes.forEach((r, n) -> rows.add(Row.of(Subject.ROUTE, r, n)));
    return List.copyOf(rows);
  }

  /** A table: what was exercised, and how often; then what was not. */
  @Override
  public String toString() {
    List<List<String>> rows = rows().stream().map(Row::cells).toList();
    StringBuilder text = new StringBuilder("coverage of " + policy.name());
    text.append(" by ").append(looks);
    text.append(
        looks == 1 ? " look (an answer about an account)" : " looks (answers about an account)");
    int[] widths = {0, 0};
    for (List<String> row : rows) {
      widths[0] = Math.max(widths[0], row.get(0).length());
      widths[1] = Math.max(widths[1], row.get(1).length());
    }
    for (List<String> row : rows) {
      text.append("\n  ").append(padded(row.get(0), widths[0])).append("  ");
      text.append(padded(row.get(1), widths[1])).append("  ").append(row.get(2));
    }
    missing().forEach(m -> text.append("\nnot exercised: ").append(m));
    return text.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
