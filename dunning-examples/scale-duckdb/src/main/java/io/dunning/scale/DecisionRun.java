package io.dunning.scale;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
   * @param verdicts how many decisions there are of each verdict
   * @param partsBefore how many parts were there already
   * @param readNanos time waited for sorted rows
   * @param buildNanos time of all threads for filling tables of accounts
   * @param decideNanos time of all threads for deciding
   * @param writeNanos time for writing
   */
  record Done(
      long accounts,
      long rows,
      SortedMap<String, Long> verdicts,
      int partsBefore,
      long readNanos,
      long buildNanos,
      long decideNanos,
      long writeNanos) {

    /** What was decided, in words. */
    String told() {
      String each =
          verdicts.entrySet().stream()
              .map(v -> String.format("%,d %s", v.getValue(), v.getKey()))
              .collect(Collectors.joining(", "));
      return String.format("decided about %,d accounts", accounts)
          + (each.isEmpty() ? "" : ": " + each)
          + (partsBefore == 0 ? "" : "; parts that were done before: " + partsBefore);
    }

    /** Where the time went, in words. */
    String times(int threads) {
      return String.format(
          "%.1f s waiting for sorted rows, %.1f s building and %.1f s deciding on %d threads,"
              + " %.1f s writing",
          readNanos / 1e9, buildNanos / 1e9, decideNanos / 1e9, threads, writeNanos / 1e9);
    }
  }

  private final Question question;
  private final Means means;
  private final Deciding deciding;
  private long accounts;
  private long rows;
  private final SortedMap<String, Long> verdicts = new TreeMap<>();
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
    Optional<RunFolder> last = earlier(); // before anything is written
    ExecutorService pool = Executors.newFixedThreadPool(means.threads());
    int before = 0;
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(means.threads(), means.memory(), spill);
        RunFolder folder = RunFolder.begin(out, asked(duck));
        DecisionFile file = new DecisionFile(spill)) {
      question.portfolio().open(duck);
      KnownCustomers.write(duck, folder.knownCustomers());
      String due = last.isPresent() ? due(duck, last.get(), folder) : "";
      for (int i = 0; i < folder.parts(); i++) {
        if (folder.isDone(i)) {
          before++;
        } else {
          part(duck, where(i, folder.parts(), due), file, pool);
          refuseChanges(folder);
          long start = System.nanoTime();
          file.write(folder.part(i));
          writeNanos += System.nanoTime() - start;
        }
        progress.accept(i + 1);
      }
    } finally {
      pool.shutdownNow();
    }
    return new Done(
        accounts,
        rows,
        verdicts,
        before,
        readNanos,
        deciding.buildNanos(),
        deciding.decideNanos(),
        writeNanos);
  }

  /** A part of which some rows are older than others is never made. */
  private void refuseChanges(RunFolder folder) throws IOException {
    if (!question.portfolio().state().equals(folder.told(RunFolder.PORTFOLIO))) {
      throw new BadPortfolioException(
          question.portfolio().folder()
              + ": has changed while the run read it\nMaybe begin again in another folder");
    }
  }

  private String due(Connection duck, RunFolder last, RunFolder now)
      throws SQLException, IOException {
    boolean isOfSameFiles = last.isAsTold(RunFolder.PORTFOLIO, now);
    return DueAccounts.choose(duck, last, isOfSameFiles, question.day());
  }

  private Properties asked(Connection duck) throws SQLException, IOException {
    Properties all = new Properties();
    all.setProperty(RunFolder.DUCKDB, duck.getMetaData().getDatabaseProductVersion());
    all.setProperty(RunFolder.DAY, question.day().toString());
    all.setProperty(RunFolder.PARTS, Integer.toString(question.parts()));
    all.setProperty(RunFolder.REASONS, question.reasons().toString());
    all.setProperty(RunFolder.POLICIES, fingerprints());
    all.setProperty(RunFolder.ASSIGNED, PolicyDigest.of(question.policies()));
    all.setProperty(RunFolder.PORTFOLIO, question.portfolio().state());
    if (question.after().isPresent()) { // a link may lead elsewhere tomorrow
      all.setProperty(RunFolder.AFTER, question.after().get().toRealPath().toString());
    }
    return all;
  }

  private String fingerprints() {
    return question.policies().policies().stream()
        .map(DunningPolicy::fingerprint)
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Which rows belong to a part. */
  static String where(int part, int parts, String due) {
    String share = parts == 1 ? "" : "hash(customer) % " + parts + " = " + part;
    return due.isEmpty() || share.isEmpty() ? due + share : due + " AND " + share;
  }

  /** The earlier run, if it answers the same question of an earlier day. */
  private Optional<RunFolder> earlier() throws IOException {
    if (question.after().isEmpty()) {
      return Optional.empty();
    }
    RunFolder last = RunFolder.finished(question.after().get());
    if (last.day().isAfter(question.day())) {
      throw new BadPortfolioException(
          "the earlier run is of a later day than " + question.day() + ": " + last.day());
    }
    boolean isOfSamePolicies = last.told(RunFolder.POLICIES).equals(fingerprints());
    String assigned = PolicyDigest.of(question.policies());
    if (!isOfSamePolicies || !last.told(RunFolder.ASSIGNED).equals(assigned)) {
      throw new BadPortfolioException(
          "the earlier run "
              + (isOfSamePolicies ? "assigned the policies differently" : "used other policies")
              + ", so that every account has to be decided again\nMaybe leave out --after");
    }
    return Optional.of(last);
  }

  private void part(Connection duck, String where, DecisionFile file, ExecutorService pool)
      throws SQLException, InterruptedException {
    try (BatchReader reader = new BatchReader(duck, where, means.rowsPerBatch())) {
      InOrder.run(
          () -> next(reader), pool, means.threads(), deciding::decide, all -> write(all, file));
    }
  }

  private Batch next(BatchReader reader) {
    long start = System.nanoTime();
    Batch next = reader.next();
    readNanos += System.nanoTime() - start;
    if (next != null) {
      accounts += next.accounts();
      rows += next.rows();
    }
    return next;
  }

  private void write(List<DecisionRow> all, DecisionFile file) throws SQLException {
    long start = System.nanoTime();
    for (DecisionRow each : all) {
      verdicts.merge(each.verdict(), 1L, Long::sum);
    }
    file.add(all);
    writeNanos += System.nanoTime() - start;
  }
}
