package io.dunning.reports;

import java.util.Locale;

/** Shapes of a picture. Colours come from the style sheet of the page. */
final class Svg {
  private Svg() {}

  /** A picture that keeps its proportions. */
  static Markup picture(int width, int height) {
    return Markup.tag("svg").with("viewBox", "0 0 " + width + " " + height);
  }

  /** A picture without text that becomes as wide as there is room. */
  static Markup stretched(int width, int height) {
    return picture(width, height).with("preserveAspectRatio", "none");
  }

  static Markup rect(double x, double y, double width, double height) {
    return Markup.tag("rect")
        .with("x", number(x))
        .with("y", number(y))
        .with("width", number(width))
        .with("height", number(height));
  }

  static Markup line(double x1, double y1, double x2, double y2) {
    return Markup.tag("line")
        .with("x1", number(x1))
        .with("y1", number(y1))
        .with("x2", number(x2))
        .with("y2", number(y2));
  }

  static Markup circle(double x, double y, double radius) {
    return Markup.tag("circle")
        .with("cx", number(x))
        .with("cy", number(y))
        .with("r", number(radius));
  }

  static Markup path(String data) {
    return Markup.tag("path").with("d", data);
  }

  /** Text around a point; {@code anchor} is start, middle or end. */
  static Markup text(double x, double y, String anchor, String text) {
    return Markup.tag("text")
        .with("x", number(x))
        .with("y", number(y))
        .with("text-anchor", anchor)
        .text(text);
  }

  static Markup title(String text) {
    return Markup.tag("title").text(text);
  }

  /** A place or length, to a tenth. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
