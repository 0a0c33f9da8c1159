package io.dunning.scale;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to decide, and by what means: the options of commands that decide. */
final class DecideOptions {
  private static final int ROWS_PER_BATCH = 200_000;

  @Option(
      names = "--portfolio",
      required = true,
      description = "folder with the tables invoices, events and perhaps customers")
  private Path portfolio;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy")
  private String policy;

  @Option(
      names = {"--as-of", "--on"},
      required = true,
      paramLabel = "DATE",
      description = "the day at whose end is decided")
  private LocalDate day;

  @Option(names = "--out", required = true, description = "the folder of the run")
  Path out;

  @Option(
      names = "--after",
      paramLabel = "RUN",
      description = "folder of an earlier run: decide only about accounts that need it since then")
  private Path after;

  @Option(
      names = "--reasons",
      defaultValue = "due",
      description =
          "tell actions and reasons of none, of those due, or of all (default: ${DEFAULT-VALUE})")
  private Reasons reasons;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description =
          "divide the accounts into N parts; a part is what is done again after a stop"
              + " (default: one for 10 million invoices)")
  private Integer parts;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many threads decide (default: as many as the machine has)")
  private Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "2GB",
      description =
          "what DuckDB may take to read and sort, beside the heap (default: ${DEFAULT-VALUE})")
  String memory;

  /** {@return how many threads decide} */
  int workers() {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1) {
      throw new BadPortfolioException("--threads: must be 1 or more: " + workers);
    }
    return workers;
  }

  DecisionRun.Means means() {
    return new DecisionRun.Means(workers(), memory, ROWS_PER_BATCH);
  }

  DecisionRun.Question question() throws SQLException, IOException {
    if (parts != null && parts < 1) {
      throw new BadPortfolioException("--parts: must be 1 or more: " + parts);
    }
    Portfolio from = new Portfolio(portfolio);
    return new DecisionRun.Question(
        from,
        file().toPolicySet(),
        DunningEvaluator.on(BusinessCalendar.weekends()),
        day,
        reasons,
        parts == null ? from.usualParts(after != null) : parts,
        Optional.ofNullable(after));
  }

  private PolicyFile file() {
    try {
      return PolicyFiles.named(policy);
    } catch (PolicyFileException e) {
      throw e; // says where in the file
    } catch (IllegalArgumentException e) {
      throw new BadPortfolioException("--policy: " + e.getMessage(), e);
    }
  }
}
