package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * An invoice amount in parts, each with its own terms: shares, fixed amounts, and what remains.
 *
 * <p>Shares are rounded half up to minor units; the last part takes what is left, the residue of
 * rounding included. Terms count from the invoice date, or each from the due date before it if the
 * schedule is {@link #sequential()}. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class PaymentSchedule implements Serializable {
  private static final long serialVersionUID = 1L;

  PaymentSchedule() {}

  /**
   * A part of the amount.
   *
   * @param share the share of the whole; empty for a fixed amount or the remainder
   * @param fixed the fixed amount; empty for a share or the remainder
   * @param terms when it falls due
   */
  public record Part(Optional<Percentage> share, Optional<Money> fixed, PaymentTerms terms)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A part of the amount.
     *
     * @param share the share of the whole; empty for a fixed amount or the remainder
     * @param fixed the fixed amount; empty for a share or the remainder
     * @param terms when it falls due
     * @throws IllegalArgumentException if it is both, or not more than nothing
     */
    public Part {
      Objects.requireNonNull(terms, "terms");
      boolean positive =
          share.map(s -> s.value().signum() > 0).orElse(true)
              && fixed.map(Money::isPositive).orElse(true);
      if (share.isPresent() && fixed.isPresent() || !positive) {
        throw new IllegalArgumentException(
            "part is not one share or amount above nothing: " + share + ", " + fixed);
      }
    }

    boolean isRemainder() {
      return share.isEmpty() && fixed.isEmpty();
    }

    /** Such as {@code 30% net 15}. */
    @Override
    public String toString() {
      String what = fixed.map(Money::toString).orElse("the rest");
      return share.map(Percentage::toString).orElse(what) + " " + terms;
    }

    private Object writeReplace() {
      return new Form(share.orElse(null), fixed.orElse(null), terms);
    }

    /** The serial form, without optionals. */
    private record Form(Percentage share, Money fixed, PaymentTerms terms) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Part(Optional.ofNullable(share), Optional.ofNullable(fixed), terms);
      }
    }
  }

  /**
   * The parts.
   *
   * @return the parts, in the order in which they fall due
   */
  public abstract List<Part> parts();

  @Value.Default
  boolean isSequential() {
    return false;
  }

  /**
   * A share of the whole amount.
   *
   * @param share the share, more than nothing
   * @param terms when it falls due
   * @return the part
   */
  public static Part share(Percentage share, PaymentTerms terms) {
    return new Part(Optional.of(share), Optional.empty(), terms);
  }

  /**
   * A fixed amount; less if the whole is less. Of a credit note it is taken off, too.
   *
   * @param amount the amount, more than nothing
   * @param terms when it falls due
   * @return the part
   */
  public static Part fixed(Money amount, PaymentTerms terms) {
    return new Part(Optional.empty(), Optional.of(amount), terms);
  }

  /**
   * What remains; only as the last part.
   *
   * @param terms when it falls due
   * @return the part
   */
  public static Part remainder(PaymentTerms terms) {
    return new Part(Optional.empty(), Optional.empty(), terms);
  }

  /**
   * A schedule.
   *
   * @param parts the parts, in the order in which they fall due
   * @return the schedule
   * @throws IllegalArgumentException if the shares do not add up to 100 % and nothing takes the
   *     rest, or a part that does not take the rest comes last beside fixed amounts
   */
  public static PaymentSchedule of(Part... parts) {
    return new ImmutablePaymentSchedule.Builder().addParts(parts).build();
  }

  /**
   * Equal parts, month by month, on the day of the month of the first one, or the last of a shorter
   * month; never counted from a date that was shortened. What does not divide is on the last part.
   *
   * @param count how many parts, 1 or more
   * @param total the whole amount
   * @param firstDue the due date of the first part
   * @return the instalments
   * @throws IllegalArgumentException if there are more parts than minor units
   */
  public static List<Instalment> equalMonthly(int count, Money total, LocalDate firstDue) {
    if (count < 1 || total.minorUnits() < count) {
      throw new IllegalArgumentException("amount cannot be paid in " + count + " parts: " + total);
    }
    Money each = Money.ofMinor(total.minorUnits() / count, total.currency());
    List<Instalment> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Money part = i + 1 < count ? each : total.minus(each.times(count - 1L));
      all.add(new Instalment(firstDue.plusMonths(i), part));
    }
    return List.copyOf(all);
  }

  /**
   * This schedule, the terms of each part counting from the due date before it.
   *
   * @return the schedule
   */
  public PaymentSchedule sequential() {
    return new ImmutablePaymentSchedule.Builder().from(this).isSequential(true).build();
  }

  @Value.Check
  void check() {
    if (parts().isEmpty()) {
      throw new IllegalArgumentException("schedule has no parts");
    }
    Part last = parts().get(parts().size() - 1);
    for (Part each : parts()) {
      if (each.isRemainder() && each != last) {
        throw new IllegalArgumentException("the rest is not the last part: " + this);
      }
    }
    BigDecimal shares =
        parts().stream()
            .flatMap(p -> p.share().stream())
            .map(Percentage::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean anyFixed = parts().stream().anyMatch(p -> p.fixed().isPresent());
    int full = shares.compareTo(BigDecimal.valueOf(100));
    if (last.isRemainder() ? full > 0 : anyFixed || full != 0) {
      String found = Percentage.percent(shares.toPlainString()) + (anyFixed ? " and amounts" : "");
      throw new IllegalArgumentException(
          "parts do not add up to the whole, and nothing takes the rest: "
              + found
              + "\nMaybe make the last part the remainder");
    }
  }

  /**
   * The amounts of the parts.
   *
   * @param total the whole amount; negative for a credit note, whose parts are negative
   * @return an amount a part; they add up to the whole, and none has the other sign
   */
  public List<Money> amounts(Money total) {
    List<Money> all = new ArrayList<>();
    boolean negative = total.isNegative();
    Money whole = negative ? total.unaryMinus() : total;
    Money left = whole;
    for (int i = 0; i < parts().size(); i++) {
      Part part = parts().get(i);
      Money wanted = i + 1 == parts().size() ? left : amount(part, whole);
      Money given = wanted.compareTo(left) > 0 ? left : wanted;
      all.add(negative ? given.unaryMinus() : given);
      left = left.minus(given);
    }
    return List.copyOf(all);
  }

  private static Money amount(Part part, Money whole) {
    return part.share()
        .map(s -> s.of(whole, Rounding.HALF_UP))
        .orElseGet(() -> part.fixed().orElseThrow());
  }

  /**
   * The due dates of the parts.
   *
   * @param issued the invoice date
   * @param calendar says which days are business days
   * @return a day a part, in the order of the parts
   */
  public List<LocalDate> dueDates(LocalDate issued, BusinessCalendar calendar) {
    List<LocalDate> all = new ArrayList<>();
    LocalDate start = issued;
    for (Part part : parts()) {
      LocalDate due = part.terms().dueDate(start, calendar);
      all.add(due);
      start = isSequential() ? due : issued;
    }
    return List.copyOf(all);
  }

  /**
   * The instalments of an invoice.
   *
   * @param total the whole amount, more than nothing
   * @param issued the invoice date
   * @param calendar says which days are business days
   * @return the parts that come to anything, by due date
   */
  public List<Instalment> instalments(Money total, LocalDate issued, BusinessCalendar calendar) {
    List<Money> amounts = amounts(total);
    List<LocalDate> dates = dueDates(issued, calendar);
    List<Instalment> all = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      if (amounts.get(i).isPositive()) {
        all.add(new Instalment(dates.get(i), amounts.get(i)));
      }
    }
    all.sort((a, b) -> a.due().compareTo(b.due()));
    return List.copyOf(all);
  }

  /** Such as {@code 30% net 15, the rest net 45}. */
  @Override
  public String toString() {
    String text = parts().stream().map(Part::toString).collect(Collectors.joining(", "));
    return text + (isSequential() ? ", one after the other" : "");
  }
}
