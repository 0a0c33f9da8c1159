package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.camt;
import static io.dunning.bridges.document.Documents.entry;
import static io.dunning.bridges.document.Documents.source;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankReaderTest {
  private static final BankReader READER = BankReader.standard();
  private static final String V8 = "camt.053.001.08";
  private static final LocalDate VALUE = LocalDate.of(2026, 3, 4);
  private static final LocalDate BOOKED = LocalDate.of(2026, 3, 5);

  /** Details of a transfer; in version 08 the names of parties stand one level deeper. */
  private static final String TRANSFER =
      """
      <NtryDtls><TxDtls>
        <Refs><AcctSvcrRef>T-1</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
        <Amt Ccy="EUR">119.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <RltdPties><Dbtr><Pty><Nm>Süd AG</Nm></Pty></Dbtr>
          <DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>
        <RmtInf><Ustrd>Rechnung INV-7</Ustrd><Ustrd>Danke</Ustrd>
          <Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>INV-7</Nb></RfrdDocInf>
            <CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
      </TxDtls></NtryDtls>
      """;

  private static List<BankTransaction> read(String version, String entries) {
    return READER.read(source(camt(version, entries))).orThrow().transactions();
  }

  private static Mapped<BankFile> mapped(String entries) {
    return READER.read(source(camt(V8, entries)));
  }

  @Test
  void bringsAPaymentWithEverythingThatItQuotes() {
    BankTransaction payment = read(V8, entry("119.00", "CRDT", TRANSFER)).get(0);
    assertThat(payment)
        .isEqualTo(
            new BankTransaction(
                "S-17/1/1",
                "DE89370400440532013000",
                Kind.RECEIPT,
                eur("119.00"),
                VALUE,
                BOOKED,
                Optional.empty(),
                List.of(),
                Optional.of("Süd AG"),
                Optional.of("DE02120300000000202051"),
                new PaymentReferences(
                    List.of("RF18539007547034"),
                    List.of("INV-7"),
                    Optional.empty(),
                    Optional.empty(),
                    "Rechnung INV-7 Danke"),
                Optional.empty(),
                Optional.of("T-1")));
    assertThat(payment.event())
        .contains(
            new BookedEvent(
                LedgerEvent.payment(VALUE, eur("119.00")),
                BOOKED,
                Evidence.NONE.withDocument("DE89370400440532013000 2026-03-05 T-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camt.052.001.02", "camt.053.001.02", "camt.054.001.02", "camt.053.001.03",
        "camt.053.001.04", "camt.054.001.04", "camt.052.001.08", "camt.053.001.08",
        "camt.054.001.08", "camt.053.001.13"
      })
  void readsEveryMessageAndVersion(String version) {
    boolean isOld = version.endsWith("02") || version.endsWith("03");
    String text =
        isOld
            ? TRANSFER
                .replaceAll("</?Pty>", "")
                .replace("<Amt Ccy=\"EUR\">119.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>", "")
            : TRANSFER;
    String booked = entry("119.00", "CRDT", text);
    booked = isOld ? booked.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>") : booked;
    assertThat(read(version, booked))
        .singleElement()
        .returns(Kind.RECEIPT, BankTransaction::kind)
        .returns(Optional.of("Süd AG"), BankTransaction::counterparty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # direction | status | what stands in the entry                          | kind
          CRDT | BOOK | -                                                            | RECEIPT
          DBIT | BOOK | -                                                            | PAYOUT
          CRDT | PDNG | -                                                            | EXPECTED_RECEIPT
          CRDT | FUTR | -                                                            | EXPECTED_RECEIPT
          DBIT | PDNG | -                                                            | INFORMATION
          CRDT | INFO | -                                                            | INFORMATION
          # a reversal names the sign of the correction
          DBIT | BOOK | <RvslInd>true</RvslInd>                                      | RECEIPT_REVERSED
          CRDT | BOOK | <RvslInd>true</RvslInd>                                      | PAYOUT_REVERSED
          CRDT | BOOK | <RvslInd>false</RvslInd>                                     | RECEIPT
          CRDT | PDNG | <RvslInd>true</RvslInd>                                      | INFORMATION
          # a return by its reason or its code
          DBIT | BOOK | <NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls> | RECEIPT_REVERSED
          CRDT | BOOK | <NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls> | PAYOUT_REVERSED
          DBIT | BOOK | <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd> | RECEIPT_REVERSED
          CRDT | BOOK | <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd> | RECEIPT
          """)
  void knowsWhatAnEntryComesTo(String direction, String status, String more, Kind kind) {
    String text = entry("10.00", direction, more == null ? "" : more);
    BankTransaction found = read(V8, text.replace("BOOK", status)).get(0);
    assertThat(found.kind()).isEqualTo(kind);
    boolean moves = kind == Kind.RECEIPT || kind == Kind.RECEIPT_REVERSED;
    assertThat(found.event().isPresent()).isEqualTo(moves);
  }

  @Test
  void takesBackAReturnedDebitWithoutTheChargesOfTheBank() {
    String returned =
        """
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>INV-7</EndToEndId><MndtId>M-1</MndtId></Refs>
          <AmtDtls><InstdAmt><Amt Ccy="EUR">119.00</Amt></InstdAmt></AmtDtls>
          <Chrgs><Rcrd><Amt Ccy="EUR">3.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>
          <RltdPties><Dbtr><Pty><Nm>Süd AG</Nm></Pty></Dbtr></RltdPties>
          <RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>
        </TxDtls></NtryDtls>
        """;
    BankTransaction back = read(V8, entry("122.50", "DBIT", returned)).get(0);
    assertThat(back.amount()).isEqualTo(eur("119.00"));
    assertThat(back.charges()).containsExactly(eur("3.50"));
    assertThat(back.counterparty()).contains("Süd AG");
    assertThat(back.references().mandate()).contains("M-1");
    assertThat(back.event().orElseThrow())
        .returns(LedgerEvent.paymentReversed(VALUE, eur("119.00")), BookedEvent::event)
        .returns(Optional.of("MD06"), e -> e.evidence().remark());
    // the parts do not make the entry: the entry counts
    BankTransaction odd = read(V8, entry("122.49", "DBIT", returned)).get(0);
    assertThat(odd.amount()).isEqualTo(eur("122.49"));
  }

  @Test
  void leavesAReceiptWholeWhateverItCost() {
    String paid =
        """
        <NtryDtls><TxDtls>
          <AmtDtls><InstdAmt><Amt Ccy="EUR">119.00</Amt></InstdAmt></AmtDtls>
          <Chrgs><Rcrd><Amt Ccy="EUR">3.50</Amt></Rcrd>
            <Rcrd><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd>
            <Rcrd><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Rcrd></Chrgs>
        </TxDtls></NtryDtls>
        """;
    BankTransaction receipt = read(V8, entry("122.50", "CRDT", paid)).get(0);
    assertThat(receipt.amount()).isEqualTo(eur("122.50"));
    assertThat(receipt.charges())
        .as("not of zero, nor what came back")
        .containsExactly(eur("3.50"));
  }

  @Test
  void takesTheDirectionOfTheEntryIfItIsNotDivided() {
    String other = "<NtryDtls><TxDtls><CdtDbtInd>CRDT</CdtDbtInd></TxDtls></NtryDtls>";
    assertThat(read(V8, entry("5.00", "DBIT", other)).get(0).kind()).isEqualTo(Kind.PAYOUT);
  }

  @Test
  void dividesNothingByNegativeParts() {
    String parts =
        "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">-1.00</Amt></TxDtls>"
            + "<TxDtls><Amt Ccy=\"EUR\">6.00</Amt></TxDtls></NtryDtls>";
    assertThat(read(V8, entry("5.00", "CRDT", parts))).hasSize(1);
  }

  @Test
  void dividesAnEntryThatItsTransactionsAddUpTo() {
    String batch =
        """
        <NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>
          <TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="EUR">100.00</Amt></TxDtls>
          <TxDtls><Refs><EndToEndId>B</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">25.00</Amt></TxAmt></AmtDtls></TxDtls>
          <TxDtls><Refs><EndToEndId>C</EndToEndId></Refs><Amt Ccy="EUR">6.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>
            <RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls>
        </NtryDtls>
        """;
    assertThat(read(V8, entry("119.00", "CRDT", batch)))
        .extracting(BankTransaction::id, BankTransaction::kind, BankTransaction::amount)
        .containsExactly(
            tuple("S-17/1/1", Kind.RECEIPT, eur("100.00")),
            tuple("S-17/1/2", Kind.RECEIPT, eur("25.00")),
            tuple("S-17/1/3", Kind.RECEIPT_REVERSED, eur("6.00")));
    Mapped<BankFile> odd = mapped(entry("119.01", "CRDT", batch));
    assertThat(odd.orThrow().transactions())
        .singleElement()
        .returns(eur("119.01"), BankTransaction::amount);
    assertThat(odd.losses().get(0).what())
        .isEqualTo("transactions of the entry do not add up to it, so it is not divided");
  }

  @Test
  void tellsThatAnEntryDoesNotListItsTransactions() {
    Mapped<BankFile> read =
        mapped(entry("119.00", "CRDT", "<NtryDtls><Btch><NbOfTxs>12</NbOfTxs></Btch></NtryDtls>"));
    assertThat(read.losses())
        .extracting(Finding::toString)
        .containsExactly(
            "test.xml:6:13: BkToCstmrStmt/Stmt/Ntry: entry books several transactions and does not"
                + " list them: 12 transactions, 119.00 EUR");
  }

  @Test
  void knowsWhatWasSentInAnotherCurrency() {
    String sent =
        "<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy=\"USD\">130.00</Amt></InstdAmt>"
            + "</AmtDtls></TxDtls></NtryDtls>";
    BankTransaction paid = read(V8, entry("119.00", "CRDT", sent)).get(0);
    assertThat(paid.amountIn(CurrencyUnit.of("USD"))).contains(usd("130.00"));
    assertThat(paid.amountIn(CurrencyUnit.of("GBP"))).isEmpty();
    assertThat(paid.eventIn(CurrencyUnit.of("USD")).orElseThrow().event())
        .isEqualTo(LedgerEvent.payment(VALUE, usd("130.00")));
    assertThat(paid.event().orElseThrow().event())
        .isEqualTo(LedgerEvent.payment(VALUE, eur("119.00")));
    String nothing = sent.replace("130.00", "0");
    assertThat(read(V8, entry("119.00", "CRDT", nothing)).get(0).instructed()).isEmpty();
  }

  @Test
  void comparesTheBalancesWithTheEntries() {
    String balance =
        "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
            + "<CdtDbtInd>%s</CdtDbtInd></Bal>";
    String opening = balance.formatted("OPBD", "100.00", "DBIT");
    String entries =
        entry("119.00", "CRDT", "")
            + entry("9.00", "DBIT", "")
            // pending entries do not count
            + entry("50.00", "CRDT", "").replace("BOOK", "PDNG");
    String closing = balance.formatted("CLBD", "10.00", "CRDT");
    Mapped<BankFile> sound = mapped(opening + closing + entries);
    assertThat(sound.isComplete()).isTrue();
    assertThat(sound.orThrow().statements())
        .containsExactly(
            new BankFile.Statement(
                "S-17",
                "DE89370400440532013000",
                false,
                Optional.of(eur("-100.00")),
                Optional.of(eur("10.00")),
                3,
                Optional.empty()));
    Mapped<BankFile> odd = mapped(opening + closing + entries.replace(">9.00<", ">8.00<"));
    assertThat(odd.losses()).hasSize(1);
    String dollars = entry("9.00", "DBIT", "").replace("EUR", "USD");
    assertThat(mapped(opening + closing + entries + dollars).isComplete())
        .as("several currencies cannot be compared")
        .isTrue();
  }

  @Test
  void tellsOfDuplicatesAndOfFilesThatGoOn() {
    for (String code : List.of("DUPL", "CODU")) {
      Mapped<BankFile> copy = mapped("<CpyDplctInd>" + code + "</CpyDplctInd>");
      assertThat(copy.orThrow().statements().get(0).isCopy()).isTrue();
      assertThat(copy.losses().get(0).advice()).isPresent();
    }
    assertThat(mapped("<CpyDplctInd>COPY</CpyDplctInd>").isComplete()).isTrue();
    String page = "<MsgId>M-1</MsgId><MsgPgntn><LastPgInd>false</LastPgInd></MsgPgntn>";
    String first = camt(V8, "").replace("<MsgId>M-1</MsgId>", page);
    assertThat(READER.read(source(first)).losses().get(0).what())
        .isEqualTo("message goes on in another file");
  }

  @Test
  void tellsEveryProblemAtOnceAndTakesNothing() {
    String bad =
        entry("119,00", "CRDT", "")
            + entry("1.00", "CREDIT", "")
            + entry("1.00", "CRDT", "").replace("2026-03-04", "2026-02-29");
    Mapped<BankFile> read = mapped(entry("5.00", "CRDT", "") + bad);
    assertThat(read.value()).isEmpty();
    assertThat(read.problems())
        .extracting(p -> p.what() + ": " + p.found().orElse(""))
        .contains(
            "amount is not a decimal number: 119,00",
            "is neither CRDT nor DBIT: CREDIT",
            "date does not exist: 2026-02-29");
  }

  @Test
  void handsOverNothingOfAFileWithAProblemAtItsEnd() {
    List<BankTransaction> taken = new ArrayList<>();
    Mapped<BankFile> read =
        READER.stream(
            source(camt(V8, entry("5.00", "CRDT", "").repeat(50) + entry("x", "CRDT", ""))),
            taken::add);
    assertThat(read.value()).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void handsOverNothingOfAFileThatWasCutOff() {
    String text = camt(V8, entry("5.00", "CRDT", "").repeat(50));
    List<BankTransaction> taken = new ArrayList<>();
    for (int length = 0; length < text.length() - 1; length += 997) {
      assertThat(READER.stream(source(text.substring(0, length)), taken::add).value()).isEmpty();
    }
    assertThat(taken).isEmpty();
    assertThat(READER.stream(source(text), taken::add).problems()).isEmpty();
    assertThat(taken).isEqualTo(READER.read(source(text)).orThrow().transactions()).hasSize(50);
  }

  @Test
  void tellsThatAFileChangedWhileItWasRead() {
    List<String> texts =
        new ArrayList<>(
            List.of(camt(V8, entry("5.00", "CRDT", "")), camt(V8, entry("6.00", "CRDT", ""))));
    XmlSource changing = XmlSource.of("test.xml", () -> source(texts.remove(0)).open());
    Mapped<BankFile> read = READER.stream(changing, transaction -> {});
    assertThat(read.problems())
        .extracting(Finding::toString)
        .containsExactly(
            "test.xml: document changed while it was read"
                + "\nMaybe roll back what was handed over, and read it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"camt.053.001.01", "camt.053.001.14", "camt.056.001.08", "pain.001.001.09"})
  void refusesOtherMessages(String message) {
    String text = camt(V8, "").replace(V8, message);
    assertThat(READER.read(source(text)).problems())
        .singleElement()
        .extracting(Finding::what)
        .isEqualTo("document is not camt.052, camt.053 or camt.054 in a version from 02 to 13");
  }

  /** Only a debit with a mandate and a code of SEPA direct debits is a collection that failed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          DBIT | M-12 | AM04 | failed
          DBIT | -    | AM04 | -
          DBIT | M-12 | XX99 | -
          CRDT | M-12 | AM04 | -
          """)
  void tellsWhichCollectionsFailed(String direction, String mandate, String code, String event) {
    String refs = mandate == null ? "" : "<Refs><MndtId>" + mandate + "</MndtId></Refs>";
    String details =
        "<NtryDtls><TxDtls>"
            + refs
            + "<RtrInf><Rsn><Cd>"
            + code
            + "</Cd></Rsn></RtrInf></TxDtls></NtryDtls>";
    String text = camt("camt.053.001.08", entry("90.00", direction, details));
    BankTransaction read = BankReader.standard().read(source(text)).orThrow().transactions().get(0);
    assertThat(read.failedCollection())
        .isEqualTo(
            Optional.ofNullable(event)
                .map(e -> LedgerEvent.collectionFailed(read.date(), "SEPA-SDD", code)));
  }

  @Test
  void namesEachPartOfABatchThatHasOneReference() {
    String part = "<TxDtls><Amt Ccy=\"EUR\">45.00</Amt></TxDtls>";
    String own =
        "<TxDtls><Refs><AcctSvcrRef>B-9</AcctSvcrRef></Refs><Amt Ccy=\"EUR\">45.00</Amt></TxDtls>";
    String text =
        camt(
            "camt.053.001.08",
            entry("135.00", "CRDT", "<NtryDtls>" + part + part + own + "</NtryDtls>"));
    assertThat(BankReader.standard().read(source(text)).orThrow().transactions())
        .extracting(t -> t.bankReference().orElseThrow())
        .containsExactly("B-1/1", "B-1/2", "B-9");
  }
}
