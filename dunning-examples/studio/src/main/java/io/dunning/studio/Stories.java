package io.dunning.studio;

import io.dunning.action.DunningAction;
import io.dunning.check.World;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.reports.InvoiceStory;
import io.dunning.reports.Markup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The story of an explored world as a timeline. */
final class Stories {
  private Stories() {}

  /** Who owes what, and a timeline in days past due of the first invoice. */
  static Markup of(World world) {
    List<InvoiceStory.Entry> entries = new ArrayList<>();
    List<InvoiceHistory> invoices = world.start().invoices();
    boolean several = invoices.size() > 1;
    for (InvoiceHistory each : invoices) {
      Invoice invoice = each.invoice();
      String name = several ? invoice.number() + " " : "";
      entries.add(date(invoice.issued(), name + "issued over " + invoice.amount()));
      entries.add(date(invoice.due(), name + "due"));
      each.events().forEach(e -> entries.add(event(e, name)));
    }
    world.moments().forEach(m -> entries.add(moment(m, several)));
    if (entries.stream().noneMatch(e -> !e.date().isBefore(world.lastDay()))) {
      entries.add(date(world.lastDay(), "nothing more"));
    }
    entries.sort(Comparator.comparing(InvoiceStory.Entry::date));
    Invoice first = invoices.get(0).invoice();
    String who = world.toString().lines().findFirst().orElse("");
    return Markup.tag("div")
        .add(
            Markup.tag("p").with("class", "note").text("Debtor " + who),
            new InvoiceStory(first.number(), first.due(), entries).markup());
  }

  private static InvoiceStory.Entry date(LocalDate day, String text) {
    return new InvoiceStory.Entry(day, InvoiceStory.Kind.DATE, text);
  }

  private static InvoiceStory.Entry event(LedgerEvent event, String about) {
    String text = event.toString();
    String day = event.date() + " ";
    String words = text.startsWith(day) ? text.substring(day.length()) : text;
    return new InvoiceStory.Entry(event.date(), InvoiceStory.Kind.EVENT, about + words);
  }

  private static InvoiceStory.Entry moment(World.Moment moment, boolean several) {
    String about = several ? moment.invoice().map(i -> i + " ").orElse("") : "";
    if (moment.event().isPresent()) {
      return event(moment.event().get(), about);
    }
    var step = moment.step().orElseThrow();
    String actions =
        step.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and "));
    return new InvoiceStory.Entry(
        moment.day(), InvoiceStory.Kind.STEP, about + step.step().orElseThrow() + ": " + actions);
  }
}
