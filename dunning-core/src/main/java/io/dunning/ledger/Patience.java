package io.dunning.ledger;

import io.dunning.event.Concession;
import io.dunning.grammar.Names;
import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How many promises, payment plans, deferrals and holds a debt gets in a dunning cycle, how long
 * those of a kind may last in all, and who may grant one more. What goes beyond is recorded, but
 * does not hold.
 *
 * <p>What is granted for the invoice and for its account counts together, from the day the invoice
 * was issued, or from the day on which the cycle began again. Prints in words, such as {@code at
 * most 2 promises, promises for 30 days in all, more only from head of credit}, and parses them.
 * Immutable and thread-safe.
 *
 * @param counts the most of a kind that hold; a kind without a number has no limit
 * @param days for how many calendar days those of a kind hold in all; each day counts once. A
 *     deferral goes no further than so many days after the due date. A kind without a number has no
 *     limit
 * @param granter who may grant one more; empty text if anybody may
 */
public record Patience(
    SortedMap<Concession, Integer> counts, SortedMap<Concession, Integer> days, String granter)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No limits. */
  public static final Patience UNLIMITED = new Patience(new TreeMap<>(), new TreeMap<>(), "");

  /**
   * Creates limits.
   *
   * @param counts the most of a kind that hold
   * @param days for how many calendar days those of a kind hold in all
   * @param granter who may grant one more; empty text if anybody may
   * @throws IllegalArgumentException if a number is negative
   */
  public Patience {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(days, "days");
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    Objects.requireNonNull(granter, "granter");
    counts.forEach((kind, most) -> check("number of times a " + kind + " holds", most));
    days.forEach((kind, most) -> check("number of days a " + kind + " holds", most));
  }

  private static void check(String what, int most) {
    if (most < 0) {
      throw new IllegalArgumentException(what + " is negative: " + most);
    }
  }

  /**
   * The same limits, and one for how many of a kind hold in a cycle.
   *
   * @param most how many, 0 or more
   * @param kind the kind
   * @return the patience
   * @throws IllegalArgumentException if the number is negative
   */
  public Patience atMost(int most, Concession kind) {
    Objects.requireNonNull(kind, "kind");
    SortedMap<Concession, Integer> more = new TreeMap<>(counts);
    more.put(kind, most);
    return new Patience(more, days, granter);
  }

  /**
   * The same limits, and one for how long those of a kind hold in a cycle.
   *
   * @param most how many calendar days in all, 0 or more
   * @param kind the kind
   * @return the patience
   * @throws IllegalArgumentException if the number is negative
   */
  public Patience daysInAll(int most, Concession kind) {
    Objects.requireNonNull(kind, "kind");
    SortedMap<Concession, Integer> more = new TreeMap<>(days);
    more.put(kind, most);
    return new Patience(counts, more, granter);
  }

  /**
   * The same limits, beyond which only one person or role may grant more. What somebody else grants
   * is recorded and changes nothing.
   *
   * @param who the name, as {@linkplain io.dunning.event.LedgerEvent#furtherGranted events} have it
   * @return the patience
   */
  public Patience moreOnlyFrom(String who) {
    return new Patience(counts, days, who);
  }

  /**
   * Whether nothing is limited.
   *
   * @return true if no kind has a limit
   */
  public boolean isUnlimited() {
    return counts.isEmpty() && days.isEmpty();
  }

  /** The most of a kind that hold; empty without a limit. */
  OptionalInt count(Concession kind) {
    return limit(counts, kind);
  }

  /** For how many days those of a kind hold; empty without a limit. */
  OptionalInt days(Concession kind) {
    return limit(days, kind);
  }

  private static OptionalInt limit(SortedMap<Concession, Integer> limits, Concession kind) {
    Integer most = limits.get(kind);
    return most == null ? OptionalInt.empty() : OptionalInt.of(most);
  }

  /** Whether someone may grant one more. */
  boolean letsGrant(String who) {
    return granter.isEmpty() || granter.equals(who);
  }

  /**
   * Reads limits in the words in which they print. The name of who may grant more can stand in
   * double quotes, and needs them if it contains the words {@code and}, {@code or}, {@code if} or
   * {@code not}, brackets, commas or quotes.
   *
   * @param text such as {@code at most 2 promises, holds for 30 days in all, more only from head of
   *     credit}, or {@code no limits}
   * @return the limits
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  public static Patience parse(String text) {
    return new PatienceReader(Objects.requireNonNull(text, "text")).patience();
  }

  /** Such as {@code at most 2 promises}; {@code no limits} without any. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ").setEmptyValue("no limits");
    counts.forEach((kind, most) -> text.add("at most " + most + " " + several(kind, most)));
    days.forEach(
        (kind, most) ->
            text.add(
                several(kind, 2) + " for " + most + (most == 1 ? " day" : " days") + " in all"));
    if (!granter.isEmpty()) {
      text.add("more only from " + Names.words(granter));
    }
    return text.toString();
  }

  private static String several(Concession kind, int count) {
    return kind + (count == 1 ? "" : "s");
  }
}
