package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What a file of a letter has beside the letter, and what writing it does not touch. */
class PdfWriterTest {
  private static final Letters LETTERS = Letters.standard();

  /** Nothing in the file is read from a clock, and nothing is drawn by chance. */
  @Test
  void aLetterWrittenTwiceGivesTheSameBytes() throws IOException {
    byte[] first = LETTERS.pdf(LetterPdfTest.demand(), Locale.GERMANY);
    assertThat(Letters.standard().pdf(LetterPdfTest.demand(), Locale.GERMANY)).isEqualTo(first);
    try (PDDocument document = Loader.loadPDF(first)) {
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-08-02T00:00:00Z");
    }
    if (Files.exists(LetterPdfTest.NOTO)) {
      assertThat(
              Letters.standard()
                  .withFont(LetterPdfTest.NOTO)
                  .pdf(LetterPdfTest.koreanSettlement(), Locale.KOREA))
          .isEqualTo(
              LETTERS
                  .withFont(LetterPdfTest.NOTO)
                  .pdf(LetterPdfTest.koreanSettlement(), Locale.KOREA));
    }
  }

  /** The host may use the same library for pages of its own, and read what it logs. */
  @Test
  void aLetterLogsNothingAndLeavesLoggingOn() {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LETTERS.pdf(LetterPdfTest.demand(), Locale.GERMANY);
    XRLog.listRegisteredLoggers().forEach(name -> Logger.getLogger(name).addHandler(handler));
    try {
      LETTERS.pdf(LetterPdfTest.demand(), Locale.GERMANY);
      assertThat(logged).isEmpty();
      assertThat(XRLog.isLoggingEnabled()).isTrue();
    } finally {
      XRLog.listRegisteredLoggers().forEach(name -> Logger.getLogger(name).removeHandler(handler));
    }
  }
}
