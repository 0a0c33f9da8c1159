package io.dunning.cli;

import io.dunning.action.ContactPerson;
import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.WayToPay;
import io.dunning.terms.WayToPay.CardLink;
import io.dunning.terms.WayToPay.DirectDebit;
import io.dunning.terms.WayToPay.InInstalments;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the rows of a ledger's files. What has no cell is left out; whoever writes a ledger has to
 * read it again, and to compare.
 */
final class LedgerRows {
  private final CsvFile customers = new CsvFile(LedgerFiles.CUSTOMER_COLUMNS);
  private final CsvFile persons = new CsvFile(LedgerFiles.PERSON_COLUMNS);
  private final CsvFile invoices = new CsvFile(LedgerFiles.INVOICE_COLUMNS);
  private final CsvFile events = new CsvFile(LedgerFiles.EVENT_COLUMNS);

  /** The files by name; one of persons only if there are any. */
  Map<String, CsvFile> files() {
    Map<String, CsvFile> all = new TreeMap<>();
    all.put(LedgerFiles.CUSTOMERS, customers);
    all.put(LedgerFiles.INVOICES, invoices);
    all.put(LedgerFiles.EVENTS, events);
    if (!persons.isEmpty()) {
      all.put(LedgerFiles.PERSONS, persons);
    }
    return all;
  }

  /** Adds the rows of a line. */
  void add(LedgerLine line, int source) {
    if (line instanceof OfCustomer customer) {
      add(customer.of(), source);
    } else if (line instanceof OfInvoice invoice) {
      add(invoice, source);
    } else if (line instanceof OfEvent event) {
      add(event, source);
    }
  }

  private void add(Customer customer, int source) {
    String id = customer.id();
    boolean named = !customer.name().equals(Customer.of(id).name());
    customers
        .row(source)
        .with(Column.CUSTOMER, id)
        .with(Column.NAME, named ? customer.name() : null)
        .with(Column.SEGMENT, customer.segment().orElse(null))
        .with(Column.ADDRESS, customer.facts().get(CustomerRow.ADDRESS))
        .with(Column.KIND, customer.kind().orElse(null))
        .with(Column.COUNTRY, customer.country().orElse(null))
        .withAll(Column.ZONES, customer.zones())
        .withAll(Column.TAGS, customer.tags())
        .withAll(Column.WITHOUT, customer.closedChannels())
        .withAll(Column.MANDATE, ways(customer, DirectDebit.class, DirectDebit::mandate))
        .withAll(Column.CARD_LINK, ways(customer, CardLink.class, CardLink::link))
        .with(Column.CREDIT_LIMIT, customer.creditLimit().orElse(null))
        .with(Column.WORTH, customer.worth().orElse(null))
        .withAll(Column.INSTALMENTS, ways(customer, InInstalments.class, InInstalments::most));
    for (ContactPerson each : customer.persons()) {
      persons
          .row(source)
          .with(Column.CUSTOMER, id)
          .with(Column.PERSON, each.name())
          .with(Column.ROLE, each.role().name())
          .with(Column.LANGUAGE, each.language().map(l -> l.toLanguageTag()).orElse(null))
          .withAll(Column.CHANNELS, each.channels());
    }
  }

  private static <W extends WayToPay> List<Object> ways(
      Customer customer, Class<W> of, Function<W, Object> cell) {
    return customer.waysToPay().stream()
        .filter(of::isInstance)
        .map(w -> cell.apply(of.cast(w)))
        .toList();
  }

  private void add(OfInvoice line, int source) {
    Invoice invoice = line.invoice();
    Optional<String> terms = terms(invoice);
    invoices
        .row(source)
        .with(Column.INVOICE, invoice.number())
        .with(Column.CUSTOMER, line.customer())
        .with(Column.ISSUED, invoice.issued())
        .with(Column.DUE, terms.isPresent() ? null : invoice.due())
        .with(Column.TERMS, terms.orElse(null))
        .with(Column.CURRENCY, invoice.amount().currency().code())
        .with(Column.AMOUNT, Rows.text(invoice.amount()))
        .with(
            Column.BOOKED, invoice.bookedOn().equals(invoice.issued()) ? null : invoice.bookedOn());
  }

  /** What says when the invoice is due, unless that is a day only. */
  private static Optional<String> terms(Invoice invoice) {
    return invoice.instalments().isEmpty()
        ? invoice.terms().map(PaymentTerms::toString)
        : schedule(invoice).map(PaymentSchedule::toString);
  }

  /** A schedule with the instalments of an invoice; empty if there is none. */
  private static Optional<PaymentSchedule> schedule(Invoice invoice) {
    List<PaymentSchedule.Part> parts = new ArrayList<>();
    List<Instalment> all = invoice.instalments();
    try {
      for (Instalment each : all) {
        long days = ChronoUnit.DAYS.between(invoice.issued(), each.due());
        PaymentTerms net = PaymentTerms.net(Math.toIntExact(days));
        boolean last = parts.size() == all.size() - 1;
        parts.add(
            last ? PaymentSchedule.remainder(net) : PaymentSchedule.fixed(each.amount(), net));
      }
      return Optional.of(PaymentSchedule.of(parts.toArray(new PaymentSchedule.Part[0])));
    } catch (IllegalArgumentException | ArithmeticException e) {
      // due before the invoice date, say; whoever compares will tell
      return Optional.empty();
    }
  }

  private void add(OfEvent line, int source) {
    LedgerEvent event = line.entry().event();
    if (event instanceof PlanAgreed plan) {
      for (Instalment each : plan.instalments()) {
        add(
            line,
            new PlanAgreed(plan.date(), List.of(each), plan.settles(), plan.proposedOn()),
            source);
      }
    } else {
      add(line, event, source);
    }
  }

  private void add(OfEvent line, LedgerEvent event, int source) {
    EventType type = EventType.of(event);
    EventType.Cells cells = type.cells(event);
    BookedEvent entry = line.entry();
    Evidence evidence = entry.evidence();
    boolean later = !entry.bookedOn().equals(event.date());
    events
        .row(source)
        .with(Column.DATE, event.date())
        .with(Column.INVOICE, line.number().orElse(null))
        .with(Column.CUSTOMER, line.customer())
        .with(Column.TYPE, type)
        .with(Column.AMOUNT, cells.amount() == null ? null : Rows.text(cells.amount()))
        .with(Column.UNTIL, cells.until())
        .with(Column.STEP, cells.step())
        .with(Column.CHANNEL, cells.channel())
        .with(Column.NOTE, cells.note().isEmpty() ? null : cells.note())
        .with(Column.ID, cells.id())
        .with(Column.BY, cells.by())
        .with(Column.PROPOSED, cells.proposed())
        .with(Column.REASON, cells.why())
        .with(Column.PERSON, cells.person())
        .with(Column.BOOKED, later ? entry.bookedOn() : null)
        .with(Column.AUTHOR, evidence.author().orElse(null))
        .with(Column.TIME, evidence.time().orElse(null))
        .with(Column.REMARK, evidence.remark().orElse(null))
        .with(Column.DOCUMENT, evidence.document().orElse(null));
  }
}
