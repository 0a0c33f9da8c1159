package io.dunning.bridges.document;

import io.dunning.bridges.status.StatusMessage;
import io.dunning.bridges.status.StatusScheme;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the statuses in a message of the life cycle of French invoices: a UN/CEFACT Cross Domain
 * Acknowledgement and Response (CDAR) of the profile for invoices.
 */
final class FrenchStatus {
  static final String ROOT = "CrossDomainAcknowledgementAndResponse";
  static final String SPACE = CiiInvoice.SPACE + ROOT + ":";

  /** The payment was sent; its amount is of the type that means "amount paid". */
  private static final String SENT = "211";

  private static final String AMOUNT_PAID = "MPA";

  private final Findings findings;
  private final Values values;
  private Optional<LocalDate> issued = Optional.empty();

  FrenchStatus(Findings findings) {
    this.findings = findings;
    this.values = new Values(findings);
  }

  void read(XmlCursor cursor, XmlTag root, List<ReceivedStatus> all) {
    for (XmlTag tag = cursor.next(root); tag != null; tag = cursor.next(root)) {
      cursor.forget();
      if (tag.name().equals("ExchangedDocument")) {
        issued = day(cursor.read(tag, CiiInvoice.SPACE));
      } else if (tag.name().equals("AcknowledgementDocument")) {
        XmlNode acknowledgement = cursor.read(tag, CiiInvoice.SPACE);
        Optional<LocalDate> day = day(acknowledgement).or(() -> issued);
        for (XmlNode each : acknowledgement.all("ReferenceReferencedDocument")) {
          status(each, day).ifPresent(all::add);
        }
      }
    }
  }

  private Optional<LocalDate> day(XmlNode node) {
    return node.find("IssueDateTime", "DateTimeString").flatMap(values::compactDate);
  }

  private Optional<ReceivedStatus> status(XmlNode node, Optional<LocalDate> day) {
    Optional<String> code = node.text("ProcessConditionCode");
    Optional<String> invoice = node.text("IssuerAssignedID");
    if (code.isEmpty()) {
      findings.problem(node.place, "status has no code", null);
    }
    if (invoice.isEmpty()) {
      findings.problem(node.place, "status names no invoice", null);
    }
    if (day.isEmpty()) {
      findings.problem(node.place, "status has no date", null);
    }
    if (code.isEmpty() || invoice.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    for (XmlNode each : node.all("SpecifiedDocumentStatus")) {
      each.text("ReasonCode").ifPresent(reasons::add);
      each.text("Reason").ifPresent(words::add);
      each.text("RequestedAction").ifPresent(words::add);
    }
    StatusMessage message =
        StatusMessage.of(StatusScheme.FR_CDV, code.get(), day.get(), reasons.toArray(new String[0]))
            .saying(String.join("; ", words));
    Optional<Money> amount = amount(node, code.get());
    return Optional.of(
        new ReceivedStatus(invoice.get(), amount.map(message::over).orElse(message)));
  }

  /** The one amount that was sent; every other fact about the invoice is told as a loss. */
  private Optional<Money> amount(XmlNode node, String code) {
    List<XmlNode> sent = new ArrayList<>();
    for (XmlNode status : node.all("SpecifiedDocumentStatus")) {
      for (XmlNode fact : status.all("SpecifiedDocumentCharacteristic")) {
        Optional<XmlNode> value = fact.find("ValueAmount");
        String type = fact.text("TypeCode").orElse("");
        if (code.equals(SENT) && type.equals(AMOUNT_PAID) && value.isPresent()) {
          sent.add(value.get());
        } else {
          String found = value.map(XmlNode::text).or(() -> fact.text("Name")).orElse("");
          findings.loss(fact.place, "is not mapped", (type + " " + found).strip());
        }
      }
    }
    if (sent.size() > 1) {
      findings.repeated(sent.get(1));
    }
    return sent.stream().findFirst().flatMap(this::money);
  }

  private Optional<Money> money(XmlNode value) {
    Optional<String> currency = value.attribute("currencyID");
    if (currency.isEmpty()) {
      findings.loss(value.place, "amount that was sent has no currency", value.text());
    }
    return currency.flatMap(c -> values.currency(value, c)).flatMap(c -> values.money(value, c));
  }
}
