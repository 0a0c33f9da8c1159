package io.dunning.cli;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.ReferenceRates;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what late payment costs. */
@CommandLine.Command(
    name = "interest",
    mixinStandardHelpOptions = true,
    description = "Prints the late interest of every invoice that was late, or a statement of one.")
final class InterestCommand extends Command {
  private static final List<String> COLUMNS =
      List.of("invoice", "customer", "currency", "from", "to", "days", "principal", "interest");

  private static final int MOST_PROBLEMS = 20;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "the last day that bears interest, included")
  String asOf;

  @Mixin RateOptions charging = new RateOptions();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description =
          "CSV file of from,through,percent,source, or a newer file of the tables that ship:"
              + " further reference rates")
  Path rates;

  @Option(
      names = "--invoice",
      paramLabel = "ID",
      description = "print the statement of one invoice, with the fixed compensation of the law")
  String invoice;

  /** An invoice, the last day on which it was late, and what that cost. */
  private record Late(String customer, Invoice invoice, LocalDate last, Money interest) {}

  @Override
  public Integer call() {
    LocalDate day = date("--as-of", asOf);
    ChargeRules rules = rules();
    Ledger ledger = ledger();
    try {
      return invoice == null ? all(ledger, rules, day) : one(ledger, rules, day);
    } catch (ArithmeticException e) {
      throw new BadInputException(
          "the interest is more than an amount can hold"
              + "\nMaybe: look for a rate that is too high or has too many decimals");
    }
  }

  private Integer one(Ledger ledger, ChargeRules rules, LocalDate day) {
    Account account =
        ledger
            .ofInvoice(invoice)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "--invoice: no such invoice: " + Found.shortened(invoice)));
    InvoiceHistory history =
        account.invoices().stream()
            .filter(h -> h.invoice().number().equals(invoice))
            .findFirst()
            .orElseThrow();
    AccruedCharges charges =
        rules.accrue(account.withRestrictions(history), day, EVALUATOR.calendar());
    charges
        .missing()
        .ifPresent(
            m -> {
              throw new BadInputException(advised(Found.shortened(invoice) + ": " + m));
            });
    if (format == Format.table) {
      out().print(Visible.lines(charges.statement()));
      out().flush();
    } else {
      Rows rows = rows(StatementRows.COLUMNS);
      new StatementRows(charges, account.customer().id(), rows).print();
    }
    return 0;
  }

  private static String advised(String problem) {
    return problem + "\nMaybe: add it with --rates";
  }

  private Integer all(Ledger ledger, ChargeRules rules, LocalDate day) {
    Set<String> missing = new LinkedHashSet<>();
    List<Late> late = new ArrayList<>();
    for (Account account : progress("interest", ledger.accounts())) {
      for (InvoiceHistory history : account.invoices()) {
        lastDay(history, day)
            .ifPresent(
                last -> {
                  AccruedCharges charges =
                      rules.accrue(account.withRestrictions(history), day, EVALUATOR.calendar());
                  charges.missing().ifPresent(missing::add);
                  late.add(
                      new Late(
                          account.customer().id(),
                          history.invoice(),
                          last,
                          charges.accruedInterest()));
                });
      }
    }
    if (!missing.isEmpty()) {
      List<String> first = missing.stream().limit(MOST_PROBLEMS).toList();
      String more =
          missing.size() > MOST_PROBLEMS
              ? "\nand " + (missing.size() - MOST_PROBLEMS) + " more"
              : "";
      throw new BadInputException(advised(String.join("\n", first) + more));
    }
    Rows rows = rows(COLUMNS);
    late.forEach(each -> print(rows, each));
    rows.end();
    return 0;
  }

  /** The last day on which an invoice was late; empty if it never was. */
  private static Optional<LocalDate> lastDay(InvoiceHistory history, LocalDate day) {
    Standing standing = history.standingOn(day);
    LocalDate last = standing.balance().closedOn().orElse(day);
    boolean late = standing.balance().openMinor() > 0 || standing.balance().closedOn().isPresent();
    boolean voided = standing.balance().closure() == Closure.VOIDED;
    return late && !voided && last.isAfter(firstDue(history.invoice()))
        ? Optional.of(last)
        : Optional.empty();
  }

  private static LocalDate firstDue(Invoice invoice) {
    return invoice.instalments().isEmpty() ? invoice.due() : invoice.instalments().get(0).due();
  }

  private static void print(Rows rows, Late late) {
    LocalDate due = firstDue(late.invoice);
    rows.with("invoice", late.invoice.number())
        .with("customer", late.customer)
        .with("currency", late.invoice.amount().currency().code())
        .with("from", due.plusDays(1))
        .with("to", late.last)
        .with("days", ChronoUnit.DAYS.between(due, late.last))
        .with("principal", late.invoice.amount())
        .with("interest", late.interest)
        .print();
  }

  private ChargeRules rules() {
    if (!charging.haveRate()) {
      throw new BadInputException("one of --rate, --base and --regime must be given");
    }
    return charging.rules(this::extended);
  }

  /** Reference rates, with those of the file. */
  private ReferenceRates extended(ReferenceRates base) {
    return rates == null ? base : RatesReader.read(rates, base);
  }
}
