package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void leavesAloneWhatIsInUse() throws Exception {
    try (SpillFolder first = new SpillFolder(folder);
        SpillFolder second = new SpillFolder(folder)) {
      assertThat(first.path()).exists();
      assertThat(second.path()).exists().isNotEqualTo(first.path());
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
