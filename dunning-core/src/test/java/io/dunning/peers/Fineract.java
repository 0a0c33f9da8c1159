package io.dunning.peers;

import static io.dunning.action.DunningAction.task;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.DunningPolicy.Clock;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fineract: delinquent days less grace and pauses. A pause from one day through another is a hold
 * from the day after the first, because there the first day still counts; a resumption holds
 * through its own day. The ladder's clock stops during holds.
 */
final class Fineract extends Peer {
  private static final Percentage ALL = Percentage.percent("100");

  private static final Money QUARTER = Money.usd("250.00");

  /** The scenarios in which a pause has begun. */
  private final Set<String> paused = new HashSet<>();

  Fineract() {
    super("Fineract");
    pauseDays();
    effectivePauses();
    validation();
    pathDependence();
    units();
    instalments();
    ranges();
    timelines();
  }

  private static LedgerEvent pause(LocalDate first, LocalDate last) {
    return LedgerEvent.hold(first.plusDays(1), "pause", last);
  }

  private static List<LedgerEvent> pauses(String spans) {
    List<LedgerEvent> events = new ArrayList<>();
    for (String span : spans.isEmpty() ? new String[0] : spans.split("; ")) {
      LocalDate first = on(span.substring(0, 10));
      LocalDate last = on(span.substring(12));
      if (last.isAfter(first)) {
        events.add(pause(first, last));
      }
    }
    return events;
  }

  private static InvoiceHistory debt(LocalDate due, List<LedgerEvent> events) {
    return InvoiceHistory.of(Invoice.of("L", QUARTER, due, due), events);
  }

  /** Days past due less grace and held days since the due date. */
  private static long delinquentDays(InvoiceHistory history, LocalDate due, LocalDate day) {
    Account account = Account.of(Customer.of("C"), List.of(history));
    long held = 0;
    for (DateSpan span :
        account.heldSpans(history, day, Days.NONE, ALL, Days.NONE, BusinessCalendar.everyDay())) {
      for (LocalDate d = span.first();
          !d.isAfter(span.lastInclusive()) && !d.isAfter(day);
          d = d.plusDays(1)) {
        held += d.isAfter(due) ? 1 : 0;
      }
    }
    return Math.max(0, day.toEpochDay() - due.toEpochDay() - 3 - held);
  }

  private void pauseDays() {
    for (Table.Row row : Table.rows("peers/fineract_pause_days.csv").toList()) {
      String id = row.get("scenario_id") + " step " + row.get("step");
      expected().add(id);
      LocalDate due = on(row.get("overdue_since"));
      LocalDate day = on(row.get("business_date"));
      InvoiceHistory history = debt(due, pauses(row.get("effective_pauses")));
      long there = Long.parseLong(row.get("expected_delinquent_days_in_feature"));
      long clipped = Long.parseLong(row.get("delinquent_days_if_clipped"));
      if (there == clipped) {
        same(id, () -> counts(history, due, day, there));
      } else {
        differs(
            id,
            "a pause from before the debt was overdue does not lower its days (their FINERACT-2326)",
            () -> counts(history, due, day, clipped));
      }
    }
  }

  /** The days, and the ladder: a step after so many days has come, the next has not. */
  private static void counts(InvoiceHistory history, LocalDate due, LocalDate day, long days) {
    assertThat(delinquentDays(history, due, day)).isEqualTo(days);
    if (EVALUATOR.evaluate(ladder(1), history, day).verdict() == Verdict.HOLD) {
      return;
    }
    int age = (int) days + 3;
    assertThat(EVALUATOR.evaluate(ladder(age + 1), history, day).verdict())
        .isNotEqualTo(Verdict.ACT);
    if (days > 0) {
      assertThat(EVALUATOR.evaluate(ladder(age), history, day).verdict()).isEqualTo(Verdict.ACT);
    }
  }

  private static DunningPolicy ladder(int days) {
    return draft(step("classify").at(daysPastDue(days)).take(task("classify")))
        .clock(Clock.STOPS)
        .build();
  }

  private void effectivePauses() {
    table("fineract_effective_pauses");
    LocalDate january = on("2024-01-10");
    InvoiceHistory paused = debt(january, List.of(pause(january, on("2024-01-15"))));
    same("FP-03", () -> assertThat(held(paused)).isEqualTo("2024-01-11/2024-01-15"));
    InvoiceHistory resumed = paused.with(new RestrictionEvent.HoldReleased(on("2024-01-15")));
    same("FP-04", () -> assertThat(held(resumed)).isEqualTo("2024-01-11/2024-01-14"));
    same(
        "FP-07",
        () -> {
          InvoiceHistory both =
              debt(
                  on("2024-10-01"),
                  List.of(
                      pause(on("2024-10-25"), on("2024-10-30")),
                      pause(on("2024-10-30"), on("2024-11-15")),
                      new RestrictionEvent.HoldReleased(on("2024-10-31"))));
          assertThat(held(both)).isEqualTo("2024-10-26/2024-10-30");
        });
  }

  private static String held(InvoiceHistory history) {
    Account account = Account.of(Customer.of("C"), List.of(history));
    DateSpan span =
        account
            .heldSpans(
                history, LocalDate.MAX, Days.NONE, ALL, Days.NONE, BusinessCalendar.everyDay())
            .get(0);
    return span.first() + "/" + span.lastInclusive();
  }

  private void validation() {
    table("fineract_pause_validation");
    LocalDate due = on("2022-09-01");
    same(
        "FV-02", () -> assertThat(debt(due, pauses("2022-09-05..2022-09-15")).events()).hasSize(1));
    same(
        "FV-19",
        () ->
            assertThat(
                    delinquentDays(
                        debt(due, pauses("2022-09-15..2022-09-18; 2022-09-18..2022-09-20")),
                        due,
                        on("2022-09-21")))
                .isEqualTo(20 - 3 - 5));
    same(
        "FV-22",
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            ladder(5),
                            debt(due, pauses("2022-09-08..2022-09-19")),
                            on("2022-09-09"))
                        .verdict())
                .isEqualTo(Verdict.HOLD));
    for (String id : List.of("FV-16", "FV-18")) {
      same(
          id,
          () ->
              assertThatThrownBy(() -> LedgerEvent.hold(null, "pause"))
                  .isInstanceOf(NullPointerException.class)
                  .hasMessage("date"));
    }
    differs(
        "FV-17",
        "a hold without an end is allowed",
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            ladder(5),
                            debt(due, List.of(LedgerEvent.hold(on("2022-09-09"), "pause"))),
                            on("2030-01-01"))
                        .verdict())
                .isEqualTo(Verdict.HOLD));
    for (String id : List.of("FV-03", "FV-04", "FV-05", "FV-24")) {
      differs(
          id,
          "holds may overlap or contain each other; each day counts once",
          () ->
              assertThat(
                      delinquentDays(
                          debt(due, pauses("2022-09-12..2022-09-15; 2022-09-12..2022-09-20")),
                          due,
                          on("2022-09-21")))
                  .isEqualTo(20 - 3 - 8));
    }
    for (String id : List.of("FV-08", "FV-13")) {
      differs(
          id,
          "a release without a hold changes nothing",
          () -> {
            InvoiceHistory plain = debt(due, List.of());
            InvoiceHistory released =
                plain.with(new RestrictionEvent.HoldReleased(on("2022-09-09")));
            assertThat(EVALUATOR.evaluate(ladder(5), released, on("2022-09-20")).verdict())
                .isEqualTo(EVALUATOR.evaluate(ladder(5), plain, on("2022-09-20")).verdict());
          });
    }
    differs(
        "FV-15",
        "a hold from before the invoice is accepted and ends when it says",
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            ladder(5),
                            debt(due, pauses("2022-08-08..2022-08-09")),
                            on("2022-09-09"))
                        .verdict())
                .isEqualTo(Verdict.ACT));
    outside("whether a loan is active is the host's to know", "FV-10");
  }

  private void pathDependence() {
    table("fineract_path_dependence");
    String why = "the answer depends on the facts, not on which job ran, or when";
    LocalDate due = on("2023-10-01");
    InvoiceHistory paused = debt(due, pauses("2023-10-06..2023-10-30"));
    for (String id : List.of("FX-01", "FX-05")) {
      differs(
          id,
          why,
          () -> {
            assertThat(delinquentDays(paused, due, on("2023-10-06"))).isEqualTo(2);
            Recommendation once = EVALUATOR.evaluate(ladder(4), paused, on("2023-10-06"));
            EVALUATOR.evaluate(ladder(4), paused, on("2023-10-30"));
            assertThat(EVALUATOR.evaluate(ladder(4), paused, on("2023-10-06"))).isEqualTo(once);
          });
    }
    differs(
        "FX-07",
        "paying never makes the answer worse: " + why,
        () -> {
          InvoiceHistory paid =
              paused.with(new MoneyEvent.Payment(on("2023-10-16"), Money.usd("150.00")));
          assertThat(EVALUATOR.evaluate(ladder(4), paid, on("2023-10-17")))
              .matches(r -> r.verdict() == Verdict.HOLD);
        });
  }

  private void units() {
    table("fineract_delinquency_unit");
    LocalDate due = on("2023-01-28");
    same(
        "FU-02",
        () ->
            assertThat(
                    EVALUATOR.evaluate(ladder(2), debt(due, List.of()), due.plusDays(2)).verdict())
                .isEqualTo(Verdict.ACT));
    same(
        "FU-13",
        () -> {
          Recommendation now =
              EVALUATOR.evaluate(ladder(2), debt(due, List.of()), due.minusDays(1));
          assertThat(now.verdict()).isEqualTo(Verdict.NOT_DUE);
          assertThat(now.overdue()).isEmpty();
        });
    outside(
        "the facts before the row are not in the table",
        "FU-06",
        "FU-08",
        "FU-09",
        "FU-10",
        "FU-11",
        "FU-12");
  }

  private static Account loan(List<Instalment> parts, List<LedgerEvent> events) {
    Money whole = parts.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    LocalDate first = parts.get(0).due();
    Invoice invoice = Invoice.of("L", whole, first, first).inInstalments(parts);
    return Account.of(Customer.of("C"), List.of(InvoiceHistory.of(invoice, events)));
  }

  /** What is overdue, by band, in this one currency. */
  private static Map<String, Money> bands(Account account, LocalDate day, int... limits) {
    AgingSchedule schedule = AgingSchedule.byDueDate(limits);
    AgingReport report = AgingReport.ofAccounts(schedule, day, List.of(account));
    Map<String, Money> bands = new LinkedHashMap<>();
    for (AgingLine line : report.totals().values()) {
      for (int i = 1; i < schedule.bands().size(); i++) {
        if (line.amount(i).isPositive()) {
          bands.put(schedule.bands().get(i).toString(), line.amount(i));
        }
      }
    }
    return bands;
  }

  private void instalments() {
    table("fineract_installment_level");
    List<Instalment> parts =
        List.of(
            new Instalment(on("2023-01-31"), Money.usd("312.00")),
            new Instalment(on("2023-03-02"), Money.usd("312.00")),
            new Instalment(on("2023-04-01"), Money.usd("312.00")),
            new Instalment(on("2023-05-01"), Money.usd("314.00")));
    for (String[] each :
        new String[][] {{"FI-02", "626.00", "310.00"}, {"FI-03", "726.00", "210.00"}}) {
      Account account =
          loan(parts, List.of(new MoneyEvent.Payment(on("2023-05-20"), Money.usd(each[1]))));
      same(
          each[0],
          () -> {
            assertThat(bands(account, on("2023-05-31"), 10, 30, 60))
                .containsExactly(
                    Map.entry("11-30", Money.usd("314.00")),
                    Map.entry("31-60", Money.usd(each[2])));
            assertThat(account.invoices().get(0).standingOn(on("2023-05-31")).balance().due())
                .isEqualTo(on("2023-05-31").minusDays(60));
          });
    }
    same(
        "FI-09",
        () ->
            assertThat(bands(loan(parts, List.of()), on("2023-02-02"), 1))
                .containsExactly(Map.entry("2+", Money.usd("312.00"))));
    outside("settings of a product and a loan are the host's", "FI-10");
  }

  private void ranges() {
    table("fineract_ranges");
    same(
        "FR-01",
        () ->
            assertThatThrownBy(() -> AgingSchedule.byDueDate(3, 3))
                .isInstanceOf(IllegalArgumentException.class));
    same(
        "FR-02",
        () ->
            assertThat(AgingSchedule.byDueDate(3, 30).bands())
                .extracting(Object::toString)
                .contains("1-3", "4-30"));
    same(
        "FR-05",
        () ->
            assertThat(AgingSchedule.byDueDate(3, 30, 60, 90, 120).bands())
                .extracting(Object::toString)
                .containsExactly("not due", "1-3", "4-30", "31-60", "61-90", "91-120", "121+"));
    LocalDate due = on("2024-01-01");
    Account account = loan(List.of(new Instalment(due, QUARTER)), List.of());
    same("FR-06", () -> assertThat(bands(account, due.plusDays(2), 3, 30)).containsOnlyKeys("1-3"));
    same("FR-07", () -> assertThat(bands(account, due, 3, 30)).isEmpty());
    same(
        "FR-09",
        () -> assertThat(bands(account, due.plusDays(2), 3)).containsEntry("1-3", QUARTER));
    same(
        "FR-10",
        () -> assertThat(bands(account, due.plusDays(29), 3, 30)).containsOnlyKeys("4-30"));
    differs(
        "FR-15",
        "bands have no gaps: every day is in one",
        () -> assertThat(bands(account, due.plusDays(4), 3, 30)).containsOnlyKeys("4-30"));
    outside(
        "nothing is stored and no event is sent: a report is made anew",
        "FR-04",
        "FR-08",
        "FR-11",
        "FR-12",
        "FR-13",
        "FR-14");
    outside("the host names its schedules", "FR-03");
  }

  /** The steps of the scenarios that expect something; the others set the scene. */
  private void timelines() {
    Map<String, List<LedgerEvent>> events = new LinkedHashMap<>();
    for (Table.Row row : Table.rows("peers/fineract_e2e_timelines.csv").toList()) {
      List<LedgerEvent> now =
          events.computeIfAbsent(row.get("scenario_id"), s -> new ArrayList<>());
      String kind = row.get("kind");
      if (kind.startsWith("EXPECT")) {
        expectation(row, List.copyOf(now));
      } else if (kind.equals("PAUSE")) {
        paused.add(row.get("scenario_id"));
      } else if (kind.equals("PAYMENT") || kind.equals("TX")) {
        now.add(new MoneyEvent.Payment(on(row.get("start")), Money.usd(row.get("amount"))));
      }
    }
  }

  private void expectation(Table.Row row, List<LedgerEvent> events) {
    String id = row.get("scenario_id") + " line " + row.get("line") + " step " + row.get("step");
    expected().add(id);
    String scenario = row.get("scenario_id");
    LocalDate day = on(row.get("business_date"));
    switch (row.get("kind")) {
      case "EXPECT_INSTALLMENT_RANGE" -> range(row, id, scenario, day, events);
      case "EXPECT_LOAN" -> {
        if (row.has("past_due_days") && row.has("amount")) {
          same(id, () -> loanState(row, day));
        } else {
          outside("a label that a job wrote, without numbers", id);
        }
      }
      case "EXPECT_PAUSE_PERIODS" -> same(id, () -> pausePeriods(row, day));
      case "EXPECT_ERROR", "EXPECT_STATUS", "EXPECT_ACTIONS" ->
          outside("states, actions and permissions of the loan are the host's", id);
      default -> outside("not about an overdue debt", id);
    }
  }

  private static List<Instalment> quarters(LocalDate first) {
    List<Instalment> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(new Instalment(first.plusDays(15L * i), QUARTER));
    }
    return parts;
  }

  private void range(
      Table.Row row, String id, String scenario, LocalDate day, List<LedgerEvent> events) {
    Account account = loan(quarters(on("2023-10-01")), events);
    Map<String, String> names =
        Map.of("RANGE_1", "1-3", "RANGE_3", "4-30", "RANGE_30", "31-60", "RANGE_60", "61-90");
    Map<String, Money> bands = bands(account, day, 3, 30, 60, 90);
    if (scenario.equals("FD-21")) {
      outside("charges are not part of the library yet", id);
      return;
    }
    String band = names.get(row.get("classification"));
    Money there = band == null ? null : Money.usd(row.get("amount"));
    if (band == null && bands.isEmpty() || band != null && there.equals(bands.get(band))) {
      same(id, () -> assertThat(bands.get(band)).isEqualTo(there));
    } else {
      differs(
          id,
          "a pause holds the steps, it does not make a debt younger: aging goes on",
          () -> {
            assertThat(paused).contains(scenario);
            assertThat(bands.values().stream().reduce(Money::plus).orElseThrow())
                .isEqualTo(
                    EVALUATOR
                        .evaluate(ladder(1), account, day)
                        .recommendations()
                        .get(0)
                        .overdue()
                        .get(0));
          });
    }
  }

  /** What is overdue of the quarters on a day, and how long the oldest has been. */
  private static void loanState(Table.Row row, LocalDate day) {
    Money amount = Money.of(row.get("amount").replaceAll("\\.0$", ".00"), QUARTER.currency());
    if (amount.isZero()) {
      assertThat(row.get("past_due_days")).isEqualTo("0");
      return;
    }
    long pastDue = Long.parseLong(row.get("past_due_days"));
    LocalDate oldest = day.minusDays(pastDue);
    // a loan whose first quarter was paid automatically starts with the second
    List<LedgerEvent> paid = new ArrayList<>();
    if (oldest.equals(on("2023-10-16"))) {
      paid.add(new MoneyEvent.Payment(on("2023-10-01"), QUARTER));
    }
    Account account = loan(quarters(on("2023-10-01")), paid);
    Recommendation now = EVALUATOR.evaluate(ladder(1), account, day).recommendations().get(0);
    assertThat(now.overdue()).containsExactly(amount);
    assertThat(now.overdueSince()).contains(oldest);
    assertThat(row.get("delinquent_date")).isEqualTo(oldest.plusDays(3).toString());
  }

  private static void pausePeriods(Table.Row row, LocalDate day) {
    for (String each : row.get("detail").split("; ")) {
      LocalDate first = on(each.replaceAll(".*from (\\S+) to.*", "$1"));
      LocalDate last = on(each.replaceAll(".*to (\\S+)", "$1"));
      InvoiceHistory paused =
          debt(on("2023-10-01"), List.of(LedgerEvent.hold(first, "pause", last)));
      boolean active = EVALUATOR.evaluate(ladder(1), paused, day).verdict() == Verdict.HOLD;
      assertThat(active).isEqualTo(each.startsWith("active=true"));
    }
  }
}
