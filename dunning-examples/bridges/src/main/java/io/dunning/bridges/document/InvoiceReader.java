package io.dunning.bridges.document;

import java.util.Objects;
import java.util.Optional;

/**
 * Reads electronic invoices by EN 16931: UBL 2.1 invoices and credit notes (Peppol BIS Billing 3,
 * XRechnung and others), and UN/CEFACT CII (Factur-X, ZUGFeRD 2, XRechnung). Which of them a
 * document is, its outermost element tells.
 *
 * <p>It reads what concerns the debt: number, dates, amounts, parties, payment terms, discounts,
 * instalments, ways to pay and references. Lines, taxes and attachments are passed over, however
 * large they are. It does not validate an invoice against the rules of EN 16931. Immutable and
 * thread-safe.
 */
public final class InvoiceReader {
  private final XmlLimits limits;

  private InvoiceReader(XmlLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** {@return a reader with the {@linkplain XmlLimits#STANDARD standard limits}} */
  public static InvoiceReader standard() {
    return new InvoiceReader(XmlLimits.STANDARD);
  }

  /**
   * {@return a reader with limits of your own}
   *
   * @param limits how much it takes from a document
   */
  public static InvoiceReader within(XmlLimits limits) {
    return new InvoiceReader(limits);
  }

  /**
   * Reads an invoice.
   *
   * @param source the document
   * @return the invoice, or all problems; and what of its payment terms and ways to pay could not
   *     be mapped. Never throws, whatever the document holds
   */
  public Mapped<ElectronicInvoice> read(XmlSource source) {
    Objects.requireNonNull(source, "source");
    Findings findings = new Findings(source.name(), limits.findings());
    Optional<ElectronicInvoice> invoice = Optional.empty();
    try (XmlCursor cursor = XmlCursor.open(source, limits)) {
      XmlTag root = cursor.root();
      Optional<InvoiceFacts> facts = facts(cursor, root, findings);
      cursor.finish();
      invoice = facts.flatMap(f -> new InvoiceAssembler(f, findings).assemble());
    } catch (RefusedDocument e) {
      findings.refused(e);
    }
    return findings.result(invoice.orElse(null));
  }

  private static Optional<InvoiceFacts> facts(XmlCursor cursor, XmlTag root, Findings findings) {
    boolean ubl = root.space().startsWith(UblInvoice.SPACE);
    if (ubl && (root.name().equals("Invoice") || root.name().equals("CreditNote"))) {
      return Optional.of(new UblInvoice(cursor, findings, root).read(root));
    }
    if (root.space().startsWith(CiiInvoice.SPACE) && root.name().equals("CrossIndustryInvoice")) {
      return Optional.of(new CiiInvoice(cursor, findings, root).read(root));
    }
    findings.problem(
        root.place(),
        "document is neither a UBL invoice or credit note nor a CII invoice",
        root.name() + " in " + (root.space().isEmpty() ? "no namespace" : root.space()));
    return Optional.empty();
  }
}
