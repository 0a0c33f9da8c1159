package io.dunning.reports;

import io.dunning.aging.AgingLine;
import io.dunning.evaluation.Recommendation;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.Worklist;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures at the top of the page, and the switches for kinds of work. */
final class Summary {
  private Summary() {}

  static Markup of(Report report, Figures figures) {
    List<Markup> parts = new ArrayList<>();
    for (AgingLine total : report.aging().totals().values()) {
      CollectionMetrics metrics = report.metrics().get(total.currency());
      if (metrics != null) {
        parts.add(figures(metrics, figures));
      }
    }
    parts.add(kinds(report, figures));
    return Markup.tag("div").with("class", "summary").add(parts);
  }

  private static Markup figures(CollectionMetrics of, Figures figures) {
    Markup list = Markup.tag("dl").with("data-currency", of.currency());
    add(list, "open", figures.money(of.receivables()), "ar_total");
    add(list, "overdue", figures.money(of.overdue()), "ar_overdue");
    of.percentCurrent()
        .ifPresent(p -> add(list, "not overdue", figures.percent(p, 1), "percent_current"));
    of.dsoOf90Days()
        .ifPresent(d -> add(list, "days sales outstanding", figures.decimal(d, 1), "dso_90d"));
    of.collectionEffectiveness()
        .ifPresent(p -> add(list, "effectiveness, month", figures.percent(p, 1), "cei_month"));
    add(list, "paid this month", figures.money(of.paid()), "paid_amount_month");
    return list;
  }

  private static void add(Markup list, String label, String value, String metric) {
    list.add(
        Markup.tag("div")
            .add(
                Markup.tag("dt").text(label),
                Markup.tag("dd").with("data-metric", metric).text(value)));
  }

  /** Buttons that show one kind of work only; the script makes them work. */
  private static Markup kinds(Report report, Figures figures) {
    Map<WorkKind, Integer> counts = new EnumMap<>(WorkKind.class);
    int all = 0;
    for (Worklist list : report.worklists()) {
      for (CustomerWork each : CustomerWork.of(list, report.settings().order())) {
        all++;
        each.entries().stream()
            .map(Worklist.Entry::recommendation)
            .map((Recommendation r) -> WorkKind.of(r))
            .distinct()
            .forEach(k -> counts.merge(k, 1, Integer::sum));
      }
    }
    Markup group =
        Markup.tag("div")
            .with("id", "kinds")
            .with("role", "group")
            .with("aria-label", "Kind of work");
    group.add(button("", "All work", all, figures));
    counts.forEach((kind, n) -> group.add(button(kind.key(), kind.toString(), n, figures)));
    return group;
  }

  private static Markup button(String key, String words, int count, Figures figures) {
    return Markup.tag("button")
        .with("type", "button")
        .with("data-kind", key)
        .with("aria-pressed", key.isEmpty())
        .text(words + " (" + figures.count(count) + ")");
  }
}
