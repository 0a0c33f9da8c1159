package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmsTextTest {
  private static final Letters LETTERS = Letters.standard();

  static Stream<Map<String, String>> rows() {
    return Csv.rows("sms_segments.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void countsAsTheNetworkDoes(Map<String, String> row) {
    // the row of extension characters shows a backslash, not an escape
    String cell = row.get("text");
    SmsText text = SmsText.of(cell.startsWith("^") ? cell : Csv.unescaped(cell));
    assertThat(text.encoding().toString()).isEqualTo(row.get("encoding"));
    assertThat(text.units()).isEqualTo(Integer.parseInt(row.get("units")));
    assertThat(text.segments()).isEqualTo(Integer.parseInt(row.get("segments")));
  }

  // what stays readable is written in the alphabet; what would not stay readable stays
  @ParameterizedTest
  @CsvSource({
    "It’s due,It's due,GSM_7",
    "1\u202f234\u00a0€,1 234 €,GSM_7",
    "peut-être reçu,peut-etre recu,GSM_7",
    "Łódź,Łódź,UCS_2",
    "₩120,KRW 120,GSM_7",
    "₩120 가,₩120 가,UCS_2",
    "가,가,UCS_2",
  })
  void simplifiesWhatStaysReadable(String text, String simple, SmsText.Encoding encoding) {
    SmsText found = SmsText.simplified(text);
    assertThat(found.text()).isEqualTo(simple);
    assertThat(found.encoding()).isEqualTo(encoding);
  }

  @Test
  void fitsIntoOnePartOrTwo() {
    LetterContent content =
        LetterFixture.content(
            LetterFixture.everyLetter(), LetterFixture.account("1234.50"), "demand");
    for (Locale each : LetterFixture.LOCALES) {
      for (int parts = 1; parts <= 2; parts++) {
        SmsText text = LETTERS.sms(content, each, parts);
        assertThat(text.segments()).isLessThanOrEqualTo(parts);
        assertThat(text.text()).contains("INV-1015").containsPattern("1[.,\u202f ]?297[.,]36");
      }
    }
    assertThat(LETTERS.sms(content, Locale.UK, 1).units()).isLessThanOrEqualTo(160);
    assertThat(LETTERS.sms(content, Locale.UK, 2).units()).isBetween(161, 306);
  }

  @Test
  void refusesWhatCannotBeCutDown() {
    LetterContent content =
        LetterFixture.content(
            LetterFixture.everyLetter(), LetterFixture.account("1234.50"), "demand");
    assertThatThrownBy(() -> LETTERS.sms(content, Locale.UK, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parts of a text message are not 1 or more: 0");
  }
}
