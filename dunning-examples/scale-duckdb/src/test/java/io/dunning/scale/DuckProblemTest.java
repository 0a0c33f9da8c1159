package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DuckDB itself says, and what the commands make of it. */
class DuckProblemTest {
  @TempDir Path folder;

  private static String told(String sql) {
    return DuckProblem.inWords(catchThrowableOfType(SQLException.class, () -> Runs.run(sql)));
  }

  @Test
  void namesAFileThatIsNoParquet() throws Exception {
    Path file = Files.writeString(folder.resolve("a.parquet"), "customer,invoice\n");
    assertThat(told("FROM read_parquet('" + file + "')"))
        .isEqualTo(file + ": is no whole Parquet file");
  }

  @Test
  void namesAFolderWithoutFiles() {
    assertThat(told("FROM read_parquet('" + folder + "/*.parquet')"))
        .isEqualTo("no such files: " + folder + "/*.parquet");
  }

  @Test
  void namesTheLineOfAFileOfText() throws Exception {
    Path file = Files.write(folder.resolve("a.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 1, 10});
    assertThat(told("FROM read_csv('" + file + "', all_varchar = true)"))
        .startsWith(file + ": line 1: Invalid unicode")
        .hasLineCount(1);
  }

  @Test
  void saysWhereNothingCanBeWritten() {
    Path file = folder.resolve("nowhere/a.parquet");
    assertThat(told("COPY (SELECT 1) TO '" + file + "'"))
        .isEqualTo(file + ": cannot be opened: No such file or directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "5XB", "GB"})
  void saysHowMemoryIsTold(String size) {
    assertThat(told("SET memory_limit = '" + size + "'"))
        .isEqualTo("--memory: must be a size such as 2GB");
  }

  @Test
  void saysWhichOptionAllowsMoreMemory() {
    assertThat(
            told(
                "SET memory_limit = '10MB'; SET temp_directory = ''; CREATE TABLE t AS SELECT"
                    + " hash(range) FROM range(10000000) ORDER BY 1"))
        .startsWith("DuckDB needs more memory, or more room on disk, than it has: ")
        .endsWith("\nMaybe allow more with --memory, or use fewer --threads")
        .doesNotContain("SET ");
  }

  @Test
  void leavesOutTheSqlOfAnyOther() {
    assertThat(told("SELECT a FROM (SELECT 1 AS b)"))
        .isEqualTo("DuckDB: Referenced column \"a\" not found in FROM clause!");
  }
}
