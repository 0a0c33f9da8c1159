package io.dunning.policy;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Reader;
import io.dunning.grammar.Tokens;
import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads conditions: sentences that are joined by {@code or}, by {@code and}, which binds closer,
 * and by {@code not}, which binds closest.
 */
final class ConditionGrammar {
  /** No condition is nested deeper, so that none needs more brackets. */
  private static final int MOST_BRACKETS = 500;

  private static final List<Form<? extends Condition>> CERTAIN = certain();

  private static final Set<String> FIRST_WORDS =
      CERTAIN.stream().map(Form::firstWord).collect(Collectors.toUnmodifiableSet());

  static final Grammar<Condition> LEAVES =
      new Grammar<>("a condition", DebtCondition.OverdueAtLeast.FORM.example(), all());

  /** {@code not to be contacted} is a state of the customer, and no opposite. */
  private static final Grammar<Condition> BEGINS_WITH_NOT =
      new Grammar<>("a condition", "", List.of(DisputeCondition.RestrictedBy.FORM));

  private final Tokens tokens;
  private int at;
  private int brackets;

  private ConditionGrammar(Tokens tokens, int from) {
    this.tokens = tokens;
    at = from;
  }

  /** All sentences but that of a fact, which could be many a misspelt one. */
  private static List<Form<? extends Condition>> certain() {
    List<Form<? extends Condition>> all = new ArrayList<>(Constant.FORMS);
    all.addAll(DebtCondition.forms());
    all.addAll(CustomerCondition.forms());
    all.addAll(PaymentCondition.forms());
    all.addAll(DisputeCondition.forms());
    all.addAll(AgreementCondition.forms());
    all.addAll(ArrivalCondition.forms());
    all.addAll(CollectionCondition.forms());
    all.addAll(LimitationCondition.forms());
    all.addAll(CreditCondition.forms());
    all.addAll(CorrespondenceCondition.forms());
    all.add(Described.FORM);
    all.addAll(StepCondition.forms());
    return List.copyOf(all);
  }

  private static List<Form<? extends Condition>> all() {
    List<Form<? extends Condition>> all = new ArrayList<>(CERTAIN);
    all.add(CustomerCondition.CustomerFact.FORM);
    return all;
  }

  /** The words with which the sentences begin; a fact with such a name stands in quotes. */
  static Set<String> firstWords() {
    return FIRST_WORDS;
  }

  static String words(Leaf leaf) {
    return LEAVES.words(leaf, leaf.phrase());
  }

  static Condition parse(String text) {
    return parse(Tokens.of(Objects.requireNonNull(text, "text")), 0);
  }

  /** Reads the condition that begins at a token and goes on to the end. */
  static Condition parse(Tokens tokens, int from) {
    ConditionGrammar parser = new ConditionGrammar(tokens, from);
    Condition condition = parser.either();
    if (parser.at < tokens.size()) {
      throw new SentenceException(
          "bracket closes, but none is open", tokens.start(parser.at), "Maybe leave it out");
    }
    return condition;
  }

  private Condition either() {
    int start = at;
    List<Condition> parts = new ArrayList<>(List.of(both()));
    while (tokens.is(at, "or")) {
      at++;
      parts.add(both());
    }
    return parts.size() == 1 ? parts.get(0) : made(() -> Or.of(parts), start);
  }

  private Condition both() {
    int start = at;
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (tokens.is(at, "and")) {
      at++;
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : made(() -> And.of(parts), start);
  }

  private Condition one() {
    int start = at;
    while (tokens.is(at, "not") && !BEGINS_WITH_NOT.fits(tokens, at)) {
      at++;
    }
    int nots = at - start;
    Condition inner = tokens.isMark(at, "(") ? bracketed() : leaf();
    return made(() -> negated(inner, nots), start);
  }

  private static Condition negated(Condition inner, int times) {
    Condition all = inner;
    for (int i = 0; i < times; i++) {
      all = all.not();
    }
    return all;
  }

  private Condition leaf() {
    Grammar.Found<Condition> found = LEAVES.read(tokens, at);
    at = found.end();
    return found.value();
  }

  private Condition bracketed() {
    int open = at;
    brackets++;
    if (brackets > MOST_BRACKETS) {
      throw new SentenceException(
          "more than " + MOST_BRACKETS + " brackets are open", tokens.start(at), "");
    }
    at++;
    Condition inner = either();
    if (!tokens.isMark(at, ")")) {
      throw new SentenceException(
          "bracket is not closed", tokens.start(open), "Maybe add ) at the end");
    }
    at++;
    brackets--;
    return inner;
  }

  /** Conditions can be nested too deep. */
  private Condition made(Supplier<Condition> maker, int start) {
    try {
      return maker.get();
    } catch (IllegalArgumentException impossible) {
      throw Reader.refused(impossible, tokens.start(start));
    }
  }
}
