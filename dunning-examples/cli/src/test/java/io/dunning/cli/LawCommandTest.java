package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawCommandTest extends CommandFixture {
  private static List<String> lines(String command) {
    Run run = dunning(command.split(" "));
    assertThat(run.err()).isEmpty();
    return run.out().lines().skip(1).toList();
  }

  @Test
  void theRadarTellsStatusSourceAndDay() {
    assertThat(lines("law --format csv")).hasSize(21).isEqualTo(lines("law --radar --format csv"));
    assertThat(lines("law --country pl --format csv"))
        .hasSize(2)
        .allMatch(l -> l.contains(",PL,in force,2026-0") && l.contains(",2026-11-27,"));
    assertThat(lines("law --radar --country GB --pending-on 2026-11-27 --format csv"))
        .extracting(l -> l.split(",")[0])
        .containsExactly("GB-CPB", "GB-CPB-DISPUTE");
    assertThat(dunning("law", "--radar", "--json").out())
        .startsWith("[")
        .contains("\"status\":\"dropped\"");
    assertThat(dunning("law").out()).contains("law of 2026-11-27: 21 changes; what is pending");
  }

  @Test
  void countsTheListAndRefusesACountryWithoutChanges() {
    assertThat(dunning("law", "--country", "PL").out())
        .contains("law of 2026-11-27: 21 changes, 2 listed; what is pending");
    Run unknown = dunning("law", "--radar", "--country", "DEU");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("--country: no change of law of DEU")
        .contains("EU, ")
        .contains("GB");
  }

  @Test
  void saysWhyAnAssumptionChangesNothing() throws IOException {
    String command = "law --as-of 2026-03-20 --policy standard-b2b --assume GB-CPB";
    ledger("I1,A,2026-01-01,2026-04-01,,GBP,100.00\n", "");
    file("customers.csv", "customer,kind,country\nA,business,\n");
    assertThat(run(command).out())
        .contains(
            "Nothing changes; debts looked at: 1, of customers in the countries concerned: 0; the"
                + " col");
    file("customers.csv", "customer,kind,country\nA,consumer,GB\n");
    assertThat(run(command).out())
        .contains(
            "looked at: 1, of customers in the countries concerned: 1, and GB-CPB: at most 60");
  }

  @Test
  void printsTheOtherTables() {
    assertThat(lines("law --not-collectable --format csv")).hasSize(15);
    assertThat(lines("law --e-invoice --format csv"))
        .anyMatch(l -> l.startsWith("FR-CDV,207,en litige (disputed),dispute,,"));
    assertThat(lines("law --rates --format csv"))
        .anyMatch(l -> l.startsWith("FR-LEGAL,French legal rate,2026-01-01,2026-06-30,2.62,"));
  }

  @Test
  void comparesALedgerUnderTodaysLawAndAChange() throws IOException {
    file("customers.csv", "customer,kind,country\nA,business,GB\nB,business,DE\n");
    ledger(
        """
        I1,A,2026-01-01,2026-04-01,,GBP,100.00
        I2,B,2026-01-01,2026-04-01,,EUR,100.00
        """,
        "");
    String command = "law --as-of 2026-03-20 --policy standard-b2b --format csv --assume GB-CPB";
    assertThat(run(command).out().lines().skip(1))
        .hasSize(1)
        .allMatch(l -> l.startsWith("A,I1,GBP,2026-04-01,2026-03-02,not due,act: "));
    assertThat(run(command + " --invoices-from 2026-01-02").out().lines().skip(1)).isEmpty();
  }

  @Test
  void readsANewerRadar() throws IOException {
    String columns =
        "id\tcountry\ttitle\tstatus\tfrom\tlongestTermDays\twhat\treadOn\tsource\tconfidence\n";
    String row = "X\tGB\tAct\tadopted\t2028-01-01\t60\tterm\t2027-02-28\tactual text\tverified\n";
    String file = file("radar.tsv", "version\t2027-03-01\n" + columns + row).toString();
    assertThat(dunning("law", "--format", "csv", "--file", file).out().lines().skip(1))
        .containsExactly("X,GB,adopted,2028-01-01,Act,term,2027-02-28,actual text,verified");
    String bad =
        file("bad.tsv", "version\t2\n" + columns + row.replace("adopted", "law")).toString();
    assertThat(dunning("law", "--file", bad).err())
        .contains("line 3: status: not one of in force, adopted, bill, draft, dropped: law");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          law --assume GB-CPB           | --assume: needs --ledger, --as-of and --policy
          law --rates --country GB      | --country and --pending-on work only with --radar
          law --e-invoice --file x.tsv  | --file: works only with --radar and --assume
          law --file none.tsv           | --file: no such file: none.tsv
          """)
  void refusesWhatMakesNoSense(String command, String error) {
    Run run = dunning(command.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(error);
  }

  @Test
  void refusesToAssumeWhatWasDroppedOrCannotBeCounted() throws IOException {
    ledger(ONE_INVOICE, "");
    String command = "law --as-of 2026-03-20 --policy standard-b2b --assume ";
    assertThat(run(command + "GB-CPB-45").err()).startsWith("--assume: change was dropped");
    assertThat(run(command + "KR-TIMEBARRED").err())
        .startsWith("--assume: nothing in it can be counted");
    assertThat(run(command + "XX").err()).startsWith("--assume: no such change of law: XX");
  }
}
