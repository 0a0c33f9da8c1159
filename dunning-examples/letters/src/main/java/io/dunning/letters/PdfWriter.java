package io.dunning.letters;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Lays a letter out on paper. Nothing outside the letter is read. */
final class PdfWriter {
  private static final Set<String> US_PAPER = Set.of("US", "CA", "MX", "PH");
  private static final Set<String> RIGHT_WINDOW = Set.of("FR", "CH", "BE", "LU", "IT", "ES");

  static {
    XRLog.setLoggingEnabled(false);
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

  byte[] write(Map<String, Object> page) {
    page.put("fonts", fonts.families());
    LetterFonts all = fonts.covering(layout.paper(page));
    page.put("fonts", all.families());
    page.put("recipientStyle", recipientStyle(page, all));
    String html = layout.paper(page);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(html, null);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
    builder.withProducer("dunning-letters");
    builder.usePdfUaAccessibility(true); // screen readers can read it; no fonts but ours are used
    builder.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
    builder.toStream(out);
    if (Bidi.requiresBidi(html.toCharArray(), 0, html.length())) {
      builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    }
    try (PDDocument document = new PDDocument()) {
      builder.usePDDocument(document);
      all.addTo(builder, document, html);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
