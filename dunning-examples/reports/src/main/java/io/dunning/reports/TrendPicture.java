package io.dunning.reports;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What was open on some days, by age, as columns and as a table. */
public final class TrendPicture {
  private static final int HEIGHT = 100;
  private static final int STEP = 10;
  private static final double GAP = 1.5;

  private TrendPicture() {}

  /**
   * {@return the picture}
   *
   * @param reports a report for each day, with the same schedule
   * @param currency the currency that is shown
   * @param figures how numbers are written
   */
  public static Markup of(
      SortedMap<LocalDate, AgingReport> reports, CurrencyUnit currency, Figures figures) {
    long highest = 1;
    for (AgingReport each : reports.values()) {
      AgingLine line = each.totals().get(currency);
      highest = Math.max(highest, line == null ? 0 : line.total().minorUnits());
    }
    List<Markup> shapes = new ArrayList<>();
    Markup days = Markup.tag("div").with("class", "days").with("aria-hidden", "true");
    int place = 0;
    for (Map.Entry<LocalDate, AgingReport> each : reports.entrySet()) {
      AgingLine line = each.getValue().totals().get(currency);
      if (line != null) {
        column(shapes, each.getKey(), line, place * STEP, highest, figures);
      }
      days.add(Markup.tag("span").text(each.getKey().toString().substring(2, 7)));
      place++;
    }
    String said = "What was open in " + currency + " at the end of each month; the table says it";
    Money most = Money.ofMinor(highest, currency);
    return Markup.tag("div")
        .with("class", "trend")
        .add(
            Markup.tag("p").with("class", "note").text("up to " + figures.money(most)),
            Svg.stretched(place * STEP, HEIGHT)
                .with("role", "img")
                .with("aria-label", said)
                .add(shapes),
            days,
            Markup.tag("details")
                .add(
                    Markup.tag("summary").text("Figures in " + currency),
                    table(reports, currency, figures)));
  }

  private static void column(
      List<Markup> shapes, LocalDate day, AgingLine line, int x, long highest, Figures figures) {
    double top = HEIGHT;
    int bands = line.cells().size();
    for (int i = 0; i < bands; i++) {
      double height = (double) HEIGHT * Math.max(0, line.amount(i).minorUnits()) / highest;
      if (height > 0) {
        top -= height;
        shapes.add(
            Svg.rect(x + GAP / 2, top, STEP - GAP, height)
                .with("class", AgingPicture.colour(i))
                .add(Svg.title(day + ": " + figures.money(line.amount(i)))));
      }
    }
  }

  private static Markup table(
      SortedMap<LocalDate, AgingReport> reports, CurrencyUnit currency, Figures figures) {
    List<AgeBand> bands = reports.get(reports.lastKey()).schedule().bands();
    Markup head = Markup.tag("tr").add(head("Day", ""));
    bands.forEach(b -> head.add(head(b.label(), "number")));
    head.add(head("total", "number"));
    Markup body = Markup.tag("tbody");
    reports.forEach(
        (day, report) -> {
          AgingLine line = report.totals().get(currency);
          Markup row = Markup.tag("tr");
          row.add(Markup.tag("th").with("scope", "row").text(day.toString()));
          for (int i = 0; i < bands.size(); i++) {
            row.add(number(line == null ? "" : figures.amount(line.amount(i))));
          }
          body.add(row.add(number(line == null ? "" : figures.amount(line.total()))));
        });
    return Markup.tag("div")
        .with("class", "wide")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", "What was open in " + currency)
        .add(Markup.tag("table").add(Markup.tag("thead").add(head), body));
  }

  private static Markup head(String text, String kind) {
    return Markup.tag("th").with("scope", "col").with("class", kind).text(text);
  }

  private static Markup number(String text) {
    return Markup.tag("td").with("class", "number").text(text);
  }
}
