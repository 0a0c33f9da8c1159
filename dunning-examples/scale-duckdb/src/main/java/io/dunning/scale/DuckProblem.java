package io.dunning.scale;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says went wrong, in the words of the commands. */
final class DuckProblem {
  /**
   * A message of DuckDB's, and what it means.
   *
   * @param pattern what it looks like
   * @param sentence what to say instead, with the groups of the pattern
   */
  private record Meaning(Pattern pattern, String sentence) {
    static Meaning of(String pattern, String sentence) {
      return new Meaning(Pattern.compile(pattern, Pattern.DOTALL), sentence);
    }
  }

  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of(
              "No magic bytes found at end of file '([^']+)'", "$1: is no whole Parquet file"),
          Meaning.of("No files found that match the pattern \"([^\"]+)\"", "no such files: $1"),
          Meaning.of(
              "CSV Error on Line: (\\d+)\n(?:Original Line: [^\n]*\n)?([^\n]+)\n.*file = ([^\n]+)",
              "$3: line $1: $2"),
          Meaning.of(
              "Out of Memory Error: ([^\n]+)",
              "DuckDB needs more memory, or more room on disk, than it has: $1\n"
                  + "Maybe allow more with --memory, or use fewer --threads"),
          Meaning.of(
              "(?:Memory|memory_limit)[^\n]* must have [^\n]*|Unknown unit for memory[^\n]*",
              "--memory: must be a size such as 2GB"),
          Meaning.of(
              "Could not write file \\\\?\"([^\"\\\\]+)\\\\?\": ([^\n\"]+)",
              "$1: cannot be written: $2"),
          Meaning.of("Cannot open file \"([^\"]+)\": ([^\n]+)", "$1: cannot be opened: $2"));

  private DuckProblem() {}

  /** The problem in a sentence; advice is on a line of its own. */
  static String inWords(SQLException problem) {
    String message = String.valueOf(problem.getMessage());
    for (Meaning each : MEANINGS) {
      Matcher found = each.pattern().matcher(message);
      if (found.find()) {
        StringBuilder words = new StringBuilder();
        found.appendReplacement(words, each.sentence());
        return words.substring(found.start());
      }
    }
    // further lines are about the options and the SQL of DuckDB
    String first = message.lines().findFirst().orElse("");
    return "DuckDB: " + first.replaceFirst("^(?:[A-Z][A-Za-z]* )+Error: ", "");
  }
}
