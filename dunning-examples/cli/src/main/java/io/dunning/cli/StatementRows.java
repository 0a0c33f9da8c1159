package io.dunning.cli;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AccruedCharges.Allocated;
import io.dunning.charge.ChargeLine;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A statement of charges as data: its lines, what payments paid, and what is owed. */
final class StatementRows {
  static final List<String> COLUMNS =
      List.of(
          "invoice",
          "customer",
          "currency",
          "from",
          "to",
          "days",
          "what",
          "base",
          "rate",
          "counted",
          "amount",
          "rule");

  private final AccruedCharges charges;
  private final String customer;
  private final Rows rows;

  StatementRows(AccruedCharges charges, String customer, Rows rows) {
    this.charges = charges;
    this.customer = customer;
    this.rows = rows;
  }

  void print() {
    charges.lines().forEach(this::print);
    charges.allocations().forEach(this::print);
    owed("owed principal", charges.principal());
    owed("owed fees", charges.fees());
    owed("owed interest", charges.interest());
    owed("owed in all", charges.total());
    rows.end();
  }

  private void print(ChargeLine line) {
    if (line.rate().value().signum() != 0) {
      rows.with("rate", line.rate());
    }
    rows.with("days", line.days())
        .with("base", line.base())
        .with("counted", line.basis())
        .with("rule", line.rule());
    print(line.from(), line.throughInclusive(), line.kind().toString(), line.amount());
  }

  private void print(Allocated paid) {
    part(paid, " to costs", paid.split().toCosts());
    part(paid, " to interest", paid.split().toInterest());
    part(paid, " to principal", paid.split().toPrincipal());
    part(paid, " unapplied", paid.split().unapplied());
  }

  private void part(Allocated paid, String where, Money amount) {
    if (!amount.isZero()) {
      print(paid.date(), paid.date(), paid.what() + where, amount);
    }
  }

  private void owed(String what, Money amount) {
    print(charges.asOf(), charges.asOf(), what, amount);
  }

  private void print(LocalDate from, LocalDate to, String what, Money amount) {
    rows.with("invoice", charges.invoice().number())
        .with("customer", customer)
        .with("currency", amount.currency().code())
        .with("from", from)
        .with("to", to)
        .with("what", what)
        .with("amount", amount)
        .print();
  }
}
