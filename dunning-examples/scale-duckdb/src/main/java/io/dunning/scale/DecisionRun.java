package io.dunning.scale;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Decides about all accounts of a portfolio on a day, or about those that need it after an earlier
 * run, and writes the decisions as Parquet files: one for each part of the accounts. A part that is
 * there is not done again; a part that was not finished leaves nothing. So a run that was stopped
 * goes on where it was when it is started again. The files do not depend on the number of threads.
 */
final class DecisionRun {
  /**
   * What to decide.
   *
   * @param portfolio the invoices and events
   * @param policies the policies
   * @param evaluator the evaluator, with its calendar
   * @param day the day at whose end is decided
   * @param reasons about which accounts actions and reasons are told
   * @param parts in how many parts the accounts are divided
   * @param after an earlier run: decide only about accounts that need it since then
   */
  record Question(
      Portfolio portfolio,
      PolicySet policies,
      DunningEvaluator evaluator,
      LocalDate day,
      Reasons reasons,
      int parts,
      Optional<Path> after) {}

  /**
   * What may be used.
   *
   * @param threads how many threads decide and sort
   * @param memory how much memory DuckDB may take, such as {@code 2GB}
   * @param rowsPerBatch how many rows are decided about at once
   */
  record Means(int threads, String memory, int rowsPerBatch) {}

  /**
   * What was done.
   *
   * @param accounts about how many accounts was decided
   * @param rows how many rows that took
   * @param partsBefore how many parts were there already
   * @param readNanos time waited for sorted rows
   * @param decideNanos time of all threads for building and deciding
   * @param writeNanos time for writing
   */
  record Done(
      long accounts,
      long rows,
      int partsBefore,
      long readNanos,
      long decideNanos,
      long writeNanos) {}

  private final Question question;
  private final Means means;
  private final Deciding deciding;
  private final AtomicLong decideNanos = new AtomicLong();
  private long accounts;
  private long rows;
  private long readNanos;
  private long writeNanos;

  DecisionRun(Question question, Means means) {
    this.question = question;
    this.means = means;
    deciding =
        new Deciding(question.evaluator(), question.policies(), question.day(), question.reasons());
  }

  /**
   * Does what is still to be done.
   *
   * @param out the folder of the run
   * @param progress told after each part how many are done
   * @throws BadPortfolioException if the portfolio or the folder is not as it should be
   */
  Done into(Path out, IntConsumer progress) throws SQLException, IOException, InterruptedException {
    RunFolder folder = RunFolder.begin(out, asked());
    Path spill = Files.createTempDirectory("dunning-scale");
    ExecutorService pool = Executors.newFixedThreadPool(means.threads());
    int before = 0;
    try (Connection duck = Duck.reading(means.threads(), means.memory(), spill);
        DecisionFile file = new DecisionFile()) {
      question.portfolio().open(duck);
      String due = question.after().isPresent() ? chooseDue(duck) : "";
      for (int i = 0; i < folder.parts(); i++) {
        if (folder.isDone(i)) {
          before++;
        } else {
          part(duck, where(i, folder.parts(), due), file, pool);
          long start = System.nanoTime();
          file.write(folder.part(i));
          writeNanos += System.nanoTime() - start;
        }
        progress.accept(i + 1);
      }
    } finally {
      pool.shutdownNow();
      delete(spill);
    }
    return new Done(accounts, rows, before, readNanos, decideNanos.get(), writeNanos);
  }

  private Properties asked() throws IOException {
    Properties all = new Properties();
    all.setProperty(RunFolder.DAY, question.day().toString());
    all.setProperty(RunFolder.PARTS, Integer.toString(question.parts()));
    all.setProperty("reasons", question.reasons().toString());
    all.setProperty(
        "policies",
        question.policies().policies().stream()
            .map(DunningPolicy::fingerprint)
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(" ")));
    all.setProperty("portfolio", question.portfolio().state());
    question
        .after()
        .ifPresent(
            a -> all.setProperty(RunFolder.AFTER, a.toAbsolutePath().normalize().toString()));
    return all;
  }

  private static String where(int part, int parts, String due) {
    String share = parts == 1 ? "" : "hash(customer) % " + parts + " = " + part;
    return due.isEmpty() || share.isEmpty() ? due + share : due + " AND " + share;
  }

  /** Notes the customers whose review date has come, or about whom something is new. */
  private String chooseDue(Connection duck) throws SQLException, IOException {
    RunFolder last = RunFolder.finished(question.after().orElseThrow());
    if (last.day().isAfter(question.day())) {
      throw new BadPortfolioException(
          "the earlier run is of a later day than " + question.day() + ": " + last.day());
    }
    if (!last.told("policies").equals(asked().getProperty("policies"))) {
      throw new BadPortfolioException(
          "the earlier run used other policies, so that every account has to be decided again\n"
              + "Maybe leave out --after");
    }
    String day = "DATE '" + last.day() + "'";
    refuseVanished(duck, last);
    try (Statement sql = duck.createStatement()) {
      sql.execute(
          "CREATE TABLE due AS SELECT DISTINCT customer FROM ("
              + "SELECT customer FROM ("
              + last.current()
              + ") WHERE review_on <= DATE '"
              + question.day()
              + "' UNION ALL SELECT customer FROM invoices WHERE greatest(issued, booked) > "
              + day
              + " UNION ALL SELECT customer FROM events WHERE greatest(day, booked) > "
              + day
              + " UNION ALL SELECT customer FROM invoices WHERE customer NOT IN (SELECT customer"
              + " FROM ("
              + last.current()
              + ")))");
    }
    return "customer IN (SELECT customer FROM due)";
  }

  /** A customer whom nothing tells any more cannot be decided about, nor keep what was decided. */
  private static void refuseVanished(Connection duck, RunFolder last)
      throws SQLException, IOException {
    try (Statement sql = duck.createStatement();
        ResultSet gone =
            sql.executeQuery(
                "SELECT min(customer), count(*) FROM (SELECT DISTINCT customer FROM ("
                    + last.current()
                    + ") WHERE customer NOT IN (SELECT customer FROM invoices)"
                    + " AND customer NOT IN (SELECT customer FROM events)"
                    + " AND customer NOT IN (SELECT customer FROM customers))")) {
      gone.next();
      if (gone.getLong(2) > 0) {
        throw new BadPortfolioException(
            "customers of the earlier run are not in the portfolio: "
                + gone.getLong(2)
                + ", such as "
                + gone.getString(1)
                + "\nMaybe it is another portfolio; otherwise leave out --after");
      }
    }
  }

  private void part(Connection duck, String where, DecisionFile file, ExecutorService pool)
      throws SQLException, InterruptedException {
    Deque<Future<List<DecisionRow>>> waiting = new ArrayDeque<>();
    try (BatchReader reader = new BatchReader(duck, where, means.rowsPerBatch())) {
      for (Batch batch = next(reader); batch != null; batch = next(reader)) {
        accounts += batch.accounts();
        rows += batch.rows();
        Batch each = batch;
        waiting.add(pool.submit((Callable<List<DecisionRow>>) () -> decide(each)));
        if (waiting.size() > means.threads()) {
          write(waiting.remove(), file);
        }
      }
      while (!waiting.isEmpty()) {
        write(waiting.remove(), file);
      }
    }
  }

  private Batch next(BatchReader reader) {
    long start = System.nanoTime();
    Batch next = reader.next();
    readNanos += System.nanoTime() - start;
    return next;
  }

  private List<DecisionRow> decide(Batch batch) {
    long start = System.nanoTime();
    List<DecisionRow> all = deciding.decide(batch);
    decideNanos.addAndGet(System.nanoTime() - start);
    return all;
  }

  private void write(Future<List<DecisionRow>> decided, DecisionFile file)
      throws SQLException, InterruptedException {
    List<DecisionRow> all;
    try {
      all = decided.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("deciding failed", e.getCause());
    }
    long start = System.nanoTime();
    file.add(all);
    writeNanos += System.nanoTime() - start;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
