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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
   * @param first how many of them the table has of each kind of work, at least
   */
  public Markup of(String caption, List<CustomerWork> work, int first) {
    Markup body = Markup.tag("tbody");
    Map<WorkKind, Integer> counts = new EnumMap<>(WorkKind.class);
    int place = 0;
    for (CustomerWork each : work) {
      place++;
      boolean isShown = place <= first;
      for (WorkKind kind : WorkKind.of(each)) {
        isShown |= counts.merge(kind, 1, Integer::sum) <= first;
      }
      if (isShown) {
        body.add(row(place, each));
      }
    }
    List<String> all = new ArrayList<>(List.of("all:" + work.size()));
    counts.forEach((kind, count) -> all.add(kind.key() + ":" + count));
    return Markup.tag("table")
        .with("class", "worklist")
        .with("data-all", String.join(" ", all))
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
    Markup todo = Markup.tag("ul");
    Markup why = Markup.tag("ul");
    List<Explanation> explained = explanations.apply(work.customer());
    List<InvoiceStory> stories = stories(work);
    for (Worklist.Entry each : work.entries()) {
      Recommendation due = each.recommendation();
      String kind = WorkKind.of(due).key();
      todo.add(Markup.tag("li").with("class", kind).add(todo(due)));
      why.add(Markup.tag("li").with("class", kind).add(why(due, explained)));
    }
    work.later().forEach(l -> todo.add(Markup.tag("li").with("class", "later").add(later(l))));
    Markup customer =
        Markup.tag("th")
            .with("scope", "row")
            .add(Markup.tag("bdi").with("class", "name").text(Shown.line(work.name())));
    if (!work.name().equals(work.customer())) {
      customer.add(Markup.tag("bdi").with("class", "id").text(Shown.line(work.customer())));
    }
    String keys = WorkKind.of(work).stream().map(WorkKind::key).collect(Collectors.joining(" "));
    return Markup.tag("tr")
        .with("data-kinds", keys)
        .add(
            cell("#", "place").text(figures.count(place)),
            customer,
            cell("What to do", "todo").add(todo),
            cell("Overdue", "number").add(overdue(work)),
            cell("Why", "why").add(why).add(last(stories)).add(timelines(stories)));
  }

  private static Markup cell(String label, String kind) {
    return Markup.tag("td").with("data-label", label).with("class", kind);
  }

  private static String actions(Recommendation due) {
    return sentence(
        due.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and ")));
  }

  private static List<Markup> later(CustomerWork.Later later) {
    Recommendation due = later.entry().recommendation();
    return List.of(
        Markup.tag("span").text(actions(due)),
        Markup.tag("bdi").text(" " + Shown.line(String.join(", ", due.invoices()))),
        Markup.tag("span")
            .with("class", "note")
            .text(
                "not today, after the contact above"
                    + later.from().map(d -> "; not before " + d).orElse("")));
  }

  private List<Markup> todo(Recommendation due) {
    List<Markup> parts = new ArrayList<>();
    parts.add(Markup.tag("b").text(actions(due)));
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

  /**
   * The invoice, the reason that decided, then what else is known but about no step, such as a
   * promise.
   */
  private static List<Markup> why(Recommendation due, List<Explanation> explained) {
    List<Markup> parts = new ArrayList<>();
    parts.add(
        Markup.tag("bdi").with("class", "id").text(Shown.line(String.join(", ", due.invoices()))));
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
    if (!work.overdueOfEntries().equals(work.overdue())) {
      parts.add(
          Markup.tag("span")
              .with("class", "note")
              .text(figures.money(work.overdueOfEntries()) + " of it to act on"));
    }
    return parts;
  }

  /** What happened last on the invoices to act on, such as a debit that was returned. */
  private static List<Markup> last(List<InvoiceStory> stories) {
    return stories.stream()
        .flatMap(s -> s.lastEvent().stream())
        .max(Comparator.comparing(InvoiceStory.Entry::date))
        .map(
            e ->
                Markup.tag("bdi")
                    .with("class", "note last")
                    .text("last event: " + e.date() + " " + Shown.line(e.text())))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Markup> timelines(List<InvoiceStory> stories) {
    return stories.stream().map(WorklistTable::story).toList();
  }

  private List<InvoiceStory> stories(CustomerWork work) {
    return work.entries().stream()
        .flatMap(e -> e.recommendation().invoices().stream())
        .distinct()
        .limit(MOST_STORIES)
        .flatMap(invoice -> stories.apply(work.customer(), invoice).stream())
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
