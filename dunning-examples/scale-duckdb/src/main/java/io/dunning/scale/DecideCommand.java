package io.dunning.scale;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Decides about a portfolio. */
@CommandLine.Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides about all accounts of a portfolio, or about those that need it after an earlier"
          + " run.",
      "Stopped and given again, it goes on where it was."
    })
final class DecideCommand implements Callable<Integer> {
  @Mixin private DecideOptions options;

  @Override
  public Integer call() throws Exception {
    DecisionRun.Means means = options.means();
    DecisionRun.Question question = options.question();
    long start = System.nanoTime();
    RunSummary summary = run(new DecisionRun(question, means));
    System.out.println(summary.inWords());
    System.out.printf(
        "%.1f s: %s%n",
        (System.nanoTime() - start) / 1e9, summary.times().inWords(options.workers()));
    System.out.printf("See: dunning-scale show %s%n", options.out);
    System.out.printf(
        "In DuckDB: SELECT * FROM %s WHERE verdict = 'act'%n", Duck.files(options.out, "part-"));
    return 0;
  }

  private RunSummary run(DecisionRun run) throws Exception {
    if (System.console() == null) {
      return run.into(options.out, parts -> {});
    }
    try (RunBar bar = new RunBar()) {
      return run.into(options.out, bar);
    }
  }
}
