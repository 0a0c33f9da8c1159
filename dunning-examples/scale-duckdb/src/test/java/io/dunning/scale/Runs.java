package io.dunning.scale;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests of runs share. */
final class Runs {
  static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private Runs() {}

  static Path generated(Path folder, int customers) throws Exception {
    new Generator(7, DAY).write(customers, folder);
    return folder;
  }

  static DecisionRun.Question question(Path portfolio, String policy, LocalDate day, int parts) {
    return question(portfolio, policy, day, parts, Reasons.DUE, null);
  }

  static DecisionRun.Question question(
      Path portfolio, String policy, LocalDate day, int parts, Reasons reasons, Path after) {
    String text = PolicyFiles.shippedText(policy);
    return questionOf(portfolio, text, day, parts, reasons, after);
  }

  /** The same with a policy file. */
  static DecisionRun.Question questionOf(
      Path portfolio, String text, LocalDate day, int parts, Reasons reasons, Path after) {
    return new DecisionRun.Question(
        new Portfolio(portfolio),
        PolicyFiles.parse(text).toPolicySet(),
        DunningEvaluator.on(BusinessCalendar.weekends()),
        day,
        reasons,
        parts,
        Optional.ofNullable(after));
  }

  /** Batches are small, so that there are many. */
  static DecisionRun.Means means(int threads) {
    return new DecisionRun.Means(threads, "500MB", 1000);
  }

  static RunSummary decide(DecisionRun.Question question, Path out, int threads) throws Exception {
    return new DecisionRun(question, means(threads)).into(out, i -> {});
  }

  /** The content of all files of a folder, by name. */
  static TreeMap<String, String> bytes(Path folder) throws Exception {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        all.put(
            each.getFileName().toString(),
            new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  /** The newest decision about each customer, a line a row, sorted. */
  static List<String> current(Path run) throws Exception {
    return lines(
        "SELECT * FROM (" + RunFolder.finished(run).current() + ") ORDER BY ALL NULLS FIRST");
  }

  static void run(String sql) throws Exception {
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> lines(String sql) throws Exception {
    List<String> all = new ArrayList<>();
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.writing(spill);
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          String cell = rows.getString(i);
          line.append(i == 1 ? "" : "|").append(cell == null ? "" : cell);
        }
        all.add(line.toString());
      }
    }
    return all;
  }
}
