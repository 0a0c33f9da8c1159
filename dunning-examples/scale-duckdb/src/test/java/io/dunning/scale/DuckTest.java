package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a database may take, and that none stays open. */
class DuckTest {
  @TempDir Path folder;

  private static String setting(Connection duck, String name) throws SQLException {
    try (Statement sql = duck.createStatement();
        ResultSet value = sql.executeQuery("SELECT current_setting('" + name + "')")) {
      value.next();
      return value.getString(1);
    }
  }

  @Test
  void whatWritesIsBoundedToo() throws Exception {
    try (SpillFolder spill = new SpillFolder(folder);
        Connection reading = Duck.reading(2, "1GB", spill);
        Connection writing = Duck.writing(spill)) {
      assertThat(setting(reading, "memory_limit")).isEqualTo("953.6 MiB");
      assertThat(setting(writing, "memory_limit")).isEqualTo("476.8 MiB");
      assertThat(setting(writing, "threads")).isEqualTo("1");
      assertThat(setting(writing, "temp_directory")).startsWith(spill.path().toString());
      assertThat(setting(writing, "temp_directory"))
          .isNotEqualTo(setting(reading, "temp_directory"));
    }
  }

  /** Rows of more than a database may take go to the folder, and all of them come back. */
  @Test
  void whatDoesNotFitGoesToTheFolder() throws Exception {
    try (SpillFolder spill = new SpillFolder(folder);
        Connection writing = Duck.writing(spill);
        Statement sql = writing.createStatement()) {
      sql.execute("SET memory_limit = '40MB'");
      sql.execute("CREATE TABLE t AS SELECT hash(range) AS a FROM range(10000000)");
      try (Stream<Path> files = Files.list(spill.path().resolve("writing"))) {
        assertThat(files).isNotEmpty();
      }
      try (ResultSet count =
          sql.executeQuery("SELECT count(*) FROM (SELECT DISTINCT a % 1000 FROM t)")) {
        count.next();
        assertThat(count.getLong(1)).isEqualTo(1000);
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** Each database has threads of its own until it is closed. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDatabaseThatCannotBeUsedIsClosed() throws Exception {
    try (SpillFolder spill = new SpillFolder(folder)) {
      long before = threads();
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> Duck.reading(20, "much", spill)).isInstanceOf(SQLException.class);
      }
      assertThat(threads() - before).isLessThan(100);
    }
  }

  private static long threads() throws Exception {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
      return all.count();
    }
  }
}
