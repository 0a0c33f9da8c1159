package io.dunning.charge;

import io.dunning.grammar.Reader;
import io.dunning.grammar.Slot;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The most that fees and interest of an invoice may come to together: a share of the invoice
 * amount, or an amount, over all time or within each calendar month or year. Charges beyond it are
 * not owed; the statement shows them on lines of their own. Prints in words, such as {@code at most
 * 10% in all}, and parses them. Immutable and thread-safe.
 *
 * @param share the share of the invoice amount; empty if only amounts count
 * @param amounts the highest amounts, one a currency; a currency without one has no such limit
 * @param within the time for which the cap counts
 */
public record ChargeCap(Optional<Percentage> share, List<Money> amounts, Within within)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Slot SHARE = Slot.percentage(Percentage::parse);
  private static final Slot AMOUNT = Slot.amount(Money::parse);

  /** The time for which a cap counts. */
  public enum Within {
    /** All time. */
    ALL_TIME,
    /** Each calendar month. */
    MONTH,
    /** Each calendar year. */
    YEAR
  }

  /**
   * A cap.
   *
   * @param share the share of the invoice amount; empty if only amounts count
   * @param amounts the highest amounts, one a currency; a currency without one has no such limit
   * @param within the time for which the cap counts
   * @throws IllegalArgumentException if it has no limit at all, or a negative one
   */
  public ChargeCap {
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(amounts, "amounts");
    Objects.requireNonNull(within, "within");
    amounts = List.copyOf(amounts);
    boolean negative =
        share.map(s -> s.value().signum() < 0).orElse(false)
            || amounts.stream().anyMatch(Money::isNegative);
    if (negative || share.isEmpty() && amounts.isEmpty()) {
      throw new IllegalArgumentException("cap has no limit, or a negative one");
    }
  }

  /**
   * {@return a share of the invoice amount, over all time}
   *
   * @param share the share
   */
  public static ChargeCap of(Percentage share) {
    Objects.requireNonNull(share, "share");
    return new ChargeCap(Optional.of(share), List.of(), Within.ALL_TIME);
  }

  /**
   * {@return an amount, over all time}
   *
   * @param amounts the amount, once for each currency
   */
  public static ChargeCap of(Money... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    return new ChargeCap(Optional.empty(), List.of(amounts), Within.ALL_TIME);
  }

  /**
   * {@return this cap, within each calendar month or year}
   *
   * @param time the time for which the cap counts
   */
  public ChargeCap within(Within time) {
    return new ChargeCap(share, amounts, time);
  }

  /** The most for an invoice, in minor units; the largest number if there is no limit. */
  long limit(Money invoice) {
    long limit = Long.MAX_VALUE;
    if (share.isPresent()) {
      limit = share.get().of(invoice, Rounding.DOWN).minorUnits();
    }
    CurrencyUnit currency = invoice.currency();
    for (Money each : amounts) {
      limit = each.currency().equals(currency) ? Math.min(limit, each.minorUnits()) : limit;
    }
    return limit;
  }

  /** The last day of the time to which a day belongs. */
  long lastDay(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return switch (within) {
      case ALL_TIME -> Long.MAX_VALUE;
      case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth()).toEpochDay();
      case YEAR -> date.with(TemporalAdjusters.lastDayOfYear()).toEpochDay();
    };
  }

  /**
   * Reads a cap in the words in which it prints.
   *
   * @param text such as {@code at most 10% or 25.00 EUR in all}, {@code a month} or {@code a year}
   * @return the cap
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  public static ChargeCap parse(String text) {
    Reader words = new Reader(Objects.requireNonNull(text, "text"), "at most 10% in all");
    words.expect("at most");
    Optional<Percentage> share = Optional.ofNullable(words.takeOne(SHARE));
    List<Money> amounts = new ArrayList<>();
    if (share.isEmpty() || words.take("or")) {
      amounts.add(words.one(AMOUNT));
    }
    while (!amounts.isEmpty() && words.take("or")) {
      amounts.add(words.one(AMOUNT));
    }
    Within time = Within.ALL_TIME;
    if (words.take("a month")) {
      time = Within.MONTH;
    } else if (words.take("a year")) {
      time = Within.YEAR;
    } else if (!words.take("in all")) {
      throw words.stopped("\"or\", \"in all\", \"a month\" or \"a year\"");
    }
    words.end("the end");
    Within within = time;
    return words.made(() -> new ChargeCap(share, amounts, within));
  }

  /** Such as {@code at most 10% in all} or {@code at most 25.00 EUR a month}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("at most ");
    text.append(share.map(Percentage::toString).orElse(""));
    for (Money each : amounts) {
      text.append(text.length() > 8 ? " or " : "").append(each);
    }
    return text
        + switch (within) {
          case ALL_TIME -> " in all";
          case MONTH -> " a month";
          case YEAR -> " a year";
        };
  }

  private Object writeReplace() {
    return new Form(share.orElse(null), amounts, within);
  }

  /** The serial form, without an optional. */
  private record Form(Percentage share, List<Money> amounts, Within within)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new ChargeCap(Optional.ofNullable(share), amounts, within);
    }
  }
}
