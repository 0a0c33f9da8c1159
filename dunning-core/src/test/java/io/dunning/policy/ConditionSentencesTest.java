package io.dunning.policy;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.always;
import static io.dunning.policy.Condition.customerFact;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.described;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.disputesAtLeast;
import static io.dunning.policy.Condition.never;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.parse;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.repliedWith;
import static io.dunning.policy.Condition.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.behaviour.RiskBand;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.grammar.Form;
import io.dunning.sentence.SentenceException;
import io.dunning.settlement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions are read in the sentences in which they print. */
class ConditionSentencesTest {

  private static void addLeaves(Class<?> family, Set<String> names) {
    if (family.isSealed()) {
      for (Class<?> each : family.getPermittedSubclasses()) {
        addLeaves(each, names);
      }
    } else {
      names.add(family.getSimpleName());
    }
  }

  /** A new condition fails this test until its family lists its sentence. */
  @Test
  void everyKindOfConditionHasASentence() {
    Set<String> kinds = new TreeSet<>();
    addLeaves(Leaf.class, kinds);
    kinds.remove("Described");
    Set<String> read = new TreeSet<>();
    for (Form<? extends Condition> form : ConditionGrammar.LEAVES.forms()) {
      if (form != Described.FORM) {
        Condition condition = parse(form.example());
        assertThat(condition).hasToString(form.example());
        read.add(condition instanceof Constant ? condition.toString() : kind(condition));
      }
    }
    kinds.remove("");
    assertThat(read).containsAll(kinds).contains("always", "never").hasSize(kinds.size() + 2);
  }

  private static String kind(Condition condition) {
    return condition.getClass().getSimpleName();
  }

  static Stream<Condition> values() {
    List<Condition> all = new ArrayList<>();
    for (Restriction each : Restriction.values()) {
      all.add(Condition.restricted(each));
    }
    for (Reached each : Reached.values()) {
      all.add(Condition.reached(each));
    }
    for (Reply each : Reply.values()) {
      all.add(Condition.latestReply(each));
    }
    for (NonpaymentReason each : NonpaymentReason.values()) {
      all.add(repliedWith(each));
      all.add(repliedWith(each, 13));
      all.add(repliedWith(each, 1).or(repliedWith(each)));
    }
    for (Route each : Route.values()) {
      all.add(Condition.worthMost(each));
    }
    for (RiskBand each : RiskBand.values()) {
      all.add(customerIs(each));
      all.add(customerIs(each, RiskBand.PROMPT, each));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsEveryWordOfTheTrade(Condition condition) {
    assertThat(parse(condition.toString())).isEqualTo(condition);
  }

  /** Numbers in the singular, at zero and below. */
  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void readsEveryNumber(int n) {
    for (Condition each :
        List.of(
            Condition.overdueInvoicesAtLeast(n),
            daysPastDueAtLeast(n),
            Condition.brokenPromisesAtLeast(n),
            Condition.collectionsFailedAtLeast(Math.max(1, n)),
            Condition.unansweredAttemptsAtLeast(n),
            disputesAtLeast(n, "price"),
            Condition.daysSince(n, "notice"),
            Condition.averageDaysLateMoreThan(n),
            overdueAtLeast(eur("1.50").times(n)))) {
      assertThat(parse(each.toString())).as(each.toString()).isEqualTo(each);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one day and several
          at least 1 day past due                  | at least 1 days past due
          1 promises were broken                   | a promise was broken
          1 collections failed                     | a collection failed
          at least 1 invoices overdue              | overdue
          address unknown for at least 0 days      | address unknown
          nobody reached in 1 attempts             | nobody reached in 1 attempt
          # capital letters, and more or other space
          Overdue At Least 500.00 eur              | overdue at least 500.00 EUR
          OVERDUE AND NOT DISPUTE OPEN             | overdue and not (dispute open)
          '  overdue   at least  5 EUR '           | overdue at least 5.00 EUR
          late ratio at least 40 %                 | late ratio at least 40%
          customer tagged VIP                      | customer tagged VIP
          # quotes that are not needed
          customer tagged "key account"            | customer tagged key account
          "first notice" was taken                 | first notice was taken
          disputed for "Price"                     | disputed for price
          # brackets that are not needed
          (overdue)                                | overdue
          ((overdue) and (always))                 | overdue and always
          (overdue and always) and never           | overdue and always and never
          not overdue and always                   | not (overdue) and always
          not not overdue                          | not (not (overdue))
          overdue or always and never              | overdue or always and never
          (overdue or always) and never            | (overdue or always) and never
          """)
  void readsWhatPeopleWrite(String written, String printed) {
    assertThat(parse(written)).hasToString(printed);
    assertThat(parse(printed)).isEqualTo(parse(written));
  }

  @Test
  void notBindsClosestAndOrLeast() {
    assertThat(parse("not overdue and always or never and promise active"))
        .isEqualTo(overdue().not().and(always()).or(never().and(promiseActive())));
    assertThat(parse("not (overdue and always)")).isEqualTo(overdue().and(always()).not());
    assertThat(parse("overdue and (always or never)"))
        .isEqualTo(overdue().and(always().or(never())));
  }

  /** One sentence begins with the word not. */
  @Test
  void notToBeContactedIsNoOpposite() {
    Condition ceased = Condition.restricted(Restriction.CEASE_CONTACT);
    assertThat(parse("not to be contacted")).isEqualTo(ceased);
    assertThat(parse("not not to be contacted")).isEqualTo(ceased.not());
    assertThat(parse("not (not to be contacted or overdue)")).isEqualTo(ceased.or(overdue()).not());
    assertThat(parse("not to be contacted was taken or overdue"))
        .isEqualTo(taken("to be contacted").not().or(overdue()));
  }

  @Test
  void aListOfWaysToPayGoesAsFarAsItCan() {
    Condition bands = customerIs(RiskBand.PROMPT, RiskBand.SOMETIMES_LATE);
    assertThat(bands).hasToString("customer is prompt or sometimes late");
    assertThat(bands.and(overdue()))
        .hasToString("(customer is prompt or sometimes late) and overdue");
    assertThat(parse("customer is prompt or sometimes late and overdue"))
        .isEqualTo(bands.and(overdue()));
    assertThat(parse("customer is prompt or overdue"))
        .isEqualTo(customerIs(RiskBand.PROMPT).or(overdue()));
    Condition severe = customerFact("severe", "x");
    assertThat(parse("customer is prompt or severe is x"))
        .isEqualTo(customerIs(RiskBand.PROMPT).or(severe));
    assertThat(parse(customerIs().toString())).isEqualTo(customerIs());
  }

  /** Names stand in quotes only where they would be read as something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          key account          | customer tagged key account
          größer               | customer tagged größer
          a/b-c_d.e'           | customer tagged a/b-c_d.e'
          is                   | customer tagged is
          was taken            | customer tagged was taken
          x and y              | customer tagged "x and y"
          x OR y               | customer tagged "x OR y"
          if                   | customer tagged "if"
          do not call          | customer tagged "do not call"
          (x)                  | customer tagged "(x)"
          x, y                 | customer tagged "x, y"
          say "x"              | customer tagged "say \\"x\\""
          back\\slash          | customer tagged back\\slash
          back\\ "slash"       | customer tagged "back\\\\ \\"slash\\""
          'a  b'               | customer tagged "a  b"
          ' a'                 | customer tagged " a"
          ''                   | customer tagged ""
          """)
  void quotesANameWhereItIsUnclear(String name, String printed) {
    Condition condition = customerTagged(name);
    assertThat(condition).hasToString(printed);
    assertThat(parse(printed)).isEqualTo(condition);
  }

  @Test
  void writesWhatNobodySeesAsEscapes() {
    String name = "a\nb\rc\td\u0000e\u00a0f\u200bg\u2028h\ud800i\ud83d\ude00";
    assertThat(customerTagged(name))
        .hasToString(
            "customer tagged \"a\\n"
                + "b\\r"
                + "c\\td\\u0000e\\u00a0f\\u200bg\\u2028h\\ud800i\ud83d\ude00\"");
    assertThat(parse(customerTagged(name).toString())).isEqualTo(customerTagged(name));
    assertThat(parse("customer tagged \"\\u00E4\"")).isEqualTo(customerTagged("ä"));
  }

  /** Names that look like another sentence, or like a part of their own. */
  @Test
  void aNameIsNeverReadAsAnotherSentence() {
    for (Condition each :
        List.of(
            taken("a promise"),
            taken("described as x"),
            customerFact("customer gave the reason forgot at most -1 days ago", "x"),
            taken("at least 5 days since x"),
            taken("customer tagged x"),
            Condition.daysSince(3, "x was taken"),
            Condition.repliedSince("x is y"),
            Condition.delivered("x was taken"),
            Condition.cameBack("x came back"),
            Condition.disputedFor("price at least 2 times"),
            disputesAtLeast(2, "price at least 3 times"),
            customerFact("customer", "prompt"),
            customerFact("customer tagged x", "y"),
            customerFact("overdue", "y"),
            customerFact("settle", "worth most"),
            customerFact("a is b", "c"),
            customerFact("a", "b is c"),
            customerFact("not x", "y"),
            customerFact("is", "is"),
            customerFact("", ""),
            customerFact("x, y", "z"))) {
      assertThat(parse(each.toString())).as(each.toString()).isEqualTo(each);
      assertThat(parse("not (" + each + " or " + each + ") and " + each))
          .isEqualTo(each.or(each).not().and(each));
    }
    assertThat(customerFact("customer", "prompt")).hasToString("\"customer\" is \"prompt\"");
    assertThat(customerFact("x, y", "z")).hasToString("\"x, y\" is z");
    assertThat(customerFact("branch", "retail")).hasToString("branch is retail");
  }

  @Test
  void aDescribedConditionSaysThatNobodyCanReadIt() {
    Condition mine = described("it rains, or \"so\"", s -> true);
    assertThat(mine).hasToString("described as \"it rains, or \\\"so\\\"\"");
    assertThat(described("overdue", s -> true)).hasToString("described as \"overdue\"");
    SentenceException refused = refused("overdue and " + mine);
    assertThat(refused.problem())
        .isEqualTo("a described condition is a test in code, which no text can bring back");
    assertThat(refused.offset()).isEqualTo(12);
    assertThat(refused.advice()).contains("Maybe add it where the code builds the policy");
  }

  private static SentenceException refused(String text) {
    return catchThrowableOfType(SentenceException.class, () -> parse(text));
  }

  /** What is wrong, in which column, and what may have been meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # nothing that could be read
          ''                         | a condition is missing | 1 | "overdue at least 500.00 EUR"
          oerdue                     | "oerdue" is not a condition | 1 | "overdue"
          oerdue at least 5 EUR      | "oerdue at least 5 EUR" is not a condition | 1 | "overdue at least 5.00 EUR"
          overdue and custmer tagged x | "custmer tagged x" is not a condition | 13 | "customer tagged key account"
          14 days past due           | "14 days past due" is not a condition | 1 | "at least 14 days past due"
          x was takn                 | expected "taken" or "delivered", found "takn" | 7 | "final demand was taken"
          nobodi was reached         | expected "taken" or "delivered", found "reached" | 12 | "final demand was taken"
          overdue and                | a condition is missing | 12 | "overdue at least 500.00 EUR"
          and overdue                | a condition is missing | 1 | "overdue at least 500.00 EUR"
          overdue or or always       | a condition is missing | 12 | "overdue at least 500.00 EUR"
          not                        | a condition is missing | 4 | "overdue at least 500.00 EUR"
          # a sentence that stops too soon, or goes wrong
          overdue at leest 5 EUR     | expected "least", found "leest 5 EUR" | 12 | "overdue at least 5.00 EUR"
          overdue and at least 3 days past du | expected "due", found "du" | 34 | "at least 3 days past due"
          at least 3 dys past due or overdue at least 7 EUR | expected "days" or "invoices", found "dys past due or overdue at least 7 EUR" | 12 | "at least 3 days past due"
          overdue at least           | expected an amount such as 500.00 EUR, found the end | 17 | "overdue at least 500.00 EUR"
          overdue at least 5 EURO    | expected an amount such as 500.00 EUR, found "5 EURO" | 18 | "overdue at least 500.00 EUR"
          overdue at least 5.001 EUR | amount has more decimals than EUR, which has 2: 5.001 | 18 | "overdue at least 500.00 EUR"
          customer tagged            | expected a tag, found the end | 16 | "customer tagged key account"
          balance > 500 EUR          | expected "at" or "more", found "> 500 EUR" | 9 | "balance at least 500.00 EUR"
          settlement refused         | expected "possible" or "offered", found "refused" | 12 | "settlement possible"
          customer is promt          | expected "nobody" or a way to pay, found "promt" | 13 | "customer is nobody"
          # names that need quotes
          customer tagged x, y       | expected "and", "or" or the end, found ", y" | 18 | put the name in double quotes
          customer tagged "x" y      | expected "and", "or" or the end, found "y" | 21 | put the name in double quotes
          customer tagged "x         | the quote is not closed | 17 | add " behind the name
          customer tagged "\\x"      | unknown character behind a backslash | 18 | \\\\ \\" \\n \\r \\t or \\u00e4
          # brackets
          (overdue                   | bracket is not closed | 1 | add ) at the end
          overdue)                   | bracket closes, but none is open | 8 | leave it out
          ()                         | a condition is missing | 2 | "overdue at least 500.00 EUR"
          overdue (always)           | expected "at", "more", "and", "or" or the end, found "(always)" | 9 | "overdue at least 500.00 EUR"
          """)
  void saysWhatIsWrongAndWhere(String text, String problem, int column, String maybe) {
    SentenceException e = refused(text);
    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e.offset() + 1).isEqualTo(column);
    assertThat(e.advice()).contains("Maybe " + maybe);
    assertThat(e).hasMessage(problem + " (column " + column + ")\nMaybe " + maybe);
  }

  @Test
  void readsNestedConditionsAsDeepAsTheyCanBe() {
    Condition deep = overdue();
    for (int i = 0; i < 500; i++) {
      deep = i % 2 == 0 ? deep.not() : deep.or(always()).and(never()).not();
      if (Combined.depth(deep) > 496) {
        break;
      }
    }
    assertThat(parse(deep.toString())).isEqualTo(deep);
    assertThat(refused("(".repeat(501) + "overdue" + ")".repeat(501)).problem())
        .isEqualTo("more than 500 brackets are open");
    assertThat(refused("not ".repeat(501) + "overdue").problem())
        .isEqualTo("conditions are nested more than 500 deep");
    assertThat(parse("(".repeat(500) + "overdue" + ")".repeat(500))).isEqualTo(overdue());
  }

  @Test
  void refusesLongTexts() {
    String longest = "overdue" + " ".repeat(99_993);
    assertThat(parse(longest)).isEqualTo(overdue());
    assertThat(refused(longest + " ").problem())
        .isEqualTo("sentence has more than 100000 characters");
    assertThat(refused("x".repeat(50_000)).getMessage()).hasSizeLessThan(200);
    Condition tagged = customerTagged("x".repeat(100_000));
    assertThat(tagged.toString()).hasSizeGreaterThan(100_000);
    assertThat(refused(tagged.toString()).offset()).isEqualTo(100_000);
  }

  @Test
  void readsTheRulesOfADefaultPolicy() {
    assertThat(parse(DunningPolicy.DEFAULT_HOLD.toString())).isEqualTo(DunningPolicy.DEFAULT_HOLD);
    Condition mixed =
        disputeOpen()
            .or(planActive().and(overdueAtLeast(usd("5.00")).not()))
            .and(Condition.riskAtLeast(percent("12.5")));
    assertThat(parse(mixed.toString())).isEqualTo(mixed);
  }

  @Test
  void needsAText() {
    assertThatNullPointerException().isThrownBy(() -> parse(null)).withMessage("text");
  }
}
