package io.dunning.spark;

import io.dunning.action.Channel;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of an account: an invoice, an event or the customer.
 *
 * @param kind what it is
 * @param number the number of the invoice; null if the row is about the account
 * @param isDated whether there is a day
 * @param day the epoch day of the event, or on which the invoice was issued; 0 without one
 * @param hasDue whether there is a due day
 * @param due the epoch day on which an invoice is due; 0 without one
 * @param hasMinor whether there is an amount
 * @param minor the amount in minor units; 0 without one
 * @param text the currency of an invoice or payment, or the name of a step; or null
 * @param channel how a step went out; or null
 * @param json what columns do not tell; or null
 */
record LedgerRow(
    Kind kind,
    String number,
    boolean isDated,
    int day,
    boolean hasDue,
    int due,
    boolean hasMinor,
    long minor,
    String text,
    String channel,
    String json) {
  static final JsonMapper MAPPER = DunningJson.mapper();

  static LedgerRow of(Row row) {
    Kind kind = Kind.of(row.getByte(SortedRows.KIND));
    boolean isDated = !row.isNullAt(SortedRows.DAY);
    boolean hasAmount = !row.isNullAt(SortedRows.MINOR);
    boolean hasDue = !row.isNullAt(SortedRows.DUE);
    return new LedgerRow(
        kind,
        row.getString(SortedRows.NUMBER),
        isDated,
        isDated ? row.getInt(SortedRows.DAY) : 0,
        hasDue,
        hasDue ? row.getInt(SortedRows.DUE) : 0,
        hasAmount,
        hasAmount ? row.getLong(SortedRows.MINOR) : 0,
        row.getString(SortedRows.TEXT),
        row.getString(SortedRows.CHANNEL),
        row.getString(SortedRows.JSON));
  }

  /** Whether a row of an account table can tell this. */
  boolean isPlain() {
    if (json != null || minor < 0) {
      return false;
    }
    return switch (kind) {
      case PAYMENT, DISPUTE -> number != null;
      default -> true;
    };
  }

  CurrencyUnit currency() {
    return CurrencyUnit.of(text);
  }

  Channel channelOfStep() {
    return Channel.parse(channel);
  }

  /** A decision about an earlier day goes by the column. */
  private void checkDay(LocalDate ofJson) {
    if (!isDated || !date().equals(ofJson)) {
      throw new BadPortfolioException(
          "column day must be the day that json tells, "
              + ofJson
              + ": "
              + (isDated ? date() : "none"));
    }
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(day);
  }

  /**
   * The invoice that the row tells.
   *
   * @throws BadPortfolioException if its columns and its JSON tell different ones
   */
  Invoice invoice() {
    Invoice plain =
        Invoice.of(number, Money.ofMinor(minor, currency()), date(), LocalDate.ofEpochDay(due));
    if (json == null) {
      return plain;
    }
    Invoice ofJson = MAPPER.readValue(json, Invoice.class);
    if (!ofJson.number().equals(number)
        || !ofJson.amount().equals(plain.amount())
        || !ofJson.issued().equals(plain.issued())
        || !ofJson.due().equals(plain.due())) {
      throw new BadPortfolioException(
          "columns and json of invoice " + number + " tell different invoices: " + ofJson);
    }
    return ofJson;
  }

  /**
   * The event that the row tells.
   *
   * @param of the invoice that it is about; null if it is about the account
   */
  BookedEvent event(Invoice of) {
    if (json != null) {
      BookedEvent ofJson = MAPPER.readValue(json, BookedEvent.class);
      checkDay(ofJson.event().date());
      return ofJson;
    }
    LedgerEvent event =
        switch (kind) {
          case PAYMENT ->
              LedgerEvent.payment(
                  date(), Money.ofMinor(minor, of == null ? currency() : of.amount().currency()));
          case DISPUTE -> LedgerEvent.dispute(date(), "");
          default ->
              channel == null
                  ? LedgerEvent.stepTaken(date(), text)
                  : LedgerEvent.stepTaken(date(), text, channelOfStep());
        };
    return new BookedEvent(event, date());
  }
}
