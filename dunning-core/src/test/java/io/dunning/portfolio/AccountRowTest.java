package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.Policies;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccountRowTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final DunningPolicy POLICY =
      Policies.draft().per(AccountRules.Unit.ACCOUNT).build();
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit JPY = CurrencyUnit.of("JPY");
  private static final long FIRST = LocalDate.MIN.toEpochDay();
  private static final long LAST = LocalDate.MAX.toEpochDay();

  private static Map<String, BiConsumer<AccountRow, Long>> days() {
    Map<String, BiConsumer<AccountRow, Long>> all = new LinkedHashMap<>();
    all.put("invoice date", (r, d) -> r.invoice(EUR, 100, d, 5));
    all.put("due date", (r, d) -> r.invoice(EUR, 100, 5, d));
    all.put("day of payment", (r, d) -> r.paid(d, 1));
    all.put("day of dispute", AccountRow::disputed);
    all.put("day of step", (r, d) -> r.step("reminder", d));
    all.put("day of step ", (r, d) -> r.step("reminder", d, Channel.EMAIL));
    all.put("day of step  ", (r, d) -> r.invoiceStep("reminder", d));
    all.put("day of step   ", (r, d) -> r.invoiceStep("reminder", d, Channel.EMAIL));
    all.put("day of contact", AccountRow::contact);
    all.put("day of promise", (r, d) -> r.promise(d, LAST));
    all.put("last day of promise", (r, d) -> r.promise(5, d));
    all.put("first day of hold", AccountRow::hold);
    all.put("first day of hold ", (r, d) -> r.hold(d, LAST));
    all.put("last day of hold", (r, d) -> r.hold(5, d));
    return all;
  }

  @Test
  void refusesDaysThatNoDateHas() {
    AccountRow row = new AccountTable().row("A").invoice(EUR, 100, 0, 0);
    for (long day : new long[] {Long.MIN_VALUE, FIRST - 1, LAST + 1, Long.MAX_VALUE}) {
      days()
          .forEach(
              (field, tell) -> {
                if (day == EpochDay.NEVER && field.equals("last day of hold")) {
                  return; // as long as nobody releases it
                }
                assertThatThrownBy(() -> tell.accept(row, day))
                    .as(field)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(field.strip() + " is outside the calendar of LocalDate: " + day);
              });
    }
    assertThat(row).hasToString("account of A: 1 invoices, 0 steps");
  }

  /** With a second currency, the table keeps an account, which is made of dates. */
  @Test
  void takesTheFirstAndTheLastDate() {
    days()
        .forEach(
            (field, tell) -> {
              boolean begins = field.equals("invoice date");
              boolean ends = field.equals("due date") || field.startsWith("last day");
              for (long day : begins ? new long[] {FIRST} : new long[] {ends ? LAST : FIRST}) {
                AccountTable table = new AccountTable();
                AccountRow row = table.row("A").invoice(JPY, 100, 0, 0).invoice(EUR, 1, 0, 0);
                tell.accept(row, day);
                assertThat(row.put().accountsKept()).as(field).isEqualTo(1);
              }
            });
  }

  @Test
  void aHoldThroughNeverLastsUntilItIsReleased() {
    AccountTable table = new AccountTable();
    table.row("A").invoice(EUR, 100, 0, 0).hold(0, EpochDay.NEVER).put();
    Decisions decisions = table.decide(EVALUATOR, POLICY, LocalDate.of(2026, 3, 1));
    assertThat(decisions.heldBy(0)).contains(Decisions.HeldBy.RECORDED);
    assertThat(decisions.reviewOn(0)).isEmpty();
  }

  private static Map<String, Consumer<AccountRow>> hostile() {
    Map<String, Consumer<AccountRow>> all = new LinkedHashMap<>();
    all.put("invoice has no number", r -> r.invoice(" ", EUR, 100, 0, 0));
    all.put(
        "number stands for an invoice without one: (no number 1)",
        r -> r.invoice("(no number 1)", EUR, 100, 0, 0));
    all.put("name of the step is blank", r -> r.step("", 0));
    all.put("name of the step is blank ", r -> r.step(" ", 0, Channel.EMAIL));
    all.put("name of the step is blank  ", r -> r.invoiceStep("\t", 0));
    all.put("name of the step is blank   ", r -> r.invoiceStep("", 0, Channel.EMAIL));
    all.put("amount of invoice 2 is negative: -1", r -> r.invoice("2", EUR, -1, 0, 0));
    all.put("payment is negative: -1", r -> r.paid(0, -1));
    return all;
  }

  /** With a second currency, the table keeps an account, which checks its parts once more. */
  @Test
  void refusesTheSameValuesInOneCurrencyAndInTwo() {
    for (CurrencyUnit other : new CurrencyUnit[] {EUR, JPY}) {
      AccountRow row = new AccountTable().row("A").invoice(EUR, 1, 0, 0).invoice(other, 1, 0, 0);
      hostile()
          .forEach(
              (message, tell) ->
                  assertThatThrownBy(() -> tell.accept(row))
                      .isInstanceOf(IllegalArgumentException.class)
                      .hasMessage(message.strip()));
      assertThat(row).hasToString("account of A: 2 invoices, 0 steps");
    }
  }

  @Test
  void refusesTheSameSumsInOneCurrencyAndInTwo() {
    for (CurrencyUnit other : new CurrencyUnit[] {EUR, JPY}) {
      AccountRow amounts = new AccountTable().row("A").invoice(other, 1, 0, 0);
      amounts.invoice(EUR, Long.MAX_VALUE, 0, 0).paid(0, Long.MAX_VALUE);
      amounts.invoice(EUR, Long.MAX_VALUE, 0, 0);
      assertThatThrownBy(amounts::put)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("amounts of the account of A do not fit: their sum is too large");
      AccountRow payments = new AccountTable().row("A").invoice(other, 1, 0, 0);
      payments.invoice(EUR, 1, 0, 0).paid(0, Long.MAX_VALUE).paid(0, Long.MAX_VALUE);
      assertThatThrownBy(payments::put).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anInvoiceWithoutANumberHasNoneInOneCurrencyAndInTwo() {
    for (CurrencyUnit other : new CurrencyUnit[] {EUR, JPY}) {
      AccountTable table = new AccountTable();
      table.row("A").invoice(EUR, 1, 0, 0).invoice("(1)", other, 1, 0, 0).put();
      Decisions each = table.decide(EVALUATOR, Policies.draft().build(), LocalDate.of(2026, 3, 1));
      assertThat(table.accountsKept()).isEqualTo(other == EUR ? 0 : 1);
      assertThat(each.invoice(0)).isEmpty();
      assertThat(each.invoice(1)).contains("(1)");
    }
  }

  /**
   * Once its invoice is paid, a step that reached the customer still keeps the next one waiting.
   */
  @Test
  void aStepOfAnInvoiceCanSayHowTheCustomerWasReached() {
    DunningPolicy policy =
        Policies.draft().per(AccountRules.Unit.ACCOUNT).minimumDaysBetweenContacts(30).build();
    AccountTable table = new AccountTable();
    AccountRow row = table.row("A").invoice("1", EUR, 100, 0, 0);
    row.invoiceStep("visit", 9, Channel.VISIT).paid(9, 100).invoice("2", EUR, 1, 0, 0);
    LocalDate day = LocalDate.ofEpochDay(20);
    Decisions decisions = row.put().decide(EVALUATOR, policy, day);
    assertThat(table.accountsKept()).isZero();
    assertThat(decisions.rule(0)).isEqualTo(Rule.CONTACT_TOO_SOON);
    assertThat(decisions.reviewOn(0)).contains(LocalDate.ofEpochDay(9 + 30));
    assertThat(row.account().invoices().get(0).events())
        .contains(new StepTaken(LocalDate.ofEpochDay(9), "visit", Optional.of(Channel.VISIT)));
    assertThatThrownBy(() -> row.invoiceStep("visit", 9, null)).hasMessage("channel");
  }

  @Test
  void refusesAnInvoiceWithoutACurrency() {
    AccountRow row = new AccountTable().row("A");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> row.invoice(null, 100, 0, 0))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("currency");
      assertThat(row).hasToString("account of A: " + i + " invoices, 0 steps");
      row.invoice(EUR, 100, 0, 0);
    }
  }

  @Test
  void refusesACustomerWithoutAnId() {
    AccountTable table = new AccountTable();
    for (String id : new String[] {"", "  "}) {
      assertThatThrownBy(() -> table.row(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("customer has no id");
    }
  }

  @Test
  void keepsAnAccountWholeIfTheNumberOfAnInvoiceDoesNotFit() {
    for (String number : new String[] {"x".repeat(70_000), "ü".repeat(40_000), "1\uD800"}) {
      AccountTable table = new AccountTable();
      table.row("A").invoice("1", EUR, 100, 0, 0).invoice(number, EUR, 100, 0, 0).put();
      assertThat(table.accountsKept()).isEqualTo(1);
      Decisions each = table.decide(EVALUATOR, Policies.draft().build(), LocalDate.of(2026, 3, 1));
      assertThat(each.invoice(0)).contains("1");
      assertThat(each.invoice(1)).contains(number);
    }
  }

  private static final DunningPolicy UNLESS_VIP =
      DunningPolicy.named("unless vip")
          .ladder(
              EscalationLadder.of(
                  EscalationStep.step("reminder")
                      .at(Trigger.daysPastDue(3))
                      .take(DunningAction.sendReminder(Channel.EMAIL))
                      .onlyIf(Condition.customerTagged("vip").not())))
          .per(AccountRules.Unit.ACCOUNT)
          .build();

  private static Map<String, Consumer<AccountRow>> whatNumbersDoNotTell() {
    Map<String, Consumer<AccountRow>> all = new LinkedHashMap<>();
    all.put("promise and payment", r -> r.promise(11, 12).paid(12, 1));
    all.put("second currency", r -> r.invoice(JPY, 1, 0, 0));
    all.put("long number", r -> r.invoice("x".repeat(70_000), EUR, 1, 0, 0));
    return all;
  }

  /** A row tells nothing about the customer, also where the table has to keep it as an account. */
  @Test
  void whereThePolicyAsksAboutTheCustomerTheAccountThatIsFoundDecides() {
    LocalDate day = LocalDate.ofEpochDay(50);
    whatNumbersDoNotTell()
        .forEach(
            (why, tell) -> {
              AccountTable table = new AccountTable();
              AccountRow row = table.row("A").invoice("1", EUR, 100, 0, 0);
              tell.accept(row);
              assertThat(row.put().accountsKept()).as(why).isEqualTo(1);
              Account told = row.account();
              Account found =
                  Account.of(Customer.of("A").tagged("vip"), told.invoices(), told.events());
              Decisions alone = table.decide(EVALUATOR, UNLESS_VIP, day);
              assertThat(alone.verdict(0)).as(why).isEqualTo(Verdict.ACT);
              table.accountsFrom(c -> found);
              for (Decisions each :
                  List.of(table.decide(EVALUATOR, UNLESS_VIP, day), table.decideDue(alone, day))) {
                assertThat(each.verdict(0)).as(why).isEqualTo(Verdict.EXHAUSTED);
                assertThat(each.recommendation(0).orElseThrow().due()).as(why).isEmpty();
              }
              AccountTable merged = new AccountTable().putAll(table).accountsFrom(c -> found);
              assertThat(merged.decide(EVALUATOR, UNLESS_VIP, day).verdict(0))
                  .as(why)
                  .isEqualTo(Verdict.EXHAUSTED);
            });
  }

  /** The policy asks for contact hours in the customer's country, and the day is a Saturday. */
  @Test
  void whatIsRecordedInARowDoesNotSayWhoTheCustomerIs() {
    WeeklyHours hours = WeeklyHours.on(WeeklyHours.mondayToFriday(), "08:00", "18:00");
    ContactRules inTheUs =
        ContactRules.of("HOURS", ContactLimit.only(hours, Channel.EMAIL, Channel.LETTER))
            .within(Jurisdiction.country("US"));
    DunningPolicy policy =
        Policies.draft().per(AccountRules.Unit.ACCOUNT).conduct(Conduct.under(inTheUs)).build();
    LocalDate saturday = LocalDate.of(2026, 4, 4);
    long due = saturday.toEpochDay() - 5;
    AccountTable table = new AccountTable();
    AccountRow row = table.row("A").invoice("1", EUR, 1_000, due - 30, due);
    row.promise(due - 8, due - 4).paid(due - 7, 1).put();
    Account told = row.account();
    LedgerEvent called = LedgerEvent.contact(saturday.minusDays(3), Channel.PHONE);
    Account found =
        Account.of(Customer.of("A").inCountry("DE"), told.invoices(), told.events()).with(called);
    table.accountsFrom(c -> found);
    assertThat(table.record("A", called)).isTrue();
    Decisions decisions = table.decide(EVALUATOR, policy, saturday);
    assertThat(decisions.verdict(0))
        .isEqualTo(EVALUATOR.evaluate(policy, found, saturday).recommendations().get(0).verdict())
        .isEqualTo(Verdict.ACT);
  }

  /** The account that is found has an invoice more, which was paid long ago. */
  @Test
  void namesInvoicesOfAnAccountThatIsFoundByTheirNumbers() {
    AccountTable table = new AccountTable();
    AccountRow row = table.row("A").invoice("1", EUR, 100, 0, 0).invoice("2", JPY, 100, 0, 0);
    row.put();
    List<InvoiceHistory> invoices = new ArrayList<>();
    invoices.add(
        Fixtures.history(
            "0",
            Money.eur("1.00"),
            LocalDate.ofEpochDay(0),
            LedgerEvent.payment(LocalDate.ofEpochDay(0), Money.eur("1.00"))));
    invoices.addAll(row.account().invoices());
    Account found = Account.of(Customer.of("A"), invoices, List.of());
    table.accountsFrom(c -> found);
    Decisions each = table.decide(EVALUATOR, Policies.draft().build(), LocalDate.ofEpochDay(50));
    assertThat(each.size()).isEqualTo(2);
    assertThat(each.invoice(0)).contains("1");
    assertThat(each.invoice(1)).contains("2");
  }
}
