package io.dunning.json.policy;

import io.dunning.json.policy.Node.Kind;
import io.dunning.json.policy.Node.Scalar;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values that are a text: the words that they print.
 *
 * @param noun what the value is, with its article
 * @param parse reads what is printed, else throws an IllegalArgumentException
 * @param print the words
 * @param kind whether the words are a text, a number, or true and false
 * @param examples one at least; the first one stands for all in advice
 * @param pattern what an editor lets pass; empty if it lets pass any text
 */
record Words<T>(
    String noun,
    Function<String, T> parse,
    Function<? super T, String> print,
    Kind kind,
    List<String> examples,
    String pattern)
    implements Form<T> {

  static <T> Words<T> of(String noun, Function<String, T> parse, String... examples) {
    return new Words<>(noun, parse, Object::toString, Kind.TEXT, List.of(examples), "");
  }

  static <T> Words<T> matching(
      String pattern, String noun, Function<String, T> parse, String... examples) {
    return new Words<>(noun, parse, Object::toString, Kind.TEXT, List.of(examples), pattern);
  }

  @Override
  public Optional<T> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Scalar scalar)) {
      problems.add(spot, "is " + spot.node().kind() + ", not " + noun, advice());
      return Optional.empty();
    }
    if (scalar.isEmpty()) {
      problems.add(spot, "has no value", advice() + ", or leave the key out");
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(scalar.text()));
    } catch (IllegalArgumentException refused) {
      boolean plain = String.valueOf(refused.getMessage()).startsWith("not a");
      problems.add(spot, plain ? new IllegalArgumentException(not(scalar)) : refused, advice());
    } catch (DateTimeException | ArithmeticException refused) {
      problems.add(spot, not(scalar), advice());
    }
    return Optional.empty();
  }

  @Override
  public Form<T> such(String example) {
    return new Words<>(noun, parse, print, kind, List.of(example), pattern);
  }

  private String not(Scalar scalar) {
    return Problems.quoted(scalar.text()) + " is not " + noun;
  }

  private String advice() {
    return '"' + example() + '"';
  }

  @Override
  public Node write(T value) {
    String text = print.apply(value);
    if (!readsBack(text, value)) {
      throw new IllegalArgumentException(
          "a policy file cannot hold this, because its words do not say all of it: "
              + Problems.shown(text));
    }
    return new Scalar(text, kind, Place.NONE);
  }

  private boolean readsBack(String text, T value) {
    try {
      return parse.apply(text).equals(value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (kind) {
      case NUMBER -> {
        schema.put("type", "integer");
        schema.put("examples", examples.stream().map(Integer::valueOf).toList());
      }
      case FLAG -> schema.put("type", "boolean");
      default -> {
        boolean any = pattern.isEmpty();
        schema.put("type", any ? List.of("string", "number") : "string");
        if (!any) {
          schema.put("pattern", "^(" + pattern + ")$");
        }
        schema.put("examples", examples);
      }
    }
    return schema;
  }

  @Override
  public String example() {
    return examples.get(0);
  }
}
