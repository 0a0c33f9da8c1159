package io.dunning.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of rows, one after the other in blocks of bytes: of each row the customer's id, then the
 * numbers of the open invoices, if any has one; then nothing, in one byte.
 */
final class TableText {
  private static final int BLOCK_BITS = 21;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /** Two megabytes with what an array needs, so that a usual collector does not move it. */
  private static final int FULL_BLOCK = BLOCK - 64;

  private static final int SMALL_BLOCK = 1 << 19;
  private static final int FIRST_BLOCK = 1 << 12;

  /** Where the texts of a row end. */
  static final int END = 254;

  /** A text this long has its length in three bytes. */
  static final int LONG = 255;

  private byte[][] blocks = new byte[4][];
  private int count;
  private int used;
  private int free;
  private long stored;

  /** Bytes of texts that a row has. */
  private long live;

  /** Stores the texts of a row and says where they are. */
  long store(TextDraft draft) {
    draft.end();
    return store(draft.bytes, 0, draft.length);
  }

  /** Stores what another has at a place and says where it is. */
  long store(TableText other, long place) {
    byte[] block = other.blocks[(int) (place >> BLOCK_BITS)];
    return store(block, (int) place & BLOCK - 1, other.length(place));
  }

  private long store(byte[] bytes, int from, int length) {
    if (free < length) {
      if (count == blocks.length) {
        blocks = Arrays.copyOf(blocks, 2 * count);
      }
      int block = stored < SMALL_BLOCK ? (int) Math.max(FIRST_BLOCK, stored) : FULL_BLOCK;
      free = Math.max(block, length);
      blocks[count++] = new byte[free];
      used = 0;
      stored += free;
    }
    long place = (long) (count - 1) << BLOCK_BITS | used;
    System.arraycopy(bytes, from, blocks[count - 1], used, length);
    used += length;
    free -= length;
    live += length;
    return place;
  }

  /** Says that no row has the texts at a place any more. */
  void release(long place) {
    live -= length(place);
  }

  /** Whether most bytes are of texts that no row has any more, so that all are to be copied. */
  boolean isMostlyFree() {
    return stored >= 2L * BLOCK && live <= stored / 2;
  }

  private int length(long place) {
    byte[] block = blocks[(int) (place >> BLOCK_BITS)];
    int begin = (int) place & BLOCK - 1;
    int at = begin;
    while ((block[at] & 0xFF) != END) {
      at = end(block, at);
    }
    return at + 1 - begin;
  }

  /**
   * The text with a number, from 0, of the row whose texts are at a place; empty if it has none.
   */
  String text(long place, int number) {
    byte[] block = blocks[(int) (place >> BLOCK_BITS)];
    int at = (int) place & BLOCK - 1;
    for (int i = 0; i < number; i++) {
      at = end(block, at);
      if ((block[at] & 0xFF) == END) {
        return "";
      }
    }
    int begin = begin(block, at);
    return new String(block, begin, end(block, at) - begin, StandardCharsets.UTF_8);
  }

  private static int begin(byte[] block, int at) {
    return (block[at] & 0xFF) == LONG ? at + 3 : at + 1;
  }

  private static int end(byte[] block, int at) {
    int n = block[at] & 0xFF;
    return n == LONG ? at + 3 + ((block[at + 1] & 0xFF) << 8 | block[at + 2] & 0xFF) : at + 1 + n;
  }

  /** Whether the first text at a place is the first of a draft. */
  boolean isFirst(long place, TextDraft draft) {
    byte[] block = blocks[(int) (place >> BLOCK_BITS)];
    int at = (int) place & BLOCK - 1;
    int length = end(draft.bytes, 0);
    return end(block, at) - at == length
        && Arrays.equals(block, at, at + length, draft.bytes, 0, length);
  }

  /** Whether the texts at a place are those of a draft. */
  boolean isSame(long place, TextDraft draft) {
    byte[] block = blocks[(int) (place >> BLOCK_BITS)];
    int at = (int) place & BLOCK - 1;
    int end = at + draft.length;
    return end < block.length
        && (block[end] & 0xFF) == END
        && Arrays.equals(block, at, end, draft.bytes, 0, draft.length);
  }

  /**
   * A number that is the same for drafts with equal first texts. Ids that follow each other have
   * numbers that do, up to four of them, which the caches like; beyond that, numbers are scattered,
   * because rows of ids that run into each other would take long to search.
   */
  static int hash(TextDraft draft) {
    byte[] bytes = draft.bytes;
    int hash = 0;
    for (int i = begin(bytes, 0), end = end(bytes, 0); i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int scattered = (hash >>> 2) * 0x9E3779B9;
    return (scattered ^ scattered >>> 15) << 2 | hash & 3;
  }

  /** How many bytes the blocks take. */
  long bytes() {
    return stored + 16L * count;
  }
}
