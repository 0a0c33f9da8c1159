package io.dunning.bridges.document;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over a document once, from the first element to the last. It keeps nothing of what it
 * passes, except for an element that is read as a whole.
 */
final class XmlCursor implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final XmlLimits limits;
  private final BoundedInput input;
  private final XMLStreamReader xml;
  private final Deque<String> names = new ArrayDeque<>();
  private int kept;

  private XmlCursor(XmlLimits limits, BoundedInput input) throws IOException {
    this.limits = limits;
    this.input = input;
    try {
      this.xml = FACTORY.createXMLStreamReader(XmlEncoding.reader(input));
    } catch (XMLStreamException e) {
      throw new RefusedDocument(new XmlPlace(1, 1, ""), "document is not XML", said(e), null);
    }
  }

  /** The parser of the JDK, which nothing on the class path replaces. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, space) -> {
          throw new XMLStreamException("nothing is loaded from elsewhere");
        });
    return factory;
  }

  static XmlCursor open(XmlSource source, XmlLimits limits) {
    BoundedInput input = null;
    try {
      input = new BoundedInput(source.open(), limits.bytes());
      return new XmlCursor(limits, input);
    } catch (IOException e) {
      close(input);
      throw failed(XmlPlace.NOWHERE, e, limits);
    } catch (RefusedDocument e) {
      close(input);
      throw e;
    }
  }

  private static void close(Closeable input) {
    try {
      if (input != null) {
        input.close();
      }
    } catch (IOException e) {
      // it was read only: what was read is there, and what was not is told by then
    }
  }

  /** The outermost element. */
  XmlTag root() {
    for (int event = next(); ; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return tag();
      }
    }
  }

  /** The next child of an element that the cursor is in; null if it has no more. */
  XmlTag next(XmlTag parent) {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT && names.size() == parent.depth() + 1) {
        return tag();
      }
      if (event == XMLStreamConstants.END_ELEMENT && names.size() < parent.depth()) {
        return null;
      }
    }
  }

  /** Walks to the end, so that all of it is known to be XML. */
  void finish() {
    while (next() != XMLStreamConstants.END_DOCUMENT) {
      continue;
    }
  }

  /** Begins to count anew how many elements are kept. */
  void forget() {
    kept = 0;
  }

  /** What was read so far: to be compared after a second reading. */
  String fingerprint() {
    return input.fingerprint();
  }

  /**
   * The element at which the cursor stands, as a whole; elements of other namespaces are left out.
   */
  XmlNode read(XmlTag start, String... spaces) {
    XmlNode root = node(start);
    Deque<XmlNode> open = new ArrayDeque<>();
    Deque<StringBuilder> texts = new ArrayDeque<>();
    open.push(root);
    texts.push(new StringBuilder());
    while (!open.isEmpty()) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        XmlTag tag = tag();
        if (!isKnown(tag, spaces)) {
          pass(tag);
          continue;
        }
        XmlNode child = node(tag);
        open.element().children.add(child);
        open.push(child);
        texts.push(new StringBuilder());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop().fill(texts.pop().toString());
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        append(texts.element());
      }
    }
    return root;
  }

  private static boolean isKnown(XmlTag tag, String... spaces) {
    for (String space : spaces) {
      if (tag.space().startsWith(space)) {
        return true;
      }
    }
    return spaces.length == 0;
  }

  private void pass(XmlTag tag) {
    while (next(tag) != null) {
      continue;
    }
  }

  private void append(StringBuilder text) {
    int length = xml.getTextLength();
    if (text.length() + length > limits.text()) {
      throw new RefusedDocument(
          place(), "text is longer than " + limits.text() + " characters", null, null);
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), length);
  }

  private XmlNode node(XmlTag tag) {
    if (++kept > limits.elements()) {
      throw new RefusedDocument(
          tag.place(), "more than " + limits.elements() + " elements belong together", null, null);
    }
    int count = xml.getAttributeCount();
    Map<String, String> attributes = count == 0 ? Collections.emptyMap() : new TreeMap<>();
    for (int i = 0; i < count; i++) {
      if (xml.getAttributeNamespace(i) == null || xml.getAttributeNamespace(i).isEmpty()) {
        String value = xml.getAttributeValue(i);
        if (value.length() > limits.text()) {
          throw new RefusedDocument(
              tag.place(),
              "attribute is longer than " + limits.text() + " characters",
              xml.getAttributeLocalName(i),
              null);
        }
        attributes.put(xml.getAttributeLocalName(i), value);
      }
    }
    return new XmlNode(tag.name(), tag.place(), attributes);
  }

  private XmlTag tag() {
    String space = xml.getNamespaceURI();
    return new XmlTag(space == null ? "" : space, xml.getLocalName(), names.size(), place());
  }

  private XmlPlace place() {
    Location at = xml.getLocation();
    return new XmlPlace(at.getLineNumber(), at.getColumnNumber(), path());
  }

  /** The last names, without the outermost element. */
  private String path() {
    if (names.size() <= 1) {
      return names.isEmpty() ? "" : names.peekLast();
    }
    return String.join("/", names.stream().skip(Math.max(1, names.size() - 4L)).toList());
  }

  private int next() {
    try {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        names.addLast(xml.getLocalName());
        if (names.size() > limits.depth()) {
          throw new RefusedDocument(
              new XmlPlace(xml.getLocation().getLineNumber(), 0, ""),
              "elements are nested more than " + limits.depth() + " deep",
              null,
              null);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        names.removeLast();
      } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new RefusedDocument(
            place(),
            "document types and entities are refused",
            event == XMLStreamConstants.DTD ? "<!DOCTYPE" : "&" + xml.getLocalName() + ";",
            "ask for the document without them: no invoice and no bank file needs one");
      }
      return event;
    } catch (XMLStreamException e) {
      Throwable cause = e.getNestedException();
      if (cause instanceof IOException io) {
        throw failed(place(), io, limits);
      }
      throw new RefusedDocument(place(e), "document is not well-formed XML", said(e), null);
    }
  }

  private XmlPlace place(XMLStreamException e) {
    Location at = e.getLocation();
    return at == null ? place() : new XmlPlace(at.getLineNumber(), at.getColumnNumber(), path());
  }

  /** What the parser says, without the place, which it writes in front. */
  private static String said(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int mark = message.indexOf("Message: ");
    return mark < 0 ? message : message.substring(mark + "Message: ".length());
  }

  private static RefusedDocument failed(XmlPlace place, IOException e, XmlLimits limits) {
    if (e instanceof BoundedInput.TooLarge) {
      return new RefusedDocument(
          XmlPlace.NOWHERE,
          "document is larger than " + limits.bytes() + " bytes",
          null,
          "allow more with XmlLimits.withBytes, or split it");
    }
    if (e instanceof CharacterCodingException) {
      return new RefusedDocument(
          place,
          "bytes do not fit the encoding of the document, at or after this place",
          null,
          "its first line names another encoding than it is written in, often UTF-8 for"
              + " windows-1252");
    }
    return new RefusedDocument(place, "document cannot be read", String.valueOf(e), null);
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      // nothing is lost: the cursor only reads
    }
    close(input);
  }
}
