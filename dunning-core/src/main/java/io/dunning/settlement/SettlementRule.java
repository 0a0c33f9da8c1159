package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import io.dunning.terms.Instalment;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * When and for how much a debt may be settled for less than is owed: by age and amount, with a
 * floor, approval by a person, and a last day. Shares refer to everything that is owed. A
 * settlement gives up charges first, then principal. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class SettlementRule implements Serializable {
  private static final long serialVersionUID = 1L;

  SettlementRule() {}

  /**
   * The share that settles a debt from an age on.
   *
   * @param fromDaysPastDue the first day past due, included
   * @param share the share of everything that is owed
   */
  public record Tier(int fromDaysPastDue, Percentage share) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A tier.
     *
     * @param fromDaysPastDue the first day past due, included
     * @param share the share of everything that is owed
     */
    public Tier {
      Objects.requireNonNull(share, "share");
    }

    /** Returns the tier as text, such as {@code 70% from 75 days past due}. */
    @Override
    public String toString() {
      return share + " from " + fromDaysPastDue + " days past due";
    }
  }

  /**
   * Another way to accept the same offer: over a longer time, for more.
   *
   * @param instalments in how many monthly instalments, the first on the last day of the offer; 1
   *     or more
   * @param more by how much the share of the debt is higher than that of the offer itself, in
   *     points: {@code 5%} makes 75% of 70%; no more than the whole debt is ever asked for
   */
  public record OfferInInstalments(int instalments, Percentage more) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Another way to accept the same offer.
     *
     * @param instalments in how many monthly instalments; 1 to {@link Instalment#MOST}
     * @param more by how much the share of the debt is higher, in points; not negative
     */
    public OfferInInstalments {
      Objects.requireNonNull(more, "more");
      if (instalments < 1 || instalments > Instalment.MOST || more.value().signum() < 0) {
        throw new IllegalArgumentException(
            "alternative does not have 1 to "
                + Instalment.MOST
                + " instalments, or asks for less: "
                + instalments
                + ", "
                + more);
      }
    }

    /** Returns the alternative as text, such as {@code or in 3 instalments for 5% more}. */
    @Override
    public String toString() {
      return "or in " + instalments + " instalments for " + more + " more";
    }
  }

  /**
   * {@return the shares that settle a debt, youngest age first; each applies until the next begins}
   */
  public abstract List<Tier> tiers();

  /**
   * {@return the lowest counter-offer that is not refused, as a share of everything that is owed;
   * empty if nothing below the offer itself is accepted}
   */
  public abstract Optional<Percentage> floor();

  /**
   * {@return the lowest principal for which there is an offer, by currency, included; a currency
   * without an entry has no minimum}
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumAmounts();

  /**
   * {@return the highest principal for which there is an offer, by currency, included; a currency
   * without an entry has no maximum}
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> maximumAmounts();

  /**
   * {@return the lowest probability of a late payment, by the policy's risk model, at which there
   * is an offer, included; empty if risk does not matter}
   */
  public abstract Optional<Percentage> fromRisk();

  /** {@return the share below which a person has to approve; empty if nobody has to} */
  public abstract Optional<Percentage> approvalBelow();

  /** {@return who has to approve, such as {@code head of credit}} */
  @Value.Default
  public String authority() {
    return "a person";
  }

  /** {@return how long an offer is valid, not counting the day of the offer; 14 days unless set} */
  @Value.Default
  public Days validity() {
    return Days.calendarDays(14);
  }

  /**
   * {@return the day of the month through which an offer is valid, in place of {@link #validity};
   * in shorter months the last day; 0 if the validity counts}
   */
  @Value.Default
  public int throughDayOfMonth() {
    return 0;
  }

  /**
   * {@return in how many monthly instalments a settlement may be paid, the first on the last day of
   * the offer; 1, a lump sum, unless set}
   */
  @Value.Default
  public int instalments() {
    return 1;
  }

  /** {@return other ways to accept an offer, in the order they are named; none unless set} */
  public abstract List<OfferInInstalments> alternatives();

  /**
   * {@return for how many days after the last day of an offer no new one is made; 90 unless set}
   */
  @Value.Default
  public int notAgainWithinDays() {
    return 90;
  }

  /**
   * {@return a rule that settles a debt for a share, paid at once, from the due date on}
   *
   * @param share the share of everything that is owed
   * @throws IllegalArgumentException if the share is not above 0% and up to 100%
   */
  public static SettlementRule lumpSum(Percentage share) {
    return new ImmutableSettlementRule.Builder().addTiers(new Tier(0, share)).build();
  }

  private ImmutableSettlementRule.Builder copy() {
    return new ImmutableSettlementRule.Builder().from(this);
  }

  /**
   * {@return this rule with the first share applying from a later age on}
   *
   * @param days the first day past due, included
   */
  public SettlementRule fromDaysPastDue(int days) {
    List<Tier> all = new ArrayList<>(tiers());
    all.set(0, new Tier(days, all.get(0).share()));
    return copy().tiers(all).build();
  }

  /**
   * {@return this rule with another share from a later age on}
   *
   * @param share the share of everything that is owed
   * @param days the first day past due, included
   * @throws IllegalArgumentException if the age is not later than that of the tier before
   */
  public SettlementRule laterShare(Percentage share, int days) {
    return copy().addTiers(new Tier(days, share)).build();
  }

  /**
   * {@return this rule with a floor for counter-offers}
   *
   * @param share the share of everything that is owed, included
   * @throws IllegalArgumentException if the floor lies above an offer
   */
  public SettlementRule floor(Percentage share) {
    return copy().floor(share).build();
  }

  /**
   * {@return this rule with a minimum of principal in one more currency}
   *
   * @param amount the minimum, included
   */
  public SettlementRule from(Money amount) {
    Objects.requireNonNull(amount, "amount");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(minimumAmounts());
    all.put(amount.currency(), amount);
    return copy().minimumAmounts(all).build();
  }

  /**
   * {@return this rule with a maximum of principal in one more currency}
   *
   * @param amount the maximum, included
   */
  public SettlementRule upTo(Money amount) {
    Objects.requireNonNull(amount, "amount");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(maximumAmounts());
    all.put(amount.currency(), amount);
    return copy().maximumAmounts(all).build();
  }

  /**
   * {@return this rule for risky customers only}
   *
   * @param probability the lowest probability of a late payment, included
   */
  public SettlementRule fromRisk(Percentage probability) {
    return copy().fromRisk(probability).build();
  }

  /**
   * {@return this rule with approval by a person for low settlements}
   *
   * @param share the share below which a person has to approve
   * @param who who has to approve, such as {@code head of credit}
   */
  public SettlementRule approvalBelow(Percentage share, String who) {
    return copy().approvalBelow(share).authority(who).build();
  }

  /**
   * {@return this rule with another validity of offers}
   *
   * @param days how long an offer is valid, not counting the day of the offer
   */
  public SettlementRule validFor(Days days) {
    return copy().validity(days).throughDayOfMonth(0).build();
  }

  /**
   * {@return this rule with offers that are valid through a day of the month, or of the next month
   * if that day is over}
   *
   * @param day the day, 1 to 31; in shorter months the last day counts
   * @throws IllegalArgumentException if there is no such day
   */
  public SettlementRule validThroughDay(int day) {
    return copy().throughDayOfMonth(day).build();
  }

  /**
   * {@return this rule with settlements paid in monthly instalments}
   *
   * @param count the number of instalments, 1 to {@link Instalment#MOST}
   */
  public SettlementRule inInstalments(int count) {
    return copy().instalments(count).build();
  }

  /**
   * {@return this rule with one more way to accept an offer: over a longer time, for more}
   *
   * @param count in how many monthly instalments, 1 or more
   * @param more by how much the share of the debt is higher than that of the offer itself, in
   *     points; not negative
   * @throws IllegalArgumentException if there are no instalments, or the share would be lower
   */
  public SettlementRule orInInstalments(int count, Percentage more) {
    return copy().addAlternatives(new OfferInInstalments(count, more)).build();
  }

  /**
   * {@return this rule with another pause between offers}
   *
   * @param days for how many days after the last day of an offer no new one is made
   */
  public SettlementRule notAgainWithin(int days) {
    return copy().notAgainWithinDays(days).build();
  }

  @Value.Check
  void check() {
    SettlementChecks.check(this);
  }

  /**
   * {@return the share that settles a debt; empty if the debt is too young}
   *
   * @param daysPastDue the days past due
   */
  public Optional<Percentage> shareAt(long daysPastDue) {
    Percentage share = null;
    for (Tier each : tiers()) {
      share = daysPastDue >= each.fromDaysPastDue() ? each.share() : share;
    }
    return Optional.ofNullable(share);
  }

  /**
   * {@return whether a principal is within the bounds of its currency}
   *
   * @param principal the principal
   */
  public boolean isForAmount(Money principal) {
    Money least = minimumAmounts().get(principal.currency());
    Money most = maximumAmounts().get(principal.currency());
    return principal.isPositive()
        && (least == null || principal.compareTo(least) >= 0)
        && (most == null || principal.compareTo(most) <= 0);
  }

  /**
   * {@return the offer for a debt; empty if the debt is too young, too small or too large}
   *
   * @param owed what is owed: principal, fees and interest
   * @param daysPastDue the days past due
   * @param on the day of the offer
   * @param calendar the calendar that defines business days
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public Optional<SettlementQuote> quote(
      Owed owed, long daysPastDue, LocalDate on, BusinessCalendar calendar) {
    Optional<Percentage> share = shareAt(daysPastDue);
    if (share.isEmpty() || !isForAmount(owed.principal())) {
      return Optional.empty();
    }
    return Optional.of(offer(owed, share.get(), on, calendar));
  }

  /**
   * {@return the offer for a debt at a given share, whatever its age and amount}
   *
   * @param owed what is owed: principal, fees and interest
   * @param share the share of everything that is owed
   * @param on the day of the offer
   * @param calendar the calendar that defines business days
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SettlementQuote offer(
      Owed owed, Percentage share, LocalDate on, BusinessCalendar calendar) {
    return SettlementOffer.of(this, owed, share, on, calendar);
  }

  /**
   * {@return the amount that settles a principal without charges; empty if there is no offer}
   *
   * @param principal the principal
   * @param daysPastDue the days past due
   */
  public Optional<Money> amountFor(Money principal, long daysPastDue) {
    return isForAmount(principal)
        ? shareAt(daysPastDue).map(s -> SettlementOffer.part(principal, s))
        : Optional.empty();
  }

  /**
   * Returns the rule as text, such as {@code settle for 70% from 75 days past due, floor 50%, valid
   * for 14 days}.
   */
  @Override
  public String toString() {
    return SettlementText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableSettlementRule.Builder().from(this).build());
  }
}
