package io.dunning.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a host's folder. */
final class HostFiles {
  private static final Pattern PHRASES =
      Pattern.compile("phrases_([a-z]{2,3}(_[A-Z]{2})?)\\.properties");

  /** The names of the templates that a letter starts from. */
  static final List<String> TEMPLATES = List.of(Layout.TEXT, Layout.EMAIL, Layout.PAPER);

  private HostFiles() {}

  /**
   * The files of phrases by language, such as {@code de}, or language and region: {@code de_CH}.
   *
   * @throws IllegalArgumentException if there is no such folder, or a file in it looks like one of
   *     phrases or a template and is none
   */
  static SortedMap<String, Path> phrases(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("no such folder of words and templates: " + folder);
    }
    SortedMap<String, Path> all = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Path each : files(folder)) {
      String name = each.getFileName().toString();
      Matcher phrases = PHRASES.matcher(name);
      if (phrases.matches()) {
        all.put(phrases.group(1), each);
      }
      if ((phrases.matches() || TEMPLATES.contains(name)) && !Files.isRegularFile(each)) {
        faults.add("is no file: " + each);
      } else if (!phrases.matches() && name.toLowerCase(Locale.ROOT).startsWith("phrases")) {
        faults.add(
            "no file of phrases has this name: "
                + each
                + "\nMaybe phrases_de.properties, or phrases_de_CH.properties");
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return all;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder cannot be read: " + folder, e);
    }
  }

  /** What a file says; a mark of the byte order at its start is no part of that. */
  static String text(Path file) {
    try {
      return text(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("file cannot be read: " + file, e);
    }
  }

  /**
   * What the bytes of a file say.
   *
   * @throws IllegalArgumentException if they are no UTF-8
   */
  static String text(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "file is not in UTF-8: " + name + "\nMaybe save it again with this encoding.", e);
    }
  }
}
