package io.dunning.law;

import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.VISIT;
import static io.dunning.conduct.ContactLimit.notWith;
import static io.dunning.conduct.ContactLimit.only;
import static io.dunning.conduct.Jurisdiction.country;

import io.dunning.action.PersonRole;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * "What if that were law?" The part of a change that can be counted: a longest term of payment
 * among businesses, or rules of contact. Nothing but an assumption that you make yourself applies
 * law that is not in force. Immutable and thread-safe.
 *
 * @param id of the change, or a name of your own
 * @param countries whose customers it concerns, as two letters of ISO 3166-1
 * @param longestTermDays how many days after the invoice date an invoice falls due at the latest;
 *     empty to leave terms as they are
 * @param issuedFrom the first invoice date to which the longest term applies; empty for all
 * @param contact the rules of contact that come on top; empty for none
 */
public record LawAssumption(
    String id,
    Set<String> countries,
    OptionalInt longestTermDays,
    Optional<LocalDate> issuedFrom,
    Optional<ContactRules> contact) {

  /** Member states of the European Union, as of 2026. */
  private static final Set<String> UNION =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  /**
   * The draft of the Reserve Bank of India as far as it can be clocked: calls and visits from 08:00
   * to 19:00, and none with relatives or colleagues.
   */
  private static final ContactRules INDIA =
      ContactRules.of(
              "IN-RBI-RECOVERY",
              only(WeeklyHours.daily("08:00", "19:00"), PHONE, VISIT),
              notWith(PersonRole.THIRD_PARTY))
          .within(country("IN").forDebts(Jurisdiction.Debt.CREDIT))
          .from("draft of the Reserve Bank of India of 2026-02-12", "verified");

  private static final Map<String, ContactRules> CONTACT = Map.of(INDIA.name(), INDIA);

  /**
   * An assumption of your own.
   *
   * @param id of the change, or a name of your own
   * @param countries whose customers it concerns
   * @param longestTermDays how many days after the invoice date an invoice falls due at the latest
   * @param issuedFrom the first invoice date to which the longest term applies
   * @param contact the rules of contact that come on top
   * @throws IllegalArgumentException if it changes nothing, or the longest term is negative
   */
  public LawAssumption {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(countries, "countries");
    Objects.requireNonNull(longestTermDays, "longestTermDays");
    Objects.requireNonNull(issuedFrom, "issuedFrom");
    Objects.requireNonNull(contact, "contact");
    countries = Set.copyOf(countries);
    if (longestTermDays.isEmpty() && contact.isEmpty()) {
      throw new IllegalArgumentException("assumption changes nothing: " + id);
    }
    if (longestTermDays.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "longest term is negative: " + longestTermDays.getAsInt() + " days");
    }
  }

  /**
   * Assumes that a change of law is in force.
   *
   * @param change the change
   * @return the assumption, for all invoices
   * @throws IllegalArgumentException if the change was dropped, or nothing in it can be counted
   */
  public static LawAssumption that(LawChange change) {
    Objects.requireNonNull(change, "change");
    if (change.status() == LawChange.Status.DROPPED) {
      throw new IllegalArgumentException("change was dropped: " + change.id());
    }
    Optional<ContactRules> contact = Optional.ofNullable(CONTACT.get(change.id()));
    if (change.longestTermDays().isEmpty() && contact.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing in it can be counted: "
              + change.id()
              + "\nMaybe an assumption of your own, once you have read its text");
    }
    Set<String> where = change.country().equals("EU") ? UNION : Set.of(change.country());
    return new LawAssumption(
        change.id(), where, change.longestTermDays(), Optional.empty(), contact);
  }

  /**
   * {@return this assumption for invoices from a day on}
   *
   * @param first the first invoice date to which the longest term applies, included
   */
  public LawAssumption forInvoicesFrom(LocalDate first) {
    Objects.requireNonNull(first, "first");
    return new LawAssumption(id, countries, longestTermDays, Optional.of(first), contact);
  }

  /**
   * An account as it would be: each invoice of a business in one of the countries falls due no
   * later than the longest term allows. Whoever is not known to be a consumer counts as a business;
   * who is in no known country is left alone. New terms, plans and other agreements stay as they
   * are.
   *
   * @param account the account
   * @return the account; the same one if nothing differs
   */
  public Account apply(Account account) {
    Objects.requireNonNull(account, "account");
    Customer customer = account.customer();
    boolean concerned =
        longestTermDays.isPresent()
            && customer.country().filter(countries::contains).isPresent()
            && customer.kind().filter(k -> k == Customer.Kind.CONSUMER).isEmpty();
    return concerned ? account.mapInvoices(this::apply) : account;
  }

  private InvoiceHistory apply(InvoiceHistory history) {
    Invoice invoice = history.invoice();
    LocalDate last = invoice.issued().plusDays(longestTermDays.orElseThrow());
    boolean early = issuedFrom.filter(f -> invoice.issued().isBefore(f)).isPresent();
    return early || !invoice.due().isAfter(last)
        ? history
        : InvoiceHistory.ofBooked(dueBy(invoice, last), history.entries());
  }

  private static Invoice dueBy(Invoice invoice, LocalDate last) {
    Invoice capped = Invoice.of(invoice.number(), invoice.amount(), invoice.issued(), last);
    capped = capped.bookedOn(invoice.bookedOn());
    if (!invoice.instalments().isEmpty()) {
      List<Instalment> parts =
          invoice.instalments().stream()
              .map(p -> p.due().isAfter(last) ? new Instalment(last, p.amount()) : p)
              .toList();
      capped = capped.inInstalments(parts);
    }
    if (invoice.terms().isEmpty()) {
      return capped;
    }
    return capped.onTerms(invoice.terms().get(), invoice.termsFrom().orElse(invoice.issued()));
  }

  /** Such as {@code GB-CPB: at most 60 days to pay}. */
  @Override
  public String toString() {
    String term =
        longestTermDays.isPresent() ? "at most " + longestTermDays.getAsInt() + " days to pay" : "";
    String from = issuedFrom.map(d -> " for invoices from " + d).orElse("");
    String both = longestTermDays.isPresent() && contact.isPresent() ? "; " : "";
    return id + ": " + term + from + both + contact.map(ContactRules::toString).orElse("");
  }
}
