package io.dunning.bridges.document;

import io.dunning.bridges.document.BankFile.Statement;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over a bank file, statement by statement and entry by entry. */
final class CamtWalk {
  private static final Pattern SPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(camt\\.05[234]\\.001\\.(0[2-9]|1[0-3]))");

  /** The end of a period that covers its last day, to the minute. */
  private static final Pattern END_OF_DAY = Pattern.compile(".*T(23:59|24:00).*");

  /** The names of a message and of the statements in it. */
  private static final Map<String, String> MESSAGES =
      Map.of(
          "BkToCstmrStmt", "Stmt",
          "BkToCstmrAcctRpt", "Rpt",
          "BkToCstmrDbtCdtNtfctn", "Ntfctn");

  private final XmlLimits limits;
  private final Findings findings;
  private final Values values;

  /** For dates that say how far a statement goes: one that is none is as good as missing. */
  private final Values ignoringFaults = new Values(new Findings("", 1));

  private final Consumer<BankTransaction> taker;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, Integer> named = new HashMap<>();
  private String message = "";
  private boolean goesOn;
  private Optional<String> page = Optional.empty();
  private Optional<LocalDate> sent = Optional.empty();
  private String space = "";
  private String fingerprint = "";

  CamtWalk(XmlLimits limits, Findings findings, Consumer<BankTransaction> taker) {
    this.limits = limits;
    this.findings = findings;
    this.values = new Values(findings);
    this.taker = taker;
  }

  /** What is known of a statement while its entries are read. */
  private static final class Open {
    final XmlPlace place;
    String id = "";
    String name = "";
    String account = "";
    Optional<String> page = Optional.empty();
    boolean isCopy;
    Optional<LocalDate> created = Optional.empty();
    Optional<Money> opening = Optional.empty();
    Optional<Money> closing = Optional.empty();
    Optional<LocalDate> closedOn = Optional.empty();
    Optional<LocalDate> periodEnd = Optional.empty();
    BigDecimal booked = BigDecimal.ZERO;
    boolean isOneCurrency = true;
    boolean isComplete;
    int entries;
    int transactions;

    Open(XmlPlace place) {
      this.place = place;
    }
  }

  void through(XmlCursor cursor) {
    XmlTag root = cursor.root();
    Matcher matcher = SPACE.matcher(root.space());
    if (!root.name().equals("Document") || !matcher.matches()) {
      findings.problem(
          root.place(),
          "document is not camt.052, camt.053 or camt.054 in a version from 02 to 13",
          root.name() + " in " + (root.space().isEmpty() ? "no namespace" : root.space()));
      cursor.finish();
      return;
    }
    message = matcher.group(1);
    space = root.space();
    XmlTag body = cursor.next(root);
    if (body == null || !MESSAGES.containsKey(body.name())) {
      findings.problem(
          root.place(), "document has no statement", body == null ? null : body.name());
    } else {
      statements(cursor, body);
    }
    cursor.finish();
    fingerprint = cursor.fingerprint();
  }

  private void statements(XmlCursor cursor, XmlTag body) {
    String name = MESSAGES.get(body.name());
    for (XmlTag tag = cursor.next(body); tag != null; tag = cursor.next(body)) {
      cursor.forget();
      if (tag.name().equals("GrpHdr")) {
        header(cursor.read(tag, space));
      } else if (tag.name().equals(name)) {
        statement(cursor, tag);
      }
    }
  }

  private void header(XmlNode node) {
    sent = node.find("CreDtTm").flatMap(ignoringFaults::date);
    node.find("MsgPgntn").ifPresent(n -> goesOn = goesOn(n, "message"));
    page = node.find("MsgPgntn").flatMap(CamtWalk::page);
  }

  /** Whether pages are missing behind this one, which is told. */
  private boolean goesOn(XmlNode pages, String what) {
    Optional<XmlNode> last =
        pages.find("LastPgInd").filter(n -> n.text().equals("false") || n.text().equals("0"));
    last.ifPresent(n -> findings.loss(n.place, what + " goes on in another file", null));
    return last.isPresent();
  }

  /** The number of a page after the first. */
  private static Optional<String> page(XmlNode pages) {
    return pages.text("PgNb").filter(n -> !n.equals("1"));
  }

  private void statement(XmlCursor cursor, XmlTag statement) {
    Open open = new Open(statement.place());
    open.isComplete = message.startsWith("camt.053") && !goesOn;
    for (XmlTag tag = cursor.next(statement); tag != null; tag = cursor.next(statement)) {
      cursor.forget();
      switch (tag.name()) {
        case "Id" -> open.id = cursor.read(tag, space).text();
        case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> pages(cursor.read(tag, space), open);
        case "CreDtTm" -> open.created = values.date(cursor.read(tag, space));
        case "CpyDplctInd" -> copy(cursor.read(tag, space), open);
        case "Acct" -> account(cursor.read(tag, space), open);
        case "FrToDt" -> period(cursor.read(tag, space), open);
        case "Bal" -> balance(cursor.read(tag, space), open);
        case "Ntry" -> entry(cursor, tag, open);
        default -> {
          // summaries and remarks repeat what the entries say
        }
      }
    }
    open.isComplete &= agrees(open);
    statements.add(
        new Statement(
            open.id,
            open.account,
            open.isCopy,
            open.opening,
            open.closing,
            open.transactions,
            through(open)));
  }

  private void pages(XmlNode node, Open open) {
    open.isComplete &= !goesOn(node, "statement");
    open.page = page(node);
  }

  /** What names a statement in its file: entries of another page have the same numbers. */
  private String name(Open open) {
    String name = open.id + open.page.or(() -> page).map(p -> " page " + p).orElse("");
    // the bank marks a copy of a statement; any other one of the same name tells other entries
    int number = open.isCopy ? 1 : named.merge(open.account + " " + name, 1, Integer::sum);
    return number == 1 ? name : name + " no. " + number;
  }

  private void copy(XmlNode node, Open open) {
    open.isCopy = node.text().equals("DUPL") || node.text().equals("CODU");
    if (open.isCopy) {
      findings.loss(
          node.place,
          "bank marks the statement as a duplicate",
          node.text(),
          "its payments are booked already: compare before you book them");
    }
  }

  private void account(XmlNode node, Open open) {
    open.account =
        node.text("Id", "IBAN")
            .or(() -> node.text("Id", "Othr", "Id"))
            .or(() -> node.text("Id", "PrtryAcct", "Id"))
            .orElse("");
  }

  private void balance(XmlNode node, Open open) {
    String code = node.text("Tp", "CdOrPrtry", "Cd").orElse("");
    if (!code.equals("OPBD") && !code.equals("CLBD") && !code.equals("PRCD")) {
      return;
    }
    boolean isDebit = node.text("CdtDbtInd").orElse("").equals("DBIT");
    Optional<Money> amount =
        node.find("Amt").flatMap(this::money).map(m -> isDebit ? m.unaryMinus() : m);
    if (code.equals("CLBD")) {
      open.closing = amount;
      open.closedOn = node.find("Dt").flatMap(d -> CamtDetails.date(d, ignoringFaults));
    } else {
      open.opening = amount;
    }
  }

  private void period(XmlNode node, Open open) {
    Optional<XmlNode> end = node.find("ToDtTm");
    // a period that ends before the day does covers the day before
    int before = end.filter(n -> !END_OF_DAY.matcher(n.text()).matches()).isPresent() ? 1 : 0;
    open.periodEnd =
        end.or(() -> node.find("ToDt")).flatMap(ignoringFaults::date).map(d -> d.minusDays(before));
  }

  /** The last day that a statement covers, if it is known to be complete. */
  private Optional<LocalDate> through(Open open) {
    Optional<LocalDate> end = open.closedOn.or(() -> open.periodEnd).filter(d -> open.isComplete);
    Optional<LocalDate> made = open.created.or(() -> sent);
    // nobody knows what comes in after the statement was made, whatever end it promises
    return end.map(d -> made.filter(d::isAfter).map(m -> m.minusDays(1)).orElse(d));
  }

  private Optional<Money> money(XmlNode node) {
    Optional<CurrencyUnit> currency = node.attribute("Ccy").flatMap(c -> values.currency(node, c));
    return currency.flatMap(c -> values.money(node, c));
  }

  private void entry(XmlCursor cursor, XmlTag tag, Open open) {
    open.entries++;
    if (open.entries == 1) {
      open.name = name(open);
    }
    CamtEntry entry =
        new CamtEntry(findings, limits, open.name + "/" + open.entries, open.account, open.created);
    entry.read(cursor, tag, space);
    for (BankTransaction each : entry.transactions()) {
      open.transactions++;
      taker.accept(each);
    }
    entry.booked().ifPresent(b -> add(open, b));
  }

  private static void add(Open open, Money booked) {
    open.booked = open.booked.add(booked.amount());
    Optional<CurrencyUnit> own = open.opening.map(Money::currency);
    open.isOneCurrency &= own.isEmpty() || own.get().equals(booked.currency());
  }

  /** Whether the entries of a statement lead from one balance to the other, if it has both. */
  private boolean agrees(Open open) {
    if (open.opening.isEmpty() || open.closing.isEmpty() || !open.isOneCurrency) {
      return true;
    }
    Money opening = open.opening.get();
    Money closing = open.closing.get();
    BigDecimal end = opening.amount().add(open.booked);
    if (opening.currency().equals(closing.currency()) && end.compareTo(closing.amount()) != 0) {
      findings.loss(
          open.place,
          "entries lead from " + opening + " to another balance than the closing one, " + closing,
          end.toPlainString());
      return false;
    }
    return true;
  }

  String message() {
    return message;
  }

  List<Statement> statements() {
    return statements;
  }

  String fingerprint() {
    return fingerprint;
  }
}
