package io.dunning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the guide whose blocks of code stand in the sources of a module, where they are
 * compiled and run.
 *
 * @param text the whole page
 * @param language the word after the three backticks of its code
 */
public record GuidePage(String text, String language) {
  /**
   * Reads a page, from a module that lies three folders below the root.
   *
   * @param name the name of the file, such as {@code kotlin.md}
   * @param language the language of its code
   */
  public static GuidePage of(String name, String language) {
    return new GuidePage(read(Path.of("../../../docs/guide", name)), language);
  }

  /** The blocks of code, in their order. */
  public List<String> blocks() {
    return blocks("```" + language + "\\n(.*?)```");
  }

  /** What stands in the blocks of plain text: what the code prints. */
  public List<String> printed() {
    return blocks("```text\\n(.*?)```");
  }

  private List<String> blocks(String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    return found.results().map(r -> r.group(1)).toList();
  }

  /**
   * The blocks of code that stand nowhere in a folder as they stand here. They may be indented more
   * deeply there.
   *
   * @param folder the folder of sources, searched with the folders in it
   */
  public List<String> blocksNotIn(Path folder) {
    List<List<String>> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(f -> sources.add(read(f).lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blocks().stream()
        .filter(b -> sources.stream().noneMatch(s -> stands(b.lines().toList(), s)))
        .toList();
  }

  private static boolean stands(List<String> block, List<String> source) {
    for (int at = 0; at + block.size() <= source.size(); at++) {
      if (source.get(at).endsWith(block.get(0))
          && stands(block, source.subList(at, at + block.size()), indent(source.get(at), block))) {
        return true;
      }
    }
    return false;
  }

  private static String indent(String line, List<String> block) {
    return line.substring(0, line.length() - block.get(0).length());
  }

  private static boolean stands(List<String> block, List<String> lines, String indent) {
    boolean same = indent.isBlank();
    for (int i = 0; same && i < block.size(); i++) {
      String line = block.get(i);
      same = lines.get(i).equals(line.isEmpty() ? "" : indent + line);
    }
    return same;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
