package io.dunning.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.sentence.SentenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names stand in quotes where they are unclear, and come back as they were. */
class NamesTest {

  private static String read(String quoted) {
    Tokens tokens = Tokens.of(quoted);
    assertThat(tokens.size()).isEqualTo(1);
    assertThat(tokens.kind(0)).isEqualTo(Tokens.Kind.QUOTED);
    return tokens.text(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "\"",
        "\\",
        "\\\\n",
        "a\nb\r\t",
        "\u0000\u001f\u007f",
        "\ud800",
        "\udc00x",
        "😀",
        "\ud83d\ude00\ud83d",
        "\u2028\u2029\u00a0\u200b",
        "ä",
        "\\u0041"
      })
  void comesBackAsItWas(String name) {
    assertThat(read(Names.quote(name))).isEqualTo(name);
  }

  @Test
  void escapesOnlyWhatNobodySees() {
    assertThat(Names.quote("ä 😀 x")).isEqualTo("\"ä 😀 x\"");
    assertThat(Names.quote("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(Names.quote("\ude00")).isEqualTo("\"\\ude00\"");
    assertThat(Names.quote("\u00a0\u2028\u2029\u200b\u0085"))
        .isEqualTo("\"\\u00a0\\u2028\\u2029\\u200b\\u0085\"");
    assertThat(Names.quote("\\\"\n\r\t")).isEqualTo("\"\\\\\\\"\\n\\r\\t\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "key account", "Ärger", "18%", "a.b-c/d", "android", "\\", "😀"})
  void isPlain(String name) {
    assertThat(Names.isPlain(name)).isTrue();
    assertThat(Names.words(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a ",
        " a",
        "a  b",
        "a\tb",
        "a\nb",
        "and",
        "a OR b",
        "if a",
        "a Not",
        "(",
        "a)",
        "a,b",
        "a\"b",
        "\"a\"",
        "a\u00a0b",
        "\u200b",
        "\ud800"
      })
  void isNotPlain(String name) {
    assertThat(Names.isPlain(name)).isFalse();
    assertThat(Names.words(name)).isEqualTo(Names.quote(name));
  }

  @Test
  void isQuotedBeforeAWordThatIsInIt() {
    assertThat(Names.words("letter", "before", "after")).isEqualTo("letter");
    assertThat(Names.words("letter After", "before", "after")).isEqualTo("\"letter After\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\\x\"", "\"\\u12\"", "\"\\u00g0\"", "\"\\u٠٠٤١\"", "\"\\u\"", "\"\\ \""})
  void refusesUnknownEscapes(String quoted) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Tokens.of("  " + quoted))
        .matches(e -> e.offset() == 3)
        .withMessageStartingWith("unknown character behind a backslash (column 4)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"a", "\"a\\\"", "\"\\", "\"\\\\\\\""})
  void refusesAQuoteThatIsNotClosed(String quoted) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Tokens.of(" " + quoted))
        .withMessage("the quote is not closed (column 2)\nMaybe add \" behind the name");
  }

  @Test
  void readsCharactersByTheirNumbers() {
    assertThat(read("\"\\u0041\\u00e4\\u00E4\"")).isEqualTo("Aää");
  }

  @Test
  void showsTheBeginningOfALongText() {
    assertThat(Names.excerpt("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
    assertThat(Names.excerpt("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "\"...");
    assertThat(Names.excerpt("\u0000".repeat(61))).isEqualTo("\"" + "\\u0000".repeat(15) + "\"...");
  }
}
