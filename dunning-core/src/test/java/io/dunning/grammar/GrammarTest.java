package io.dunning.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.sentence.SentenceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of sentence print and read; a grammar picks among them and says what went wrong. */
class GrammarTest {
  /** What was read: the name of the form, and its values. */
  private record Said(String form, List<Object> values) {}

  private static final Slot NUMBER = Slot.number("3");
  private static final Slot NAME = Slot.name("a name", "Ada");
  private static final Slot COLOUR = Slot.oneOf("a colour", List.of("red", "dark red", "blue"));
  private static final Slot COLOURS = Slot.anyOf("a colour", List.of("red", "dark red", "blue"));
  private static final Slot SHARE = Slot.percentage(text -> text);
  private static final Slot AMOUNT = Slot.amount(GrammarTest::amount);
  private static final Slot DAYS = Slot.days(text -> text);

  private static String amount(String text) {
    if (text.startsWith("13")) {
      throw new IllegalArgumentException("unlucky: " + text + "\nMaybe 12");
    }
    return text;
  }

  private static Form<Said> form(String name, String pattern, Slot... slots) {
    return Form.of(
        pattern,
        v -> {
          Object[] all = new Object[slots.length];
          for (int i = 0; i < all.length; i++) {
            all[i] = v.get(i);
          }
          return new Said(name, List.of(all));
        },
        slots);
  }

  private static final Form<Said> APPLES = form("apples", "{} apple(s) for {}", NUMBER, NAME);
  private static final Grammar<Said> GRAMMAR =
      new Grammar<>(
          "an order",
          "3 apples for Ada",
          List.of(
              APPLES,
              form("paint", "paint it {}", COLOUR),
              form("mix", "mix {}", COLOURS),
              form("share", "keep {}", SHARE),
              form("pay", "pay {}", AMOUNT),
              form("wait", "wait|stay {}", DAYS),
              form("gone", "{} left home with {}", NAME, NAME),
              form("home", "{} left home", NAME)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          1 apple for Ada          | apples | [1, Ada]
          1 apples for Ada         | apples | [1, Ada]
          -2 APPLES For Ada Byron  | apples | [-2, Ada Byron]
          3 apples for "and"       | apples | [3, and]
          paint it dark red        | paint  | [dark red]
          paint it RED             | paint  | [red]
          mix red or dark red or blue | mix | [[red, dark red, blue]]
          keep 40%                 | share  | [40%]
          keep -40.5 %             | share  | [-40.5%]
          pay 5 eur                | pay    | [5 EUR]
          pay -5.00 EUR            | pay    | [-5.00 EUR]
          wait 3 Days              | wait   | [3 days]
          stay 1 business day      | wait   | [1 business day]
          wait 2 months            | wait   | [2 months]
          wait 1 YEAR              | wait   | [1 year]
          Ada left home            | home   | [Ada]
          x left y left home       | home   | [x left y]
          x left home left home    | home   | [x left home]
          x left home with y       | gone   | [x, y]
          x left home with y left home with z | gone | [x, y left home with z]
          "x left home" left home  | home   | [x left home]
          """)
  void readsTheFirstFormThatFits(String text, String form, String values) {
    Said said = GRAMMAR.parse(text);
    assertThat(said.form()).isEqualTo(form);
    assertThat(said.values()).hasToString(values);
  }

  private static SentenceException refused(String text) {
    return catchThrowableOfType(SentenceException.class, () -> GRAMMAR.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                 | an order is missing | 1 | "3 apples for Ada"
          rest               | "rest" is not an order | 1 | "3 apples for Ada"
          "paint" it red     | "\\"paint\\" it red" is not an order | 1 | "3 apples for Ada"
          3 aples for Ada    | "3 aples for Ada" is not an order | 1 | "3 apples for Ada"
          paimt it red       | "paimt it red" is not an order | 1 | "paint it red"
          sty 3 days         | "sty 3 days" is not an order | 1 | "3 apples for Ada"
          keep 40            | expected a percentage such as 40%, found "40" | 6 | "keep 40%"
          keep %             | expected a percentage such as 40%, found "%" | 6 | "keep 40%"
          pay 5              | expected an amount such as 500.00 EUR, found "5" | 5 | "pay 500.00 EUR"
          pay 5 eu           | expected an amount such as 500.00 EUR, found "5 eu" | 5 | "pay 500.00 EUR"
          pay 5. EUR         | expected an amount such as 500.00 EUR, found "5. EUR" | 5 | "pay 500.00 EUR"
          pay 13 EUR         | unlucky: 13 EUR | 5 | "pay 500.00 EUR"
          wait 3 business months | expected a number of days such as 14 days, found "3 business months" | 6 | "wait 14 days"
          wait 3 days more   | expected the end, found "more" | 13 | "wait 3 days"
          mix red or         | expected the end, found "or" | 9 | "mix red"
          mix red or green   | expected the end, found "or green" | 9 | "mix red"
          mix red or blue green | expected the end, found "or blue green" | 9 | "mix red"
          paint it dark      | expected a colour, found "dark" | 10 | "paint it red"
          3 apples for       | expected a name, found the end | 13 | "3 apples for Ada"
          3 apples for x, y  | expected the end, found ", y" | 15 | put the name in double quotes
          3 apples to x      | expected "for", found "to x" | 10 | "3 apples for Ada"
          3000000000 apples for x | "3000000000 apples for x" is not an order | 1 | "3 apples for Ada"
          """)
  void saysWhatIsWrongAndWhere(String text, String problem, int column, String maybe) {
    SentenceException e = refused(text);
    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e.offset() + 1).isEqualTo(column);
    assertThat(e.advice()).contains("Maybe " + maybe);
  }

  @Test
  void printsNumbersAndNamesAsTheyAreSaid() {
    assertThat(APPLES.with(1, "Ada").plain()).isEqualTo("1 apple for Ada");
    assertThat(APPLES.with(2, "x, y").plain()).isEqualTo("2 apples for x, y");
    assertThat(APPLES.with(2, "x, y").names()).containsExactly("x, y");
    assertThat(APPLES).hasToString("3 apples for Ada");
    assertThat(APPLES.firstWord()).isEmpty();
    assertThat(form("x", "wait|stay {}", DAYS).firstWord()).isEqualTo("wait");
    assertThat(form("x", "wait|stay {}", DAYS).example()).isEqualTo("wait 14 days");
  }

  private static String words(String form, Form<Said> of, Object... values) {
    return GRAMMAR.words(new Said(form, List.of(values)), of.with(values));
  }

  @Test
  void quotesNamesOnlyWhereTheyWouldBeReadAsSomethingElse() {
    Form<Said> gone = form("gone", "{} left home with {}", NAME, NAME);
    Form<Said> home = form("home", "{} left home", NAME);
    assertThat(words("home", home, "Ada")).isEqualTo("Ada left home");
    assertThat(words("home", home, "Ada left home")).isEqualTo("Ada left home left home");
    assertThat(words("home", home, "x left home with y"))
        .isEqualTo("\"x left home with y\" left home");
    assertThat(words("gone", gone, "x", "y, z")).isEqualTo("x left home with \"y, z\"");
    assertThat(words("gone", gone, "x left home with y", "z"))
        .isEqualTo("\"x left home with y\" left home with \"z\"");
    assertThat(words("gone", gone, "x", "y")).isEqualTo("x left home with y");
    String large = "x".repeat(Tokens.LONGEST);
    assertThat(words("home", home, large)).isEqualTo("\"" + large + "\" left home");
  }

  @Test
  void readsASentenceUpToAWordThatJoins() {
    Tokens tokens = Tokens.of("( Ada left home AND paint it red)");
    assertThat(GRAMMAR.read(tokens, 1).end()).isEqualTo(4);
    assertThat(GRAMMAR.read(tokens, 5).end()).isEqualTo(8);
    assertThat(GRAMMAR.fits(tokens, 1)).isTrue();
    assertThat(GRAMMAR.fits(tokens, 2)).isFalse();
    assertThat(tokens.isMark(8, ")")).isTrue();
    assertThat(tokens.isMark(8, "(")).isFalse();
    assertThat(tokens.isMark(9, ")")).isFalse();
    assertThat(tokens.is(4, "and")).isTrue();
    assertThat(tokens.is(9, "and")).isFalse();
    assertThat(tokens.start(1)).isEqualTo(2);
    assertThat(tokens.start(9)).isEqualTo(33);
  }

  @Test
  void knowsOnlyTheLettersFromAToZInCapitals() {
    assertThat(Tokens.isAlike("AZ", "az")).isTrue();
    assertThat(Tokens.isAlike("\u212a", "k")).isFalse();
    assertThat(Tokens.isAlike("[", "{")).isFalse();
    assertThat(Tokens.isAlike("@", "`")).isFalse();
    assertThat(Tokens.isAlike("az", "azz")).isFalse();
  }

  @Test
  void readsValuesThatHaveWords() {
    Grammar<String> colours = Grammar.of("a colour", List.of("red", "dark, red"));
    assertThat(colours.parse("DARK , red")).isEqualTo("dark, red");
    SentenceException e =
        catchThrowableOfType(SentenceException.class, () -> colours.parse("gren"));
    assertThat(e).hasMessage("\"gren\" is not a colour (column 1)\nMaybe \"red\", \"dark, red\"");
  }

  @Test
  void passesOnWhatAValueSays() {
    Grammar<String> none =
        new Grammar<>("a thing", "x", List.of(Form.of("x {}", v -> amount(v.get(0)), NAME)));
    SentenceException e = catchThrowableOfType(SentenceException.class, () -> none.parse(" x 13"));
    assertThat(e).hasMessage("unlucky: 13 (column 2)\nMaybe 12");
    SentenceException cut =
        catchThrowableOfType(SentenceException.class, () -> none.parse("x " + "13".repeat(100)));
    assertThat(cut.problem()).hasSize(123).endsWith("...");
  }
}
