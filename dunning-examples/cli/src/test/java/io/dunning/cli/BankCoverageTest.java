package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through which day {@code read} takes the bank data to go. */
class BankCoverageTest extends ReadDocuments {
  private static final String GOES_ON = "<MsgPgntn><LastPgInd>false</LastPgInd></MsgPgntn>";

  @BeforeEach
  void oneInvoiceOf600() throws IOException {
    ledger("R-1001,W,2026-01-02,2026-02-01,,EUR,600.00\n", "");
  }

  private static String statement(String account, String balances) {
    return "<Stmt><Id>1</Id><Acct><Id><Othr><Id>"
        + account
        + "</Id></Othr></Id></Acct>"
        + balances
        + "</Stmt>";
  }

  private String statements(String name, String header, String... statements) throws IOException {
    String text =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>"
            + "<GrpHdr><MsgId>M</MsgId>"
            + header
            + "</GrpHdr>"
            + String.join("", statements)
            + "</BkToCstmrStmt></Document>";
    return file(name + ".xml", text).toString();
  }

  private String bankFile(String account, String balances) throws IOException {
    return statements("bank-" + account, "", statement(account, balances));
  }

  private static String balance(String code, String amount, String day) {
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + code
        + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>"
        + day
        + "</Dt></Dt></Bal>";
  }

  private static String closing(String day) {
    return balance("CLBD", "9.00", day);
  }

  /** The balances of a statement of one day, with an entry that leads from one to the other. */
  private static String from(String opening, String closing, String entry, String day) {
    return balance("OPBD", opening, day)
        + balance("CLBD", closing, day)
        + "<Ntry><Amt Ccy=\"EUR\">"
        + entry
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>"
        + day
        + "</Dt></ValDt></Ntry>";
  }

  /** Bank data are as old as those of the account that was read least. */
  @Test
  void recordsThroughWhichDayTheBankDataGo() throws IOException {
    String one = bankFile("A", closing("2026-03-05"));
    String two = bankFile("B", closing("2026-03-04"));
    Run run = added("one", one, two, INVOICE);
    assertThat(run.out())
        .startsWith("wrote 1 more invoice and 2 more events")
        .contains("- bank data go up to 2026-03-04");
    String events = written("one/events.csv");
    assertThat(events)
        .contains("2026-03-04,,W,bank-data-as-of")
        .contains("2026-03-04,,C-4,bank-data-as-of");
    Run older = dunning("read", two, "--ledger", out("one"), "--out", out("two"));
    assertThat(older.err()).isEmpty();
    assertThat(older.out()).doesNotContain("bank data go up to");
    assertThat(written("two/events.csv")).isEqualTo(events);
    Run newer = dunning("read", one, "--ledger", out("one"), "--out", out("three"));
    assertThat(newer.out()).contains("- bank data go up to 2026-03-05");
    assertThat(written("three/events.csv")).contains("2026-03-05,,W,bank-data-as-of");
  }

  @Test
  void recordsNoDayIfTheFileIsNoStatement() throws IOException {
    String text =
        Files.readString(Path.of(bankFile("A", closing("2026-03-05"))))
            .replace("camt.053", "camt.052")
            .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
            .replace("Stmt>", "Rpt>");
    Run run = added("one", file("report.xml", text).toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("bank data go up to");
  }

  @Test
  void recordsNoDayIfAnAccountIsNotWhole() throws IOException {
    String whole = bankFile("A", closing("2026-03-31"));
    String part = statements("part", GOES_ON, statement("B", closing("2026-03-05")));
    for (String[] files : new String[][] {{whole, part}, {part, whole}}) {
      Run run = added(files[0].equals(whole) ? "one" : "two", files);
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .doesNotContain("bank data go up to")
          .contains(
              "- bank data do not go further for account B: a statement of it is not whole; ask the"
                  + " bank for it in one file");
    }
  }

  @Test
  void recordsNoDayIfAnAccountHasNoticesOnly() throws IOException {
    String whole = bankFile("A", closing("2026-03-31"));
    String notice =
        Files.readString(Path.of(bankFile("B", "")))
            .replace("camt.053", "camt.054")
            .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
            .replace("Stmt>", "Ntfctn>");
    assertThat(added("one", whole, file("notice.xml", notice).toString()).out())
        .doesNotContain("bank data go up to")
        .contains("for account B: no file is a statement (camt.053) of it; read one");
    String ofSame = notice.replace("<Id>B</Id>", "<Id>A</Id>");
    assertThat(added("two", whole, file("same.xml", ofSame).toString()).out())
        .contains("- bank data go up to 2026-03-31")
        .doesNotContain("go further");
  }

  @Test
  void stopsAtAGapBetweenStatements() throws IOException {
    String first = statement("A", from("0.00", "7.00", "7.00", "2026-03-02"));
    String second = statement("A", from("7.00", "9.00", "2.00", "2026-03-03"));
    String third = statement("A", from("9.00", "10.00", "1.00", "2026-03-30"));
    assertThat(added("gap", statements("g", "", third, first)).out())
        .contains("- bank data go up to 2026-03-02")
        .contains(
            "- bank data do not go further for account A: the statement through 2026-03-30 does not"
                + " go on from the balance of the one through 2026-03-02; read those between them in"
                + " the same run");
    assertThat(added("all", statements("a", "", third, first, second, second)).out())
        .contains("- bank data go up to 2026-03-30")
        .doesNotContain("go further");
  }

  /** Some banks make several statements a day. */
  @Test
  void followsTheStatementsOfADayInTheOrderOfTheirBalances() throws IOException {
    String morning = statement("A", from("0.00", "7.00", "7.00", "2026-03-02"));
    String noon = statement("A", from("7.00", "9.00", "2.00", "2026-03-02"));
    String evening = statement("A", from("9.00", "10.00", "1.00", "2026-03-02"));
    assertThat(added("all", statements("a", "", evening, noon, morning)).out())
        .contains("- bank data go up to 2026-03-02")
        .doesNotContain("go further");
    assertThat(added("gap", statements("g", "", evening, morning)).out())
        .contains("- bank data go up to 2026-03-01");
  }

  @Test
  void followsEachCurrencyOfAnAccount() throws IOException {
    String euros = statement("A", from("0.00", "7.00", "7.00", "2026-03-02"));
    String dollars =
        statement("A", from("3.00", "7.00", "4.00", "2026-03-03").replace("EUR", "USD"));
    assertThat(added("one", statements("a", "", euros, dollars)).out())
        .contains("- bank data go up to 2026-03-02")
        .doesNotContain("go further");
  }
}
