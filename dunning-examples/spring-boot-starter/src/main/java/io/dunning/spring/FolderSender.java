package io.dunning.spring;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.letters.LetterKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Puts letters into a folder as PDF files, for a printer or a mailing service to take. Each action
 * has one file, named by its key, and a file appears whole or not at all. So an action that is
 * carried out again changes nothing, as long as whoever takes a file leaves it there or remembers
 * its name.
 */
public final class FolderSender implements ActionSender {
  private static final int LONGEST = 80;

  private final Path folder;
  private final LetterDesk desk;

  /**
   * A sender.
   *
   * @param folder where to put letters; it is created
   * @param desk who writes them
   */
  public FolderSender(Path folder, LetterDesk desk) {
    this.folder = folder;
    this.desk = desk;
  }

  @Override
  public boolean handles(DunningAction action, DunningDocument document) {
    return action.channel().filter(c -> c == Channel.LETTER).isPresent()
        && LetterKind.of(List.of(action)).isPresent();
  }

  @Override
  public boolean knowsKeys() {
    return true;
  }

  @Override
  public String send(Delivery delivery) throws IOException {
    Path place = folder.resolve(name(delivery.tenant()));
    Path file = place.resolve(name(delivery.key()) + ".pdf");
    if (!Files.exists(file)) {
      Files.createDirectories(place);
      Path draft = Files.createTempFile(place, ".draft", ".tmp");
      try {
        write(draft, desk.pdf(delivery));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    keep(place);
    return file.getFileName().toString();
  }

  /** Writes the names in a folder to the disk, where a folder can be opened. */
  private static void keep(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  /** A name for any file system; two keys never share one. */
  static String name(String key) {
    String plain = key.replaceAll("[^A-Za-z0-9-]+", "_");
    String start = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return start + "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
