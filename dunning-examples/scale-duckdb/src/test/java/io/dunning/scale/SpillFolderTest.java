package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
  @TempDir Path folder;

  /** What a process leaves that is killed: the folder, and a lock that nobody holds. */
  private Path abandoned() throws Exception {
    Path left = Files.createDirectories(folder.resolve("dunning-scale-123456"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("duckdb_temp_storage-0.tmp"), "spilled");
    return left;
  }

  @Test
  void isGoneOnceItIsClosed() throws Exception {
    Path path;
    try (SpillFolder spill = new SpillFolder(folder)) {
      path = spill.path();
      Files.writeString(path.resolve("duckdb_temp_storage-0.tmp"), "spilled");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void takesAwayWhatAKilledProcessLeft() throws Exception {
    Path left = abandoned();
    try (SpillFolder spill = new SpillFolder(folder)) {
      assertThat(left).doesNotExist();
      assertThat(spill.path()).exists();
    }
  }

  /** A process that has a folder until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (SpillFolder spill = new SpillFolder(Path.of(args[0]))) {
        System.out.println(spill.path());
        System.in.read();
      }
    }
  }

  /** The folders of one process know each other; only a lock tells of those of another. */
  @Test
  void leavesAloneWhatAnotherProcessHas() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process holder =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = holder.inputReader()) {
      Path held = Path.of(said.readLine());
      new SpillFolder(folder).close();
      assertThat(held.resolve("lock")).exists();
      holder.destroyForcibly().waitFor();
      new SpillFolder(folder).close();
      assertThat(held).doesNotExist();
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void leavesOtherFoldersAlone() throws Exception {
    Path other = Files.createDirectories(folder.resolve("dunning-scales"));
    Files.createFile(other.resolve("lock"));
    Path withoutLock = Files.createDirectories(folder.resolve("dunning-scale-of-somebody"));
    new SpillFolder(folder).close();
    assertThat(other).exists();
    assertThat(withoutLock).exists();
  }

  @Test
  void whatCannotBeTakenAwayIsLeftAlone() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("dunning-scale-odd"));
    Files.createDirectories(odd.resolve("lock"));
    new SpillFolder(folder).close();
    assertThat(odd).exists();
  }

  @Test
  void manyThreadsHaveAFolderEach() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Path>> made = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        made.add(
            () -> {
              try (SpillFolder spill = new SpillFolder(folder)) {
                assertThat(spill.path().resolve("lock")).exists();
                return spill.path();
              }
            });
      }
      for (Future<Path> each : threads.invokeAll(made)) {
        assertThat(each.get()).doesNotExist();
      }
    } finally {
      threads.shutdown();
    }
  }
}
