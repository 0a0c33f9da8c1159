package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * The interest and the fixed compensation that a law grants for late payment, with the sections of
 * the law, how sure our source is, and what the library does not cover.
 *
 * <p>{@code StatutoryInterest.of(GERMANY).businessToBusiness()} picks a regime that {@linkplain
 * #shipped comes with the library}; {@link #withRates} gives it newer rates, {@link #define} makes
 * one of your own. The library does not know which regime applies to a debt, nor when default
 * begins; you do. Immutable and thread-safe.
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

  /** {@return a short name, such as {@code DE-288-2}} */
  public abstract String id();

  /** {@return what it is about, such as {@code German default interest between businesses}} */
  public abstract String title();

  /** {@return whose law it is, by the name of a country; empty text unless set} */
  @Value.Default
  public String country() {
    return "";
  }

  /** {@return who owes; {@link Debtor#ANYONE} unless set} */
  @Value.Default
  public Debtor debtor() {
    return Debtor.ANYONE;
  }

  /** {@return the interest} */
  public abstract LateInterest interest();

  /** {@return the fixed sum for the costs of recovery; empty if the law grants none} */
  public abstract Optional<LateFee> compensation();

  /** {@return the law, with its sections} */
  public abstract String source();

  /**
   * {@return how sure our source is, such as {@code verified}, {@code verified-secondary}; empty
   * text unless set}
   */
  @Value.Default
  public String confidence() {
    return "";
  }

  /**
   * {@return in words, what else the law says that the library does not compute; empty text unless
   * set}
   */
  @Value.Default
  public String notCovered() {
    return "";
  }

  /** {@return when a contract was made if the regime applies to it; all days unless set} */
  @Value.Default
  public DateSpan contracts() {
    return DateSpan.ALWAYS;
  }

  /** How long the debtor has to pay. */
  @Value.Default
  StatutoryTerm term() {
    return StatutoryTerm.NONE;
  }

  /**
   * {@return the regimes of a country, to pick from}
   *
   * @param country the country
   */
  public static StatutoryRegimes of(Country country) {
    return new StatutoryRegimes(country);
  }

  /**
   * {@return a regime that comes with the library}
   *
   * @param id such as {@code DE-288-2}
   * @throws IllegalArgumentException if there is none
   */
  public static StatutoryInterest of(String id) {
    StatutoryInterest found = ShippedRegimes.BY_ID.get(Objects.requireNonNull(id, "id"));
    if (found == null) {
      throw new IllegalArgumentException(
          "no such regime: " + id + "\nMaybe one of " + ShippedRegimes.BY_ID.keySet());
    }
    return found;
  }

  /** {@return the regimes that come with the library, by id} */
  public static SortedMap<String, StatutoryInterest> shipped() {
    return ShippedRegimes.BY_ID;
  }

  /**
   * {@return a regime of your own, without a fixed sum}
   *
   * @param id a short name
   * @param title what it is about
   * @param interest the interest
   * @param source the law, with its sections
   */
  public static StatutoryInterest define(
      String id, String title, LateInterest interest, String source) {
    return define(id, title, interest, Optional.empty(), source);
  }

  /**
   * {@return a regime of your own, with a fixed sum}
   *
   * @param id a short name
   * @param title what it is about
   * @param interest the interest
   * @param compensation the fixed sum
   * @param source the law, with its sections
   */
  public static StatutoryInterest define(
      String id, String title, LateInterest interest, LateFee compensation, String source) {
    Objects.requireNonNull(compensation, "compensation");
    return define(id, title, interest, Optional.of(compensation), source);
  }

  private static StatutoryInterest define(
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
   * {@return this regime with other reference rates, such as the shipped ones and a newer one}
   *
   * @param rates the rates
   */
  public StatutoryInterest withRates(ReferenceRates rates) {
    return with(interest().withRates(rates));
  }

  /**
   * {@return this regime with another rule of interest, such as another day count}
   *
   * @param rule the rule
   */
  public StatutoryInterest with(LateInterest rule) {
    return new ImmutableStatutoryInterest.Builder().from(this).interest(rule).build();
  }

  /**
   * {@return this regime without its fixed compensation, for a creditor who does not ask for it or
   * has a fee of their own}
   */
  public StatutoryInterest withoutCompensation() {
    return new ImmutableStatutoryInterest.Builder()
        .from(this)
        .compensation(Optional.empty())
        .build();
  }

  /** {@return the reference rates; empty if the rate is fixed} */
  public Optional<ReferenceRates> rates() {
    return interest().rate().reference();
  }

  /**
   * {@return the last day on which a payment is in time if no date was agreed; empty if the law
   * sets no time}
   *
   * @param start the day from which the law counts: the later of delivery and invoice
   * @param calendar says which days are business days, where the law moves the end
   */
  public Optional<LocalDate> lastDayToPay(LocalDate start, BusinessCalendar calendar) {
    return term().lastDay(start, calendar);
  }

  /**
   * {@return the last day on which a payment is in time if a date was agreed: that date, moved
   * where the law moves it}
   *
   * @param agreed the agreed date
   * @param calendar says which days are business days
   */
  public LocalDate lastDayAgreed(LocalDate agreed, BusinessCalendar calendar) {
    return calendar.adjust(agreed, term().convention());
  }

  /**
   * {@return the latest day that can be agreed without further conditions; empty if the law sets no
   * limit}
   *
   * @param start the day from which the law counts
   */
  public Optional<LocalDate> latestAgreed(LocalDate start) {
    return term().latestAgreed(start);
  }

  /** Such as {@code DE-288-2: German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  @Override
  public String toString() {
    return id() + ": " + interest() + compensation().map(c -> "; " + c).orElse("");
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableStatutoryInterest.Builder().from(this).build());
  }
}
