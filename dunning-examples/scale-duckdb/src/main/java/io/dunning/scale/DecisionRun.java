package io.dunning.scale;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

  private final Question question;
  private final Means means;
  private final Deciding deciding;
  private final RunTally tally = new RunTally();
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
   * @param watcher told how far it has come
   * @return what the whole run has decided, also before it was stopped
   * @throws BadPortfolioException if the portfolio or the folder is not as it should be
   */
  RunSummary into(Path out, RunWatcher watcher)
      throws SQLException, IOException, InterruptedException {
    Optional<RunFolder> last = earlier(); // before anything is written
    ExecutorService pool = Executors.newFixedThreadPool(means.threads());
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(means.threads(), means.memory(), spill);
        RunFolder folder = RunFolder.begin(out, asked(duck, last));
        DecisionFile file = new DecisionFile(spill)) {
      question.portfolio().open(duck);
      KnownCustomers.write(duck, folder.knownCustomers());
      String due = last.isPresent() ? due(duck, last.get(), folder) : "";
      if (watcher.wantsCounts()) {
        count(duck, folder, watcher);
      }
      for (int i = 0; i < folder.parts(); i++) {
        if (folder.isDone(i)) {
          tally.addPart(duck, folder.part(i));
        } else {
          watcher.partBegins(i);
          decide(duck, where(i, folder.parts(), due), file, pool, watcher);
          refuseChanges(folder);
          long start = System.nanoTime();
          file.write(folder.part(i));
          writeNanos += System.nanoTime() - start;
        }
        watcher.partsDone(i + 1);
      }
    } finally {
      pool.shutdownNow();
    }
    return tally.summary(
        new RunSummary.Times(readNanos, deciding.buildNanos(), deciding.decideNanos(), writeNanos));
  }

  /** A CSV, and the accounts that --after chooses, would be read twice for it. */
  private void count(Connection duck, RunFolder folder, RunWatcher watcher)
      throws SQLException, IOException {
    if (folder.isWhole()) {
      watcher.counted(new long[folder.parts()]);
    } else if (question.after().isPresent() || question.portfolio().hasCsv()) {
      watcher.notCounted(folder.parts());
    } else {
      watcher.counted(PartRows.count(duck, folder));
    }
  }

  /** A part of which some rows are older than others is never made. */
  private void refuseChanges(RunFolder folder) throws IOException {
    if (!question.portfolio().state().equals(folder.value(RunProperties.PORTFOLIO))) {
      throw new BadPortfolioException(
          question.portfolio().folder()
              + ": has changed while the run read it\nMaybe begin again in another folder");
    }
  }

  private String due(Connection duck, RunFolder last, RunFolder now)
      throws SQLException, IOException {
    String files = RunProperties.PORTFOLIO;
    boolean isOfSameFiles = last.value(files).equals(now.value(files));
    return DueAccounts.choose(duck, last, isOfSameFiles, question.day());
  }

  private RunProperties asked(Connection duck, Optional<RunFolder> last)
      throws SQLException, IOException {
    Properties all = new Properties();
    all.setProperty(RunProperties.DUCKDB, duck.getMetaData().getDatabaseProductVersion());
    all.setProperty(RunProperties.DAY, question.day().toString());
    all.setProperty(RunProperties.PARTS, Integer.toString(question.parts()));
    all.setProperty(RunProperties.REASONS, question.reasons().toString());
    all.setProperty(RunProperties.POLICIES, fingerprints());
    all.setProperty(RunProperties.ASSIGNED, assigned());
    all.setProperty(RunProperties.PORTFOLIO, question.portfolio().state());
    all.setProperty(RunProperties.VERSION, Version.OF_LIBRARY);
    if (last.isPresent()) {
      all.setProperty(RunProperties.AFTER, last.get().folder().toString());
      all.setProperty(RunProperties.AFTER_DIGEST, last.get().digest());
    }
    return new RunProperties(all);
  }

  private String fingerprints() {
    return question.policies().policies().stream()
        .map(DunningPolicy::fingerprint)
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Which customer gets which policy: fingerprints do not say that, a policy file does. */
  private String assigned() {
    return PolicyFiles.digest(question.policies());
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
    Path after = question.after().get();
    // a link may lead elsewhere tomorrow
    RunFolder last = RunFolder.finished(Files.exists(after) ? after.toRealPath() : after);
    if (last.day().isAfter(question.day())) {
      throw new BadPortfolioException(
          "the earlier run is of a later day than " + question.day() + ": " + last.day());
    }
    boolean isOfSamePolicies = last.value(RunProperties.POLICIES).equals(fingerprints());
    if (!isOfSamePolicies || !last.value(RunProperties.ASSIGNED).equals(assigned())) {
      throw new BadPortfolioException(
          "the earlier run "
              + (isOfSamePolicies ? "assigned the policies differently" : "used other policies")
              + ", so that every account has to be decided again\nMaybe leave out --after");
    }
    return Optional.of(last);
  }

  private void decide(
      Connection duck, String where, DecisionFile file, ExecutorService pool, RunWatcher watcher)
      throws SQLException, InterruptedException {
    boolean[] isSorted = new boolean[1];
    try (BatchReader reader = new BatchReader(duck, where, means.rowsPerBatch())) {
      InOrder.run(
          () -> {
            Batch next = next(reader);
            if (next != null && !isSorted[0]) {
              isSorted[0] = true;
              watcher.partSorted();
            }
            return next;
          },
          pool,
          means.threads(),
          batch -> new Decided(batch.rows(), deciding.decide(batch)),
          decided -> {
            write(decided.rows(), file);
            watcher.rowsDecided(decided.rowsRead());
          });
    }
  }

  /** What was decided about a batch, and how many rows it had. */
  private record Decided(int rowsRead, List<DecisionRow> rows) {}

  private Batch next(BatchReader reader) {
    long start = System.nanoTime();
    Batch next = reader.next();
    readNanos += System.nanoTime() - start;
    if (next != null) {
      tally.add(next);
    }
    return next;
  }

  private void write(List<DecisionRow> decisions, DecisionFile file) throws SQLException {
    long start = System.nanoTime();
    tally.add(decisions);
    file.add(decisions);
    writeNanos += System.nanoTime() - start;
  }
}
