package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.UncategorizedSQLException;

/** Codes of PostgreSQL that hold up a run, and those that concern one account only. */
class DatabaseFaultsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the connection, the resources, the operator
          08006, true
          53300, true
          57P01, true
          40001, true
          # data, constraints, limits, check options, and what a trigger raises
          22003, false
          23505, false
          54000, false
          44000, false
          P0001, false
          """)
  void tellsTheDatabaseFromTheData(String state, boolean isOfTheDatabase) {
    SQLException fault = new SQLException("x", state);
    RuntimeException wrapped = new UncategorizedSQLException("task", "sql", fault);
    assertThat(DatabaseFaults.isOne(wrapped)).isEqualTo(isOfTheDatabase);
    assertThat(DatabaseFaults.isOne(new IllegalStateException(wrapped))).isEqualTo(isOfTheDatabase);
  }
}
