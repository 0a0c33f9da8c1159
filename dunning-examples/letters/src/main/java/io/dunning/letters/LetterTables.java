package io.dunning.letters;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.Instalment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a letter: the invoices with their sums, and the parts of offers and plans. */
final class LetterTables {
  /** Columns from here on are numbers, as is the last one of any table. */
  private static final int FIRST_NUMBERS = 3;

  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Values values;

  LetterTables(LetterContent content, Phrases phrases, LetterFormat format, Values values) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    this.values = values;
  }

  List<Map<String, Object>> tables() {
    List<Map<String, Object>> all = new ArrayList<>();
    if (content.promises().stream().map(LetterContent.PromisedPart::on).distinct().count() > 1) {
      all.add(promises());
    }
    if (content.totals().isEmpty()) {
      return all;
    }
    all.add(table("", invoiceColumns(), rows(content.items()), sums()));
    if (!content.forInformation().isEmpty()) {
      String caption = phrases.text("table.information");
      all.add(table(caption, invoiceColumns(), rows(content.forInformation()), List.of()));
    }
    for (PaymentPlan each : content.plans()) {
      all.add(parts("", each.instalments()));
    }
    for (SettlementQuote each : content.settlements()) {
      if (each.instalments().size() > 1) {
        all.add(parts("", each.instalments()));
      }
      for (SettlementQuote.Alternative way : each.alternatives()) {
        Map<String, String> named =
            values.and(
                "offer", format.money(way.amount()),
                "count", String.valueOf(way.instalments().size()));
        String single = way.instalments().size() == 1 ? "-single" : "";
        all.add(parts(phrases.text("settlement.alternative" + single, named), way.instalments()));
      }
    }
    return all;
  }

  /** Fees and interest line by line; the first line is the title. */
  List<String> details() {
    List<String> lines = new ArrayList<>();
    for (LetterItem item : content.items()) {
      item.charges().forEach(charge -> lines.add(detail(item, charge)));
    }
    if (!lines.isEmpty()) {
      lines.add(0, phrases.text("charges.title"));
    }
    if (content.interestRuns() && !isPaidByOffer()) {
      String daily = content.interestPerDay().isEmpty() ? "interest.runs" : "interest.per-day";
      lines.add(phrases.text(daily, values.all()));
    } else if (content.notices().contains(RequiredNotice.GB_BEFORE_COURT)) {
      lines.add(phrases.text(content.interestAgreed() ? "interest.later" : "interest.none"));
    }
    return lines;
  }

  /** Whether the letter offers a sum, or parts, and says with them what runs on. */
  private boolean isPaidByOffer() {
    return content.kind() == LetterKind.SETTLEMENT_OFFER
        || content.kind() == LetterKind.PLAN_PROPOSAL;
  }

  private String detail(LetterItem item, LetterItem.Charge charge) {
    Map<String, String> named =
        values.and(
            "number", PlainText.line(item.invoice(), Values.LONGEST),
            "rate", format.percent(charge.rate()),
            "base", format.money(charge.base()),
            "from", format.date(charge.from()),
            "through", format.date(charge.through()),
            "amount", format.money(charge.amount()));
    String line = phrases.text("charge." + charge.kind(), named);
    String ground = Grounds.words(charge, phrases);
    return ground.isEmpty()
        ? line
        : phrases.text("charge.ground", Map.of("line", line, "ground", ground));
  }

  private List<String> invoiceColumns() {
    List<String> columns = new ArrayList<>();
    columns.add(phrases.text("table.invoice"));
    columns.add(phrases.text("table.issued"));
    columns.add(phrases.text("table.due"));
    if (content.isOverdue()) {
      columns.add(phrases.text("table.days"));
    }
    if (isPartPaid()) {
      columns.add(phrases.text("table.billed"));
    }
    columns.add(phrases.text("table.open"));
    return columns;
  }

  /** Whether what is open of an invoice is not what was billed, because some of it was paid. */
  private boolean isPartPaid() {
    return content.items().stream().anyMatch(i -> i.paid().isPositive());
  }

  private List<List<String>> rows(List<LetterItem> items) {
    List<List<String>> rows = new ArrayList<>();
    for (LetterItem each : items) {
      List<String> row = new ArrayList<>();
      row.add(PlainText.line(each.invoice(), Values.LONGEST));
      row.add(format.dateInTable(each.issued()));
      row.add(format.dateInTable(each.due()));
      if (content.isOverdue()) {
        row.add(each.daysPastDue() > 0 ? String.valueOf(each.daysPastDue()) : "");
      }
      if (isPartPaid()) {
        row.add(format.money(each.billed()));
      }
      row.add(format.money(each.open()));
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> sums() {
    List<List<String>> sums = new ArrayList<>();
    boolean several = content.items().size() > 1;
    boolean nothing = content.toPay().isEmpty();
    for (LetterContent.Total each : content.totals()) {
      Optional<Money> offered = offered(each.toPay().currency());
      if (offered.isPresent()) {
        offer(sums, each, offered.get(), several);
      } else if (nothing || !each.toPay().isZero()) {
        sum(sums, "sum.listed", each.listed(), several && !each.listed().equals(each.toPay()));
        sum(sums, "sum.disputed", each.disputed().unaryMinus(), !each.disputed().isZero());
        sum(sums, "sum.apart", each.apart().unaryMinus(), !each.apart().isZero());
        charges(sums, each);
        Money credits = each.creditsTaken().unaryMinus();
        sum(sums, "sum.credits", credits, each.netted() && !credits.isZero());
        sums.add(total("sum.to-pay", each.toPay()));
      }
    }
    return sums;
  }

  private void charges(List<List<String>> sums, LetterContent.Total total) {
    sum(sums, "sum.fees", total.fees(), !total.fees().isZero());
    sum(sums, "sum.compensation", total.compensation(), !total.compensation().isZero());
    sum(sums, "sum.interest", total.interest(), !total.interest().isZero());
  }

  /** What an offer or a plan is about: all that is owed, what is disputed included. */
  private void offer(
      List<List<String>> sums, LetterContent.Total total, Money owed, boolean several) {
    Money charged = total.fees().plus(total.compensation()).plus(total.interest());
    if (total.listed().plus(charged).equals(owed)) {
      sum(sums, "sum.listed", total.listed(), several && !charged.isZero());
      charges(sums, total);
    }
    sums.add(total("sum.owed", owed));
  }

  private Optional<Money> offered(CurrencyUnit currency) {
    Stream<Money> settled = content.settlements().stream().map(q -> q.owed().total());
    Stream<Money> planned = content.plans().stream().map(PaymentPlan::amount);
    return Stream.concat(settled, planned)
        .filter(owed -> owed.currency().equals(currency))
        .reduce(Money::plus);
  }

  private List<String> total(String key, Money amount) {
    return List.of(phrases.text(key), format.money(amount), "total");
  }

  private void sum(List<List<String>> sums, String key, Money amount, boolean shown) {
    if (shown) {
      sums.add(List.of(phrases.text(key), format.money(amount), ""));
    }
  }

  private Map<String, Object> promises() {
    List<String> columns =
        List.of(
            phrases.text("table.invoice"),
            phrases.text("table.due-on"),
            phrases.text("table.amount"));
    List<List<String>> rows = new ArrayList<>();
    for (LetterContent.PromisedPart each : content.promises()) {
      String number = PlainText.line(each.invoice(), Values.LONGEST);
      rows.add(List.of(number, format.date(each.on()), format.money(each.amount())));
    }
    return table("", columns, rows, List.of());
  }

  private Map<String, Object> parts(String caption, List<Instalment> instalments) {
    List<String> columns =
        List.of(
            phrases.text("table.part"), phrases.text("table.due-on"), phrases.text("table.amount"));
    List<List<String>> rows = new ArrayList<>();
    for (Instalment each : instalments) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              format.date(each.due()),
              format.money(each.amount())));
    }
    return table(caption, columns, rows, List.of());
  }

  private static Map<String, Object> table(
      String caption, List<String> columns, List<List<String>> rows, List<List<String>> sums) {
    Map<String, Object> table = new HashMap<>();
    List<String> align = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      // what comes after three columns of words and dates are numbers
      align.add(i >= FIRST_NUMBERS || i == columns.size() - 1 ? "right" : "left");
    }
    table.put("caption", caption);
    table.put("columns", columns);
    table.put("align", align);
    table.put("rows", rows);
    table.put("sums", sums);
    table.put("text", TextTable.of(columns, align, rows, sums));
    return table;
  }
}
