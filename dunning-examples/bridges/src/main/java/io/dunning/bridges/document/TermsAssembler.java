package io.dunning.bridges.document;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.Skonto;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the terms of an invoice from its due dates, its text and its discounts. */
final class TermsAssembler {
  private static final int LONGEST = 3_660;

  /** More discounts than any invoice grants; each has to be compared with the others. */
  private static final int MOST_DISCOUNTS = 50;

  private final InvoiceFacts facts;
  private final Findings findings;
  private final Values values;
  private final LocalDate issued;
  private final Money payable;

  TermsAssembler(InvoiceFacts facts, Findings findings, LocalDate issued, Money payable) {
    this.facts = facts;
    this.findings = findings;
    this.values = new Values(findings);
    this.issued = issued;
    this.payable = payable;
  }

  AgreedTerms assemble() {
    String text = facts.notes.stream().map(XmlNode::text).collect(Collectors.joining("\n")).strip();
    TermsText said = TermsText.parse(text);
    List<Instalment> parts = instalments();
    Optional<LocalDate> due = due(parts);
    for (String line : said.other()) {
      if (due.filter(d -> DueDateLine.says(line, d)).isEmpty()) {
        findings.loss(note(), "line of the payment terms is kept as text only", line);
      }
    }
    Optional<PaymentTerms> whole = whole(due, said);
    List<EarlyPaymentDiscount> more = discounts(said);
    if (more.size() > MOST_DISCOUNTS) {
      findings.loss(note(), "discounts are left out: there are very many", "" + more.size());
      more.clear();
    }
    try {
      Optional<PaymentTerms> terms = whole.map(w -> with(w, more));
      List<EarlyPaymentDiscount> all =
          terms.map(PaymentTerms::discounts).orElseGet(() -> sorted(more));
      return new AgreedTerms(due, some(text), terms, all, parts);
    } catch (IllegalArgumentException e) {
      findings.loss(note(), "discounts do not go together and are left out", e.getMessage());
      return new AgreedTerms(due, some(text), plain(due), List.of(), parts);
    }
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private XmlPlace note() {
    return facts.notes.isEmpty() ? facts.place : facts.notes.get(0).place;
  }

  private static PaymentTerms with(PaymentTerms terms, List<EarlyPaymentDiscount> more) {
    PaymentTerms all = terms;
    for (EarlyPaymentDiscount each : more) {
      if (!all.discounts().contains(each)) {
        all = all.discount(each);
      }
    }
    return all;
  }

  /** The discounts in the order of their days, checked as those of terms are. */
  private static List<EarlyPaymentDiscount> sorted(List<EarlyPaymentDiscount> more) {
    return with(PaymentTerms.net(0), more).discounts();
  }

  /** The due date of the whole: the last one if there are several. */
  private Optional<LocalDate> due(List<Instalment> parts) {
    if (!parts.isEmpty()) {
      return Optional.of(parts.get(parts.size() - 1).due());
    }
    Optional<LocalDate> last =
        Stream.concat(
                facts.due.stream().map(InvoiceFacts.Due::date),
                facts.parts.stream().map(InvoiceFacts.Part::due))
            .max(Comparator.naturalOrder());
    for (InvoiceFacts.Due each : facts.due) {
      if (!each.date().equals(last.orElseThrow())) {
        findings.loss(
            each.place(), "is not the only due date; the last one counts", each.date().toString());
      }
    }
    return last;
  }

  /** Terms that lead to the due date; if there is none, what the text says. */
  private Optional<PaymentTerms> whole(Optional<LocalDate> due, TermsText said) {
    if (due.isEmpty()) {
      Optional<PaymentTerms> known = said.terms().filter(t -> dueBy(t).isPresent());
      if (said.terms().isPresent() && known.isEmpty()) {
        findings.loss(
            note(), "payment terms lead to no day from here", said.terms().get().toString());
      }
      return known;
    }
    if (plain(due).isEmpty()) {
      findings.loss(
          facts.due.isEmpty() ? facts.place : facts.due.get(0).place(),
          "due date lies before the invoice date, or ten years behind it, so no terms lead to it",
          due.get().toString());
      return Optional.empty();
    }
    Optional<LocalDate> bySaid = said.terms().flatMap(this::dueBy);
    if (bySaid.equals(due)) {
      return said.terms();
    }
    bySaid.ifPresent(
        d ->
            findings.loss(
                note(),
                "payment terms lead to another day than the due date, which counts",
                "" + d));
    List<EarlyPaymentDiscount> granted =
        said.terms().map(PaymentTerms::discounts).orElse(List.of());
    return plain(due).map(t -> with(t, granted));
  }

  private Optional<PaymentTerms> plain(Optional<LocalDate> due) {
    return due.map(d -> ChronoUnit.DAYS.between(issued, d))
        .filter(days -> days >= 0 && days <= LONGEST)
        .map(days -> PaymentTerms.net(days.intValue()));
  }

  private Optional<LocalDate> dueBy(PaymentTerms terms) {
    try {
      return Optional.of(terms.dueDate(issued));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private List<EarlyPaymentDiscount> discounts(TermsText said) {
    List<EarlyPaymentDiscount> all = new ArrayList<>(said.discounts());
    for (Skonto line : said.skonto()) {
      if (line.rate().value().signum() != 0) {
        ofLine(line).ifPresent(all::add);
      }
    }
    for (InvoiceFacts.Discount each : facts.discounts) {
      ofElements(each).ifPresent(all::add);
    }
    return all;
  }

  private Optional<EarlyPaymentDiscount> ofLine(Skonto line) {
    if (line.base().isEmpty()) {
      return line.discount();
    }
    CurrencyUnit currency = payable.currency();
    try {
      Money off = line.rate().of(Money.of(line.base().get(), currency), Rounding.HALF_UP);
      return Optional.of(EarlyPaymentDiscount.of(off, line.days()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      findings.loss(note(), "discount on this base amount grants nothing", line.toString());
      return Optional.empty();
    }
  }

  private Optional<EarlyPaymentDiscount> ofElements(InvoiceFacts.Discount found) {
    Optional<Integer> days =
        found.days().or(() -> found.until().flatMap(d -> daysUntil(found.node(), d)));
    if (days.isEmpty()) {
      findings.loss(found.node().place, "discount does not say until when", found.node().text());
      return Optional.empty();
    }
    try {
      return of(found, days.get());
    } catch (IllegalArgumentException | ArithmeticException e) {
      findings.loss(found.node().place, "discount grants nothing", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<EarlyPaymentDiscount> of(InvoiceFacts.Discount found, int days) {
    CurrencyUnit currency = payable.currency();
    Optional<Percentage> rate = found.rate().flatMap(values::percentage);
    Optional<Money> base = found.base().flatMap(b -> values.money(b, currency));
    if (rate.isPresent() && base.filter(b -> !b.equals(payable)).isPresent()) {
      Money off = rate.get().of(base.get(), Rounding.HALF_UP);
      return Optional.of(EarlyPaymentDiscount.of(off, days));
    }
    if (rate.isPresent()) {
      return Optional.of(EarlyPaymentDiscount.of(rate.get(), days));
    }
    return found
        .amount()
        .flatMap(a -> values.money(a, currency))
        .map(m -> EarlyPaymentDiscount.of(m, days));
  }

  private Optional<Integer> daysUntil(XmlNode node, LocalDate until) {
    long days = ChronoUnit.DAYS.between(issued, until);
    if (days < 0 || days > LONGEST) {
      findings.loss(node.place, "discount ends before the invoice date", until.toString());
      return Optional.empty();
    }
    return Optional.of((int) days);
  }

  private List<Instalment> instalments() {
    if (facts.parts.size() > Instalment.MOST) {
      findings.loss(
          facts.parts.get(0).amount().place,
          "more than " + Instalment.MOST + " parts, so only the last due date counts",
          "" + facts.parts.size());
      return List.of();
    }
    List<Instalment> all = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (InvoiceFacts.Part part : facts.parts) {
      Optional<Money> amount = values.money(part.amount(), payable.currency());
      if (amount.isEmpty()) {
        return List.of();
      }
      if (!amount.get().isPositive()) {
        findings.loss(part.amount().place, "part is not more than zero", amount.get().toString());
        return List.of();
      }
      all.add(new Instalment(part.due(), amount.get()));
      sum = sum.add(amount.get().amount());
    }
    if (!all.isEmpty() && (sum.compareTo(payable.amount()) != 0 || facts.isCreditNote)) {
      findings.loss(
          facts.parts.get(0).amount().place,
          "parts do not add up to " + payable + ", so only the last due date counts",
          sum.toString());
      return List.of();
    }
    all.sort(Comparator.comparing(Instalment::due));
    return all;
  }
}
