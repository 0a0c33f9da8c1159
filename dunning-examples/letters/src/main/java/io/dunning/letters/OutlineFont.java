package io.dunning.letters;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes outlines as a small TrueType font, because PDF files are made with TrueType fonts only.
 * Cubic curves of PostScript fonts become quadratic ones that lie within a thousandth of the size
 * of the letters.
 */
final class OutlineFont {
  /** Twice as fine as PostScript fonts, so that rounded control points do not show. */
  private static final int UNITS = 2_000;

  private static final int MOST_PIECES = 8;
  private static final double ALLOWED = 0.75;

  /** How far a cubic curve is from the quadratic one in its place, by its third difference. */
  private static final double DISTANCE = Math.sqrt(3) / 36;

  /** What is drawn for a character, in thousandths or whatever the font counts in. */
  record Glyph(Shape shape, int width) {}

  /** What holds for the whole font, in its own units. */
  record Lines(int unitsPerEm, int ascent, int descent, int capHeight) {}

  private final String name;
  private final double scale;
  private final Lines lines;
  private final List<Integer> characters = new ArrayList<>();
  private final ByteArrayOutputStream outlines = new ByteArrayOutputStream();
  private final ByteArrayOutputStream places = new ByteArrayOutputStream();
  private final ByteArrayOutputStream widths = new ByteArrayOutputStream();
  private int count;
  private int mostPoints;
  private int mostContours;

  private OutlineFont(String name, Lines lines) {
    this.name = name;
    this.lines = lines;
    this.scale = (double) UNITS / lines.unitsPerEm();
  }

  /**
   * The bytes of a font with these characters.
   *
   * @param name its name
   * @param lines what holds for the whole font
   * @param glyphs the characters, of which all are in the basic plane
   */
  static byte[] of(String name, Lines lines, SortedMap<Integer, Glyph> glyphs) throws IOException {
    OutlineFont font = new OutlineFont(name, lines);
    font.add(new Glyph(new java.awt.geom.Path2D.Double(), lines.unitsPerEm() / 2)); // not defined
    for (Map.Entry<Integer, Glyph> each : glyphs.entrySet()) {
      font.characters.add(each.getKey());
      font.add(each.getValue());
    }
    return font.written();
  }

  private int scaled(int value) {
    return (int) Math.round(value * scale);
  }

  private void add(Glyph glyph) throws IOException {
    new DataOutputStream(places).writeInt(outlines.size());
    List<List<int[]>> contours = contours(glyph.shape());
    DataOutputStream width = new DataOutputStream(widths);
    width.writeShort(scaled(glyph.width()));
    int left = contours.stream().flatMap(List::stream).mapToInt(p -> p[0]).min().orElse(0);
    width.writeShort(left);
    if (!contours.isEmpty()) {
      outlines.write(drawn(contours));
    }
    count++;
  }

  /** Contours as points {x, y, 1 if on the curve}, the last of which joins the first. */
  private List<List<int[]>> contours(Shape shape) {
    List<List<int[]>> all = new ArrayList<>();
    List<int[]> points = new ArrayList<>();
    double[] to = new double[6];
    double x = 0;
    double y = 0;
    PathIterator path = shape.getPathIterator(AffineTransform.getScaleInstance(scale, scale));
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(to);
      int end = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind == PathIterator.SEG_MOVETO || kind == PathIterator.SEG_CLOSE) {
        keep(all, points);
        points = new ArrayList<>();
      } else if (points.isEmpty()) {
        points.add(point(x, y, 1)); // goes on after a contour was closed
      }
      if (kind == PathIterator.SEG_CUBICTO) {
        cubic(points, x, y, to);
      } else if (kind == PathIterator.SEG_QUADTO) {
        points.add(point(to[0], to[1], 0));
        points.add(point(to[2], to[3], 1));
      } else if (kind != PathIterator.SEG_CLOSE) {
        points.add(point(to[0], to[1], 1));
      }
      if (kind != PathIterator.SEG_CLOSE) {
        x = to[end];
        y = to[end + 1];
      }
    }
    keep(all, points);
    return all;
  }

  private static void keep(List<List<int[]>> all, List<int[]> points) {
    int last = points.size() - 1;
    if (last > 0 && points.get(0)[0] == points.get(last)[0]) {
      if (points.get(0)[1] == points.get(last)[1]) {
        points.remove(last); // a contour closes by itself
      }
    }
    if (points.size() > 2) {
      all.add(points);
    }
  }

  private static int[] point(double x, double y, int on) {
    return new int[] {(int) Math.round(x), (int) Math.round(y), on};
  }

  /** A cubic curve as so many quadratic ones that nobody sees the difference. */
  private static void cubic(List<int[]> points, double x, double y, double[] to) {
    double off = Math.hypot(third(x, to[0], to[2], to[4]), third(y, to[1], to[3], to[5]));
    int pieces = (int) Math.ceil(Math.cbrt(off * DISTANCE / ALLOWED));
    pieces = Math.max(1, Math.min(MOST_PIECES, pieces));
    for (int i = 0; i < pieces; i++) {
      double from = (double) i / pieces;
      double until = (double) (i + 1) / pieces;
      points.add(
          point(
              control(x, to[0], to[2], to[4], from, until),
              control(y, to[1], to[3], to[5], from, until),
              0));
      points.add(point(at(x, to[0], to[2], to[4], until), at(y, to[1], to[3], to[5], until), 1));
    }
  }

  private static double third(double a, double b, double c, double d) {
    return d - 3 * c + 3 * b - a;
  }

  private static double at(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }

  private static double slope(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
  }

  /** The control point of a piece: the mean of where both tangents of its ends lead. */
  private static double control(double a, double b, double c, double d, double from, double until) {
    double half = (until - from) / 2;
    double start = at(a, b, c, d, from) + half * slope(a, b, c, d, from);
    double end = at(a, b, c, d, until) - half * slope(a, b, c, d, until);
    return (start + end) / 2;
  }

  private byte[] drawn(List<List<int[]>> contours) throws IOException {
    List<int[]> points = contours.stream().flatMap(List::stream).toList();
    mostPoints = Math.max(mostPoints, points.size());
    mostContours = Math.max(mostContours, contours.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(contours.size());
    for (int axis : new int[] {0, 1, 2, 3}) { // least x, least y, greatest x, greatest y
      var values = points.stream().mapToInt(p -> p[axis % 2]);
      out.writeShort((axis < 2 ? values.min() : values.max()).orElse(0));
    }
    int last = -1;
    for (List<int[]> each : contours) {
      last += each.size();
      out.writeShort(last);
    }
    out.writeShort(0); // no instructions
    for (int[] each : points) {
      out.writeByte(each[2]);
    }
    for (int axis = 0; axis < 2; axis++) {
      int before = 0;
      for (int[] each : points) {
        out.writeShort(each[axis] - before);
        before = each[axis];
      }
    }
    while (bytes.size() % 4 != 0) {
      out.writeByte(0);
    }
    return bytes.toByteArray();
  }

  private byte[] written() throws IOException {
    new DataOutputStream(places).writeInt(outlines.size());
    int up = scaled(lines.ascent());
    int down = scaled(lines.descent());
    FontTables tables = new FontTables();
    tables.add("OS/2", FontTables.metrics(UNITS, up, down, scaled(lines.capHeight()), characters));
    tables.add("cmap", FontTables.characters(characters));
    tables.add("glyf", outlines.toByteArray());
    tables.add("head", FontTables.head(UNITS, up, down));
    tables.add("hhea", FontTables.horizontal(up, down, UNITS, count));
    tables.add("hmtx", widths.toByteArray());
    tables.add("loca", places.toByteArray());
    tables.add("maxp", FontTables.most(count, mostPoints, mostContours));
    tables.add("name", FontTables.name(name.getBytes(StandardCharsets.UTF_16BE)));
    tables.add("post", FontTables.postScript());
    return tables.toBytes();
  }
}
