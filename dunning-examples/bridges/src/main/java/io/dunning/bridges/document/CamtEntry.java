package io.dunning.bridges.document;

import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of an account, and the transactions that it books. */
final class CamtEntry {
  /** Bank transaction codes of ISO 20022 (sub-families) for money that goes back. */
  private static final Set<String> RETURNS =
      Set.of("UPDD", "PRDD", "RCDD", "RRTN", "RPCR", "UPCQ", "UPCT");

  private final Findings findings;
  private final XmlLimits limits;
  private final Values values;
  private final String id;
  private final String account;
  private final Optional<LocalDate> created;

  private XmlPlace place = XmlPlace.NOWHERE;
  private Optional<Money> amount = Optional.empty();
  private Optional<Boolean> isCredit = Optional.empty();
  private boolean isReversal;
  private boolean isReturn;
  private String status = "BOOK";
  private Optional<LocalDate> bookedOn = Optional.empty();
  private Optional<LocalDate> valueDate = Optional.empty();
  private Optional<String> bankReference = Optional.empty();
  private Optional<XmlNode> amounts = Optional.empty();
  private List<Money> charges = List.of();
  private Optional<String> remark = Optional.empty();
  private final List<CamtDetails> details = new ArrayList<>();
  private int announced;

  CamtEntry(
      Findings findings, XmlLimits limits, String id, String account, Optional<LocalDate> created) {
    this.findings = findings;
    this.limits = limits;
    this.values = new Values(findings);
    this.id = id;
    this.account = account;
    this.created = created;
  }

  void read(XmlCursor cursor, XmlTag entry, String space) {
    place = entry.place();
    for (XmlTag tag = cursor.next(entry); tag != null; tag = cursor.next(entry)) {
      if (tag.name().equals("NtryDtls")) {
        details(cursor, tag, space);
      } else if (tag.space().equals(space)) {
        take(cursor.read(tag, space));
      }
    }
  }

  private void details(XmlCursor cursor, XmlTag parent, String space) {
    for (XmlTag tag = cursor.next(parent); tag != null; tag = cursor.next(parent)) {
      cursor.forget();
      if (tag.name().equals("Btch")) {
        cursor
            .read(tag, space)
            .find("NbOfTxs")
            .flatMap(n -> values.count(n, "number of transactions"))
            .ifPresent(n -> announced = n);
      } else if (tag.name().equals("TxDtls")) {
        if (details.size() == limits.batch()) {
          throw new RefusedDocument(
              tag.place(),
              "entry has more than " + limits.batch() + " transactions",
              null,
              "allow more with XmlLimits");
        }
        details.add(CamtDetails.of(cursor.read(tag, space), values));
      }
    }
  }

  private void take(XmlNode node) {
    switch (node.name) {
      case "Amt" -> amount = CamtDetails.money(node, values);
      case "CdtDbtInd" -> isCredit = CamtDetails.isCredit(node, findings);
      case "RvslInd" -> isReversal = node.text().equals("true") || node.text().equals("1");
      case "Sts" -> status = node.text("Cd").orElseGet(node::text);
      case "BookgDt" -> bookedOn = CamtDetails.date(node, values);
      case "ValDt" -> valueDate = CamtDetails.date(node, values);
      case "AcctSvcrRef" -> bankReference = telling(node.text());
      case "BkTxCd" -> isReturn = isReturn(node);
      case "AmtDtls" -> amounts = Optional.of(node);
      case "Chrgs" -> charges = CamtDetails.charges(node, values);
      case "AddtlNtryInf" -> remark = Optional.of(node.text()).filter(t -> !t.isEmpty());
      default -> {
        // availability, channels and cards say nothing about a debt
      }
    }
  }

  static boolean isReturn(XmlNode code) {
    return code.text("Domn", "Fmly", "SubFmlyCd").filter(RETURNS::contains).isPresent();
  }

  /** What the entry adds to the booked balance; empty if it is not booked. */
  Optional<Money> booked() {
    return status.equals("BOOK")
        ? amount.flatMap(a -> isCredit.map(c -> c ? a : a.unaryMinus()))
        : Optional.empty();
  }

  /** The transactions; none if something is wrong, which is noted. */
  List<BankTransaction> transactions() {
    if (!isSound()) {
      return List.of();
    }
    if (details.size() > 1 && addUp()) {
      return divided();
    }
    if (details.size() > 1 || announced > 1) {
      findings.loss(
          place,
          details.size() > 1
              ? "transactions of the entry do not add up to it, so it is not divided"
              : "entry books several transactions and does not list them",
          Math.max(details.size(), announced) + " transactions, " + amount.get());
    }
    return List.of(whole());
  }

  private boolean isSound() {
    if (amount.isEmpty()) {
      findings.problem(place, "entry has no amount in a currency", null);
    } else if (amount.get().isNegative()) {
      findings.problem(place, "amount of the entry is negative", amount.get().toString());
    }
    if (isCredit.isEmpty()) {
      findings.problem(place, "entry does not say whether it is a credit or a debit", null);
    }
    if (date().isEmpty()) {
      findings.problem(place, "entry has no date", null);
    }
    if (!Set.of("BOOK", "PDNG", "INFO", "FUTR").contains(status)) {
      findings.problem(place, "status is not BOOK, PDNG, INFO or FUTR", status);
    }
    return !findings.anyProblem();
  }

  private Optional<LocalDate> date() {
    return valueDate.or(() -> bookedOn).or(() -> created);
  }

  /** Whether the details have amounts in the currency of the entry that add up to it. */
  private boolean addUp() {
    BigDecimal sum = BigDecimal.ZERO;
    CurrencyUnit currency = amount.orElseThrow().currency();
    for (CamtDetails each : details) {
      Optional<Money> part = each.amountIn(currency);
      if (part.isEmpty() || part.get().isNegative()) {
        return false;
      }
      boolean same = each.isCredit().orElse(isCredit.get()).equals(isCredit.get());
      sum = same ? sum.add(part.get().amount()) : sum.subtract(part.get().amount());
    }
    return sum.compareTo(amount.get().amount()) == 0;
  }

  private List<BankTransaction> divided() {
    List<BankTransaction> all = new ArrayList<>();
    // a reference names a part only if no other part has it
    Map<String, Integer> sharing = new HashMap<>();
    details.forEach(d -> d.bankReference().ifPresent(r -> sharing.merge(r, 1, Integer::sum)));
    for (CamtDetails each : details) {
      Money part = each.amountIn(amount.orElseThrow().currency()).orElseThrow();
      String number = "/" + (all.size() + 1);
      all.add(
          made(
              all.size() + 1,
              each,
              part,
              each.charges(),
              each.bankReference()
                  .filter(r -> sharing.get(r) == 1)
                  .or(() -> each.bankReference().or(() -> bankReference).map(r -> r + number))));
    }
    return all;
  }

  /** The entry as one transaction. */
  private BankTransaction whole() {
    CamtDetails only = details.size() == 1 ? single() : CamtDetails.merged(details);
    Money booked = amount.orElseThrow();
    List<Money> taken = only.charges().isEmpty() ? charges : only.charges();
    Optional<Money> original =
        CamtDetails.original(amounts).or(only::original).filter(o -> isWithCharges(o, taken));
    only.amount()
        .filter(a -> details.size() == 1 && original.isEmpty() && !a.equals(booked))
        .filter(a -> a.currency().equals(booked.currency()))
        .ifPresent(
            a ->
                findings.loss(
                    place, "transaction is not of the amount of its entry, which counts", "" + a));
    Optional<String> reference = only.bankReference().or(() -> bankReference);
    return made(1, only, original.orElse(booked), taken, reference);
  }

  /** The only transaction, or nothing of it if it cannot stand for the whole entry. */
  private CamtDetails single() {
    CamtDetails only = details.get(0);
    boolean back = isReversal || isReturn || only.isReturn() || only.reason().isPresent();
    if (!back && !only.isCredit().orElse(isCredit.orElseThrow()).equals(isCredit.get())) {
      findings.loss(
          place,
          "transaction goes the other way than its entry, so nothing that it quotes is taken over",
          isCredit.get() ? "DBIT in CRDT" : "CRDT in DBIT",
          "ask the bank what the entry is for");
      return CamtDetails.NONE;
    }
    boolean isAll = only.amount().isEmpty() || only.amount().equals(amount);
    return announced > 1 && !isAll ? CamtDetails.NONE : only;
  }

  /** Whether a returned payment and the charges for the return are the entry together. */
  private boolean isWithCharges(Money original, List<Money> taken) {
    Money booked = amount.orElseThrow();
    BigDecimal sum = original.amount();
    for (Money each : taken) {
      if (!each.currency().equals(booked.currency())) {
        return false;
      }
      sum = sum.add(each.amount());
    }
    return !isCredit.orElseThrow()
        && original.currency().equals(booked.currency())
        && !taken.isEmpty()
        && sum.compareTo(booked.amount()) == 0;
  }

  private BankTransaction made(
      int number, CamtDetails found, Money money, List<Money> taken, Optional<String> reference) {
    boolean credit = found.isCredit().filter(c -> details.size() > 1).orElse(isCredit.get());
    boolean back = isReversal || isReturn || found.isReturn() || found.reason().isPresent();
    Kind kind = kind(credit, back);
    boolean ofPayer = kind != Kind.PAYOUT && kind != Kind.PAYOUT_REVERSED;
    LocalDate day = date().orElseThrow();
    return new BankTransaction(
        id + "/" + number,
        account,
        kind,
        money,
        day,
        bookedOn.orElse(day),
        found.instructed().filter(i -> !i.currency().equals(money.currency())),
        taken,
        ofPayer ? found.debtor() : found.creditor(),
        ofPayer ? found.debtorAccount() : found.creditorAccount(),
        found.references(remark),
        found.reason(),
        reference);
  }

  /** A reference that tells a transaction from others; banks write NONREF where they have none. */
  static Optional<String> telling(String reference) {
    return Optional.of(reference)
        .filter(r -> !r.isEmpty() && !r.equals("NONREF") && !r.equals("NOTPROVIDED"));
  }

  private Kind kind(boolean credit, boolean back) {
    boolean booked = status.equals("BOOK");
    if (!booked) {
      return credit && !back && !status.equals("INFO") ? Kind.EXPECTED_RECEIPT : Kind.INFORMATION;
    }
    if (back) {
      return credit ? Kind.PAYOUT_REVERSED : Kind.RECEIPT_REVERSED;
    }
    return credit ? Kind.RECEIPT : Kind.PAYOUT;
  }
}
