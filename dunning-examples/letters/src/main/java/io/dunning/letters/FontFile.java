package io.dunning.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A file with a font, and the characters that it has. A TrueType font goes into a letter as it is;
 * of any other, the outlines of the characters that a letter has. Thread-safe.
 */
final class FontFile {
  private static final int LAST_CHARACTER = 0x2ffff;

  /** The Korean one of a collection for East Asia; others draw some characters differently. */
  private static final String KOREAN = "KR";

  /** Files are large and do not change while a program runs. */
  private static final Map<Path, FontFile> READ = new ConcurrentHashMap<>();

  private final byte[] trueType;
  private final TrueTypeFont outlines;
  private final BitSet characters;

  /** How far each character moves the pen, in hundredths of the size of the font. */
  private final byte[] widths = new byte[LAST_CHARACTER + 1];

  private FontFile(byte[] trueType, TrueTypeFont font) throws IOException {
    this.trueType = trueType;
    this.outlines = trueType == null ? font : null;
    this.characters = new BitSet();
    CmapLookup lookup = font.getUnicodeCmapLookup();
    for (int c = ' '; c <= LAST_CHARACTER; c++) {
      int glyph = lookup.getGlyphId(c);
      if (glyph != 0) {
        characters.set(c);
        int width = font.getAdvanceWidth(glyph) * 100 / font.getUnitsPerEm();
        widths[c] = (byte) Math.min(255, width);
      }
    }
  }

  /** A font of the module. */
  static FontFile of(byte[] trueType) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(trueType))) {
      return new FontFile(trueType, font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the host: a TrueType or OpenType font, or a collection of either. */
  static FontFile read(Path file) {
    return READ.computeIfAbsent(file.toAbsolutePath().normalize(), FontFile::parsed);
  }

  private static FontFile parsed(Path file) {
    try {
      byte[] head = new byte[4];
      try (var in = Files.newInputStream(file)) {
        in.readNBytes(head, 0, head.length);
      }
      if (head[0] == 't' && head[1] == 't') {
        return new FontFile(null, koreanOrFirst(file));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (head[0] == 'O' && head[1] == 'T') {
        return new FontFile(null, new OTFParser().parse(new RandomAccessReadBuffer(bytes)));
      }
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
        return new FontFile(bytes, font);
      }
    } catch (IOException | RuntimeException e) { // the parser fails in any way on what is no font
      throw new IllegalArgumentException(
          "font cannot be read: "
              + file
              + (Files.isReadable(file) ? "" : " (no such file)")
              + "\nMaybe use a font that ends with .ttf, .otf or .ttc.",
          e);
    }
  }

  private static TrueTypeFont koreanOrFirst(Path file) throws IOException {
    TrueTypeFont[] chosen = new TrueTypeFont[1];
    TrueTypeCollection fonts = new TrueTypeCollection(file.toFile()); // open as long as its fonts
    fonts.processAllFonts(
        font -> {
          boolean better = chosen[0] == null || isKorean(font) && !isKorean(chosen[0]);
          chosen[0] = better ? font : chosen[0];
        });
    return chosen[0];
  }

  private static boolean isKorean(TrueTypeFont font) throws IOException {
    return font.getName().toUpperCase(Locale.ROOT).contains(KOREAN);
  }

  /** How far a character moves the pen, in hundredths of the size of the font. */
  int width(int character) {
    return widths[character] & 0xff;
  }

  boolean has(int character) {
    return characters.get(character);
  }

  /**
   * A TrueType font that has what is needed for a text.
   *
   * @param name a PostScript name, for a font that is made
   */
  byte[] toTrueType(String name, String text) throws IOException {
    if (trueType != null) {
      return trueType;
    }
    synchronized (outlines) {
      SortedMap<Integer, OutlineFont.Glyph> glyphs = new TreeMap<>();
      CmapLookup lookup = outlines.getUnicodeCmapLookup();
      for (int c : text.codePoints().filter(this::has).distinct().toArray()) {
        int glyph = lookup.getGlyphId(c);
        glyphs.put(c, new OutlineFont.Glyph(shape(glyph), outlines.getAdvanceWidth(glyph)));
      }
      HorizontalHeaderTable header = outlines.getHorizontalHeader();
      int units = outlines.getUnitsPerEm();
      int ascent = header.getAscender();
      return OutlineFont.of(
          name,
          new OutlineFont.Lines(units, ascent, header.getDescender(), ascent * 7 / 10),
          glyphs);
    }
  }

  private java.awt.Shape shape(int glyph) throws IOException {
    if (outlines instanceof OpenTypeFont font && font.isPostScript()) {
      CFFFont cff = font.getCFF().getFont();
      boolean keyed = cff instanceof CFFCIDFont;
      return cff.getType2CharString(keyed ? cff.getCharset().getCIDForGID(glyph) : glyph).getPath();
    }
    GlyphData data = outlines.getGlyph().getGlyph(glyph);
    return data == null ? new java.awt.geom.Path2D.Double() : data.getPath();
  }
}
