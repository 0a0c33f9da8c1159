package io.dunning.action;

import io.dunning.calendar.DateSpan;
import io.dunning.calendar.WeeklyHours;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * When and where a customer does not want to be contacted: inconvenient hours, quiet days, a busy
 * season every year, persons who are not to be contacted. Channels that must not be used are
 * another matter. Immutable and thread-safe.
 *
 * @param inconvenient the hours at which it is inconvenient, by the customer's clock
 * @param quiet spans of days, such as a holiday or the time after a bereavement
 * @param busySeasons spans of days of every year
 * @param notWith the roles of persons who must not be contacted, such as the customer at work where
 *     the employer forbids it
 */
public record ContactWishes(
    WeeklyHours inconvenient,
    List<DateSpan> quiet,
    List<Season> busySeasons,
    List<PersonRole> notWith)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No wishes. */
  public static final ContactWishes NONE =
      new ContactWishes(WeeklyHours.NONE, List.of(), List.of());

  /**
   * Days of every year.
   *
   * @param first the first day; 29 February is 1 March in other years
   * @param lastInclusive the last day; before the first if the season goes over the new year
   */
  public record Season(MonthDay first, MonthDay lastInclusive) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A season.
     *
     * @param first the first day
     * @param lastInclusive the last day; before the first if the season goes over the new year
     */
    public Season {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(lastInclusive, "lastInclusive");
    }

    private DateSpan startingIn(int year) {
      LocalDate from = on(first, year);
      LocalDate to = on(lastInclusive, year);
      return new DateSpan(from, to.isBefore(from) ? on(lastInclusive, year + 1) : to);
    }

    private static LocalDate on(MonthDay day, int year) {
      return day.isValidYear(year) ? day.atYear(year) : LocalDate.of(year, 3, 1);
    }

    /** Such as {@code every year 12-20 to 01-06}. */
    @Override
    public String toString() {
      return "every year " + text(first) + " to " + text(lastInclusive);
    }

    private static String text(MonthDay day) {
      return day.toString().substring(2);
    }
  }

  /**
   * Wishes.
   *
   * @param inconvenient the hours at which it is inconvenient, by the customer's clock
   * @param quiet spans of days
   * @param busySeasons spans of days of every year
   * @param notWith the roles of persons who must not be contacted
   */
  public ContactWishes {
    Objects.requireNonNull(inconvenient, "inconvenient");
    Objects.requireNonNull(quiet, "quiet");
    Objects.requireNonNull(busySeasons, "busySeasons");
    quiet = List.copyOf(quiet);
    busySeasons = List.copyOf(busySeasons);
    Objects.requireNonNull(notWith, "notWith");
    notWith = notWith.stream().distinct().toList();
  }

  /**
   * Wishes about times only.
   *
   * @param inconvenient the hours at which it is inconvenient, by the customer's clock
   * @param quiet spans of days
   * @param busySeasons spans of days of every year
   */
  public ContactWishes(WeeklyHours inconvenient, List<DateSpan> quiet, List<Season> busySeasons) {
    this(inconvenient, quiet, busySeasons, List.of());
  }

  /**
   * {@return these wishes with more inconvenient hours}
   *
   * @param hours by the customer's clock
   */
  public ContactWishes notAt(WeeklyHours hours) {
    Objects.requireNonNull(hours, "hours");
    return new ContactWishes(inconvenient.plus(hours), quiet, busySeasons, notWith);
  }

  /**
   * {@return these wishes with more quiet days}
   *
   * @param days a span of days
   */
  public ContactWishes notDuring(DateSpan days) {
    Objects.requireNonNull(days, "days");
    List<DateSpan> all = new ArrayList<>(quiet);
    all.add(days);
    return new ContactWishes(inconvenient, all, busySeasons, notWith);
  }

  /**
   * {@return these wishes with one more busy season}
   *
   * @param first the first day of it, such as {@code "--12-20"}
   * @param lastInclusive the last day of it, such as {@code "--01-06"}
   * @throws DateTimeException if these are no days of a year
   */
  public ContactWishes notEveryYear(String first, String lastInclusive) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(lastInclusive, "lastInclusive");
    List<Season> all = new ArrayList<>(busySeasons);
    all.add(new Season(MonthDay.parse(first), MonthDay.parse(lastInclusive)));
    return new ContactWishes(inconvenient, quiet, all, notWith);
  }

  /**
   * {@return these wishes with more persons who must not be contacted}
   *
   * @param roles their roles, such as {@link PersonRole#WORKPLACE} if the employer forbids it
   */
  public ContactWishes notWith(PersonRole... roles) {
    Objects.requireNonNull(roles, "roles");
    List<PersonRole> all = new ArrayList<>(notWith);
    all.addAll(Arrays.asList(roles));
    return new ContactWishes(inconvenient, quiet, busySeasons, all);
  }

  /** {@return whether there are no wishes: every time and person is as good as any other} */
  public boolean isNone() {
    return inconvenient.isEmpty() && quiet.isEmpty() && busySeasons.isEmpty() && notWith.isEmpty();
  }

  /**
   * {@return the quiet and busy days that are not over by a day, or start within about a year of
   * it: spans, in no particular order}
   *
   * @param day a day
   */
  public List<DateSpan> daysAround(LocalDate day) {
    List<DateSpan> all = new ArrayList<>(quiet);
    all.removeIf(s -> s.lastInclusive().isBefore(day));
    for (Season each : busySeasons) {
      int first = Math.max(day.getYear() - 1, LocalDate.MIN.getYear());
      int last = Math.min(day.getYear() + 1, LocalDate.MAX.getYear() - 1);
      for (int year = first; year <= last; year++) {
        all.add(each.startingIn(year));
      }
    }
    return all;
  }

  /** Such as {@code not mon to fri 15:00-17:00, not 2026-08-01..2026-08-14}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!inconvenient.isEmpty()) {
      parts.add("not " + inconvenient);
    }
    quiet.forEach(s -> parts.add("not " + s));
    busySeasons.forEach(s -> parts.add("not " + s));
    notWith.forEach(r -> parts.add("not with " + r));
    return parts.isEmpty() ? "no wishes" : String.join(", ", parts);
  }
}
