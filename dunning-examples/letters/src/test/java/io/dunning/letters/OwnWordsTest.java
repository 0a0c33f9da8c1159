package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host replaces by files, and what is wrong with them at the start. */
class OwnWordsTest {
  @TempDir Path folder;

  private static LetterContent letter(String step) {
    return LetterFixture.content(
        LetterFixture.everyLetter(), LetterFixture.account("1234.50"), step);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aPhraseAndATemplateAreReplaced() throws IOException {
    file("phrases_en.properties", "closing.friendly=Best wishes from Bremen,\n");
    file("letter.txt", "{{ subject }} | {{ closing }}\n");
    Letters letters = Letters.from(folder);
    assertThat(letters.text(letter("reminder"), Locale.UK))
        .isEqualTo("A friendly reminder: invoice INV-1015 | Best wishes from Bremen,\n");
    assertThat(letters.html(letter("reminder"), Locale.UK)).contains("Best wishes from Bremen");
  }

  /** The templates of a folder are used however its path is written. */
  @Test
  void aFolderCanBeNamedInAnyWay() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("letter.txt"), "own: {% include 'part.txt' %}\n");
    Files.writeString(own.resolve("part.txt"), "{{ subject }}");
    Path here = Path.of("").toAbsolutePath();
    for (Path each :
        new Path[] {
          own,
          folder.resolve("./own"),
          folder.resolve("own/../own/."),
          Path.of(".").resolve(here.relativize(own)),
        }) {
      assertThat(Letters.from(each).text(letter("notice"), Locale.UK))
          .as(each.toString())
          .isEqualTo("own: Notice of overdue payment: invoice INV-1015\n");
    }
  }

  /** What the host says without a tone goes before what ships with one. */
  @ParameterizedTest
  @CsvSource({"reminder, closing", "notice, closing.neutral", "demand, closing.final"})
  void aPhraseOfTheHostGoesBeforeAllThatShips(String step, String exact) throws IOException {
    file("phrases_en.properties", "closing=So long,\nopening.notice=Own words: {debt}\n");
    assertThat(Letters.from(folder).text(letter(step), Locale.UK)).contains("\nSo long,\n");
    assertThat(Letters.from(folder).text(letter("notice"), Locale.UK)).contains("Own words: €");
    file("phrases_en.properties", "closing=So long,\n" + exact + "=Exactly,\n");
    assertThat(Letters.from(folder).text(letter(step), Locale.UK)).contains("\nExactly,\n");
  }

  @Test
  void aLanguageThatIsNotCompleteIsRefusedWithAllThatIsMissing() throws IOException {
    file("phrases_nl.properties", "region=NL\nclosing=Groeten\n");
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("phrase is missing in nl: subject.thanks")
        .hasMessageContaining("phrase is missing in nl: sms.demand");
  }

  // a phrase can name what every letter of its kind has, and nothing else
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doubt=Danke, {nmae} | phrase doubt in de names something that nobody fills in: {nmae}",
        "subject.notice.neutral=Angebot {offer} | subject.notice.neutral in de names something"
            + " that nobody fills in: {offer}",
        "opening.demand.final=Hallo {owed} | names something that nobody fills in: {owed}",
        "request-open.notice.neutral=Bis {deadline} | nobody fills in: {deadline}",
        "ways.iban=IBAN {holder} | nobody fills in: {holder}",
        "opening.notice=Am {since fehlt {debt} | has a brace without its counterpart",
        "region=Germany | phrase region in de is no country code of ISO 3166-1: Germany",
        "clsing=Tschüss | no letter has such a phrase in de: clsing",
        "closing.polite=Tschüss | no letter has such a phrase in de: closing.polite",
        "doubt.friendly=Danke | no letter has such a phrase in de: doubt.friendly",
        "consequence.court.may.firm=X | no letter has such a phrase in de: consequence.court.may",
        "closing=\\u12 | phrases_de.properties: Malformed",
      })
  void aPhraseWithAFaultIsRefusedAtTheStart(String line, String message) throws IOException {
    file("phrases_de.properties", line + "\n");
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void allFaultsOfAllLanguagesAreSaid() throws IOException {
    file("phrases_de.properties", "clsing=A\ndoubt={x}\n");
    file("phrases_fr.properties", "doubt={y}\n");
    assertThatThrownBy(() -> Letters.from(folder))
        .hasMessageContainingAll("clsing", "{x}", "in fr", "{y}");
  }

  @Test
  void aPhraseCanNameWhatEveryLetterHas() throws IOException {
    file(
        "phrases_en.properties",
        "opening.notice={customer} of {customeraddress}, {reference}, {since}\nground.AT-456=UGB\n");
    assertThat(Letters.from(folder).text(letter("notice"), Locale.UK))
        .contains("Möwe & Söhne KG of Hafenstraße 12, 20457 Hamburg");
  }

  /** Windows writes a mark of the byte order in front. */
  @Test
  void aMarkOfTheByteOrderIsSkipped() throws IOException {
    file("phrases_en.properties", "\ufeffclosing=So long,\n");
    file("letter.txt", "\ufeff{{ closing }}");
    assertThat(Letters.from(folder).text(letter("notice"), Locale.UK)).isEqualTo("So long,\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phrases_de-CH.properties",
        "phrases_de_ch.properties",
        "Phrases_de.properties",
        "phrases_de.properties.txt"
      })
  void aFileThatLooksLikePhrasesAndIsNotReadIsRefused(String name) throws IOException {
    file(name, "closing=A\n");
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no file of phrases has this name: ")
        .hasMessageContaining(name);
  }

  @Test
  void aFolderInPlaceOfAFileIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("letter.txt"));
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no file: ");
    assertThatThrownBy(() -> Letters.from(folder.resolve("missing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no such folder of words and templates: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phrases_en.properties", "letter.txt", "letter.html"})
  void aFileInAnotherEncodingIsRefused(String name) throws IOException {
    Files.write(folder.resolve(name), "closing=Grüße".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("file is not in UTF-8: ")
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "letter.txt, {{ subject, 'template letter.txt, line 1: '",
    "letter.txt, '{{ subject }}\n{{ subjct }}', 'template letter.txt, line 2: '",
    "email.html, {% include 'x.html' %}, 'template email.html: there is no such template: x.html'",
    "letter.html, <html><body><p>open</body></html>, 'template letter.html: the page that it makes"
        + " is no XML in line 1: '",
  })
  void aTemplateWithAFaultIsRefusedAtTheStart(String name, String text, String message)
      throws IOException {
    file(name, text);
    assertThatThrownBy(() -> Letters.from(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** A template reads its own folder, and what ships, and nothing else. */
  @Test
  void aTemplateReadsNothingOutsideItsFolder() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    file("secret.txt", "secret");
    Files.writeString(own.resolve("letter.txt"), "{% include '../secret.txt' %}");
    assertThatThrownBy(() -> Letters.from(own)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The phrases of a region go before those of its language, and for the rest there are these. */
  @Test
  void aRegionHasPhrasesOfItsOwn() throws IOException {
    file("phrases_en.properties", "closing=So long,\ndoubt=Paid? Thanks.\n");
    file("phrases_en_US.properties", "closing=Sincerely,\n");
    Letters letters = Letters.from(folder);
    assertThat(letters.text(letter("notice"), Locale.US))
        .contains("\nSincerely,\n", "\nPaid? Thanks.\n", "Notice of overdue payment");
    assertThat(letters.text(letter("notice"), Locale.UK)).contains("\nSo long,\n");
    assertThat(letters.text(letter("notice"), Locale.ENGLISH)).contains("\nSo long,\n");
    assertThat(letters.languages()).contains("en", "en_US");
    file("phrases_en_US.properties", "clsing=Sincerely,\n");
    assertThatThrownBy(() -> Letters.from(folder))
        .hasMessage("no letter has such a phrase in en_US: clsing");
  }

  @Test
  void aHostAddsALanguage() throws IOException {
    Files.copy(
        Path.of("src/main/resources/io/dunning/letters/phrases_fr.properties"),
        folder.resolve("phrases_it.properties"));
    Letters letters = Letters.from(folder);
    assertThat(letters.languages()).containsExactly("de", "en", "fr", "it", "ko");
    assertThat(LettersTest.flat(letters.text(letter("notice"), Locale.ITALY)))
        .contains("Nous vous prions de régler 1.279,71\u00a0€");
    assertThatThrownBy(() -> Letters.standard().text(letter("notice"), Locale.ITALY))
        .hasMessage("no phrases in the language it, but in [de, en, fr, ko]");
  }
}
