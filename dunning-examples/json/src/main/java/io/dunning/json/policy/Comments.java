package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The comments of a file, each with the key beside or below it, so that a file can be written anew
 * and keeps them.
 */
final class Comments {
  /** No comments. */
  static final Comments NONE = new Comments();

  private static final Pattern ALONE = Pattern.compile("\\s*(-|---|\\.\\.\\.)\\s+#");

  private final Map<String, List<String>> before = new HashMap<>();
  private final Map<String, String> beside = new HashMap<>();
  private final List<String> atEnd = new ArrayList<>();

  /** The first key of an item of a list, where it stands on the line of the item. */
  private final Map<Integer, String> firstKeys = new HashMap<>();

  private final Map<Integer, String> firstLines = new HashMap<>();

  private Comments() {}

  /** The path of a document. */
  static String root(int document) {
    return Integer.toString(document);
  }

  /** The path of a key. */
  static String key(String path, String key) {
    return path + "\n." + key;
  }

  /** The path of an item of a list, from 0. */
  static String item(String path, int index) {
    return path + "\n[" + index;
  }

  /** The comments of a text, which belong to its trees as they will be written. */
  static Comments of(String text, List<Node> read, List<? extends Node> written) {
    Comments all = new Comments();
    List<String> texts = text.lines().toList();
    TreeMap<Integer, String> lines = new TreeMap<>();
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      all.walk(read.get(i), root(i), lines);
      if (read.get(i) instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        all.firstLines.put(mapping.entries().get(0).place().line(), root(i));
      }
      all.collect(written.get(i), root(i), known);
    }
    try {
      for (Event event :
          new Parse(LoadSettings.builder().setParseComments(true).build()).parseString(text)) {
        if (event instanceof CommentEvent comment) {
          all.add(comment, texts, lines, known);
        }
      }
    } catch (YamlEngineException e) {
      return NONE;
    }
    return all;
  }

  /** The outermost part that begins on each line. */
  private void walk(Node node, String path, TreeMap<Integer, String> lines) {
    if (node instanceof Mapping mapping) {
      for (Entry each : mapping.entries()) {
        lines.putIfAbsent(each.place().line(), key(path, each.key()));
        walk(each.value(), key(path, each.key()), lines);
      }
    } else if (node instanceof Listing list) {
      for (int i = 0; i < list.items().size(); i++) {
        int line = list.items().get(i).place().line();
        lines.putIfAbsent(line, item(path, i));
        if (list.items().get(i) instanceof Mapping group && !group.entries().isEmpty()) {
          firstKeys.putIfAbsent(line, key(item(path, i), group.entries().get(0).key()));
        }
        walk(list.items().get(i), item(path, i), lines);
      }
    }
  }

  private void collect(Node node, String path, Map<String, Integer> known) {
    known.put(path, known.size());
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(e -> collect(e.value(), key(path, e.key()), known));
    } else if (node instanceof Listing list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(list.items().get(i), item(path, i), known);
      }
    }
  }

  private void add(
      CommentEvent comment,
      List<String> texts,
      TreeMap<Integer, String> lines,
      Map<String, Integer> known) {
    if (comment.getCommentType() == CommentType.BLANK_LINE) {
      return;
    }
    String text = "#" + comment.getValue().stripTrailing();
    int line = comment.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    boolean own = comment.getCommentType() == CommentType.BLOCK || isAlone(line, texts);
    String path = own ? null : written(firstKeys.getOrDefault(line, lines.get(line)), known);
    if (path != null && beside.putIfAbsent(path, text) == null) {
      return;
    }
    Map.Entry<Integer, String> below = own ? lines.ceilingEntry(line) : lines.floorEntry(line);
    String at = below == null ? null : above(below, own, known);
    if (at == null) {
      atEnd.add(text);
    } else {
      before.computeIfAbsent(at, p -> new ArrayList<>()).add(text);
    }
  }

  /** Whether no part stands on a line: a dash whose item is below, or the border of a document. */
  private static boolean isAlone(int line, List<String> texts) {
    return line > 0 && line <= texts.size() && ALONE.matcher(texts.get(line - 1)).lookingAt();
  }

  /** The part above which a comment goes; what stands above all keys stays above all keys. */
  private String above(Map.Entry<Integer, String> below, boolean own, Map<String, Integer> known) {
    String document = own ? firstLines.get(below.getKey()) : null;
    return document != null ? document : written(below.getValue(), known);
  }

  /** The part that will be written for a part that was read. */
  private static String written(String path, Map<String, Integer> known) {
    String at = path;
    while (at != null && !known.containsKey(at)) {
      int end = at.lastIndexOf('\n');
      at = end < 0 ? null : at.substring(0, end);
    }
    return at == null || at.indexOf('\n') < 0 ? null : at;
  }

  /** The lines above a part. */
  List<String> before(String path) {
    return before.getOrDefault(path, List.of());
  }

  /** What stands beside a part. */
  Optional<String> beside(String path) {
    return Optional.ofNullable(beside.get(path));
  }

  /** The lines at the end. */
  List<String> atEnd() {
    return atEnd;
  }
}
