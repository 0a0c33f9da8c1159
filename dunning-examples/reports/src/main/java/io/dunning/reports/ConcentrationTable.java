package io.dunning.reports;

import io.dunning.money.Percentage;
import io.dunning.portfolio.Concentration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** How much a few customers owe of all, as sentences and as a table with bars. */
public final class ConcentrationTable {
  private static final int LARGEST = 10;
  private static final int FEW = 5;
  private static final int WIDTH = 100;
  private static final int HEIGHT = 10;
  private static final Percentage MOST = Percentage.percent("80");

  private ConcentrationTable() {}

  /**
   * {@return the table}
   *
   * @param of the concentration
   * @param names the name of a customer, by the id
   * @param figures how numbers are written
   */
  public static Markup of(Concentration of, UnaryOperator<String> names, Figures figures) {
    Objects.requireNonNull(names, "names");
    List<Concentration.Debtor> first =
        of.debtors().subList(0, Math.min(LARGEST, of.debtors().size()));
    Markup body = Markup.tag("tbody");
    for (Concentration.Debtor each : first) {
      double width =
          first.get(0).open().isZero()
              ? 0
              : (double) WIDTH * each.open().minorUnits() / first.get(0).open().minorUnits();
      body.add(
          Markup.tag("tr")
              .add(
                  Markup.tag("th")
                      .with("scope", "row")
                      .add(Markup.tag("bdi").text(Shown.line(names.apply(each.customer())))),
                  Markup.tag("td")
                      .with("class", "bar")
                      .add(
                          Svg.stretched(WIDTH, HEIGHT)
                              .with("aria-hidden", "true")
                              .add(Svg.rect(0, 0, width, HEIGHT).with("class", "plain"))),
                  Markup.tag("td").with("class", "number").text(figures.amount(each.open())),
                  Markup.tag("td")
                      .with("class", "number")
                      .text(figures.percent(AgingPicture.share(each.open(), of.total()), 1))));
    }
    return Markup.tag("div")
        .add(
            Markup.tag("table")
                .add(
                    Markup.tag("caption").text("Who owes most in " + of.total().currency()),
                    Markup.tag("thead").add(head()),
                    body),
            Markup.tag("p").with("class", "note").text(sentences(of, figures)));
  }

  private static Markup head() {
    return Markup.tag("tr")
        .add(
            Markup.tag("th").with("scope", "col").text("Customer"),
            Markup.tag("td"),
            Markup.tag("th").with("scope", "col").with("class", "number").text("Open"),
            Markup.tag("th").with("scope", "col").with("class", "number").text("Share"));
  }

  private static String sentences(Concentration of, Figures figures) {
    return "The five largest owe "
        + figures.percent(of.shareOfLargest(FEW).value(), 1)
        + ", the ten largest "
        + figures.percent(of.shareOfLargest(LARGEST).value(), 1)
        + ". 80% are owed by "
        + figures.count(of.debtorsFor(MOST))
        + " of "
        + figures.count(of.debtors().size())
        + " customers. Herfindahl index "
        + figures.decimal(of.herfindahlIndex(), 4)
        + ".";
  }
}
