package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.ledger.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest extends CommandFixture {
  private static final String CUSTOMER = "{\"customer\":{\"id\":\"A\",\"name\":\"A\"}}\n";
  private static final String INVOICE =
      "{\"customer\":\"A\",\"invoice\":{\"number\":\"I1\",\"amount\":{\"amount\":\"100.00\","
          + "\"currency\":\"EUR\"},\"issued\":\"2026-05-01\",\"due\":\"2026-05-31\"}}\n";

  private Path lines() {
    return folder.resolve("ledger.jsonl");
  }

  private static Run to(Path ledger, Path file) {
    return dunning("convert", "--ledger", ledger.toString(), "--to", file.toString());
  }

  private static Run from(Path file, Path ledger) {
    return dunning("convert", "--from", file.toString(), "--ledger", ledger.toString());
  }

  /** The ledger comes back equal from lines, and the lines from the ledger. */
  private List<Account> comesBack(Path ledger) throws IOException {
    Path again = folder.resolve("again");
    assertThat(to(ledger, lines()).err()).isEmpty();
    assertThat(from(lines(), again).err()).isEmpty();
    List<Account> accounts = LedgerReader.read(ledger).accounts();
    assertThat(LedgerReader.read(again).accounts()).isEqualTo(accounts);
    assertThat(to(again, folder.resolve("again.jsonl")).err()).isEmpty();
    assertThat(folder.resolve("again.jsonl")).hasSameTextualContentAs(lines());
    return accounts;
  }

  /** What is wrong with lines that follow those of a customer and an invoice. */
  private String problems(String more) throws IOException {
    Files.writeString(lines(), CUSTOMER + INVOICE + more);
    Run run = from(lines(), folder.resolve("again"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("again")).doesNotExist();
    return run.err().replace(lines().toString(), "ledger.jsonl");
  }

  private static String event(String event) {
    return "{\"customer\":\"A\",\"invoice\":\"I1\",\"event\":" + event + "}\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/sample-ledger",
        "../../docs/guide/late-ledger",
        "../../docs/guide/conduct-ledger"
      })
  void aLedgerComesBackEqual(String ledger) throws IOException {
    assertThat(comesBack(Path.of(ledger))).isNotEmpty();
  }

  @Test
  void writesALineForEachCustomerInvoiceAndEventInTheirOrder() throws IOException {
    ledger(
        "I1,B,2026-05-01,2026-05-31,,EUR,100.00\nI2,A,2026-05-01,,net 30,EUR,7.00\n",
        """
        2026-06-02,I1,,payment,10.00,,,,
        2026-06-01,,B,hold,,,,,asked
        2026-06-01,I1,,step-taken,,,call,phone,
        """);
    file("customers.csv", "customer,segment\nC,retail\nA,\n");
    assertThat(to(folder, lines())).isEqualTo(new Run(0, "wrote 8 lines to " + lines() + "\n", ""));
    assertThat(lines())
        .hasContent(
            """
            {"customer":{"id":"A","name":"A"}}
            {"customer":"A","invoice":{"number":"I2","amount":{"amount":"7.00","currency":"EUR"},\
            "issued":"2026-05-01","due":"2026-05-31","terms":"net 30"}}
            {"customer":{"id":"B","name":"B"}}
            {"customer":"B","invoice":{"number":"I1","amount":{"amount":"100.00",\
            "currency":"EUR"},"issued":"2026-05-01","due":"2026-05-31"}}
            {"customer":"B","invoice":"I1","event":{"type":"step-taken","date":"2026-06-01",\
            "step":"call","channel":"phone"}}
            {"customer":"B","invoice":"I1","event":{"type":"payment","date":"2026-06-02",\
            "amount":{"amount":"10.00","currency":"EUR"}}}
            {"customer":"B","event":{"type":"hold","date":"2026-06-01","reason":"asked"}}
            {"customer":{"id":"C","name":"C","segment":"retail"}}
            """);
    comesBackFrom(folder);
  }

  private void comesBackFrom(Path ledger) throws IOException {
    Files.delete(lines());
    comesBack(ledger);
  }

  /** With all cells that the type can have, and with those that it needs. */
  @ParameterizedTest
  @EnumSource(EventType.class)
  void eventsOfEachTypeComeBackEqual(EventType type) throws IOException {
    file("invoices.csv", INVOICES + ONE_INVOICE);
    String header =
        EVENTS.strip() + ",id,by,proposed,reason,person,booked,author,time,remark,document\n";
    String amount = type.needs(Column.AMOUNT) ? "1.50" : "";
    String until = type.needs(Column.UNTIL) ? "2026-07-01" : "";
    String step = type.needs(Column.STEP) ? "call" : "";
    String channel = type.needs(Column.CHANNEL) ? "phone" : "";
    String by = type.needs(Column.BY) ? "boss" : "";
    String id = type.needs(Column.ID) ? "R-1" : "";
    boolean disputeEnds = type == EventType.DISPUTE_RESOLVED;
    String note = disputeEnds ? "creditor won" : "\"owner, thanks, by an agency\"";
    String needed =
        String.join(",", type.toString(), amount, until, step, channel, "", id, by, "", "", "");
    String all =
        type + ",2.25,2026-07-02,call,letter," + note + ",D-1,boss,2026-05-20,forgot,Ann Lee";
    StringBuilder rows = new StringBuilder(header);
    rows.append("2026-06-01,I1,A,").append(needed).append(",,,,,\n");
    rows.append("2026-06-02,I1,A,").append(all).append(",2026-06-05,Jo,14:05,\"a\nb\",X-1\n");
    if (type.fitsAccount(false, false)) {
      rows.append("2026-06-01,,A,").append(needed).append(",,,,,\n");
    }
    file("events.csv", rows.toString());
    assertThat(comesBack(folder).get(0).invoices().get(0).entries()).hasSize(2);
  }

  @Test
  void customersAndInvoicesComeBackEqual() throws IOException {
    file(
        "invoices.csv",
        INVOICES.strip()
            + """
            ,booked
            I1,A,2026-05-01,,"2/10 net 30",EUR,100.00,2026-05-03
            I2,A,2026-05-01,,"30% net 15, the rest net 45",EUR,100.01,
            I3,"Smith, ""Joe"" ",2026-05-01,2026-04-01,,JPY,-500,
            I4,A,2026-05-01,,"the rest net 45",EUR,100.01,
            """);
    file("events.csv", EVENTS);
    file(
        "customers.csv",
        """
        customer,name,segment,kind,country,zones,without,mandate,card_link,instalments,tags,address
        A,"Alpha
        Ltd",s,sole trader,US,America/Chicago;America/New_York,sms;email,M-1;M-2,\
        https://pay.example/1,6,vip;=x,1 High Street; Leeds
        """);
    file(
        "persons.csv",
        """
        customer,person,role,language,channels
        A,Ann,owner,fr-CH,email;phone
        A,Bo,gate keeper,,
        D,Di,lawyer,,
        """);
    assertThat(comesBack(folder)).hasSize(2);
    assertThat(lines()).content().contains("Di");
  }

  @Test
  void theLinesOfTheReferenceComeBackEqual() throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/ledger-format.md"));
    int start = page.indexOf("```json\n") + 8;
    String block = page.substring(start, page.indexOf("```", start));
    Files.writeString(lines(), block);
    assertThat(from(lines(), folder.resolve("again")).err()).isEmpty();
    to(folder.resolve("again"), folder.resolve("again.jsonl"));
    assertThat(folder.resolve("again.jsonl")).hasContent(block);
  }

  @Test
  void takesTheRowsOfAPostingInAnyOrder() throws IOException {
    String payment =
        event(
            "{\"type\":\"payment\",\"date\":\"2026-06-01\",\"amount\":{\"amount\":\"1.00\","
                + "\"currency\":\"EUR\"}}");
    Files.writeString(lines(), "\uFEFF" + payment + "\n" + INVOICE + CUSTOMER);
    assertThat(from(lines(), folder.resolve("new/ledger")).err()).isEmpty();
    assertThat(folder.resolve("new/ledger/events.csv"))
        .hasContent(EVENTS + "2026-06-01,I1,A,payment,1.00,,,,\n");
    assertThat(folder.resolve("new/ledger/persons.csv")).doesNotExist();
  }

  @Test
  void saysAllThatCannotBeReadAtOnce() throws IOException {
    assertThat(
            problems(
                """
                {"customer":"A"
                [1]
                {"customer":"A","invoice":"I1","event":{"type":"payed"},"why":1}
                {"customer":"A","invoice":{"number":"I2"}}
                {"customer":{"id":"B","phone":"1"}}
                {"customer":"A","invoice":"I1"}
                {"invoice":"I1","event":{"type":"voided","date":"2026-06-01"}}
                {"customer":"A","invoice":"I1","event":{"type":"voided","date":"2026-06-01"},"x":1}
                {}
                """))
        .satisfies(err -> assertThat(err.lines()).hasSize(9))
        .contains("ledger.jsonl:3: not JSON: ")
        .contains("ledger.jsonl:4: expected an object with a customer, invoice or event")
        .contains("ledger.jsonl:5: $.event.type: expected one of credit, payment, ")
        .contains("ledger.jsonl:6: $.invoice: property \"amount\" is missing")
        .contains("ledger.jsonl:7: $.customer.phone: no such property")
        .contains("ledger.jsonl:8: $.invoice: expected an object, found a text: I1")
        .contains("ledger.jsonl:9: $.customer: expected the id")
        .contains("ledger.jsonl:10: $.x: no such property")
        .contains("ledger.jsonl:11: expected a customer, invoice or event");
  }

  @Test
  void saysAllThatAFolderCannotHoldAtOnce() throws IOException {
    String voided = "\"event\":{\"type\":\"voided\",\"date\":\"2026-06-01\"}}\n";
    String plan =
        event(
            "{\"type\":\"plan-agreed\",\"date\":\"2026-06-01\",\"instalments\":[{\"due\":"
                + "\"2026-07-01\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}],"
                + "\"settles\":false,\"proposedOn\":\"2026-06-01\"}");
    assertThat(
            problems(
                "{\"customer\":{\"id\":\"B\",\"facts\":{\"vat\":\"DE1\"}}}\n"
                    + INVOICE
                    + ("{\"customer\":\"A\",\"invoice\":\"I9\"," + voided)
                    + ("{\"customer\":\"Z\",\"invoice\":\"I1\"," + voided)
                    + ("{\"customer\":\"B\",\"invoice\":\"I1\"," + voided)
                    + ("{\"customer\":\"B\"," + voided)
                    + ("{\"customer\":\"A\"," + voided)
                    + (plan + plan)
                    + event("{\"type\":\"hold\",\"date\":\"2026-06-01\",\"reason\":\" a\\nb\"}")
                    + event("{\"type\":\"step-taken\",\"date\":\"2026-06-01\",\"step\":\"a\\nb\"}")
                    + event("{\"type\":\"notice-given\",\"date\":\"2026-06-01\",\"notice\":\"\"}")
                    + event("{\"type\":\"hold\",\"date\":\"2026-06-01\",\"reason\":\"\\ud800\"}")
                    + event(
                        "{\"type\":\"payment\",\"date\":\"2026-06-01\",\"amount\":"
                            + "{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                    + event(
                        "{\"type\":\"contact\",\"date\":\"2026-06-01\",\"channel\":\"phone\","
                            + "\"direction\":\"in\",\"collector\":\"Kay, Lee\"}")))
        .isEqualTo(
            """
            ledger.jsonl:3: $.customer.facts: a ledger folder cannot hold this: {"vat":"DE1"}
            ledger.jsonl:4: invoice appears twice, first in line 2: I1
            ledger.jsonl:5: no line has this invoice: I9
            ledger.jsonl:6: no line has this customer: Z
            ledger.jsonl:7: the invoice is of another customer: A
            ledger.jsonl:8: a ledger folder cannot hold this: an event of a customer without \
            invoices
            ledger.jsonl:9: invoice: an event of type voided needs an invoice
            ledger.jsonl:11: a ledger folder cannot hold this: a second plan of one day, beside \
            that of line 10
            ledger.jsonl:12: $.event.reason: a ledger folder cannot hold this:  a b
            ledger.jsonl:13: a ledger folder cannot hold this: step: line breaks
            ledger.jsonl:14: step: must not be blank
            ledger.jsonl:15: a ledger folder cannot hold this: note: what is no character
            ledger.jsonl:16: $.event.amount.currency: a ledger folder cannot hold this: USD
            ledger.jsonl:17: $.event.collector: a ledger folder cannot hold this: Kay, Lee
            ledger.jsonl:17: $.evidence: a ledger folder cannot hold this: (absent)
            """);
  }

  /** CSV that cannot be read to its end must not make lines of others look wrong. */
  @Test
  void refusesWhatIsTooLongForARow() throws IOException {
    String hold = "{\"type\":\"hold\",\"date\":\"2026-06-01\",\"reason\":\"";
    assertThat(
            problems(
                event(hold + "a\\uffff\"}")
                    + event(hold + "x".repeat(900_000) + "\"}")
                    + event(hold + "asked\"}")))
        .isEqualTo(
            """
            ledger.jsonl:3: a ledger folder cannot hold this: note: what is no character
            ledger.jsonl:4: a ledger folder cannot hold this: more than 500000 characters
            """);
    Files.writeString(lines(), CUSTOMER + INVOICE + event(hold + "x".repeat(499_000) + "\"}"));
    assertThat(from(lines(), folder.resolve("again")).err()).isEmpty();
  }

  /** A name with several lines must not move the lines of the problems after it. */
  @Test
  void namesTheRightLineAfterValuesOfSeveralLines() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String breaks : List.of("\\n", "\\r\\n", "\\n\\n")) {
      lines.append(
          event("{\"type\":\"voided\",\"date\":\"2026-06-01\"}")
              .replace("}}", "},\"evidence\":{\"remark\":\"a" + breaks + "b\"}}"));
    }
    lines.append(event("{\"type\":\"notice-given\",\"date\":\"2026-06-01\",\"notice\":\" \"}"));
    assertThat(problems(lines.toString())).isEqualTo("ledger.jsonl:6: step: must not be blank\n");
  }

  @Test
  void overwritesNothing() throws IOException {
    ledger(ONE_INVOICE, "");
    file("ledger.jsonl", "mine");
    assertThat(to(folder, lines())).isEqualTo(new Run(2, "", lines() + ": exists already\n"));
    assertThat(lines()).hasContent("mine");
    file("ledger.jsonl", CUSTOMER + INVOICE);
    file("persons.csv", "");
    assertThat(from(lines(), folder).err())
        .isEqualTo(
            Stream.of("invoices.csv", "events.csv", "persons.csv")
                .map(f -> folder.resolve(f) + ": exists already\n")
                .reduce("", String::concat));
    assertThat(folder.resolve("customers.csv")).doesNotExist();
  }

  @Test
  void needsExactlyOneFileOfLines() {
    assertThat(dunning("convert", "--ledger", "x").code()).isEqualTo(2);
    assertThat(dunning("convert", "--ledger", "x", "--to", "a", "--from", "b").code()).isEqualTo(2);
    assertThat(from(folder.resolve("none.jsonl"), folder).err())
        .isEqualTo(folder.resolve("none.jsonl") + ": no such file\n");
  }
}
