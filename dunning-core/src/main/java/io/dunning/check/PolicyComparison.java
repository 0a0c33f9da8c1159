package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a policy differs from the one before it: rule by rule in words, and by what both do with the
 * same debtors. The debtors are those of a {@link PolicyCheck}, at the edges of what either policy
 * names; to each of them nothing happens, or one of the events of a check that does not depend on a
 * step, on, before or after a day on which either policy looks.
 *
 * <p>A debtor is treated <em>more harshly</em> if a contact, a notice, a demand, a stop of orders
 * or supply or a hand-over comes earlier than before (or comes at all), if more is charged, if a
 * letter grants fewer days to pay and its last day to pay comes earlier, or if a hand-over to an
 * agency or a court, a write-off or a stop of supply comes without the approval of a person that it
 * needed before. The first is compared with the first, the second with the second, and so on. The
 * number of contacts does not count as harsh, and neither does to whom the debt is handed over;
 * both are told on their own: of more contacts than before, the latest are compared that are as
 * many as before. Prints as text.
 *
 * @param before the name of the policy before
 * @param after the name of the policy after
 * @param differences where the rules differ, in the order of the rules
 * @param effects what that does to debtors, in the order of the kinds
 * @param harsher in how many worlds and why a debtor is treated more harshly by the policy after;
 *     empty if there is none
 * @param unreached the steps that differ and that neither policy took in any world, by their names
 * @param worlds how many worlds were played with both policies
 * @param complete whether all worlds were played; false if a budget ended the comparison, so that
 *     more may differ
 */
public record PolicyComparison(
    String before,
    String after,
    List<Difference> differences,
    List<Effect> effects,
    Optional<Harsher> harsher,
    List<String> unreached,
    long worlds,
    boolean complete) {

  /**
   * A rule that differs.
   *
   * @param place the rule, such as {@code step "call": at}
   * @param before its words before; empty if there was no such rule
   * @param after its words after; empty if there is no such rule any more
   */
  public record Difference(String place, String before, String after) {
    /**
     * A rule that differs.
     *
     * @param place the rule
     * @param before its words before
     * @param after its words after
     */
    public Difference {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    /** Such as {@code step "call": at: 30 days past due -> 21 days past due}. */
    @Override
    public String toString() {
      return place + ": " + words(before) + " -> " + words(after);
    }

    private static String words(String rule) {
      return rule.isEmpty() ? "(none)" : rule;
    }
  }

  /**
   * The same debtor to whom the same happens, with both policies.
   *
   * @param before what the policy before does
   * @param after what the policy after does
   */
  public record Pair(World before, World after) {
    /**
     * A pair of worlds.
     *
     * @param before what the policy before does
     * @param after what the policy after does
     */
    public Pair {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    /** Both stories, each line after what tells the policies apart. */
    @Override
    public String toString() {
      return "before: "
          + before.toString().indent(8).strip()
          + "\nafter:  "
          + after.toString().indent(8).strip();
    }
  }

  /** What a change of policy can do to a debtor. */
  public enum Kind {
    /** The first contact comes earlier. */
    CONTACTED_EARLIER,
    /** The first contact comes later. */
    CONTACTED_LATER,
    /** A contact after the first one that is no notice, nor more severe, comes earlier. */
    CONTACTED_AGAIN_EARLIER,
    /** A contact after the first one that is no notice, nor more severe, comes later. */
    CONTACTED_AGAIN_LATER,
    /** There are more contacts. */
    CONTACTED_MORE,
    /** There are fewer contacts. */
    CONTACTED_LESS,
    /** A debtor who was contacted is left alone. */
    LEFT_ALONE,
    /** A debtor who was left alone is contacted. */
    NO_LONGER_LEFT_ALONE,
    /** A notice, a demand or a stop of orders or supply comes earlier. */
    ESCALATED_EARLIER,
    /** A notice, a demand or a stop of orders or supply comes later. */
    ESCALATED_LATER,
    /** A notice, a demand or a stop of orders or supply comes that did not come, or one more. */
    NEWLY_ESCALATED,
    /** A notice, a demand or a stop of orders or supply does not come any more, or one less. */
    NO_LONGER_ESCALATED,
    /** More fees and interest are assessed. */
    CHARGED_MORE,
    /** Less fees and interest are assessed. */
    CHARGED_LESS,
    /** A letter grants fewer days to pay, and its last day to pay comes earlier. */
    LESS_TIME_TO_PAY,
    /** A letter grants more days to pay, and its last day to pay comes later. */
    MORE_TIME_TO_PAY,
    /** Both policies hand the debt over; the policy after does so earlier. */
    HANDED_OVER_EARLIER,
    /** Both policies hand the debt over; the policy after does so later. */
    HANDED_OVER_LATER,
    /** A debt that was not handed over is handed over. */
    NEWLY_HANDED_OVER,
    /** A debt that was handed over is not handed over any more. */
    NO_LONGER_HANDED_OVER,
    /** The debt is handed over to somebody else, such as to a court and not to an agency. */
    HANDED_OVER_OTHERWISE,
    /** A hand-over, a write-off or a stop of supply comes without the approval that it needed. */
    APPROVAL_LOST,
    /** A hand-over, a write-off or a stop of supply needs an approval that it did not need. */
    APPROVAL_ADDED;

    /** Such as {@code contacted earlier}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * What a change does to debtors.
   *
   * @param kind what
   * @param worlds in how many worlds
   * @param most how much in the extreme one, such as {@code 7 days}; empty if that is no amount
   * @param median how much in the world in the middle, the lower one of two; empty if that is no
   *     amount
   * @param extreme the extreme world, told for both policies
   */
  public record Effect(Kind kind, long worlds, String most, String median, Pair extreme) {
    /**
     * What a change does to debtors.
     *
     * @param kind what
     * @param worlds in how many worlds
     * @param most how much in the extreme one
     * @param median how much in the world in the middle
     * @param extreme the extreme world, told for both policies
     */
    public Effect {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(most, "most");
      Objects.requireNonNull(median, "median");
      Objects.requireNonNull(extreme, "extreme");
    }

    /** Such as {@code contacted earlier in 120 worlds, by 7 days at most, median 2 days}. */
    @Override
    public String toString() {
      return kind + " in " + counted(worlds) + much();
    }

    private String much() {
      String by = most.isEmpty() ? "" : ", by " + most + " at most";
      return by + (median.isEmpty() || median.equals(most) ? "" : ", median " + median);
    }
  }

  /**
   * That some debtors are treated more harshly.
   *
   * @param worlds in how many worlds
   * @param why in what the debtor of the first one is, such as {@code a demand 20 days earlier}
   * @param story the first of these worlds, told for both policies
   */
  public record Harsher(long worlds, String why, Pair story) {
    /**
     * That some debtors are treated more harshly.
     *
     * @param worlds in how many worlds
     * @param why in what the debtor of the first one is
     * @param story the first of these worlds, told for both policies
     */
    public Harsher {
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(story, "story");
    }

    /** Such as {@code more harshly in 20 worlds, for example: a demand 20 days earlier}. */
    @Override
    public String toString() {
      return "more harshly in " + counted(worlds) + ", for example: " + why;
    }
  }

  /**
   * A comparison.
   *
   * @param before the name of the policy before
   * @param after the name of the policy after
   * @param differences where the rules differ
   * @param effects what that does to debtors
   * @param harsher in how many worlds and why a debtor is treated more harshly
   * @param unreached the steps that differ and that neither policy took
   * @param worlds how many worlds were played
   * @param complete whether all worlds were played
   */
  public PolicyComparison {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(differences, "differences");
    Objects.requireNonNull(effects, "effects");
    Objects.requireNonNull(harsher, "harsher");
    Objects.requireNonNull(unreached, "unreached");
    unreached = List.copyOf(unreached);
    differences = List.copyOf(differences);
    effects = List.copyOf(effects);
  }

  /**
   * Compares two policies on a calendar without holidays.
   *
   * @param before the policy before
   * @param after the policy after
   * @return how they differ
   */
  public static PolicyComparison of(DunningPolicy before, DunningPolicy after) {
    return of(before, after, BusinessCalendar.weekends());
  }

  /**
   * Compares two policies.
   *
   * @param before the policy before
   * @param after the policy after
   * @param calendar the calendar that counts business days
   * @return how they differ
   */
  public static PolicyComparison of(
      DunningPolicy before, DunningPolicy after, BusinessCalendar calendar) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return of(before, after, calendar, p -> {});
  }

  /**
   * Compares two policies, telling somebody how far it has come, about ten times a second. To give
   * up the comparison, the listener throws an unchecked exception, which this method throws, too.
   *
   * @param before the policy before
   * @param after the policy after
   * @param calendar the calendar that counts business days
   * @param listener who is told, on this thread; a world is played with both policies, and counts
   *     once
   * @return how they differ
   */
  public static PolicyComparison of(
      DunningPolicy before,
      DunningPolicy after,
      BusinessCalendar calendar,
      Consumer<PolicyCheck.Progress> listener) {
    return of(before, after, calendar, Long.MAX_VALUE, Duration.ZERO, listener);
  }

  /**
   * Compares two policies for as many worlds or as long as is given. A comparison that time ended
   * may find other things the next time; one that a number of worlds ended finds the same.
   *
   * @param before the policy before
   * @param after the policy after
   * @param calendar the calendar that counts business days
   * @param mostWorlds how many worlds are played at most, 1 or more
   * @param within how long; zero for as long as it takes
   * @param listener who is told how far it has come, about ten times a second
   * @return how they differ, as far as was played
   * @throws IllegalArgumentException if the number is below 1 or the time is negative
   */
  public static PolicyComparison of(
      DunningPolicy before,
      DunningPolicy after,
      BusinessCalendar calendar,
      long mostWorlds,
      Duration within,
      Consumer<PolicyCheck.Progress> listener) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(listener, "listener");
    if (mostWorlds < 1) {
      throw new IllegalArgumentException("number of worlds is below 1: " + mostWorlds);
    }
    if (within.isNegative()) {
      throw new IllegalArgumentException("time is negative: " + within);
    }
    Budget budget =
        new Budget(mostWorlds, within, (w, d) -> listener.accept(new PolicyCheck.Progress(w, d)));
    return new Comparing(before, after, calendar, budget).compare();
  }

  /** {@return whether neither the rules nor what they do differ} */
  public boolean isEmpty() {
    return differences.isEmpty() && changesNothing();
  }

  /** Whether every debtor is treated as before; the rules may differ. */
  private boolean changesNothing() {
    return effects.isEmpty() && harsher.isEmpty();
  }

  /**
   * Why it is not known whether a debtor is treated more harshly: a step that differs was taken in
   * no world, or rules differ and no world shows it.
   *
   * @return a sentence without its full stop; empty if it is known
   */
  public Optional<String> undecided() {
    if (harsher.isPresent()) {
      return Optional.empty();
    }
    if (!unreached.isEmpty()) {
      String steps = String.join(", ", unreached.stream().map(s -> '"' + s + '"').toList());
      return Optional.of("no explored world reaches a step that differs: " + steps);
    }
    List<String> rules =
        differences.stream().map(Difference::place).filter(p -> !p.equals("invariants")).toList();
    return rules.isEmpty() || !effects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nothing that is compared differs in the explored worlds, although rules do: "
                + String.join(", ", rules));
  }

  /** A line for each rule, effect and verdict; {@link #stories} tells the extremes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(before + " -> " + after);
    differences.forEach(d -> text.append("\n  ").append(d));
    text.append(differences.isEmpty() ? "\n  no rule differs" : "");
    effects.forEach(e -> text.append("\n").append(e));
    text.append(changesNothing() ? "\nno debtor is treated otherwise" : "");
    text.append(
        harsher
            .map(h -> "\nsome debtors are treated " + h)
            .or(
                () ->
                    undecided()
                        .map(
                            u ->
                                "\nit is not known whether a debtor is treated more harshly: " + u))
            .orElse("\nno debtor is treated more harshly"));
    text.append("; ").append(counted(worlds)).append(" explored");
    return text.append(complete ? "" : "; the budget ended").toString();
  }

  /**
   * The stories of the extreme worlds, each told for both policies, and that of the first debtor
   * who is treated more harshly.
   *
   * @return several lines, in English; empty if nothing differs
   */
  public String stories() {
    StringBuilder text = new StringBuilder();
    effects.forEach(e -> text.append(e).append("\n").append(indented(e.extreme())));
    harsher.ifPresent(
        h -> text.append("treated ").append(h).append("\n").append(indented(h.story())));
    return text.toString();
  }

  private static String counted(long worlds) {
    return String.format(Locale.ROOT, "%,d %s", worlds, worlds == 1 ? "world" : "worlds");
  }

  private static String indented(Pair pair) {
    return pair.toString().indent(2);
  }
}
