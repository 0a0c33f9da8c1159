package io.dunning.reports;

import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is overdue, by what becomes of it today: what is acted on, and what is not, and why not.
 * The rows add up to what is overdue, so that no debt is forgotten.
 */
final class OverdueTable {
  /** How many invoices of a row can be opened. */
  private static final int MOST_LINES = 50;

  private final Report report;
  private final Figures figures;
  private final Map<Fate, Row> rows = new EnumMap<>(Fate.class);

  /** What becomes of an overdue item today. */
  enum Fate {
    TODAY("To act on today"),
    LATER("After today's contact"),
    WAITING("Waiting for the next step"),
    PROMISED("Promised, or in a payment plan"),
    DISPUTED("Disputed"),
    HELD("On hold"),
    RESTRICTED("Insolvent, or a person has to decide"),
    EXHAUSTED("No step is left: a person has to decide"),
    UNDECIDED("Could not be decided");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private static final class Row {
    private final SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    private final List<Markup> lines = new ArrayList<>();
    private int items;
  }

  private OverdueTable(Report report, Figures figures) {
    this.report = report;
    this.figures = figures;
    for (Debtor debtor : report.debtors()) {
      Map<String, Recommendation> now = debtor.byInvoice();
      Standing standing = report.standing(debtor.account().customer().id());
      for (OpenItem item : standing.overdue()) {
        Optional<Recommendation> decided = Optional.ofNullable(now.get(item.invoice()));
        Fate fate = decided.map(r -> fate(r, item, standing)).orElse(Fate.UNDECIDED);
        String why = decided.map(r -> why(r, fate, standing)).orElse("");
        add(fate, item.amount()).ifPresent(row -> row.lines.add(line(debtor, item, why)));
      }
    }
    undecided();
  }

  /** The row if one more line of it can be opened. */
  private Optional<Row> add(Fate fate, Money amount) {
    Row row = rows.computeIfAbsent(fate, f -> new Row());
    row.sums.merge(amount.currency(), amount, Money::plus);
    row.items++;
    return fate == Fate.TODAY || row.lines.size() >= MOST_LINES
        ? Optional.empty()
        : Optional.of(row);
  }

  /** Accounts that could not be decided about are no debtors, but their debt is overdue. */
  private void undecided() {
    report
        .metrics()
        .values()
        .forEach(
            m -> {
              Money left = m.overdue().minus(sum(m.currency()));
              if (left.isPositive()) {
                add(Fate.UNDECIDED, left);
              }
            });
  }

  private Money sum(CurrencyUnit currency) {
    Money sum = Money.ofMinor(0, currency);
    for (Row each : rows.values()) {
      sum = each.sums.containsKey(currency) ? sum.plus(each.sums.get(currency)) : sum;
    }
    return sum;
  }

  static Fate fate(Recommendation now, OpenItem item, Standing standing) {
    if (now.step().isPresent()) {
      if (item.claim() == OpenItem.Claim.DISPUTED) {
        return Fate.DISPUTED;
      }
      if (item.claim() == OpenItem.Claim.PROMISED) {
        return Fate.PROMISED;
      }
      boolean isMeant = now.invoices().contains(item.invoice());
      return isMeant ? standing.waits(now) ? Fate.LATER : Fate.TODAY : Fate.HELD;
    }
    if (now.reason() instanceof HoldReason hold) {
      return held(hold);
    }
    return now.verdict() == Verdict.EXHAUSTED ? Fate.EXHAUSTED : Fate.WAITING;
  }

  private static Fate held(HoldReason hold) {
    if (hold instanceof HoldReason.Disputed || hold instanceof HoldReason.CreditNoteOwed) {
      return Fate.DISPUTED;
    }
    if (hold instanceof HoldReason.Promised
        || hold instanceof HoldReason.InPlan
        || hold instanceof HoldReason.SettlementOffered
        || hold instanceof HoldReason.Settled) {
      return Fate.PROMISED;
    }
    return hold instanceof HoldReason.Restricted ? Fate.RESTRICTED : Fate.HELD;
  }

  private static String why(Recommendation now, Fate fate, Standing standing) {
    return switch (fate) {
      case LATER -> standing.from(now).map(d -> "not before " + d).orElse("");
      case WAITING, RESTRICTED, EXHAUSTED -> now.reason().toString();
      default -> now.reason() instanceof HoldReason ? now.reason().toString() : "";
    };
  }

  private Markup line(Debtor debtor, OpenItem item, String why) {
    String name = debtor.account().customer().name();
    return Markup.tag("li")
        .add(
            Markup.tag("b").add(Markup.tag("bdi").text(Shown.line(name))),
            Markup.tag("bdi").text(" " + Shown.line(item.invoice())),
            Markup.tag("span").text(" " + figures.money(item.amount())),
            Markup.tag("bdi").with("class", "note").text(Shown.line(why)));
  }

  /** The table; blank if nothing is overdue. */
  static Markup of(Report report, Figures figures) {
    OverdueTable table = new OverdueTable(report, figures);
    return table.rows.isEmpty() ? Markup.all(List.of()) : table.markup();
  }

  private Markup markup() {
    Collection<CurrencyUnit> currencies =
        rows.values().stream().flatMap(r -> r.sums.keySet().stream()).sorted().distinct().toList();
    Markup head = Markup.tag("tr").add(head("What becomes of it", ""), head("Items", "number"));
    Markup total = Markup.tag("tr").add(Markup.tag("th").with("scope", "row").text("All overdue"));
    total.add(number(figures.count(rows.values().stream().mapToLong(r -> r.items).sum())));
    for (CurrencyUnit each : currencies) {
      head.add(head(each.code(), "number"));
      total.add(number(figures.amount(sum(each))));
    }
    Markup body = Markup.tag("tbody");
    rows.forEach((fate, row) -> body.add(row(fate, row, currencies)));
    return Markup.tag("div")
        .with("class", "wide")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", "All that is overdue")
        .add(
            Markup.tag("table")
                .with("class", "fates")
                .add(
                    Markup.tag("caption").text("All that is overdue, by what becomes of it today"),
                    Markup.tag("thead").add(head),
                    body,
                    Markup.tag("tfoot").add(total)));
  }

  private Markup row(Fate fate, Row row, Collection<CurrencyUnit> currencies) {
    Markup name = Markup.tag("th").with("scope", "row").text(fate.toString());
    if (!row.lines.isEmpty()) {
      int left = row.items - row.lines.size();
      Markup list = Markup.tag("ul").add(row.lines);
      if (left > 0) {
        list.add(
            Markup.tag("li").text("and " + figures.count(left) + " more; see the customers below"));
      }
      Markup open = Markup.tag("summary").text(fate == Fate.UNDECIDED ? "Which" : "Which, and why");
      name.add(Markup.tag("details").add(open, list));
    }
    Markup line = Markup.tag("tr").with("data-fate", fate.name().toLowerCase(Locale.ROOT));
    line.add(name, number(figures.count(row.items)));
    for (CurrencyUnit each : currencies) {
      line.add(number(row.sums.containsKey(each) ? figures.amount(row.sums.get(each)) : ""));
    }
    return line;
  }

  private static Markup head(String text, String kind) {
    return Markup.tag("th").with("scope", "col").with("class", kind).text(text);
  }

  private static Markup number(String text) {
    return Markup.tag("td").with("class", "number").text(text);
  }
}
