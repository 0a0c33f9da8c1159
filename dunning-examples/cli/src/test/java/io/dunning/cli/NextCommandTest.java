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
        .contains("hold", "insolvent (court 7) since 2026-06-01: only a person may go on");
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
  void refusesAPolicyThatIsNotThere() {
    assertThat(run("next --as-of 2026-06-30 --policy x"))
        .isEqualTo(
            new Run(
                2,
                "",
                "--policy: not one of standard-b2b, courteous-consumer, account-b2b, german-b2b,"
                    + " agency-us, endgame-b2b: x\n"));
  }
}
