package io.dunning.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFilesTest {
  @TempDir Path folder;

  @Test
  void writesFilesSortedByCustomer() throws IOException {
    LedgerFiles.write(1_000, folder);
    for (String file : List.of("invoices.csv", "events.csv")) {
      List<String> rows = Files.readAllLines(folder.resolve(file));
      int column = List.of(rows.get(0).split(",")).indexOf("customer");
      assertThat(rows.stream().skip(1).map(r -> r.split(",")[column])).isSorted();
    }
    assertThat(Files.readAllLines(folder.resolve("invoices.csv"))).hasSize(1_001);
  }

  @Test
  void columnsKeepLessThanFortyBytesAnItem() {
    String[] words = Footprint.measure(1_000_000).split(" ");
    assertThat(Double.parseDouble(words[4])).isBetween(15.0, 40.0);
  }
}
