package io.dunning.reports;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingSchedule;
import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;

/** A section of the page: an anchor, a heading, and what stands below it. */
record ReportSection(String id, String heading, Markup markup) {
  /** How many customers of each kind of work the page has; the workbook has all. */
  private static final int FIRST = 200;

  /** How many policies are pictured. */
  private static final int MOST_POLICIES = 8;

  static List<ReportSection> all(Report report, Figures figures) {
    List<ReportSection> all = new ArrayList<>();
    all.add(section("today", "Today", today(report, figures)));
    all.add(section("aging", "Aging", aging(report, figures)));
    all.add(section("customers", "Customers", customers(report, figures)));
    all.add(section("trend", "Trend", trend(report, figures)));
    if (!report.rollRates().isEmpty()) {
      all.add(section("rolls", "Roll rates", rolls(report, figures)));
    }
    all.add(section("concentration", "Concentration", concentration(report, figures)));
    all.add(section("policy", "Policy", policies(report, figures)));
    return all;
  }

  private static ReportSection section(String id, String heading, List<Markup> parts) {
    return new ReportSection(
        id,
        heading,
        Markup.tag("section")
            .with("id", id)
            .with("aria-labelledby", id + "-title")
            .add(Markup.tag("h2").with("id", id + "-title").text(heading))
            .add(parts));
  }

  private static Markup note(String text) {
    return Markup.tag("p").with("class", "note").text(text);
  }

  private static Markup side(List<Markup> parts) {
    return Markup.tag("div").with("class", "side").add(parts);
  }

  private static List<Markup> today(Report report, Figures figures) {
    List<Markup> parts = new ArrayList<>();
    parts.add(Summary.of(report, figures));
    WorklistTable table =
        new WorklistTable(figures, report.asOf(), report::story, report::explanations);
    for (List<CustomerWork> work : report.work()) {
      if (!work.isEmpty()) {
        parts.add(table.of(caption(report, work), work, FIRST));
        String left =
            work.size() > FIRST
                ? "The page has the first "
                    + figures.count(FIRST)
                    + " of "
                    + figures.count(work.size())
                    + " customers; the workbook has all."
                : "";
        parts.add(note(left));
      }
    }
    if (parts.size() == 1) {
      parts.add(note("Nothing is due today."));
    }
    parts.add(OverdueTable.of(report, figures));
    if (!report.failures().isEmpty()) {
      Markup list = Markup.tag("ul");
      report.failures().forEach(f -> list.add(Markup.tag("li").text(Shown.line(f))));
      parts.add(Markup.tag("h3").text("Accounts that could not be decided about"));
      parts.add(list);
    }
    return parts;
  }

  private static String caption(Report report, List<CustomerWork> work) {
    String first =
        switch (report.settings().order()) {
          case GAIN -> "what is worth most first";
          case AMOUNT -> "the highest amount first";
          case AGE -> "the oldest debt first";
          case RISK -> "who is most likely to pay late first";
        };
    List<String> currencies =
        work.stream()
            .flatMap(w -> w.overdue().stream())
            .map(m -> m.currency().code())
            .distinct()
            .sorted()
            .toList();
    return "Customers to act on, " + String.join(" and ", currencies) + ", " + first;
  }

  private static List<Markup> aging(Report report, Figures figures) {
    AgingSchedule schedule = report.aging().schedule();
    List<Markup> pictures = new ArrayList<>();
    for (AgingLine each : report.aging().totals().values()) {
      pictures.add(AgingPicture.of(each, schedule, figures));
    }
    return pictures.isEmpty() ? List.of(note("Nothing is open.")) : List.of(side(pictures));
  }

  private static List<Markup> customers(Report report, Figures figures) {
    long customers = report.aging().lines().stream().map(AgingLine::customer).distinct().count();
    long items = report.aging().totals().values().stream().mapToLong(AgingLine::totalCount).sum();
    Markup search =
        Markup.tag("p")
            .with("class", "tools")
            .add(
                Markup.tag("label").with("for", "search").text("Find a customer or an invoice "),
                Markup.tag("input")
                    .with("type", "search")
                    .with("id", "search")
                    .with("autocomplete", "off"));
    return List.of(
        note(figures.count(customers) + " customers owe " + figures.count(items) + " open items."),
        search,
        Markup.tag("div").with("id", "customer-table"),
        Markup.tag("noscript")
            .add(note("The list of customers needs JavaScript, which this browser does not run.")));
  }

  private static List<Markup> trend(Report report, Figures figures) {
    List<Markup> pictures = new ArrayList<>();
    report
        .aging()
        .totals()
        .keySet()
        .forEach(c -> pictures.add(TrendPicture.of(report.trend(), c, figures)));
    return List.of(side(pictures));
  }

  private static List<Markup> rolls(Report report, Figures figures) {
    List<Markup> tables = new ArrayList<>();
    tables.add(
        note(
            "What became of each band from "
                + report.rollsFrom()
                + " to "
                + report.asOf()
                + ". A row adds up to what was open in the band at first."));
    report.rollRates().values().forEach(r -> tables.add(RollRateTable.of(r, figures)));
    return tables;
  }

  private static List<Markup> concentration(Report report, Figures figures) {
    List<Markup> tables = new ArrayList<>();
    report
        .concentration()
        .values()
        .forEach(c -> tables.add(ConcentrationTable.of(c, report::nameOf, figures)));
    return tables.isEmpty() ? List.of(note("Nothing is open.")) : List.of(side(tables));
  }

  private static List<Markup> policies(Report report, Figures figures) {
    List<Markup> parts = new ArrayList<>();
    report.policies().policies().stream()
        .distinct()
        .limit(MOST_POLICIES)
        .forEach((DunningPolicy p) -> parts.addAll(policy(report, p, figures)));
    return parts;
  }

  private static List<Markup> policy(Report report, DunningPolicy policy, Figures figures) {
    PolicyCourse course = PolicyCourse.of(policy, report);
    List<Markup> parts = new ArrayList<>();
    parts.add(
        Markup.tag("h3")
            .text(
                Shown.line(policy.name())
                    + (policy.version().isEmpty() ? "" : " version " + policy.version())));
    parts.add(LadderPicture.of(course, figures));
    parts.add(CostPicture.of(course, figures));
    return parts;
  }
}
