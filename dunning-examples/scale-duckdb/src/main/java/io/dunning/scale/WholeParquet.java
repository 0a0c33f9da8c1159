package io.dunning.scale;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks at the two ends of a Parquet file. One that breaks off, as after a fault of the disk, lacks
 * its end: the length of the footer, and the mark of the format.
 */
final class WholeParquet {
  private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private WholeParquet() {}

  /** Whether a file is there and has both ends, and room for its footer between them. */
  static boolean isAt(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long end = file.length() - MARK.length;
      if (end < MARK.length + Integer.BYTES || !isMarked(file, 0) || !isMarked(file, end)) {
        return false;
      }
      file.seek(end - Integer.BYTES);
      int footer = Integer.reverseBytes(file.readInt());
      return footer > 0 && footer <= end - Integer.BYTES - MARK.length;
    }
  }

  private static boolean isMarked(RandomAccessFile file, long at) throws IOException {
    byte[] found = new byte[MARK.length];
    file.seek(at);
    file.readFully(found);
    return Arrays.equals(found, MARK);
  }
}
