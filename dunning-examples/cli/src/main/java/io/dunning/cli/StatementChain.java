package io.dunning.cli;

import io.dunning.bridges.document.BankFile.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far whole statements of one account and currency follow each other without a gap.
 *
 * @param through the last day that is known
 * @param gap why the statements behind it do not count; empty if all count
 */
record StatementChain(LocalDate through, Optional<String> gap) {

  /**
   * How far statements go. They count from the earliest on, as long as each begins with the balance
   * with which the one before it ends.
   *
   * @param whole the statements, at least one, each with the day that it covers
   */
  static StatementChain of(List<Statement> whole) {
    List<Statement> left = new ArrayList<>(whole);
    left.sort(Comparator.comparing(StatementChain::day));
    Statement last = first(left);
    left.remove(last);
    while (!left.isEmpty()) {
      Optional<Statement> next = next(last, left);
      if (next.isEmpty()) {
        return endingAt(last, left.get(0));
      }
      left.remove(next.get());
      last = next.get();
    }
    return new StatementChain(day(last), Optional.empty());
  }

  /** The one of the first day that goes on from no other of that day. */
  private static Statement first(List<Statement> sorted) {
    List<Statement> early = ofFirstDay(sorted);
    return early.stream()
        .filter(s -> early.stream().noneMatch(o -> !o.equals(s) && goesOn(o, s)))
        .findFirst()
        .orElse(early.get(0));
  }

  /** One of the next day that goes on from the last one, or tells of the same days again. */
  private static Optional<Statement> next(Statement last, List<Statement> left) {
    List<Statement> near = ofFirstDay(left);
    return near.stream()
        .filter(s -> goesOn(last, s))
        .findFirst()
        .or(() -> near.stream().filter(s -> endsAs(last, s)).findFirst());
  }

  private static List<Statement> ofFirstDay(List<Statement> sorted) {
    return sorted.stream().filter(s -> day(s).equals(day(sorted.get(0)))).toList();
  }

  private static boolean goesOn(Statement before, Statement after) {
    return before.closing().isPresent() && before.closing().equals(after.opening());
  }

  private static boolean endsAs(Statement one, Statement other) {
    return day(one).equals(day(other)) && one.closing().equals(other.closing());
  }

  private static StatementChain endingAt(Statement last, Statement next) {
    boolean isSameDay = day(last).equals(day(next));
    return new StatementChain(
        isSameDay ? day(last).minusDays(1) : day(last),
        Optional.of(
            "the statement through "
                + day(next)
                + " does not go on from the balance of the one through "
                + day(last)
                + "; read those between them in the same run"));
  }

  private static LocalDate day(Statement statement) {
    return statement.through().orElseThrow();
  }
}
