package io.dunning.reports;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Wording;
import io.dunning.portfolio.Worklist;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The work of a day as a table: a row for each customer, with what to do, what is overdue, and why.
 * Each invoice can be opened to see its timeline.
 */
public final class WorklistTable {
  /** How many timelines a row has; those of further invoices are among the customers. */
  private static final int MOST_STORIES = 5;

  private static final LocalTime NEARLY_MIDNIGHT = LocalTime.of(23, 59);

  private final Figures figures;
  private final LocalDate asOf;
  private final BiFunction<String, String, Optional<InvoiceStory>> stories;
  private final Function<String, List<Explanation>> explanations;

  /**
   * A maker of tables.
   *
   * @param figures how numbers are written
   * @param asOf the day of the worklist
   * @param stories the timeline of an invoice, by the customer's id and the number
   * @param explanations why each decision about a customer is as it is, by the customer's id
   */
  public WorklistTable(
      Figures figures,
      LocalDate asOf,
      BiFunction<String, String, Optional<InvoiceStory>> stories,
      Function<String, List<Explanation>> explanations) {
    this.figures = Objects.requireNonNull(figures, "figures");
    this.asOf = Objects.requireNonNull(asOf, "asOf");
    this.stories = Objects.requireNonNull(stories, "stories");
    this.explanations = Objects.requireNonNull(explanations, "explanations");
  }

  /**
   * {@return the table}
   *
   * @param caption what the table is about
   * @param work the customers, who matters most first
   * @param first how many of them are shown
   */
  public Markup of(String caption, List<CustomerWork> work, int first) {
    Markup body = Markup.tag("tbody");
    int place = 0;
    for (CustomerWork each : work.subList(0, Math.min(first, work.size()))) {
      body.add(row(++place, each));
    }
    return Markup.tag("table")
        .with("class", "worklist")
        .add(
            Markup.tag("caption").text(caption),
            Markup.tag("thead")
                .add(
                    Markup.tag("tr")
                        .add(
                            head("#"),
                            head("Customer"),
                            head("What to do"),
                            head("Overdue").with("class", "number"),
                            head("Why"))),
            body);
  }

  private static Markup head(String text) {
    return Markup.tag("th").with("scope", "col").text(text);
  }

  private Markup row(int place, CustomerWork work) {
    SortedSet<WorkKind> kinds = new TreeSet<>();
    Markup todo = Markup.tag("ul");
    Markup why = Markup.tag("ul");
    List<Explanation> explained = explanations.apply(work.customer());
    for (Worklist.Entry each : work.entries()) {
      Recommendation due = each.recommendation();
      kinds.add(WorkKind.of(due));
      todo.add(Markup.tag("li").with("class", WorkKind.of(due).key()).add(todo(due)));
      why.add(Markup.tag("li").add(why(due, explained)));
    }
    Markup customer =
        Markup.tag("th")
            .with("scope", "row")
            .add(Markup.tag("bdi").with("class", "name").text(Shown.line(work.name())));
    if (!work.name().equals(work.customer())) {
      customer.add(Markup.tag("bdi").with("class", "id").text(Shown.line(work.customer())));
    }
    String keys = kinds.stream().map(WorkKind::key).collect(Collectors.joining(" "));
    return Markup.tag("tr")
        .with("data-kinds", keys)
        .add(
            cell("#", "place").text(figures.count(place)),
            customer,
            cell("What to do", "todo").add(todo),
            cell("Overdue", "number").add(overdue(work)),
            cell("Why", "why").add(why).add(stories(work)));
  }

  private static Markup cell(String label, String kind) {
    return Markup.tag("td").with("data-label", label).with("class", kind);
  }

  private List<Markup> todo(Recommendation due) {
    List<Markup> parts = new ArrayList<>();
    String actions =
        due.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and "));
    parts.add(Markup.tag("b").text(sentence(actions)));
    parts.add(Markup.tag("bdi").text(" " + Shown.line(String.join(", ", due.invoices()))));
    List<String> notes = new ArrayList<>();
    notes.add(due.step().orElse(""));
    due.approver().ifPresent(a -> notes.add("needs approval by " + a));
    due.addressee().ifPresent(a -> notes.add("ask for " + Wording.ENGLISH.addressee(a)));
    due.contactWindow()
        .filter(w -> !w.contains(LocalTime.MIN) || !w.contains(NEARLY_MIDNIGHT))
        .ifPresent(w -> notes.add("at " + w));
    parts.add(Markup.tag("bdi").with("class", "note").text(Shown.line(String.join("; ", notes))));
    return parts;
  }

  /** The reason that decided, then what else is known but about no step, such as a promise. */
  private static List<Markup> why(Recommendation due, List<Explanation> explained) {
    List<Markup> parts = new ArrayList<>();
    parts.add(Markup.tag("bdi").text(Shown.line(due.reason().toString())));
    explained.stream()
        .filter(e -> e.recommendation().subject().equals(due.subject()))
        .flatMap(e -> e.leftOut().stream())
        .filter(r -> r.aboutStep().isEmpty())
        .map(r -> Markup.tag("bdi").with("class", "note").text(Shown.line(r.toString())))
        .forEach(parts::add);
    return parts;
  }

  private static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private List<Markup> overdue(CustomerWork work) {
    List<Markup> parts = new ArrayList<>();
    work.overdue()
        .forEach(m -> parts.add(Markup.tag("span").with("class", "sum").text(figures.money(m))));
    work.overdueSince()
        .map(d -> ChronoUnit.DAYS.between(d, asOf))
        .ifPresent(
            days ->
                parts.add(
                    Markup.tag("span")
                        .with("class", "note")
                        .text(figures.count(days) + (days == 1 ? " day" : " days"))));
    return parts;
  }

  private List<Markup> stories(CustomerWork work) {
    return work.entries().stream()
        .flatMap(e -> e.recommendation().invoices().stream())
        .distinct()
        .limit(MOST_STORIES)
        .flatMap(invoice -> stories.apply(work.customer(), invoice).stream())
        .map(WorklistTable::story)
        .toList();
  }

  private static Markup story(InvoiceStory story) {
    return Markup.tag("details")
        .add(
            Markup.tag("summary")
                .text("Timeline of ")
                .add(Markup.tag("bdi").text(Shown.line(story.invoice()))),
            story.markup());
  }
}
