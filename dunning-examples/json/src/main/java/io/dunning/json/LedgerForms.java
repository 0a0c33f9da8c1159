package io.dunning.json;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Forms of what the books know: invoices, customers, histories and accounts. */
final class LedgerForms {
  private LedgerForms() {}

  static void register(Forms forms) {
    forms.describe(Invoice.class, LedgerForms::invoice);
    forms.describe(Customer.class, LedgerForms::customer);
    forms.describe(BookedEvent.class, LedgerForms::booked);
    forms.describe(InvoiceHistory.class, LedgerForms::history);
    forms.describe(Account.class, LedgerForms::account);
    forms.describe(OpenItem.class, LedgerForms::openItem);
  }

  private static Form<Invoice> invoice(ObjectForm.Draft<Invoice> draft) {
    return draft
        .field("number", String.class, Invoice::number)
        .field("amount", Money.class, Invoice::amount)
        .field("issued", LocalDate.class, Invoice::issued)
        .field("due", LocalDate.class, Invoice::due)
        .list("instalments", Instalment.class, Invoice::instalments)
        .perhaps("terms", PaymentTerms.class, Invoice::terms)
        .perhaps("termsFrom", LocalDate.class, LedgerForms::termsFrom)
        .perhaps("bookedOn", LocalDate.class, LedgerForms::bookedOn)
        .madeBy(LedgerForms::invoice);
  }

  /** Where terms do not count from the invoice date. */
  private static Optional<LocalDate> termsFrom(Invoice invoice) {
    return invoice.termsFrom().filter(d -> !d.equals(invoice.issued()));
  }

  private static Optional<LocalDate> bookedOn(Invoice invoice) {
    return Optional.of(invoice.bookedOn()).filter(d -> !d.equals(invoice.issued()));
  }

  private static Invoice invoice(ObjectForm.Parts parts) {
    LocalDate issued = parts.get("issued");
    LocalDate due = parts.get("due");
    Invoice invoice = Invoice.of(parts.get("number"), parts.get("amount"), issued, due);
    List<Instalment> instalments = parts.get("instalments");
    if (!instalments.isEmpty()) {
      invoice = invoice.inInstalments(instalments);
      if (!invoice.due().equals(due)) {
        throw new IllegalArgumentException(
            "invoice is not due with its last instalment on " + invoice.due() + ": " + due);
      }
    }
    Optional<PaymentTerms> terms = parts.get("terms");
    Optional<LocalDate> from = parts.get("termsFrom");
    if (from.isPresent() && terms.isEmpty()) {
      throw new IllegalArgumentException("invoice has a day for its terms, but no terms");
    }
    if (terms.isPresent()) {
      invoice = invoice.onTerms(terms.get(), from.orElse(issued));
    }
    Optional<LocalDate> booked = parts.get("bookedOn");
    return booked.isPresent() ? invoice.bookedOn(booked.get()) : invoice;
  }

  private static Form<Customer> customer(ObjectForm.Draft<Customer> draft) {
    return draft
        .field("id", String.class, Customer::id)
        .field("name", String.class, Customer::name, "")
        .perhaps("segment", String.class, Customer::segment)
        .perhaps("kind", Customer.Kind.class, Customer::kind)
        .perhaps("country", String.class, Customer::country)
        .list("zones", ZoneId.class, Customer::zones)
        .field("wishes", ContactWishes.class, Customer::wishes, ContactWishes.NONE)
        .field("tags", Forms.generic(SortedSet.class, String.class), Customer::tags)
        .field("facts", Forms.generic(SortedMap.class, String.class, String.class), Customer::facts)
        .field(
            "closedChannels",
            Forms.generic(SortedSet.class, Channel.class),
            Customer::closedChannels)
        .list("persons", ContactPerson.class, Customer::persons)
        .list("waysToPay", WayToPay.class, Customer::waysToPay)
        .perhaps("creditLimit", Money.class, Customer::creditLimit)
        .perhaps("worth", Money.class, Customer::worth)
        .madeBy(LedgerForms::customer);
  }

  private static Customer customer(ObjectForm.Parts parts) {
    Customer customer = Customer.of(parts.get("id"));
    String name = parts.get("name");
    customer = name.isEmpty() ? customer : customer.named(name);
    customer = with(customer, parts.get("segment"), Customer::inSegment);
    customer = with(customer, parts.get("kind"), Customer::ofKind);
    customer = with(customer, parts.get("country"), Customer::inCountry);
    customer = customer.wishing(parts.get("wishes"));
    customer = each(customer, parts.get("zones"), Customer::inZone);
    customer = each(customer, parts.get("tags"), Customer::tagged);
    SortedMap<String, String> facts = parts.get("facts");
    for (var fact : facts.entrySet()) {
      customer = customer.with(fact.getKey(), fact.getValue());
    }
    customer = each(customer, parts.get("closedChannels"), Customer::without);
    customer = each(customer, parts.get("persons"), Customer::withPerson);
    customer = each(customer, parts.get("waysToPay"), Customer::payingBy);
    customer = with(customer, parts.get("creditLimit"), Customer::withCreditLimit);
    return with(customer, parts.get("worth"), Customer::worthKeeping);
  }

  private interface Change<V> {
    Customer apply(Customer to, V value);
  }

  private static <V> Customer with(Customer customer, Optional<V> value, Change<V> change) {
    return value.isPresent() ? change.apply(customer, value.get()) : customer;
  }

  private static <V> Customer each(Customer customer, Iterable<V> values, Change<V> change) {
    Customer all = customer;
    for (V value : values) {
      all = change.apply(all, value);
    }
    return all;
  }

  private static Form<BookedEvent> booked(ObjectForm.Draft<BookedEvent> draft) {
    return draft
        .field("event", LedgerEvent.class, BookedEvent::event)
        .perhaps("bookedOn", LocalDate.class, LedgerForms::bookedOn)
        .field("evidence", Evidence.class, BookedEvent::evidence, Evidence.NONE)
        .madeBy(
            parts -> {
              LedgerEvent event = parts.get("event");
              Optional<LocalDate> on = parts.get("bookedOn");
              return new BookedEvent(event, on.orElse(event.date()), parts.get("evidence"));
            });
  }

  private static Optional<LocalDate> bookedOn(BookedEvent entry) {
    return Optional.of(entry.bookedOn()).filter(d -> !d.equals(entry.event().date()));
  }

  private static Form<InvoiceHistory> history(ObjectForm.Draft<InvoiceHistory> draft) {
    return draft
        .field("invoice", Invoice.class, InvoiceHistory::invoice)
        .list("entries", BookedEvent.class, InvoiceHistory::entries)
        .madeBy(parts -> InvoiceHistory.ofBooked(parts.get("invoice"), parts.get("entries")));
  }

  private static Form<Account> account(ObjectForm.Draft<Account> draft) {
    return draft
        .field("customer", Customer.class, Account::customer)
        .list("invoices", InvoiceHistory.class, Account::invoices)
        .list("entries", BookedEvent.class, Account::entries)
        .madeBy(
            parts ->
                Account.ofBooked(
                    parts.get("customer"), parts.get("invoices"), parts.get("entries")));
  }

  private static Form<OpenItem> openItem(ObjectForm.Draft<OpenItem> draft) {
    return draft
        .field("customer", String.class, OpenItem::customer)
        .field("invoice", String.class, OpenItem::invoice)
        .field("amount", Money.class, OpenItem::amount)
        .field("due", LocalDate.class, i -> LocalDate.ofEpochDay(i.dueDay()))
        .field("issued", LocalDate.class, i -> LocalDate.ofEpochDay(i.issuedDay()))
        .field("claim", OpenItem.Claim.class, OpenItem::claim, OpenItem.Claim.PLAIN)
        .madeBy(
            parts -> {
              OpenItem.Claim claim = parts.get("claim");
              OpenItem item =
                  OpenItem.of(
                      parts.get("customer"),
                      parts.get("invoice"),
                      parts.get("amount"),
                      parts.get("issued"),
                      parts.get("due"));
              return claim == OpenItem.Claim.PLAIN ? item : item.claimed(claim);
            });
  }
}
