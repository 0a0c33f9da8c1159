package io.dunning.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one folder, by their names, and nothing else: no folder within it, no file that a
 * link leads to, no name that could lead elsewhere.
 */
final class Folder {
  /** More bytes than a policy file may have. */
  static final int LONGEST = 4_000_000;

  private static final int MOST_FILES = 500;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_](\\.?[\\p{L}\\p{N} _+-]){0,99}");

  private final Path folder;
  private final Set<String> endings;

  /**
   * A text as it stood in a file.
   *
   * @param text the text
   * @param version changes with the text
   */
  record Saved(String text, String version) {}

  Folder(Path folder, Set<String> endings) {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read folder " + folder, e);
    }
    this.endings = endings;
  }

  /** The names of the files, in alphabetical order. */
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.map(p -> p.getFileName().toString())
          .filter(n -> isName(n) && isFile(folder.resolve(n)))
          .limit(MOST_FILES)
          .forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read folder " + folder, e);
    }
    return List.copyOf(names);
  }

  private boolean isName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && endings.contains(name.substring(dot)) && NAME.matcher(name).matches();
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The path of a name.
   *
   * @throws Refusal if the name could lead elsewhere, or there is no such file
   */
  Path path(String name) {
    if (!isName(name)) {
      throw new Refusal(403, "not the name of a file in the folder of the policy");
    }
    Path path = folder.resolve(name);
    if (!isFile(path)) {
      throw new Refusal(404, "no such file in the folder of the policy");
    }
    return path;
  }

  /** The text of a file. */
  Saved read(String name) {
    try {
      byte[] bytes = bytes(path(name));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Saved(text, version(bytes));
    } catch (CharacterCodingException e) {
      throw new Refusal(422, "the file is not text in UTF-8\nMaybe save it in UTF-8");
    } catch (IOException e) {
      throw new Refusal(500, "the file cannot be read");
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    if (Files.size(path) > LONGEST) {
      throw new Refusal(413, "the file has more than " + LONGEST + " bytes");
    }
    return Files.readAllBytes(path);
  }

  /**
   * Replaces a file, whole or not at all. A text whose lines end with LF is written with the line
   * ends of the file: CR LF if most of its lines end so.
   *
   * @param known the version that the writer has seen
   * @return the new version
   * @throws Refusal if the file has changed since
   */
  synchronized String write(String name, String text, String known) {
    Path path = path(name);
    byte[] bytes;
    try {
      byte[] old = bytes(path);
      bytes = withLineEndsOf(old, text).getBytes(StandardCharsets.UTF_8);
      if (bytes.length > LONGEST) {
        throw new Refusal(413, "the text has more than " + LONGEST + " bytes");
      }
      if (!version(old).equals(known)) {
        throw new Refusal(409, "the file was changed by somebody else; nothing was saved");
      }
      Path draft = Files.createTempFile(folder, ".dunning", ".draft");
      try {
        Files.write(draft, bytes);
        permitAlike(path, draft);
        move(draft, path);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new Refusal(500, "the file cannot be written");
    }
    return version(bytes);
  }

  /** A text area knows only LF; a file with CR LF keeps them, so that only changed lines differ. */
  private static String withLineEndsOf(byte[] old, String text) {
    int lines = 0;
    int returns = 0;
    for (int i = 0; i < old.length; i++) {
      if (old[i] == '\n') {
        lines++;
        returns += i > 0 && old[i - 1] == '\r' ? 1 : 0;
      }
    }
    boolean keeps = 2 * returns > lines && text.indexOf('\r') < 0;
    return keeps ? text.replace("\n", "\r\n") : text;
  }

  /** A temporary file is only for its owner; the file stays what it was. */
  private static void permitAlike(Path old, Path draft) throws IOException {
    PosixFileAttributeView was = Files.getFileAttributeView(old, PosixFileAttributeView.class);
    if (was != null) {
      Files.setPosixFilePermissions(draft, was.readAttributes().permissions());
    }
  }

  private static void move(Path draft, Path path) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String version(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
