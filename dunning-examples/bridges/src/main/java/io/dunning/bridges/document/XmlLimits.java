package io.dunning.bridges.document;

/**
 * How much a reader takes from a document, so that a hostile or broken one ends in a message and
 * not in a full memory.
 *
 * @param bytes the most bytes of a document
 * @param depth how deep elements may be nested
 * @param text the most characters of one text that is kept
 * @param elements the most elements that are kept at once: of an invoice, or of one entry of a bank
 *     file
 * @param batch the most transactions of one entry of a bank file
 * @param findings the most problems, and the most losses, that are kept; more are only counted
 */
public record XmlLimits(long bytes, int depth, int text, int elements, int batch, int findings) {

  /**
   * Limits that leave room for any sound document: 64 MiB, 64 levels, 100,000 characters in a text,
   * 20,000 elements, 100,000 transactions in an entry, 1,000 findings.
   */
  public static final XmlLimits STANDARD =
      new XmlLimits(64L << 20, 64, 100_000, 20_000, 100_000, 1_000);

  /**
   * Limits of your own.
   *
   * @param bytes the most bytes of a document
   * @param depth how deep elements may be nested
   * @param text the most characters of one text that is kept
   * @param elements the most elements that are kept at once
   * @param batch the most transactions of one entry of a bank file
   * @param findings the most problems, and the most losses, that are kept
   * @throws IllegalArgumentException if one of them is less than 1
   */
  public XmlLimits {
    long least = Math.min(bytes, Math.min(Math.min(depth, text), Math.min(elements, batch)));
    if (Math.min(least, findings) < 1) {
      throw new IllegalArgumentException("limit is less than 1: " + Math.min(least, findings));
    }
  }

  /**
   * {@return these limits for larger or smaller documents}
   *
   * @param most the most bytes of a document
   * @throws IllegalArgumentException if this is less than 1
   */
  public XmlLimits withBytes(long most) {
    return new XmlLimits(most, depth, text, elements, batch, findings);
  }
}
