package io.dunning.scale;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Decides about a portfolio. */
@CommandLine.Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides about all accounts of a portfolio, or about those that need it after an earlier run.",
      "Stopped and given again, it goes on where it was."
    })
final class DecideCommand implements Callable<Integer> {
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

  @Option(names = "--as-of", required = true, description = "the day at whose end is decided")
  private LocalDate day;

  @Option(names = "--out", required = true, description = "the folder of the run")
  private Path out;

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
      description = "what DuckDB may take beside the heap (default: ${DEFAULT-VALUE})")
  private String memory;

  @Override
  public Integer call() throws Exception {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1) {
      throw new BadPortfolioException("--threads: must be 1 or more: " + workers);
    }
    if (parts != null && parts < 1) {
      throw new BadPortfolioException("--parts: must be 1 or more: " + parts);
    }
    Portfolio from = new Portfolio(portfolio);
    DecisionRun.Question question =
        new DecisionRun.Question(
            from,
            file().toPolicySet(),
            DunningEvaluator.on(BusinessCalendar.weekends()),
            day,
            reasons,
            parts == null ? from.usualParts(after != null) : parts,
            Optional.ofNullable(after));
    long start = System.nanoTime();
    DecisionRun.Done done = run(question, new DecisionRun.Means(workers, memory, 200_000));
    System.out.printf(
        "%,d accounts in %.1f s: %.1f waiting for sorted rows, %.1f deciding on %d threads,"
            + " %.1f writing%s%n",
        done.accounts(),
        seconds(System.nanoTime() - start),
        seconds(done.readNanos()),
        seconds(done.decideNanos()),
        workers,
        seconds(done.writeNanos()),
        done.partsBefore() == 0 ? "" : "; " + done.partsBefore() + " parts were done before");
    return 0;
  }

  private DecisionRun.Done run(DecisionRun.Question question, DecisionRun.Means means)
      throws Exception {
    DecisionRun run = new DecisionRun(question, means);
    if (System.console() == null) {
      return run.into(out, i -> {});
    }
    try (ProgressBar bar =
        ProgressBar.builder()
            .setTaskName("decide")
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(question.parts())
            .build()) {
      return run.into(out, bar::stepTo);
    }
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private PolicyFile file() {
    if (PolicyFiles.shippedNames().contains(policy)) {
      return PolicyFiles.parse(PolicyFiles.shippedText(policy));
    }
    Path file = Path.of(policy);
    if (!Files.isRegularFile(file)) {
      throw new BadPortfolioException(
          "--policy: neither a file nor a shipped policy: "
              + policy
              + "\nMaybe "
              + String.join(" or ", PolicyFiles.shippedNames()));
    }
    return PolicyFiles.read(file);
  }
}
