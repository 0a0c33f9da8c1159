package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerReaderTest extends CommandFixture {
  private static final String AGING = "aging --as-of 2026-06-30 --format csv";

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    ledger(
        """
        I1,A,2026-05-01,2026-05-31,,EUR,100.00
        I1,A,2026-05-01,2026-05-31,,EUR,100.00
        I2,A,2026-13-01,2026-05-31,,EUR,1.00
        I3,,2026-05-01,,soon,EURO,1.001
        I4,A,2026-05-01,,,JPY,1.5
        I5,A,2026-05-01,2026-05-31,net 30,EUR,"1,00"
        I6,A
        I7,B,2026-05-01,2026-05-31,,USD,1.00
        I8,B,2026-05-01,2026-05-31,,EUR,1.00
        """,
        """
        2026-05-01,I9,,payment,1.00,,,,
        01.05.2026,I1,B,payment,,,,,
        2026-05-01,,Z,hold,,,,,
        2026-05-01,,,contact,,,,pigeon,
        2026-05-01,I1,,cheque,,,,,
        2026-05-01,I1,,payment,1.00 USD,,,,
        2026-05-01,I1,,payment,-1.00,,,,
        2026-05-01,,A,voided,,,,,
        2026-05-01,,B,payment,1.00,,,,
        2026-05-01,I2,,payment,1.00,,,,
        """);
    Run run = run(AGING);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            invoices.csv:3: invoice: the number appears twice, first in line 2: I1
            invoices.csv:4: issued: not a date such as 2026-01-31: 2026-13-01
            invoices.csv:5: customer: must not be blank
            invoices.csv:5: terms: cannot read payment terms at position 1, expected a number: soon
            invoices.csv:5: currency: not a currency code of ISO 4217: EURO
            invoices.csv:6: due: one of due and terms must be given
            invoices.csv:6: amount: amount has more decimals than JPY, which has 0: 1.5
            invoices.csv:7: terms: due and terms are both given, leave one of them blank: net 30
            invoices.csv:7: amount: not an amount with a decimal point: 1,00
            invoices.csv:8: expected 7 fields, as many as in the header, but found: 2
            events.csv:2: invoice: no such invoice: I9
            events.csv:3: date: not a date such as 2026-01-31: 01.05.2026
            events.csv:3: customer: is not the customer of the invoice, A: B
            events.csv:3: amount: must not be blank
            events.csv:4: customer: no such customer: Z
            events.csv:5: invoice: an invoice or a customer must be given
            events.csv:5: channel: not one of email, letter, phone, sms, portal, visit: pigeon
            events.csv:6: type: no such type of event: cheque ("dunning types" prints all)
            events.csv:7: amount: must be in EUR, the currency of the invoice: 1.00 USD
            events.csv:8: amount: must not be negative: -1.00
            and 2 more
            """);
  }

  /** The word that is wrong comes first, then what may be meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paymnet              | maybe payment;
          payment_reversed     | maybe payment-reversed;
          Payment              | maybe payment;
          disputed             | -
          dispute-open         | maybe dispute-opened;
          fee-waved            | maybe fee-waived;
          promised             | maybe promise;
          interest-reverse     | maybe interest-reversed;
          written-of           | maybe written-off;
          opted-on             | maybe opted-in or opted-out;
          xyz                  | -
          """)
  void suggestsATypeForAMisspeltOne(String word, String suggested) throws IOException {
    ledger(ONE_INVOICE, "2026-06-01,I1,," + word + ",1.00,,,,\n");
    assertThat(run(AGING).err())
        .isEqualTo(
            "events.csv:2: type: no such type of event: "
                + word
                + (" (" + (suggested.equals("-") ? "" : suggested + " "))
                + "\"dunning types\" prints all)\n");
  }

  @Test
  void doesNotSearchForWhatAHugeTextMayMean() throws IOException {
    ledger(ONE_INVOICE, "2026-06-01,I1,," + "payment".repeat(10_000) + ",1.00,,,,\n");
    assertThat(run(AGING).err())
        .startsWith("events.csv:2: type: no such type of event: paymentpay")
        .endsWith("... (70000 characters) (\"dunning types\" prints all)\n");
    ledger(ONE_INVOICE, "2026-06-01,I1,,,1.00,,,,\n");
    assertThat(run(AGING).err()).isEqualTo("events.csv:2: type: must not be blank\n");
  }

  @Test
  void saysWhichEventsNeedAnInvoice() throws IOException {
    ledger(
        """
        I1,A,2026-05-01,2026-05-31,,EUR,100.00
        I7,B,2026-05-01,2026-05-31,,USD,1.00
        I8,B,2026-05-01,2026-05-31,,EUR,1.00
        """,
        """
        2026-05-01,,A,voided,,,,,
        2026-05-01,,B,payment,1.00,,,,
        2026-05-01,,B,payment,2.00 EUR,,,,
        """);
    assertThat(run(AGING).err())
        .isEqualTo(
            """
            events.csv:2: invoice: an event of type voided needs an invoice
            events.csv:3: invoice: an amount needs an invoice here, as the customer owes \
            several currencies: EUR, USD
            events.csv:4: invoice: an amount needs an invoice here, as the customer owes \
            several currencies: EUR, USD
            """);
  }

  @Test
  void saysWhatIsWrongWithTheFurtherEvents() throws IOException {
    ledger(
        ONE_INVOICE,
        """
        2026-06-01,I1,,promise,,2026-05-01,,,
        2026-06-01,I1,,insolvency-opened,,2026-05-01,,,
        2026-06-01,,A,dispute-opened,3.00,,,,
        2026-06-01,,A,not-delivered,,,,,
        2026-06-01,I1,,plan-agreed,0,2026-07-01,,,
        2026-06-01,,A,terms-renegotiated,,2026-07-01,,,
        """);
    assertThat(run("next --as-of 2026-06-30 --policy standard-b2b"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                events.csv:2: until: is before the date of the event, 2026-06-01: 2026-05-01
                events.csv:3: until: is before the date of the event, 2026-06-01: 2026-05-01
                events.csv:4: invoice: an event of type dispute-opened with an amount needs an invoice
                events.csv:5: invoice: an event of type not-delivered without a step needs an \
                invoice
                events.csv:6: amount: an instalment must be more than zero: 0
                events.csv:7: invoice: an event of type terms-renegotiated needs an invoice
                """));
  }

  @Test
  void readsCustomersAndSaysWhatIsWrongWithThem() throws IOException {
    ledger("I1,A,2026-01-01,2026-01-31,,EUR,100.00\n", "");
    file(
        "customers.csv",
        """
        customer,kind,country,zones,without,tags
        A,consumer,US,America/Chicago;America/New_York,sms;email,vip
        B,robot,usa,Mars/North,pigeon,
        A,,,,,
        """);
    assertThat(run("next --policy agency-us --as-of 2026-02-08"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                customers.csv:3: kind: not one of business, sole trader, consumer: robot
                customers.csv:3: country: not a code of two capital letters such as US: usa
                customers.csv:3: zones: not a time zone such as America/Chicago: Mars/North
                customers.csv:3: without: not one of email, letter, phone, sms, portal, visit: \
                pigeon
                customers.csv:4: customer: appears twice: A
                """));
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    file("invoices.csv", "invoice,customer\nI1,A\n");
    file("events.csv", EVENTS);
    Run column = run(AGING);
    assertThat(column.code()).isEqualTo(2);
    assertThat(column.err().lines().findFirst())
        .contains("invoices.csv:1: issued: the column is missing, found: invoice,customer");
    file("invoices.csv", "");
    assertThat(run(AGING).err())
        .isEqualTo(
            "invoices.csv:1: the header is missing, expected"
                + " invoice,customer,issued,due,terms,currency,amount\n");
    Run nothing = dunning("aging", "--as-of", "2026-06-30", "--ledger", folder + "/none");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).endsWith("invoices.csv: no such file\n");
  }

  /** A further column that is spelt much like one of the file would be ignored in silence. */
  @ParameterizedTest
  @CsvSource({
    "invoices, boked, booked",
    "invoices, Booked, booked",
    "invoices, vat, -",
    "invoices, name, -",
    "invoices, amounts, -",
    "events, bookd, booked",
    "events, Remarks, remark",
    "events, docmuent, document",
    "events, ID, id",
    "events, it, -",
    "events, region, -",
    "events, name, -",
    "customers, nmae, name",
    "customers, credit limit, credit_limit",
    "customers, creditlimit, credit_limit",
    "customers, zone, zones",
    "customers, city, -",
    "customers, booked, -",
    "persons, channel, channels",
    "persons, langauge, language",
    "persons, email, -"
  })
  void asksAboutAColumnThatIsMisspelt(String file, String column, String meant) throws IOException {
    String invoices = file.equals("invoices") ? "," + column : "";
    String events = file.equals("events") ? "," + column : "";
    file("invoices.csv", INVOICES.strip() + invoices + "\n");
    file("events.csv", EVENTS.strip() + events + "\n");
    file("customers.csv", "customer" + (file.equals("customers") ? "," + column : "") + "\n");
    file(
        "persons.csv",
        "customer,person,role" + (file.equals("persons") ? "," + column : "") + "\n");
    String problem =
        file
            + ".csv:1: "
            + column
            + ": no such column, maybe "
            + meant
            + "; a column of your own needs a name that is less like it\n";
    for (String sorted : List.of("", " --sorted")) {
      assertThat(run(AGING + sorted).err()).isEqualTo(meant.equals("-") ? "" : problem);
      assertThat(run(AGING + sorted).code()).isEqualTo(meant.equals("-") ? 0 : 2);
    }
  }

  /** Beside the column itself, one with a name much like it is another. */
  @Test
  void ignoresAColumnThatIsLikeOneThatIsThere() throws IOException {
    file("invoices.csv", INVOICES.strip() + ",booked,Booked\n");
    file("events.csv", EVENTS);
    assertThat(run(AGING).code()).isZero();
  }

  @Test
  void survivesALineOfTenMegabytes() throws IOException {
    ledger("I1,A,2026-05-01,2026-05-31,,EUR," + "9".repeat(10_000_000) + "\n", "");
    Run run = run(AGING);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("invoices.csv:2: " + TOO_LONG);
  }

  private static final String TOO_LONG =
      "a field is longer than 1,048,576 characters; maybe a quote opens here and is not closed\n";

  /** The line is that where the record begins, also after a record of several lines. */
  @ParameterizedTest
  @CsvSource({"0, 2", "1, 4"})
  void saysWhereAQuoteMayOpen(int before, int line) throws IOException {
    String several = "2026-05-02,I1,A,hold,,,,,\"first\nsecond\"\n";
    String row = "2026-05-03,I1,A,hold-released,,,,,\n";
    ledger(
        ONE_INVOICE, several.repeat(before) + "2026-05-03,I1,\"A,hold,,,,,\n" + row.repeat(40_000));
    for (String sorted : List.of("", " --sorted")) {
      assertThat(run(AGING + sorted))
          .isEqualTo(new Run(2, "", "events.csv:" + line + ": " + TOO_LONG));
    }
  }

  @Test
  void readsAFieldOfTheGreatestLength() throws IOException {
    ledger(ONE_INVOICE, "2026-05-02,I1,,hold,,,,," + "x".repeat((1 << 20) - 100) + "\n");
    assertThat(run(AGING).err()).isEmpty();
  }

  @Test
  void survivesForeignBytes() throws IOException {
    ledger("", "");
    Files.write(
        folder.resolve("invoices.csv"), new byte[] {'i', 'n', (byte) 0xE9, (byte) 0xFF, '\n'});
    Run run = run(AGING);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("invoices.csv:1: cannot be read as UTF-8, save the file in UTF-8: in??\n");
  }

  @Test
  void saysWhereAFileIsNotInUtf8() throws IOException {
    ledger("", "2026-06-01,I2,,payment,5.00,,,,\n");
    Files.writeString(
        folder.resolve("invoices.csv"),
        INVOICES + ONE_INVOICE + "I2,Müller,2026-05-01,2026-05-31,,EUR,1.00\n",
        StandardCharsets.ISO_8859_1);
    assertThat(run(AGING))
        .isEqualTo(
            new Run(
                2,
                "",
                "invoices.csv:3: customer: cannot be read as UTF-8, save the file in UTF-8:"
                    + " M?ller\n"));
  }

  @ParameterizedTest
  @CsvSource({"';', semicolons", "'\t', tabs"})
  void saysThatColumnsAreSeparatedByCommas(String separator, String name) throws IOException {
    ledger("", "");
    file("invoices.csv", (INVOICES + ONE_INVOICE).replace(",", separator));
    String header = INVOICES.strip().replace(",", name.equals("tabs") ? " " : separator);
    assertThat(run(AGING))
        .isEqualTo(
            new Run(
                2,
                "",
                "invoices.csv:1: columns must be separated by commas, found "
                    + (name + ": " + header + "\n")));
  }

  @Test
  void saysWhereAQuoteIsNotClosed() throws IOException {
    ledger(
        "I0,A,2026-05-01,2026-05-31,,EUR,1.00\nI1,\"A,2026-05-01,,,EUR,1.00\n" + ONE_INVOICE, "");
    assertThat(run(AGING).err())
        .isEqualTo(
            """
            invoices.csv:3: a quote opens here and may not be closed; expected 7 fields, as many \
            as in the header, but found: 2
            invoices.csv:3: a quote opens here and is never closed
            """);
    // the quote of the second row closes that of the first
    ledger("\"I1,A,2026-05-01,,,EUR,1.00\nI2\",A,2026-05-01,2026-05-31,,EUR,1.00\n", "");
    assertThat(run(AGING).err())
        .isEqualTo(
            "invoices.csv:2: invoice: a quote opens here and may not be closed, as the value has"
                + " several lines: I1,A,2026-05-01,,,EUR,1.00 I2\n");
    ledger(ONE_INVOICE, "2026-05-01,I1,,hold,,,,,\"why\n2026-05-02,I1,,voided,,,,,\n");
    assertThat(run(AGING).err())
        .isEqualTo("events.csv:2: a quote opens here and is never closed\n");
  }

  @Test
  void takesANoteOfSeveralLines() throws IOException {
    ledger(ONE_INVOICE, "2026-05-01,I1,,hold,,,,,\"the \"\"boss\"\"\nasked\"\n");
    assertThat(rows("next --policy standard-b2b --as-of 2026-06-30"))
        .singleElement()
        .asString()
        .contains("the \"\"boss\"\" asked");
  }

  @Test
  void refusesDatesNearTheEndsOfTime() throws IOException {
    ledger(
        """
        I1,A,-999999999-01-01,2026-05-31,,EUR,1.00
        I2,A,2026-05-01,+999999999-12-31,,EUR,1.00
        I3,A,9999-12-31,,net 30,EUR,1.00
        """,
        "");
    String range = "not between 0001-01-01 and 9999-12-31: ";
    assertThat(run(AGING))
        .isEqualTo(
            new Run(
                2,
                "",
                ("invoices.csv:2: issued: " + range + "-999999999-01-01\n")
                    + ("invoices.csv:3: due: " + range + "+999999999-12-31\n")
                    + ("invoices.csv:4: terms: the due date is " + range + "net 30\n")));
    ledger("I1,A,0001-01-01,0001-01-31,,EUR,1.00\nI2,A,9999-12-31,9999-12-31,,EUR,1.00\n", "");
    assertThat(run("metrics --as-of 9999-12-31").code()).isZero();
    assertThat(run("aging --as-of +10000-01-01").err())
        .isEqualTo("--as-of: " + range + "+10000-01-01\n");
  }

  @Test
  void saysWhatIsWrongWithPersonsAndWaysToPay() throws IOException {
    ledger(ONE_INVOICE, "");
    file(
        "persons.csv",
        """
        customer,person,role,language,channels
        ,Ann,owner,,
        A,,,german!,pigeon
        A,Ann,owner,german!,email; pigeon
        """);
    file(
        "customers.csv",
        """
        customer,mandate,card_link,instalments
        A,M-17,not a link,1
        B,,,many
        """);
    assertThat(run(AGING).err())
        .isEqualTo(
            """
            customers.csv:2: card_link: not an address such as https://pay.example/k-17: not a link
            customers.csv:2: instalments: not a number of 2 or more: 1
            customers.csv:3: instalments: not a number of 2 or more: many
            persons.csv:2: customer: must not be blank
            persons.csv:3: person: must not be blank
            persons.csv:3: role: must not be blank
            persons.csv:4: language: not a language such as de or fr-CH: german!
            persons.csv:4: channels: not one of email, letter, phone, sms, portal, visit: \
            email; pigeon
            """);
  }

  @Test
  void readsWaysToPay() throws IOException {
    ledger(ONE_INVOICE, "");
    file(
        "customers.csv",
        "customer,mandate,card_link,instalments\nA,M-17;M-18,https://pay.example/1,6\n");
    assertThat(LedgerReader.read(folder).accounts().get(0).customer().waysToPay())
        .hasToString(
            "[direct debit by mandate M-17, direct debit by mandate M-18,"
                + " card at https://pay.example/1, up to 6 monthly instalments]");
  }
}
