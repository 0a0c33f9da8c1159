package io.dunning.spring;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.letters.LetterKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Puts letters into a folder as PDF files, for a printer or a mailing service to take. Each action
 * has one file, named by its key, and a file appears whole or not at all. So an action that is
 * carried out again changes nothing, as long as whoever takes a file leaves it there or remembers
 * its name.
 *
 * <p>Files and folders have the rights that the process gives to new ones (its umask). A letter to
 * a customer without a postal address is refused, so that it comes to the dead letters.
 */
public final class FolderSender implements ActionSender {
  private static final int LONGEST = 80;
  private static final String DRAFTS = ".drafts";

  /** A draft that is older was left by a process that died. */
  private static final Duration LONGEST_DRAFT = Duration.ofHours(1);

  private final Path folder;
  private final LetterDesk desk;
  private final Disk disk;

  /**
   * A sender.
   *
   * @param folder where to put letters; it is created
   * @param desk who writes them
   */
  public FolderSender(Path folder, LetterDesk desk) {
    this(folder, desk, FolderSender::keep);
  }

  /** A sender that says which folders it writes to the disk. */
  FolderSender(Path folder, LetterDesk desk, Disk disk) {
    this.folder = folder;
    this.desk = desk;
    this.disk = disk;
  }

  /** Writes the names in a folder to the disk. */
  interface Disk {
    void keep(Path folder) throws IOException;
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

  /**
   * Puts a letter into the folder, unless it is there.
   *
   * @param delivery the action
   * @return the name of the file
   * @throws IllegalArgumentException if no postal address of the customer is known
   */
  @Override
  public String send(Delivery delivery) throws IOException {
    Path place = folder.resolve(name(delivery.tenant()));
    Path file = place.resolve(name(delivery.key()) + ".pdf");
    if (!Files.exists(file)) {
      if (!desk.isAddressed(delivery)) {
        throw new IllegalArgumentException(
            "no postal address is known of customer " + delivery.account().customer().id());
      }
      Path drafts = Files.createDirectories(place.resolve(DRAFTS));
      removeOldOnes(drafts);
      Path draft = drafts.resolve(UUID.randomUUID() + ".tmp");
      try {
        write(draft, desk.pdf(delivery));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    disk.keep(place);
    disk.keep(folder); // it has the name of the place
    return file.getFileName().toString();
  }

  private static void removeOldOnes(Path drafts) throws IOException {
    Instant oldest = Instant.now().minus(LONGEST_DRAFT);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(drafts)) {
      for (Path each : all) {
        if (isBefore(each, oldest)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  /** Whether a file was changed before a moment; false if it is gone meanwhile. */
  private static boolean isBefore(Path file, Instant moment) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Does so where a folder can be opened. */
  private static void keep(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
