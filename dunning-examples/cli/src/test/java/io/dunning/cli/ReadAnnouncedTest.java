package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt that the bank announces holds steps until it is booked, under whatever name. */
class ReadAnnouncedTest extends ReadDocuments {
  private static final String ONE = "INV-0001,C-4,2026-03-02,2026-04-01,,EUR,100.00\n";
  private static final String TWO = "INV-0002,C-4,2026-03-02,2026-04-01,,EUR,100.00\n";

  private String announced(String day, String amount, String text) throws IOException {
    return bank("", day, amount, "CRDT", text, "052", "PDNG");
  }

  private String booked(String day, String amount, String text) throws IOException {
    return bank("", day, amount, "CRDT", text, "053", "BOOK");
  }

  /** Without references, the account, payer, amount and invoice tell that both are one. */
  @Test
  void endsTheHoldOfAnAnnouncedReceiptThatIsBookedWithoutAReference() throws IOException {
    ledger(ONE + TWO, "");
    read(".", "one", announced("2026-03-12", "40.00", "INV-0001"));
    Run run = read("one", "two", booked("2026-03-14", "40.00", "INV-0001"));
    assertThat(run.out()).contains(" 2 more events");
    assertThat(written("two/events.csv")).containsOnlyOnce(",candidate-booked,");
    Run again = read("two", "three", booked("2026-03-14", "40.00", "INV-0001"));
    assertThat(again.out()).contains(" 0 more events");
  }

  /** The value date, on which it was proposed, may be after the booking date. */
  @Test
  void endsTheHoldOfAReceiptThatIsBookedBeforeItsValueDate() throws IOException {
    ledger(ONE + TWO, "");
    read(".", "one", bank("B-1", "2026-03-14", "40.00", "CRDT", "INV-0001", "052", "PDNG"));
    String text = written(receipt("B-1", "2026-03-14", "40.00", "INV-0001"));
    String early = text.replace("<BookgDt><Dt>2026-03-14", "<BookgDt><Dt>2026-03-13");
    read("one", "two", file("early.xml", early).toString());
    assertThat(written("two/events.csv")).containsPattern("2026-03-14,INV-0001.*candidate-booked");
  }

  /** In one run, the order of the files does not matter; a second announced receipt holds on. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void holdsNothingForAnAnnouncedReceiptThatTheSameRunBooks(boolean isFirst) throws IOException {
    ledger(ONE + TWO, "");
    String announced = announced("2026-03-12", "40.00", "INV-0001");
    String booked = booked("2026-03-14", "40.00", "INV-0001");
    Run run = read(".", "one", isFirst ? announced : booked, isFirst ? booked : announced);
    assertThat(run.out()).contains(" 1 more event ");
    assertThat(written("one/events.csv")).contains(",payment,").doesNotContain("candidate");
    String other = announced("2026-03-13", "40.00", "INV-0001");
    assertThat(read(".", "two", announced, booked, other).out()).contains(" 2 more events");
    assertThat(written("two/events.csv")).containsOnlyOnce("candidate-receipt");
    assertThat(read("two", "three", other, booked, announced).out()).contains(" 0 more events");
  }

  /** Two receipts alike are announced: a booked one ends one of them, and not the other. */
  @Test
  void endsTheHoldOfOneOfTwoAnnouncedReceiptsThatAreAlike() throws IOException {
    ledger(ONE + TWO, "");
    String first = announced("2026-03-11", "40.00", "INV-0001");
    read(".", "one", first, announced("2026-03-12", "40.00", "INV-0001"));
    read("one", "two", booked("2026-03-14", "40.00", "INV-0001"));
    assertThat(written("two/events.csv"))
        .containsOnlyOnce(",candidate-booked,")
        .containsPattern("candidate-booked.*2026-03-11");
    Run again = read("two", "three", booked("2026-03-14", "40.00", "INV-0001"));
    assertThat(again.out()).contains(" 0 more events");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14,41.00,INV-0001",
    "2026-03-14,40.00,INV-0002",
    "2026-03-11,40.00,INV-0001",
    "2026-03-23,40.00,INV-0001"
  })
  void leavesTheHoldOfAnotherReceipt(String day, String amount, String text) throws IOException {
    ledger(ONE + TWO, "");
    read(".", "one", announced("2026-03-12", "40.00", "INV-0001"));
    Run run = read("one", "two", booked(day, amount, text));
    assertThat(run.out()).contains(" 1 more event ");
    assertThat(written("two/events.csv")).doesNotContain("candidate-booked");
  }

  @ParameterizedTest
  @CsvSource({"Sud AG,West KG", "DE89370400440532013000,DE02120300000000202051"})
  void leavesTheHoldOfAnotherPayerOrAccount(String one, String other) throws IOException {
    ledger(ONE + TWO, "");
    read(".", "one", announced("2026-03-12", "40.00", "INV-0001"));
    String text = written(booked("2026-03-14", "40.00", "INV-0001")).replace(one, other);
    assertThat(read("one", "two", file("other.xml", text).toString()).out())
        .contains(" 1 more event ");
    assertThat(written("two/events.csv")).doesNotContain("candidate-booked");
  }
}
