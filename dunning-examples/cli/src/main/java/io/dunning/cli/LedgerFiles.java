package io.dunning.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The files of a ledger: their names, the columns they need, and how they are opened. */
final class LedgerFiles {
  static final String INVOICES = "invoices.csv";
  static final String EVENTS = "events.csv";

  /** A ledger may do without these files. */
  static final String CUSTOMERS = "customers.csv";

  static final String PERSONS = "persons.csv";

  static final List<String> ALL = List.of(INVOICES, EVENTS, CUSTOMERS, PERSONS);

  /** Stands for bytes that are not UTF-8. */
  static final char MALFORMED = '\uFFFF';

  static final List<Column> INVOICE_COLUMNS =
      List.of(
          Column.INVOICE,
          Column.CUSTOMER,
          Column.ISSUED,
          Column.DUE,
          Column.TERMS,
          Column.CURRENCY,
          Column.AMOUNT);
  static final List<Column> EVENT_COLUMNS =
      List.of(
          Column.DATE,
          Column.INVOICE,
          Column.CUSTOMER,
          Column.TYPE,
          Column.AMOUNT,
          Column.UNTIL,
          Column.STEP,
          Column.CHANNEL,
          Column.NOTE);
  static final List<Column> CUSTOMER_COLUMNS = List.of(Column.CUSTOMER);
  static final List<Column> PERSON_COLUMNS = List.of(Column.CUSTOMER, Column.PERSON, Column.ROLE);

  /** What invoices may have as well. */
  private static final List<Column> FURTHER_OF_INVOICES = List.of(Column.BOOKED);

  /** What events may have as well. */
  private static final List<Column> FURTHER_OF_EVENTS =
      List.of(
          Column.BOOKED,
          Column.ID,
          Column.BY,
          Column.PROPOSED,
          Column.REASON,
          Column.PERSON,
          Column.AUTHOR,
          Column.TIME,
          Column.REMARK,
          Column.DOCUMENT);

  /** What customers may have as well. */
  private static final List<Column> FURTHER_OF_CUSTOMERS =
      List.of(
          Column.NAME,
          Column.SEGMENT,
          Column.TAGS,
          Column.KIND,
          Column.COUNTRY,
          Column.ZONES,
          Column.WITHOUT,
          Column.MANDATE,
          Column.CARD_LINK,
          Column.INSTALMENTS,
          Column.CREDIT_LIMIT,
          Column.WORTH,
          Column.ADDRESS);

  /** What contact persons may have as well. */
  private static final List<Column> FURTHER_OF_PERSONS = List.of(Column.LANGUAGE, Column.CHANNELS);

  private LedgerFiles() {}

  static CsvTable invoices(Problems problems) {
    return new CsvTable(INVOICES, INVOICE_COLUMNS, FURTHER_OF_INVOICES, problems);
  }

  static CsvTable events(Problems problems) {
    return new CsvTable(EVENTS, EVENT_COLUMNS, FURTHER_OF_EVENTS, problems);
  }

  static CsvTable customers(Problems problems) {
    return new CsvTable(CUSTOMERS, CUSTOMER_COLUMNS, FURTHER_OF_CUSTOMERS, problems);
  }

  static CsvTable persons(Problems problems) {
    return new CsvTable(PERSONS, PERSON_COLUMNS, FURTHER_OF_PERSONS, problems);
  }

  /** Opens a file of a folder; a missing file of customers or persons reads as an empty one. */
  static Reader open(Path folder, String file, UnaryOperator<InputStream> watched) {
    try {
      return open(watched.apply(Files.newInputStream(folder.resolve(file))));
    } catch (NoSuchFileException e) {
      if (file.equals(CUSTOMERS) || file.equals(PERSONS)) {
        return Reader.nullReader();
      }
      throw new BadInputException(folder.resolve(file) + ": no such file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads UTF-8, with {@link #MALFORMED} in place of other bytes. */
  static Reader open(InputStream in) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MALFORMED))));
  }

  /** The source, or null if it is empty: an empty file of customers or persons needs no header. */
  static Reader orNull(Reader source) {
    try {
      BufferedReader buffered = new BufferedReader(source);
      buffered.mark(1);
      if (buffered.read() < 0) {
        buffered.close();
        return null;
      }
      buffered.reset();
      return buffered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
