package io.dunning.charge;

import io.dunning.grammar.Names;
import io.dunning.grammar.Reader;
import io.dunning.grammar.Slot;
import io.dunning.money.Percentage;
import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a rate of interest in words: tables by name, a multiple, a margin and a ceiling. */
final class RateReader {
  private static final Slot NUMBER = Slot.number("2");
  private static final Slot SHARE = Slot.percentage(Percentage::parse);
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** What follows a rate, or is written instead of its sign; nothing at the end. */
  private static final Set<String> BEHIND_RATE = Set.of("", "per", ",", "percent");

  private final Reader words;
  private final List<ReferenceRates> tables;

  /** Of tables with one name, the first counts; those of the library come last. */
  RateReader(String text, Collection<ReferenceRates> own) {
    words = new Reader(text, "German base rate + 9%");
    tables = new ArrayList<>(own);
    tables.addAll(ReferenceRates.shipped().values());
  }

  LateInterest rate() {
    LateInterest interest = beforeCeiling();
    if (words.take(", at most")) {
      interest = ceiling(interest);
    }
    if (words.take("per")) {
      LateInterest yearly = interest;
      int days = words.one(NUMBER);
      if (!words.take("days") && !words.take("day")) {
        throw words.stopped("\"days\"");
      }
      interest = words.made(() -> yearly.per(days));
    }
    words.end("\", at most\", \"per\" or the end");
    return interest;
  }

  private LateInterest beforeCeiling() {
    Percentage fixed = words.takeOne(SHARE);
    if (fixed != null) {
      return words.made(() -> LateInterest.fixed(fixed));
    }
    Integer factor = words.takeOne(NUMBER);
    if (factor != null && !words.take("x")) {
      throw BEHIND_RATE.contains(words.next())
          ? withoutPercent(factor.toString())
          : words.stopped("\"x\"");
    }
    ReferenceRates table = table();
    Percentage margin = margin();
    LateInterest once = LateInterest.floating(table, margin);
    return factor == null ? once : words.made(() -> once.times(factor));
  }

  private Percentage margin() {
    if (words.take("+")) {
      return words.one(SHARE);
    }
    if (words.take("-")) {
      Percentage less = words.one(SHARE);
      return Percentage.percent(less.value().negate().toPlainString());
    }
    return Percentage.percent("0");
  }

  /** A ceiling that is a percentage has a table of its own, with a name. */
  private LateInterest ceiling(LateInterest interest) {
    Percentage most = words.take("ceiling of") ? words.one(SHARE) : words.takeOne(SHARE);
    return most == null ? interest.atMost(table()) : interest.atMost(most);
  }

  private ReferenceRates table() {
    String name = words.name("a percentage or the name of reference rates", "+", "-", "per");
    for (ReferenceRates each : tables) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    if (DECIMAL.matcher(name).matches()) {
      throw withoutPercent(name);
    }
    throw words.meaningless(
        "no such reference rates: "
            + Names.excerpt(name)
            + "\nMaybe \"German base rate\", or rates of your own");
  }

  private SentenceException withoutPercent(String number) {
    return words.meaningless("the % is missing\nMaybe \"" + number + "%\"");
  }
}
