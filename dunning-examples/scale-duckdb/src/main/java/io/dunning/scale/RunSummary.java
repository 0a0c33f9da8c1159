package io.dunning.scale;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a run has decided.
 *
 * @param accounts about how many accounts
 * @param accountsBefore about how many of them before the run was stopped and given again
 * @param partsBefore in how many parts that was
 * @param verdicts how many decisions there are of each verdict
 * @param rows how many rows were read, without those of the accounts that were decided before
 * @param times where the time went
 */
record RunSummary(
    long accounts,
    long accountsBefore,
    int partsBefore,
    SortedMap<String, Long> verdicts,
    long rows,
    Times times) {

  /**
   * Where the time went.
   *
   * @param readNanos waiting for sorted rows
   * @param buildNanos of all threads for filling tables of accounts
   * @param decideNanos of all threads for deciding
   * @param writeNanos for writing
   */
  record Times(long readNanos, long buildNanos, long decideNanos, long writeNanos) {

    /** The times in words. */
    String inWords(int threads) {
      return String.format(
          "%.1f s waiting for sorted rows, %.1f s building and %.1f s deciding on %d threads,"
              + " %.1f s writing",
          readNanos / 1e9, buildNanos / 1e9, decideNanos / 1e9, threads, writeNanos / 1e9);
    }
  }

  /** What was decided, in words. */
  String inWords() {
    String each =
        verdicts.entrySet().stream()
            .map(v -> String.format("%,d %s", v.getValue(), v.getKey()))
            .collect(Collectors.joining(", "));
    return String.format("decided about %,d accounts", accounts)
        + (partsBefore == 0
            ? ""
            : String.format(
                ", %,d of them in %,d %s there already",
                accountsBefore,
                partsBefore,
                partsBefore == 1 ? "part that was" : "parts that were"))
        + (each.isEmpty() ? "" : ": " + each);
  }
}
