package io.dunning.bridges.document;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The details of one transaction of an entry ({@code TxDtls}). */
record CamtDetails(
    Optional<Money> amount,
    Optional<Money> original,
    Optional<Money> instructed,
    Optional<Boolean> isCredit,
    boolean isReturn,
    Optional<String> reason,
    List<Money> charges,
    Optional<String> debtor,
    Optional<String> debtorAccount,
    Optional<String> creditor,
    Optional<String> creditorAccount,
    PaymentReferences references,
    Optional<String> bankReference) {

  /** An entry without details. */
  static final CamtDetails NONE =
      new CamtDetails(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          PaymentReferences.NONE,
          Optional.empty());

  static CamtDetails of(XmlNode node, Values values) {
    Optional<XmlNode> amounts = node.find("AmtDtls");
    Optional<Money> own =
        node.find("Amt")
            .or(() -> amounts.flatMap(a -> a.find("TxAmt", "Amt")))
            .flatMap(a -> money(a, values));
    Optional<Money> sent =
        amounts.flatMap(a -> a.find("InstdAmt", "Amt")).flatMap(a -> money(a, values));
    Optional<Money> foreign = sent.or(() -> own).filter(Money::isPositive);
    return new CamtDetails(
        own,
        sent,
        foreign,
        node.find("CdtDbtInd").map(n -> n.text().equals("CRDT")),
        node.find("BkTxCd").filter(CamtEntry::isReturn).isPresent(),
        reason(node),
        node.find("Chrgs").map(c -> charges(c, values)).orElse(List.of()),
        name(node, "Dbtr").or(() -> name(node, "UltmtDbtr")),
        accountOf(node, "DbtrAcct"),
        name(node, "Cdtr").or(() -> name(node, "UltmtCdtr")),
        accountOf(node, "CdtrAcct"),
        references(node),
        node.text("Refs", "AcctSvcrRef").flatMap(CamtEntry::telling));
  }

  /** What several transactions say together that are not divided: only what they quote. */
  static CamtDetails merged(List<CamtDetails> all) {
    List<String> references = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    for (CamtDetails each : all) {
      references.addAll(each.references.creditorReferences());
      documents.addAll(each.references.documents());
    }
    PaymentReferences quoted =
        new PaymentReferences(references, documents, Optional.empty(), Optional.empty(), "");
    return new CamtDetails(
        NONE.amount,
        NONE.original,
        NONE.instructed,
        NONE.isCredit,
        all.stream().anyMatch(CamtDetails::isReturn),
        all.stream().flatMap(d -> d.reason.stream()).findFirst(),
        NONE.charges,
        NONE.debtor,
        NONE.debtorAccount,
        NONE.creditor,
        NONE.creditorAccount,
        quoted,
        NONE.bankReference);
  }

  /** The amount in a currency: of the transaction, or what was sent. */
  Optional<Money> amountIn(CurrencyUnit currency) {
    return amount
        .filter(a -> a.currency().equals(currency))
        .or(() -> original.filter(o -> o.currency().equals(currency)));
  }

  /** What it quotes; the remark of the bank stands in for a text that is missing. */
  PaymentReferences references(Optional<String> remark) {
    return references.text().isEmpty() && remark.isPresent()
        ? new PaymentReferences(
            references.creditorReferences(),
            references.documents(),
            references.endToEndId(),
            references.mandate(),
            remark.get())
        : references;
  }

  static Optional<Money> money(XmlNode node, Values values) {
    return node.attribute("Ccy")
        .flatMap(c -> values.currency(node, c))
        .flatMap(c -> values.money(node, c));
  }

  static Optional<Boolean> isCredit(XmlNode node, Findings findings) {
    if (node.text().equals("CRDT") || node.text().equals("DBIT")) {
      return Optional.of(node.text().equals("CRDT"));
    }
    findings.problem(node.place, "is neither CRDT nor DBIT", node.text());
    return Optional.empty();
  }

  static Optional<LocalDate> date(XmlNode node, Values values) {
    return node.find("Dt").or(() -> node.find("DtTm")).flatMap(values::date);
  }

  static Optional<Money> original(Optional<XmlNode> amounts) {
    Findings ignored = new Findings("", 1);
    return amounts
        .flatMap(a -> a.find("InstdAmt", "Amt"))
        .flatMap(a -> money(a, new Values(ignored)));
  }

  /** The charges that were taken; those of zero, and what a bank paid back, are left out. */
  static List<Money> charges(XmlNode node, Values values) {
    List<XmlNode> records = node.all("Rcrd").isEmpty() ? List.of(node) : node.all("Rcrd");
    List<Money> all = new ArrayList<>();
    for (XmlNode each : records) {
      boolean taken = !each.text("CdtDbtInd").orElse("DBIT").equals("CRDT");
      each.find("Amt")
          .flatMap(a -> money(a, values))
          .filter(m -> taken && m.isPositive())
          .ifPresent(all::add);
    }
    return all;
  }

  private static Optional<String> reason(XmlNode node) {
    Optional<XmlNode> info = node.find("RtrInf");
    return info.flatMap(i -> i.text("Rsn", "Cd").or(() -> i.text("Rsn", "Prtry")))
        .or(() -> info.flatMap(i -> i.text("AddtlInf")))
        .or(() -> info.map(i -> "returned"));
  }

  /** A name; since version 04 or so it stands one level deeper. */
  private static Optional<String> name(XmlNode node, String role) {
    return node.text("RltdPties", role, "Nm").or(() -> node.text("RltdPties", role, "Pty", "Nm"));
  }

  private static Optional<String> accountOf(XmlNode node, String role) {
    return node.text("RltdPties", role, "Id", "IBAN")
        .or(() -> node.text("RltdPties", role, "Id", "Othr", "Id"));
  }

  private static PaymentReferences references(XmlNode node) {
    Optional<XmlNode> remittance = node.find("RmtInf");
    List<String> references = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    for (XmlNode each : remittance.map(r -> r.all("Strd")).orElse(List.of())) {
      each.text("CdtrRefInf", "Ref").ifPresent(references::add);
      each.all("RfrdDocInf").forEach(d -> d.text("Nb").ifPresent(documents::add));
    }
    String text =
        remittance.map(r -> r.all("Ustrd")).orElse(List.of()).stream()
            .map(XmlNode::text)
            .collect(Collectors.joining(" "));
    return new PaymentReferences(
        references,
        documents,
        node.text("Refs", "EndToEndId").filter(e -> !e.equals("NOTPROVIDED")),
        node.text("Refs", "MndtId"),
        text);
  }
}
