package io.dunning.cli;

import static io.dunning.charge.StatutoryInterest.Country.GERMANY;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.StatutoryInterest;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Unknown;
import io.dunning.evaluation.Verdict;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.law.LawRadar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.CollectedAfterSteps;
import io.dunning.portfolio.PaymentForecast;
import io.dunning.reports.HtmlReport;
import io.dunning.reports.Report;
import io.dunning.reports.ReportSettings;
import io.dunning.scenario.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the program can do on a sample ledger that is built in. */
@CommandLine.Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = "Shows aging, next actions and one explained timeline on a sample ledger.")
final class TourCommand implements Callable<Integer> {
  static final DunningPolicy POLICY = PolicyFiles.shipped("standard-b2b");
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final String STORY = "INV-1015";
  private static final String DISCOUNT = "INV-1048";

  @Spec CommandSpec spec;

  static Ledger sample() {
    return LedgerReader.read(
        file -> {
          InputStream in = TourCommand.class.getResourceAsStream("/sample-ledger/" + file);
          return LedgerFiles.open(Objects.requireNonNull(in, file));
        });
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Ledger ledger = sample();
    tell(out, "What is open on " + TODAY + ", by days past due", () -> aging(out, ledger));
    tell(out, "What to do next, by policy " + POLICY.name(), () -> next(out, ledger));
    tell(
        out,
        "The story of " + STORY + ", and why",
        () -> story(out, ledger.ofInvoice(STORY).orElseThrow()));
    tell(
        out,
        "The story of " + DISCOUNT + ": a discount taken",
        () -> discount(out, ledger.ofInvoice(DISCOUNT).orElseThrow()));
    tell(
        out,
        "Disputed and won: the customer is right, and waits for the credit note",
        () -> disputedAndWon(out));
    tell(
        out,
        "Late and short: 999.50 EUR of 1000.00 EUR, paid 20 days late",
        () -> lateAndShort(out));
    PaymentTour.print(out, TODAY);
    out.println();
    CustomerTour.print(out, TODAY);
    out.println();
    toCome(out, ledger);
    out.println("All of it as a page to look at; open it in a browser:");
    out.println();
    out.println(report(ledger));
    out.flush();
    return 0;
  }

  /** Money, time and law that are still ahead. */
  private static void toCome(PrintWriter out, Ledger ledger) {
    tell(out, "What will come in, and what came in after which step", () -> figures(out, ledger));
    tell(out, "About to lapse: until when a claim can be enforced at law", () -> lapsing(out));
    tell(
        out,
        "Not known: what can come out while nobody knows whether the invoice arrived",
        () -> unknown(out));
    tell(
        out,
        "Law that may come; nothing of it applies unless you ask for it",
        () -> LawRadar.shipped().pendingOn(TODAY).forEach(c -> out.println("  " + c)));
  }

  private static void tell(PrintWriter out, String title, Runnable story) {
    out.println(title);
    out.println();
    story.run();
    out.println();
  }

  private Ansi ansi() {
    return spec.commandLine().getColorScheme().ansi();
  }

  private void aging(PrintWriter out, Ledger ledger) {
    AgingSchedule schedule = AgingSchedule.STANDARD;
    List<String> columns = new ArrayList<>(List.of("customer", "currency"));
    schedule.bands().forEach(b -> columns.add(b.label()));
    columns.addAll(List.of("total", "credit"));
    Format.Printer printer = new TablePrinter(columns, out, ansi());
    AgingReport report = AgingReport.ofAccounts(schedule, TODAY, ledger.accounts());
    report.lines().forEach(line -> printer.row(cells(line.customer(), line, schedule)));
    report.totals().values().forEach(line -> printer.row(cells("total", line, schedule)));
    printer.end();
  }

  private static List<String> cells(
      String name, io.dunning.aging.AgingLine line, AgingSchedule schedule) {
    List<String> cells = new ArrayList<>(List.of(name, line.currency().code()));
    for (int i = 0; i < schedule.bands().size(); i++) {
      cells.add(line.amount(i).amount().toPlainString());
    }
    cells.add(line.total().amount().toPlainString());
    cells.add(line.amount(io.dunning.aging.AgingLine.Apart.CREDIT).amount().toPlainString());
    return cells;
  }

  private void next(PrintWriter out, Ledger ledger) {
    Format.Printer printer =
        new TablePrinter(
            List.of("invoice", "open", "verdict", "look again", "because"), out, ansi());
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Account account : ledger.accounts()) {
      for (Recommendation each :
          Command.EVALUATOR.evaluate(POLICY, account, TODAY).recommendations()) {
        counts.merge(each.verdict(), 1, Integer::sum);
        if (each.verdict() != Verdict.CLOSED && each.verdict() != Verdict.NOT_DUE) {
          printer.row(
              List.of(
                  account.customer().id() + " " + each.subject().invoices().get(0),
                  each.open().get(0).toString(),
                  each.verdict().toString(),
                  each.reviewOn().map(Object::toString).orElse(""),
                  each.reason().toString()));
        }
      }
    }
    printer.end();
    out.println();
    StringBuilder line = new StringBuilder("in all:");
    counts.forEach(
        (verdict, n) -> line.append(' ').append(n).append(' ').append(verdict).append(','));
    out.println(line.substring(0, line.length() - 1));
  }

  private static void story(PrintWriter out, Account account) {
    InvoiceHistory history = history(account, STORY);
    out.println(history);
    out.println();
    Account alone = Account.of(account.customer(), List.of(history));
    out.println(Command.EVALUATOR.explain(POLICY, alone, TODAY).get(0));
    out.println();
    out.println("and if nobody pays, from then on:");
    Timeline.of(Command.EVALUATOR, POLICY, alone, TODAY, TODAY.plusMonths(4))
        .entries()
        .forEach(e -> out.println("  " + e));
    out.println();
    out.println("and what the delay has cost by German law, to the day:");
    out.println(
        ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            .accrue(history, TODAY)
            .statement()
            .stripTrailing());
  }

  private static InvoiceHistory history(Account account, String number) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The answer before and after the payment that took the discount. */
  private static void discount(PrintWriter out, Account account) {
    InvoiceHistory history = history(account, DISCOUNT);
    out.println(history.invoice() + ", " + history.invoice().terms().orElseThrow());
    history.eventsAndDiscounts().forEach(e -> out.println("  " + e));
    Account alone = Account.of(account.customer(), List.of(history));
    LocalDate paidOn = history.events().get(0).date();
    for (LocalDate day : List.of(paidOn.minusDays(1), paidOn)) {
      out.println();
      out.println(Command.EVALUATOR.explain(POLICY, alone, day).get(0));
    }
  }

  /** The answers while the dispute is open, once it is lost, and once the credit note is there. */
  private static void disputedAndWon(PrintWriter out) {
    LocalDate due = TODAY.minusDays(40);
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("WON-1", Money.eur("1000.00"), due.minusDays(30), due))
            .with(LedgerEvent.dispute(due.plusDays(5), "goods arrived broken"))
            .with(LedgerEvent.disputeResolved(due.plusDays(20), Outcome.CUSTOMER_WON))
            .with(LedgerEvent.credit(due.plusDays(35), Money.eur("1000.00")));
    out.println(history.invoice());
    history.events().forEach(e -> out.println("  " + e));
    for (LedgerEvent each : history.events()) {
      out.println();
      out.println(Command.EVALUATOR.explain(POLICY, history, each.date()));
    }
  }

  /** What is left of the invoice is a difference; what the delay cost is waived, owed or chased. */
  private static void lateAndShort(PrintWriter out) {
    LocalDate due = TODAY.minusDays(40);
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("LATE-1", Money.eur("1000.00"), due.minusDays(30), due))
            .with(LedgerEvent.payment(due.plusDays(20), Money.eur("999.50")));
    ChargeRules charges = ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness());
    for (ChargeRules.OnceSettled left : ChargeRules.OnceSettled.values()) {
      DunningPolicy policy =
          DunningPolicy.named("charges " + left.name().toLowerCase(Locale.ROOT))
              .ladder(POLICY.ladder())
              .tolerance(Tolerance.upTo(Money.eur("1.00")))
              .charges(charges.onceSettled(left))
              .build();
      out.println(Command.EVALUATOR.explain(policy, history, TODAY));
    }
  }

  /** The money of the next weeks, and that of the last ones by step. */
  private static void figures(PrintWriter out, Ledger ledger) {
    PaymentForecast.of(ledger.accounts(), TODAY, Command.EVALUATOR.calendar())
        .weeks(4)
        .forEach(
            (currency, cash) -> {
              cash.weeks()
                  .forEach(
                      w -> out.println("week of " + w.first() + ": " + w.expected() + " expected"));
              out.println("later: " + cash.laterExpected());
              out.println("no day can be said for " + cash.withoutExpected());
            });
    out.println();
    CollectedAfterSteps.of(ledger.accounts(), TODAY.minusMonths(6), TODAY, 14)
        .lines()
        .forEach(out::println);
  }

  /** The answers on the last day of a claim and on the day after it. */
  private static void lapsing(PrintWriter out) {
    LocalDate due = TODAY.minusDays(120);
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("LAPSE-1", Money.eur("1000.00"), due.minusDays(30), due))
            .with(LedgerEvent.limitation(due, TODAY))
            .with(LedgerEvent.stepTaken(due.plusDays(3), POLICY.ladder().steps().get(0).name()));
    history.events().forEach(e -> out.println("  " + e));
    for (LocalDate day : List.of(TODAY, TODAY.plusDays(1))) {
      out.println();
      out.println(Command.EVALUATOR.explain(POLICY, history, day));
    }
  }

  /** Each decision that can come out, and what settles it. */
  private static void unknown(PrintWriter out) {
    LocalDate due = TODAY.minusDays(20);
    Account account =
        Account.of(
            Customer.of("ACME"),
            List.of(
                InvoiceHistory.of(
                    Invoice.of("LOST-1", Money.eur("1000.00"), due.minusDays(30), due))));
    out.println(
        Command.EVALUATOR.possible(POLICY, account, TODAY, List.of(Unknown.delivery("LOST-1"))));
  }

  /** Writes the report into a file of its own, and says where it is. */
  private static String report(Ledger ledger) {
    PolicySet policies = PolicySet.byDefault(POLICY);
    try {
      Path file = Files.createTempFile("dunning-report-", ".html");
      HtmlReport.of(Report.of(ledger.accounts(), policies, TODAY, ReportSettings.STANDARD))
          .write(file);
      return file.toString();
    } catch (IOException | UncheckedIOException e) {
      return "the page cannot be written: " + e.getMessage();
    }
  }
}
