package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DunningTest {
  private static final String INVOICES = "invoice,customer,issued,due,terms,currency,amount\n";
  private static final String EVENTS =
      "date,invoice,customer,type,amount,until,step,channel,note\n";

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private void ledger(String invoices, String events) throws IOException {
    Files.writeString(folder.resolve("invoices.csv"), INVOICES + invoices);
    Files.writeString(folder.resolve("events.csv"), EVENTS + events);
  }

  private Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Dunning.run(new PrintWriter(out), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  private Run on(String invoices, String events, String... args) throws IOException {
    Files.writeString(folder.resolve("invoices.csv"), invoices);
    Files.writeString(folder.resolve("events.csv"), events);
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--ledger";
    all[args.length + 1] = folder.toString();
    return run(all);
  }

  private Run aging(String invoices, String events) throws IOException {
    return on(
        INVOICES + invoices, EVENTS + events, "aging", "--as-of", "2026-06-30", "--format", "csv");
  }

  @Test
  void agesALedger() throws IOException {
    Run run =
        aging(
            """
            I1,A,2026-05-01,2026-05-31,,EUR,100.00
            I2,B,2026-06-01,,2/10 net 30,EUR,50.5
            """,
            """
            2026-06-30,I1,,payment,40.00,,,,
            2026-07-01,I1,A,payment,60.00,,,,
            """);
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                as_of,currency,band,amount,count
                2026-06-30,EUR,not due,50.50,1
                2026-06-30,EUR,1-30,60.00,1
                2026-06-30,EUR,31-60,0.00,0
                2026-06-30,EUR,61-90,0.00,0
                2026-06-30,EUR,91+,0.00,0
                2026-06-30,EUR,total,110.50,2
                """,
                ""));
  }

  @Test
  void agesByCustomerAndInvoiceWithCredits() throws IOException {
    String invoices = INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n";
    String events = EVENTS + "2026-06-01,I1,,payment,120.00,,,,\n";
    Run customer =
        on(
            invoices,
            events,
            "aging",
            "--as-of",
            "2026-05-31,2026-06-30",
            "--by",
            "customer",
            "--bands",
            "30",
            "--basis",
            "issue-date",
            "--format",
            "csv");
    assertThat(customer.out)
        .isEqualTo(
            """
            as_of,customer,currency,band,amount,count
            2026-05-31,A,EUR,0-30,100.00,1
            2026-05-31,A,EUR,31+,0.00,0
            2026-05-31,A,EUR,total,100.00,1
            2026-06-30,A,EUR,credit,20.00,1
            """);
    Run invoice =
        on(
            invoices,
            events,
            "aging",
            "--as-of",
            "2026-06-30",
            "--by",
            "invoice",
            "--format",
            "json");
    assertThat(invoice.out)
        .isEqualTo(
            """
            [
            {"as_of":"2026-06-30","customer":"A","invoice":"I1","currency":"EUR","band":"credit",\
            "amount":"20.00","count":"1"}
            ]
            """);
  }

  @Test
  void readsEveryTypeOfEvent() throws IOException {
    Run run =
        on(
            "customer,invoice,amount,currency,terms,due,issued\nA,I1,90.00,EUR,,2026-05-31,2026-05-01\n",
            EVENTS
                + """
                2026-06-01,I1,,payment,10.00 EUR,,,,
                2026-06-02,I1,,payment-reversed,10.00,,,,
                2026-06-03,I1,,credit,5.00,,,,
                2026-06-03,I1,,refund,0.00,,,,
                2026-06-04,I1,,dispute-opened,,,,,broken
                2026-06-05,I1,,dispute-resolved,,,,,
                2026-06-06,I1,,promise,,2026-06-08,,,
                2026-06-07,I1,,promise-withdrawn,,,,,
                2026-06-08,,A,hold,,2026-06-09,,,holiday
                2026-06-09,,A,hold-released,,,,,
                2026-06-10,I1,,step-taken,,,friendly reminder,email,
                2026-06-11,I1,,step-withdrawn,,,friendly reminder,,
                2026-06-12,I1,,customer-replied,,,,,sorry
                2026-06-13,,A,contact,,,,phone,
                2026-06-14,I1,,written-off,,,,,
                2026-06-15,I1,,voided,,,,,
                """,
            "next",
            "--as-of",
            "2026-06-13,2026-06-15",
            "--policy",
            "standard-b2b",
            "--all",
            "--format",
            "csv");
    assertThat(run.err).isEmpty();
    assertThat(run.out.lines())
        .containsExactly(
            String.join(",", NextCommand.COLUMNS),
            "A,I1,EUR,85.00,wait,friendly reminder,,,2026-06-20,\"friendly reminder: last contact on"
                + " 2026-06-13, the next is allowed on 2026-06-20\"",
            "A,I1,,,closed,,,,,nothing is owed: voided since 2026-06-14");
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    Run run =
        aging(
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
    assertThat(run.code).isEqualTo(2);
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .isEqualTo(
            """
            invoices.csv:3: invoice: number appears twice, first in line 2: I1
            invoices.csv:4: issued: not a date such as 2026-01-31: 2026-13-01
            invoices.csv:5: customer: is needed: (blank)
            invoices.csv:5: terms: cannot read payment terms at position 1, expected a number: soon
            invoices.csv:5: currency: not a currency code of ISO 4217: EURO
            invoices.csv:6: due: one of due and terms is needed: (blank)
            invoices.csv:6: amount: amount has more decimals than JPY, which has 0: 1.5
            invoices.csv:7: terms: one of due and terms is needed: net 30
            invoices.csv:7: amount: not an amount with a decimal point: 1,00
            invoices.csv:8: row has another number of fields than the header, 7 expected: 2
            events.csv:2: invoice: no such invoice: I9
            events.csv:3: date: not a date such as 2026-01-31: 01.05.2026
            events.csv:3: customer: not the customer of the invoice, who is A: B
            events.csv:3: amount: is needed: (blank)
            events.csv:4: customer: no such customer: Z
            events.csv:5: invoice: an invoice or a customer is needed: (blank)
            events.csv:5: channel: not one of email, letter, phone, sms, portal, visit: pigeon
            events.csv:6: type: not one of payment, payment-reversed, credit, refund, \
            dispute-opened, dispute-resolved, promise, promise-withdrawn, plan-agreed, \
            settlement-offered, settlement-accepted, settlement-lapsed, \
            plan-cancelled, deferral, terms-renegotiated, hold, hold-released, step-taken, \
            step-withdrawn, step-approved, step-refused, delivered, not-delivered, contact, \
            contact-by-customer, contact-invited, opted-out, opted-in, notice-given, customer-replied, customer-asks-for-time, customer-disputes, \
            customer-promises, customer-refuses, insolvency-opened, insolvency-closed, \
            breathing-space, breathing-space-ended, cease-contact, cease-contact-lifted, deceased, \
            estate-settled, handed-over, recalled, fee-assessed, fee-waived, fee-reinstated, fee-reversed, interest-assessed, interest-waived, interest-reinstated, interest-reversed, written-off, voided: cheque
            events.csv:7: amount: in another currency than the invoice, which is in EUR: 1.00 USD
            events.csv:8: amount: amount of an event is negative: -1.00
            and 2 more
            """);
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Run column = on("invoice,customer\nI1,A\n", EVENTS, "aging", "--as-of", "2026-06-30");
    assertThat(column.code).isEqualTo(2);
    assertThat(column.err.lines().findFirst())
        .contains("invoices.csv:1: issued: column is missing, found: invoice,customer");
    Run empty = on("", EVENTS, "aging", "--as-of", "2026-06-30");
    assertThat(empty.err)
        .isEqualTo(
            "invoices.csv:1: no header, expected"
                + " invoice,customer,issued,due,terms,currency,amount: (blank)\n");
    Run nothing = run("aging", "--as-of", "2026-06-30", "--ledger", folder + "/none");
    assertThat(nothing.code).isEqualTo(2);
    assertThat(nothing.err).endsWith("invoices.csv: no such file\n");
  }

  @Test
  void survivesALineOfTenMegabytesAndForeignBytes() throws IOException {
    Run longLine = aging("I1,A,2026-05-01,2026-05-31,,EUR," + "9".repeat(10_000_000) + "\n", "");
    assertThat(longLine.code).isEqualTo(2);
    assertThat(longLine.err).startsWith("invoices.csv:2: cannot be read as CSV");
    assertThat(longLine.err).hasSizeLessThan(300);
    Files.write(
        folder.resolve("invoices.csv"), new byte[] {'i', 'n', (byte) 0xE9, (byte) 0xFF, '\n'});
    Run bytes = run("aging", "--as-of", "2026-06-30", "--ledger", folder.toString());
    assertThat(bytes.code).isEqualTo(2);
    assertThat(bytes.err).contains("invoices.csv:1: cannot be read");
  }

  @Test
  void refusesOptionsThatMakeNoSense() throws IOException {
    assertThat(run("aging", "--as-of", "yesterday", "--ledger", "x"))
        .isEqualTo(new Run(2, "", "--as-of: not a date such as 2026-01-31: yesterday\n"));
    assertThat(run("aging", "--as-of", "2026-06-30", "--bands", "30,30", "--ledger", "x").err)
        .isEqualTo("--bands: aging limits do not rise from 1: [30, 30]\n");
    assertThat(run("aging", "--as-of", "2026-06-30", "--bands", "x", "--ledger", "x").err)
        .isEqualTo("--bands: not whole numbers with commas between: x\n");
    assertThat(run("aging", "--as-of", "2026-06-30", "--basis", "x", "--ledger", "x").err)
        .isEqualTo("--basis: not due-date or issue-date: x\n");
    assertThat(run("next", "--as-of", "2026-06-30", "--policy", "x", "--ledger", "x").err)
        .isEqualTo(
            "--policy: not one of standard-b2b, courteous-consumer, account-b2b, german-b2b, agency-us, endgame-b2b: x\n");
    assertThat(
            run(
                    "simulate",
                    "--from",
                    "2026-06-30",
                    "--to",
                    "2026-06-29",
                    "--ladder",
                    "3",
                    "--ledger",
                    "x")
                .err)
        .isEqualTo("--to: lies before --from 2026-06-30: 2026-06-29\n");
    assertThat(
            run(
                    "simulate",
                    "--from",
                    "2026-06-30",
                    "--to",
                    "2026-06-30",
                    "--ladder",
                    "9,3",
                    "--ledger",
                    "x")
                .err)
        .contains(
            "step \"2\": comes after \"1\" (9 days past due), but is reached earlier (3 days past due)");
    assertThat(run("nonsense").code).isEqualTo(2);
    assertThat(run("aging").code).isEqualTo(2);
    Run stranger =
        on(
            INVOICES,
            EVENTS,
            "explain",
            "--as-of",
            "2026-06-30",
            "--policy",
            "standard-b2b",
            "--invoice",
            "I1");
    assertThat(stranger).isEqualTo(new Run(2, "", "--invoice: no such invoice: I1\n"));
    Run nobody =
        on(
            INVOICES,
            EVENTS,
            "explain",
            "--as-of",
            "2026-06-30",
            "--policy",
            "standard-b2b",
            "--customer",
            "A");
    assertThat(nobody.err).isEqualTo("--customer: no such customer: A\n");
  }

  @Test
  void explainsAndSimulates() throws IOException {
    String invoices = INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n";
    Run text =
        on(
            invoices,
            EVENTS,
            "explain",
            "--as-of",
            "2026-06-03",
            "--policy",
            "standard-b2b",
            "--customer",
            "A");
    assertThat(text.out).startsWith("I1: send reminder by email, friendly\n  as of 2026-06-03");
    Run data =
        on(
            invoices,
            EVENTS,
            "explain",
            "--as-of",
            "2026-06-03",
            "--policy",
            "standard-b2b",
            "--invoice",
            "I1",
            "--format",
            "csv");
    assertThat(data.out.lines())
        .hasSize(7)
        .contains(
            "2026-06-03,I1,act,yes,friendly reminder: 3 days past due was reached on 2026-06-03");
    Run simulated =
        on(
            invoices,
            EVENTS + "2026-06-28,I1,,payment,100.00,,,,\n",
            "simulate",
            "--from",
            "2026-05-01",
            "--to",
            "2026-12-31",
            "--ladder",
            "3,14,28",
            "--format",
            "csv");
    assertThat(simulated.out)
        .isEqualTo(
            """
            date,customer,invoice,step,action,open,currency
            2026-06-03,A,I1,1,send notice 1 by email,100.00,EUR
            2026-06-14,A,I1,2,send notice 2 by email,100.00,EUR
            """);
    Run preset =
        on(
            invoices,
            EVENTS,
            "simulate",
            "--from",
            "2026-05-01",
            "--to",
            "2026-12-31",
            "--policy",
            "account-b2b");
    assertThat(preset.out).contains("stop supply");
  }

  @Test
  void theSampleLedgerShowsEveryVerdict() {
    List<Verdict> verdicts =
        TourCommand.sample().accounts().stream()
            .flatMap(
                a ->
                    Command.EVALUATOR
                        .evaluate(Presets.STANDARD_B2B, a, TourCommand.TODAY)
                        .recommendations()
                        .stream())
            .map(Recommendation::verdict)
            .distinct()
            .toList();
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(TourCommand.sample().accounts()).hasSize(15);
  }

  @Test
  void theTourShowsItAll() {
    Run run = run("tour");
    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains("What is open on 2026-06-30")
        .contains("Insolvia GmbH INV-1035")
        .contains("2026-05-04 promise to pay 3400.00 EUR by 2026-05-20")
        .contains("and if nobody pays")
        .contains("owed: 3400.00 EUR, fees 40.00 EUR, interest 72.71 EUR: 3512.71 EUR");
  }

  @Test
  void readsTheNeededColumnsOfEveryTypeOfEvent() throws IOException {
    StringBuilder events = new StringBuilder();
    for (EventType type : EventType.values()) {
      // after the day that is asked for, so that all are read and none counts
      String amount = type.needs("amount") ? "1.00" : "";
      events.append("2026-08-01,I1,,").append(type).append(',').append(amount);
      events.append(type.needs("until") ? ",2026-09-01," : ",,");
      events.append(type.needs("step") ? "call," : ",");
      events.append(type.needs("channel") ? "phone," : ",").append("\n");
    }
    Run run =
        on(
            INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n",
            EVENTS + events,
            "next",
            "--as-of",
            "2026-06-30",
            "--policy",
            "standard-b2b",
            "--format",
            "csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("A,I1,EUR,100.00,act,friendly reminder");
  }

  private String verdict(String events, String day, String... more) throws IOException {
    String[] args = {
      "next", "--as-of", day, "--policy", "standard-b2b", "--format", "csv", "--all"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    Run run = on(INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n", events, all);
    assertThat(run.err()).isEmpty();
    return run.out().lines().skip(1).findFirst().orElseThrow();
  }

  @Test
  void decidesByTheFurtherFacts() throws IOException {
    assertThat(verdict(EVENTS + "2026-06-01,,A,insolvency-opened,,,,,court 7\n", "2026-06-20"))
        .contains("hold", "insolvent (court 7) since 2026-06-01: only a person may go on");
    assertThat(
            verdict(
                EVENTS
                    + "2026-06-01,I1,,plan-agreed,50.00,2026-06-10,,,\n"
                    + "2026-06-01,I1,,plan-agreed,50.00,2026-07-10,,,\n"
                    + "2026-06-09,I1,,payment,50.00,,,,\n",
                "2026-06-20"))
        .contains("hold", "payment plan of 2026-06-01 is kept, next 50.00 EUR due 2026-07-10")
        .contains("2026-07-16");
    assertThat(
            verdict(
                EVENTS
                    + "2026-06-03,I1,,step-taken,,,friendly reminder,email,\n"
                    + "2026-06-04,I1,,not-delivered,,,friendly reminder,email,\n",
                "2026-06-20"))
        .contains("send reminder by letter,letter");
    assertThat(verdict(EVENTS + "2026-06-01,I1,,deferral,,2026-07-01,,,\n", "2026-06-20"))
        .contains("not due", "deferred to 2026-07-01");
    assertThat(verdict(EVENTS + "2026-06-01,I1,,dispute-opened,30.00,,,,broken\n", "2026-06-20"))
        .contains("act,friendly reminder");
    assertThat(verdict(EVENTS + "2026-06-01,I1,,terms-renegotiated,,2026-07-01,,,\n", "2026-06-20"))
        .contains("not overdue: due on 2026-07-01");
  }

  @Test
  void answersAsItWasKnown() throws IOException {
    String events =
        "date,invoice,customer,type,amount,until,step,channel,note,booked\n"
            + "2026-06-01,I1,,payment,100.00,,,,,2026-06-25\n";
    assertThat(verdict(events, "2026-06-20")).contains("closed");
    assertThat(verdict(events, "2026-06-20", "--known-on", "2026-06-20"))
        .contains("act,friendly reminder");
  }

  @Test
  void saysWhatIsWrongWithTheFurtherEvents() throws IOException {
    Run run =
        on(
            INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n",
            EVENTS
                + "2026-06-01,I1,,promise,,2026-05-01,,,\n"
                + "2026-06-01,,A,dispute-opened,3.00,,,,\n"
                + "2026-06-01,,A,not-delivered,,,,,\n"
                + "2026-06-01,I1,,plan-agreed,0,2026-07-01,,,\n"
                + "2026-06-01,,A,terms-renegotiated,,2026-07-01,,,\n",
            "next",
            "--as-of",
            "2026-06-30",
            "--policy",
            "standard-b2b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "events.csv:2: until: lies before the date, 2026-06-01: 2026-05-01",
            "events.csv:3: invoice: an event of type dispute-opened over a part needs an invoice",
            "events.csv:4: invoice: an event of type not-delivered without a step needs an invoice",
            "events.csv:5: amount: an instalment is not more than zero: 0",
            "events.csv:6: invoice: an event of type terms-renegotiated needs an invoice");
  }

  @Test
  void wrapsAnExplanationAndPrintsItAsData() throws IOException {
    String[] args = {
      "explain", "--as-of", "2026-06-01", "--policy", "standard-b2b", "--invoice", "I1"
    };
    String invoices = INVOICES + "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n";
    String[] narrow = Arrays.copyOf(args, args.length + 2);
    narrow[args.length] = "--width";
    narrow[args.length + 1] = "60";
    Run text = on(invoices, EVENTS, narrow);
    assertThat(text.out().lines()).allMatch(l -> l.length() <= 60);
    assertThat(text.out()).contains("~ would be friendly reminder from 2026-06-03");
    String[] data = Arrays.copyOf(args, args.length + 2);
    data[args.length] = "--format";
    data[args.length + 1] = "csv";
    assertThat(on(invoices, EVENTS, data).out())
        .contains("2026-06-01,I1,wait,flip,would be friendly reminder from 2026-06-03");
  }

  private static final String LATE =
      """
      I1,A,2026-01-01,2026-01-31,,EUR,365.00
      I2,A,2026-01-01,2026-01-31,,EUR,365.00
      I3,A,2026-01-01,2026-01-31,,EUR,365.00
      I4,A,2026-01-01,2026-02-28,,EUR,365.00
      I5,A,2026-01-01,2026-01-31,,EUR,365.00
      """;

  private static final String PAID =
      """
      2026-02-10,I1,A,payment,365.00,,,,
      2026-01-31,I2,A,payment,365.00,,,,
      2026-02-05,I3,A,payment,65.00,,,,
      2026-02-03,I5,A,voided,,,,,
      """;

  private Run interest(String... options) throws IOException {
    List<String> all = new java.util.ArrayList<>(List.of("interest", "--format", "csv"));
    all.addAll(List.of(options));
    return on(INVOICES + LATE, EVENTS + PAID, all.toArray(new String[0]));
  }

  @Test
  void printsTheInterestOfWhatWasLate() throws IOException {
    assertThat(interest("--as-of", "2026-02-20", "--rate", "10").out())
        .isEqualTo(
            """
            invoice,customer,currency,from,to,days,principal,interest
            I1,A,EUR,2026-02-01,2026-02-10,10,365.00,1.00
            I3,A,EUR,2026-02-01,2026-02-20,20,365.00,1.73
            """);
  }

  /** What the guide prints below its commands is what they print. */
  @ParameterizedTest
  @CsvSource({"late-charges.md, 2", "conduct.md, 1"})
  void printsWhatTheGuideSays(String page, int commands) throws IOException {
    Path docs = Path.of("../../docs/guide");
    String guide = Files.readString(docs.resolve(page));
    int found = 0;
    for (String line : guide.lines().filter(l -> l.contains("dunning.jar ")).toList()) {
      String command = line.substring(line.indexOf("dunning.jar ") + 12);
      String[] args =
          java.util.regex.Pattern.compile("\"([^\"]*)\"|(\\S+)")
              .matcher(command.replace("docs/guide", docs.toString()))
              .results()
              .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
              .toArray(String[]::new);
      int start = guide.indexOf("```text\n", guide.indexOf(line)) + 8;
      assertThat(run(args).out()).isEqualTo(guide.substring(start, guide.indexOf("```", start)));
      found++;
    }
    assertThat(found).isEqualTo(commands);
  }

  @Test
  void readsCustomersAndSaysWhatIsWrongWithThem() throws IOException {
    ledger("I1,A,2026-01-01,2026-01-31,,EUR,100.00\n", "");
    Files.writeString(
        folder.resolve("customers.csv"),
        """
        customer,kind,country,zones,without,tags
        A,consumer,US,America/Chicago;America/New_York,sms;email,vip
        B,robot,usa,Mars/North,pigeon,
        A,,,,,
        """);
    Run run =
        run(
            "next",
            "--ledger",
            folder.toString(),
            "--policy",
            "agency-us",
            "--as-of",
            "2026-02-08");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            customers.csv:3: kind: not one of business, sole trader, consumer: robot
            customers.csv:3: country: not two capital letters such as US: usa
            customers.csv:3: zones: not a time zone such as America/Chicago: Mars/North
            customers.csv:3: without: not one of email, letter, phone, sms, portal, visit: pigeon
            customers.csv:4: customer: appears twice: A
            """);
  }

  @Test
  void readsEventsOfContactAndSettlement() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,100.00\n",
        """
        2026-02-02,I1,A,contact,,,,phone,"nobody, required notice, by an agency"
        2026-02-02,I1,A,contact-invited,,2026-02-05,,,
        2026-02-03,I1,A,opted-out,,,,phone,
        2026-02-03,I1,A,opted-in,,,,phone,
        2026-02-03,I1,A,notice-given,,,mandate,,
        2026-02-04,I1,A,settlement-offered,70.00,2026-02-18,,,
        2026-02-05,I1,A,settlement-lapsed,,,,,
        2026-02-06,I1,A,settlement-accepted,35.00,2026-02-20,,,
        2026-02-06,I1,A,settlement-accepted,35.00,2026-03-20,,,
        """);
    List<String> events =
        LedgerReader.read(folder).accounts().get(0).invoices().get(0).events().stream()
            .map(Object::toString)
            .toList();
    assertThat(events)
        .containsExactly(
            "2026-02-02 contact by phone, reached nobody, required notice, by an agency",
            "2026-02-02 contact invited until 2026-02-05",
            "2026-02-03 opted out of phone",
            "2026-02-03 opted in to phone",
            "2026-02-03 notice given: mandate",
            "2026-02-04 settlement offered: 70.00 EUR until 2026-02-18",
            "2026-02-05 settlement lapsed",
            "2026-02-06 settlement accepted: 35.00 EUR due 2026-02-20, 35.00 EUR due 2026-03-20");
  }

  @Test
  void ranksTheRoutesOfAnOldDebt() throws IOException {
    ledger("I1,A,2026-01-01,2026-01-31,,EUR,20000.00\n", "");
    Run run =
        run(
            "explain",
            "--ledger",
            folder.toString(),
            "--policy",
            "endgame-b2b",
            "--as-of",
            "2026-05-31",
            "--invoice",
            "I1");
    assertThat(run.out())
        .contains("  1. settle ")
        .contains("  2. agency ")
        .contains("  4. write off 0.00 EUR");
  }

  @Test
  void reportsHowWellTheScorecardTold() throws IOException {
    ledger(
        """
        I1,A,2026-01-01,2026-01-31,,EUR,100.00
        I2,A,2026-03-01,2026-03-31,,EUR,100.00
        """,
        "2026-02-20,I1,A,payment,100.00,,,,\n");
    assertThat(
            run(
                    "risk",
                    "--ledger",
                    folder.toString(),
                    "--from",
                    "2026-03-01",
                    "--to",
                    "2026-04-01",
                    "--format",
                    "csv")
                .out())
        .isEqualTo(
            """
            model,probability,invoices,late,share_late,ranking
            scorecard,92%,1,1,1.0000,
            scorecard,all,1,1,1.0000,0
            late last time,100%,1,1,1.0000,
            late last time,all,1,1,1.0000,0
            """);
    assertThat(
            run("risk", "--ledger", folder.toString(), "--from", "2026-03-01", "--to", "2026-02-01")
                .err())
        .isEqualTo("--to: lies before --from 2026-03-01: 2026-02-01\n");
    assertThat(
            run(
                    "risk",
                    "--ledger",
                    folder.toString(),
                    "--from",
                    "2026-03-01",
                    "--to",
                    "2026-04-01",
                    "--days-before",
                    "-1")
                .err())
        .isEqualTo("--days-before: is negative: -1\n");
  }

  @Test
  void measuresCollectingAndCustomers() throws IOException {
    ledger(
        """
        I1,A,2026-03-01,2026-03-31,,EUR,100.00
        I2,A,2026-02-01,2026-03-03,,EUR,50.00
        """,
        "2026-03-13,I2,,payment,50.00,,,,\n");
    Run currency =
        run("metrics", "--ledger", folder.toString(), "--as-of", "2026-03-31", "--format", "csv");
    assertThat(currency.out())
        .startsWith(
            """
            as_of,currency,metric,value
            2026-03-31,EUR,ar_total,100.00
            2026-03-31,EUR,ar_not_due,100.00
            2026-03-31,EUR,ar_overdue,0.00
            2026-03-31,EUR,sales_month,100.00
            2026-03-31,EUR,sales_90d,150.00
            2026-03-31,EUR,dso_month,31.0000
            2026-03-31,EUR,dso_90d,60.0000
            """)
        .contains("2026-03-31,EUR,overdue_weighted_days_past_due,\n")
        .contains("2026-03-31,EUR,avg_days_late_paid_month,10.0000\n");
    Run customer =
        run(
            "metrics",
            "--ledger",
            folder.toString(),
            "--as-of",
            "2026-03-31",
            "--by",
            "customer",
            "--format",
            "csv");
    assertThat(customer.out())
        .startsWith(
            """
            as_of,customer,currency,metric,value
            2026-03-31,A,EUR,invoices,2
            2026-03-31,A,EUR,settled,1
            2026-03-31,A,EUR,late,1
            2026-03-31,A,EUR,late_ratio,1.0000
            """)
        .endsWith("2026-03-31,A,EUR,band,chronic\n");
  }

  @Test
  void listsWhatIsDueFirstThingsFirst() throws IOException {
    ledger(
        """
        I1,A,2026-01-01,2026-03-20,,EUR,100.00
        I2,B,2026-01-01,2026-03-10,,USD,150.00
        I3,C,2026-01-01,2026-03-31,,EUR,900.00
        """,
        "");
    Run list =
        run(
            "worklist",
            "--ledger",
            folder.toString(),
            "--as-of",
            "2026-03-31",
            "--order",
            "amount",
            "--rate",
            "USD=0.5",
            "--format",
            "csv");
    assertThat(list.out())
        .isEqualTo(
            """
            place,customer,invoice,step,action,overdue,currency,worth,reason
            1,A,I1,friendly reminder,send reminder by email,100.00,EUR,100,100.00 EUR overdue
            2,B,I2,friendly reminder,send reminder by email,150.00,USD,75,150.00 USD overdue
            """);
    Run first =
        run(
            "worklist",
            "--ledger",
            folder.toString(),
            "--as-of",
            "2026-03-31",
            "--order",
            "age",
            "--capacity",
            "1",
            "--format",
            "csv");
    assertThat(first.out().lines().toList()).hasSize(2);
    assertThat(first.out()).contains("1,B,I2,").contains(",21,21 days past due");
    for (String[] wrong :
        new String[][] {
          {"--order", "size", "--order: not one of gain, amount, age, risk: size\n"},
          {"--rate", "USD=x", "--rate: not a rate such as 0.92: x\n"},
          {"--rate", "dollar=1", "--rate: not a currency code of ISO 4217: dollar\n"},
          {"--capacity", "-1", "--capacity: is negative: -1\n"},
        }) {
      assertThat(
              run(
                      "worklist",
                      "--ledger",
                      folder.toString(),
                      "--as-of",
                      "2026-03-31",
                      wrong[0],
                      wrong[1])
                  .err())
          .isEqualTo(wrong[2]);
    }
  }

  @Test
  void saysWhatIsWrongWithInterest() throws IOException {
    String day = "2027-02-01";
    assertThat(interest("--as-of", day, "--base", "DE", "--margin", "3"))
        .isEqualTo(
            new Run(
                2,
                "",
                "no German base rate is known for 2027-01-01\nMaybe: add it with --rates\n"));
    assertThat(interest("--as-of", day, "--rate", "x").err())
        .isEqualTo("--rate: percentage is not a decimal number: x\n");
    assertThat(interest("--as-of", day, "--rate", "3", "--margin", "1").err())
        .isEqualTo("--margin: needs --base: 1\n");
    assertThat(interest("--as-of", day, "--rate", "3", "--fixed-at-start").err())
        .isEqualTo("--fixed-at-start: needs --base\n");
    assertThat(interest("--as-of", day, "--rate", "3", "--pays", "me").err())
        .isEqualTo("--pays: not known: me\n");
    assertThat(interest("--as-of", day, "--rate", "3", "--day-count", "x").err())
        .startsWith("--day-count: no such day count: x\nMaybe one of ACT/365F");
    assertThat(interest("--as-of", day, "--regime", "XX").err())
        .startsWith("--regime: no such regime: XX\nMaybe one of [AT-456");
    assertThat(interest("--as-of", day, "--rate", "3", "--invoice", "I9").err())
        .isEqualTo("--invoice: no such invoice: I9\n");
    assertThat(interest("--as-of", day, "--base", "DE", "--invoice", "I3").err())
        .isEqualTo("I3: no German base rate is known for 2027-01-01\nMaybe: add it with --rates\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e20000000", "1e999999999", "-1e2147483647", "1e-999999999"})
  void refusesARateWithAHugeExponentAtOnce(String rate) {
    String many = " has more than 100 digits before or behind the decimal point: ";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Run run = interest("--as-of", "2026-02-20", "--rate", rate);
          assertThat(run.code()).isEqualTo(2);
          assertThat(run.err()).startsWith("--rate: percentage" + many);
          Run margin = interest("--as-of", "2026-02-20", "--base", "DE", "--margin", rate);
          assertThat(margin.code()).isEqualTo(2);
          assertThat(margin.err()).startsWith("--margin: percentage" + many);
          Path rates = folder.resolve("rates.csv");
          Files.writeString(rates, "from,through,percent,source\n2026-01-01,," + rate + ",b\n");
          assertThat(interest("--as-of", "2026-02-20", "--base", "DE", "--rates", rates.toString()))
              .isEqualTo(
                  new Run(
                      2,
                      "",
                      "rates.csv:2: percent: not a percentage such as 9.15: " + rate + "\n"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e19", "1e99", "1.0000000000000000001", "999999999999999999"})
  void saysThatInterestIsTooLargeWithoutAStackTrace(String rate) throws IOException {
    Run run = interest("--as-of", "2026-02-20", "--rate", rate);
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "the interest is more than an amount can hold\n"
                    + "Maybe: look for a rate that is too high or has too many decimals\n"));
  }

  @Test
  void shortensWhatItQuotesFromOptionsAndFiles() throws IOException {
    String text = "x".repeat(100_000);
    String shown = "x".repeat(60) + "... (100000 characters)\n";
    assertThat(interest("--as-of", text, "--rate", "1").err())
        .isEqualTo("--as-of: not a date such as 2026-01-31: " + shown);
    for (String option : List.of("--rate", "--base", "--regime")) {
      assertThat(interest("--as-of", "2026-02-20", option, text).err())
          .isEqualTo(option + ": more than 200 characters: " + shown);
    }
    assertThat(interest("--as-of", "2026-02-20", "--rate", "1", "--pays", text).err())
        .isEqualTo("--pays: more than 200 characters: " + shown);
    assertThat(interest("--as-of", "2026-02-20", "--rate", "1", "--invoice", text).err())
        .isEqualTo("--invoice: no such invoice: " + shown);
    assertThat(aging("I1,A,2026-05-01,," + text + ",EUR,1.00\n", "").err())
        .isEqualTo(
            "invoices.csv:2: terms: payment terms have more than 10000 characters: " + shown);
    assertThat(
            aging(
                    "I1," + text + ",2026-05-01,2026-05-31,,EUR,1.00\n",
                    "2026-05-02,I1,B,payment,1.00,,,,\n")
                .err())
        .isEqualTo(
            "events.csv:2: customer: not the customer of the invoice, who is "
                + shown.strip()
                + ": B\n");
  }

  @Test
  void addsRatesFromAFile() throws IOException {
    Path rates = folder.resolve("rates.csv");
    Files.writeString(
        rates, "from,through,percent,source\n2026-01-01,2026-12-31,5,bank\n2027-01-01,,7,bank\n");
    assertThat(
            interest(
                    "--as-of",
                    "2027-01-02",
                    "--base",
                    "DE",
                    "--margin",
                    "5",
                    "--rates",
                    rates.toString())
                .out())
        .contains("I4,A,EUR,2026-03-01,2027-01-02,308,365.00,30.84");
    Files.writeString(
        rates, "from,through,percent,source\nx,2026-12-31,y,b\n2027-01-01,2026-01-01,1,b\n");
    assertThat(interest("--as-of", "2027-01-02", "--base", "DE", "--rates", rates.toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                rates.csv:2: from: not a date such as 2026-01-31: x
                rates.csv:2: percent: not a percentage such as 9.15: y
                rates.csv:3: through: lies before from: 2026-01-01
                """));
    assertThat(interest("--as-of", "2027-01-02", "--base", "DE", "--rates", "nowhere.csv").err())
        .isEqualTo("--rates: cannot be read: nowhere.csv\n");
  }

  @Test
  void readsCharges() throws IOException {
    Run run =
        on(
            INVOICES + "I1,A,2026-01-01,2026-01-31,,EUR,365.00\n",
            EVENTS
                + """
                2026-02-05,I1,A,fee-assessed,5.00,,first notice,,
                2026-02-06,I1,A,dispute-opened,,,,,price
                2026-02-08,I1,A,dispute-resolved,,,,,customer won
                2026-02-09,I1,A,interest-assessed,0.50,,,,
                2026-02-10,I1,A,interest-waived,,,,,
                2026-02-10,I1,A,interest-reinstated,0.20,,,,
                2026-02-11,I1,A,interest-reversed,0.10,,,,
                2026-02-11,I1,A,fee-waived,1.00,,,,
                2026-02-12,I1,A,fee-reinstated,0.50,,,,
                2026-02-12,I1,A,fee-reversed,2.00,,first notice,,
                """,
            "interest",
            "--as-of",
            "2026-02-20",
            "--rate",
            "10",
            "--invoice",
            "I1");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("2026-02-05  2026-02-05     1  fee ")
        .contains("owed: 365.00 EUR, fees 2.50 EUR, interest 1.20 EUR: 368.70 EUR");
  }

  @Test
  void explainsWhatAStepCharges() throws IOException {
    Run run =
        on(
            INVOICES + "I1,A,2026-01-01,2026-01-31,,EUR,1000.00\n",
            EVENTS + "2026-02-05,I1,A,step-taken,,,Zahlungserinnerung,email,\n",
            "explain",
            "--as-of",
            "2026-02-15",
            "--policy",
            "german-b2b",
            "--invoice",
            "I1");
    assertThat(run.out())
        .contains("I1: send notice 1 by letter and assess charges")
        .contains("owed 1000.00 EUR, fees 40.00 EUR, interest 4.22 EUR: 1044.22 EUR")
        .contains("assess fee 40.00 EUR on I1, interest 4.22 EUR on I1");
  }

  private static final String SORTED_INVOICES =
      INVOICES
          + """
          I1,A,2026-04-01,2026-05-01,,EUR,100.00
          I2,A,2026-06-01,2026-06-20,,USD,80.00
          I3,B,2026-03-01,2026-03-31,,EUR,70.00
          I4,D,2026-05-01,2026-05-15,,EUR,60.00
          """;
  private static final String SORTED_EVENTS =
      EVENTS
          + """
          2026-05-20,I1,A,payment,40.00,,,,
          2026-06-01,,A,contact,,,,phone,
          2026-04-02,I3,B,payment,70.00,,,,
          """;

  /** What is read account by account gives what is read at once, whatever the command. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aging --as-of 2026-06-30
          aging --as-of 2026-06-30,2026-05-31 --by customer
          aging --as-of 2026-06-30 --by invoice
          metrics --as-of 2026-06-30
          metrics --as-of 2026-06-30 --by customer
          next --as-of 2026-06-30,2026-07-15 --policy standard-b2b --all
          next --as-of 2026-06-30 --policy account-b2b --known-on 2026-05-25
          worklist --as-of 2026-06-30 --order amount
          """)
  void sortedLedgersAreReadAccountByAccount(String command) throws IOException {
    Files.writeString(
        folder.resolve("customers.csv"),
        """
        customer,name,country
        A,Acme,US
        C,nobody,
        D,Dent,GB
        """);
    String[] args = (command + " --format csv").split(" ");
    String[] sorted = (command + " --format csv --sorted").split(" ");
    Run whole = on(SORTED_INVOICES, SORTED_EVENTS, args);
    assertThat(whole.code).isZero();
    assertThat(whole.out.lines()).hasSizeGreaterThan(1);
    assertThat(on(SORTED_INVOICES, SORTED_EVENTS, sorted)).isEqualTo(whole);
  }

  @Test
  void aSortedLedgerIsRefusedWithEverythingThatIsWrong() throws IOException {
    String invoices =
        SORTED_INVOICES + "I5,E,2026-05-01,soon,,EUR,60.00\nI6,F,2026-05-01,2026-05-15,,EUR,x\n";
    String events =
        SORTED_EVENTS
            + """
            2026-04-02,I9,B,payment,1.00,,,,
            2026-04-02,I4,,payment,1.00,,,,
            2026-04-02,,C,contact,,,,phone,
            2026-04-02,,G,contact,,,,phone,
            """;
    for (String command : List.of("aging", "next --policy standard-b2b", "metrics --by customer")) {
      String[] args = (command + " --as-of 2026-06-30 --sorted").split(" ");
      Run run = on(invoices, events, args);
      assertThat(run.code).isEqualTo(2);
      assertThat(run.out).isEmpty();
      assertThat(run.err.lines().sorted())
          .containsExactly(
              "events.csv:5: invoice: no such invoice: I9",
              "events.csv:6: customer: is needed where files are sorted by it: (blank)",
              "events.csv:7: customer: no such customer: C",
              "events.csv:8: customer: no such customer: G",
              "invoices.csv:6: due: not a date such as 2026-01-31: soon",
              "invoices.csv:7: amount: not an amount with a decimal point: x");
    }
  }

  @Test
  void aLedgerThatIsNotSortedIsRefusedAtOnce() throws IOException {
    String invoices = SORTED_INVOICES + "I5,C,2026-05-01,2026-05-15,,EUR,60.00\n";
    Run run = on(invoices, EVENTS, "aging", "--as-of", "2026-06-30", "--sorted");
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "invoices.csv:6: customer: the file is not sorted by customer, it comes after D:"
                    + " C\n"));
    Run blank = on("", EVENTS, "aging", "--as-of", "2026-06-30", "--sorted");
    assertThat(blank.code).isEqualTo(2);
    assertThat(blank.err).startsWith("invoices.csv:1: no header");
  }

  @Test
  void convertsCreditsToo() throws IOException {
    Path rates = folder.resolve("rates.csv");
    Files.writeString(rates, "base,currency,rate\nEUR,USD,2\n");
    Run run =
        on(
            INVOICES
                + "I1,A,2026-06-01,2026-06-20,,USD,80.00\nI2,A,2026-06-01,2026-06-20,,EUR,5.00\n",
            EVENTS + "2026-06-05,I1,,payment,95.00,,,,\n2026-06-05,,A,payment,2.00 EUR,,,,\n",
            ("aging --as-of 2026-06-30 --bands 30 --format csv --rates " + rates).split(" "));
    assertThat(run.err).contains("several currencies");
    run =
        on(
            INVOICES
                + "I1,A,2026-06-01,2026-06-20,,USD,80.00\nI2,B,2026-06-01,2026-06-20,,EUR,5.00\n",
            EVENTS + "2026-06-05,I1,,payment,95.00,,,,\n2026-06-05,,B,payment,2.00,,,,\n",
            ("aging --as-of 2026-06-30 --bands 30 --format csv --rates " + rates).split(" "));
    assertThat(run.out.lines().filter(l -> l.contains("credit") || l.contains("all,total")))
        .containsExactly(
            "2026-06-30,EUR,credit,2.00,1,1,2.00",
            "2026-06-30,USD,credit,15.00,1,2,7.50",
            "2026-06-30,all,total,,1,,5.00",
            "2026-06-30,all,credit,,2,,9.50");
  }

  @Test
  void convertsTotalsAtGivenRates() throws IOException {
    Path rates = folder.resolve("rates.csv");
    Files.writeString(rates, "base,currency,rate\nEUR,USD,1.1325\nEUR,GBP,0.85\n");
    Run run =
        on(
            SORTED_INVOICES,
            SORTED_EVENTS,
            ("aging --as-of 2026-06-30 --bands 30 --format csv --rates " + rates).split(" "));
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                as_of,currency,band,amount,count,rate,in_EUR
                2026-06-30,EUR,not due,0.00,0,1,0.00
                2026-06-30,EUR,1-30,0.00,0,1,0.00
                2026-06-30,EUR,31+,120.00,2,1,120.00
                2026-06-30,EUR,total,120.00,2,1,120.00
                2026-06-30,USD,not due,0.00,0,1.1325,0.00
                2026-06-30,USD,1-30,80.00,1,1.1325,70.64
                2026-06-30,USD,31+,0.00,0,1.1325,0.00
                2026-06-30,USD,total,80.00,1,1.1325,70.64
                2026-06-30,all,not due,,0,,0.00
                2026-06-30,all,1-30,,1,,70.64
                2026-06-30,all,31+,,2,,120.00
                2026-06-30,all,total,,3,,190.64
                """,
                ""));
    Run metrics =
        on(
            SORTED_INVOICES,
            SORTED_EVENTS,
            ("metrics --as-of 2026-06-30 --format csv --rates " + rates).split(" "));
    assertThat(metrics.out)
        .contains(
            """
            2026-06-30,all in EUR,rate_EUR,1
            2026-06-30,all in EUR,rate_USD,1.1325
            2026-06-30,all in EUR,ar_total,190.64
            """);
    Run worklist =
        on(
            SORTED_INVOICES,
            SORTED_EVENTS,
            ("worklist --as-of 2026-07-31 --order amount --format csv --rates " + rates)
                .split(" "));
    assertThat(worklist.code).as(worklist.err).isZero();
    assertThat(worklist.out).contains(",USD,70.6401");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EUR,USD,0                   | rates.csv:2: rate: not a number above zero such as 1.0825: 0
          EUR,EUR,2                   | rates.csv:2: rate: of a currency to itself is 1: 2
          EUR,US,1.1                  | rates.csv:2: currency: not a currency code of ISO 4217: US
          EUR,GBP,0.85                | --rates: no rate above zero against EUR: USD
          """)
  void refusesRatesThatDoNotDo(String row, String error) throws IOException {
    Path rates = folder.resolve("rates.csv");
    Files.writeString(rates, "base,currency,rate\n" + row + "\n");
    String[] args = ("aging --as-of 2026-06-30 --rates " + rates).split(" ");
    assertThat(on(SORTED_INVOICES, SORTED_EVENTS, args)).isEqualTo(new Run(2, "", error + "\n"));
  }

  @Test
  void refusesRatesOfTwoBasesAndTwice() throws IOException {
    Path rates = folder.resolve("rates.csv");
    Files.writeString(rates, "base,currency,rate\nEUR,USD,1.1\nUSD,EUR,0.9\nEUR,USD,1.2\n");
    String[] args = ("aging --as-of 2026-06-30 --rates " + rates).split(" ");
    assertThat(on(SORTED_INVOICES, SORTED_EVENTS, args).err.lines())
        .containsExactly(
            "rates.csv:3: base: another one than in the rows before, EUR: USD",
            "rates.csv:4: currency: appears twice: USD");
    String[] by = ("aging --as-of 2026-06-30 --by customer --rates " + rates).split(" ");
    assertThat(on(SORTED_INVOICES, SORTED_EVENTS, by).err)
        .isEqualTo("--rates: only with --by currency, found --by customer\n");
  }
}
