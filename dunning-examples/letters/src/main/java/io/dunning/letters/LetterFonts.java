package io.dunning.letters;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of PDF letters, tried one after the other for each character. Immutable. */
final class LetterFonts {
  private static final String FAMILY = "Letter";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** Regular and bold fonts for other scripts, where operating systems have them. */
  private static final List<List<Path>> INSTALLED =
      List.of(
          files("/usr/share/fonts/truetype/nanum", "NanumGothic.ttf", "NanumGothicBold.ttf"),
          files(
              "/usr/share/fonts/opentype/noto", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
          files(
              "/usr/share/fonts/google-noto-cjk",
              "NotoSansCJK-Regular.ttc",
              "NotoSansCJK-Bold.ttc"),
          files("C:/Windows/Fonts", "malgun.ttf", "malgunbd.ttf"),
          files("/System/Library/Fonts", "AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc"),
          files("/usr/share/fonts/truetype/dejavu", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
          files("C:/Windows/Fonts", "arial.ttf", "arialbd.ttf"),
          files("/System/Library/Fonts/Supplemental", "Arial.ttf", "Arial Bold.ttf"));

  /** A font: its family in style sheets, its weight, and its file. */
  private record Font(String family, int weight, FontFile file) {}

  private final List<Font> fonts;
  private final boolean searching;

  private LetterFonts(List<Font> fonts, boolean searching) {
    this.fonts = List.copyOf(fonts);
    this.searching = searching;
  }

  private static List<Path> files(String folder, String regular, String bold) {
    return List.of(Path.of(folder, regular), Path.of(folder, bold));
  }

  /** Liberation Sans, regular and bold: Latin, Greek, Cyrillic and Hebrew letters. */
  static LetterFonts shipped() {
    List<Font> all = new ArrayList<>();
    all.add(new Font(FAMILY, REGULAR, resource("LiberationSans-Regular.ttf")));
    all.add(new Font(FAMILY, BOLD, resource("LiberationSans-Bold.ttf")));
    return new LetterFonts(all, false);
  }

  private static FontFile resource(String name) {
    try (InputStream in = LetterFonts.class.getResourceAsStream("fonts/" + name)) {
      return FontFile.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These fonts, and one more for characters that they lack. */
  LetterFonts with(Path regular, Path bold) {
    List<Font> all = new ArrayList<>(fonts);
    String family = FAMILY + fonts.size();
    all.add(new Font(family, REGULAR, FontFile.read(regular)));
    all.add(new Font(family, BOLD, FontFile.read(bold)));
    return new LetterFonts(all, searching);
  }

  /** These fonts, and those that the operating system has, once a letter needs them. */
  LetterFonts searching() {
    return new LetterFonts(fonts, true);
  }

  /** The families for a style sheet, first choice first. */
  String families() {
    return String.join(", ", fonts.stream().map(Font::family).distinct().toList());
  }

  /**
   * Fonts that have each character of a text.
   *
   * @throws IllegalArgumentException if there are none
   */
  LetterFonts covering(String text) {
    String drawn = shaped(text);
    LetterFonts all = this;
    for (List<Path> each : searching ? INSTALLED : List.<List<Path>>of()) {
      int missing = all.missing(drawn);
      if (missing >= 0 && Files.isReadable(each.get(0)) && Files.isReadable(each.get(1))) {
        all = FontFile.read(each.get(0)).has(missing) ? all.with(each.get(0), each.get(1)) : all;
      }
    }
    int missing = all.missing(drawn);
    if (missing >= 0) {
      throw new IllegalArgumentException(
          String.format(
                  "no font has the character %s (U+%04X)", Character.toString(missing), missing)
              + "\nMaybe add a font file that has it with Letters.withFont.");
    }
    return all;
  }

  /** Arabic letters in the forms that join them, for which fonts have characters of their own. */
  private static String shaped(String text) {
    try {
      return new ArabicShaping(ArabicShaping.LETTERS_SHAPE).shape(text);
    } catch (ArabicShapingException e) {
      return text;
    }
  }

  /** How wide a text is in regular type, in hundredths of the size of the font. */
  int width(String text) {
    return text.codePoints().map(this::width).sum();
  }

  private int width(int c) {
    return fonts.stream()
        .filter(f -> f.file().has(c))
        .findFirst()
        .map(f -> f.file().width(c))
        .orElse(100);
  }

  /** The first character of a text that no font has; -1 if there is none. */
  private int missing(String text) {
    return text.codePoints()
        .filter(c -> c > ' ' && fonts.stream().noneMatch(f -> f.file().has(c)))
        .findFirst()
        .orElse(-1);
  }

  /** Makes the fonts known; only the characters of the text get into the document. */
  void addTo(PdfRendererBuilder builder, PDDocument document, String text) {
    String all = text + shaped(text);
    for (Font each : fonts) {
      builder.useFont(
          new Loading(each, document, all), each.family(), each.weight(), FontStyle.NORMAL, true);
    }
  }

  /** Reads a font once the letter has a character of it. */
  private static final class Loading extends PDFontSupplier {
    private final Font font;
    private final PDDocument document;
    private final String text;

    Loading(Font font, PDDocument document, String text) {
      super(null);
      this.font = font;
      this.document = document;
      this.text = text;
    }

    @Override
    public PDFont supply() {
      try {
        byte[] file = font.file().toTrueType(font.family() + "-" + font.weight(), text);
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
        parsed.setEnableGsub(
            false); // letters need no ligatures, and finding them takes half the time
        document.registerTrueTypeFontForClosing(parsed);
        return PDType0Font.load(document, parsed, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
