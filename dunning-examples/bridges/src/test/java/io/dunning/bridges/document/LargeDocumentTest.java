package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Money;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Files of 100 MB, which are made while they are read. */
class LargeDocumentTest {
  private static final long LARGE = GeneratedInput.LARGE;

  private static XmlSource bankFile(AtomicLong read) {
    String entry = Documents.entry("1.25", "CRDT", "");
    return GeneratedInput.source(Documents.camt("camt.053.001.08", "~"), entry, read);
  }

  @Test
  void stopsReadingAtTheLimit() {
    AtomicLong read = new AtomicLong();
    Mapped<BankFile> result = BankReader.standard().read(bankFile(read));
    assertThat(result.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "large.xml: document is larger than 67108864 bytes"
                + "\nMaybe allow more with XmlLimits.withBytes, or split it");
    assertThat(read.get()).isBetween(XmlLimits.STANDARD.bytes(), XmlLimits.STANDARD.bytes() + 1);
  }

  @Test
  void stopsReadingAHostileFileAtOnce() {
    AtomicLong read = new AtomicLong();
    String text = Documents.ubl("<cac:PaymentTerms><cbc:Note>~</cbc:Note></cac:PaymentTerms>");
    Mapped<ElectronicInvoice> result =
        InvoiceReader.within(XmlLimits.STANDARD.withBytes(2 * LARGE))
            .read(GeneratedInput.source(text, "ha ", read));
    assertThat(result.problems().get(0).what()).isEqualTo("text is longer than 100000 characters");
    assertThat(read.get()).isLessThan(1_000_000);
  }

  @Test
  void handsOverEveryTransactionOfALargeFileOneByOne() {
    AtomicLong read = new AtomicLong();
    AtomicLong sum = new AtomicLong();
    AtomicLong count = new AtomicLong();
    Mapped<BankFile> result =
        BankReader.within(XmlLimits.STANDARD.withBytes(2 * LARGE)).stream(
            bankFile(read),
            transaction -> {
              // when the first one is handed over, the file was read once, and little of it again
              assertThat(count.get() > 0 || read.get() < LARGE + 1_000_000).isTrue();
              count.incrementAndGet();
              sum.addAndGet(transaction.amount().minorUnits());
            });
    assertThat(result.problems()).isEmpty();
    assertThat(read.get()).isGreaterThan(2 * LARGE);
    assertThat(result.orThrow().statements().get(0).transactions()).isEqualTo((int) count.get());
    assertThat(Money.ofMinor(sum.get(), Money.eur("0").currency()))
        .isEqualTo(Money.eur("1.25").times(count.get()));
  }

  @Test
  void passesOverTheLinesOfALargeInvoice() throws IOException {
    AtomicLong read = new AtomicLong();
    String text = Documents.ubl("<cbc:DueDate>2026-03-31</cbc:DueDate>~");
    String line =
        "<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>A line</cbc:Note></cac:InvoiceLine>";
    Mapped<ElectronicInvoice> result =
        InvoiceReader.within(XmlLimits.STANDARD.withBytes(2 * LARGE))
            .read(GeneratedInput.source(text, line, read));
    assertThat(result.isComplete()).isTrue();
    assertThat(read.get()).isGreaterThan(LARGE);
  }
}
