package io.dunning.charge;

import io.dunning.ledger.Invoice;
import java.util.ArrayList;
import java.util.List;

/** A statement of charges in text: a table of its lines, what payments paid, and the sums. */
final class StatementText {
  private static final List<String> HEADER =
      List.of("from", "to", "days", "what", "base", "rate", "counted", "amount");
  private static final List<String> NUMBERS = List.of("days", "base", "rate", "amount");

  private final AccruedCharges charges;
  private final StringBuilder text = new StringBuilder();

  StatementText(AccruedCharges charges) {
    this.charges = charges;
    title();
    table();
    charges.allocations().forEach(a -> text.append(a).append('\n'));
    sums();
    rules();
    charges.missing().ifPresent(m -> text.append("interest ends early: ").append(m).append('\n'));
  }

  private void title() {
    Invoice invoice = charges.invoice();
    text.append(invoice.number()).append(": ").append(invoice.amount());
    text.append(" due ").append(invoice.due());
    text.append(", as of ").append(charges.asOf()).append('\n');
  }

  private void table() {
    if (charges.lines().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    charges.lines().forEach(l -> rows.add(cells(l)));
    int[] widths = widths(rows);
    for (List<String> row : rows) {
      text.append(aligned(widths, row)).append('\n');
    }
  }

  private static List<String> cells(ChargeLine line) {
    return List.of(
        line.from().toString(),
        line.throughInclusive().toString(),
        String.valueOf(line.days()),
        line.kind().toString(),
        line.base().amount().toPlainString(),
        line.rate().value().signum() == 0 ? "" : line.rate().toString(),
        line.basis(),
        line.amount().amount().toPlainString());
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  /** Numbers to the right, words to the left. */
  private static String aligned(int[] widths, List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(NUMBERS.contains(HEADER.get(i)) ? pad + row.get(i) : row.get(i) + pad);
    }
    return line.toString().stripTrailing();
  }

  private void sums() {
    text.append("charged: fees ").append(charges.accruedFees());
    text.append(", interest ").append(charges.accruedInterest()).append('\n');
    text.append("owed: ").append(charges.owed()).append('\n');
  }

  private void rules() {
    charges.lines().stream()
        .filter(l -> !l.rule().isEmpty())
        .map(l -> l.kind() + " by " + l.rule())
        .distinct()
        .forEach(r -> text.append(r).append('\n'));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
