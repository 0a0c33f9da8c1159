package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunning.ledger.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong around the application: its database, its disk and its clock. */
class FaultTest {
  private static final int ACCOUNTS = 60;
  private static final int LETTERS = 12; // each has some 20 kB
  private static final int RESTARTS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  /** -1 while the database cannot be asked. */
  private int count(String sql) {
    try {
      return JdbcClient.create(database.superuser()).sql(sql).query(Integer.class).single();
    } catch (DataAccessException e) {
      return -1;
    }
  }

  private void oneRowForEachAccount() {
    for (String table : List.of("document", "step", "event", "delivery")) {
      assertThat(count("SELECT count(*) FROM dunning." + table)).isEqualTo(ACCOUNTS);
    }
    assertThat(count("SELECT count(*) FROM dunning.delivery WHERE state = 'sent'"))
        .isEqualTo(ACCOUNTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "immediate"})
  void aDatabaseThatIsRestartedInMidRunLosesNothingAndDoublesNothing(String mode) {
    sender.knowsKeys = true;
    Heard heard = new Heard();
    Host.with(
            database,
            clock,
            sender,
            "dunning.run.enabled=true",
            "dunning.run.batch=2",
            "spring.datasource.hikari.connection-timeout=500")
        .withBean(Heard.class, () -> heard)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              for (int i = 0; i < ACCOUNTS; i++) {
                Host.owes(books, "default", "C-" + i, 5);
              }
              database.execute("UPDATE dunning.scheduled_tasks SET execution_time = now()");
              restart(mode);
              long end = System.nanoTime() + PATIENCE.toNanos();
              while (!isDone()) {
                assertThat(System.nanoTime()).as("runs to the end in time").isLessThan(end);
                Thread.sleep(10);
              }
              // a run that is broken off tells nothing
              assertThat(heard.runs.stream().mapToInt(RunFinished::accounts).sum())
                  .isLessThan(ACCOUNTS);
              oneRowForEachAccount();
              assertThat(new HashSet<>(sender.sent)).hasSize(ACCOUNTS);
            });
  }

  @Test
  void aFaultOfTheDatabaseWhileActionsAreHandedOverIsNoFaultOfTheAccount() {
    Host.with(database, clock, sender, "dunning.run.batch=1")
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              DunningRun run = context.getBean(DunningRun.class);
              database.execute(
                  "CREATE FUNCTION dunning.refuse_task() RETURNS trigger LANGUAGE plpgsql AS $$"
                      + " BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100';"
                      + " END $$",
                  "CREATE TRIGGER full_disk BEFORE INSERT ON dunning.scheduled_tasks "
                      + "FOR EACH ROW EXECUTE FUNCTION dunning.refuse_task()");
              assertThatThrownBy(() -> run.run("default"))
                  .hasStackTraceContaining("no space left on device");
              assertThat(count("SELECT count(*) FROM dunning.account WHERE problem <> ''"))
                  .isZero();
              database.execute("DROP FUNCTION dunning.refuse_task() CASCADE");
              assertThat(run.run("default").documents()).isEqualTo(1);
            });
  }

  /** Each time when some more accounts have been decided about. */
  private void restart(String mode) {
    for (int i = 1; i <= RESTARTS; i++) {
      int documents = i * ACCOUNTS / (RESTARTS + 2);
      Host.until(() -> count("SELECT count(*) FROM dunning.document") >= documents);
      database.restart(mode);
      Host.until(() -> count("SELECT 1") == -1);
      Host.until(() -> count("SELECT 1") == 1);
    }
  }

  private boolean isDone() {
    return count("SELECT count(*) FROM dunning.account WHERE review_on <= '2026-03-02'") == 0
        && count("SELECT count(*) FROM dunning.delivery WHERE state <> 'sent'") == 0;
  }

  private static int exit(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  @Test
  void aDiskThatIsFullLeavesNoHalfLetterAndLosesNone(@TempDir Path folder) throws Exception {
    int mounted = exit("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
    assumeTrue(mounted == 0, "only root can mount a small disk");
    try {
      Host.with(
              database,
              "dunning.folder.path=" + folder,
              "dunning.sender.name=Nord GmbH",
              "dunning.outbox.attempts=1000")
          .withBean("clock", Clock.class, () -> clock)
          .run(
              context -> {
                Books books = context.getBean(Books.class);
                for (int i = 0; i < LETTERS; i++) {
                  Host.owes(books, "default", "C-" + i, 5);
                  books.put(
                      "default",
                      Customer.of("C-" + i).named("Acme").with("address", "High St 1\nLeeds"));
                }
                context.getBean(DunningRun.class).run("default");
                Deliveries all = context.getBean(Deliveries.class);
                Host.until(
                    () ->
                        all.list("default").stream()
                            .anyMatch(d -> d.problem().orElse("").contains("No space left")));
                assertThat(letters(folder)).hasSizeLessThan(LETTERS).allMatch(FaultTest::isWhole);
                assertThat(exit("mount", "-o", "remount,size=64m", folder.toString())).isZero();
                Host.until(() -> all.list("default", DeliveryState.SENT).size() == LETTERS);
                assertThat(letters(folder)).hasSize(LETTERS).allMatch(FaultTest::isWhole);
                try (Stream<Path> files = Files.walk(folder)) {
                  assertThat(files.filter(f -> f.toString().endsWith(".tmp"))).isEmpty();
                }
              });
    } finally {
      assertThat(exit("umount", "-l", folder.toString())).isZero();
    }
  }

  private static List<Path> letters(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".pdf")).toList();
    }
  }

  private static boolean isWhole(Path letter) {
    try {
      String text = Files.readString(letter, StandardCharsets.ISO_8859_1);
      return text.startsWith("%PDF-") && text.strip().endsWith("%%EOF");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The days on which Berlin changes its clocks: one has 23 hours, the other 25.
  @ParameterizedTest
  @CsvSource({"2026-03-28, 2026-03-31", "2026-10-24, 2026-10-27"})
  void runsOfEveryHourTakeEachStepOnceOnTheDayThatItIsThere(LocalDate first, LocalDate end) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    SetClock local = new SetClock(first, berlin);
    Host.with(database, local, sender, "dunning.zone=" + berlin)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
                Host.owesSince(books, "default", "C-" + day, day.minusDays(3));
              }
              ZonedDateTime now = first.atStartOfDay(berlin);
              for (; now.toLocalDate().isBefore(end); now = now.plusHours(1)) {
                local.set(now.toInstant());
                context.getBean(DunningRun.class).run("default");
              }
              List<String> taken =
                  JdbcClient.create(database.superuser())
                      .sql("SELECT customer || ' on ' || taken_on FROM dunning.document ORDER BY 1")
                      .query(String.class)
                      .list();
              assertThat(taken)
                  .containsExactlyElementsOf(
                      first.datesUntil(end).map(d -> "C-" + d + " on " + d).toList());
            });
  }

  @Test
  void aClockThatJumpsAheadTakesStepsInTheirOrderAndNoneTwiceWhenItIsSetRight() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Host.owes(context.getBean(Books.class), "default", "C-1", 5);
              DunningRun run = context.getBean(DunningRun.class);
              // notice would be due on day 20, too, if it had not been taken on a later one
              for (int days : new int[] {0, 400, 1, 20, 400}) {
                clock.set(Host.DAY.plusDays(days));
                database.execute("UPDATE dunning.account SET review_on = '2026-01-01'");
                RunFinished done = run.run("default");
                assertThat(done.accounts()).isEqualTo(1);
                assertThat(done.failed()).isZero();
              }
              List<String> taken =
                  JdbcClient.create(database.superuser())
                      .sql(
                          "SELECT step || ' on ' || taken_on FROM dunning.document ORDER BY"
                              + " position")
                      .query(String.class)
                      .list();
              assertThat(taken).containsExactly("reminder on 2026-03-02", "notice on 2027-04-06");
              Host.until(() -> sender.sent.size() >= 2);
              // letters and e-mails are sent side by side, in any order
              assertThat(sender.sent)
                  .containsExactlyInAnyOrder(
                      "test/C-1/INV-C-1/reminder/1#1", "test/C-1/INV-C-1/notice/1#1");
            });
  }
}
