package io.dunning.scale;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generates a sample portfolio: ten invoices a customer on average, with amounts and delays as they
 * were observed in real ledgers. Each customer depends on the seed and its own number alone, so
 * that a larger portfolio begins with the smaller one.
 */
final class Generator {
  private static final JsonMapper MAPPER = DunningJson.mapper();
  private static final Quantiles AMOUNTS = Quantiles.shipped("amounts.csv");
  private static final Quantiles DELAYS = Quantiles.shipped("days-after-due.csv");
  private static final int[] TERMS = {10, 14, 30, 30, 30, 45, 60};
  private static final int PER_FILE = 250_000;

  /** How much a customer's delay says about the next one; the rest is chance. */
  private static final double LIKE_BEFORE = 0.65;

  private static final List<String> STEPS =
      List.of("friendly reminder", "first notice", "call", "final demand", "agency");
  private static final int[] STEP_DAYS = {3, 14, 30, 44, 90};

  /** How often a step has been taken that could have been: the rest is today's work. */
  private static final double TAKEN = 0.985;

  private final long seed;
  private final LocalDate day;

  Generator(long seed, LocalDate day) {
    this.seed = seed;
    this.day = day;
  }

  /**
   * Writes the portfolio.
   *
   * @return how many invoices there are
   */
  long write(long customers, Path folder) throws SQLException, IOException {
    long invoices = 0;
    try (SpillFolder spill = new SpillFolder();
        TableFile out = new TableFile(spill)) {
      for (long from = 0; from < customers; from += PER_FILE) {
        long to = Math.min(customers, from + PER_FILE);
        for (long c = from; c < to; c++) {
          invoices += customer(c, out);
        }
        out.write(folder, String.format("part-%05d", from / PER_FILE));
      }
    }
    return invoices;
  }

  private int customer(long number, TableFile out) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed ^ (number + 1) * 0x9E3779B97F4A7C15L);
    String customer = String.format("C%09d", number);
    String currency = random.nextInt(20) == 0 ? "USD" : "EUR";
    double usual = random.nextDouble();
    int invoices = 1 + random.nextInt(19);
    for (int i = 0; i < invoices; i++) {
      double rank = random.nextDouble() < LIKE_BEFORE ? usual : random.nextDouble();
      invoice(customer, number, i, currency, rank, random, out);
    }
    if (random.nextInt(200) == 0) {
      other(customer, random, out);
    }
    return invoices;
  }

  private void invoice(
      String customer,
      long number,
      int i,
      String currency,
      double rank,
      SplittableRandom random,
      TableFile out)
      throws SQLException {
    String id = String.format("I%09d-%02d", number, i);
    LocalDate issued = day.minusDays(random.nextInt(365));
    LocalDate due = issued.plusDays(TERMS[random.nextInt(TERMS.length)]);
    long minor = Math.max(1, Math.round(100 * AMOUNTS.at(random.nextDouble())));
    out.invoice(customer, id, issued, due, currency, minor, null, issued);
    LocalDate paid = due.plusDays(Math.round(DELAYS.at(rank)));
    if (paid.isBefore(issued)) {
      paid = issued;
    }
    boolean whole = random.nextInt(100) >= 3;
    if (!paid.isAfter(day)) {
      long sum = whole ? minor : minor / 2;
      out.event(event(customer, id, paid, "payment", sum, null, null, null), 0);
      if (whole) {
        return;
      }
    }
    if (random.nextInt(50) == 0 && due.isBefore(day)) {
      out.event(event(customer, id, due, "dispute", null, null, null, null), 0);
    }
    steps(customer, id, due, random, out);
  }

  /** The steps that were taken about an invoice that is open. */
  private void steps(
      String customer, String invoice, LocalDate due, SplittableRandom random, TableFile out)
      throws SQLException {
    for (int i = 0; i < STEP_DAYS.length; i++) {
      LocalDate taken = due.plusDays(STEP_DAYS[i] + random.nextInt(3));
      if (taken.isAfter(day) || random.nextDouble() >= TAKEN) {
        return;
      }
      out.event(event(customer, invoice, taken, "step", null, STEPS.get(i), null, null), i);
    }
  }

  private void other(String customer, SplittableRandom random, TableFile out) throws SQLException {
    LocalDate on = day.minusDays(random.nextInt(30));
    LedgerEvent event =
        random.nextBoolean()
            ? LedgerEvent.promise(on, on.plusDays(random.nextInt(30)))
            : LedgerEvent.hold(on, "asked by sales", on.plusDays(random.nextInt(60)));
    String json = MAPPER.writeValueAsString(new BookedEvent(event, on));
    out.event(event(customer, null, on, "other", null, null, null, json), 9);
  }

  private static TableFile.Event event(
      String customer,
      String invoice,
      LocalDate on,
      String type,
      Long minor,
      String step,
      String channel,
      String json) {
    return new TableFile.Event(customer, invoice, on, type, minor, null, step, channel, json, on);
  }
}
