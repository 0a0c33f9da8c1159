package io.dunning.bridges.document;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the facts of an invoice or a credit note in UBL 2.1, as EN 16931 binds them. */
final class UblInvoice {
  static final String SPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String KNOWN = SPACE + "Common";

  /** A note begins with the code of its subject between hash signs, such as {@code #PMD#}. */
  private static final Pattern SUBJECT = Pattern.compile("#([A-Z]{3})#");

  private static final Set<String> READ =
      Set.of(
          "ID",
          "IssueDate",
          "DueDate",
          "Note",
          "InvoiceTypeCode",
          "CreditNoteTypeCode",
          "DocumentCurrencyCode",
          "BuyerReference",
          "OrderReference",
          "BillingReference",
          "AccountingSupplierParty",
          "AccountingCustomerParty",
          "PayeeParty",
          "PaymentMeans",
          "PaymentTerms",
          "PrepaidPayment",
          "LegalMonetaryTotal");

  /** What may stand once; of two, no reader can know which one counts. */
  private static final Set<String> ONCE =
      Set.of(
          "ID",
          "IssueDate",
          "InvoiceTypeCode",
          "CreditNoteTypeCode",
          "DocumentCurrencyCode",
          "AccountingSupplierParty",
          "AccountingCustomerParty",
          "LegalMonetaryTotal");

  private static final Set<String> ONCE_IN_TOTAL =
      Set.of("TaxInclusiveAmount", "PrepaidAmount", "PayableAmount");

  /** What of the payment terms is mapped, or says nothing about a debt. */
  private static final Set<String> TERMS =
      Set.of(
          "ID",
          "Note",
          "PaymentMeansID",
          "SettlementDiscountPercent",
          "SettlementDiscountAmount",
          "SettlementPeriod",
          "Amount",
          "PaymentDueDate",
          "InstallmentDueDate");

  private final XmlCursor cursor;
  private final Findings findings;
  private final Values values;
  private final InvoiceFacts facts;

  UblInvoice(XmlCursor cursor, Findings findings, XmlTag root) {
    this.cursor = cursor;
    this.findings = findings;
    this.values = new Values(findings);
    this.facts = new InvoiceFacts(root.place());
    this.facts.isCreditNote = root.name().equals("CreditNote");
  }

  InvoiceFacts read(XmlTag root) {
    for (XmlTag tag = cursor.next(root); tag != null; tag = cursor.next(root)) {
      if (tag.space().startsWith(KNOWN) && READ.contains(tag.name())) {
        XmlNode node = cursor.read(tag, KNOWN);
        if (!ONCE.contains(node.name) || facts.isFirst(node, findings)) {
          take(node);
        }
      }
    }
    return facts;
  }

  private void take(XmlNode node) {
    switch (node.name) {
      case "ID" -> facts.number = Optional.of(node);
      case "IssueDate" -> facts.issued = values.date(node);
      case "DueDate" -> due(node);
      case "Note" -> note(node);
      case "InvoiceTypeCode", "CreditNoteTypeCode" -> facts.type = Optional.of(node);
      case "DocumentCurrencyCode" -> facts.currency = Optional.of(node);
      case "BuyerReference" ->
          facts.buyerReference = Optional.of(node.text()).filter(t -> !t.isEmpty());
      case "OrderReference" -> facts.order = node.text("ID");
      case "BillingReference" ->
          node.text("InvoiceDocumentReference", "ID").ifPresent(facts.preceding::add);
      case "AccountingSupplierParty" -> facts.seller = node.find("Party").map(this::party);
      case "AccountingCustomerParty" -> facts.buyer = node.find("Party").map(this::party);
      case "PayeeParty" -> facts.payee = Optional.of(party(node));
      case "PaymentMeans" -> means(node);
      case "PaymentTerms" -> terms(node);
      case "LegalMonetaryTotal" -> total(node);
      default -> findings.loss(node.place, "is not mapped", null);
    }
  }

  private void total(XmlNode node) {
    findings.repeated(node, ONCE_IN_TOTAL);
    facts.total = node.find("TaxInclusiveAmount");
    facts.prepaid = node.find("PrepaidAmount");
    facts.payable = node.find("PayableAmount");
  }

  private void note(XmlNode node) {
    Matcher subject = SUBJECT.matcher(node.text());
    if (subject.lookingAt()) {
      facts.note(subject.group(1), node.text().substring(subject.end()).strip());
    }
  }

  private void due(XmlNode node) {
    values.date(node).ifPresent(d -> facts.due.add(new InvoiceFacts.Due(node.place, d)));
  }

  private Party party(XmlNode node) {
    Optional<String> vat =
        node.all("PartyTaxScheme").stream()
            .filter(s -> s.text("TaxScheme", "ID").orElse("").equals("VAT"))
            .findFirst()
            .flatMap(s -> s.text("CompanyID"));
    return new Party(
        node.text("PartyLegalEntity", "RegistrationName").or(() -> node.text("PartyName", "Name")),
        node.text("PartyIdentification", "ID"),
        node.text("PartyLegalEntity", "CompanyID"),
        vat,
        node.text("EndpointID"),
        node.text("PostalAddress", "Country", "IdentificationCode"));
  }

  private void means(XmlNode node) {
    node.find("PaymentDueDate").ifPresent(this::due);
    if (facts.paymentReference.isEmpty()) {
      facts.paymentReference = node.text("PaymentID");
    }
    facts.means.add(
        new InvoiceFacts.Means(
            node,
            node.text("PaymentMeansCode").orElse(""),
            node.text("PayeeFinancialAccount", "ID"),
            node.text("PayeeFinancialAccount", "Name"),
            node.text("PayeeFinancialAccount", "FinancialInstitutionBranch", "ID"),
            node.text("PaymentMandate", "ID")));
  }

  private void terms(XmlNode node) {
    for (XmlNode child : node.children) {
      if (!TERMS.contains(child.name)) {
        findings.loss(child.place, "is not mapped", child.text());
      }
    }
    facts.notes.addAll(node.all("Note"));
    Optional<XmlNode> dueNode =
        node.find("InstallmentDueDate").or(() -> node.find("PaymentDueDate"));
    Optional<LocalDate> due = dueNode.flatMap(values::date);
    Optional<XmlNode> amount = node.find("Amount");
    if (amount.isPresent() && due.isPresent()) {
      facts.parts.add(new InvoiceFacts.Part(amount.get(), due.get()));
    } else if (amount.isPresent()) {
      findings.loss(amount.get().place, "part has no due date of its own", amount.get().text());
    } else {
      due.ifPresent(d -> facts.due.add(new InvoiceFacts.Due(dueNode.get().place, d)));
    }
    discount(node);
  }

  private void discount(XmlNode node) {
    Optional<XmlNode> rate = node.find("SettlementDiscountPercent");
    Optional<XmlNode> amount = node.find("SettlementDiscountAmount");
    if (rate.isEmpty() && amount.isEmpty()) {
      return;
    }
    facts.discounts.add(
        new InvoiceFacts.Discount(
            rate.or(() -> amount).get(),
            rate,
            Optional.empty(),
            amount,
            node.find("SettlementPeriod", "DurationMeasure")
                .filter(d -> d.attribute("unitCode").orElse("DAY").equals("DAY"))
                .flatMap(d -> values.count(d, "duration")),
            node.find("SettlementPeriod", "EndDate").flatMap(values::date)));
  }
}
