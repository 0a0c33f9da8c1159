package io.dunning.reports;

import io.dunning.charge.AccruedCharges;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What a policy costs a debtor who does not pay: fees and interest over the days past due. */
public final class CostPicture {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 180;
  private static final int LEFT = 12;
  private static final int RIGHT = 12;
  private static final int TOP = 14;
  private static final int BOTTOM = 150;
  private static final int EVERY_TABLE = 30;
  private static final int EVERY_TICK = 30;

  private CostPicture() {}

  /**
   * {@return the picture and its table; a sentence if the policy charges nothing}
   *
   * @param course what the policy does with an example
   * @param figures how numbers are written
   */
  public static Markup of(PolicyCourse course, Figures figures) {
    List<PolicyCourse.Owed> owed = course.owed();
    if (owed.isEmpty()) {
      return Markup.tag("p")
          .with("class", "note")
          .text("This policy charges neither fees nor interest, whenever the debtor pays.");
    }
    AccruedCharges.Owed end = owed.get(owed.size() - 1).sums();
    Money charges = end.fees().plus(end.interest());
    String said =
        "Fees and interest on "
            + figures.money(course.invoice().amount())
            + " that is never paid: "
            + figures.money(charges)
            + " after "
            + owed.get(owed.size() - 1).daysPastDue()
            + " days";
    return Markup.tag("div")
        .with("class", "policy")
        .add(
            Markup.tag("div")
                .add(
                    chart(owed, charges, said),
                    Markup.tag("p").with("class", "note").text(said + ".")),
            table(owed, figures));
  }

  private static Markup chart(List<PolicyCourse.Owed> owed, Money charges, String said) {
    double most = Math.max(1, charges.minorUnits());
    long last = owed.get(owed.size() - 1).daysPastDue();
    StringBuilder fees = new StringBuilder("M" + LEFT + " " + BOTTOM);
    StringBuilder both = new StringBuilder(fees);
    for (PolicyCourse.Owed each : owed) {
      double x = x(each.daysPastDue(), last);
      double fee = each.sums().fees().minorUnits() / most;
      double all = fee + each.sums().interest().minorUnits() / most;
      fees.append(" L").append(Svg.number(x)).append(' ').append(Svg.number(y(fee)));
      both.append(" L").append(Svg.number(x)).append(' ').append(Svg.number(y(all)));
    }
    String close = " L" + (WIDTH - RIGHT) + " " + BOTTOM + " Z";
    List<Markup> shapes = new ArrayList<>();
    shapes.add(Svg.path(both + close).with("class", "interest"));
    shapes.add(Svg.path(fees + close).with("class", "fees"));
    shapes.add(Svg.line(LEFT, BOTTOM, WIDTH - RIGHT, BOTTOM).with("class", "axis"));
    for (long day = 0; day <= last; day += EVERY_TICK) {
      shapes.add(Svg.text(x(day, last), BOTTOM + 18, "middle", String.valueOf(day)));
    }
    return Svg.picture(WIDTH, HEIGHT)
        .with("class", "chart")
        .with("role", "img")
        .with("aria-label", said)
        .add(shapes);
  }

  private static double x(long day, long last) {
    return LEFT + (double) day / Math.max(1, last) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return BOTTOM - share * (BOTTOM - TOP);
  }

  private static Markup table(List<PolicyCourse.Owed> owed, Figures figures) {
    Markup head =
        Markup.tag("tr")
            .add(
                Markup.tag("th").with("scope", "col").text("Days past due"),
                head("Fees", "fees"),
                head("Interest", "interest"),
                head("Owed in all", ""));
    Markup body = Markup.tag("tbody");
    for (PolicyCourse.Owed each : owed) {
      if (each.daysPastDue() % EVERY_TABLE == 0) {
        body.add(
            Markup.tag("tr")
                .add(
                    Markup.tag("th").with("scope", "row").text(String.valueOf(each.daysPastDue())),
                    number(figures.amount(each.sums().fees())),
                    number(figures.amount(each.sums().interest())),
                    number(figures.amount(each.sums().total()))));
      }
    }
    String currency = owed.get(0).sums().principal().currency().code();
    return Markup.tag("table")
        .add(
            Markup.tag("caption").text("What delay costs, in " + currency),
            Markup.tag("thead").add(head),
            body);
  }

  private static Markup head(String text, String swatch) {
    Markup head = Markup.tag("th").with("scope", "col").with("class", "number");
    if (!swatch.isEmpty()) {
      head.add(Markup.tag("span").with("class", "swatch " + swatch));
    }
    return head.text(text);
  }

  private static Markup number(String text) {
    return Markup.tag("td").with("class", "number").text(text);
  }
}
