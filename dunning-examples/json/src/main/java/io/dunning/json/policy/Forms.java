package io.dunning.json.policy;

import io.dunning.action.Channel;
import io.dunning.action.PersonRole;
import io.dunning.calendar.Days;
import io.dunning.json.policy.Node.Kind;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of small values. */
final class Forms {
  private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,10}");
  private static final Pattern TIME = Pattern.compile("(\\d{1,5}) (day|week|month|year)s?");

  static final Form<Days> DAYS =
      Words.matching(
          "\\d{1,5} (day|business day|month|year)s?",
          "a number of days",
          Forms::days,
          "14 days",
          "20 business days",
          "3 months");
  static final Form<Money> MONEY =
      Words.matching("-?\\d[\\d.]* [A-Z]{3}", "an amount", Money::parse, "500.00 EUR");
  static final Form<Percentage> PERCENT =
      Words.matching("-?\\d[\\d.]*%", "a percentage", Forms::percent, "70%", "9.5%");
  static final Form<LocalDate> DATE =
      Words.matching("[-+]?\\d{4,9}-\\d\\d-\\d\\d", "a date", Forms::date, "2026-03-31");
  static final Form<Period> PERIOD =
      new Words<>(
          "a time",
          Forms::period,
          Forms::words,
          Kind.TEXT,
          List.of("1 month", "14 days", "1 year"),
          "\\d{1,5} (day|week|month|year)s?|-?P.*");
  static final Form<Integer> NUMBER =
      new Words<>("a whole number", Forms::number, Object::toString, Kind.NUMBER, List.of("7"), "");
  static final Form<Integer> WHOLE_PERCENT =
      new Words<>(
          "a whole percentage",
          s -> number(unit(s, "%")),
          n -> n + "%",
          Kind.TEXT,
          List.of("5%"),
          "-?\\d{1,10}%");
  static final Form<Boolean> FLAG =
      new Words<>(
          "true or false", Forms::flag, Object::toString, Kind.FLAG, List.of("true", "false"), "");
  static final Form<List<Channel>> CHANNELS = many(choice("a channel", Channel.values()));
  static final Form<List<PersonRole>> ROLES =
      many(Words.of("a role", PersonRole::parse, "payables clerk", "owner"));
  static final Form<SortedMap<CurrencyUnit, Money>> AMOUNTS = new Amounts(many(MONEY));

  private Forms() {}

  /** Any text, such as a name. */
  static Form<String> text(String noun, String... examples) {
    return Words.of(noun, Function.identity(), examples);
  }

  /** A whole number of some unit, such as {@code 7 days}. */
  static Form<Integer> counted(String unit) {
    return counted(unit, "");
  }

  /** A whole number of some unit, and words that follow it, such as {@code 75 days past due}. */
  static Form<Integer> counted(String unit, String after) {
    return new Words<>(
        "a number of " + unit + "s" + after,
        s -> number(unit(s, " " + unit + (s.equals("1") || s.startsWith("1 ") ? "" : "s") + after)),
        n -> n + " " + unit + (n == 1 ? "" : "s") + after,
        Kind.TEXT,
        List.of("7 " + unit + "s" + after),
        "-?\\d{1,10} " + unit + "s?" + after);
  }

  /** A number alone lacks its unit, which is said with the number that was meant. */
  private static Days days(String text) {
    if (NUMBERS.matcher(text).matches()) {
      unit(text, text.equals("1") ? " day" : " days");
    }
    return Days.parse(text);
  }

  /** A number without the unit that has to follow it. */
  private static String unit(String text, String unit) {
    if (text.endsWith(unit)) {
      return text.substring(0, text.length() - unit.length());
    }
    boolean number = NUMBERS.matcher(text).matches();
    throw new IllegalArgumentException(
        number
            ? Problems.quoted(text) + " has no unit\nMaybe " + Problems.quoted(text + unit)
            : "not a number of a unit");
  }

  /** One of a few constants, by its words. */
  static <E extends Enum<E>> Form<E> choice(String noun, E[] constants) {
    return choice(noun, Forms::words, List.of(constants));
  }

  /** One of a few values, by given words. */
  static <E> Form<E> choice(String noun, Function<E, String> words, List<E> values) {
    return new Choice<>(noun, words, values);
  }

  /** One or several values; a single one needs no list. */
  static <T> Form<List<T>> many(Form<T> one) {
    return new Many<>(one);
  }

  /** The words of a constant. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Percentage percent(String text) {
    if (!text.endsWith("%")) {
      throw new IllegalArgumentException(
          Problems.quoted(text)
              + " is not a percentage: the % is missing"
              + (NUMBERS.matcher(text).matches() ? "\nMaybe " + Problems.quoted(text + "%") : ""));
    }
    return Percentage.parse(text);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          Problems.quoted(text) + " is not a date, with year, month and day", e);
    }
  }

  private static int number(String text) {
    long number = NUMBERS.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
    if (number != (int) number) {
      throw new IllegalArgumentException(Problems.quoted(text) + " is not a whole number");
    }
    return (int) number;
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default ->
          throw new IllegalArgumentException(Problems.quoted(text) + " is not true or false");
    };
  }

  private static Period period(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      try {
        return Period.parse(text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(Problems.quoted(text) + " is not a time", e);
      }
    }
    int count = Integer.parseInt(m.group(1));
    return switch (m.group(2)) {
      case "day" -> Period.ofDays(count);
      case "week" -> Period.ofWeeks(count);
      case "month" -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }

  private static String words(Period time) {
    for (String unit : List.of("day", "month", "year")) {
      int count =
          switch (unit) {
            case "day" -> time.getDays();
            case "month" -> time.getMonths();
            default -> time.getYears();
          };
      String text = count + " " + unit + (count == 1 ? "" : "s");
      if (TIME.matcher(text).matches() && period(text).equals(time)) {
        return text;
      }
    }
    return time.toString();
  }

  /** One of a few values. */
  private record Choice<E>(String noun, Function<E, String> words, List<E> values)
      implements Form<E> {
    @Override
    public Optional<E> read(Spot spot, Problems problems) {
      return form().read(spot, problems);
    }

    private Words<E> form() {
      return new Words<>(noun, this::parse, words, Kind.TEXT, known(), "");
    }

    private List<String> known() {
      return values.stream().map(words).toList();
    }

    private E parse(String text) {
      for (E each : values) {
        if (words.apply(each).equalsIgnoreCase(text)) {
          return each;
        }
      }
      throw new IllegalArgumentException(
          Problems.quoted(text) + " is not " + noun + "\n" + Nearest.advice(text, known()));
    }

    @Override
    public Node write(E value) {
      return form().write(value);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("enum", known());
      return schema;
    }

    @Override
    public String example() {
      return form().example();
    }
  }

  /** One value, or a list of them. */
  private record Many<T>(Form<T> one) implements Form<List<T>> {
    @Override
    public Optional<List<T>> read(Spot spot, Problems problems) {
      if (!(spot.node() instanceof Node.Listing list)) {
        return one.read(spot, problems).map(List::of);
      }
      int before = problems.count();
      List<T> all = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        one.read(spot.item(list.items().get(i), i), problems).ifPresent(all::add);
      }
      if (list.items().isEmpty()) {
        problems.add(spot, "is an empty list", "leave the key out");
      }
      return problems.count() > before ? Optional.empty() : Optional.of(all);
    }

    @Override
    public List<Form<?>> parts() {
      return List.of(one);
    }

    @Override
    public Form<List<T>> such(String example) {
      return new Many<>(one.such(example));
    }

    @Override
    public Node tidy(Node node) {
      if (!(node instanceof Node.Listing list)) {
        return plainest(List.of(one.tidy(node)));
      }
      return plainest(list.items().stream().map(one::tidy).toList());
    }

    @Override
    public Node write(List<T> values) {
      return plainest(values.stream().map(one::write).toList());
    }

    /** A single text needs no list; a single group of keys has one, so that more can follow. */
    private static Node plainest(List<Node> items) {
      boolean text = items.size() == 1 && items.get(0) instanceof Node.Scalar;
      return text ? items.get(0) : Node.list(items);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("type", "array");
      list.put("items", one.schema());
      list.put("minItems", 1);
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("anyOf", List.of(one.schema(), list));
      return schema;
    }

    @Override
    public String example() {
      return one.example();
    }
  }

  /** Amounts, one a currency. */
  private record Amounts(Form<List<Money>> list) implements Form<SortedMap<CurrencyUnit, Money>> {
    @Override
    public Form<SortedMap<CurrencyUnit, Money>> such(String example) {
      return new Amounts(list.such(example));
    }

    @Override
    public Optional<SortedMap<CurrencyUnit, Money>> read(Spot spot, Problems problems) {
      SortedMap<CurrencyUnit, Money> all = new TreeMap<>();
      for (Money each : list.read(spot, problems).orElse(List.of())) {
        if (all.put(each.currency(), each) != null) {
          problems.add(
              spot, "has two amounts in " + each.currency(), "one amount for each currency");
          return Optional.empty();
        }
      }
      return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    @Override
    public Node write(SortedMap<CurrencyUnit, Money> amounts) {
      return list.write(List.copyOf(amounts.values()));
    }

    @Override
    public Map<String, Object> schema() {
      return list.schema();
    }

    @Override
    public String example() {
      return list.example();
    }
  }
}
