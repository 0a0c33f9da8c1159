package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicySet;
import io.dunning.policy.Trigger;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a policy would do from day to day. */
@CommandLine.Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Prints what a policy does from day to day, if every step is taken on its day.")
final class SimulateCommand extends Command {
  private static final List<String> COLUMNS =
      List.of("date", "customer", "invoice", "step", "action", "open", "currency");

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "the first day")
  String from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "the last day")
  String to;

  @Option(
      names = "--side-by-side",
      description =
          "print a column for each customer and a row for each day on which something is done")
  boolean sideBySide;

  @Mixin Holidays holidays = new Holidays();

  @ArgGroup(multiplicity = "1")
  Rules rules;

  /** Which policy is simulated: exactly one of the two is given. */
  static final class Rules {
    @Option(
        names = "--policy",
        required = true,
        paramLabel = "FILE|NAME",
        description = "a policy file, or the name of a shipped policy")
    String policy;

    @Option(
        names = "--ladder",
        required = true,
        paramLabel = "DAYS",
        description = "a plain ladder of notices at these days past due, such as 3,14,28")
    String ladder;
  }

  /** A row, and what it is sorted by. */
  private record Line(Timeline.Entry entry, String customer) {}

  @Override
  public Integer call() {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    PolicySet policies = policies();
    DunningEvaluator evaluator = holidays.evaluator();
    Ledger ledger = ledger();
    List<Line> lines =
        StreamSupport.stream(progress("simulate", ledger.accounts()).spliterator(), false)
            .flatMap(account -> lines(evaluator, policies, account, first, last))
            .sorted(Comparator.comparing((Line l) -> l.entry.date()).thenComparing(Line::customer))
            .toList();
    if (sideBySide) {
      printSideBySide(lines);
      return 0;
    }
    Format.Printer printer = printer(COLUMNS);
    lines.forEach(line -> print(printer, line));
    printer.end();
    return 0;
  }

  private void printSideBySide(List<Line> lines) {
    List<String> customers = lines.stream().map(Line::customer).distinct().sorted().toList();
    SortedMap<LocalDate, Map<String, String>> days = new TreeMap<>();
    for (Line line : lines) {
      String done = line.entry.step() + ": " + actions(line.entry.recommendation());
      days.computeIfAbsent(line.entry.date(), d -> new HashMap<>())
          .merge(line.customer, done, (a, b) -> a + "; " + b);
    }
    List<String> columns = new ArrayList<>(List.of("date"));
    columns.addAll(customers);
    Format.Printer printer = printer(columns);
    days.forEach(
        (day, done) -> {
          List<String> row = new ArrayList<>(List.of(day.toString()));
          customers.forEach(c -> row.add(done.getOrDefault(c, "")));
          printer.row(row);
        });
    printer.end();
  }

  private static String actions(Recommendation taken) {
    return taken.actions().stream().map(Object::toString).collect(Collectors.joining(" and "))
        + taken.approver().map(a -> ", once approved by " + a).orElse("");
  }

  private PolicySet policies() {
    if (rules.policy != null) {
      return Policies.set("--policy", rules.policy);
    }
    try {
      return PolicySet.byDefault(plain(numbers("--ladder", rules.ladder)));
    } catch (InvalidPolicyException e) {
      throw new BadInputException("--ladder: " + e.getMessage());
    }
  }

  /** A plain ladder of notices at these days past due; step n is named n. */
  private static DunningPolicy plain(List<Integer> days) {
    List<EscalationStep> steps = new ArrayList<>();
    for (int day : days) {
      int number = steps.size() + 1;
      steps.add(
          EscalationStep.step(String.valueOf(number))
              .at(Trigger.daysPastDue(day))
              .take(DunningAction.sendNotice(number, Channel.EMAIL)));
    }
    return DunningPolicy.named("ladder").ladder(EscalationLadder.of(steps)).build();
  }

  private static java.util.stream.Stream<Line> lines(
      DunningEvaluator evaluator,
      PolicySet policies,
      Account account,
      LocalDate first,
      LocalDate last) {
    return Timeline.of(evaluator, policies, account, first, last).entries().stream()
        .map(e -> new Line(e, account.customer().id()));
  }

  private static void print(Format.Printer printer, Line line) {
    Recommendation taken = line.entry.recommendation();
    String actions = actions(taken);
    for (Money open : taken.open()) {
      printer.row(
          List.of(
              line.entry.date().toString(),
              line.customer,
              String.join(" ", taken.invoices()),
              line.entry.step(),
              actions,
              open.amount().toPlainString(),
              open.currency().code()));
    }
  }
}
