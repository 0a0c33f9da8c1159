package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of 100 MB are read by a JVM that has much less memory than that. */
class SmallHeapTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stream  | true, [] and every transaction
          refuse  | false, [document is larger than 67108864 bytes]
          hostile | false, [text is longer than 100000 characters]
          lines   | true, []
          """)
  void readsInTwentyFourMegabytes(String what, String printed) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeapTest.class.getName(),
                what)
            .redirectErrorStream(true)
            .start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(all).isZero();
    assertThat(all.strip()).isEqualTo(printed);
  }

  /**
   * Reads a file of 100 MB that is made while it is read.
   *
   * @param arguments what to read
   * @throws IOException never: nothing is written
   */
  public static void main(String[] arguments) throws IOException {
    XmlLimits large = XmlLimits.STANDARD.withBytes(2 * GeneratedInput.LARGE);
    String due = "<cbc:DueDate>2026-03-31</cbc:DueDate>";
    AtomicLong taken = new AtomicLong();
    Mapped<?> read =
        switch (arguments[0]) {
          case "stream" ->
              BankReader.within(large).stream(bankFile(), t -> taken.incrementAndGet());
          case "refuse" -> BankReader.standard().stream(bankFile(), t -> taken.incrementAndGet());
          case "hostile" ->
              InvoiceReader.within(large).read(invoice(Documents.note("~"), "a".repeat(1_000)));
          default ->
              InvoiceReader.within(large)
                  .read(
                      invoice(due + "~", "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>"));
        };
    boolean every =
        read.value().filter(BankFile.class::isInstance).map(BankFile.class::cast).stream()
            .anyMatch(f -> f.statements().get(0).transactions() == taken.get() && taken.get() > 0);
    System.out.println(
        read.value().isPresent()
            + ", "
            + read.problems().stream().map(Finding::what).toList()
            + (every ? " and every transaction" : ""));
  }

  private static XmlSource bankFile() {
    String text = Documents.camt("camt.053.001.08", "~");
    return GeneratedInput.source(text, Documents.entry("1.25", "CRDT", ""), new AtomicLong());
  }

  private static XmlSource invoice(String parts, String body) {
    return GeneratedInput.source(Documents.ubl(parts), body, new AtomicLong());
  }
}
