package io.dunning.terms;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Divides an invoice amount into parts that fall due at different times.
 *
 * <p>A part is a share of the amount, a fixed amount, or whatever remains. Shares are rounded half
 * up to minor units. The last part takes what is left, so that the parts always add up to the
 * invoice amount. The terms of every part count from the invoice date; in a {@link #sequential()}
 * schedule they count from the due date of the part before. A schedule parses what it prints, but
 * for fixed amounts in a currency with decimals of your own. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class PaymentSchedule implements Serializable {
  private static final long serialVersionUID = 1L;

  PaymentSchedule() {}

  /**
   * One part of a schedule.
   *
   * @param share the share of the invoice amount; empty for a fixed amount or the remainder
   * @param fixed the fixed amount; empty for a share or the remainder
   * @param terms when this part falls due
   */
  public record Part(Optional<Percentage> share, Optional<Money> fixed, PaymentTerms terms)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a part.
     *
     * @param share the share of the invoice amount; empty for a fixed amount or the remainder
     * @param fixed the fixed amount; empty for a share or the remainder
     * @param terms when this part falls due
     * @throws IllegalArgumentException if you give both a share and a fixed amount, or one that is
     *     not more than zero
     */
    public Part {
      Objects.requireNonNull(terms, "terms");
      Objects.requireNonNull(share, "share");
      Objects.requireNonNull(fixed, "fixed");
      boolean positive =
          share.map(s -> s.value().signum() > 0).orElse(true)
              && fixed.map(Money::isPositive).orElse(true);
      if (share.isPresent() && fixed.isPresent()) {
        throw new IllegalArgumentException(
            "part has both a share and a fixed amount: " + share.get() + ", " + fixed.get());
      }
      if (!positive) {
        String found = share.map(Percentage::toString).orElseGet(() -> fixed.get().toString());
        throw new IllegalArgumentException("part is not more than zero: " + found);
      }
    }

    boolean isRemainder() {
      return share.isEmpty() && fixed.isEmpty();
    }

    /** Returns text such as {@code 30% net 15}. */
    @Override
    public String toString() {
      String what = fixed.map(Money::toString).orElse("the rest");
      return share.map(Percentage::toString).orElse(what) + " " + terms;
    }

    private Object writeReplace() {
      return new Form(share.orElse(null), fixed.orElse(null), terms);
    }

    /** The serialized form, because an {@link Optional} is not serializable. */
    private record Form(Percentage share, Money fixed, PaymentTerms terms) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Part(Optional.ofNullable(share), Optional.ofNullable(fixed), terms);
      }
    }
  }

  /** {@return the parts of this schedule, in the order in which you gave them} */
  public abstract List<Part> parts();

  @Value.Default
  boolean isSequential() {
    return false;
  }

  /**
   * {@return a part that is a share of the invoice amount}
   *
   * @param share the share, more than zero
   * @param terms when the part falls due
   * @throws IllegalArgumentException if the share is not more than zero
   */
  public static Part share(Percentage share, PaymentTerms terms) {
    Objects.requireNonNull(share, "share");
    return new Part(Optional.of(share), Optional.empty(), terms);
  }

  /**
   * {@return a part that is a fixed amount} An invoice of which less than that remains cannot be
   * divided. For a credit note the part is negative.
   *
   * @param amount the amount, more than zero
   * @param terms when the part falls due
   * @throws IllegalArgumentException if the amount is not more than zero
   */
  public static Part fixed(Money amount, PaymentTerms terms) {
    Objects.requireNonNull(amount, "amount");
    return new Part(Optional.empty(), Optional.of(amount), terms);
  }

  /**
   * {@return a part that takes what the other parts leave} It has to be the last part.
   *
   * @param terms when the part falls due
   */
  public static Part remainder(PaymentTerms terms) {
    return new Part(Optional.empty(), Optional.empty(), terms);
  }

  /**
   * {@return a schedule of parts}
   *
   * @param parts the parts, in the order in which they fall due
   * @throws IllegalArgumentException if there are no parts or more than {@link Instalment#MOST}, if
   *     the remainder is not the last part, if the shares exceed 100 %, or if there is no remainder
   *     and the parts are not shares that add up to 100 %
   */
  public static PaymentSchedule of(Part... parts) {
    Objects.requireNonNull(parts, "parts");
    return new ImmutablePaymentSchedule.Builder().addParts(parts).build();
  }

  /**
   * Reads a schedule in the form in which it prints.
   *
   * <p>Each part is a percentage, an amount or {@code the rest}, followed by its terms as {@link
   * PaymentTerms#parse} reads them. Commas stand between the parts. {@code one after the other} at
   * the end makes the schedule {@link #sequential}.
   *
   * @param text such as {@code 30% net 15, the rest net 45}
   * @return the schedule
   * @throws IllegalArgumentException if the text has another form, the terms of a part cannot be
   *     read, or the parts make no schedule
   */
  public static PaymentSchedule parse(String text) {
    return new ScheduleParser(text).parse();
  }

  /**
   * {@return equal monthly instalments of an amount, in the order in which they fall due}
   *
   * <p>All fall due on the same day of the month as the first, or on the last day of a shorter
   * month: 31 January, 28 February, 31 March. The last instalment also takes the minor units that
   * do not divide evenly.
   *
   * @param count how many instalments, 1 to {@link Instalment#MOST}
   * @param total the amount to divide, at least one minor unit for each instalment
   * @param firstDue the due date of the first instalment
   * @throws IllegalArgumentException if the count is less than 1, more than {@link Instalment#MOST}
   *     or more than the minor units
   */
  public static List<Instalment> equalMonthly(int count, Money total, LocalDate firstDue) {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(firstDue, "firstDue");
    if (count > Instalment.MOST) {
      throw new IllegalArgumentException("more than " + Instalment.MOST + " instalments: " + count);
    }
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
   * {@return this schedule with the terms of each part counting from the due date of the part
   * before} The terms of the first part still count from the invoice date.
   */
  public PaymentSchedule sequential() {
    return new ImmutablePaymentSchedule.Builder().from(this).isSequential(true).build();
  }

  @Value.Check
  void check() {
    ScheduleChecks.check(this);
  }

  /**
   * {@return the amount of each part, in the order of the parts; they add up to the total, and none
   * has the opposite sign; all are zero if the total is}
   *
   * @param total the invoice amount; negative for a credit note
   * @throws IllegalArgumentException if a fixed part is more than the parts before it leave
   */
  public List<Money> amounts(Money total) {
    return ScheduleAmounts.of(parts(), total);
  }

  /**
   * {@return the due date of each part, in the order of the parts}
   *
   * @param issued the invoice date
   * @param calendar tells which days are business days
   * @throws java.time.DateTimeException as {@link PaymentTerms#dueDate(LocalDate,
   *     BusinessCalendar)}
   * @throws IllegalArgumentException if the terms of a part count from the receipt of the goods
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
   * {@return the instalments of an invoice, sorted by due date: one for each part whose amount is
   * more than zero}
   *
   * @param total the invoice amount
   * @param issued the invoice date
   * @param calendar tells which days are business days
   * @throws java.time.DateTimeException as {@link PaymentTerms#dueDate(LocalDate,
   *     BusinessCalendar)}
   * @throws IllegalArgumentException if the terms of a part count from the receipt of the goods, or
   *     if a fixed part is more than the parts before it leave
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

  /** Returns text such as {@code 30% net 15, the rest net 45}. */
  @Override
  public String toString() {
    String text = parts().stream().map(Part::toString).collect(Collectors.joining(", "));
    return text + (isSequential() ? ", one after the other" : "");
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutablePaymentSchedule.Builder().from(this).build());
  }
}
