package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.util.List;
import java.util.regex.Pattern;

/** Writes trees as YAML, always in the same way: a line each, quotes only where they are needed. */
final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}]*");
  private static final Pattern BROKEN =
      Pattern.compile(": | #|:$| $|[\\u0085\\u2028\\u2029\\ufeff\\ufffe\\uffff]|[\\p{Co}\\p{Cs}]");
  private static final Pattern LIKE_ANOTHER =
      Pattern.compile(
          "(?i)true|false|yes|no|on|off|y|n|null|[\\d._]+(e[-+]?\\d+)?|0[xo].*|\\d+(:\\d+)+");

  /** YAML allows a longer key only with a question mark before it. */
  private static final int LONGEST_KEY = 1_000;

  private final StringBuilder text = new StringBuilder();
  private final Comments comments;

  private YamlWriter(Comments comments) {
    this.comments = comments;
  }

  /** Documents, one after the other. */
  static String write(List<? extends Node> documents, Comments comments) {
    YamlWriter writer = new YamlWriter(comments);
    for (int i = 0; i < documents.size(); i++) {
      if (i > 0) {
        writer.text.append("---\n");
      }
      writer.document(documents.get(i), i);
    }
    comments.atEnd().forEach(c -> writer.text.append(c).append('\n'));
    return writer.text.toString();
  }

  private void document(Node node, int index) {
    before(Comments.root(index), "");
    if (node instanceof Mapping mapping) {
      mapping(mapping, "", Comments.root(index), false);
    } else {
      text.append(scalarOrEmpty(node)).append('\n');
    }
  }

  private void mapping(Mapping mapping, String indent, String path, boolean afterDash) {
    boolean first = afterDash;
    for (Entry each : mapping.entries()) {
      String inner = Comments.key(path, each.key());
      if (first) {
        first = false;
      } else {
        before(inner, indent);
        text.append(indent);
      }
      String key = quotedKey(each.key());
      boolean longKey = key.length() > LONGEST_KEY;
      text.append(longKey ? "? " + key + '\n' + indent + ':' : key + ':');
      value(each.value(), indent, inner);
    }
  }

  private void before(String path, String indent) {
    comments.before(path).forEach(c -> text.append(indent).append(c).append('\n'));
  }

  private void endOfLine(String path) {
    comments.beside(path).ifPresent(c -> text.append("  ").append(c));
    text.append('\n');
  }

  private void value(Node value, String indent, String path) {
    String deeper = indent + "  ";
    if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      endOfLine(path);
      mapping(mapping, deeper, path, false);
    } else if (value instanceof Listing list && !list.items().isEmpty()) {
      endOfLine(path);
      items(list, deeper, path);
    } else {
      text.append(' ').append(scalarOrEmpty(value));
      endOfLine(path);
    }
  }

  private void items(Listing list, String indent, String path) {
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String inner = Comments.item(path, i);
      before(inner, indent);
      if (item instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        before(Comments.key(inner, mapping.entries().get(0).key()), indent);
        text.append(indent).append("- ");
        mapping(mapping, indent + "  ", inner, true);
      } else if (item instanceof Listing inside && !inside.items().isEmpty()) {
        comments.beside(inner).ifPresent(c -> text.append(indent).append(c).append('\n'));
        text.append(indent).append("-\n");
        items(inside, indent + "  ", inner);
      } else {
        text.append(indent).append("- ").append(scalarOrEmpty(item));
        endOfLine(inner);
      }
    }
  }

  private static String scalarOrEmpty(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar(scalar);
    }
    return node instanceof Mapping ? "{}" : "[]";
  }

  private static String scalar(Scalar scalar) {
    return switch (scalar.form()) {
      case NUMBER, FLAG -> scalar.text();
      case EMPTY -> "null";
      case TEXT -> isPlain(scalar.text()) ? scalar.text() : quoted(scalar.text());
    };
  }

  private static String quotedKey(String key) {
    return isPlain(key) || key.matches("-?\\d{1,10}") ? key : quoted(key);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !BROKEN.matcher(text).find()
        && !LIKE_ANOTHER.matcher(text).matches();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        quoted.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException(
            "a policy file cannot hold half of a character: " + Problems.shown(text));
      } else {
        quoted.append(escaped(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> {
        boolean plain = c >= ' ' && c <= '~' || Character.isLetterOrDigit(c);
        yield plain ? String.valueOf(c) : "\\u%04X".formatted((int) c);
      }
    };
  }
}
