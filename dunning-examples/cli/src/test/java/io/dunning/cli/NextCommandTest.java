package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NextCommandTest extends CommandFixture {
  private static final String NEXT = "next --policy standard-b2b --all --as-of ";

  /** What is decided about the one invoice. */
  private String verdict(String events, String day) throws IOException {
    ledger(ONE_INVOICE, events);
    return rows(NEXT + day).get(0);
  }

  @Test
  void decidesByTheFactsOfTheLedger() throws IOException {
    assertThat(verdict("2026-06-01,,A,insolvency-opened,,,,,court 7\n", "2026-06-20"))
        .contains("hold", "insolvent (court 7) since 2026-06-01: a person has to decide");
    assertThat(
            verdict(
                """
                2026-06-01,I1,,plan-agreed,50.00,2026-06-10,,,
                2026-06-01,I1,,plan-agreed,50.00,2026-07-10,,,
                2026-06-09,I1,,payment,50.00,,,,
                """,
                "2026-06-20"))
        .contains("hold", "payment plan of 2026-06-01 is kept, next 50.00 EUR due 2026-07-10")
        .contains("2026-07-16");
    assertThat(
            verdict(
                """
                2026-06-03,I1,,step-taken,,,friendly reminder,email,
                2026-06-04,I1,,not-delivered,,,friendly reminder,email,
                """,
                "2026-06-20"))
        .contains("send reminder by letter,letter");
    assertThat(verdict("2026-06-01,I1,,deferral,,2026-07-01,,,\n", "2026-06-20"))
        .contains("not due", "deferred to 2026-07-01");
    assertThat(verdict("2026-06-01,I1,,dispute-opened,30.00,,,,broken\n", "2026-06-20"))
        .contains("act,friendly reminder");
    assertThat(verdict("2026-06-01,I1,,terms-renegotiated,,2026-07-01,,,\n", "2026-06-20"))
        .contains("not overdue: due on 2026-07-01");
  }

  @Test
  void answersAsItWasKnown() throws IOException {
    file("invoices.csv", INVOICES + ONE_INVOICE);
    file(
        "events.csv",
        """
        date,invoice,customer,type,amount,until,step,channel,note,booked
        2026-06-01,I1,,payment,100.00,,,,,2026-06-25
        """);
    assertThat(rows(NEXT + "2026-06-20").get(0)).contains("closed");
    assertThat(rows(NEXT + "2026-06-20 --known-on 2026-06-20").get(0))
        .contains("act,friendly reminder");
  }

  @Test
  void namesWhomTheStepAddresses() throws IOException {
    file(
        "persons.csv",
        """
        customer,person,role,language,channels
        A,Otto Acker,owner,,letter;phone
        A,Petra Klein,payables clerk,de,phone
        """);
    assertThat(verdict("", "2026-06-05"))
        .contains("send reminder by letter,letter")
        .endsWith(",Otto Acker (owner),in house");
    file("persons.csv", "customer,person,role\nA,Petra Klein,payables clerk\n");
    assertThat(verdict("", "2026-06-05"))
        .contains("send reminder by email,email")
        .endsWith(",Petra Klein (payables clerk),in house");
    file("persons.csv", "");
    assertThat(verdict("", "2026-06-05")).endsWith(",,in house");
    assertThat(verdict("", "2026-06-01")).endsWith(",,");
  }

  @Test
  void leavesOutAnInvoiceThatWasBookedLater() throws IOException {
    file(
        "invoices.csv",
        """
        invoice,customer,issued,due,terms,currency,amount,booked
        I1,A,2026-05-01,2026-05-31,,EUR,100.00,2026-06-21
        I2,A,2026-05-01,2026-05-31,,EUR,70.00,
        """);
    file("events.csv", EVENTS);
    assertThat(rows(NEXT + "2026-06-20")).hasSize(2);
    assertThat(rows(NEXT + "2026-06-20 --known-on 2026-06-20"))
        .singleElement()
        .asString()
        .startsWith("A,I2,EUR,70.00");
    assertThat(rows(NEXT + "2026-06-20 --known-on 2026-06-21")).hasSize(2);
  }

  @Test
  void settlesAnInvoiceByADiscountOfItsTerms() throws IOException {
    ledger("I1,A,2026-05-01,,2/10 net 30,EUR,1000.00\n", "2026-05-11,I1,,payment,980.00,,,,\n");
    assertThat(rows(NEXT + "2026-06-20").get(0))
        .contains("closed")
        .contains("nothing is owed: settled since 2026-05-11");
    ledger("I1,A,2026-05-01,,2/10 net 30,EUR,1000.00\n", "2026-05-12,I1,,payment,980.00,,,,\n");
    assertThat(rows(NEXT + "2026-06-20").get(0)).startsWith("A,I1,EUR,20.00,act");
  }

  @Test
  void readsTheInstalmentsOfAnInvoice() throws IOException {
    ledger(
        """
        I1,A,2026-05-01,,"30% net 30, the rest net 60",EUR,100.00
        I2,A,2026-05-01,,"30% 2/10 net 30, the rest net 60",EUR,100.00
        I3,A,2026-05-01,,"30% net 30, the rest net 60",EUR,-3.00
        """,
        "2026-05-20,I1,,payment,30.00,,,,\n");
    assertThat(run(NEXT + "2026-06-20").err())
        .isEqualTo(
            "invoices.csv:3: terms: an instalment has no discount of its own: "
                + "30% 2/10 net 30, the rest net 60\n"
                + "invoices.csv:4: terms: only an amount above zero is paid in instalments,"
                + " found: -3.00 EUR\n");
    ledger(
        "I1,A,2026-05-01,,\"30% net 30, the rest net 60\",EUR,100.00\n",
        "2026-05-20,I1,,payment,30.00,,,,\n");
    assertThat(rows(NEXT + "2026-06-20").get(0)).contains("not overdue: due on 2026-06-30");
  }

  @Test
  void refusesAPolicyThatIsNotThere() {
    assertThat(run("next --as-of 2026-06-30 --policy standart-b2b"))
        .isEqualTo(
            new Run(
                2,
                "",
                "--policy: neither a file nor a shipped policy: standart-b2b\n"
                    + "Maybe standard-b2b\n"));
    assertThat(run("next --as-of 2026-06-30 --policy x").err())
        .startsWith(
            "--policy: neither a file nor a shipped policy: x\nMaybe account-b2b or agency");
  }
}
