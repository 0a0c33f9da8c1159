package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.cli.StoryLine.Part;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a story from its lines. For one story. */
final class StoryReader {
  private static final List<String> BEGINNINGS =
      List.of(
          StoryFile.STORY, StoryFile.POLICY, StoryFile.CUSTOMER, StoryFile.INVOICE, StoryFile.PAST);
  private static final List<String> OF_STEP =
      List.of(
          StoryFile.INVOICE,
          StoryFile.BY,
          StoryFile.TONE,
          StoryFile.GRANTS,
          StoryFile.CHARGES,
          StoryFile.OFFERS);
  private static final List<String> OF_ANSWER = List.of(StoryFile.INVOICE);

  private final String file;
  private final StoryProblems problems;
  private final StoryBooks books;
  private final List<StoryLine> told = new ArrayList<>();
  private final List<StoryFile.NamedStep> steps = new ArrayList<>();
  private String title = "";
  private String policy;

  StoryReader(String file, StoryProblems problems) {
    this.file = file;
    this.problems = problems;
    books = new StoryBooks(this::flaw);
  }

  Optional<StoryFile> read(String text) {
    int before = problems.count();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        line(i + 1, lines.get(i).stripTrailing(), line);
      }
    }
    if (!books.hasInvoices()) {
      problems.add(file, 1, 1, "the story has no invoice\nMaybe add " + StoryBooks.EXAMPLE);
    } else if (told.isEmpty()) {
      problems.add(file, 1, 1, "the story tells of no day\nMaybe add 2026-03-02 nothing");
    }
    Optional<Account> start = books.account();
    List<StoryDay> days = days();
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new StoryFile(
                file, title, Optional.ofNullable(policy), start.orElseThrow(), days, steps));
  }

  private void flaw(StoryLine line, String part, String what) {
    int column = line.part(part).map(Part::column).orElse(line.headColumn());
    problems.add(file, line.number(), column, what);
  }

  private void line(int number, String whole, String text) {
    if (text.startsWith(StoryFile.STORY + " ")) {
      title = text.substring(StoryFile.STORY.length()).strip();
      return;
    }
    try {
      StoryLine line = StoryLine.parse(number, whole);
      if (line.day().isPresent()) {
        told.add(line);
      } else {
        beginning(line);
      }
    } catch (StoryLine.Flaw flaw) {
      problems.add(file, number, flaw.column(), flaw.getMessage());
    }
  }

  private void beginning(StoryLine line) {
    String word = line.head().split(" ", 2)[0];
    if (!BEGINNINGS.contains(word)) {
      List<String> near = Nearest.to(word, BEGINNINGS);
      flaw(
          line,
          "",
          "a line begins with a day or with story, policy, customer, invoice or past, not with "
              + Found.shortened(word)
              + (near.isEmpty() ? "" : "\nMaybe " + String.join(" or ", near)));
    } else if (!told.isEmpty()) {
      flaw(line, "", "stands after the first day: " + word);
    } else if (line.after(word).isEmpty()) {
      flaw(line, "", "nothing follows the word " + word);
    } else if (word.equals(StoryFile.POLICY)) {
      policy = line.after(word).get();
    } else {
      books.add(line, word);
    }
  }

  private List<StoryDay> days() {
    List<StoryDay> days = new ArrayList<>();
    StoryDay day = null;
    for (int i = 0; i < told.size(); i++) {
      StoryLine line = told.get(i);
      if (day != null && line.day().orElseThrow().isBefore(day.date())) {
        problems.add(file, line.number(), 1, "is before the day above it, " + day.date());
        continue;
      }
      if (day == null || !day.date().equals(line.day().orElseThrow())) {
        if (day != null) {
          days.add(day);
        }
        day = Scenario.on(line.day().orElseThrow());
      }
      int lines = books.linesOfPlan(told, i);
      try {
        day = tell(day, told.subList(i, i + lines));
      } catch (StoryLine.Flaw flaw) {
        problems.add(file, line.number(), flaw.column(), flaw.getMessage());
      }
      i += lines - 1;
    }
    if (day != null) {
      days.add(day);
    }
    return days;
  }

  /** What a line tells; of a plan, all of its lines. */
  private StoryDay tell(StoryDay day, List<StoryLine> lines) {
    StoryLine line = lines.get(0);
    Optional<String> taken = line.after(StoryFile.TAKE);
    if (taken.isPresent()) {
      names(line, StoryFile.TAKE, taken.get());
      return takes(day, line, taken.get());
    }
    Optional<String> approved = line.after(StoryFile.APPROVE);
    if (approved.isPresent()) {
      names(line, StoryFile.APPROVE, approved.get());
      return about(day, line).approves(approved.get());
    }
    Optional<String> verdict = line.after(StoryFile.VERDICT);
    if (verdict.isPresent()) {
      return about(day, line).verdict(verdict(line, verdict.get()));
    }
    Optional<String> review = line.after(StoryFile.LOOK);
    if (review.isPresent()) {
      return about(day, line).looksAgainOn(date(review.get(), line.headColumn()));
    }
    if (line.head().equals(StoryFile.NOTHING)) {
      return day;
    }
    Optional<LedgerEvent> event = books.event(lines);
    if (event.isEmpty()) {
      return day;
    }
    String number = line.value(StoryFile.INVOICE);
    return number.isEmpty()
        ? day.happensToAccount(event.get())
        : day.about(number).happens(event.get());
  }

  /**
   * Notes where a line names a step; only the policy that is told the story can say if it has it.
   */
  private void names(StoryLine line, String word, String step) {
    int column = line.headColumn() + word.length() + 1;
    steps.add(new StoryFile.NamedStep(step, line.number(), column));
  }

  private StoryDay takes(StoryDay day, StoryLine line, String step) {
    StoryDay about = about(day, line, OF_STEP);
    Optional<Channel> by = part(line, StoryFile.BY, Channel::parse);
    StoryDay told = by.map(c -> about.takes(step, c)).orElseGet(() -> about.takes(step));
    Optional<Tone> tone = part(line, StoryFile.TONE, Tone::parse);
    told = tone.isPresent() ? told.tone(tone.get()) : told;
    Optional<Part> granted = line.part(StoryFile.GRANTS);
    if (granted.isPresent()) {
      told = told.grants(date(granted.get().value(), granted.get().column()));
    }
    Optional<String[]> charged = part(line, StoryFile.CHARGES, StoryReader::amounts);
    told = charged.isPresent() ? told.charges(charged.get()) : told;
    Optional<String[]> offered = part(line, StoryFile.OFFERS, StoryReader::amounts);
    return offered.isPresent() ? told.offers(offered.get()) : told;
  }

  private StoryDay about(StoryDay day, StoryLine line) {
    return about(day, line, OF_ANSWER);
  }

  private StoryDay about(StoryDay day, StoryLine line, List<String> known) {
    requireKnown(line, known);
    String number = line.value(StoryFile.INVOICE);
    if (number.isEmpty()) {
      if (books.invoices().size() > 1) {
        throw new StoryLine.Flaw(
            line.headColumn(),
            "does not say which invoice\nMaybe add: , invoice " + books.invoices().get(0));
      }
      return day;
    }
    if (!books.invoices().contains(number)) {
      throw new StoryLine.Flaw(
          line.part(StoryFile.INVOICE).orElseThrow().column(),
          "no such invoice: " + Found.shortened(number));
    }
    return day.about(number);
  }

  /** Refuses parts that a line cannot have, or that it has twice. */
  static void requireKnown(StoryLine line, List<String> known) {
    Set<String> seen = new HashSet<>();
    for (Part each : line.parts()) {
      if (!known.contains(each.name())) {
        List<String> near = Nearest.to(each.name(), known);
        throw new StoryLine.Flaw(
            each.column(),
            "cannot be said here: "
                + Found.shortened(each.name())
                + "\nMaybe "
                + String.join(" or ", near.isEmpty() ? known : near));
      }
      if (!seen.add(each.name()) && !each.name().equals(StoryFile.FACT)) {
        throw new StoryLine.Flaw(each.column(), "stands twice: " + each.name());
      }
    }
  }

  private static <T> Optional<T> part(StoryLine line, String name, Function<String, T> parse) {
    return line.part(name)
        .map(
            p -> {
              try {
                return parse.apply(p.value());
              } catch (IllegalArgumentException | ArithmeticException e) {
                throw new StoryLine.Flaw(
                    p.column(), name + ": " + e.getMessage().lines().findFirst().orElse(""));
              }
            });
  }

  private static String[] amounts(String text) {
    String[] all = text.split(" and ", -1);
    Arrays.stream(all).forEach(Money::parse);
    return all;
  }

  private static String date(String text, int column) {
    try {
      return Day.parse(text).toString();
    } catch (DateTimeException e) {
      throw new StoryLine.Flaw(column, e.getMessage() + ": " + Found.shortened(text));
    }
  }

  private static Verdict verdict(StoryLine line, String words) {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.toString().equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new StoryLine.Flaw(
                    line.headColumn(),
                    "not a verdict: "
                        + Found.shortened(words)
                        + "\nMaybe "
                        + Arrays.stream(Verdict.values())
                            .map(Verdict::toString)
                            .collect(Collectors.joining(" or "))));
  }
}
