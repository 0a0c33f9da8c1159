package io.dunning.compiled;

import io.dunning.money.CurrencyUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Numbers for the names of steps and for currencies, the same for everybody in this JVM, so that
 * packed standings can be moved and compared. There are only so many: a host with more names has
 * standings that are not packed, and the readable decider decides about them.
 */
public final class Names {
  /** There is no number for a name. */
  public static final int UNKNOWN = -1;

  /** The number of no currency, for an account without invoices. */
  public static final int NO_CURRENCY = 0;

  static final int MOST_STEPS = 0xFFFF;

  /** How many numbers of steps are left to those that policies name. */
  static final int LEFT_TO_POLICIES = 1_000;

  static final int MOST_CURRENCIES = 0xFF;

  private static final Numbers<String> STEPS = new Numbers<>(0, MOST_STEPS);
  private static final Numbers<CurrencyUnit> CURRENCIES =
      new Numbers<>(NO_CURRENCY + 1, MOST_CURRENCIES);
  private static final AtomicReferenceArray<CurrencyUnit> UNITS =
      new AtomicReferenceArray<>(MOST_CURRENCIES);

  private Names() {}

  static final class Numbers<T> {
    private final Map<T, Integer> known = new ConcurrentHashMap<>();
    private final AtomicInteger next;
    private final int end;

    Numbers(int first, int end) {
      next = new AtomicInteger(first);
      this.end = end;
    }

    int of(T value, Function<T, Integer> add) {
      return of(value, 0, add);
    }

    /** The number of a value; a new one only if a few are left for others. */
    int of(T value, int left, Function<T, Integer> add) {
      Integer number = known.get(value);
      if (number == null && next.get() < end - left) {
        number = known.computeIfAbsent(value, add);
      }
      return number == null ? UNKNOWN : number;
    }

    Integer take() {
      int number = next.getAndIncrement();
      return number < end ? number : null;
    }
  }

  /**
   * The number of a step that was taken. Some numbers are left to the steps of policies, because
   * what is written into the books may have any name.
   *
   * @param name its name
   * @return from 0 to 65,534; {@link #UNKNOWN} if there are too many names
   */
  public static int step(String name) {
    return STEPS.of(name, LEFT_TO_POLICIES, n -> STEPS.take());
  }

  /**
   * The number of a step of a policy.
   *
   * @param name its name
   * @return from 0 to 65,534; {@link #UNKNOWN} if there are too many names
   */
  static int stepOfPolicy(String name) {
    return STEPS.of(name, n -> STEPS.take());
  }

  /**
   * The number of a currency.
   *
   * @param unit the currency
   * @return from 1 to 254; {@link #UNKNOWN} if there are too many currencies
   */
  public static int currency(CurrencyUnit unit) {
    return CURRENCIES.of(
        unit,
        u -> {
          Integer number = CURRENCIES.take();
          if (number != null) {
            UNITS.set(number, u);
          }
          return number;
        });
  }

  /**
   * The currency of a number.
   *
   * @param number the number, from 1
   * @return the currency
   */
  public static CurrencyUnit currency(int number) {
    return UNITS.get(number);
  }
}
