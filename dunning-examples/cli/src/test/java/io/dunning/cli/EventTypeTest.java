package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.ledger.Account;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest extends CommandFixture {
  /** The events of the one invoice, as they print. */
  private List<String> events(String rows) throws IOException {
    ledger(ONE_INVOICE, rows);
    return LedgerReader.read(folder).accounts().get(0).invoices().get(0).events().stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void countsEventsOfInvoiceAndCustomer() throws IOException {
    file(
        "invoices.csv",
        "customer,invoice,amount,currency,terms,due,issued\n"
            + "A,I1,90.00,EUR,,2026-05-31,2026-05-01\n");
    file(
        "events.csv",
        EVENTS
            + """
            2026-06-01,I1,,payment,10.00 EUR,,,,
            2026-06-02,I1,,payment-reversed,10.00,,,,
            2026-06-03,I1,,credit,5.00,,,,
            2026-06-03,I1,,refund,0.00,,,,
            2026-06-03,I1,,discount-taken,1.00,,,,
            2026-06-03,I1,,discount-reversed,1.00,,,,
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
            """);
    Run run = run("next --as-of 2026-06-13,2026-06-15 --policy standard-b2b --all --format csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            String.join(",", NextCommand.COLUMNS),
            "A,I1,EUR,85.00,wait,friendly reminder,,,2026-06-20,\"friendly reminder: last contact on"
                + " 2026-06-13, the next is allowed on 2026-06-20\",,",
            "A,I1,,,closed,,,,,nothing is owed: voided since 2026-06-14,,");
  }

  /** A capital letter, or words that follow, must not turn who was right around. */
  @Test
  void readsWhoWonADisputeOrAsks() throws IOException {
    ledger(
        ONE_INVOICE,
        """
        2026-06-02,I1,,dispute-opened,,,,,price
        2026-06-05,I1,,dispute-resolved,,,,,"Customer won, see mail of Ann"
        """);
    assertThat(run("next --as-of 2026-06-30 --policy standard-b2b --all").out())
        .contains("credit note");
    ledger(
        ONE_INVOICE,
        """
        2026-06-02,I1,,dispute-opened,,,,,price
        2026-06-05,I1,,dispute-resolved,,,,,customer has won
        """);
    assertThat(run("next --as-of 2026-06-30 --policy standard-b2b --all").err())
        .contains("events.csv:3: note: does not say who won");
  }

  /** 40.00 of a payment paid charges; 15.00 of them count for the invoice after all. */
  @Test
  void readsChargesThatPaymentsNoLongerPay() throws IOException {
    ledger(
        ONE_INVOICE,
        """
        2026-06-10,I1,,payment,50.00,,,,
        2026-06-10,I1,,charges-paid,40.00,,,,
        2026-06-12,I1,,charges-paid,-15.00,,,,
        2026-06-12,I1,,payment,-1.00,,,,
        """);
    assertThat(run("aging --as-of 2026-06-30").err())
        .contains("events.csv:5: amount: must not be negative: -1.00")
        .doesNotContain("events.csv:4");
    ledger(
        ONE_INVOICE,
        """
        2026-06-10,I1,,payment,50.00,,,,
        2026-06-10,I1,,charges-paid,40.00,,,,
        2026-06-12,I1,,charges-paid,-15.00,,,,
        """);
    assertThat(run("next --as-of 2026-06-30 --policy standard-b2b --format csv").out())
        .contains("A,I1,EUR,75.00,act");
  }

  @Test
  void readsTheNeededColumnsOfEveryType() throws IOException {
    StringBuilder events = new StringBuilder();
    for (EventType type : EventType.values()) {
      // after the day that is asked for, so that all are read and none counts
      String amount = type.needs(Column.AMOUNT) ? "1.00" : "";
      events.append("2026-08-01,I1,,").append(type).append(',').append(amount);
      events.append(type.needs(Column.UNTIL) ? ",2026-09-01," : ",,");
      events.append(type.needs(Column.STEP) ? "call," : ",");
      events.append(type.needs(Column.CHANNEL) ? "phone," : ",");
      events.append(type.needs(Column.BY) ? ",head of credit" : ",");
      events.append(type.needs(Column.ID) ? ",R-1\n" : ",\n");
    }
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    file("events.csv", EVENTS.strip() + ",by,id\n" + events);
    Run run = run("next --as-of 2026-06-30 --policy standard-b2b --format csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("A,I1,EUR,100.00,act,friendly reminder");
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void missesEachColumnThatATypeNeeds(EventType type) throws IOException {
    ledger(ONE_INVOICE, "2026-06-01,I1,," + type + ",,,,,\n");
    String err = run("aging --as-of 2026-06-30").err();
    for (Column column :
        List.of(Column.AMOUNT, Column.UNTIL, Column.STEP, Column.CHANNEL, Column.BY, Column.ID)) {
      assertThat(err.contains("events.csv:2: " + column + ": ")).isEqualTo(type.needs(column));
    }
  }

  /** With its optional cells, and without them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dispute-opened,,,,,price         | dispute opened (price)
          dispute-opened,3.00,,,,price     | dispute opened over 3.00 EUR (price)
          dispute-resolved,,,,,            | dispute resolved
          dispute-resolved,,,,,creditor won| dispute resolved: creditor won
          promise,,2026-06-08,,,           | promise to pay all by 2026-06-08
          promise,3.00,2026-06-08,,,       | promise to pay 3.00 EUR by 2026-06-08
          hold,,,,,asked                   | hold (asked)
          hold,,2026-06-08,,,asked         | hold (asked) through 2026-06-08
          step-taken,,,call,,              | step taken: call
          step-taken,,,call,phone,         | step taken: call by phone
          delivered,,,,,                   | delivered: invoice
          delivered,,,call,letter,         | delivered: call by letter
          not-delivered,,,call,,           | not delivered: call
          address-unknown,,,,,             | address unknown
          address-found,,,,,               | new address known
          bank-data-as-of,,,,,             | bank data complete
          paid-by-direct-debit,,,,,        | paid by direct debit
          paid-by-card,,,,,                | paid by card
          paid-by-transfer,,,,,            | paid by transfer
          collection-planned,,2026-06-08,,,| collection planned for 2026-06-08
          collection-failed,,,,,           | collection failed
          collected,,,,,                   | collected
          limitation,,2028-12-31,,,        | claim can be enforced through 2028-12-31
          limitation,,2028-12-31,,,paid    | claim can be enforced through 2028-12-31 (paid)
          limitation-suspended,,,,,talks   | limitation suspended (talks)
          limitation-suspended,,2026-06-08,,,| limitation suspended through 2026-06-08
          limitation-resumed,,,,,          | limitation runs again
          contact-invited,,2026-06-08,,,   | contact invited until 2026-06-08
          customer-refuses,,,,,never       | customer replied, refuses to pay (never)
          handed-over,,2026-06-08,,,agency | handed over (agency) through 2026-06-08
          recalled,,,,,                    | no longer handed over
          fee-assessed,3.00,,call,,        | fee assessed: 3.00 EUR at call
          fee-assessed,3.00,,,,            | fee assessed: 3.00 EUR
          fee-waived,,,,,                  | fee waived
          fee-waived,3.00,,,,              | fee waived: 3.00 EUR
          interest-reversed,3.00,,call,,   | interest reversed: 3.00 EUR at call
          """)
  void readsWhatARowLeavesBlankOrNot(String cells, String event) throws IOException {
    assertThat(events("2026-06-01,I1,A," + cells + "\n")).containsExactly("2026-06-01 " + event);
  }

  @Test
  void readsWithWhomAContactWas() throws IOException {
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    file(
        "events.csv",
        EVENTS.strip()
            + ",person\n"
            + "2026-06-01,I1,A,step-taken,,,call,phone,,Ann Lee\n"
            + "2026-06-02,I1,A,contact,,,,phone,right person,Ann Lee\n"
            + "2026-06-03,I1,A,contact-by-customer,,,,phone,,\n"
            + "2026-06-04,I1,A,payment,1.00,,,,,Ann Lee\n");
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-01 step taken: call by phone to Ann Lee",
            "2026-06-02 contact by phone with Ann Lee, reached the right person",
            "2026-06-03 contact from the customer by phone",
            "2026-06-04 payment 1.00 EUR");
  }

  @Test
  void readsWhoGrantedOneMore() throws IOException {
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    file(
        "events.csv",
        """
        date,invoice,customer,type,amount,until,step,channel,note,by
        2026-06-01,I1,,further-promise-granted,,,,,,head of credit
        2026-06-02,I1,,further-plan-granted,,,,,,head of credit
        2026-06-03,I1,,further-deferral-granted,,,,,,Anna
        2026-06-04,I1,,further-hold-granted,,,,,,Anna
        """);
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-01 further promise granted by head of credit",
            "2026-06-02 further payment plan granted by head of credit",
            "2026-06-03 further deferral granted by Anna",
            "2026-06-04 further hold granted by Anna");
  }

  @Test
  void readsReceiptsAndWhyACollectionFailed() throws IOException {
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    file(
        "events.csv",
        """
        date,invoice,customer,type,amount,until,step,channel,note,by,id
        2026-06-01,I1,,candidate-receipt,3.00,2026-06-08,,,,ACME,R-1
        2026-06-01,I1,,candidate-receipt,3.00,,,,,,R-2
        2026-06-02,I1,,candidate-booked,,,,,,,R-1
        2026-06-02,I1,,candidate-rejected,,,,,,,R-2
        2026-06-03,I1,,collection-failed,,,,,,SEPA-SDD,AM04
        """);
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-01 candidate receipt R-1: 3.00 EUR from ACME, holds through 2026-06-08",
            "2026-06-01 candidate receipt R-2: 3.00 EUR",
            "2026-06-02 candidate receipt R-1 booked",
            "2026-06-02 candidate receipt R-2 rejected",
            "2026-06-03 collection failed (SEPA-SDD AM04)");
  }

  /** The columns may be missing, and their cells blank. */
  @Test
  void readsTheIdOfADisputeAndWhoOpenedIt() throws IOException {
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    file(
        "events.csv",
        """
        date,invoice,customer,type,amount,until,step,channel,note,id,by
        2026-06-01,I1,,dispute-opened,3.00,,,,price,D-1,portal
        2026-06-02,I1,,dispute-opened,,,,,damaged,,
        2026-06-03,I1,,dispute-resolved,,,,,customer won,D-1,
        2026-06-04,I1,,dispute-resolved,,,,,,,
        """);
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-01 dispute D-1 opened by portal over 3.00 EUR (price)",
            "2026-06-02 dispute opened (damaged)",
            "2026-06-03 dispute D-1 resolved: customer won",
            "2026-06-04 dispute resolved");
  }

  @Test
  void readsWhenAPlanWasProposed() throws IOException {
    file("invoices.csv", INVOICES + ONE_INVOICE);
    String header = "date,invoice,customer,type,amount,until,step,channel,note,proposed\n";
    file(
        "events.csv",
        header
            + "2026-06-05,I1,,plan-agreed,40.00,2026-06-10,,,,2026-06-03\n"
            + "2026-06-05,I1,,plan-agreed,60.00,2026-07-10,,,,2026-06-03\n");
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-05 payment plan agreed: 40.00 EUR due 2026-06-10, 60.00 EUR due 2026-07-10,"
                + " as proposed on 2026-06-03");
    file("events.csv", header + "2026-06-05,I1,,plan-agreed,40.00,2026-06-10,,,,2026-06-06\n");
    assertThat(run("next --as-of 2026-06-30 --policy standard-b2b").err())
        .isEqualTo(
            "events.csv:2: proposed: is after the date of the event, 2026-06-05: 2026-06-06\n");
  }

  @Test
  void readsWhyACustomerDoesNotPay() throws IOException {
    file("invoices.csv", INVOICES + ONE_INVOICE);
    String header = "date,invoice,customer,type,amount,until,step,channel,note,reason\n";
    file(
        "events.csv",
        header
            + """
            2026-06-01,I1,,customer-asks-for-time,,,,,next week,cash-flow hardship
            2026-06-02,,A,customer-replied,,,,,,
            """);
    Account account = LedgerReader.read(folder).accounts().get(0);
    assertThat(account.invoices().get(0).events().get(0))
        .hasToString(
            "2026-06-01 customer replied, asks for time, reason: cash-flow hardship (next week)");
    assertThat(account.events().get(0)).hasToString("2026-06-02 customer replied");
    file("events.csv", header + "2026-06-01,I1,,customer-replied,,,,,,lazy\n");
    assertThat(run("aging --as-of 2026-06-30").err())
        .contains(
            "events.csv:2: reason: not one of forgot, cash-flow hardship, overwhelmed, dispute,"
                + " awaiting goods or documents, wrong recipient, refuses, insolvent: lazy");
  }

  /** The columns may be missing, and their cells blank; a plan keeps those of its first row. */
  @Test
  void readsWhoDidItWhenAndWhereTheProofIs() throws IOException {
    file("invoices.csv", "invoice,customer,issued,due,terms,currency,amount\n" + ONE_INVOICE);
    String header =
        "date,invoice,customer,type,amount,until,step,channel,note,author,time,remark,document\n";
    file(
        "events.csv",
        header
            + """
            2026-06-01,I1,,step-approved,,,call,,,Anna,14:05,urgent,D-1
            2026-06-02,I1,,contact,,,,phone,nobody,,09:30,,
            2026-06-03,I1,,plan-agreed,10.00,2026-07-01,,,,Anna,,,
            2026-06-03,I1,,plan-agreed,10.00,2026-08-01,,,,,,,
            2026-06-04,I1,,voided,,,,,,,,,
            """);
    assertThat(LedgerReader.read(folder).accounts().get(0).invoices().get(0).entries())
        .extracting(Object::toString)
        .containsExactly(
            "2026-06-01 step approved: call, by Anna, at 14:05, document D-1, remark: urgent",
            "2026-06-02 contact by phone, reached nobody, at 09:30",
            "2026-06-03 payment plan agreed: 10.00 EUR due 2026-07-01, 10.00 EUR due 2026-08-01,"
                + " by Anna",
            "2026-06-04 voided");
    file("events.csv", header + "2026-06-01,I1,,voided,,,,,,,noon,,\n");
    assertThat(run("aging --as-of 2026-06-30").err())
        .contains("events.csv:2: time: not a time such as 14:05: noon");
  }

  @Test
  void readsEventsOfContactAndSettlement() throws IOException {
    assertThat(
            events(
                """
                2026-06-02,I1,A,contact,,,,phone,"nobody, required notice, by an agency"
                2026-06-02,I1,A,contact-invited,,2026-06-05,,,
                2026-06-03,I1,A,opted-out,,,,phone,
                2026-06-03,I1,A,opted-in,,,,phone,
                2026-06-03,I1,A,notice-given,,,mandate,,
                2026-06-04,I1,A,settlement-offered,70.00,2026-06-18,,,
                2026-06-05,I1,A,settlement-lapsed,,,,,
                2026-06-06,I1,A,settlement-accepted,35.00,2026-06-20,,,
                2026-06-06,I1,A,settlement-accepted,35.00,2026-07-20,,,
                """))
        .containsExactly(
            "2026-06-02 contact by phone, reached nobody, required notice, by an agency",
            "2026-06-02 contact invited until 2026-06-05",
            "2026-06-03 opted out of phone",
            "2026-06-03 opted in to phone",
            "2026-06-03 notice given: mandate",
            "2026-06-04 settlement offered: 70.00 EUR until 2026-06-18",
            "2026-06-05 settlement lapsed",
            "2026-06-06 settlement accepted: 35.00 EUR due 2026-06-20, 35.00 EUR due 2026-07-20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contact             | 'right person, answer' | contact by phone, reached the right person, answer
          contact             | 'by an agency, owner'  | contact by phone, reached the owner, by an agency
          contact             | whatever               | contact by phone
          contact-by-customer | ''                     | contact from the customer by phone
          """)
  void readsTheNoteOfAContact(String type, String note, String event) throws IOException {
    assertThat(events("2026-06-01,I1,A," + type + ",,,,phone,\"" + note + "\"\n"))
        .containsExactly("2026-06-01 " + event);
  }

  @Test
  void arePrintedWithWhatTheyNeed() {
    assertThat(dunning("types", "--format", "csv").out().lines())
        .hasSize(EventType.values().length + 1)
        .contains(
            "type,needs,concerns",
            "payment,amount,invoice or customer",
            "settlement-offered,amount until,invoice or customer",
            "delivered,,invoice or customer",
            "voided,,invoice");
  }
}
