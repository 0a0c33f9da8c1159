package io.dunning.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints decisions. */
@CommandLine.Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Prints the newest decisions of a run and those that it came after, due ones first.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "the folder of the run")
  private Path run;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many rows at most (default: ${DEFAULT-VALUE})")
  private int most;

  @Override
  public Integer call() throws Exception {
    if (most < 0) {
      throw new BadPortfolioException("--most: must not be negative: " + most);
    }
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT customer, coalesce(invoice, invoices), verdict, step, review_on,"
                    + " coalesce(reason, rule) FROM ("
                    + RunFolder.finished(run).current()
                    + ") ORDER BY CASE verdict WHEN 'act' THEN 0 WHEN 'await approval' THEN 1 ELSE 2 END,"
                    + " customer, invoice LIMIT "
                    + most)) {
      System.out.println("customer | invoices | verdict | step | review_on | reason or rule");
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
          String cell = rows.getString(i);
          line.append(i == 1 ? "" : " | ").append(cell == null ? "" : cell);
        }
        System.out.println(line);
      }
    }
    return 0;
  }
}
