package io.dunning.check;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps the shortest path to everything that is reached. */
final class ExampleCollector implements Observer {
  private final Answers answers;
  final SortedMap<String, Shortest> found = new TreeMap<>();

  ExampleCollector(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void deciding(LocalDate day) {
    answers.onlyDay(day.toEpochDay());
  }

  private void reach(String what, Path path, LocalDate day) {
    if (Shortest.beats(found.get(what), path)) {
      found.put(what, new Shortest(path, day));
    }
  }

  @Override
  public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {
    for (Recommendation each : now.recommendations()) {
      if (each.verdict() == Verdict.HOLD) {
        reach("hold " + each.reason().getClass().getSimpleName(), path, day);
      } else if (each.step().isEmpty()) {
        reach("verdict " + each.verdict(), path, day);
      }
    }
    for (List<AnswerCount> parts : answers.counts.values()) {
      for (AnswerCount part : parts) {
        answer(part, path, day);
      }
    }
    answers.onlyDay(Long.MAX_VALUE);
  }

  /** A part that answered for the first time did so since the last decision. */
  private void answer(AnswerCount part, Path path, LocalDate day) {
    String name = part.place + (part.whole ? "" : " \"" + part.part + "\"");
    if (part.yes > 0 && !found.containsKey(name + " is true")) {
      reach(name + " is true", path, day);
    }
    if (part.no > 0 && !found.containsKey(name + " is false")) {
      reach(name + " is false", path, day);
    }
  }

  @Override
  public void took(Path path, Account account) {
    reach("step \"" + path.step.step().orElseThrow() + "\"", path, path.day);
  }

  @Override
  public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {}
}
