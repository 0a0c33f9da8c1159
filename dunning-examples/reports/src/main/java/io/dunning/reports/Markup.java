package io.dunning.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of a page, in HTML or SVG. Text and values of attributes are escaped, and characters
 * that nobody sees become visible, so that a name cannot be markup. Built by one thread; once it is
 * built, it is only read.
 *
 * <pre>{@code
 * Markup.tag("td").with("class", "number").text("1,200.00")   // <td class="number">1,200.00</td>
 * }</pre>
 */
public final class Markup {
  private static final Set<String> VOID = Set.of("br", "col", "hr", "input", "meta");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  private final String tag;
  private final StringBuilder attributes = new StringBuilder();
  private final List<Object> children = new ArrayList<>();

  private Markup(String tag) {
    this.tag = tag;
  }

  /**
   * {@return an element without content}
   *
   * @param name its name, such as {@code td}
   * @throws IllegalArgumentException if that is no name of an element
   */
  public static Markup tag(String name) {
    return new Markup(named(name));
  }

  /**
   * {@return elements without an element around them}
   *
   * @param parts the elements, in their order
   */
  public static Markup all(Collection<Markup> parts) {
    return new Markup("").add(parts);
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name of an element or attribute: " + name);
    }
    return name;
  }

  /**
   * {@return this element, with one more attribute}
   *
   * @param name the name of the attribute
   * @param value its value, which is escaped
   * @throws IllegalArgumentException if that is no name of an attribute
   */
  public Markup with(String name, Object value) {
    attributes.append(' ').append(named(name)).append("=\"");
    escape(Shown.text(value.toString()), attributes);
    attributes.append('"');
    return this;
  }

  /**
   * {@return this element, with text at the end of its content}
   *
   * @param text the text, which is escaped
   */
  public Markup text(String text) {
    children.add(Shown.text(Objects.requireNonNull(text, "text")));
    return this;
  }

  /**
   * {@return this element, with other elements at the end of its content}
   *
   * @param parts the elements, in their order
   */
  public Markup add(Markup... parts) {
    return add(Arrays.asList(parts));
  }

  /**
   * {@return this element, with other elements at the end of its content}
   *
   * @param parts the elements, in their order
   */
  public Markup add(Collection<Markup> parts) {
    parts.forEach(p -> children.add(Objects.requireNonNull(p, "part")));
    return this;
  }

  /** Whether nothing is in it. */
  boolean isEmpty() {
    return children.isEmpty();
  }

  /** {@return the element as HTML} */
  @Override
  public String toString() {
    StringBuilder html = new StringBuilder();
    write(html);
    return html.toString();
  }

  private void write(StringBuilder html) {
    if (!tag.isEmpty()) {
      html.append('<').append(tag).append(attributes).append('>');
    }
    for (Object each : children) {
      if (each instanceof Markup element) {
        element.write(html);
      } else {
        escape((String) each, html);
      }
    }
    if (!tag.isEmpty() && !VOID.contains(tag)) {
      html.append("</").append(tag).append('>');
    }
    html.append(isBlock() ? "\n" : "");
  }

  /** Whether a line ends after the element, so that people can read what a program compares. */
  private boolean isBlock() {
    return switch (tag) {
      case "tr", "table", "section", "p", "ul", "ol", "dl", "div", "svg", "h1", "h2", "h3" -> true;
      case "thead", "tbody", "details", "header", "nav", "main", "meta", "title", "option" -> true;
      default -> false;
    };
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
