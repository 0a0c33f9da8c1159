package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.ledger.Account;
import io.dunning.letters.LetterComposer;
import io.dunning.letters.LetterContent;
import io.dunning.letters.LetterKind;
import io.dunning.letters.Letters;
import io.dunning.letters.PostalAddress;
import io.dunning.letters.Sender;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterCommandTest extends CommandFixture {
  private static final Condition ALWAYS = Condition.always();

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
    for (String out : List.of("x.doc", "/", "pdf", ".pdf")) {
      assertThat(run("letter --invoice I1 --as-of 2026-06-03 --out " + out).err())
          .isEqualTo("--out: does not end with .pdf, .html or .txt: " + out + "\n");
    }
    assertThat(run("letter --invoice I1 --as-of 2026-06-03 --lang 1").err())
        .isEqualTo("--lang: is not a language such as de or en-US: 1\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03 --lang de_DE").err()).isEmpty();
    file("sender.properties", SENDER + "ibna=1\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03").err())
        .contains("sender.properties: ibna is not one of account, address,");
    Files.delete(folder.resolve("sender.properties"));
    assertThat(run("letter --invoice I1 --as-of 2026-06-03").err()).contains("no such file");
  }

  // the commands of the guide
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INV-1016 | promise-confirmation | standard-b2b | We have noted your promise to pay
          INV-1011 | thanks               | standard-b2b | Thank you for your payment
          INV-1015 | settlement-offer     | endgame-b2b  | Our offer to settle
          INV-1015 | plan-proposal        | endgame-b2b  | A payment plan for
          """)
  void writesTheKindOfLetterThatIsAskedFor(
      String invoice, String kind, String policy, String subject) {
    Run run =
        dunning(
            "letter", "--invoice", invoice, "--kind", kind, "--policy", policy, "--lang", "en-IE");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(subject, invoice);
  }

  @Test
  void namesTheOtherLettersOfTheDay() throws IOException {
    invoice();
    ledger(ONE_INVOICE + "I2,A,2026-05-01,2026-05-31,,EUR,70.00\n", "");
    Run run = run("letter --customer A --as-of 2026-06-03");
    assertThat(run.out()).contains("invoice I1");
    assertThat(run.err()).containsPattern("also due on 2026-06-03: .* about I2 \\(--invoice I2\\)");
  }

  @Test
  void writesInTheLanguageOfThePersonAndAsATextMessage() throws IOException {
    invoice();
    file("persons.csv", "customer,person,role,language\nA,Karla Brandt,payables clerk,de-AT\n");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03").out()).contains("Rechnung I1");
    assertThat(run("letter --invoice I1 --as-of 2026-06-03 --sms 1").out())
        .startsWith("Nord GmbH: ")
        .hasSizeLessThan(162);
  }

  @Test
  void aPromiseOfTheAccountIsAboutItsInvoices() throws IOException {
    invoice();
    ledger(ONE_INVOICE, "2026-06-02,,A,promise,,2026-06-20,,,\n2026-06-03,I1,,payment,40.00,,,,\n");
    String on = " --as-of 2026-06-05 --kind ";
    assertThat(run("letter --invoice I1" + on + "promise-confirmation").out())
        .contains("you will pay €60.00 for invoice I1 by\n20 June 2026");
    assertThat(run("letter --customer A" + on + "thanks").out())
        .contains("payment of €40.00, made on");
  }

  @Test
  void saysThatThereIsNothingToConfirm() throws IOException {
    invoice();
    String on = " --as-of 2026-06-03 --kind ";
    assertThat(run("letter --invoice I1" + on + "promise-confirmation").err())
        .isEqualTo("no promise to pay for I1 is in force on 2026-06-03\n");
    assertThat(run("letter --customer A" + on + "thanks").err())
        .isEqualTo("no payment of A is noted until 2026-06-03\n");
    assertThat(run("letter --customer A" + on + "settlement-offer").err())
        .startsWith("no settlement offer is to be written on 2026-06-03\n")
        .contains("Maybe see the letter that comes next: --next");
    assertThat(run("letter --customer A" + on + "settlement-offer --next").err())
        .startsWith("no settlement offer is to be written from 2026-06-03 to 2027-07-08\n")
        .doesNotContain("Maybe");
    assertThat(run("letter --customer A" + on + "love").err())
        .startsWith("--kind: love is not one of reminder, notice, demand, settlement-offer,");
  }

  @Test
  void theSampleLedgerNeedsNoFiles() {
    Run run = dunning("letter", "--invoice", "INV-1015", "--lang", "de");
    assertThat(run.err())
        .contains("this letter is of 2026-07-07, as if nothing happens from 2026-06-30 on\n");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Letzte Mahnung: Rechnung INV-1015", "Inkassounternehmen");
  }

  /** Every step of every shipped policy that is written can be written in every language. */
  @ParameterizedTest
  @MethodSource("policies")
  void everyShippedPolicyHasItsLetters(String name) {
    DunningPolicy policy = Policies.one("--policy", name);
    Letters letters = Letters.standard();
    Sender sender =
        LetterSender.sample()
            .onBehalfOf("Blue Lake Inc", PostalAddress.in("US", "1 Main St", "Reno NV 89501"))
            .supervisedBy("an authority");
    PostalAddress to = PostalAddress.in("IE", "14 Quay Street", "Galway");
    LetterComposer composer = LetterComposer.of(Command.EVALUATOR, sender);
    Set<String> written = new TreeSet<>();
    for (Account account : TourCommand.sample().accounts()) {
      Account now = account;
      Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 3, 1));
      while (day.filter(d -> d.isBefore(LocalDate.of(2026, 12, 31))).isPresent()) {
        AccountRecommendation then = Command.EVALUATOR.evaluate(policy, now, day.get());
        for (DunningDocument each : then.documentsOnceApproved()) {
          if (LetterKind.of(each.actions()).isPresent() && written.add(each.step())) {
            LetterContent content = composer.compose(policy, now, each, to);
            for (String language : letters.languages()) {
              Locale locale = Locale.forLanguageTag(language);
              assertThat(letters.text(content, locale)).contains("IE29 AIBK").doesNotContain("{");
              assertThat(letters.html(content, locale)).contains("IE29 AIBK");
              assertThat(letters.sms(content, locale, 2).segments()).isLessThanOrEqualTo(2);
            }
            assertThat(letters.pdf(content, Locale.UK)).isNotEmpty();
          }
          now = Timeline.take(now, each);
        }
        day = Command.EVALUATOR.evaluate(policy, now, day.get()).reviewOn();
      }
    }
    policy.ladder().steps().stream()
        .filter(s -> LetterKind.of(s.actions()).isPresent() && s.condition().equals(ALWAYS))
        .forEach(s -> assertThat(written).contains(s.name()));
  }

  static List<String> policies() {
    return PolicyFiles.shippedNames();
  }
}
