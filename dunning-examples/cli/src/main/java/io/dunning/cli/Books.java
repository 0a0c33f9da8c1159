package io.dunning.cli;

import io.dunning.action.ContactPerson;
import io.dunning.event.BookedEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The invoices, events and customers that were read so far; makes accounts of them. */
final class Books {
  private final Map<String, InvoicePage> invoices = new HashMap<>();
  private final Map<String, CustomerPage> pages = new TreeMap<>(PlainOrder.BY_CODE_POINT);
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<String, List<ContactPerson>> persons = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  /** Where events are entered: at an invoice, or at a customer. */
  abstract static class Page {
    private List<BookedEvent> events = List.of();

    void enter(BookedEvent event) {
      if (events.isEmpty()) {
        events = new ArrayList<>(2);
      }
      events.add(event);
    }

    /** The currencies of what is owed, in their order; empty if that is not known. */
    abstract List<CurrencyUnit> currencies();

    /** False if the row of an invoice could not be read, so that its events cannot be entered. */
    abstract boolean isReadable();

    List<BookedEvent> events() {
      return JoinedPlans.of(events);
    }
  }

  /** An invoice and its events. */
  static final class InvoicePage extends Page {
    private final Invoice invoice;
    private final String customer;
    private final long line;

    private InvoicePage(Invoice invoice, String customer, long line) {
      this.invoice = invoice;
      this.customer = customer;
      this.line = line;
    }

    /** The customer; null if that could not be read. */
    String customer() {
      return customer;
    }

    long line() {
      return line;
    }

    @Override
    boolean isReadable() {
      return invoice != null;
    }

    @Override
    List<CurrencyUnit> currencies() {
      return isReadable() ? List.of(invoice.amount().currency()) : List.of();
    }
  }

  /** The invoices of a customer, and the events that concern all of them. */
  static final class CustomerPage extends Page {
    private final List<InvoicePage> invoices = new ArrayList<>();

    @Override
    boolean isReadable() {
      return true;
    }

    @Override
    List<CurrencyUnit> currencies() {
      TreeSet<CurrencyUnit> all = new TreeSet<>();
      invoices.forEach(each -> all.addAll(each.currencies()));
      return List.copyOf(all);
    }
  }

  void add(Invoice invoice, String customer, long line) {
    InvoicePage page = new InvoicePage(invoice, word(customer), line);
    invoices.put(invoice.number(), page);
    pages.computeIfAbsent(page.customer, c -> new CustomerPage()).invoices.add(page);
  }

  /** Keeps the number of an unreadable invoice, so that its events are not reported as well. */
  void addUnreadable(String number, String customer, long line) {
    invoices.put(number, new InvoicePage(null, customer, line));
  }

  /** Adds a customer; false if it was there before. */
  boolean add(Customer customer) {
    return customers.put(customer.id(), customer) == null;
  }

  /** Adds a contact person of a customer. */
  void add(String customer, ContactPerson person) {
    persons.computeIfAbsent(customer, c -> new ArrayList<>(2)).add(person);
  }

  /** A customer with the persons who are known there. */
  private Customer known(String id) {
    Customer customer = customers.getOrDefault(id, Customer.of(id));
    for (ContactPerson each : persons.getOrDefault(id, List.of())) {
      customer = customer.withPerson(each);
    }
    return customer;
  }

  /** An invoice by its number; null if there is none. */
  InvoicePage invoice(String number) {
    return invoices.get(number);
  }

  /** A customer who has invoices; null if there is none. */
  CustomerPage customer(String id) {
    return pages.get(id);
  }

  /** The same string for the same text, so that a large ledger holds each name once. */
  String word(String text) {
    return words.computeIfAbsent(text, t -> t);
  }

  /** The accounts, by customer. Notes a problem where invoices and events do not fit together. */
  List<Account> accounts(Problems problems) {
    List<Account> accounts = new ArrayList<>(pages.size());
    pages.forEach((id, page) -> addAccount(accounts, id, page, problems));
    return accounts;
  }

  /** The customers whom a row names, but no invoice. */
  List<Customer> customersWithoutInvoices() {
    TreeSet<String> ids = new TreeSet<>(PlainOrder.BY_CODE_POINT);
    ids.addAll(customers.keySet());
    ids.addAll(persons.keySet());
    ids.removeAll(pages.keySet());
    return ids.stream().map(this::known).toList();
  }

  private void addAccount(List<Account> accounts, String id, CustomerPage page, Problems problems) {
    List<InvoiceHistory> histories = new ArrayList<>(page.invoices.size());
    for (InvoicePage each : page.invoices) {
      try {
        histories.add(InvoiceHistory.ofBooked(each.invoice, each.events()));
      } catch (IllegalArgumentException e) {
        problems.add(LedgerFiles.INVOICES, each.line, "amount", e.getMessage(), null);
      }
    }
    try {
      accounts.add(Account.ofBooked(known(id), histories, page.events()));
    } catch (IllegalArgumentException e) {
      long line = page.invoices.get(0).line;
      problems.add(LedgerFiles.INVOICES, line, "amount", e.getMessage(), null);
    }
  }
}
