package io.dunning.bridges.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out in which encoding a document is: by its byte order mark, its first bytes and its
 * declaration, which must agree. Nothing is guessed, and a byte that does not fit is an error.
 */
final class XmlEncoding {
  private static final int HEAD = 512;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]{0,40})[\"']");
  private static final Pattern KNOWN =
      Pattern.compile("UTF-8|UTF-16(LE|BE)?|US-ASCII|ISO-8859-\\d{1,2}|WINDOWS-125\\d");

  private XmlEncoding() {}

  /** The characters of a document. */
  static Reader reader(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 14);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    Charset charset = of(head);
    in.skipNBytes(mark(head));
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** How many bytes the byte order mark takes. */
  private static int mark(byte[] head) {
    return starts(head, 0xef, 0xbb, 0xbf)
        ? 3
        : starts(head, 0xfe, 0xff) || starts(head, 0xff, 0xfe) ? 2 : 0;
  }

  private static Charset of(byte[] head) {
    requireXml(head);
    Charset byMark = byMark(head);
    Charset family = byMark != null ? byMark : byFirstBytes(head);
    int start = mark(head);
    String text = new String(head, start, head.length - start, reading(family));
    Matcher declared = DECLARED.matcher(text);
    if (!declared.find()) {
      return family == null ? StandardCharsets.UTF_8 : family;
    }
    Charset charset = named(declared.group(1));
    if (family == null && charset.name().startsWith("UTF-16")
        || family != null && !agrees(family, charset)) {
      throw refused(
          "encoding is declared as "
              + charset
              + ", but the first bytes are "
              + (family == null ? "not" : "those of " + family),
          null,
          "the file was converted after it was written: correct its first line");
    }
    return family != null ? family : charset;
  }

  private static boolean agrees(Charset family, Charset declared) {
    return declared.equals(family)
        || declared.equals(StandardCharsets.UTF_16) && family.name().startsWith("UTF-16");
  }

  private static Charset reading(Charset family) {
    return family == null ? StandardCharsets.ISO_8859_1 : family;
  }

  private static Charset byMark(byte[] head) {
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(head, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(head, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
  }

  private static Charset byFirstBytes(byte[] head) {
    if (starts(head, 0x00, 0x3c, 0x00, 0x3f)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(head, 0x3c, 0x00, 0x3f, 0x00) ? StandardCharsets.UTF_16LE : null;
  }

  /** Refuses what is often sent in place of XML, and encodings that no invoice is in. */
  private static void requireXml(byte[] head) {
    if (head.length == 0) {
      throw refused("document is empty", null, null);
    }
    if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff)) {
      throw refused("encoding is not supported", "UTF-32", "convert the file to UTF-8");
    }
    if (starts(head, 0x4c, 0x6f, 0xa7, 0x94)) {
      throw refused("encoding is not supported", "EBCDIC", "convert the file to UTF-8");
    }
    if (starts(head, 0x25, 0x50, 0x44, 0x46)) {
      throw refused("document is not XML", "PDF", "extract the XML file that the PDF carries");
    }
    if (starts(head, 0x50, 0x4b, 0x03, 0x04)) {
      throw refused("document is not XML", "ZIP", "unpack it first");
    }
    if (starts(head, 0x1f, 0x8b)) {
      throw refused("document is not XML", "gzip", "unpack it first");
    }
  }

  private static Charset named(String name) {
    if (!KNOWN.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
      throw refused("encoding is not supported", name, "convert the file to UTF-8");
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw refused("encoding is not supported", name, "convert the file to UTF-8");
    }
  }

  private static RefusedDocument refused(String what, String found, String advice) {
    return new RefusedDocument(new XmlPlace(1, 1, ""), what, found, advice);
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
