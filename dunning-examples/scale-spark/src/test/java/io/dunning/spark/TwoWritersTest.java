package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs write into one folder that cannot be locked. */
class TwoWritersTest {
  /** One for each run; tasks of this process see them. */
  private static final List<CountDownLatch[]> LATCHES = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private final SparkSession spark = Sparks.local();
  private String out;

  @BeforeEach
  void aFolderElsewhere() {
    spark.conf().set("fs.far.impl", OutLockTest.Far.class.getName());
    out = "far://" + folder.resolve("out");
    LATCHES.clear();
  }

  @AfterEach
  void noTaskWaits() {
    LATCHES.forEach(each -> each[1].countDown());
  }

  /** A run whose task waits in the midst of its rows. */
  private final class Run {
    private final int number = LATCHES.size();
    private final CompletableFuture<Void> end;

    Run() throws InterruptedException {
      LATCHES.add(new CountDownLatch[] {new CountDownLatch(1), new CountDownLatch(1)});
      int of = number;
      Dataset<Row> rows =
          spark
              .range(3L * of, 3L * of + 3, 1, 1)
              .map((MapFunction<Long, Long>) row -> waiting(of, row), Encoders.LONG())
              .toDF();
      end = CompletableFuture.runAsync(() -> out().write(rows));
      LATCHES.get(number)[0].await();
    }

    private static long waiting(int of, long row) throws InterruptedException {
      LATCHES.get(of)[0].countDown();
      LATCHES.get(of)[1].await();
      return row;
    }

    void goOn() {
      LATCHES.get(number)[1].countDown();
    }

    void assertMixed() {
      assertThatThrownBy(end::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(BadPortfolioException.class)
          .hasMessage(
              new org.apache.hadoop.fs.Path(out)
                  + ": another run has written into it meanwhile; its rows are mixed"
                  + "\nMaybe give the command again when no other run writes into it");
    }
  }

  private OutFolder out() {
    return OutFolder.of(spark, out, folder.resolve("portfolio").toString());
  }

  private void assertWrittenAnew() {
    assertThat(folder.resolve("out/_unfinished-dunning-run")).exists();
    assertThat(folder.resolve("out/_SUCCESS")).doesNotExist();
    out().write(spark.range(7, 9).toDF());
    assertThat(Sparks.sorted(spark.read().parquet(out))).containsExactly("7", "8");
    assertThat(folder.resolve("out/_unfinished-dunning-run")).doesNotExist();
  }

  @Test
  void bothFindOutThatTheirRowsAreMixed() throws Exception {
    Run first = new Run();
    Run second = new Run();
    first.goOn();
    first.assertMixed();
    second.goOn();
    second.assertMixed();
    assertWrittenAnew();
  }

  /** Of the second run, the rows were whole when it ended. */
  @Test
  void theFirstFindsOutThatTheSecondHasEnded() throws Exception {
    Run first = new Run();
    Run second = new Run();
    second.goOn();
    second.end.get();
    first.goOn();
    first.assertMixed();
    assertWrittenAnew();
  }

  @Test
  void aFolderOfThisMachineIsWrittenWithoutALock() throws Exception {
    Path local = Files.createDirectories(folder.resolve("local"));
    Files.createFile(local.resolve("_unfinished-dunning-run"));
    FileChannel[] tried = new FileChannel[1];
    OutFolder.Locking noLocks =
        path ->
            OutLock.of(
                path,
                channel -> {
                  tried[0] = channel;
                  throw new IOException("No locks available");
                });
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      OutFolder.of(spark, local.toString(), folder.resolve("portfolio").toString())
          .write(spark.range(3).toDF(), noLocks);
    } finally {
      System.setErr(before);
    }
    assertThat(tried[0].isOpen()).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            local
                + ": nothing can be locked there: No locks available"
                + "\nMaybe make sure that no other run writes into it\n"
                + local
                + ": holds an unfinished run\nMaybe it goes on elsewhere: then stop one of them\n");
    assertThat(spark.read().parquet(local.toString()).count()).isEqualTo(3);
    // nor is the lock kept in this process
    OutLock.of(local).close();
  }
}
