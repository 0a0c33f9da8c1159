package io.dunning.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins a run with those before it. */
@CommandLine.Command(
    name = "current",
    mixinStandardHelpOptions = true,
    description =
        "Writes the newest decision about each customer, of a run and those that it came after.")
final class CurrentCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "the folder of the last run")
  private Path run;

  @Option(names = "--out", required = true, description = "a Parquet file")
  private Path out;

  @Override
  public Integer call() throws Exception {
    NewFile file = new NewFile(out);
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement sql = duck.createStatement()) {
      sql.execute(
          "COPY (SELECT * FROM ("
              + RunFolder.finished(run).current()
              + ") ORDER BY customer, invoice NULLS FIRST, step) TO "
              + Duck.text(file.unfinished().toString())
              + " (FORMAT parquet)");
    }
    file.finish();
    return 0;
  }
}
