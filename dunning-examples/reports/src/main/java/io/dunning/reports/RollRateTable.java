package io.dunning.reports;

import io.dunning.aging.AgeBand;
import io.dunning.money.Money;
import io.dunning.portfolio.RollRates;
import java.math.BigDecimal;
import java.util.List;

/** Roll rates as a matrix: which share of each band lies where at the end. */
public final class RollRateTable {
  private static final int SHADES = 5;

  private RollRateTable() {}

  /**
   * {@return the matrix}
   *
   * @param rates the rates
   * @param figures how numbers are written
   */
  public static Markup of(RollRates rates, Figures figures) {
    List<AgeBand> bands = rates.bands();
    Markup head = Markup.tag("tr").add(head("From")).add(head("Open at first"));
    bands.forEach(b -> head.add(head(b.label())));
    head.add(head("settled"), head("written off"));
    Markup body = Markup.tag("tbody");
    for (int from = 0; from < bands.size(); from++) {
      Money opening = rates.openingBalance(from);
      Markup row =
          Markup.tag("tr")
              .add(
                  Markup.tag("th").with("scope", "row").text(bands.get(from).label()),
                  Markup.tag("td").with("class", "number").text(figures.amount(opening)));
      for (int now = 0; now < bands.size(); now++) {
        row.add(cell(rates.moved(from, now), opening, figures));
      }
      row.add(cell(rates.settled(from), opening, figures));
      body.add(row.add(cell(rates.writtenOff(from), opening, figures)));
    }
    String caption = "Roll rates in " + opening(rates).currency();
    return Markup.tag("div")
        .with("class", "wide")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", caption)
        .add(
            Markup.tag("table")
                .with("class", "rolls")
                .add(Markup.tag("caption").text(caption), Markup.tag("thead").add(head), body));
  }

  private static Money opening(RollRates rates) {
    return rates.openingBalance(0);
  }

  private static Markup head(String text) {
    return Markup.tag("th").with("scope", "col").text(text);
  }

  private static Markup cell(Money part, Money opening, Figures figures) {
    if (opening.isZero()) {
      return Markup.tag("td").with("class", "number").text("");
    }
    BigDecimal share = AgingPicture.share(part, opening);
    int shade = (int) Math.ceil(share.doubleValue() / 100 * SHADES);
    return Markup.tag("td")
        .with("class", "number h" + Math.max(0, Math.min(SHADES, shade)))
        .with("title", figures.money(part))
        .text(part.isZero() ? "–" : figures.percent(share, 1));
  }
}
