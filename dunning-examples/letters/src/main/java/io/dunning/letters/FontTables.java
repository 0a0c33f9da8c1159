package io.dunning.letters;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of a TrueType font, as the OpenType specification describes them. */
final class FontTables {
  private static final int ENTRY = 16;
  private static final int HEADER = 12;

  private final SortedMap<String, byte[]> tables = new TreeMap<>();

  void add(String tag, byte[] table) {
    tables.put(tag, table);
  }

  /** The file: a directory, and the tables one after the other. */
  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int range = Integer.highestOneBit(tables.size());
    out.writeInt(0x00010000);
    out.writeShort(tables.size());
    out.writeShort(range * ENTRY);
    out.writeShort(Integer.numberOfTrailingZeros(range));
    out.writeShort((tables.size() - range) * ENTRY);
    int place = HEADER + tables.size() * ENTRY;
    for (Map.Entry<String, byte[]> each : tables.entrySet()) {
      out.write(each.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(sum(padded(each.getValue())));
      out.writeInt(place);
      out.writeInt(each.getValue().length);
      place += padded(each.getValue()).length;
    }
    for (byte[] each : tables.values()) {
      out.write(padded(each));
    }
    return bytes.toByteArray();
  }

  private static byte[] padded(byte[] table) {
    return java.util.Arrays.copyOf(table, (table.length + 3) / 4 * 4);
  }

  private static int sum(byte[] table) {
    int sum = 0;
    for (ByteBuffer words = ByteBuffer.wrap(table); words.hasRemaining(); ) {
      sum += words.getInt();
    }
    return sum;
  }

  private static byte[] shorts(int... values) {
    ByteBuffer all = ByteBuffer.allocate(values.length * 2);
    for (int each : values) {
      all.putShort((short) each);
    }
    return all.array();
  }

  /** {@code head}: long places in {@code loca}. */
  static byte[] head(int units, int up, int down) {
    return shorts(
        1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, units, // versions, checksum, magic number, flags
        0, 0, 0, 0, 0, 0, 0, 0, // created and changed: no date, so that files are reproducible
        0, down, units, up, 0, 8, 2, 1, 0);
  }

  /** {@code hhea}: how high lines are, and how many widths follow. */
  static byte[] horizontal(int up, int down, int widest, int count) {
    return shorts(1, 0, up, down, 0, widest, 0, 0, widest, 1, 0, 0, 0, 0, 0, 0, 0, count);
  }

  /** {@code maxp}: the most of anything. */
  static byte[] most(int count, int points, int contours) {
    return shorts(1, 0, count, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** {@code OS/2}, version 3; the font may be embedded. */
  static byte[] metrics(int units, int up, int down, int capital, List<Integer> characters) {
    int first = characters.isEmpty() ? ' ' : Math.min(0xffff, characters.get(0));
    int last = characters.isEmpty() ? ' ' : Math.min(0xffff, characters.get(characters.size() - 1));
    ByteBuffer all = ByteBuffer.allocate(96); // what is not set is zero
    all.put(shorts(3, units / 2, 400, 5, 0));
    all.position(58);
    all.put(shorts(0x2020, 0x2020, 0x40, first, last, up, down, 0, up, -down));
    all.position(86);
    all.put(shorts(capital * 7 / 10, capital, 0, ' ', 0));
    return all.array();
  }

  /** {@code cmap}: each character in its place, the first of them at 1. */
  static byte[] characters(List<Integer> characters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(shorts(0, 1, 3, 10, 0, HEADER)); // one table, of all planes
    out.write(shorts(12, 0));
    out.writeInt(16 + characters.size() * 12);
    out.writeInt(0);
    out.writeInt(characters.size());
    for (int i = 0; i < characters.size(); i++) {
      out.writeInt(characters.get(i));
      out.writeInt(characters.get(i));
      out.writeInt(i + 1);
    }
    return bytes.toByteArray();
  }

  /** {@code name}: the PostScript name. */
  static byte[] name(byte[] name) {
    byte[] head = shorts(0, 1, 18, 3, 1, 0x409, 6, name.length, 0);
    return ByteBuffer.allocate(head.length + name.length).put(head).put(name).array();
  }

  /** {@code post}, version 3: glyphs have no names. */
  static byte[] postScript() {
    return shorts(3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
