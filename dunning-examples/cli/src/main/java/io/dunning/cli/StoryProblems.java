package io.dunning.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with the stories that were read, said at once. */
final class StoryProblems {
  private static final int SHOWN = 50;

  private final Set<Problem> all = new LinkedHashSet<>();

  private record Problem(String file, int line, int column, String what) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column + ": " + what;
    }
  }

  /** Notes what is wrong in a line and a column of a file, both from 1. */
  void add(String file, int line, int column, String what) {
    all.add(new Problem(file, line, column, what));
  }

  int count() {
    return all.size();
  }

  /** Refuses the input if anything is wrong with it. */
  void raise() {
    if (!all.isEmpty()) {
      throw new BadInputException(toString());
    }
  }

  /** A line for each problem, in the order of the files. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    all.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparing(Problem::line)
                .thenComparing(Problem::column))
        .limit(SHOWN)
        .forEach(p -> lines.add(p.toString()));
    int more = all.size() - lines.size();
    return String.join("\n", lines) + (more > 0 ? "\nand " + more + " more" : "");
  }
}
