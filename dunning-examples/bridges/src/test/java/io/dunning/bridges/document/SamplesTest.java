package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads sample documents of public test suites, which do not come with this library: {@code
 * -Dbridges.samples=DIR}. The list of what was mapped and what was lost is written to {@code
 * target/samples.txt}.
 */
@EnabledIfSystemProperty(named = "bridges.samples", matches = ".+")
class SamplesTest {
  private static final Path LIST = Path.of("target/samples.txt");

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void mapsEveryDocumentOrTellsWhatItLost() throws IOException {
    Path folder = Path.of(System.getProperty("bridges.samples"));
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(f -> name(f).endsWith(".xml")).sorted().forEach(f -> read(folder, f));
    }
    counts.forEach((what, count) -> lines.add(0, count + " " + what));
    Files.createDirectories(LIST.getParent());
    Files.write(LIST, lines);
    assertThat(counts).isNotEmpty();
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private void read(Path folder, Path file) {
    XmlSource source = XmlSource.of(file);
    String start = head(file);
    if (start.contains("camt.05")) {
      tell(folder, file, "bank files", BankReader.standard()::read);
    } else if (start.contains("ApplicationResponse")) {
      tell(folder, file, "statuses", StatusReader.standard()::read);
    } else if (start.contains("CrossIndustryInvoice") || start.contains("ubl:schema:xsd:")) {
      tell(folder, file, "invoices", InvoiceReader.standard()::read);
    }
    assertThat(source.name()).isNotEmpty();
  }

  private static String head(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(
          bytes, 0, Math.min(bytes.length, 4_000), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void tell(
      Path folder, Path file, String what, Function<XmlSource, Mapped<T>> reader) {
    Mapped<T> read = reader.apply(XmlSource.of(file));
    String how =
        read.isComplete()
            ? "mapped without loss"
            : read.value().isPresent() ? "mapped, losses told" : "refused";
    counts.merge(what + " " + how, 1, Integer::sum);
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
