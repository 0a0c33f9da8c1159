package io.dunning.benchmarks;

import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.List;

/** Random numbers by counter: stream, row and draw give the number, in any order. */
final class Draws {
  static final int AS_OF = 20634;
  static final LocalDate AS_OF_DATE = LocalDate.ofEpochDay(AS_OF);
  static final List<CurrencyUnit> CURRENCIES =
      List.of("USD", "EUR", "GBP", "JPY", "CHF").stream().map(CurrencyUnit::of).toList();

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Draws() {}

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  static long u32(int stream, long row, int draw) {
    return mix(mix(20260630L + stream) + (32 * row + draw + 1) * STEP) >>> 32;
  }

  static int draw(int stream, long row, int draw, int below) {
    return (int) (u32(stream, row, draw) * below >>> 32);
  }

  static long amount(int stream, long row, int draw) {
    return (100L + draw(stream, row, draw, 9900)) << draw(stream, row, draw + 1, 10);
  }

  static int home(long customer) {
    int d = draw(1, customer, 0, 100);
    return d < 60 ? 0 : d < 85 ? 1 : d < 95 ? 2 : d < 98 ? 3 : 4;
  }

  static int customer(int stream, long row, int customers) {
    long u = u32(stream, row, 0);
    return (int) ((u * u >>> 32) * customers >>> 32);
  }

  static int currency(int stream, long row, int customer) {
    return draw(stream, row, 1, 100) < 98 ? home(customer) : draw(stream, row, 2, 5);
  }
}
