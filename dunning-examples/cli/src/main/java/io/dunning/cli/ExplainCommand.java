package io.dunning.cli;

import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Prints why one debt is treated as it is. */
@CommandLine.Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Prints what to do about one invoice or customer, with every reason.")
final class ExplainCommand extends DecidingCommand {
  private static final int NARROWEST = 20;

  @ArgGroup(multiplicity = "1")
  Subject subject;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "the longest line, in characters (default: ${DEFAULT-VALUE})")
  int width = 100;

  /** What is explained: exactly one of the two is given. */
  static final class Subject {
    @Option(names = "--invoice", required = true, paramLabel = "ID", description = "an invoice")
    String invoice;

    @Option(names = "--customer", required = true, paramLabel = "ID", description = "a customer")
    String customer;
  }

  @Override
  public Integer call() {
    if (width < NARROWEST) {
      throw new BadInputException("--width: must be at least " + NARROWEST + ": " + width);
    }
    PolicySet rules = policies();
    List<LocalDate> days = days();
    Account account = account(ledger());
    List<Explanation> found = new ArrayList<>();
    for (LocalDate day : days) {
      for (Explanation each : holidays.evaluator().explain(rules, account, day)) {
        if (subject.invoice == null
            || each.recommendation().subject().invoices().contains(subject.invoice)) {
          found.add(each);
        }
      }
    }
    if (format == Format.table) {
      ExplanationText text = new ExplanationText(ansi(), width);
      found.forEach(e -> out().println(text.of(e)));
      out().flush();
    } else {
      print(printer(List.of("as_of", "debt", "verdict", "decided", "reason")), found);
    }
    return 0;
  }

  private Account account(Ledger ledger) {
    if (subject.invoice != null) {
      return ledger
          .ofInvoice(subject.invoice)
          .orElseThrow(
              () ->
                  new BadInputException(
                      "--invoice: no such invoice: " + Found.shortened(subject.invoice)));
    }
    return ledger
        .ofCustomer(subject.customer)
        .orElseThrow(
            () ->
                new BadInputException(
                    "--customer: no such customer: " + Found.shortened(subject.customer)));
  }

  private static void print(Format.Printer printer, List<Explanation> found) {
    for (Explanation why : found) {
      Recommendation each = why.recommendation();
      List<String> debt =
          List.of(
              each.asOf().toString(),
              String.join(" ", each.subject().invoices()),
              each.verdict().toString());
      row(printer, debt, "yes", each.reason());
      why.leftOut().forEach(reason -> row(printer, debt, "no", reason));
      why.flips().forEach(flip -> row(printer, debt, "flip", flip));
    }
    printer.end();
  }

  private static void row(
      Format.Printer printer, List<String> debt, String decided, Object reason) {
    List<String> cells = new ArrayList<>(debt);
    cells.add(decided);
    cells.add(reason.toString());
    printer.row(cells);
  }
}
