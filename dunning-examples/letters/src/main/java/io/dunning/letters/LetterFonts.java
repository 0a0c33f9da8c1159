package io.dunning.letters;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of PDF letters, tried one after the other for each character. Immutable. */
final class LetterFonts {
  private static final String FAMILY = "Letter";
  private static final int LAST_CHARACTER = 0x2ffff;

  /** A font file: its family in style sheets, its weight, and the characters that it has. */
  private record Font(String family, int weight, byte[] file, BitSet characters) {}

  private final List<Font> fonts;

  private LetterFonts(List<Font> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /** Liberation Sans, regular and bold: Latin, Greek, Cyrillic and Hebrew letters. */
  static LetterFonts shipped() {
    List<Font> all = new ArrayList<>();
    all.add(font(FAMILY, 400, resource("LiberationSans-Regular.ttf"), "LiberationSans-Regular"));
    all.add(font(FAMILY, 700, resource("LiberationSans-Bold.ttf"), "LiberationSans-Bold"));
    return new LetterFonts(all);
  }

  /** These fonts, and one more for characters that they lack; regular text also when bold. */
  LetterFonts with(Path file) {
    List<Font> all = new ArrayList<>(fonts);
    try {
      byte[] bytes = Files.readAllBytes(file);
      String family = FAMILY + fonts.size();
      all.add(font(family, 400, bytes, file.toString()));
      all.add(new Font(family, 700, bytes, all.get(all.size() - 1).characters()));
    } catch (IOException e) {
      throw new UncheckedIOException("font cannot be read: " + file, e);
    }
    return new LetterFonts(all);
  }

  private static byte[] resource(String name) {
    try (InputStream in = LetterFonts.class.getResourceAsStream("fonts/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Font font(String family, int weight, byte[] bytes, String name) {
    boolean outlines = bytes.length > 4 && bytes[0] == 'O' && bytes[1] == 'T';
    boolean collection = bytes.length > 4 && bytes[0] == 't' && bytes[1] == 't';
    if (outlines || collection) {
      throw new IllegalArgumentException(
          "font cannot be embedded, it is "
              + (collection ? "a collection of fonts: " : "an OpenType font with CFF outlines: ")
              + name
              + "\nMaybe use a TrueType font, such as NanumGothic.ttf for Korean.");
    }
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      BitSet characters = new BitSet();
      for (int c = ' '; c <= LAST_CHARACTER; c++) {
        if (lookup.getGlyphId(c) != 0) {
          characters.set(c);
        }
      }
      return new Font(family, weight, bytes, characters);
    } catch (IOException e) {
      throw new UncheckedIOException("no TrueType font: " + name, e);
    }
  }

  /** The families for a style sheet, first choice first. */
  String families() {
    return String.join(", ", fonts.stream().map(Font::family).distinct().toList());
  }

  /** Makes the fonts known; only the characters that are used get into the document. */
  void addTo(PdfRendererBuilder builder, PDDocument document) {
    for (Font each : fonts) {
      builder.useFont(
          new Loading(each, document), each.family(), each.weight(), FontStyle.NORMAL, true);
    }
  }

  /** Reads a font once the letter has a character of it. */
  private static final class Loading extends PDFontSupplier {
    private final Font font;
    private final PDDocument document;

    Loading(Font font, PDDocument document) {
      super(null);
      this.font = font;
      this.document = document;
    }

    @Override
    public PDFont supply() {
      return embedded(font, document);
    }
  }

  private static PDFont embedded(Font font, PDDocument document) {
    try {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font.file()));
      parsed.setEnableGsub(
          false); // letters need no ligatures, and finding them takes half the time
      document.registerTrueTypeFontForClosing(parsed);
      return PDType0Font.load(document, parsed, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a text that has a character that no font has. */
  void check(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c > ' ' && fonts.stream().noneMatch(f -> f.weight() == 400 && f.characters().get(c))) {
        throw new IllegalArgumentException(
            String.format("no font has the character %s (U+%04X)", Character.toString(c), c)
                + "\nMaybe add a font file that has it with Letters.withFont.");
      }
    }
  }
}
