package io.dunning.letters;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Lays a letter out on paper. Nothing outside the letter is read. */
final class PdfWriter {
  private static final Set<String> US_PAPER = Set.of("US", "CA", "MX", "PH");
  private static final Set<String> RIGHT_WINDOW = Set.of("FR", "CH", "BE", "LU", "IT", "ES");

  static {
    // tells each step of each page otherwise; faults of templates are still logged
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private static final FSDefaultCacheStore METRICS = new FSDefaultCacheStore();

  private final Layout layout;
  private final LetterFonts fonts;

  PdfWriter(Layout layout, LetterFonts fonts) {
    this.layout = layout;
    this.fonts = fonts;
  }

  /** The paper and window of a country: DIN 5008 form B, the window at the right, or letter. */
  static String paper(String country) {
    if (US_PAPER.contains(country)) {
      return "us";
    }
    return RIGHT_WINDOW.contains(country) ? "fr" : "din";
  }

  private static String recipientStyle(Map<String, Object> page, LetterFonts fonts) {
    List<String> lines = new ArrayList<>();
    ((List<?>) page.get("recipient")).forEach(line -> lines.add(line.toString()));
    return AddressWindow.style(lines, fonts, page.get("paper").equals("us") ? 97 : 80);
  }

  /**
   * The file of a letter; the same bytes for the same letter.
   *
   * @param day stands as the day on which the file was made
   */
  byte[] write(Map<String, Object> page, LocalDate day) {
    page.put("fonts", fonts.families());
    LetterFonts all = fonts.covering(layout.paper(page));
    page.put("fonts", all.families());
    page.put("recipientStyle", recipientStyle(page, all));
    String html = layout.paper(page);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(html, null);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
    builder.withProducer("dunning-letters");
    builder.usePdfUaAccessibility(true); // screen readers can read it; no fonts but ours are used
    builder.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
    if (Bidi.requiresBidi(html.toCharArray(), 0, html.length())) {
      builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    }
    try (PDDocument document = new PDDocument()) {
      builder.usePDDocument(document);
      all.addTo(builder, document, html);
      return made(builder, day);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made(PdfRendererBuilder builder, LocalDate day) throws IOException {
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      document
          .getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));
      document.setDocumentId(day.toEpochDay());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
