package io.dunning.bridges.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the facts of an invoice in UN/CEFACT CII, as EN 16931, Factur-X and ZUGFeRD 2 use it. */
final class CiiInvoice {
  static final String SPACE = "urn:un:unece:uncefact:data:standard:";

  private static final Set<String> OUTER =
      Set.of(
          "SupplyChainTradeTransaction",
          "ApplicableHeaderTradeAgreement",
          "ApplicableHeaderTradeSettlement");
  private static final Set<String> READ =
      Set.of(
          "ExchangedDocument",
          "BuyerReference",
          "SellerTradeParty",
          "BuyerTradeParty",
          "BuyerOrderReferencedDocument",
          "PaymentReference",
          "InvoiceCurrencyCode",
          "PayeeTradeParty",
          "SpecifiedTradeSettlementPaymentMeans",
          "SpecifiedTradePaymentTerms",
          "SpecifiedTradeSettlementHeaderMonetarySummation",
          "InvoiceReferencedDocument");
  private static final Set<String> TERMS =
      Set.of(
          "ID",
          "Description",
          "DueDateDateTime",
          "DirectDebitMandateID",
          "PartialPaymentAmount",
          "ApplicableTradePaymentDiscountTerms");

  /** What may stand once; of two, no reader can know which one counts. */
  private static final Set<String> ONCE =
      Set.of(
          "ExchangedDocument",
          "SellerTradeParty",
          "BuyerTradeParty",
          "InvoiceCurrencyCode",
          "SpecifiedTradeSettlementHeaderMonetarySummation");

  private static final Set<String> ONCE_IN_DOCUMENT = Set.of("ID", "TypeCode", "IssueDateTime");
  private static final Set<String> ONCE_IN_TOTAL = Set.of("TotalPrepaidAmount", "DuePayableAmount");

  private final XmlCursor cursor;
  private final Findings findings;
  private final Values values;
  private final InvoiceFacts facts;
  private Optional<String> mandate = Optional.empty();

  CiiInvoice(XmlCursor cursor, Findings findings, XmlTag root) {
    this.cursor = cursor;
    this.findings = findings;
    this.values = new Values(findings);
    this.facts = new InvoiceFacts(root.place());
  }

  InvoiceFacts read(XmlTag root) {
    walk(root);
    if (mandate.isPresent()) {
      facts.means.replaceAll(
          m ->
              new InvoiceFacts.Means(
                  m.node(), m.code(), m.account(), m.holder(), m.bank(), mandate));
    }
    return facts;
  }

  private void walk(XmlTag outer) {
    for (XmlTag tag = cursor.next(outer); tag != null; tag = cursor.next(outer)) {
      if (!tag.space().startsWith(SPACE)) {
        continue;
      }
      if (OUTER.contains(tag.name())) {
        walk(tag);
      } else if (READ.contains(tag.name())) {
        XmlNode node = cursor.read(tag, SPACE);
        if (!ONCE.contains(node.name) || facts.isFirst(node, findings)) {
          take(node);
        }
      }
    }
  }

  private void take(XmlNode node) {
    switch (node.name) {
      case "ExchangedDocument" -> document(node);
      case "BuyerReference" ->
          facts.buyerReference = Optional.of(node.text()).filter(t -> !t.isEmpty());
      case "SellerTradeParty" -> facts.seller = Optional.of(party(node));
      case "BuyerTradeParty" -> facts.buyer = Optional.of(party(node));
      case "PayeeTradeParty" -> facts.payee = Optional.of(party(node));
      case "BuyerOrderReferencedDocument" -> facts.order = node.text("IssuerAssignedID");
      case "PaymentReference" ->
          facts.paymentReference = Optional.of(node.text()).filter(t -> !t.isEmpty());
      case "InvoiceCurrencyCode" -> facts.currency = Optional.of(node);
      case "SpecifiedTradeSettlementPaymentMeans" -> means(node);
      case "SpecifiedTradePaymentTerms" -> terms(node);
      case "SpecifiedTradeSettlementHeaderMonetarySummation" -> total(node);
      default -> node.text("IssuerAssignedID").ifPresent(facts.preceding::add);
    }
  }

  private void document(XmlNode node) {
    findings.repeated(node, ONCE_IN_DOCUMENT);
    facts.number = node.find("ID");
    facts.type = node.find("TypeCode");
    for (XmlNode note : node.all("IncludedNote")) {
      note.text("SubjectCode").ifPresent(s -> facts.note(s, note.text("Content").orElse("")));
    }
    facts.issued = node.find("IssueDateTime", "DateTimeString").flatMap(values::compactDate);
  }

  private void total(XmlNode node) {
    findings.repeated(node, ONCE_IN_TOTAL);
    List<XmlNode> grand = node.all("GrandTotalAmount");
    facts.total = grand.isEmpty() ? Optional.empty() : Optional.of(grand.get(0));
    facts.prepaid = node.find("TotalPrepaidAmount");
    facts.payable = node.find("DuePayableAmount");
  }

  private Party party(XmlNode node) {
    Optional<String> vat =
        node.all("SpecifiedTaxRegistration").stream()
            .flatMap(r -> r.all("ID").stream())
            .filter(id -> id.attribute("schemeID").orElse("").equals("VA"))
            .map(XmlNode::text)
            .filter(t -> !t.isEmpty())
            .findFirst();
    return new Party(
        node.text("Name"),
        node.text("ID").or(() -> node.text("GlobalID")),
        node.text("SpecifiedLegalOrganization", "ID"),
        vat,
        node.text("URIUniversalCommunication", "URIID"),
        node.text("PostalTradeAddress", "CountryID"));
  }

  private void means(XmlNode node) {
    String account = "PayeePartyCreditorFinancialAccount";
    facts.means.add(
        new InvoiceFacts.Means(
            node,
            node.text("TypeCode").orElse(""),
            node.text(account, "IBANID").or(() -> node.text(account, "ProprietaryID")),
            node.text(account, "AccountName"),
            node.text("PayeeSpecifiedCreditorFinancialInstitution", "BICID"),
            Optional.empty()));
  }

  private void terms(XmlNode node) {
    for (XmlNode child : node.children) {
      if (!TERMS.contains(child.name)) {
        findings.loss(child.place, "is not mapped", child.text());
      }
    }
    facts.notes.addAll(node.all("Description"));
    mandate = mandate.or(() -> node.text("DirectDebitMandateID"));
    Optional<XmlNode> dueNode = node.find("DueDateDateTime", "DateTimeString");
    Optional<LocalDate> due = dueNode.flatMap(values::compactDate);
    Optional<XmlNode> part = node.find("PartialPaymentAmount");
    if (part.isPresent() && due.isPresent()) {
      facts.parts.add(new InvoiceFacts.Part(part.get(), due.get()));
    } else if (part.isPresent()) {
      findings.loss(part.get().place, "part has no due date of its own", part.get().text());
    } else {
      due.ifPresent(d -> facts.due.add(new InvoiceFacts.Due(dueNode.get().place, d)));
    }
    node.all("ApplicableTradePaymentDiscountTerms").forEach(this::discount);
  }

  /** A discount: within days after a date, or until a date. */
  private void discount(XmlNode node) {
    Optional<XmlNode> basis = node.find("BasisDateTime", "DateTimeString");
    Optional<LocalDate> from = basis.flatMap(values::compactDate);
    Optional<XmlNode> measure = node.find("BasisPeriodMeasure");
    String unit = measure.flatMap(m -> m.attribute("unitCode")).orElse("DAY");
    Optional<Integer> count = measure.flatMap(m -> values.count(m, "period"));
    boolean months = unit.equals("MON") && from.isPresent();
    if (!unit.equals("DAY") && !unit.equals("WEE") && !months) {
      findings.loss(measure.orElseThrow().place, "discount of a period that is not in days", unit);
      return;
    }
    Optional<Integer> days = count.map(n -> unit.equals("WEE") ? 7 * n : n);
    Optional<LocalDate> until =
        count.isEmpty()
            ? from
            : from.map(d -> months ? d.plusMonths(count.get()) : d.plusDays(days.get()));
    Optional<XmlNode> rate = node.find("CalculationPercent");
    facts.discounts.add(
        new InvoiceFacts.Discount(
            node,
            rate,
            node.find("BasisAmount"),
            node.find("ActualDiscountAmount"),
            until.isPresent() ? Optional.empty() : days,
            until));
  }
}
