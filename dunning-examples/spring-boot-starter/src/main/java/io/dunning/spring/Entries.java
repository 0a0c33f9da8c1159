package io.dunning.spring;

import io.dunning.evaluation.Posting;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** What the books take: names that fit into an index, texts of whole characters, likely dates. */
final class Entries {
  /** The longest id of a customer or number of an invoice. */
  static final int LONGEST_NAME = 200;

  /** The longest idempotency key. */
  static final int LONGEST_KEY = 255;

  private static final int YEARS_BACK = 50;
  private static final int YEARS_AHEAD = 10;

  private Entries() {}

  /**
   * A name under which the starter itself enters something once: the text, or a UUID made of it, if
   * the text is longer than a name may be.
   */
  static String name(String text) {
    return text.length() <= LONGEST_NAME
        ? text
        : UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static void requireName(String what, String name, int longest) {
    if (name.length() > longest) {
      throw new IllegalArgumentException(
          what + " has more than " + longest + " characters: " + name.length());
    }
    if (name.indexOf(0) >= 0) {
      throw new IllegalArgumentException(what + " has a NUL character, which cannot be stored");
    }
    wellFormed(name);
  }

  /** Refuses half a character, which no encoding can store. */
  static String wellFormed(String text) {
    boolean half =
        text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (half) {
      throw new IllegalArgumentException(
          "text has half a character (a surrogate without the other), which cannot be stored");
    }
    return text;
  }

  /** Refuses an invoice with a date that is surely mistyped. */
  static void requireDates(Invoice invoice, LocalDate today) {
    LocalDate issued = invoice.issued();
    if (issued.isAfter(today.plusYears(1))) {
      throw new IllegalArgumentException(
          "invoice is issued on " + issued + ", more than a year after today, " + today);
    }
    if (issued.isBefore(today.minusYears(YEARS_BACK))) {
      throw new IllegalArgumentException(
          "invoice is issued on "
              + issued
              + ", more than "
              + YEARS_BACK
              + " years before today, "
              + today);
    }
    requireDue(invoice, "invoice", invoice.due());
    invoice.instalments().forEach(each -> requireDue(invoice, "instalment", each.due()));
  }

  /** A credit note can have the due date of the invoice that it is about. */
  private static void requireDue(Invoice invoice, String what, LocalDate due) {
    LocalDate issued = invoice.issued();
    LocalDate earliest = invoice.amount().isNegative() ? issued.minusYears(YEARS_BACK) : issued;
    if (due.isBefore(earliest)) {
      throw new IllegalArgumentException(
          what + " is due on " + due + ", before the invoice date, " + issued);
    }
    if (due.isAfter(issued.plusYears(YEARS_AHEAD))) {
      throw new IllegalArgumentException(
          what
              + " is due on "
              + due
              + ", more than "
              + YEARS_AHEAD
              + " years after the invoice date, "
              + issued);
    }
  }

  /** Refuses an event with a date that is surely mistyped. */
  static void requireDate(Posting posting, Account account, LocalDate today) {
    LocalDate date = posting.event().date();
    if (date.isAfter(today.plusYears(1))) {
      throw new IllegalArgumentException(
          "event is dated " + date + ", more than a year after today, " + today);
    }
    for (InvoiceHistory history : account.invoices()) {
      Invoice each = history.invoice();
      if (posting.invoice().filter(each.number()::equals).isPresent()) {
        if (date.isBefore(each.issued().minusYears(1))) {
          throw new IllegalArgumentException(
              "event is dated " + date + ", more than a year before its invoice, " + each.issued());
        }
        return;
      }
    }
    if (date.isBefore(today.minusYears(YEARS_BACK))) {
      throw new IllegalArgumentException(
          "event is dated " + date + ", more than " + YEARS_BACK + " years before today, " + today);
    }
  }
}
