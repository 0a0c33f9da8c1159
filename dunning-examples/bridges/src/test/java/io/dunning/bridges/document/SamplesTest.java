package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads sample documents of public test suites, which do not come with this library: {@code
 * -Dbridges.samples=DIR}. The list of what was mapped and what was lost is written to {@code
 * target/samples.txt}: how many documents, how often each loss, and every loss of every document.
 */
@EnabledIfSystemProperty(named = "bridges.samples", matches = ".+")
class SamplesTest {
  private static final Path LIST = Path.of("target/samples.txt");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> losses = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void mapsEveryDocumentOrTellsWhatItLost() throws IOException {
    Path folder = Path.of(System.getProperty("bridges.samples"));
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(f -> name(f).endsWith(".xml")).sorted().forEach(f -> read(folder, f));
    }
    List<String> all = new ArrayList<>();
    counts.forEach((what, count) -> all.add(count + " " + what));
    all.add("");
    losses.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(e -> all.add(e.getValue() + " x " + e.getKey()));
    all.add("");
    all.addAll(lines);
    Files.createDirectories(LIST.getParent());
    Files.write(LIST, all);
    assertThat(counts).isNotEmpty();
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private void read(Path folder, Path file) {
    Optional<DocumentKind> kind = DocumentKind.of(XmlSource.of(file));
    if (kind.isEmpty()) {
      counts.merge("other files, which no reader is for", 1, Integer::sum);
      return;
    }
    switch (kind.get()) {
      case BANK_FILE -> tell(folder, file, "bank files", BankReader.standard()::read);
      case STATUS -> tell(folder, file, "statuses", StatusReader.standard()::read);
      case INVOICE -> tell(folder, file, "invoices", InvoiceReader.standard()::read);
    }
  }

  private <T> void tell(
      Path folder, Path file, String what, Function<XmlSource, Mapped<T>> reader) {
    Mapped<T> read = reader.apply(XmlSource.of(file));
    String how =
        read.isComplete()
            ? "mapped without loss"
            : read.value().isPresent() ? "mapped, losses reported" : "refused";
    counts.merge(what + " " + how, 1, Integer::sum);
    read.problems().forEach(p -> losses.merge("! " + p.what(), 1, Integer::sum));
    read.losses().forEach(l -> losses.merge(l.what(), 1, Integer::sum));
    if (!read.isComplete()) {
      lines.add(folder.relativize(file) + ": " + how);
      read.problems().forEach(p -> lines.add("  ! " + said(p)));
      read.losses().forEach(l -> lines.add("  - " + said(l)));
    }
  }

  private static String said(Finding finding) {
    String place = finding.line() > 0 ? finding.line() + ":" + finding.column() + ": " : "";
    return place
        + finding.path()
        + ": "
        + finding.what()
        + finding.found().map(f -> ": " + f).orElse("");
  }
}
