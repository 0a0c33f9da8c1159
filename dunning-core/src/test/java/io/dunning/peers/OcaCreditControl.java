package io.dunning.peers;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.endOfMonthPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Table;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OCA credit control: seven monthly runs over 26 open items, every line of every run, then a line
 * that is ignored and an item that changes its policy. An item in two parts is two items.
 */
final class OcaCreditControl extends Peer {
  private static final List<String> RUNS =
      List.of(
          "2013-01-31",
          "2013-02-28",
          "2013-03-31",
          "2013-04-30",
          "2013-05-31",
          "2013-06-30",
          "2013-07-31",
          "2013-08-30",
          "2013-09-30");

  private final Map<String, DunningPolicy> policies = policies();
  private final Map<String, InvoiceHistory> items = new LinkedHashMap<>();
  private final Map<String, String> policyOf = new LinkedHashMap<>();
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  OcaCreditControl() {
    super("OCA credit control");
    read();
    RUNS.forEach(this::run);
    List<Table.Row> rows = Table.rows("peers/oca_credit_control_runs.csv").toList();
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (Table.Row row : rows) {
      String line = row.get("item") + " level " + row.get("new_level") + " " + row.get("channel");
      wanted.computeIfAbsent(row.get("run_date"), d -> new ArrayList<>()).add(line);
      String id = row.get("run_date") + " " + row.get("item") + " L" + row.get("new_level");
      expected().add(id);
      same(
          id,
          () -> {
            assertThat(lines.get(row.get("run_date"))).contains(line);
            assertThat(
                    items.get(row.get("item")).standingOn(on(row.get("run_date"))).balance().open())
                .isEqualTo(Money.parse(row.get("open_amount") + " " + currency(row)));
          });
    }
    // nothing beyond the table in the runs it holds
    for (String date : List.of("2013-02-28", "2013-04-30", "2013-06-30", "2013-07-31")) {
      expected().add("run of " + date);
      same(
          "run of " + date,
          () -> assertThat(lines.get(date)).containsExactlyInAnyOrderElementsOf(wanted.get(date)));
    }
  }

  private String currency(Table.Row row) {
    return items.get(row.get("item")).invoice().amount().currency().code();
  }

  /**
   * The policies, a level each row: so many days, the end of a month, or after the level before.
   */
  private static Map<String, DunningPolicy> policies() {
    Map<String, List<EscalationStep>> steps = new LinkedHashMap<>();
    for (Table.Row row : Table.rows("peers/oca_credit_control_policies.csv").toList()) {
      int level = Integer.parseInt(row.get("level"));
      int days = Integer.parseInt(row.get("delay_days"));
      Trigger trigger =
          switch (row.get("computation")) {
            case "net_days" -> daysPastDue(days);
            case "end_of_month" -> endOfMonthPastDue(calendarDays(days));
            default -> after(String.valueOf(level - 1), calendarDays(days));
          };
      steps
          .computeIfAbsent(row.get("policy"), p -> new ArrayList<>())
          .add(
              step(row.get("level"))
                  .at(trigger)
                  .take(sendNotice(level, row.get("channel").equals("email") ? EMAIL : LETTER)));
    }
    Map<String, DunningPolicy> policies = new LinkedHashMap<>();
    steps.forEach(
        (name, levels) ->
            policies.put(
                name,
                draft(levels.toArray(new EscalationStep[0]))
                    .minimumAmount(Money.eur("0.10"))
                    .build()));
    policies.put(
        "no_follow",
        draft(step("1").at(daysPastDue(0)).take(sendNotice(1, EMAIL)))
            .holdWhile(Condition.always())
            .build());
    return policies;
  }

  private void read() {
    for (Table.Row row : Table.rows("peers/oca_credit_control_invoices.csv").toList()) {
      if (row.get("note").contains("account filter")) {
        continue; // on an account that the policies are not for
      }
      String item = row.get("item");
      items.put(
          item,
          invoice(
              item,
              row.get("amount") + " " + row.get("currency"),
              row.get("invoice_date"),
              row.get("due_date")));
      policyOf.put(item, row.get("policy"));
    }
    pay("SI_19a", "2013-03-31", "300.00 EUR");
    pay("SI_16", "2013-05-31", "1500.00 EUR");
    pay("SI_17", "2013-05-31", "1000.00 EUR");
    pay("SI_18a", "2013-05-31", "450.00 EUR");
  }

  private void pay(String item, String day, String amount) {
    record(item, new MoneyEvent.Payment(on(day), Money.parse(amount)));
  }

  private void record(String item, LedgerEvent event) {
    items.put(item, items.get(item).with(event));
  }

  private void run(String date) {
    LocalDate day = on(date);
    List<String> found = new ArrayList<>();
    if (date.equals("2013-08-30")) {
      record("SI_19b", new StepEvent.StepWithdrawn(day, "3"));
    }
    if (date.equals("2013-09-30")) {
      // the earlier lines of the item are overridden by a first one of its new policy
      policyOf.put("SI_4", "3_time");
      items.put("SI_4", InvoiceHistory.of(items.get("SI_4").invoice()));
      record("SI_4", LedgerEvent.stepTaken(on("2013-09-15"), "1", EMAIL));
      found.add("SI_4 level 1 email");
    }
    for (String item : items.keySet()) {
      Recommendation now =
          EVALUATOR.evaluate(policies.get(policyOf.get(item)), items.get(item), day);
      if (now.verdict() == Verdict.ACT) {
        String level = now.step().orElseThrow();
        record(item, LedgerEvent.stepTaken(day, level, now.channel().orElseThrow()));
        found.add(item + " level " + level + " " + now.channel().orElseThrow());
      }
    }
    lines.put(date, found);
  }
}
