package io.dunning.letters;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Refuses a page that is no XML, which the maker of PDF files needs. */
final class PaperCheck {
  private PaperCheck() {}

  /**
   * The page itself.
   *
   * @throws IllegalArgumentException if it is not well-formed
   */
  static String checked(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // which throws, and prints nothing
      builder.parse(new InputSource(new StringReader(page)));
      return page;
    } catch (SAXParseException e) {
      throw new IllegalArgumentException(
          "the page that it makes is no XML in line " + e.getLineNumber() + ": " + e.getMessage(),
          e);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException("the page that it makes is no XML: " + e.getMessage(), e);
    }
  }
}
