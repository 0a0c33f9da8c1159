package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content and the text of every kind of letter; rewrite with {@code -Dletters.write=true}. */
class LetterGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/letters/golden");
  private static final Letters LETTERS = Letters.standard();

  /** A letter of a story, and the name of its file. */
  record Golden(String name, LetterContent content) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Golden> letters() {
    List<Golden> all = new ArrayList<>();
    Account account = LetterFixture.account("1234.50");
    for (LetterFixture.Due each : LetterFixture.letters(LetterFixture.everyLetter(), account)) {
      all.add(new Golden(each.step(), LetterFixture.content(LetterFixture.everyLetter(), each)));
    }
    LetterComposer composer = LetterComposer.of(LetterFixture.EVALUATOR, LetterFixture.NORD);
    Account promised =
        account.with(
            LedgerEvent.promise(LetterFixture.DUE.plusDays(7), LetterFixture.DUE.plusDays(21)));
    all.add(
        new Golden(
            "promise",
            composer
                .confirmPromise(
                    LetterFixture.everyLetter(),
                    promised,
                    LetterFixture.DUE.plusDays(7),
                    LetterFixture.HAFENSTRASSE)
                .orElseThrow()));
    Account paid =
        account.with(
            LedgerEvent.payment(
                LetterFixture.DUE.plusDays(9), io.dunning.money.Money.eur("1234.50")));
    all.add(
        new Golden(
            "thanks",
            composer
                .thank(paid, LetterFixture.DUE.plusDays(10), LetterFixture.HAFENSTRASSE)
                .orElseThrow()));
    all.add(new Golden("part-paid", worn("notice")));
    all.add(new Golden("disputed-offer", worn("settlement")));
    Account several = LetterComposerTest.accounts().get(1);
    all.add(
        new Golden(
            "two-currencies", LetterFixture.content(LetterFixture.byAccount(), several, "demand")));
    all.add(new Golden("korean-won", LetterPdfTest.koreanSettlement()));
    for (String each : List.of("us-first", "de-first", "fr-second", "gb-person-demand")) {
      all.add(new Golden(each, RequiredItemsTest.content(each)));
    }
    return all.stream();
  }

  /** Part paid, part disputed, with a credit. */
  private static LetterContent worn(String step) {
    return LetterFixture.content(
        LetterFixture.everyLetter(), LetterComposerTest.accounts().get(2), step);
  }

  @ParameterizedTest
  @MethodSource("letters")
  void contentAndTextAreAsWrittenDown(Golden golden) {
    StringBuilder all = new StringBuilder(golden.content().toString());
    for (Locale each : LetterFixture.LOCALES) {
      all.append("\n==== ").append(each.toLanguageTag()).append("\n\n");
      all.append(LETTERS.text(golden.content(), each));
      all.append("\n---- sms\n\n");
      all.append(sms(golden.content(), each)).append('\n');
    }
    assertSame(golden.name() + ".txt", all.toString());
  }

  private static String sms(LetterContent content, Locale locale) {
    try {
      return LETTERS.sms(content, locale, 2).text();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static void assertSame(String name, String found) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("letters.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, found);
      }
      assertThat(found).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
