package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.portfolio.PaymentPractices;
import io.dunning.portfolio.PaymentPractices.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Prints how long invoices took to be paid. */
@CommandLine.Command(
    name = "practices",
    mixinStandardHelpOptions = true,
    description = "Prints how long the invoices took that were paid, by currency or customer.")
final class PracticesCommand extends SpanCommand {
  @Option(
      names = "--by",
      paramLabel = "currency|customer",
      description = "report each currency or each customer (default: currency)")
  MetricsCommand.By by = MetricsCommand.By.currency;

  private boolean isByCustomer() {
    return by == MetricsCommand.By.customer;
  }

  @Override
  List<String> columns() {
    return isByCustomer()
        ? List.of("customer", "currency", "metric", "value")
        : List.of("currency", "metric", "value");
  }

  @Override
  void print(Rows rows, Iterable<Account> accounts, LocalDate from, LocalDate through) {
    List<PaymentPractices> reports =
        isByCustomer()
            ? PaymentPractices.byCustomer(accounts, from, through)
            : PaymentPractices.of(accounts, from, through);
    for (PaymentPractices each : reports) {
      values(each)
          .forEach(
              (name, value) -> {
                each.customer().ifPresent(c -> rows.with("customer", c));
                rows.with("currency", each.currency().code())
                    .with("metric", name)
                    .with("value", value)
                    .print();
              });
    }
  }

  private static Map<String, String> values(PaymentPractices p) {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "paid", p.paid(), Optional.empty());
    all.put("days_to_pay_mean", Rows.text(p.mean()));
    all.put("days_to_pay_median", Rows.text(p.median()));
    all.put("days_to_pay_p80", days(p.p80()));
    all.put("days_to_pay_p95", days(p.p95()));
    put(all, "within_30", p.within30(), Optional.of(p.paid()));
    put(all, "within_31_to_60", p.from31To60(), Optional.of(p.paid()));
    put(all, "over_60", p.over60(), Optional.of(p.paid()));
    put(all, "late", p.late(), Optional.of(p.paid()));
    put(all, "disputed", p.disputed(), Optional.of(p.paid()));
    put(all, "overdue_unpaid", p.overdue(), Optional.empty());
    return all;
  }

  private static String days(OptionalLong days) {
    return days.isPresent() ? String.valueOf(days.getAsLong()) : "";
  }

  private static void put(Map<String, String> all, String name, Part part, Optional<Part> whole) {
    all.put(name + "_count", String.valueOf(part.invoices()));
    all.put(name + "_amount", Rows.text(part.amount()));
    whole.ifPresent(
        w -> {
          Optional<BigDecimal> number = part.byNumber(w);
          all.put(name + "_percent_by_number", Rows.text(number));
          all.put(name + "_percent_by_value", Rows.text(part.byValue(w)));
        });
  }
}
