package io.dunning.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.LongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Forms of values of Java itself. */
final class Plain {
  static final TextForm<String> TEXT = new TextForm<>(String.class, "a text", "", t -> t, t -> t);

  private static final int LONGEST_NUMBER = 999;

  private Plain() {}

  static void register(Forms forms) {
    forms.add(String.class, TEXT);
    forms.add(int.class, integer());
    forms.add(Integer.class, integer());
    forms.add(long.class, new Whole<>(Long.MIN_VALUE, Long.MAX_VALUE, n -> n));
    forms.add(Long.class, new Whole<>(Long.MIN_VALUE, Long.MAX_VALUE, n -> n));
    forms.add(boolean.class, new Truth());
    forms.add(Boolean.class, new Truth());
    numbers(forms);
    times(forms);
    forms.text(ZoneId.class, "a time zone such as Europe/Berlin", "", ZoneId::getId, ZoneId::of);
    forms.text(
        Locale.class, "a language such as de-AT", "", Locale::toLanguageTag, Plain::language);
    forms.text(URI.class, "an address such as https://example.org", "", URI::toString, URI::create);
  }

  private static void numbers(Forms forms) {
    forms.text(
        BigDecimal.class,
        "a decimal number in quotes such as \"4.25\"",
        "[+-]?[0-9.]{1,900}(?:[eE][+-]?[0-9]{1,3})?",
        BigDecimal::toString,
        Plain::decimal);
    forms.text(
        BigInteger.class,
        "a whole number in quotes such as \"1250\"",
        "[+-]?[0-9]{1,900}",
        BigInteger::toString,
        text -> decimal(text).toBigIntegerExact());
  }

  private static void times(Forms forms) {
    forms.text(
        LocalDate.class,
        "a date such as 2026-01-31",
        "[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}",
        LocalDate::toString,
        LocalDate::parse);
    forms.text(
        LocalTime.class,
        "a time of day such as 14:30",
        "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?",
        LocalTime::toString,
        LocalTime::parse);
    forms.text(
        MonthDay.class,
        "a day of the year such as --12-24",
        "--[0-9]{2}-[0-9]{2}",
        MonthDay::toString,
        MonthDay::parse);
    forms.text(
        YearMonth.class,
        "a month such as 2026-01",
        "[+-]?[0-9]{4,9}-[0-9]{2}",
        YearMonth::toString,
        YearMonth::parse);
    forms.text(Period.class, "a period such as P7D", "P.+", Period::toString, Period::parse);
  }

  private static Whole<Integer> integer() {
    return new Whole<>(Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n);
  }

  private static BigDecimal decimal(String text) {
    if (text.length() <= LONGEST_NUMBER) {
      try {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) <= LONGEST_NUMBER) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("not a decimal number: " + text, e);
      }
    }
    throw new IllegalArgumentException(
        "decimal number has too many digits: " + InvalidJsonException.excerpt(text));
  }

  private static Locale language(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("no such language: " + tag, e);
    }
  }

  /** The form of a whole number: a number of JSON without fraction and exponent. */
  static final class Whole<N> extends Form<N> {
    private final long least;
    private final long most;
    private final LongFunction<N> maker;

    Whole(long least, long most, LongFunction<N> maker) {
      this.least = least;
      this.most = most;
      this.maker = maker;
    }

    @Override
    void write(N value, JsonGenerator out) {
      out.writeNumber(((Number) value).longValue());
    }

    @Override
    N read(Json json) {
      return maker.apply(json.whole(least, most));
    }

    @Override
    ObjectNode schema(Schemas schemas) {
      ObjectNode schema = schemas.node().put("type", "integer");
      return least == Long.MIN_VALUE ? schema : schema.put("minimum", least).put("maximum", most);
    }
  }

  /** The form of true and false. */
  static final class Truth extends Form<Boolean> {
    @Override
    void write(Boolean value, JsonGenerator out) {
      out.writeBoolean(value);
    }

    @Override
    Boolean read(Json json) {
      return json.truth();
    }

    @Override
    ObjectNode schema(Schemas schemas) {
      return schemas.node().put("type", "boolean");
    }
  }
}
