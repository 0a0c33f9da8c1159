package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.DayCount;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Interest and fixed compensation that a law grants for late payment, with the sections it stands
 * in, how sure our source is, and what is not covered.
 *
 * <p>{@code StatutoryInterest.of(GERMANY).businessToBusiness()} picks a regime that {@linkplain
 * #shipped comes with the library}; {@link #withRates} gives it newer rates, {@link #define} makes
 * one of your own. Which regime applies to a debt, and when default begins, the library does not
 * know. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class StatutoryInterest implements Serializable {
  private static final long serialVersionUID = 1L;

  StatutoryInterest() {}

  /** Whose law it is. */
  public enum Country {
    /** The directives of the European Union, which member states turn into acts of their own. */
    EUROPEAN_UNION("European Union"),
    /** Germany. */
    GERMANY("Germany"),
    /** Austria. */
    AUSTRIA("Austria"),
    /** France. */
    FRANCE("France"),
    /** The United Kingdom. */
    UNITED_KINGDOM("United Kingdom"),
    /** Switzerland. */
    SWITZERLAND("Switzerland"),
    /** The United States, federal law. */
    UNITED_STATES("United States"),
    /** The Republic of Korea. */
    KOREA("Korea"),
    /** Japan. */
    JAPAN("Japan"),
    /** India. */
    INDIA("India"),
    /** Brazil. */
    BRAZIL("Brazil");

    private final String words;

    Country(String words) {
      this.words = words;
    }

    /** Such as {@code United Kingdom}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** Who owes. */
  public enum Debtor {
    /** Anyone. */
    ANYONE,
    /** A business owes a business. */
    BUSINESS,
    /** A consumer owes, or is owed. */
    CONSUMER,
    /** A public authority owes its supplier. */
    AUTHORITY,
    /** A commissioning business owes its smaller contractor. */
    SUBCONTRACT,
    /** Whoever a court ordered to pay. */
    COURT
  }

  /** The regimes of a country, to pick from. */
  public static final class Choice {
    private final Country country;

    private Choice(Country country) {
      this.country = Objects.requireNonNull(country, "country");
    }

    /**
     * Between businesses, for contracts made today.
     *
     * @return the regime
     * @throws IllegalArgumentException if we know of none
     */
    public StatutoryInterest businessToBusiness() {
      return pick(Debtor.BUSINESS);
    }

    /**
     * With a consumer.
     *
     * @return the regime
     * @throws IllegalArgumentException if we know of none
     */
    public StatutoryInterest withConsumer() {
      return pick(Debtor.CONSUMER);
    }

    /**
     * Owed by a public authority.
     *
     * @return the regime
     * @throws IllegalArgumentException if we know of none
     */
    public StatutoryInterest fromAuthority() {
      return pick(Debtor.AUTHORITY);
    }

    /**
     * All regimes of the country, older ones and special ones included.
     *
     * @return the regimes, by id
     */
    public List<StatutoryInterest> all() {
      return shipped().values().stream().filter(r -> r.country().equals(country.words)).toList();
    }

    private StatutoryInterest pick(Debtor debtor) {
      return all().stream()
          .filter(r -> r.contracts().lastInclusive().equals(LocalDate.MAX))
          .filter(r -> r.debtor() == debtor || r.debtor() == Debtor.ANYONE)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no late payment law of "
                          + country
                          + " is known for this debtor: "
                          + debtor
                          + "\nMaybe one of "
                          + all().stream().map(StatutoryInterest::id).toList()));
    }
  }

  /**
   * A short name.
   *
   * @return such as {@code DE-288-2}
   */
  public abstract String id();

  /**
   * What it is about.
   *
   * @return such as {@code German default interest between businesses}
   */
  public abstract String title();

  /**
   * Whose law it is.
   *
   * @return the name of a country, empty text unless set
   */
  @Value.Default
  public String country() {
    return "";
  }

  /**
   * Who owes.
   *
   * @return {@link Debtor#ANYONE} unless set
   */
  @Value.Default
  public Debtor debtor() {
    return Debtor.ANYONE;
  }

  /**
   * The interest.
   *
   * @return the rule
   */
  public abstract LateInterest interest();

  /**
   * The fixed sum for the costs of recovery.
   *
   * @return the fee; empty if the law grants none
   */
  public abstract Optional<LateFee> compensation();

  /**
   * The law, with its sections.
   *
   * @return the source
   */
  public abstract String source();

  /**
   * How sure our source is.
   *
   * @return such as {@code verified}, {@code verified-secondary}; empty text unless set
   */
  @Value.Default
  public String confidence() {
    return "";
  }

  /**
   * What the law also says and the library does not know.
   *
   * @return in words; empty text unless set
   */
  @Value.Default
  public String notCovered() {
    return "";
  }

  /**
   * The contracts for which it counts.
   *
   * @return the days on which they were made, all days unless set
   */
  @Value.Default
  public DateSpan contracts() {
    return DateSpan.ALWAYS;
  }

  /** How long the debtor has if nothing was agreed; -1 if the law does not say. */
  @Value.Default
  int termDays() {
    return -1;
  }

  @Value.Default
  boolean termIncludesStart() {
    return false;
  }

  /** The longest time that can be agreed; -1 if the law does not say. */
  @Value.Default
  int mostDays() {
    return -1;
  }

  @Value.Default
  BusinessDayConvention convention() {
    return BusinessDayConvention.NO_ADJUST;
  }

  /**
   * The regimes of a country.
   *
   * @param country the country
   * @return what to pick from
   */
  public static Choice of(Country country) {
    return new Choice(country);
  }

  /**
   * A regime that comes with the library.
   *
   * @param id such as {@code DE-288-2}
   * @return the regime
   * @throws IllegalArgumentException if there is none
   */
  public static StatutoryInterest of(String id) {
    StatutoryInterest found = Shipped.REGIMES.get(Objects.requireNonNull(id, "id"));
    if (found == null) {
      throw new IllegalArgumentException(
          "no such regime: " + id + "\nMaybe one of " + Shipped.REGIMES.keySet());
    }
    return found;
  }

  /**
   * The regimes that come with the library.
   *
   * @return regimes by id
   */
  public static SortedMap<String, StatutoryInterest> shipped() {
    return Shipped.REGIMES;
  }

  /**
   * A regime of your own.
   *
   * @param id a short name
   * @param title what it is about
   * @param interest the interest
   * @param compensation the fixed sum; empty if there is none
   * @param source the law, with its sections
   * @return the regime
   */
  public static StatutoryInterest define(
      String id,
      String title,
      LateInterest interest,
      Optional<LateFee> compensation,
      String source) {
    return new ImmutableStatutoryInterest.Builder()
        .id(id)
        .title(title)
        .interest(interest)
        .compensation(compensation)
        .source(source)
        .build();
  }

  /**
   * This regime with other reference rates, such as the shipped ones and a newer one.
   *
   * @param rates the rates
   * @return the regime
   */
  public StatutoryInterest withRates(ReferenceRates rates) {
    return with(new ImmutableLateInterest.Builder().from(interest()).reference(rates).build());
  }

  /**
   * This regime with another rule of interest, such as another day count.
   *
   * @param rule the rule
   * @return the regime
   */
  public StatutoryInterest with(LateInterest rule) {
    return new ImmutableStatutoryInterest.Builder().from(this).interest(rule).build();
  }

  /**
   * The reference rates.
   *
   * @return the table; empty if the rate is fixed
   */
  public Optional<ReferenceRates> rates() {
    return interest().reference();
  }

  /**
   * The last day on which a payment is in time if no date was agreed.
   *
   * @param start the day from which the law counts: the later of delivery and invoice
   * @param calendar says which days are business days, where the law moves the end
   * @return the day; empty if the law sets no time
   */
  public Optional<LocalDate> lastDayToPay(LocalDate start, BusinessCalendar calendar) {
    return termDays() < 0
        ? Optional.empty()
        : Optional.of(calendar.adjust(behind(start, termDays()), convention()));
  }

  /**
   * The last day on which a payment is in time if a date was agreed: that date, moved where the law
   * moves it.
   *
   * @param agreed the agreed date
   * @param calendar says which days are business days
   * @return the day
   */
  public LocalDate lastDayAgreed(LocalDate agreed, BusinessCalendar calendar) {
    return calendar.adjust(agreed, convention());
  }

  /**
   * The latest day that can be agreed without further conditions.
   *
   * @param start the day from which the law counts
   * @return the day; empty if the law sets no limit
   */
  public Optional<LocalDate> latestAgreed(LocalDate start) {
    return mostDays() < 0 ? Optional.empty() : Optional.of(behind(start, mostDays()));
  }

  private LocalDate behind(LocalDate start, int days) {
    return start.plusDays(termIncludesStart() ? days - 1L : days);
  }

  /** Such as {@code DE-288-2: German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  @Override
  public String toString() {
    return id() + ": " + interest() + compensation().map(c -> "; " + c).orElse("");
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final SortedMap<String, StatutoryInterest> REGIMES = read();

    private static SortedMap<String, StatutoryInterest> read() {
      SortedMap<String, StatutoryInterest> all = new TreeMap<>();
      for (String[] row : ReferenceRates.rows("regimes.tsv")) {
        all.put(row[0], regime(row));
      }
      return Collections.unmodifiableSortedMap(all);
    }

    private static StatutoryInterest regime(String[] row) {
      ImmutableStatutoryInterest.Builder all =
          new ImmutableStatutoryInterest.Builder()
              .id(row[0])
              .country(Country.valueOf(row[1]).words)
              .debtor(Debtor.valueOf(row[2]))
              .title(row[3])
              .interest(interest(row))
              .compensation(compensation(row[13], row[14].equals("yes"), row[21]))
              .termIncludesStart(row[16].equals("yes"))
              .convention(BusinessDayConvention.valueOf(row[18]))
              .contracts(new DateSpan(day(row[19], LocalDate.MIN), day(row[20], LocalDate.MAX)))
              .source(row[21])
              .confidence(row[22])
              .notCovered(row[23]);
      if (!row[15].isEmpty()) {
        all.termDays(Integer.parseInt(row[15]));
      }
      if (!row[17].isEmpty()) {
        all.mostDays(Integer.parseInt(row[17]));
      }
      return all.build();
    }

    private static LocalDate day(String cell, LocalDate otherwise) {
      return cell.isEmpty() ? otherwise : LocalDate.parse(cell);
    }

    /** A name behind a minus has no rates yet. */
    private static LateInterest interest(String[] row) {
      ReferenceRates rates =
          row[4].startsWith("-")
              ? ReferenceRates.named(row[4].substring(1))
              : ReferenceRates.of(row[4]);
      LateInterest rule =
          LateInterest.floating(rates, Percentage.percent(row[6]))
              .times(Integer.parseInt(row[5]))
              .compounding(
                  LateInterest.Compounding.valueOf(row[8]), LateInterest.RateMode.valueOf(row[7]))
              .counting(DayCount.parse(row[9]))
              .rounded(Rounding.valueOf(row[10]));
      rule = row[11].isEmpty() ? rule : rule.forAtMost(Period.ofYears(Integer.parseInt(row[11])));
      return row[12].isEmpty() ? rule : rule.atLeast(Money.parse(row[12]));
    }

    /** Such as {@code 40.00 GBP; 70.00 GBP from 1000.00}. */
    private static Optional<LateFee> compensation(String cell, boolean each, String source) {
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      List<LateFee.Band> bands = new ArrayList<>();
      for (String part : cell.split("; ")) {
        String[] words = part.split(" from ");
        Money flat = Money.parse(words[0]);
        Money from =
            words.length > 1 ? Money.of(words[1], flat.currency()) : Money.zero(flat.currency());
        bands.add(new LateFee.Band(from, flat, Percentage.percent("0")));
      }
      LateFee fee = LateFee.banded(LateFee.Banding.SINGLE, bands).by(source);
      return Optional.of(each ? fee.oncePerInstalment() : fee.once());
    }
  }
}
