package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Slot;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The time after the due date in which you do not chase the customer yet.
 *
 * <p>The last day of grace still belongs to it. Without any days, you may chase the customer from
 * the day after the due date. Grace does not change how an invoice ages. It prints in words, such
 * as {@code 3 days of grace}, and parses them. Immutable and thread-safe.
 *
 * @param days how long the grace lasts, counted from the due date
 */
public record GracePeriod(Days days) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A grace period of no days. */
  public static final GracePeriod NONE = new GracePeriod(Days.NONE);

  /**
   * Creates a grace period.
   *
   * @param days how long the grace lasts, counted from the due date
   */
  public GracePeriod {
    Objects.requireNonNull(days, "days");
  }

  /**
   * {@return the last day on which a debt is still in grace; empty if the calendar does not cover
   * it}
   *
   * @param due the due date
   * @param calendar tells which days are business days
   */
  public Optional<LocalDate> lastDay(LocalDate due, BusinessCalendar calendar) {
    return calendar.find(due, days);
  }

  /**
   * Reads a grace period in the words in which it prints, with or without the last two.
   *
   * @param text such as {@code 3 days of grace} or {@code 2 business days}
   * @return the grace period
   * @throws io.dunning.sentence.SentenceException if the text is no such period
   */
  public static GracePeriod parse(String text) {
    return Words.GRAMMAR.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed. */
  private static final class Words {
    private static final Slot DAYS = Slot.days(Days::parse);
    static final Grammar<GracePeriod> GRAMMAR =
        new Grammar<>(
            "a grace period",
            "3 days of grace",
            List.of(
                Form.of("{} of grace", v -> new GracePeriod(v.get(0)), DAYS),
                Form.of("{}", v -> new GracePeriod(v.get(0)), DAYS)));
  }

  /** Returns text such as {@code 3 days of grace}. */
  @Override
  public String toString() {
    return days + " of grace";
  }
}
