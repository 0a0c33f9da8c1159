package io.dunning.cli;

import io.dunning.bridges.status.InvoiceStatuses;
import io.dunning.charge.ReferenceRates;
import io.dunning.check.LawComparison;
import io.dunning.law.KoreanConsumerDebt;
import io.dunning.law.LawAssumption;
import io.dunning.law.LawChange;
import io.dunning.law.LawRadar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints law that ships and law that may come, and what that would do to a ledger. */
@CommandLine.Command(
    name = "law",
    mixinStandardHelpOptions = true,
    description = {
      "Prints changes of law with their status, or other tables of law that ship.",
      "With --assume it compares a ledger under today's law and under a change that may come.",
      "This is not legal advice."
    })
final class LawCommand extends PrintingCommand {
  private static final List<String> RADAR =
      List.of(
          "id", "country", "status", "from", "title", "changes", "read_on", "source", "confidence");
  private static final List<String> RATES =
      List.of("id", "name", "from", "through", "percent", "source");
  private static final List<String> KOREA =
      List.of("reason", "section", "note", "source", "confidence");
  private static final List<String> STATUSES =
      List.of("list", "code", "name", "means", "why_nothing", "note", "source", "confidence");
  private static final List<String> COMPARED =
      List.of(
          "customer",
          "invoice",
          "currency",
          "due",
          "due_then",
          "decision",
          "decision_then",
          "charges",
          "charges_then");

  @ArgGroup Table table = new Table();

  /** Which table to print; the radar unless another one is asked for. */
  static final class Table {
    @Option(names = "--radar", description = "print changes of law (the default)")
    boolean radar;

    @Option(names = "--rates", description = "print the reference rates that ship")
    boolean rates;

    @Option(
        names = "--not-collectable",
        description = "print for which reasons a Korean consumer debt may not be collected")
    boolean korea;

    @Option(
        names = "--e-invoice",
        description = "print what statuses of electronic invoices mean for a debt: our proposal")
    boolean statuses;

    @Option(
        names = "--assume",
        paramLabel = "ID",
        description = "compare a ledger as if this change were law")
    String assume;
  }

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "with --radar: only changes of this country, such as GB or EU")
  String country;

  @Option(
      names = "--pending-on",
      paramLabel = "DATE",
      description = "with --radar: only what may still become law after this day")
  String pendingOn;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "with --radar and --assume: a newer file instead of the one that ships")
  Path newer;

  @Option(names = "--json", description = "short for --format json")
  boolean json;

  @ArgGroup(exclusive = false)
  Live live;

  /** The ledger that is compared, and how. */
  static final class Live {
    @Option(
        names = "--ledger",
        required = true,
        paramLabel = "DIR",
        description = "with --assume: folder with invoices.csv and events.csv")
    Path folder;

    @Option(
        names = "--as-of",
        required = true,
        paramLabel = "DATE",
        description = "with --assume: the day at whose end both are compared")
    String asOf;

    @Option(
        names = "--policy",
        required = true,
        paramLabel = "FILE|NAME",
        description = "with --assume: a policy file, or the name of a shipped policy")
    String policy;

    @Option(
        names = "--invoices-from",
        paramLabel = "DATE",
        description = "with --assume: the first invoice date it applies to (default: all)")
    String first;
  }

  /** How many changes the radar lists. */
  private int listed;

  /** Why an assumption changes nothing; null if it changes something. */
  private String unchanged;

  @Mixin Holidays holidays = new Holidays();

  @Override
  public Integer call() {
    format = json ? Format.json : format;
    if ((table.assume == null) != (live == null)) {
      throw new BadInputException(
          "--assume: needs --ledger, --as-of and --policy, which work only with it");
    }
    boolean radar = !table.rates && !table.korea && !table.statuses && table.assume == null;
    if (!radar && (country != null || pendingOn != null)) {
      throw new BadInputException("--country and --pending-on work only with --radar");
    }
    if (newer != null && !radar && table.assume == null) {
      throw new BadInputException("--file: works only with --radar and --assume");
    }
    Rows rows = print();
    rows.end();
    if (unchanged != null && format == Format.table) {
      out().println();
      out().println(unchanged);
    }
    if (radar && format == Format.table) {
      out().println();
      out()
          .println(
              laws() + listed() + "; what is pending applies only if you ask for it with --assume");
    }
    return 0;
  }

  /** How many of the changes are listed, if not all of them are. */
  private String listed() {
    return country == null && pendingOn == null ? "" : ", " + listed + " listed";
  }

  private void knowCountry(LawRadar laws) {
    SortedSet<String> known = new TreeSet<>();
    laws.changes().forEach(c -> known.add(c.country()));
    if (country != null && !known.contains(country.toUpperCase(Locale.ROOT))) {
      throw new BadInputException(
          "--country: no change of law of " + country + "\nMaybe " + String.join(", ", known));
    }
  }

  private Rows print() {
    if (table.rates) {
      return rates();
    }
    if (table.korea) {
      return korea();
    }
    if (table.statuses) {
      return statuses();
    }
    return table.assume != null ? compared() : radar();
  }

  private LawRadar laws() {
    if (newer == null) {
      return LawRadar.shipped();
    }
    try {
      return LawRadar.parse(Policies.text("--file", newer));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(newer + ": " + e.getMessage());
    }
  }

  private Rows radar() {
    LawRadar laws = laws();
    knowCountry(laws);
    LocalDate day = pendingOn == null ? null : Command.date("--pending-on", pendingOn);
    Rows rows = rows(RADAR);
    for (LawChange each : laws.changes()) {
      boolean wanted = country == null || each.country().equals(country.toUpperCase(Locale.ROOT));
      if (wanted && (day == null || each.isPendingOn(day))) {
        listed++;
        each.from().ifPresent(d -> rows.with("from", d));
        rows.with("id", each.id())
            .with("country", each.country())
            .with("status", each.status())
            .with("title", each.title())
            .with("changes", each.what())
            .with("read_on", each.readOn())
            .with("source", each.source())
            .with("confidence", each.confidence())
            .print();
      }
    }
    return rows;
  }

  private Rows rates() {
    Rows rows = rows(RATES);
    ReferenceRates.shipped()
        .forEach(
            (id, rates) ->
                rates
                    .rates()
                    .forEach(
                        r -> {
                          if (!r.throughInclusive().equals(LocalDate.MAX)) {
                            rows.with("through", r.throughInclusive());
                          }
                          rows.with("id", id)
                              .with("name", rates.name())
                              .with("from", r.from())
                              .with("percent", r.rate().value())
                              .with("source", r.source())
                              .print();
                        }));
    return rows;
  }

  private Rows korea() {
    Rows rows = rows(KOREA);
    KoreanConsumerDebt.notCollectable()
        .forEach(
            r ->
                rows.with("reason", r.reason())
                    .with("section", r.section())
                    .with("note", r.note())
                    .with("source", r.source())
                    .with("confidence", r.confidence())
                    .print());
    return rows;
  }

  private Rows statuses() {
    Rows rows = rows(STATUSES);
    InvoiceStatuses.shipped()
        .meanings()
        .forEach(
            s ->
                rows.with("list", s.scheme())
                    .with("code", s.code())
                    .with("name", s.name())
                    .with("means", s.effect())
                    .with("why_nothing", s.whyNothing())
                    .with("note", s.note())
                    .with("source", s.source())
                    .with("confidence", s.confidence())
                    .print());
    return rows;
  }

  private Rows compared() {
    LocalDate day = Command.date("--as-of", live.asOf);
    LawAssumption assumption = assumption();
    Iterable<Account> accounts = LedgerReader.read(live.folder).accounts();
    LawComparison found =
        LawComparison.of(
            Policies.one("--policy", live.policy), assumption, holidays.calendar(), accounts, day);
    if (found.lines().isEmpty()) {
      unchanged = whyUnchanged(assumption, accounts, day);
    }
    Rows rows = rows(COMPARED);
    for (LawComparison.Line each : found.lines()) {
      rows.with("customer", each.customer())
          .with("invoice", each.invoice())
          .with("currency", each.charges().currency().code())
          .with("due", each.due())
          .with("due_then", each.dueThen())
          .with("decision", each.decision())
          .with("decision_then", each.decisionThen())
          .with("charges", each.charges())
          .with("charges_then", each.chargesThen())
          .print();
    }
    return rows;
  }

  private static String whyUnchanged(
      LawAssumption assumption, Iterable<Account> accounts, LocalDate day) {
    int all = 0;
    int concerned = 0;
    for (Account each : accounts) {
      Customer customer = each.customer();
      boolean there = customer.country().filter(assumption.countries()::contains).isPresent();
      int debts = 0;
      for (InvoiceHistory history : each.invoices()) {
        debts += history.invoice().issued().isAfter(day) ? 0 : 1;
      }
      all += debts;
      concerned += there ? debts : 0;
    }
    return "Nothing changes; debts looked at: %d, of customers in the countries concerned: %d%s"
        .formatted(
            all,
            concerned,
            concerned == 0
                ? "; the column country of customers.csv says where a customer is"
                : ", and %s makes no difference to them".formatted(assumption));
  }

  private LawAssumption assumption() {
    try {
      LawAssumption all = LawAssumption.that(laws().change(table.assume));
      return live.first == null
          ? all
          : all.forInvoicesFrom(Command.date("--invoices-from", live.first));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--assume: " + e.getMessage());
    }
  }
}
