package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.camt;
import static io.dunning.bridges.document.Documents.entry;
import static io.dunning.bridges.document.Documents.source;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptMatcherTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 2, 1);
  private static final String B_1 = "DE89370400440532013000 2026-03-05 B-1";
  private static final ReceiptMatcher MATCHER =
      ReceiptMatcher.of(
          List.of(
              invoice("INV-2026/0007"),
              invoice("INV-2026/0008"),
              invoice("12"),
              invoice("539007547034")));

  private static Invoice invoice(String number) {
    return Invoice.of(number, eur("119.00"), ISSUED, ISSUED.plusDays(30));
  }

  private static BankTransaction receipt(String remittance) {
    return receipt("119.00", "<RmtInf>" + remittance + "</RmtInf>");
  }

  private static BankTransaction receipt(String amount, String details) {
    String text =
        camt(
            "camt.053.001.08",
            entry(amount, "CRDT", "<NtryDtls><TxDtls>" + details + "</TxDtls></NtryDtls>"));
    return BankReader.standard().read(source(text)).orThrow().transactions().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # written in other ways
          INV-2026/0007                          | INV-2026/0007
          Rechnung inv 2026 0007, danke          | INV-2026/0007
          Re. INV20260007                        | INV-2026/0007
          # not a whole word
          INV-2026/00077                         | -
          XINV-2026/0007                         | -
          # too short to be meant
          Haus 12                                | -
          # a reference by ISO 11649; its check digits count
          RF18539007547034                       | 539007547034
          RF19539007547034                       | -
          """)
  void findsTheNumberInTheText(String text, String number) {
    assertThat(MATCHER.paidBy(receipt("<Ustrd>" + text + "</Ustrd>")).map(Invoice::number))
        .isEqualTo(Optional.ofNullable(number));
  }

  private static final ReceiptMatcher DIGITS =
      ReceiptMatcher.of(
          List.of(
              invoice("2026"), invoice("1203"), invoice("1166"), invoice("17"), invoice("20-31")));

  private static String from(String name, String quoted) {
    return "<Refs><EndToEndId>"
        + quoted
        + "</EndToEndId></Refs><RltdPties><Dbtr><Nm>"
        + name
        + "</Nm></Dbtr></RltdPties>"
        + "<RmtInf><Ustrd>"
        + quoted
        + "</Ustrd></RmtInf>";
  }

  /** Numbers of digits are years, dates and amounts, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Beitrag Maerz 2026  | 2026
          # words that only together are a number without signs
          Miete vom 12.03.26  | -
          zahlen 11.66 EUR    | -
          17                  | 17
          Rechnung 20/31      | 20-31
          """)
  void onlyProposesWhatADateOrAnAmountMayBe(String text, String number) {
    List<String> expected = number == null ? List.of() : List.of(number);
    BankTransaction other = receipt("119.00", from("Sud AG", text));
    ReceiptMatcher knowing =
        DIGITS.knowing(Map.of("2026", "Fern KG", "17", "Fern KG", "20-31", "Fern KG"));
    assertThat(knowing.paidBy(other)).isEmpty();
    assertThat(knowing.proposed(other).orElseThrow().invoices()).isEqualTo(expected);
    BankTransaction nameless = receipt("<Ustrd>" + text + "</Ustrd>");
    assertThat(DIGITS.paidBy(nameless)).isEmpty();
    BankTransaction own = receipt("119.00", from("FÉRN  KG", text));
    assertThat(knowing.paidBy(own).map(Invoice::number)).isEqualTo(Optional.ofNullable(number));
  }

  @Test
  void takesAShortNumberFromAStructuredPlace() {
    String listed = "<Strd><RfrdDocInf><Nb>12</Nb></RfrdDocInf></Strd>";
    assertThat(MATCHER.paidBy(receipt(listed)).map(Invoice::number)).contains("12");
  }

  @Test
  void leavesTwoInvoicesToAPerson() {
    BankTransaction both = receipt("<Ustrd>INV-2026/0008 und INV-2026/0007</Ustrd>");
    assertThat(MATCHER.paidBy(both)).isEmpty();
    assertThat(MATCHER.proposed(both))
        .contains(
            new ProposedReceipt(
                B_1,
                LocalDate.of(2026, 3, 4),
                eur("119.00"),
                true,
                Optional.empty(),
                List.of("INV-2026/0008", "INV-2026/0007")));
  }

  @Test
  void proposesAnEventThatHoldsSteps() {
    BankTransaction both = receipt("<Ustrd>INV-2026/0008 und INV-2026/0007</Ustrd>");
    assertThat(MATCHER.proposed(both).orElseThrow().event())
        .isEqualTo(LedgerEvent.candidateReceipt(LocalDate.of(2026, 3, 4), B_1, eur("119.00"), ""));
  }

  @Test
  void leavesMoreThanTheInvoiceToAPerson() {
    BankTransaction more = receipt("119.01", "<RmtInf><Ustrd>INV-2026/0007</Ustrd></RmtInf>");
    assertThat(MATCHER.paidBy(more)).isEmpty();
    assertThat(MATCHER.proposed(more).orElseThrow().invoices()).containsExactly("INV-2026/0007");
    BankTransaction less = receipt("100.00", "<RmtInf><Ustrd>INV-2026/0007</Ustrd></RmtInf>");
    assertThat(MATCHER.paidBy(less)).isPresent();
    assertThat(MATCHER.proposed(less)).isEmpty();
  }

  @Test
  void proposesMoneyThatIsOnlyAnnouncedOrQuotesNothing() {
    String pending = camt("camt.052.001.08", entry("119.00", "CRDT", "").replace("BOOK", "PDNG"));
    BankTransaction announced =
        BankReader.standard().read(source(pending)).orThrow().transactions().get(0);
    assertThat(MATCHER.proposed(announced).orElseThrow())
        .returns(false, ProposedReceipt::isBooked)
        .returns(List.of(), ProposedReceipt::invoices);
    String out = camt("camt.053.001.08", entry("119.00", "DBIT", ""));
    BankTransaction paidOut =
        BankReader.standard().read(source(out)).orThrow().transactions().get(0);
    assertThat(MATCHER.proposed(paidOut)).isEmpty();
  }
}
