package io.dunning.reports;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The timeline of an invoice: what happened to it and to its account, where it stands today, and
 * which steps come next, and when, if nothing else happens. Immutable.
 *
 * @param invoice the number of the invoice
 * @param due its due date as it was issued, from which days past due are counted
 * @param entries what happened and what comes, by day
 */
public record InvoiceStory(String invoice, LocalDate due, List<Entry> entries) {

  /** What an entry of a timeline is. */
  public enum Kind {
    /** The invoice was issued, or is due. */
    DATE,
    /** Something happened that is no step of the ladder. */
    EVENT,
    /** A step of the ladder was taken, withdrawn, approved or refused. */
    STEP,
    /** What is decided on the day of the report. */
    TODAY,
    /** A step that comes if nothing else happens. */
    NEXT;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An entry of a timeline.
   *
   * @param date the day
   * @param kind what it is
   * @param text what happened, or comes, in words
   */
  public record Entry(LocalDate date, Kind kind, String text) {
    /**
     * An entry of a timeline.
     *
     * @param date the day
     * @param kind what it is
     * @param text what happened, or comes, in words
     */
    public Entry {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A timeline.
   *
   * @param invoice the number of the invoice
   * @param due its due date
   * @param entries what happened and what comes, by day
   */
  public InvoiceStory {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(due, "due");
    entries = List.copyOf(entries);
  }

  /**
   * {@return the timeline of an invoice}
   *
   * @param account the account; its events after the day of the recommendation are ignored
   * @param history the invoice, one of the account
   * @param now what was decided about the invoice
   * @param ahead the steps that come, such as those of {@link Timeline#entries}; those about other
   *     invoices are ignored
   */
  public static InvoiceStory of(
      Account account,
      InvoiceHistory history,
      Recommendation now,
      Collection<Timeline.Entry> ahead) {
    Invoice invoice = history.invoice();
    LocalDate day = now.asOf();
    List<Entry> all = new ArrayList<>();
    all.add(new Entry(invoice.issued(), Kind.DATE, "issued over " + invoice.amount()));
    all.add(new Entry(invoice.due(), Kind.DATE, "due"));
    Map<LedgerEvent, Deque<String>> remarks = new HashMap<>();
    history.entries().forEach(e -> remember(remarks, e));
    account.entries().forEach(e -> remember(remarks, e));
    history.eventsAndDiscounts().forEach(e -> add(all, e, day, "", remarks));
    account.events().forEach(e -> add(all, e, day, "account: ", remarks));
    all.add(new Entry(day, Kind.TODAY, now.verdict() + ": " + now.reason()));
    for (Timeline.Entry each : ahead) {
      if (each.recommendation().invoices().contains(invoice.number())) {
        all.add(new Entry(each.date(), Kind.NEXT, words(each.recommendation())));
      }
    }
    all.sort(Comparator.comparing(Entry::date));
    return new InvoiceStory(invoice.number(), invoice.due(), all);
  }

  static Optional<InvoiceStory> of(Debtor debtor, String invoice, LocalDate asOf) {
    Optional<InvoiceHistory> history =
        debtor.account().invoices().stream()
            .filter(
                h -> h.invoice().number().equals(invoice) && !h.invoice().issued().isAfter(asOf))
            .findFirst();
    Optional<Recommendation> now =
        debtor.now().recommendations().stream()
            .filter(r -> r.subject().invoices().contains(invoice))
            .findFirst();
    return history.isEmpty() || now.isEmpty()
        ? Optional.empty()
        : Optional.of(of(debtor.account(), history.get(), now.get(), debtor.ahead()));
  }

  private static void remember(Map<LedgerEvent, Deque<String>> remarks, BookedEvent entry) {
    entry
        .evidence()
        .remark()
        .ifPresent(
            text -> remarks.computeIfAbsent(entry.event(), e -> new ArrayDeque<>()).add(text));
  }

  /** The event, and what was noted when it was recorded. */
  private static void add(
      List<Entry> all,
      LedgerEvent event,
      LocalDate asOf,
      String before,
      Map<LedgerEvent, Deque<String>> remarks) {
    if (event.date().isAfter(asOf)) {
      return;
    }
    String text = event.toString();
    String date = event.date() + " ";
    Kind kind = event instanceof StepEvent ? Kind.STEP : Kind.EVENT;
    String words = text.startsWith(date) ? text.substring(date.length()) : text;
    Deque<String> noted = remarks.isEmpty() ? null : remarks.get(event);
    String remark = noted == null || noted.isEmpty() ? "" : " (" + noted.poll() + ")";
    all.add(new Entry(event.date(), kind, before + words + remark));
  }

  private static String words(Recommendation taken) {
    return taken.step().orElse("")
        + ": "
        + taken.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and "))
        + taken.approver().map(a -> ", once approved by " + a).orElse("");
  }

  /** The last thing that happened and is no step, such as a returned debit or a contact. */
  Optional<Entry> lastEvent() {
    return entries.stream().filter(e -> e.kind() == Kind.EVENT).reduce((a, b) -> b);
  }

  /** {@return the timeline as an ordered list of HTML, oldest entry first} */
  public Markup markup() {
    Markup list = Markup.tag("ol").with("class", "story");
    for (Entry each : entries) {
      long days = ChronoUnit.DAYS.between(due, each.date());
      list.add(
          Markup.tag("li")
              .with("class", each.kind().key())
              .add(
                  Markup.tag("time").with("datetime", each.date()).text(each.date().toString()),
                  Markup.tag("span").with("class", "age").text(age(days)),
                  Markup.tag("span")
                      .with("class", "what")
                      .add(label(each.kind()))
                      .add(Markup.tag("bdi").text(Shown.line(each.text())))));
    }
    return list;
  }

  /** Such as {@code day 14}: days past due; negative before the due date. */
  static String age(long daysPastDue) {
    return "day " + daysPastDue;
  }

  private static List<Markup> label(Kind kind) {
    return switch (kind) {
      case TODAY -> List.of(Markup.tag("b").text("today "));
      case NEXT -> List.of(Markup.tag("b").text("next "));
      default -> List.of();
    };
  }
}
