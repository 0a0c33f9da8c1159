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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptMatcherTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 2, 1);
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
                "B-1",
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
        .isEqualTo(
            LedgerEvent.candidateReceipt(LocalDate.of(2026, 3, 4), "B-1", eur("119.00"), ""));
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
