package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time writes into a folder. */
class OutLockTest {
  @TempDir Path folder;
  private final SparkSession spark = Sparks.local();
  private final Dataset<Row> rows = spark.range(3).toDF();

  /** Holds the lock of a folder until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (OutLock lock = OutLock.of(Path.of(args[0]))) {
        System.out.println("holds " + (lock != null));
        System.in.read();
      }
    }
  }

  /** A file system that is not of this machine, as far as its name tells. */
  static final class Far extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("far:///");
    }

    @Override
    public void initialize(URI uri, Configuration conf) throws java.io.IOException {
      super.initialize(getUri(), conf);
    }
  }

  private OutFolder out(String name) {
    return OutFolder.of(spark, name, folder.resolve("portfolio").toString());
  }

  private void assertRefused(Path out) {
    assertThatThrownBy(() -> out(out.toString()).write(rows))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            out
                + ": another run is writing into it"
                + "\nMaybe wait until it ends, or write to another folder");
  }

  private static Process holder(Path of) throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                of.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void aRunOfAnotherProcessKeepsTheFolder() throws Exception {
    Path out = folder.resolve("out");
    Process holder = holder(out);
    try (BufferedReader said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("holds true");
      assertRefused(out);
      // to be refused does not free the lock of the other
      assertRefused(out);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    out(out.toString()).write(rows);
    assertThat(spark.read().parquet(out.toString()).count()).as("once it was killed").isEqualTo(3);
  }

  @Test
  void anotherRunOfThisProcessKeepsTheFolder() throws Exception {
    Path out = folder.resolve("out");
    OutFolder second = out(out.toString());
    try (OutLock lock = OutLock.of(out)) {
      assertThat(lock).isNotNull();
      assertRefused(out);
      assertRefused(out);
    }
    out(out.toString()).write(rows);
    // what has come meanwhile is not replaced
    assertThatThrownBy(() -> second.write(rows)).hasMessageContaining(": holds a whole run");
    assertThat(spark.read().parquet(out.toString()).count()).isEqualTo(3);
  }

  /** Nobody can lock a file there, so a run that did not end is mentioned. */
  @Test
  void aFolderOfAnotherFileSystemIsWarnedAbout() throws Exception {
    spark.conf().set("fs.far.impl", Far.class.getName());
    Path out = Files.createDirectories(folder.resolve("out"));
    String name = "far://" + out;
    Files.createFile(out.resolve("_unfinished-dunning-run"));
    PrintStream before = System.err;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    System.setErr(new PrintStream(all, true, StandardCharsets.UTF_8));
    try {
      out(name).write(rows);
      out(name + "-other").write(rows);
    } finally {
      System.setErr(before);
    }
    assertThat(all.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            new org.apache.hadoop.fs.Path(name)
                + ": holds an unfinished run\nMaybe it goes on elsewhere: then stop one of them\n");
    assertThat(spark.read().parquet(out.toString()).count()).isEqualTo(3);
    assertThat(new File(out + "-other").list()).contains("_SUCCESS").doesNotContain(OutLock.NAME);
  }
}
