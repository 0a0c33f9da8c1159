package io.dunning.charge;

import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import io.dunning.text.TableFile;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The yearly rates that a publisher stated, each with the days for which it counts.
 *
 * <p>Some tables {@linkplain #shipped come with the library}, with the source of every row. They
 * end with the last rate that was known when they were compiled; add newer ones with {@link #with}.
 * The library never guesses a rate: what it computes for a day without one says which rate is
 * missing. Rates may be negative. Immutable and thread-safe.
 */
public final class ReferenceRates implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final List<Rate> rates;

  private ReferenceRates(String name, List<Rate> rates) {
    this.name = Objects.requireNonNull(name, "name");
    this.rates = rates;
  }

  /**
   * A rate and the days for which it counts.
   *
   * @param from the first day
   * @param throughInclusive the last day
   * @param rate the rate a year; may be negative
   * @param source who says so, and how sure that is
   */
  public record Rate(LocalDate from, LocalDate throughInclusive, Percentage rate, String source)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A rate and the days for which it counts.
     *
     * @param from the first day
     * @param throughInclusive the last day
     * @param rate the rate a year; may be negative
     * @param source who says so, and how sure that is
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Rate {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(throughInclusive, "throughInclusive");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(source, "source");
      if (throughInclusive.isBefore(from)) {
        throw new IllegalArgumentException(
            "rate ends before it starts: " + from + ".." + throughInclusive);
      }
    }

    /** Such as {@code 1.52% from 2026-07-01 through 2026-12-31}. */
    @Override
    public String toString() {
      String end = throughInclusive.equals(LocalDate.MAX) ? "" : " through " + throughInclusive;
      return rate + " from " + from + end;
    }
  }

  /**
   * {@return a table without rates}
   *
   * @param name what the rates are called, such as {@code "base rate"}
   */
  public static ReferenceRates named(String name) {
    return new ReferenceRates(name, List.of());
  }

  /**
   * {@return a table that comes with the library}
   *
   * @param id {@code DE}, {@code ECB}, {@code GB}, {@code AT}, {@code US}, {@code CH} and others
   * @throws IllegalArgumentException if there is none
   */
  public static ReferenceRates of(String id) {
    ReferenceRates found = Shipped.RATES.get(Objects.requireNonNull(id, "id"));
    if (found == null) {
      throw new IllegalArgumentException(
          "no such reference rates: " + id + "\nMaybe one of " + Shipped.RATES.keySet());
    }
    return found;
  }

  /**
   * {@return all tables that come with the library, with the version of their file} Read a newer
   * file with {@link RateEdition#parse}.
   */
  public static RateEdition edition() {
    return Shipped.EDITION;
  }

  /** {@return the tables that come with the library, by id} */
  public static SortedMap<String, ReferenceRates> shipped() {
    return Shipped.RATES;
  }

  /**
   * {@return this table with a rate for some days, instead of the rates it has for them}
   *
   * @param from the first day
   * @param throughInclusive the last day
   * @param rate the rate a year
   * @param source who says so
   * @throws IllegalArgumentException if the last day lies before the first
   */
  public ReferenceRates with(
      LocalDate from, LocalDate throughInclusive, Percentage rate, String source) {
    Rate added = new Rate(from, throughInclusive, rate, source);
    List<Rate> all = new ArrayList<>();
    for (Rate each : rates) {
      if (each.from().isBefore(from)) {
        LocalDate end = min(each.throughInclusive(), from.minusDays(1));
        all.add(new Rate(each.from(), end, each.rate(), each.source()));
      }
      if (each.throughInclusive().isAfter(throughInclusive)) {
        LocalDate start = max(each.from(), throughInclusive.plusDays(1));
        all.add(new Rate(start, each.throughInclusive(), each.rate(), each.source()));
      }
    }
    all.add(added);
    all.sort(Comparator.comparing(Rate::from));
    return new ReferenceRates(name, List.copyOf(all));
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** {@return what the rates are called} */
  public String name() {
    return name;
  }

  /** {@return all rates, earliest first; they do not overlap} */
  public List<Rate> rates() {
    return rates;
  }

  /**
   * {@return the rate of a day, with its days and source; empty if none is known for the day}
   *
   * @param day the day
   */
  public Optional<Rate> rateOn(LocalDate day) {
    for (int i = rates.size() - 1; i >= 0; i--) {
      Rate each = rates.get(i);
      if (!each.from().isAfter(day)) {
        return each.throughInclusive().isBefore(day) ? Optional.empty() : Optional.of(each);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReferenceRates that
        && name.equals(that.name)
        && rates.equals(that.rates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, rates);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final RateEdition EDITION =
        RateEdition.of(TableFile.shipped(ReferenceRates.class, "rates.tsv"));
    static final SortedMap<String, ReferenceRates> RATES = EDITION.tables();
  }

  /** These rates, put together anew: earliest first, none over another. */
  private ReferenceRates checked() {
    ReferenceRates all = named(name);
    for (Rate each : rates) {
      all = all.with(each.from(), each.throughInclusive(), each.rate(), each.source());
    }
    return all;
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> checked());
  }
}
