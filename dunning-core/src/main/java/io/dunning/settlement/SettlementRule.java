package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * How much less than the debt settles it: by age and amount, with a floor, an authority and a last
 * day. Shares are of all that is owed; what is given up is charges first, then principal. Immutable
 * and thread-safe; prints as text.
 */
@Value.Immutable
public abstract class SettlementRule implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Percentage ALL = Percentage.percent("100");

  SettlementRule() {}

  /**
   * A share from an age on.
   *
   * @param fromDaysPastDue reached on that day
   * @param share what settles the debt, of all that is owed
   */
  public record Tier(int fromDaysPastDue, Percentage share) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Such as {@code 70% from 75 days past due}. */
    @Override
    public String toString() {
      return share + " from " + fromDaysPastDue + " days past due";
    }
  }

  /**
   * What settles the debt, by age.
   *
   * @return tiers, youngest first; each holds until the next begins, so that no age lies between
   *     two
   */
  public abstract List<Tier> tiers();

  /**
   * The least that is accepted, in answer to a counter-offer.
   *
   * @return a share of all that is owed; empty if only the offer itself is accepted
   */
  public abstract Optional<Percentage> floor();

  /**
   * The least amounts of principal for which there is an offer.
   *
   * @return amounts by currency, reached at exactly that amount; a currency without one has none
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> leastAmounts();

  /**
   * The highest amounts of principal for which there is an offer.
   *
   * @return amounts by currency, included; a currency without one has none
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> mostAmounts();

  /**
   * How likely to be late a customer has to be for an offer, by the policy's risk model.
   *
   * @return the probability; empty if it does not matter
   */
  public abstract Optional<Percentage> fromRisk();

  /**
   * Below which share a person has to approve.
   *
   * @return the share, itself free; empty if nobody has to
   */
  public abstract Optional<Percentage> approvalBelow();

  /**
   * Who has to approve.
   *
   * @return such as {@code head of credit}
   */
  @Value.Default
  public String authority() {
    return "a person";
  }

  /**
   * How long the offer stands.
   *
   * @return 14 days unless set; the day of the offer is not counted
   */
  @Value.Default
  public Days validity() {
    return Days.calendarDays(14);
  }

  /**
   * The last day of the month on which the offer stands, in place of {@link #validity}.
   *
   * @return a day of the month, clamped to its length; 0 if the validity counts
   */
  @Value.Default
  public int throughDayOfMonth() {
    return 0;
  }

  /**
   * In how many monthly instalments it may be paid, the first on the last day of the offer.
   *
   * @return 1 unless set: a lump sum
   */
  @Value.Default
  public int instalments() {
    return 1;
  }

  /**
   * How long after an offer stood last it is not made again.
   *
   * @return 90 days unless set
   */
  @Value.Default
  public int notAgainWithinDays() {
    return 90;
  }

  /**
   * A share of what is owed settles the debt, paid at once.
   *
   * @param share the share
   * @return the rule; from the due date on until told otherwise
   */
  public static SettlementRule lumpSum(Percentage share) {
    return new ImmutableSettlementRule.Builder().addTiers(new Tier(0, share)).build();
  }

  private ImmutableSettlementRule.Builder copy() {
    return new ImmutableSettlementRule.Builder().from(this);
  }

  /**
   * From which age on the first share holds.
   *
   * @param days reached on that day
   * @return the rule
   */
  public SettlementRule fromDaysPastDue(int days) {
    List<Tier> all = new ArrayList<>(tiers());
    all.set(0, new Tier(days, all.get(0).share()));
    return copy().tiers(all).build();
  }

  /**
   * Another share from a later age on.
   *
   * @param share the share
   * @param days reached on that day
   * @return the rule
   */
  public SettlementRule laterShare(Percentage share, int days) {
    return copy().addTiers(new Tier(days, share)).build();
  }

  /**
   * The least that is accepted.
   *
   * @param share of all that is owed
   * @return the rule
   */
  public SettlementRule floor(Percentage share) {
    return copy().floor(share).build();
  }

  /**
   * Only for principal of at least an amount, in one more currency.
   *
   * @param amount reached at exactly that amount
   * @return the rule
   */
  public SettlementRule from(Money amount) {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(leastAmounts());
    all.put(amount.currency(), amount);
    return copy().leastAmounts(all).build();
  }

  /**
   * Only for principal of at most an amount, in one more currency.
   *
   * @param amount included
   * @return the rule
   */
  public SettlementRule upTo(Money amount) {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(mostAmounts());
    all.put(amount.currency(), amount);
    return copy().mostAmounts(all).build();
  }

  /**
   * Only for customers that are so likely to be late.
   *
   * @param probability at least this
   * @return the rule
   */
  public SettlementRule fromRisk(Percentage probability) {
    return copy().fromRisk(probability).build();
  }

  /**
   * A person has to approve less than a share.
   *
   * @param share the share, itself free
   * @param who such as {@code head of credit}
   * @return the rule
   */
  public SettlementRule approvalBelow(Percentage share, String who) {
    return copy().approvalBelow(share).authority(who).build();
  }

  /**
   * How long the offer stands.
   *
   * @param days the day of the offer is not counted
   * @return the rule
   */
  public SettlementRule validFor(Days days) {
    return copy().validity(days).throughDayOfMonth(0).build();
  }

  /**
   * The offer stands through a day of the month, in the next month if that day is over.
   *
   * @param day 1 to 31, clamped to the length of the month
   * @return the rule
   */
  public SettlementRule validThroughDay(int day) {
    return copy().throughDayOfMonth(day).build();
  }

  /**
   * It may be paid in monthly instalments.
   *
   * @param count how many
   * @return the rule
   */
  public SettlementRule inInstalments(int count) {
    return copy().instalments(count).build();
  }

  /**
   * How long after an offer stood last it is not made again.
   *
   * @param days how many
   * @return the rule
   */
  public SettlementRule notAgainWithin(int days) {
    return copy().notAgainWithinDays(days).build();
  }

  @Value.Check
  void check() {
    List<String> problems = new ArrayList<>();
    Tier before = null;
    for (Tier each : tiers()) {
      BigDecimal share = each.share().value();
      if (share.signum() <= 0 || share.compareTo(ALL.value()) > 0) {
        problems.add("share is not above 0% and up to 100%: " + each.share());
      }
      if (before != null && each.fromDaysPastDue() <= before.fromDaysPastDue()) {
        problems.add("tier does not begin after the one before it: " + each);
      }
      before = each;
    }
    for (Tier each : tiers()) {
      if (floor().isPresent() && floor().get().compareTo(each.share()) > 0) {
        problems.add("floor lies above an offer: " + floor().get() + " above " + each.share());
      }
    }
    if (throughDayOfMonth() < 0 || throughDayOfMonth() > 31) {
      problems.add("no day of a month: " + throughDayOfMonth());
    }
    if (instalments() < 1 || notAgainWithinDays() < 0) {
      problems.add(
          "instalments or days are too few: " + instalments() + ", " + notAgainWithinDays());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("settlement rule: " + String.join("; ", problems));
    }
  }

  /**
   * The share that settles a debt of an age.
   *
   * @param daysPastDue the age
   * @return the share; empty if the debt is too young
   */
  public Optional<Percentage> shareAt(long daysPastDue) {
    Percentage share = null;
    for (Tier each : tiers()) {
      share = daysPastDue >= each.fromDaysPastDue() ? each.share() : share;
    }
    return Optional.ofNullable(share);
  }

  /**
   * Whether there is an offer for some principal.
   *
   * @param principal the amount
   * @return true if it is within the bounds of its currency
   */
  public boolean isForAmount(Money principal) {
    Money least = leastAmounts().get(principal.currency());
    Money most = mostAmounts().get(principal.currency());
    return principal.isPositive()
        && (least == null || principal.compareTo(least) >= 0)
        && (most == null || principal.compareTo(most) <= 0);
  }

  /**
   * The offer for a debt.
   *
   * @param owed what is owed: principal, fees, interest
   * @param daysPastDue its age
   * @param on the day of the offer
   * @param calendar says what a business day is
   * @return the quote; empty if the debt is too young, too small or too large
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
   * The offer at a share, whatever the age and the amount.
   *
   * @param owed what is owed: principal, fees, interest
   * @param share what settles the debt, of all that is owed
   * @param on the day of the offer
   * @param calendar says what a business day is
   * @return the quote
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SettlementQuote offer(
      Owed owed, Percentage share, LocalDate on, BusinessCalendar calendar) {
    Money all = owed.total();
    Money amount = part(all, share);
    boolean free = approvalBelow().map(a -> share.compareTo(a) >= 0).orElse(true);
    LocalDate until = until(on, calendar);
    return new SettlementQuote(
        on,
        owed,
        amount,
        floor().map(f -> part(all, f)).orElse(amount),
        approvalBelow().map(a -> part(all, a)).orElse(Money.zero(all.currency())),
        until,
        parts(amount, until),
        free ? Optional.empty() : Optional.of(authority()));
  }

  /**
   * What settles an amount of principal of an age.
   *
   * @param principal the amount
   * @param daysPastDue its age
   * @return the amount; empty if there is no offer
   */
  public Optional<Money> amountFor(Money principal, long daysPastDue) {
    return isForAmount(principal)
        ? shareAt(daysPastDue).map(s -> part(principal, s))
        : Optional.empty();
  }

  /** Rounded up, so that it is never under the share, nor zero. */
  static Money part(Money all, Percentage share) {
    return all.times(share, Rounding.UP);
  }

  private LocalDate until(LocalDate on, BusinessCalendar calendar) {
    if (throughDayOfMonth() == 0) {
      return calendar.find(on, validity()).orElse(on);
    }
    LocalDate day = dayOfMonth(on);
    boolean over = day.isBefore(on);
    return over ? dayOfMonth(PaymentPlan.later(on.withDayOfMonth(1), Period.ofMonths(1), 1)) : day;
  }

  private LocalDate dayOfMonth(LocalDate in) {
    return in.withDayOfMonth(Math.min(throughDayOfMonth(), in.lengthOfMonth()));
  }

  /** Equal parts, a month apart, the first on the last day of the offer; the rest on the last. */
  private List<Instalment> parts(Money amount, LocalDate first) {
    long n = Math.min(instalments(), Math.max(1, amount.minorUnits()));
    long each = amount.minorUnits() / n;
    List<Instalment> parts = new ArrayList<>();
    for (int i = 0; i < n && each > 0; i++) {
      long minor = i < n - 1 ? each : amount.minorUnits() - each * (n - 1);
      parts.add(
          new Instalment(
              PaymentPlan.later(first, Period.ofMonths(1), i),
              Money.ofMinor(minor, amount.currency())));
    }
    return parts;
  }

  /** Such as {@code settle for 70% from 75 days past due, floor 50%, valid for 14 days}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("settle for " + String.join(", ", tiers().stream().map(Tier::toString).toList()));
    leastAmounts().values().forEach(m -> parts.add("from " + m));
    mostAmounts().values().forEach(m -> parts.add("up to " + m));
    fromRisk().ifPresent(r -> parts.add("risk at least " + r));
    floor().ifPresent(f -> parts.add("floor " + f));
    approvalBelow().ifPresent(a -> parts.add("below " + a + " approved by " + authority()));
    parts.add(
        throughDayOfMonth() == 0
            ? "valid for " + validity()
            : "valid through day " + throughDayOfMonth() + " of the month");
    if (instalments() > 1) {
      parts.add("in " + instalments() + " instalments");
    }
    parts.add("not again within " + notAgainWithinDays() + " days");
    return String.join(", ", parts);
  }
}
