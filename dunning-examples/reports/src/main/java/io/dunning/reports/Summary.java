package io.dunning.reports;

import io.dunning.aging.AgingLine;
import io.dunning.portfolio.CollectionMetrics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures at the top of the page, and the switches for kinds of work. */
final class Summary {
  private Summary() {}

  static Markup of(Report report, Figures figures) {
    return Markup.tag("div")
        .with("class", "summary")
        .add(figures(report, figures), kinds(report, figures));
  }

  /** A row for each currency; empty if nothing is open. */
  private static Markup figures(Report report, Figures figures) {
    Markup body = Markup.tag("tbody");
    for (AgingLine total : report.aging().totals().values()) {
      CollectionMetrics metrics = report.metrics().get(total.currency());
      if (metrics != null) {
        body.add(row(metrics, figures));
      }
    }
    Markup head = Markup.tag("tr");
    List.of(
            "Currency",
            "Open",
            "Overdue",
            "Not overdue",
            "Days sales outstanding",
            "Effectiveness",
            "Paid this month")
        .forEach(h -> head.add(Markup.tag("th").with("scope", "col").text(h)));
    return Markup.tag("div")
        .with("class", "wide")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", "Figures")
        .add(Markup.tag("table").with("class", "figures").add(Markup.tag("thead").add(head), body));
  }

  private static Markup row(CollectionMetrics of, Figures figures) {
    return Markup.tag("tr")
        .with("data-currency", of.currency())
        .add(
            Markup.tag("th").with("scope", "row").text(of.currency().code()),
            cell("ar_total", figures.amount(of.receivables())),
            cell("ar_overdue", figures.amount(of.overdue())),
            cell("percent_current", of.percentCurrent().map(p -> figures.percent(p, 1))),
            cell("dso_90d", of.dsoOf90Days().map(d -> figures.decimal(d, 1))),
            cell("cei_month", of.collectionEffectiveness().map(p -> figures.percent(p, 1))),
            cell("paid_amount_month", figures.amount(of.paid())));
  }

  private static Markup cell(String metric, Optional<String> value) {
    return cell(metric, value.orElse(""));
  }

  private static Markup cell(String metric, String value) {
    return Markup.tag("td").with("data-metric", metric).with("class", "number").text(value);
  }

  /** Buttons that show one kind of work only; the script makes them work. */
  private static Markup kinds(Report report, Figures figures) {
    Map<WorkKind, Integer> counts = new EnumMap<>(WorkKind.class);
    int all = 0;
    for (List<CustomerWork> list : report.work()) {
      all += list.size();
      list.forEach(w -> WorkKind.of(w).forEach(k -> counts.merge(k, 1, Integer::sum)));
    }
    Markup group =
        Markup.tag("div")
            .with("id", "kinds")
            .with("role", "group")
            .with("aria-label", "Kind of work");
    group.add(button("", "All work", all, figures));
    counts.forEach((kind, n) -> group.add(button(kind.key(), kind.toString(), n, figures)));
    return Markup.all(List.of(group, Markup.tag("p").with("id", "filter").with("role", "status")));
  }

  private static Markup button(String key, String words, int count, Figures figures) {
    return Markup.tag("button")
        .with("type", "button")
        .with("data-kind", key)
        .with("aria-pressed", key.isEmpty())
        .text(words + " (" + figures.count(count) + ")");
  }
}
