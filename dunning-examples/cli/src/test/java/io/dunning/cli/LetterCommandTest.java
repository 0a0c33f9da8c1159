package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class LetterCommandTest extends CommandFixture {
  private static final String SENDER =
      """
      name=Nord GmbH
      address=Speicherweg 4; 28195 Bremen
      country=DE
      person=Jana Petersen
      email=konto@nord.example
      iban=DE89370400440532013000
      """;

  private void invoice() throws IOException {
    ledger(ONE_INVOICE, "");
    file("sender.properties", SENDER);
    file(
        "customers.csv",
        "customer,name,kind,country,address\nA,Acme KG,business,DE,Weg 1; 10115 Berlin\n");
  }

  @Test
  void printsTheLetterThatIsDue() throws IOException {
    invoice();
    Run run = run("letter --invoice I1 --as-of 2026-06-03 --lang de");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Freundliche Erinnerung: Rechnung I1", "100,00", "Acme KG\nWeg 1\n10115 Berlin")
        .contains("IBAN: DE89 3704 0044 0532 0130 00", "Nord GmbH");
  }

  @Test
  void writesFilesOfThreeKinds() throws IOException {
    invoice();
    for (String kind : new String[] {"pdf", "html", "txt"}) {
      String out = folder.resolve("x." + kind).toString();
      Run run = run("letter --customer A --as-of 2026-06-03 --lang fr --out " + out);
      assertThat(run.out())
          .isEqualTo(out + ": reminder of 2026-06-03, Petit rappel\u00a0: facture I1\n");
      assertThat(Files.size(folder.resolve("x." + kind))).isGreaterThan(500);
    }
    assertThat(Files.readString(folder.resolve("x.html"))).contains("Petit rappel");
  }

  @Test
  void saysWhyNothingIsToBeWritten() throws IOException {
    invoice();
    Run run = run("letter --invoice I1 --as-of 2026-06-01");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("nothing is to be written on 2026-06-01\n")
        .contains("Maybe see the letter that comes next: --next");
    assertThat(run("letter --invoice I1 --as-of 2026-06-01 --next").out()).contains("3 June 2026");
  }

  @Test
  void refusesWhatItCannotUse() throws IOException {
    invoice();
    assertThat(run("letter --invoice I9 --as-of 2026-06-03").err())
        .isEqualTo("--invoice: no such invoice: I9\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03 --lang xx").err())
        .isEqualTo("no phrases in the language xx, but in [de, en, fr, ko]\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03 --out x.doc").err())
        .isEqualTo("--out: does not end with .pdf, .html or .txt: x.doc\n");
    file("sender.properties", SENDER + "ibna=1\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03").err())
        .contains("sender.properties: ibna is not one of account, address,");
    Files.delete(folder.resolve("sender.properties"));
    assertThat(run("letter --invoice I1 --as-of 2026-06-03").err()).contains("no such file");
  }

  @Test
  void theSampleLedgerNeedsNoFiles() {
    Run run = dunning("letter", "--invoice", "INV-1015", "--lang", "de");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Letzte Mahnung: Rechnung INV-1015", "Inkassounternehmen");
  }
}
