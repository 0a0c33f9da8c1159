package io.dunning.reports;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingSchedule;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A line of an aging report as a bar and a table: how much lies in each band. */
public final class AgingPicture {
  /** From which band on all have one colour. */
  private static final int LAST_COLOUR = 7;

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private AgingPicture() {}

  /**
   * {@return the picture: a bar and the table that explains it}
   *
   * @param line the line, such as a total
   * @param schedule its bands
   * @param figures how numbers are written
   */
  public static Markup of(AgingLine line, AgingSchedule schedule, Figures figures) {
    Markup body = Markup.tag("tbody");
    List<AgeBand> bands = schedule.bands();
    for (int i = 0; i < bands.size(); i++) {
      body.add(
          row(
              Markup.tag("th")
                  .with("scope", "row")
                  .add(Markup.tag("span").with("class", "swatch " + colour(i)))
                  .text(bands.get(i).label()),
              line.amount(i),
              line.count(i),
              line,
              figures));
    }
    Markup total = Markup.tag("th").with("scope", "row").text("total");
    Markup foot =
        Markup.tag("tfoot").add(row(total, line.total(), line.totalCount(), line, figures));
    if (line.count(Apart.CREDIT) > 0) {
      Markup credit = Markup.tag("th").with("scope", "row").text("credit, apart");
      foot.add(row(credit, line.amount(Apart.CREDIT), line.count(Apart.CREDIT), null, figures));
    }
    return Markup.tag("div")
        .with("class", "aging")
        .add(
            bar(line, schedule, figures),
            Markup.tag("table")
                .add(
                    Markup.tag("caption").text("Open in " + line.currency() + ", by age"),
                    head(schedule),
                    body,
                    foot));
  }

  private static Markup head(AgingSchedule schedule) {
    String days = schedule.countsMonths() ? "Months" : "Days past due";
    return Markup.tag("thead")
        .add(
            Markup.tag("tr")
                .add(
                    head(days, ""),
                    head("Amount", "number"),
                    head("Share", "number"),
                    head("Items", "number")));
  }

  private static Markup head(String text, String kind) {
    return Markup.tag("th").with("scope", "col").with("class", kind).text(text);
  }

  private static Markup row(
      Markup head, Money amount, long count, AgingLine whole, Figures figures) {
    return Markup.tag("tr")
        .add(
            head,
            number(figures.amount(amount)),
            number(whole == null ? "" : figures.percent(share(amount, whole.total()), 1)),
            number(figures.count(count)));
  }

  private static Markup number(String text) {
    return Markup.tag("td").with("class", "number").text(text);
  }

  /** A share of a sum in percent; 0 of nothing. */
  static BigDecimal share(Money part, Money whole) {
    return whole.isZero()
        ? BigDecimal.ZERO
        : part.amount().multiply(HUNDRED).divide(whole.amount(), 4, RoundingMode.HALF_UP);
  }

  /**
   * {@return the bar alone: a part for each band, as wide as its share}
   *
   * @param line the line
   * @param schedule its bands
   * @param figures how numbers are written
   */
  public static Markup bar(AgingLine line, AgingSchedule schedule, Figures figures) {
    List<Markup> parts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < schedule.bands().size(); i++) {
      sum += Math.max(0, line.amount(i).minorUnits());
    }
    double at = 0;
    for (int i = 0; i < schedule.bands().size(); i++) {
      double width = sum == 0 ? 0 : WIDTH * Math.max(0, line.amount(i).minorUnits()) / sum;
      if (width > 0) {
        String said = schedule.bands().get(i).label() + ": " + figures.money(line.amount(i));
        words.add(said);
        parts.add(Svg.rect(at, 0, width, HEIGHT).with("class", colour(i)).add(Svg.title(said)));
      }
      at += width;
    }
    return Svg.stretched(WIDTH, HEIGHT)
        .with("class", "mix")
        .with("role", "img")
        .with("aria-label", words.isEmpty() ? "nothing is open" : String.join("; ", words))
        .add(parts);
  }

  /** The class that gives a band its colour. */
  static String colour(int band) {
    return "b" + Math.min(band, LAST_COLOUR);
  }
}
