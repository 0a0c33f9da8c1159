package io.dunning.bridges.document;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes an invoice from its facts, and notes everything that is wrong with them. */
final class InvoiceAssembler {
  /** The credit notes of UNTDID 1001, as EN 16931 divides the list. */
  private static final Set<String> CREDIT_NOTES =
      Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532");

  private static final Party NOBODY =
      new Party(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final InvoiceFacts facts;
  private final Findings findings;
  private final Values values;

  InvoiceAssembler(InvoiceFacts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
    this.values = new Values(findings);
  }

  /** The invoice; empty if something is wrong, which is noted. */
  Optional<ElectronicInvoice> assemble() {
    Optional<XmlNode> number = required(facts.number, "invoice has no number");
    Optional<XmlNode> payable = required(facts.payable, "invoice has no amount due for payment");
    Optional<XmlNode> code = required(facts.currency, "invoice has no currency");
    if (facts.issued.isEmpty() && !findings.anyProblem()) {
      findings.problem(facts.place, "invoice has no date", null);
    }
    Optional<CurrencyUnit> currency = code.flatMap(c -> values.currency(c, c.text()));
    Optional<Money> amount = currency.flatMap(c -> payable.flatMap(p -> money(p, c)));
    Optional<Money> total = currency.flatMap(c -> facts.total.flatMap(t -> money(t, c)));
    Optional<Money> prepaid = currency.flatMap(c -> facts.prepaid.flatMap(p -> money(p, c)));
    if (findings.anyProblem()) {
      return Optional.empty();
    }
    return Optional.of(made(number.get(), amount.get(), total, prepaid));
  }

  private Optional<XmlNode> required(Optional<XmlNode> node, String missing) {
    Optional<XmlNode> found = node.filter(n -> !n.text().isEmpty());
    if (found.isEmpty()) {
      findings.problem(node.map(n -> n.place).orElse(facts.place), missing, null);
    }
    return found;
  }

  /** An amount in the currency of the invoice. */
  private Optional<Money> money(XmlNode node, CurrencyUnit currency) {
    String own = node.attribute("currencyID").orElse(currency.code());
    if (!own.equals(currency.code())) {
      findings.problem(node.place, "amount is not in " + currency + ", as the invoice is", own);
      return Optional.empty();
    }
    return values.money(node, currency);
  }

  private ElectronicInvoice made(
      XmlNode number, Money payable, Optional<Money> total, Optional<Money> prepaid) {
    LocalDate issued = facts.issued.orElseThrow();
    String type = facts.type.map(XmlNode::text).orElse("");
    facts.isCreditNote = facts.isCreditNote || CREDIT_NOTES.contains(type);
    if (facts.isCreditNote && payable.isNegative()) {
      findings.loss(
          facts.payable.orElseThrow().place,
          "credit note asks for money; the buyer owes it",
          payable.toString());
    }
    AgreedTerms terms = new TermsAssembler(facts, findings, issued, payable).assemble();
    ElectronicInvoice invoice =
        new ElectronicInvoice(
            number.text(),
            type,
            facts.isCreditNote,
            issued,
            total.orElse(payable),
            prepaid.orElse(Money.zero(payable.currency())),
            payable,
            terms,
            facts.seller.map(this::known).orElse(NOBODY),
            facts.buyer.map(this::known).orElse(NOBODY),
            new WaysOfInvoice(facts, findings).find(),
            new ElectronicInvoice.References(
                facts.paymentReference, facts.buyerReference, facts.order, facts.preceding),
            facts.coded());
    tellDoubts(invoice);
    return invoice;
  }

  /** What the invoice itself leaves open, and its reader has to say. */
  private void tellDoubts(ElectronicInvoice invoice) {
    if (invoice.isCorrected() && invoice.owed().isPositive()) {
      findings.loss(
          facts.type.map(t -> t.place).orElse(facts.place),
          "corrected invoice does not say whether it replaces the invoice before it or adds to it",
          facts.preceding.isEmpty() ? null : String.join(", ", facts.preceding),
          "void the invoice before it if it is replaced");
    }
    if (invoice.invoice().isEmpty()) {
      findings.loss(
          facts.place,
          "nothing says when the invoice falls due",
          invoice.terms().text().orElse(null),
          "give terms of your own: invoice(PaymentTerms)");
    }
  }

  /** A party whose country is one. */
  private Party known(Party party) {
    if (party.country().filter(c -> !COUNTRY.matcher(c).matches()).isEmpty()) {
      return party;
    }
    findings.loss(facts.place, "country is not two capital letters", party.country().get());
    return new Party(
        party.name(),
        party.id(),
        party.registration(),
        party.vatId(),
        party.address(),
        Optional.empty());
  }
}
