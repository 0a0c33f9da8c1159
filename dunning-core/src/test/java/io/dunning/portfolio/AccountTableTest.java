package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dunning.Policies;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountTableTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final DunningPolicy POLICY =
      Policies.draft().per(AccountRules.Unit.ACCOUNT).build();
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final LocalDate DAY = DUE.plusDays(5);
  private static final long DUE_DAY = DUE.toEpochDay();

  private static AccountTable two() {
    AccountTable table = new AccountTable();
    table.row("A").invoice("A-1", EUR, 10_000, DUE_DAY - 30, DUE_DAY).put();
    table.row("B").invoice("B-1", EUR, 10_000, DUE_DAY - 30, DUE_DAY + 30).put();
    return table;
  }

  @Test
  void tellsVerdictRuleStepAndReviewDate() {
    Decisions decisions = two().decide(EVALUATOR, POLICY, DAY);
    assertThat(decisions.size()).isEqualTo(2);
    assertThat(decisions.customer(0)).isEqualTo("A");
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.rule(0)).isEqualTo(Rule.DUE);
    assertThat(decisions.step(0)).contains("reminder");
    assertThat(decisions.stepPlace(0)).isZero();
    assertThat(decisions.reviewDay(0)).isEqualTo(EpochDay.NEVER);
    assertThat(decisions.reviewOn(0)).isEmpty();
    assertThat(decisions.invoice(0)).isEmpty();
    assertThat(decisions.heldBy(0)).isEmpty();
    assertThat(decisions.verdict(1)).isEqualTo(Verdict.NOT_DUE);
    assertThat(decisions.step(1)).isEmpty();
    assertThat(decisions.stepPlace(1)).isEqualTo(-1);
    assertThat(decisions.reviewOn(1)).contains(DUE.plusDays(31));
    assertThat(decisions).hasToString("2 decisions of 2 accounts on 2026-03-06, 0 undecided");
  }

  @Test
  void knowsWhenAQuietAccountMayBeContacted() {
    Conduct conduct = Conduct.under(ContactLaw.courteous(7));
    int days = conduct.lookBackDays().orElseThrow();
    DunningPolicy policy = Policies.draft().per(AccountRules.Unit.ACCOUNT).conduct(conduct).build();
    Account quiet = account("Q", history("1", eur("100.00"), DUE));
    Account called = account("C", history("1", eur("100.00"), DUE));
    AccountTable table = new AccountTable();
    table.put(quiet).put(called.with(LedgerEvent.contact(DAY.minusDays(days), Channel.PHONE)));
    table.row("T").invoice("1", EUR, 10_000, DUE_DAY - 30, DUE_DAY).put();
    Decisions decisions = table.decide(EVALUATOR, policy, DAY);
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.isDecided(1)).isFalse();
    assertThat(decisions.isDecided(2)).as("nobody knows who T is").isFalse();
    table.put(called.with(LedgerEvent.contact(DAY.minusDays(days + 1), Channel.PHONE)));
    assertThat(table.decide(EVALUATOR, policy, DAY).isDecided(1)).isTrue();
  }

  @Test
  void knowsWhatAnInvoiceCostsToWhichNothingHappened() {
    DunningPolicy policy =
        DunningPolicy.named("costs")
            .ladder(
                EscalationLadder.of(
                    EscalationStep.step("reminder")
                        .at(Trigger.daysPastDue(3))
                        .take(DunningAction.sendReminder(Channel.EMAIL))
                        .onlyIf(Condition.chargesAtLeast(eur("0.15")))))
            .per(AccountRules.Unit.ACCOUNT)
            .lateInterest(LateInterest.fixed(Percentage.percent("9")))
            .build();
    Account untouched = account("U", history("1", eur("100.00"), DUE));
    Account paid =
        account("P", history("1", eur("100.00"), DUE, LedgerEvent.payment(DUE, eur("1.00"))));
    AccountTable table = AccountTable.of(List.of(untouched, paid));
    Decisions early = table.decide(EVALUATOR, policy, DAY);
    assertThat(early.verdict(0)).isEqualTo(Verdict.EXHAUSTED);
    // 100.00 EUR at 9 % for 7 days are 0.17 EUR, for 6 days 0.148 EUR, which is rounded up
    assertThat(early.reviewOn(0)).contains(DUE.plusDays(6));
    assertThat(early.isDecided(1)).isFalse();
    assertThat(table.decide(EVALUATOR, policy, DAY.plusDays(1)).verdict(0)).isEqualTo(Verdict.ACT);
  }

  @Test
  void recordsWhatHappenedWithoutTheAccount() {
    AccountTable table = two();
    Decisions before = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(table.record("A", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
    assertThat(table.record("B", "B-1", LedgerEvent.payment(DAY, eur("100.00")))).isTrue();
    Decisions after = table.decideDue(before, DAY);
    assertThat(after.accountsDecided()).isEqualTo(2);
    assertThat(after.verdict(0)).isEqualTo(Verdict.WAIT);
    assertThat(after.verdict(1)).isEqualTo(Verdict.CLOSED);
  }

  @Test
  void doesNotRecordWhatNumbersDoNotTell() {
    AccountTable table = two();
    assertThat(table.record("C", LedgerEvent.stepTaken(DAY, "reminder"))).isFalse();
    assertThat(table.record("A", "B-1", LedgerEvent.payment(DAY, eur("100.00")))).isFalse();
    assertThat(table.record("A", LedgerEvent.payment(DAY, eur("100.00")))).isFalse();
    Money dollars = Money.of("100.00", CurrencyUnit.of("USD"));
    assertThat(table.record("A", "A-1", LedgerEvent.payment(DAY, dollars))).isFalse();
    assertThat(table.record("A", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
    LedgerEvent earlier = LedgerEvent.stepTaken(DAY.minusDays(1), "reminder");
    assertThat(table.record("A", earlier)).isFalse();
  }

  @Test
  void recordsWhatHappenedInAnAccountThatItKeeps() {
    Account kept =
        account("K", history("K-1", eur("100.00"), DUE))
            .with(LedgerEvent.promise(DAY.minusDays(9), eur("1.00"), DAY.plusDays(9)));
    AccountTable table = new AccountTable().put(kept);
    assertThat(table.accountsKept()).isOne();
    String customer = kept.customer().id();
    assertThat(table.record(customer, "K-2", LedgerEvent.payment(DAY, eur("1.00")))).isFalse();
    assertThat(table.record(customer, "K-1", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
  }

  @Test
  void decidesAboutEachOpenInvoiceIfThePolicyDoes() {
    AccountTable table = new AccountTable();
    table
        .row("A")
        .invoice("1", EUR, 10_000, DUE_DAY - 30, DUE_DAY)
        .paid(DUE_DAY, 10_000)
        .invoice("2", EUR, 10_000, DUE_DAY - 30, DUE_DAY)
        .invoice(EUR, 10_000, DUE_DAY - 30, DUE_DAY + 9)
        .put();
    Decisions decisions = table.decide(EVALUATOR, Policies.draft().build(), DAY);
    assertThat(decisions.size()).isEqualTo(2);
    assertThat(decisions.account(1)).isZero();
    assertThat(decisions.invoice(0)).contains("2");
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.invoice(1)).isEmpty();
    assertThat(decisions.verdict(1)).isEqualTo(Verdict.NOT_DUE);
  }

  /** The payment pays the interest first, so that a part of the invoice is left to pay. */
  @Test
  void decidesAboutAnInvoiceOfWhichAPaymentPaidChargesFirst() {
    DunningPolicy each =
        Policies.draft()
            .charges(
                ChargeRules.of(LateInterest.fixed(Percentage.percent("9")))
                    .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL))
            .build();
    Account paid =
        account(
            "A",
            history("A-1", eur("5.00"), DUE, LedgerEvent.payment(DUE, eur("5.00"))),
            history("A-2", eur("100.00"), DUE, LedgerEvent.payment(DAY, eur("100.00"))));
    AccountTable table = AccountTable.of(List.of(paid)).accountsFrom(c -> paid);
    Decisions decisions = table.decide(EVALUATOR, each, DAY);
    assertThat(decisions.size()).isEqualTo(1);
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.invoice(0)).contains("A-2");
  }

  @Test
  void saysWhatHolds() {
    AccountTable table = new AccountTable();
    table.row("A").invoice(EUR, 500, DUE_DAY, DUE_DAY).hold(DUE_DAY).put();
    table.row("B").invoice(EUR, 500, DUE_DAY, DUE_DAY).disputed(DUE_DAY).put();
    table.row("C").invoice(EUR, 500, DUE_DAY, DUE_DAY).promise(DUE_DAY, DUE_DAY + 9).put();
    table.row("D").invoice(EUR, 500, DUE_DAY, DUE_DAY).hold(DUE_DAY, DUE_DAY + 7).put();
    Decisions decisions = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(decisions.heldBy(0)).contains(Decisions.HeldBy.RECORDED);
    assertThat(decisions.heldBy(1)).contains(Decisions.HeldBy.DISPUTE);
    assertThat(decisions.heldBy(2)).contains(Decisions.HeldBy.PROMISE);
    assertThat(decisions.reviewOn(2)).contains(DUE.plusDays(10));
    assertThat(decisions.heldBy(3)).contains(Decisions.HeldBy.RECORDED);
    assertThat(decisions.reviewOn(3)).contains(DUE.plusDays(8));
  }

  @Test
  void anAccountThatIsPutAgainReplacesWhatWasKnown() {
    AccountTable table = two();
    table.row("A").invoice(EUR, 10_000, DUE_DAY, DUE_DAY).step("reminder", DUE_DAY + 3).put();
    assertThat(table.size()).isEqualTo(2);
    Decisions decisions = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.WAIT);
    assertThat(decisions.step(0)).contains("notice");
    assertThat(decisions.reviewOn(0)).contains(DUE.plusDays(14));
  }

  @Test
  void anInvoiceThatIsPutAgainWithoutItsNumberHasNone() {
    AccountTable table = new AccountTable();
    table.row("C-1").invoice("INV-1", EUR, 10_000, DUE_DAY - 30, DUE_DAY).put();
    table.row("C-1").invoice(EUR, 10_000, DUE_DAY - 30, DUE_DAY).put();
    assertThat(eachOf(table).invoice(0)).isEmpty();
    table.row("C-1").invoice("INV-1", EUR, 10_000, DUE_DAY - 30, DUE_DAY).put();
    assertThat(eachOf(table).invoice(0)).contains("INV-1");
  }

  @Test
  void looksAgainAtWhatIsNewPutAgainOrDue() {
    AccountTable table = two();
    Decisions first = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(first.accountsDecided()).isEqualTo(2);
    assertThat(table.decideDue(first, DAY.plusDays(1)).accountsDecided()).isZero();
    assertThat(table.decideDue(first, DUE.plusDays(31)).accountsDecided()).isEqualTo(1);
    table.row("A").invoice(EUR, 10_000, DUE_DAY, DUE_DAY).step("reminder", DUE_DAY + 3).put();
    table.put(account("C", history("1", eur("1.00"), DUE)));
    Decisions next = table.decideDue(first, DAY);
    assertThat(next.accountsDecided()).isEqualTo(2);
    assertThat(next.size()).isEqualTo(3);
    assertThat(next.step(0)).contains("notice");
    assertThat(next.step(2)).contains("reminder");
  }

  /** A decision for a day before the last event knows nothing about the events after that day. */
  @Test
  void looksAgainAtWhatWasDecidedForADayBeforeTheLastEvent() {
    LedgerEvent paid = LedgerEvent.payment(DUE.plusDays(8), eur("1.00"));
    Account known = account("A", history("1", eur("1.00"), DUE, paid));
    Account kept = known.with(new RestrictionEvent.Hold(DAY.plusDays(90), "", Optional.empty()));
    DunningPolicy each = Policies.draft().build();
    for (Account one :
        List.of(
            known,
            account("A", history("1", eur("1.00"), DUE))
                .with(new StepEvent.StepTaken(DUE.plusDays(8), "reminder", Optional.empty())),
            kept)) {
      AccountTable table = two().accountsFrom(c -> c.equals("A") ? one : null).put(one);
      for (DunningPolicy policy : List.of(POLICY, each)) {
        Decisions early = table.decide(EVALUATOR, policy, DAY);
        Decisions next = table.decideDue(early, DUE.plusDays(9));
        Decisions all = table.decide(EVALUATOR, policy, DUE.plusDays(9));
        assertThat(next.size()).isEqualTo(all.size());
        for (int i = 0; i < all.size(); i++) {
          assertThat(next.customer(i)).isEqualTo(all.customer(i));
          assertThat(next.verdict(i)).isEqualTo(all.verdict(i));
          assertThat(next.reviewOn(i)).isEqualTo(all.reviewOn(i));
        }
      }
    }
  }

  @Test
  void refusesDecisionsOfAnotherTableOrOfALaterDay() {
    AccountTable table = two();
    Decisions later = table.decide(EVALUATOR, POLICY, DAY);
    assertThatThrownBy(() -> table.decideDue(later, DUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("decisions are of a later day than 2026-03-01: 2026-03-06");
    assertThatThrownBy(() -> two().decideDue(later, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("decisions are of another table");
  }

  @Test
  void keepsAnAccountThatNumbersDoNotTell() {
    AccountTable table = new AccountTable();
    table
        .row("A")
        .invoice("1", EUR, 500, DUE_DAY - 30, DUE_DAY)
        .invoice("2", CurrencyUnit.of("JPY"), 500, DUE_DAY - 30, DUE_DAY)
        .put();
    assertThat(table.accountsKept()).isEqualTo(1);
    Decisions decisions = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.recommendation(0).orElseThrow().due()).hasSize(1);
    Decisions each = table.decide(EVALUATOR, Policies.draft().build(), DAY);
    assertThat(each.invoice(1)).contains("2");
  }

  @Test
  void asksForTheAccountWhereStandingsDoNotTell() {
    Account known =
        account("A", history("1", eur("1.00"), DUE))
            .with(new StepEvent.StepTaken(DAY, "reminder", Optional.of(Channel.EMAIL)));
    AccountTable table = AccountTable.of(List.of(known));
    Decisions before = table.decide(EVALUATOR, POLICY, DAY.minusDays(1));
    assertThat(before.isDecided(0)).isFalse();
    assertThat(before.undecided()).isEqualTo(1);
    assertThat(before.recommendation(0)).isEmpty();
    assertThatThrownBy(() -> before.verdict(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing was decided about A\nMaybe say where to find accounts");
    table.accountsFrom(Map.of("A", known)::get);
    Decisions then = table.decide(EVALUATOR, POLICY, DAY.minusDays(1));
    assertThat(then.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(then.recommendation(0).orElseThrow().due()).hasSize(1);
    assertThat(table.decide(EVALUATOR, POLICY, DAY).step(0)).contains("notice");
  }

  @Test
  void oneFailureDoesNotStopTheRest() {
    DunningPolicy broken =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(
                Condition.described(
                    "breaks for B",
                    s -> {
                      if (s.customer().id().equals("B")) {
                        throw new IllegalStateException("broken");
                      }
                      return false;
                    }))
            .build();
    AccountTable table = two().accountsFrom(c -> account(c, history("1", eur("1.00"), DUE)));
    Decisions decisions = table.decide(EVALUATOR, broken, DAY);
    assertThat(decisions.verdict(0)).isEqualTo(Verdict.ACT);
    assertThat(decisions.isDecided(1)).isFalse();
    assertThat(decisions.failures()).hasSize(1);
    assertThat(decisions.failures().get(0).cause()).hasMessage("broken");
  }

  @Test
  void anAccountThatCannotBeFoundIsAFailureAndDoesNotStopTheRest() {
    AccountTable table =
        two()
            .accountsFrom(
                c -> {
                  if (c.equals("A")) {
                    throw new IllegalStateException("no connection");
                  }
                  return account(c, history("1", eur("1.00"), DUE));
                });
    DunningPolicy asksMore =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .holdWhile(Condition.described("never", s -> false))
            .build();
    Decisions decisions = table.decide(EVALUATOR, asksMore, DAY);
    assertThat(decisions.isDecided(0)).isFalse();
    assertThat(decisions.verdict(1)).isEqualTo(Verdict.ACT);
    assertThat(decisions.failures()).hasSize(1);
    assertThat(decisions.failures().get(0).account().customer().id()).isEqualTo("A");
    assertThat(decisions.failures().get(0).account().invoices()).isEmpty();
    assertThat(decisions.failures().get(0).cause()).hasMessage("no connection");
  }

  @Test
  void refusesPlacesThatAreNone() {
    AccountTable table = two();
    Decisions accounts = table.decide(EVALUATOR, POLICY, DAY);
    Decisions invoices = table.decide(EVALUATOR, Policies.draft().build(), DAY);
    for (int i : new int[] {-1, 2, 3, 100}) {
      assertThatThrownBy(() -> table.customer(i)).isInstanceOf(IndexOutOfBoundsException.class);
      for (Decisions each : List.of(accounts, invoices)) {
        assertThatThrownBy(() -> each.account(i)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> each.customer(i)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> each.invoice(i)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> each.isDecided(i)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> each.recommendation(i))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  /** An account that owes nothing any more has no decision, but is not due, either. */
  @Test
  void reviewDatesForgetTheDaysOfAccountsThatAreSettled() {
    DunningPolicy each = Policies.draft().build();
    AccountTable table = two();
    ReviewDates dates = new ReviewDates();
    dates.put(table.decide(EVALUATOR, each, DAY));
    assertThat(dates.dueOn(DUE.plusDays(31))).containsExactly("B");
    table
        .row("B")
        .invoice("B-1", EUR, 10_000, DUE_DAY - 30, DUE_DAY + 30)
        .paid(DUE_DAY, 10_000)
        .put();
    dates.put(table.decide(EVALUATOR, each, DAY));
    assertThat(dates.dueOn(DUE.plusDays(31))).isEmpty();
    assertThat(dates.isDue(account("B"), DUE.plusDays(400))).isFalse();
  }

  @Test
  void reviewDatesRememberDecisions() {
    ReviewDates dates = new ReviewDates();
    dates.put(two().decide(EVALUATOR, POLICY, DAY));
    assertThat(dates.dueOn(DUE.plusDays(30))).isEmpty();
    assertThat(dates.dueOn(DUE.plusDays(31))).containsExactly("B");
    assertThat(dates.isDue(account("A"), DUE.plusDays(400))).isFalse();
    assertThat(dates.isDue(account("C"), DAY)).isTrue();
  }

  @Test
  void saysHowMuchMemoryItTakes() throws IllegalAccessException {
    int count = 60_000;
    AccountTable table = new AccountTable();
    for (int a = 0; a < count; a++) {
      AccountRow row = table.row("customer " + a);
      for (int i = 0; i < 10; i++) {
        row.invoice(a + "-" + i, EUR, 100, DUE_DAY - 30, DUE_DAY + i);
      }
      row.step("reminder", DUE_DAY).put();
    }
    assertThat((double) table.bytes()).isCloseTo(arraysOf(table), within(0.1 * table.bytes()));
    assertThat(table.bytesPerAccount()).isBetween(250.0, 420.0);
    assertThat(table.size()).isEqualTo(count);
  }

  /** The bytes of all arrays that a table holds: the heap tells as much, but not on every day. */
  private static double arraysOf(Object table) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> left = new ArrayDeque<>(List.of(table));
    double bytes = 0;
    while (!left.isEmpty()) {
      Object each = left.pop();
      if (!seen.add(each)) {
        continue;
      }
      if (each.getClass().isArray()) {
        bytes += 16.0 + (double) Array.getLength(each) * widthOf(each.getClass().componentType());
      }
      if (each instanceof Object[] objects) {
        Arrays.stream(objects).filter(Objects::nonNull).forEach(left::add);
      }
      boolean ours = each.getClass().getName().startsWith("io.dunning.");
      for (Field field : ours ? each.getClass().getDeclaredFields() : new Field[0]) {
        field.setAccessible(true);
        boolean holds = !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive();
        if (holds && field.get(each) != null) {
          left.add(field.get(each));
        }
      }
    }
    return bytes;
  }

  private static int widthOf(Class<?> type) {
    return type == byte.class ? 1 : type == short.class ? 2 : type == long.class ? 8 : 4;
  }

  /** Rows that are replaced again and again do not fill the memory. */
  @Test
  void tidiesUpAfterRowsThatWereReplaced() {
    AccountTable table = new AccountTable();
    for (int round = 0; round < 60; round++) {
      for (int a = 0; a < 500; a++) {
        AccountRow row = table.row("C" + a);
        for (int i = 0; i < 40; i++) {
          row.invoice(round + "-" + a + "-" + i, EUR, 100 + round, DUE_DAY - 30, DUE_DAY + i % 7);
        }
        row.put();
      }
    }
    assertThat(table.bytes()).isLessThan(8L * 8 * (1 << 16) * 2);
    assertThat(table.decide(EVALUATOR, POLICY, DAY).verdict(499)).isEqualTo(Verdict.ACT);
    Decisions each = table.decide(EVALUATOR, Policies.draft().build(), DAY);
    assertThat(each.size()).isEqualTo(500 * 40);
    for (int i = 0; i < each.size(); i++) {
      assertThat(each.invoice(i)).contains("59-" + i / 40 + "-" + i % 40);
    }
  }

  @Test
  void textsMayBeLongAndOfAnyScript() {
    String longName = "x".repeat(70_000);
    AccountTable table = new AccountTable();
    for (String each : List.of("Größe", "客户", "y".repeat(253), "z".repeat(300))) {
      table.row(each).invoice(each + "1", EUR, 5, DUE_DAY, DUE_DAY).put();
    }
    Decisions decisions = table.decide(EVALUATOR, Policies.draft().build(), DAY);
    assertThat(decisions.customer(0)).isEqualTo("Größe");
    assertThat(decisions.invoice(0)).contains("Größe1");
    assertThat(decisions.customer(1)).isEqualTo("客户");
    assertThat(decisions.customer(2)).hasSize(253);
    assertThat(decisions.invoice(2)).contains("y".repeat(253) + "1");
    assertThat(decisions.customer(3)).hasSize(300);
    assertThatThrownBy(() -> table.row(longName).put())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text has more than 65,535 bytes: 70000");
  }

  @Test
  void namesWhatIsMissing() {
    AccountTable table = two();
    Decisions last = table.decide(EVALUATOR, POLICY, DAY);
    assertMissing("evaluator", () -> table.decide(null, POLICY, DAY));
    assertMissing("policy", () -> table.decide(EVALUATOR, null, DAY));
    assertMissing("asOf", () -> table.decide(EVALUATOR, POLICY, null));
    assertMissing("pool", () -> table.decide(EVALUATOR, POLICY, DAY, null));
    assertMissing("last", () -> table.decideDue(null, DAY));
    assertMissing("last", () -> table.decideDue(null, DAY, null));
    assertMissing("asOf", () -> table.decideDue(last, null));
    assertMissing("pool", () -> table.decideDue(last, DAY, null));
    assertMissing("latest", () -> new ReviewDates().put((Decisions) null));
    assertMissing("latest", () -> new ReviewDates().put((AccountRecommendation) null));
  }

  private static void assertMissing(String name, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
  }

  @Test
  void refusesCustomersThatAreNoText() {
    AccountTable table = new AccountTable();
    table.row("a?").invoice(EUR, 5, DUE_DAY, DUE_DAY).put();
    for (String id : List.of("a\uD800", "a\uD801", "\uDC00a", "a\uDC00\uD800")) {
      assertThatThrownBy(() -> table.row(id).put())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("text is not well-formed UTF-16: " + id);
      assertThatThrownBy(() -> table.put(account(id)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("text is not well-formed UTF-16: " + id);
    }
    assertThat(table.row("a\uD83D\uDE00").put().customer(1)).isEqualTo("a\uD83D\uDE00");
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void keepsAnAccountWithAnInvoiceNumberThatDoesNotFit() {
    for (String number : List.of("x".repeat(70_000), "ü".repeat(40_000), "1\uD800")) {
      Account known =
          account("A", history("1", eur("1.00"), DUE), history(number, eur("1.00"), DUE));
      AccountTable table = new AccountTable().putAll(AccountTable.of(List.of(known)));
      assertThat(table.accountsKept()).isEqualTo(1);
      Decisions each = table.decide(EVALUATOR, Policies.draft().build(), DAY);
      assertThat(each.invoice(0)).contains("1");
      assertThat(each.invoice(1)).contains(number);
      assertThat(each.verdict(1)).isEqualTo(Verdict.ACT);
    }
  }

  @Test
  void refusesWhatCannotBe() {
    AccountTable table = new AccountTable();
    AccountRow row = table.row("A");
    assertThatThrownBy(() -> row.paid(1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("account of A has no invoice yet");
    assertThatThrownBy(() -> row.invoice("1", EUR, -1, 0, 0))
        .hasMessage("amount of invoice 1 is negative: -1");
    row.invoice("1", EUR, 100, 0, 0);
    assertThatThrownBy(() -> row.paid(1, -1)).hasMessage("payment is negative: -1");
    assertThatThrownBy(() -> row.promise(5, 4)).hasMessage("promise of day 5 ends earlier: 4");
    assertThatThrownBy(() -> row.hold(5, 4)).hasMessage("hold of day 5 ends earlier: 4");
    assertThat(row).hasToString("account of A: 1 invoices, 0 steps");
    assertThat(table.size()).isZero();
  }

  @Test
  void manyAccountsAreFoundAgain() {
    AccountTable table = new AccountTable();
    for (int round = 0; round < 2; round++) {
      for (int a = 0; a < 20_000; a++) {
        table.row("C" + a).invoice(EUR, 100, DUE_DAY, DUE_DAY + a % 9).put();
      }
    }
    assertThat(table.size()).isEqualTo(20_000);
    assertThat(table.customer(12_345)).isEqualTo("C12345");
    LedgerEvent paid = LedgerEvent.payment(DAY, eur("1.00"));
    table.put(account("C12345", history("1", eur("1.00"), DUE, paid)));
    assertThat(table.size()).isEqualTo(20_000);
    assertThat(table.decide(EVALUATOR, POLICY, DAY).verdict(12_345)).isEqualTo(Verdict.CLOSED);
  }

  @Test
  void aHoldNamesThePartOfTheRuleThatHoldsAsTheEvaluatorDoes() {
    Account account =
        Account.of(Customer.of("C"), List.of(history("I", Money.eur("100.00"), DUE)))
            .with(LedgerEvent.candidateReceipt(DUE.plusDays(2), "R", Money.eur("100.00"), "ACME"));
    LocalDate day = DUE.plusDays(4);
    DunningPolicy policy =
        DunningPolicy.named("test")
            .ladder(
                EscalationLadder.of(
                    EscalationStep.step("one")
                        .at(Trigger.daysPastDue(3))
                        .take(DunningAction.sendReminder(Channel.EMAIL))))
            .build();
    Decisions all =
        AccountTable.of(List.of(account)).accountsFrom(c -> account).decide(EVALUATOR, policy, day);
    assertThat(all.rule(0)).isEqualTo(Rule.RECEIPT_PROPOSED);
  }

  /** A policy whose condition no row tells. */
  private static DunningPolicy askingMore() {
    return Policies.draft()
        .per(AccountRules.Unit.ACCOUNT)
        .holdWhile(Condition.described("never", s -> false))
        .build();
  }

  @Test
  void refusesTheAccountOfAnotherCustomer() {
    String message =
        "account of B was found for customer A\nMaybe look at where accounts are found";
    AccountTable table = two().accountsFrom(c -> account("B", history("1", eur("1.00"), DUE)));
    Decisions decisions = table.decide(EVALUATOR, askingMore(), DAY);
    assertThat(decisions.isDecided(0)).isFalse();
    assertThat(decisions.verdict(1)).isEqualTo(Verdict.ACT);
    assertThat(decisions.failures()).hasSize(1);
    assertThat(decisions.failures().get(0).cause()).hasMessage(message);
    assertThat(decisions.failures().get(0).account().customer().id()).isEqualTo("A");
    assertThatThrownBy(() -> decisions.recommendation(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  /** Nobody else knows them: nothing was recorded. */
  @Test
  void reviewDatesNameAccountsAboutWhichNothingWasDecided() {
    ReviewDates dates = new ReviewDates();
    dates.put(two().decide(EVALUATOR, askingMore(), DAY));
    assertThat(dates.dueOn(DAY.minusDays(1))).isEmpty();
    assertThat(dates.dueOn(DAY)).containsExactly("A", "B");
    assertThat(dates.dueOn(DAY.plusDays(1))).containsExactly("A", "B");
    assertThat(dates.isDue(account("A"), DAY)).isTrue();
  }

  private static Decisions eachOf(AccountTable table) {
    return table.decide(EVALUATOR, Policies.draft().build(), DAY);
  }

  private static void assertMoved(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "invoices of A changed after the decisions of 2026-03-06\n"
                + "Maybe ask for their numbers before you record payments or put the account");
  }

  @Test
  void namesNoOtherInvoiceOnceOneIsPaid() {
    for (CurrencyUnit second : new CurrencyUnit[] {EUR, CurrencyUnit.of("JPY")}) {
      AccountTable table = two();
      table
          .row("A")
          .invoice("I1", EUR, 100, DUE_DAY - 30, DUE_DAY)
          .invoice("I2", second, 200, DUE_DAY - 30, DUE_DAY)
          .put();
      Decisions decisions = eachOf(table);
      assertThat(decisions.invoice(0)).contains("I1");
      assertThat(table.record("A", "I1", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
      assertThat(decisions.invoice(1)).as("a step moves no invoice").contains("I2");
      assertThat(table.record("A", "I1", LedgerEvent.payment(DAY, eur("0.40")))).isTrue();
      assertThat(table.record("A", "I1", LedgerEvent.payment(DAY, eur("0.60")))).isTrue();
      assertMoved(() -> decisions.invoice(0));
      assertMoved(() -> decisions.invoice(1));
      assertThat(decisions.invoice(2)).contains("B-1");
      assertThat(eachOf(table).invoice(0)).contains("I2");
    }
  }

  @Test
  void namesNoOtherInvoiceOnceTheAccountIsPutAgain() {
    Account before = account("A", history("I1", eur("1.00"), DUE), history("I2", eur("1.00"), DUE));
    LedgerEvent owed = LedgerEvent.promise(DAY, eur("1.00"), DAY.plusDays(9));
    for (Account each : List.of(before, before.with(owed))) {
      AccountTable table = new AccountTable().put(each);
      Decisions decisions = eachOf(table);
      table.put(each.with(LedgerEvent.stepTaken(DAY, "reminder")));
      assertThat(decisions.invoice(1)).as("the same invoices").contains("I2");
      table.put(account("A", history("I2", eur("1.00"), DUE), history("I3", eur("1.00"), DUE)));
      assertMoved(() -> decisions.invoice(1));
    }
  }

  private static Map<String, LedgerEvent> notRecorded() {
    return Map.of(
        "credit",
        new MoneyEvent.Credit(DAY, eur("1.00")),
        "payment",
        LedgerEvent.payment(DAY, eur("1.00")),
        "hold",
        new RestrictionEvent.Hold(DAY, "", Optional.empty()),
        "too early",
        LedgerEvent.stepTaken(DAY.minusDays(1), "reminder"));
  }

  /** With a second currency, the table keeps an account. */
  @Test
  void recordsTheSameWhetherItKeepsTheAccountOrNot() {
    for (CurrencyUnit second : new CurrencyUnit[] {EUR, CurrencyUnit.of("JPY")}) {
      AccountTable table = new AccountTable();
      AccountRow row = table.row("A").invoice("1", EUR, 100, DUE_DAY, DUE_DAY).contact(DUE_DAY + 5);
      row.invoice("2", EUR, 100, DUE_DAY, DUE_DAY).paid(DUE_DAY, 100);
      row.invoice(second, 100, DUE_DAY, DUE_DAY).put();
      notRecorded().forEach((why, event) -> assertThat(table.record("A", event)).as(why).isFalse());
      Money dollar = Money.of("1.00", CurrencyUnit.of("USD"));
      LedgerEvent paid = LedgerEvent.payment(DAY, eur("0.10"));
      assertThat(table.record("A", "1", LedgerEvent.payment(DAY, dollar))).isFalse();
      assertThat(table.record("A", "1", new MoneyEvent.Credit(DAY, eur("1.00")))).isFalse();
      assertThat(table.record("A", "1", LedgerEvent.contact(DAY, Channel.PHONE))).isFalse();
      assertThat(table.record("A", "1", LedgerEvent.payment(DUE, eur("0.10")))).isFalse();
      for (String number : List.of("", "2", "3", "(no number 3)")) {
        assertThat(table.record("A", number, paid)).as(number).isFalse();
      }
      assertThat(table.record("a\uD800", "1", paid)).isFalse();
      assertThat(table.record("a\uD800", LedgerEvent.stepTaken(DAY, "reminder"))).isFalse();
      assertThat(table.record("A", "1", paid)).isTrue();
      assertThat(table.record("A", "1", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
      assertThat(table.record("A", LedgerEvent.stepTaken(DAY, "reminder"))).isTrue();
      assertThat(table.record("A", LedgerEvent.contact(DAY, Channel.PHONE))).isTrue();
    }
  }
}
