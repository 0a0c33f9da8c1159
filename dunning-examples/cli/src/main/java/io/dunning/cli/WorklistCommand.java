package io.dunning.cli;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.Worklist;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the work that is due, most important first. */
@CommandLine.Command(
    name = "worklist",
    mixinStandardHelpOptions = true,
    description = "Prints the work that is due on a day, most important first.")
final class WorklistCommand extends Command {
  private static final List<String> COLUMNS =
      List.of(
          "place",
          "customer",
          "invoice",
          "step",
          "action",
          "overdue",
          "currency",
          "worth",
          "reason");

  /** With a capacity, lines beyond it are dropped each time so many have come together. */
  private static final int MANY = 1_000;

  @Mixin Reading reading = new Reading();
  @Mixin Holidays holidays = new Holidays();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "the day to decide about")
  String asOf;

  @Option(
      names = "--policy",
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy (default: standard-b2b)")
  String policy = "standard-b2b";

  @Option(
      names = "--order",
      paramLabel = "gain|amount|age|risk",
      description = "what to sort by, most first (default: gain)")
  String order = "gain";

  @Option(
      names = "--capacity",
      paramLabel = "LINES",
      description = "print only so many lines (default: all)")
  int capacity = Integer.MAX_VALUE;

  @Option(
      names = "--rate",
      paramLabel = "USD=0.92",
      description =
          "what a unit of a currency is worth in the one currency without a rate; can be repeated")
  Map<String, String> rates = new TreeMap<>();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "CSV file of base,currency,rate, in place of --rate")
  Path file;

  private final SortedSet<CurrencyUnit> unrated = new TreeSet<>();

  @Override
  public Integer call() {
    LocalDate day = date("--as-of", asOf);
    PolicySet of = Policies.set("--policy", policy);
    Worklist.Rule rule = rule();
    DunningEvaluator calendar = holidays.evaluator();
    DunningEvaluator evaluator =
        rule.order() == Worklist.Order.RISK ? calendar.statingRisk() : calendar;
    List<Recommendation> due = new ArrayList<>();
    reading.evaluate(
        folder,
        PortfolioRun.of(evaluator, of, day),
        account -> account,
        now -> {
          now.recommendations().stream().filter(r -> r.step().isPresent()).forEach(due::add);
          if (due.size() - MANY > 2L * capacity) {
            List<Worklist.Entry> first = Worklist.of(due, rule).entries();
            due.clear();
            first.forEach(e -> due.add(e.recommendation()));
          }
        });
    List<Worklist.Entry> entries = Worklist.of(due, rule).entries();
    requireRates();
    Rows rows = rows(COLUMNS);
    int place = 0;
    for (Worklist.Entry each : entries) {
      print(rows, ++place, each);
    }
    rows.end();
    return 0;
  }

  private Worklist.Rule rule() {
    if (capacity < 0) {
      throw new BadInputException("--capacity: must not be negative: " + capacity);
    }
    if (file != null && !rates.isEmpty()) {
      throw new BadInputException("--rates: cannot be combined with --rate: " + file);
    }
    if (file != null) {
      return new Worklist.Rule(order(), ExchangeRates.read(file)::worth, capacity);
    }
    Map<CurrencyUnit, BigDecimal> known = new TreeMap<>();
    rates.forEach((code, rate) -> known.put(currency(code), number(rate)));
    return new Worklist.Rule(order(), c -> worth(c, known), capacity);
  }

  private BigDecimal worth(CurrencyUnit currency, Map<CurrencyUnit, BigDecimal> known) {
    BigDecimal rate = known.get(currency);
    if (rate == null) {
      unrated.add(currency);
    }
    return rate == null ? BigDecimal.ONE : rate;
  }

  /** Amounts of one currency need no rate, but two cannot be compared without one. */
  private void requireRates() {
    if (unrated.size() > 1) {
      CurrencyUnit first = unrated.first();
      CurrencyUnit last = unrated.last();
      String all = unrated.stream().map(CurrencyUnit::code).collect(Collectors.joining(", "));
      throw new BadInputException(
          "--rate: amounts without a rate are in several currencies: "
              + all
              + ("\nMaybe: say with --rate "
                  + last
                  + "=... what 1 "
                  + last
                  + " is worth in "
                  + first)
              + ", or use --rates FILE or --order age");
    }
  }

  private Worklist.Order order() {
    for (Worklist.Order each : Worklist.Order.values()) {
      if (each.name().equalsIgnoreCase(order)) {
        return each;
      }
    }
    throw new BadInputException(
        "--order: not one of gain, amount, age, risk: " + Found.shortened(order));
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--rate: not a currency code of ISO 4217: " + Found.shortened(code));
    }
  }

  private static BigDecimal number(String text) {
    if (!text.matches("\\d{1,9}(\\.\\d{1,12})?")) {
      throw new BadInputException("--rate: not a rate such as 0.92: " + Found.shortened(text));
    }
    return new BigDecimal(text);
  }

  private static void print(Rows rows, int place, Worklist.Entry entry) {
    Recommendation now = entry.recommendation();
    for (Money overdue : now.overdue()) {
      rows.with("place", place)
          .with("customer", now.subject().customer())
          .with("invoice", String.join(" ", now.invoices()))
          .with("step", now.step().orElseThrow())
          .with(
              "action",
              now.actions().stream().map(Object::toString).collect(Collectors.joining(" and ")))
          .with("overdue", overdue)
          .with("currency", overdue.currency().code())
          .with("worth", entry.worth().stripTrailingZeros())
          .with("reason", entry.reason())
          .print();
    }
  }
}
