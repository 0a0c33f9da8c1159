package io.dunning.cli;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.money.Money;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.Worklist;
import io.dunning.reports.CustomerOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the work that is due, most important first. */
@CommandLine.Command(
    name = "worklist",
    mixinStandardHelpOptions = true,
    description = "Prints the work that is due on a day, the customers who matter most first.")
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
  @Mixin WorthOptions worth = new WorthOptions();

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
      names = "--capacity",
      paramLabel = "LINES",
      description = "print only so many lines (default: all)")
  int capacity = Integer.MAX_VALUE;

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
            List<Worklist.Entry> first = first(due, rule, capacity);
            due.clear();
            first.forEach(e -> due.add(e.recommendation()));
          }
        });
    List<Worklist.Entry> entries = first(due, rule, capacity);
    worth.requireRates();
    Rows rows = rows(COLUMNS);
    int place = 0;
    for (Worklist.Entry each : entries.subList(0, Math.min(capacity, entries.size()))) {
      print(rows, ++place, each);
    }
    rows.end();
    return 0;
  }

  private Worklist.Rule rule() {
    if (capacity < 0) {
      throw new BadInputException("--capacity: must not be negative: " + capacity);
    }
    return new Worklist.Rule(worth.order(), worth.rates(), Integer.MAX_VALUE);
  }

  /** At least so many lines, if there are as many: all of the customers who matter most. */
  private static List<Worklist.Entry> first(
      List<Recommendation> due, Worklist.Rule rule, int capacity) {
    List<Worklist.Entry> first = new ArrayList<>();
    for (List<Worklist.Entry> each :
        CustomerOrder.of(Worklist.of(due, rule).entries(), rule.order())) {
      if (first.size() < capacity) {
        first.addAll(each);
      }
    }
    return first;
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
