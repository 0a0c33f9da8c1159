package io.dunning.bridges.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element that was read as a whole. */
final class XmlNode {
  final String name;
  final XmlPlace place;
  final Map<String, String> attributes;
  final List<XmlNode> children = new ArrayList<>();
  private String text = "";

  XmlNode(String name, XmlPlace place, Map<String, String> attributes) {
    this.name = name;
    this.place = place;
    this.attributes = attributes;
  }

  void fill(String all) {
    text = all;
  }

  /** Its own text, without blanks at either end. */
  String text() {
    return text.strip();
  }

  /** The children of a name. */
  List<XmlNode> all(String child) {
    List<XmlNode> found = new ArrayList<>();
    for (XmlNode each : children) {
      if (each.name.equals(child)) {
        found.add(each);
      }
    }
    return found;
  }

  /** The first element at the end of a path of names. */
  Optional<XmlNode> find(String... path) {
    XmlNode at = this;
    for (String step : path) {
      at = at.first(step);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  private XmlNode first(String child) {
    for (XmlNode each : children) {
      if (each.name.equals(child)) {
        return each;
      }
    }
    return null;
  }

  /** The text at the end of a path; empty if there is none or it is blank. */
  Optional<String> text(String... path) {
    return find(path).map(XmlNode::text).filter(t -> !t.isEmpty());
  }

  /** An attribute; empty if it is missing or blank. */
  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).filter(a -> !a.isBlank());
  }
}
