package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import io.dunning.scenario.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A story of a file: who owes what, what happens, and what the policy is expected to do. Reading
 * the file notes everything that is wrong with it.
 *
 * @param file the file
 * @param title what the story shows; empty if it does not say
 * @param policy the policy that it is about; empty if it fits any
 * @param start the account at the beginning
 * @param days the days, in order
 * @param steps the steps that its lines name
 */
record StoryFile(
    String file,
    String title,
    Optional<String> policy,
    Account start,
    List<StoryDay> days,
    List<NamedStep> steps) {
  static final String STORY = "story";
  static final String POLICY = "policy";
  static final String CUSTOMER = "customer";
  static final String FACT = "fact";
  static final String INVOICE = "invoice";
  static final String PAST = "past";
  static final String TAKE = "take";
  static final String APPROVE = "approve";
  static final String VERDICT = "verdict";
  static final String LOOK = "look again on";
  static final String NOTHING = "nothing";
  static final String BY = "by";
  static final String GRANTS = "grants";
  static final String CHARGES = "charges";
  static final String OFFERS = "offers";
  static final String TONE = "tone";

  /** A step of the policy, and where a line names it: its line and column count from 1. */
  record NamedStep(String name, int line, int column) {}

  /**
   * What is otherwise than a story tells.
   *
   * @param file the file of the story
   * @param line the line at fault, from 1; 0 if it is a matter of days and not of one line
   * @param column the column in it, from 1; 0 without a line
   * @param what what is otherwise
   */
  record Failure(String file, int line, int column, String what) {
    /** Such as {@code a.story:5:17: policy has no step "cal"}. */
    @Override
    public String toString() {
      return file + (line > 0 ? ":" + line + ":" + column : "") + ": " + what;
    }
  }

  /** How a file of a story is named. */
  static final String ENDING = ".story";

  private static final long LONGEST = 1_000_000;

  /**
   * The stories of a folder, and of the folders in it, by name.
   *
   * @throws BadInputException with all that is wrong with all of them, or if there is none
   */
  static List<StoryFile> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          "--stories: no such folder: " + folder + "\n" + maybeWrite(folder));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, 5)) {
      files =
          all.filter(p -> p.toString().endsWith(ENDING) && Files.isRegularFile(p))
              .sorted()
              .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException("--stories: cannot be read: " + folder);
    }
    if (files.isEmpty()) {
      throw new BadInputException(
          "--stories: no file *" + ENDING + " is there: " + folder + "\n" + maybeWrite(folder));
    }
    StoryProblems problems = new StoryProblems();
    List<StoryFile> stories = new ArrayList<>();
    for (Path each : files) {
      text(each, problems)
          .flatMap(text -> parse(each.toString(), text, problems))
          .ifPresent(stories::add);
    }
    problems.raise();
    return stories;
  }

  private static String maybeWrite(Path folder) {
    return "Maybe dunning check FILE --write " + folder;
  }

  /** What a file holds; empty if the problems say why it cannot be read. */
  private static Optional<String> text(Path file, StoryProblems problems) {
    String what;
    try {
      if (Files.size(file) <= LONGEST) {
        return Optional.of(Files.readString(file));
      }
      what = "has more than " + LONGEST + " bytes";
    } catch (CharacterCodingException e) {
      what = "is not text in UTF-8";
    } catch (IOException e) {
      what = "cannot be read";
    }
    problems.add(file.toString(), 1, 1, what);
    return Optional.empty();
  }

  /** A story; empty if the problems say what is wrong with it. */
  static Optional<StoryFile> parse(String file, String text, StoryProblems problems) {
    return new StoryReader(file, problems).read(text);
  }

  /**
   * Tells the story to a policy, if the policy has all steps that the story names.
   *
   * @param watcher who counts what is exercised
   * @return what is otherwise than it tells; empty if nothing is
   */
  List<Failure> tell(DunningPolicy told, BusinessCalendar calendar, Watcher watcher) {
    List<Failure> unknown =
        steps.stream()
            .filter(s -> told.ladder().indexOf(s.name()) < 0)
            .map(s -> new Failure(file, s.line(), s.column(), noStep(s.name(), told)))
            .toList();
    if (!unknown.isEmpty()) {
      return unknown;
    }
    try {
      Scenario.of(told)
          .calendar(calendar)
          .account(start)
          .watchedBy(watcher)
          .tells(days.toArray(StoryDay[]::new));
      return List.of();
    } catch (AssertionError | IllegalArgumentException e) {
      return List.of(new Failure(file, 0, 0, e.getMessage()));
    }
  }

  private static String noStep(String name, DunningPolicy told) {
    Set<String> known = new TreeSet<>();
    told.ladder().steps().forEach(s -> known.add(s.name()));
    List<String> near = Nearest.to(name, known);
    List<String> maybe = near.isEmpty() ? List.copyOf(known) : near;
    return "policy has no step \""
        + Found.shortened(name)
        + "\"\nMaybe "
        + maybe.stream().map(StoryLine::quoted).collect(Collectors.joining(" or "));
  }
}
