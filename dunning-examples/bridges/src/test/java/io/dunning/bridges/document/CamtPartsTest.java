package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.camt;
import static io.dunning.bridges.document.Documents.entry;
import static io.dunning.bridges.document.Documents.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunning.bridges.document.BankTransaction.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of several transactions, what names a transaction, and how far a statement goes. */
class CamtPartsTest {
  private static final String V8 = "camt.053.001.08";
  private static final String OF_DAY = "DE89370400440532013000 2026-03-05 ";

  private static Mapped<BankFile> mapped(String version, String entries) {
    return BankReader.standard().read(source(camt(version, entries)));
  }

  private static List<BankTransaction> read(String entries) {
    return mapped(V8, entries).orThrow().transactions();
  }

  private static String part(String amount, String direction, String more) {
    return "<TxDtls><Refs><EndToEndId>INV-7</EndToEndId>"
        + more
        + "</Refs><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt><CdtDbtInd>"
        + direction
        + "</CdtDbtInd></TxDtls>";
  }

  private static String details(String... parts) {
    return "<NtryDtls>" + String.join("", parts) + "</NtryDtls>";
  }

  @Test
  void numbersPartsThatShareAReferenceOfTheirOwn() {
    String own = "<AcctSvcrRef>B-9</AcctSvcrRef>";
    String other = "<AcctSvcrRef>B-10</AcctSvcrRef>";
    String parts =
        details(
            part("40.00", "CRDT", own), part("40.00", "CRDT", own), part("40.00", "CRDT", other));
    assertThat(read(entry("120.00", "CRDT", parts)))
        .extracting(BankTransaction::document)
        .containsExactly(OF_DAY + "B-9/1", OF_DAY + "B-9/2", OF_DAY + "B-10");
  }

  /** Statements are numbered anew for each account and each year. */
  @ParameterizedTest
  @CsvSource({"NONREF, S-17/1/1", "1, 1"})
  void isNamedByAccountAndDayWhateverReferenceTheBankGives(String reference, String named) {
    String entry = entry("45.00", "CRDT", "").replace("B-1", reference);
    String text = camt(V8, entry);
    BankTransaction first = read(entry).get(0);
    assertThat(first.document()).isEqualTo(OF_DAY + named);
    assertThat(first.announcedAs()).isEqualTo("DE89370400440532013000 2026-03-04 " + named);
    assertThat(first.event().orElseThrow().evidence().document()).contains(first.document());
    for (String other :
        List.of(
            text.replace("DE89370400440532013000", "DE02120300000000202051"),
            text.replace("2026-03-05", "2027-03-05"))) {
      BankTransaction second =
          BankReader.standard().read(source(other)).orThrow().transactions().get(0);
      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.document()).isNotEqualTo(first.document());
    }
  }

  @Test
  void dividesACreditThatADebitLowers() {
    String parts = details(part("200.00", "CRDT", ""), part("20.00", "DBIT", ""));
    assertThat(read(entry("180.00", "CRDT", parts)))
        .extracting(BankTransaction::kind, t -> t.amount().toString())
        .containsExactly(tuple(Kind.RECEIPT, "200.00 EUR"), tuple(Kind.PAYOUT, "20.00 EUR"));
  }

  /** Whatever the details of a debit quote, the money that came in is another. */
  @Test
  void takesNothingFromADebitThatIsAllThatACreditLists() {
    Mapped<BankFile> read =
        mapped(V8, entry("180.00", "CRDT", details(part("180.00", "DBIT", ""))));
    BankTransaction receipt = read.orThrow().transactions().get(0);
    assertThat(receipt.kind()).isEqualTo(Kind.RECEIPT);
    assertThat(receipt.references().endToEndId()).isEmpty();
    assertThat(read.losses())
        .singleElement()
        .extracting(Finding::what)
        .isEqualTo(
            "transaction goes the other way than its entry, so nothing that it quotes is taken over");
  }

  @Test
  void readsAReversalWhoseDetailsShowThePaymentThatIsReversed() {
    String parts = "<RvslInd>true</RvslInd>" + details(part("180.00", "CRDT", ""));
    Mapped<BankFile> read = mapped(V8, entry("180.00", "DBIT", parts));
    assertThat(read.isComplete()).isTrue();
    BankTransaction back = read.orThrow().transactions().get(0);
    assertThat(back.kind()).isEqualTo(Kind.RECEIPT_REVERSED);
    assertThat(back.references().endToEndId()).contains("INV-7");
  }

  /** One of five transactions does not say what the other four pay. */
  @Test
  void takesNothingFromOneOfSeveralTransactionsUnlessItIsAllOfTheEntry() {
    String batch = "<Btch><NbOfTxs>5</NbOfTxs></Btch>";
    String some = details(batch, part("20.00", "CRDT", ""));
    assertThat(read(entry("180.00", "CRDT", some)).get(0).references().endToEndId()).isEmpty();
    String all = details(batch, part("180.00", "CRDT", ""));
    assertThat(read(entry("180.00", "CRDT", all)).get(0).references().endToEndId())
        .contains("INV-7");
  }

  /** Each page, and each statement that is no copy, counts its entries from 1. */
  @Test
  void tellsPagesAndStatementsOfOneNameApart() {
    String text = camt(V8, entry("45.00", "CRDT", "").replace("B-1", "NONREF"));
    String second = "<StmtPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>";
    String page = text.replace("<CreDtTm>", second + "<CreDtTm>");
    assertThat(ids(page)).containsExactly("S-17 page 2/1/1");
    String statement = text.substring(text.indexOf("<Stmt>"), text.indexOf("</Stmt>") + 7);
    assertThat(ids(text.replace("</Stmt>", "</Stmt>" + statement)))
        .containsExactly("S-17/1/1", "S-17 no. 2/1/1");
    String copy = statement.replace("<Acct>", "<CpyDplctInd>DUPL</CpyDplctInd><Acct>");
    assertThat(ids(text.replace("</Stmt>", "</Stmt>" + copy)))
        .containsExactly("S-17/1/1", "S-17/1/1");
  }

  private static List<String> ids(String text) {
    return BankReader.standard().read(source(text)).orThrow().transactions().stream()
        .map(BankTransaction::id)
        .toList();
  }

  private static final String CLOSING =
      "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">9.00</Amt>"
          + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-05</Dt></Dt></Bal>";

  private static final String OPENING =
      CLOSING.replace("CLBD", "OPBD").replace("9.00", "1.00").replace("03-05", "03-04");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          camt.053.001.08 | closing                             | 2026-03-05
          camt.053.001.08 | <ToDtTm>2026-03-04T23:59:59</ToDtTm> | 2026-03-04
          # a period that ends at midnight does not cover the day that begins
          camt.053.001.08 | <ToDtTm>2026-03-05T00:00:00</ToDtTm> | 2026-03-04
          # nor does one that ends at noon, or shortly before the end, cover its last day
          camt.053.001.08 | <ToDtTm>2026-03-05T12:00:00</ToDtTm> | 2026-03-04
          camt.053.001.08 | <ToDtTm>2026-03-05T23:58:59+01:00</ToDtTm> | 2026-03-04
          camt.053.001.08 | <ToDtTm>2026-03-05T23:59:00+01:00</ToDtTm> | 2026-03-05
          camt.053.001.08 | <ToDtTm>2026-03-05T24:00:00</ToDtTm> | 2026-03-05
          camt.053.001.08 | <ToDt>2026-03-05</ToDt>             | 2026-03-05
          # the statement was made on 6 March
          camt.053.001.08 | <ToDtTm>9999-12-31T23:59:59</ToDtTm> | 2026-03-05
          camt.053.001.08 | <ToDtTm>2026-03-06T23:59:59</ToDtTm> | 2026-03-06
          camt.053.001.08 | <ToDtTm>yesterday</ToDtTm>           | -
          camt.053.001.08 |                                      | -
          # the balances do not agree with the entries
          camt.053.001.08 | opening and closing                 | -
          # a report within a day and a notice do not say that they are complete
          camt.052.001.08 | closing                             | -
          camt.054.001.08 | closing                             | -
          """)
  void tellsThroughWhichDayAStatementKnowsWhatCameIn(String version, String said, String day) {
    String more =
        switch (String.valueOf(said)) {
          case "closing" -> CLOSING;
          case "opening and closing" -> OPENING + CLOSING;
          case "null" -> "";
          default -> "<FrToDt>" + said + "</FrToDt>";
        };
    Mapped<BankFile> read = mapped(version, more + entry("2.00", "CRDT", ""));
    assertThat(read.orThrow().statements().get(0).through())
        .isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
  }

  @Test
  void doesNotKnowHowFarAMessageGoesThatGoesOnElsewhere() {
    String text =
        camt(V8, CLOSING)
            .replace(
                "</GrpHdr>",
                "<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>");
    BankFile file = BankReader.standard().read(source(text)).orThrow();
    assertThat(file.statements().get(0).through()).isEmpty();
    Mapped<BankFile> page =
        mapped(V8, CLOSING + "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>");
    assertThat(page.orThrow().statements().get(0).through()).isEmpty();
    assertThat(page.losses())
        .extracting(Finding::what)
        .containsExactly("statement goes on in another file");
  }
}
