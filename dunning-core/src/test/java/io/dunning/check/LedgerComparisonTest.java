package io.dunning.check;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.check.LedgerComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerComparisonTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningPolicy BEFORE = policy(REMINDER, NOTICE, DEMAND, AGENCY).build();

  private static InvoiceHistory invoice(String number, String amount, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur(amount), DUE.minusDays(30), DUE)).with(events);
  }

  private static Account account(String id, InvoiceHistory... invoices) {
    return Account.of(Customer.of(id), List.of(invoices));
  }

  /** Four invoices of three customers: a small one, one that is paid soon, and two large ones. */
  private static List<Account> accounts() {
    return List.of(
        account("SMALL", invoice("S-1", "20.00")),
        account("PAYS", invoice("P-1", "100.00", payment(DUE.plusDays(5), eur("100.00")))),
        account("LARGE", invoice("L-1", "100.00"), invoice("L-2", "400.00")));
  }

  private static LedgerComparison compare(DunningPolicy before, DunningPolicy after) {
    return LedgerComparison.of(
        before, after, BusinessCalendar.weekends(), accounts(), DUE, DUE.plusDays(60));
  }

  private static Effect effect(LedgerComparison found, Kind kind) {
    return found.effects().stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    LedgerComparison same = compare(BEFORE, BEFORE);
    assertThat(same.effects()).isEmpty();
    assertThat(same.harsher()).isZero();
    assertThat(same)
        .hasToString(
            """
            faulty -> faulty, 2026-02-14 to 2026-04-15
            4 invoices of 3 customers
            nobody is treated otherwise
            no invoice is treated more harshly\
            """);
  }

  /** What is harsh is not called the same, even if no effect has a name. */
  @Test
  void whoIsTreatedMoreHarshlyIsTreatedOtherwise() {
    LedgerComparison found =
        new LedgerComparison("old", "new", DUE, DUE.plusDays(1), 3, 5, 2, List.of());
    assertThat(found.isEmpty()).isFalse();
    assertThat(found.toString())
        .doesNotContain("otherwise")
        .endsWith("\n2 invoices are treated more harshly");
  }

  @Test
  void countsWhoIsLeftAloneAndWhatTheyOwe() {
    DunningPolicy patient = Redraft.of(BEFORE).minimumAmount(eur("50.00")).build();
    LedgerComparison found = compare(BEFORE, patient);
    assertThat(found.effects())
        .extracting(Effect::kind)
        .containsExactly(
            Kind.CONTACTED_LESS,
            Kind.LEFT_ALONE,
            Kind.NO_LONGER_ESCALATED,
            Kind.NO_LONGER_HANDED_OVER);
    Effect alone = effect(found, Kind.LEFT_ALONE);
    assertThat(alone).hasToString("left alone: 1 invoice of 1 customer, 20.00 EUR open");
    assertThat(alone.extreme())
        .hasToString(
            """
            SMALL S-1
            before: 2026-02-17 reminder
                    2026-02-28 notice
                    2026-03-16 demand
                    2026-03-27 agency
            after:  nothing\
            """);
    assertThat(found.harsher()).isZero();
    assertThat(compare(patient, BEFORE).harsher()).isEqualTo(1);
  }

  /** The notice came when all was open, the demand after a payment. */
  @Test
  void theMoneyIsThatOfTheDayOnWhichTheDemandCame() {
    DunningPolicy without = policy(REMINDER, NOTICE).build();
    Account pays = account("C", invoice("I", "1000.00", payment(DUE.plusDays(20), eur("900.00"))));
    LedgerComparison found =
        LedgerComparison.of(
            policy(REMINDER, NOTICE, DEMAND).build(),
            without,
            BusinessCalendar.weekends(),
            List.of(pays),
            DUE,
            DUE.plusDays(60));
    assertThat(effect(found, Kind.NO_LONGER_ESCALATED))
        .hasToString("no longer escalated: 1 invoice of 1 customer, 100.00 EUR open");
  }

  /** Who pays on day 5 hears nothing of a reminder that comes on day 7. */
  @Test
  void countsInvoicesAndCustomersWhoAreContactedLater() {
    DunningPolicy later = Redraft.withStep(BEFORE, 0, s -> s.at(daysPastDue(7)));
    LedgerComparison found = compare(BEFORE, later);
    Effect contacted = effect(found, Kind.CONTACTED_LATER);
    assertThat(contacted)
        .hasToString(
            "contacted later: 3 invoices of 2 customers, 520.00 EUR open, by 4 days at most");
    assertThat(effect(found, Kind.LEFT_ALONE).extreme().customer()).isEqualTo("PAYS");
    assertThat(found.toString()).contains("\nno invoice is treated more harshly");
    assertThat(found.stories()).contains("contacted later: 3 invoices").contains("  PAYS P-1\n");
  }

  @Test
  void addsUpWhatIsChargedMore() {
    DunningPolicy free =
        policy(REMINDER, NOTICE, DEMAND.take(DunningAction.assessCharges()), AGENCY).build();
    DunningPolicy fee = Redraft.of(free).lateFee(LateFee.flat(eur("5.00")).at("demand")).build();
    assertThat(compare(free, fee).effects())
        .map(Effect::toString)
        .containsExactly(
            "charged more: 3 invoices of 2 customers, 15.00 EUR in charges, by 5.00 EUR at most");
    assertThat(compare(free, fee).stories())
        .contains("before: 2026-02-17 reminder\n")
        .contains("2026-03-16 demand\n")
        .contains("2026-03-16 demand, charges fee of 5.00 EUR\n");
  }

  /** What was paid before the hand-over is not handed over. */
  @Test
  void addsUpWhatWasOpenWhenItFell() {
    Account paying =
        account("PART", invoice("P-2", "100.00", payment(DUE.plusDays(20), eur("40.00"))));
    DunningPolicy later =
        Redraft.withStep(BEFORE, 3, s -> s.at(afterDeadlineOf("demand", calendarDays(6))));
    DunningPolicy soon = Redraft.withStep(BEFORE, 0, s -> s.at(daysPastDue(2)));
    assertThat(effects(paying, BEFORE, later))
        .containsExactly(
            "handed over later: 1 invoice of 1 customer, 60.00 EUR open, by 5 days at most");
    assertThat(effects(paying, later, BEFORE))
        .containsExactly(
            "handed over earlier: 1 invoice of 1 customer, 60.00 EUR open, by 5 days at most");
    assertThat(effects(paying, BEFORE, soon))
        .containsExactly(
            "contacted earlier: 1 invoice of 1 customer, 100.00 EUR open, by 1 day at most");
    DunningPolicy alone =
        Redraft.withStep(BEFORE, 3, s -> new Redraft.StepDraft(s).unapproved().build());
    assertThat(effects(paying, BEFORE, alone))
        .containsExactly("approval lost: 1 invoice of 1 customer, 60.00 EUR open");
  }

  private static List<String> effects(Account account, DunningPolicy before, DunningPolicy after) {
    return LedgerComparison.of(
            before, after, BusinessCalendar.weekends(), List.of(account), DUE, DUE.plusDays(60))
        .effects()
        .stream()
        .map(Effect::toString)
        .toList();
  }

  @Test
  void tellsWhoIsHandedOverWithoutApproval() {
    DunningPolicy alone =
        Redraft.withStep(BEFORE, 3, s -> new Redraft.StepDraft(s).unapproved().build());
    LedgerComparison found = compare(BEFORE, alone);
    assertThat(found.effects()).extracting(Effect::kind).containsExactly(Kind.APPROVAL_LOST);
    assertThat(found.harsher()).isEqualTo(3);
  }

  @Test
  void theOtherWayRoundSaysTheOpposite() {
    DunningPolicy other =
        Redraft.withStep(
            Redraft.of(BEFORE).minimumAmount(eur("50.00")).build(), 1, s -> s.at(daysPastDue(10)));
    Map<Kind, List<Object>> mirrored = new EnumMap<>(Kind.class);
    for (Effect e : compare(BEFORE, other).effects()) {
      mirrored.put(
          PolicyComparisonTest.MIRRORED.get(e.kind()),
          List.of(e.customers(), e.invoices(), e.money(), e.most()));
    }
    Map<Kind, List<Object>> back = new EnumMap<>(Kind.class);
    for (Effect e : compare(other, BEFORE).effects()) {
      back.put(e.kind(), List.of(e.customers(), e.invoices(), e.money(), e.most()));
    }
    assertThat(back).isEqualTo(mirrored).isNotEmpty();
  }

  @Test
  void whatTheCreditorDidThenDoesNotCount() {
    Account dunned = account("D", invoice("D-1", "100.00", stepTaken(DUE.plusDays(3), "reminder")));
    LedgerComparison found =
        LedgerComparison.of(
            BEFORE,
            Redraft.withStep(BEFORE, 0, s -> s.at(daysPastDue(5))),
            BusinessCalendar.weekends(),
            List.of(dunned),
            DUE,
            DUE.plusDays(60));
    assertThat(effect(found, Kind.CONTACTED_LATER).most()).isEqualTo("2 days");
  }

  @Test
  void refusesDaysThatEndBeforeTheyStart() {
    assertThatThrownBy(
            () ->
                LedgerComparison.of(
                    BEFORE, BEFORE, BusinessCalendar.weekends(), List.of(), DUE, DUE.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comparison ends before it starts: 2026-02-14..2026-02-13");
  }

  private static PolicySet largeHas(DunningPolicy policy) {
    return PolicySet.byDefault(BEFORE).forCustomer("LARGE", policy);
  }

  /** The policies are the same; what differs is who has which. */
  @Test
  void eachDebtHasThePolicyThatItsSetGivesIt() {
    DunningPolicy late =
        DunningPolicy.named("late")
            .ladder(EscalationLadder.of(REMINDER.at(Trigger.daysPastDue(30))))
            .build();
    PolicySet before = largeHas(late);
    PolicySet after = largeHas(BEFORE).forSegment("none has it", late);
    LedgerComparison found =
        LedgerComparison.of(
            before, after, BusinessCalendar.weekends(), accounts(), DUE, DUE.plusDays(60));
    assertThat(found.before()).isEqualTo("faulty, late");
    assertThat(effect(found, Kind.CONTACTED_EARLIER).invoices()).isEqualTo(2);
    assertThat(effect(found, Kind.CONTACTED_EARLIER).customers()).isEqualTo(1);
    assertThat(found.harsher()).isEqualTo(2);
    assertThat(
            LedgerComparison.of(
                    before, before, BusinessCalendar.weekends(), accounts(), DUE, DUE.plusDays(60))
                .isEmpty())
        .isTrue();
  }
}
