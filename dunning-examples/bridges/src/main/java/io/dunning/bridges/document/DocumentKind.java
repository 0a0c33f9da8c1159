package io.dunning.bridges.document;

import java.util.Objects;
import java.util.Optional;

/** Which reader a document is for, by its outermost element. */
public enum DocumentKind {
  /** An electronic invoice or credit note: {@link InvoiceReader}. */
  INVOICE,
  /** A bank file: {@link BankReader}. */
  BANK_FILE,
  /** What a buyer or a network says about an invoice: {@link StatusReader}. */
  STATUS;

  /**
   * Looks at the outermost element of a document, and at nothing behind it.
   *
   * @param source the document
   * @return its kind; empty if no reader knows it, or it is no XML. A reader says why
   */
  public static Optional<DocumentKind> of(XmlSource source) {
    Objects.requireNonNull(source, "source");
    try (XmlCursor cursor = XmlCursor.open(source, XmlLimits.STANDARD)) {
      XmlTag root = cursor.root();
      String space = root.space();
      if (space.startsWith("urn:iso:std:iso:20022:tech:xsd:camt.")) {
        return Optional.of(BANK_FILE);
      }
      if (StatusReader.isStatus(root)) {
        return Optional.of(STATUS);
      }
      return space.startsWith(UblInvoice.SPACE) || space.startsWith(CiiInvoice.SPACE)
          ? Optional.of(INVOICE)
          : Optional.empty();
    } catch (RefusedDocument e) {
      return Optional.empty();
    }
  }
}
