package io.dunning.charge;

import io.dunning.calendar.Days;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A fee for paying late: flat, a share of what is overdue, or by bands of it.
 *
 * <p>The base is the overdue principal at the end of the day on which the fee arises; earlier fees
 * and interest are not part of it. A fee arises with each step that assesses charges, once for an
 * invoice and a step, unless {@link #once()}, {@link #oncePerInstalment()} or {@link #every} says
 * otherwise. A flat fee and bands count in the currencies they name, a share in every currency. The
 * printed words have no parse, because a fee has too many parts. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class LateFee implements Serializable {
  private static final long serialVersionUID = 1L;

  LateFee() {}

  /** When a fee arises. */
  public enum Arises {
    /** With a step that assesses charges, once for an invoice and a step. */
    WITH_STEP,
    /** On the first day on which interest would accrue, once for an invoice. */
    ONCE,
    /** On the first day on which interest would accrue, once for each instalment. */
    ONCE_PER_INSTALMENT,
    /** At the end of every so many days or months past due, while something is overdue. */
    PERIODICALLY
  }

  /** How bands are applied. */
  public enum Banding {
    /** The whole base is charged by the band it falls into. */
    SINGLE,
    /**
     * Each part of the base is charged by its own band; the flat amounts of all bands are added.
     */
    MARGINAL
  }

  /**
   * The amounts and shares of the fee, by what is overdue.
   *
   * @return the bands, by currency and then by where they begin; none if the fee is a {@link
   *     #share} in every currency or is described
   */
  public abstract List<FeeBand> bands();

  /**
   * {@return the share of what is overdue, in every currency; empty if the fee has bands or is
   * described}
   */
  public abstract Optional<Percentage> share();

  abstract Optional<OwnFee> own();

  /** {@return the least the fee comes to, in the currencies that are named} */
  public abstract List<Money> minimums();

  /** {@return the most the fee comes to, in the currencies that are named} */
  public abstract List<Money> maximums();

  /**
   * {@return the name of the only step with which the fee arises; empty if it arises with every
   * step that assesses charges, or without a step}
   */
  public abstract Optional<String> step();

  /**
   * How often the fee arises.
   *
   * @return calendar days or months; empty unless it arises {@linkplain Arises#PERIODICALLY
   *     periodically}
   */
  public abstract Optional<Days> period();

  /**
   * {@return the fact of a customer that says that the fee was agreed by contract; empty if the fee
   * need not be agreed}
   */
  public abstract Optional<String> agreedFact();

  /** {@return what that fact has to be; {@code yes} unless set} */
  @Value.Default
  public String agreedValue() {
    return "yes";
  }

  /** {@return what the bands mean; {@link Banding#SINGLE} unless set} */
  @Value.Default
  public Banding banding() {
    return Banding.SINGLE;
  }

  /**
   * {@return whether the fee is the fixed sum that a law grants for the costs of recovery; false
   * unless set}
   */
  @Value.Default
  public boolean isCompensation() {
    return false;
  }

  /** {@return whether the fee may be charged on top of such a compensation; false unless set} */
  @Value.Default
  public boolean isBesideCompensation() {
    return false;
  }

  /** {@return whether a letter about several invoices bears the fee once; false unless set} */
  @Value.Default
  public boolean ofDocument() {
    return false;
  }

  /** {@return when the fee arises; {@link Arises#WITH_STEP} unless set} */
  @Value.Default
  public Arises arises() {
    return Arises.WITH_STEP;
  }

  /** {@return how shares are rounded to minor units; {@link Rounding#HALF_UP} unless set} */
  @Value.Default
  public Rounding rounding() {
    return Rounding.HALF_UP;
  }

  /** {@return the law or contract behind the fee; empty text unless set} */
  @Value.Default
  public String source() {
    return "";
  }

  /**
   * {@return a flat fee}
   *
   * @param amounts the amount, once for each currency
   */
  public static LateFee flat(Money... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    List<FeeBand> bands = new ArrayList<>();
    for (Money each : amounts) {
      bands.add(new FeeBand(Money.zero(each.currency()), each, NO_SHARE));
    }
    return banded(Banding.SINGLE, bands);
  }

  /**
   * {@return a fee that is a share of what is overdue}
   *
   * @param share the share, not negative
   * @throws IllegalArgumentException if the share is negative
   */
  public static LateFee percent(Percentage share) {
    Objects.requireNonNull(share, "share");
    if (share.value().signum() < 0) {
      throw new IllegalArgumentException("fee is negative: " + share);
    }
    return new ImmutableLateFee.Builder().share(share).build();
  }

  /**
   * {@return a fee by bands of what is overdue} Below the lowest band of a currency there is none.
   *
   * @param banding what the bands mean
   * @param bands the bands, of one currency or several
   * @throws IllegalArgumentException if there is no band, or two begin at one amount
   */
  public static LateFee banded(Banding banding, List<FeeBand> bands) {
    Objects.requireNonNull(bands, "bands");
    List<FeeBand> sorted =
        bands.stream()
            .sorted(
                Comparator.comparing((FeeBand b) -> b.from().currency())
                    .thenComparing(b -> b.from().minorUnits()))
            .toList();
    return new ImmutableLateFee.Builder().banding(banding).bands(sorted).build();
  }

  /**
   * {@return a fee of your own, such as one that a contract defines in steps}
   *
   * @param sentence the fee in words; two described fees with one sentence are equal
   * @param formula the fee on a base; must be a pure function. A result below zero, or in another
   *     currency than the base, counts as none
   * @throws IllegalArgumentException if the sentence is blank
   */
  public static LateFee described(String sentence, Formula formula) {
    if (Objects.requireNonNull(sentence, "sentence").isBlank()) {
      throw new IllegalArgumentException("fee has no sentence");
    }
    Objects.requireNonNull(formula, "formula");
    return new ImmutableLateFee.Builder().own(new OwnFee(sentence, formula)).build();
  }

  /**
   * {@return the words of a {@linkplain #described described} fee; empty if the fee is not of your
   * own}
   */
  public Optional<String> sentence() {
    return own().map(OwnFee::sentence);
  }

  /** A fee of your own on an overdue amount, to be described by a sentence. */
  @FunctionalInterface
  public interface Formula extends UnaryOperator<Money>, Serializable {}

  private static final Percentage NO_SHARE = Percentage.percent("0");

  private ImmutableLateFee.Builder with() {
    return new ImmutableLateFee.Builder().from(this);
  }

  /** This fee at other times, with nothing left of when it arose before. */
  private ImmutableLateFee.Builder arising(Arises times) {
    return with().arises(times).step(Optional.empty()).period(Optional.empty()).ofDocument(false);
  }

  /**
   * {@return this fee with a least amount; a lower fee is raised to it}
   *
   * @param amount the least amount of its currency
   */
  public LateFee atLeast(Money amount) {
    return with().addMinimums(amount).build();
  }

  /**
   * {@return this fee with a highest amount; a higher fee is lowered to it}
   *
   * @param amount the highest amount of its currency
   */
  public LateFee atMost(Money amount) {
    return with().addMaximums(amount).build();
  }

  /**
   * {@return this fee, with one step only instead of with every step that assesses charges}
   *
   * @param name the name of the step
   */
  public LateFee at(String name) {
    return arising(Arises.WITH_STEP).ofDocument(ofDocument()).step(name).build();
  }

  /**
   * {@return this fee, once for a letter, however many invoices it is about} The base is what is
   * overdue on all of them in one currency, and the fee is assessed on the first of them.
   */
  public LateFee perDocument() {
    return arising(Arises.WITH_STEP).step(step()).ofDocument(true).build();
  }

  /**
   * {@return this fee, once for an invoice, without a step: on the first day on which interest
   * would accrue}
   */
  public LateFee once() {
    return arising(Arises.ONCE).build();
  }

  /**
   * {@return this fee, once for each instalment, without a step: on the first day on which interest
   * would accrue}
   */
  public LateFee oncePerInstalment() {
    return arising(Arises.ONCE_PER_INSTALMENT).build();
  }

  /**
   * {@return this fee, without a step: every so many days or months past due, while something is
   * overdue} Every month counts from the due date: for an invoice due on 31 January, a monthly fee
   * arises on 28 February and 31 March.
   *
   * @param days calendar days or months, 1 or more
   * @throws IllegalArgumentException if the period is empty, or counts business days
   */
  public LateFee every(Days days) {
    Objects.requireNonNull(days, "days");
    if (days.count() < 1 || days.unit() == Days.Unit.BUSINESS) {
      throw new IllegalArgumentException(
          "fee needs a period of at least one calendar day or month: " + days);
    }
    return arising(Arises.PERIODICALLY).period(days).build();
  }

  /**
   * As the fixed sum that a law grants for the costs of recovery, such as the 40 EUR of Directive
   * 2011/7/EU, article 6.
   */
  LateFee asCompensation() {
    return with().isCompensation(true).build();
  }

  /**
   * {@return this fee, on top of a compensation by law} A policy that charges both without it is
   * refused, because the compensation is meant to cover the costs of reminders.
   */
  public LateFee besideCompensation() {
    return with().isBesideCompensation(true).build();
  }

  /**
   * {@return this fee, only for customers with whom it was agreed by contract: those with a
   * {@linkplain io.dunning.ledger.Customer#with(String, String) fact}}
   *
   * @param fact the name of the fact, such as {@code late fee agreed}
   * @param value what it has to be, such as {@code yes}
   */
  public LateFee onlyIfAgreed(String fact, String value) {
    return with().agreedFact(fact).agreedValue(value).build();
  }

  /** Whether the fee may be charged to a customer. */
  boolean isAgreedWith(Customer customer) {
    return agreedFact().map(f -> agreedValue().equals(customer.facts().get(f))).orElse(true);
  }

  /**
   * {@return this fee with the law or contract behind it}
   *
   * @param text the source
   */
  public LateFee by(String text) {
    return with().source(text).build();
  }

  /**
   * {@return the fee on a base, in its currency; zero if no band and no share applies}
   *
   * @param base the overdue principal
   * @throws ArithmeticException if it does not fit
   */
  public Money of(Money base) {
    return FeeAmount.of(this, base);
  }

  /** Whether the fee arises with a step, for each invoice or for the letter as a whole. */
  boolean arisesWith(String name, boolean document) {
    return arises() == Arises.WITH_STEP
        && ofDocument() == document
        && step().map(name::equals).orElse(true);
  }

  @Value.Check
  void check() {
    if (share().isEmpty() && bands().isEmpty() && own().isEmpty()) {
      throw new IllegalArgumentException("fee has no bands");
    }
    for (int i = 1; i < bands().size(); i++) {
      if (bands().get(i).from().equals(bands().get(i - 1).from())) {
        throw new IllegalArgumentException("two bands of a fee begin at " + bands().get(i).from());
      }
    }
  }

  /** Such as {@code 5.00 EUR + 2%, at most 20.00 EUR}. */
  @Override
  public String toString() {
    return LateFeeText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableLateFee.Builder().from(this).build());
  }
}
