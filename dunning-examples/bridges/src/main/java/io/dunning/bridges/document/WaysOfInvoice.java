package io.dunning.bridges.document;

import io.dunning.terms.WayToPay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds ways to pay in the payment means of an invoice, by their codes of UNTDID 4461. */
final class WaysOfInvoice {
  /** Direct debit, and SEPA direct debit. */
  private static final Set<String> COLLECTED = Set.of("49", "59");

  private final InvoiceFacts facts;
  private final Findings findings;

  WaysOfInvoice(InvoiceFacts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  List<WayToPay> find() {
    List<WayToPay> all = new ArrayList<>();
    for (InvoiceFacts.Means means : facts.means) {
      way(means).filter(w -> !all.contains(w)).ifPresent(all::add);
    }
    return all;
  }

  private Optional<WayToPay> way(InvoiceFacts.Means means) {
    if (COLLECTED.contains(means.code())) {
      if (means.mandate().isEmpty()) {
        findings.loss(means.node().place, "direct debit names no mandate", means.code());
      }
      return means.mandate().map(m -> new WayToPay.DirectDebit(m, Optional.empty()));
    }
    if (means.account().isEmpty()) {
      findings.loss(
          means.node().place, "payment means names no account to pay to", "code " + means.code());
      return Optional.empty();
    }
    return transfer(means);
  }

  private Optional<WayToPay> transfer(InvoiceFacts.Means means) {
    Optional<String> holder =
        means
            .holder()
            .or(() -> facts.payee.flatMap(Party::name))
            .or(() -> facts.seller.flatMap(Party::name));
    if (holder.isEmpty()) {
      findings.loss(means.node().place, "nobody is named as holder of the account", null);
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WayToPay.Transfer(
              holder.get(), means.account().orElseThrow(), means.bank().orElse("")));
    } catch (IllegalArgumentException e) {
      findings.loss(means.node().place, e.getMessage(), null);
      return Optional.empty();
    }
  }
}
