package io.dunning.check;

import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DebtorsTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final DunningPolicy POLICY =
      policy(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("50.00")).or(VIP))).build();

  private static List<Debtor> of(DunningPolicy policy) {
    return Debtors.of(Boundary.of(policy), CALENDAR, policy);
  }

  private static Money amount(Debtor debtor) {
    return debtor.account().invoices().get(0).invoice().amount();
  }

  private static LocalDate due(Debtor debtor) {
    return debtor.account().invoices().get(0).invoice().due();
  }

  @Test
  void beginsWithTheMostUsualOne() {
    Debtor first = of(POLICY).get(0);
    assertThat(first.share()).isEqualTo(Debtor.Share.USUAL);
    assertThat(amount(first)).isEqualTo(eur("1000.00"));
    assertThat(due(first).getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
    assertThat(first.first()).isEqualTo(due(first).minusDays(30));
    assertThat(first.account().customer()).isEqualTo(Customer.of("C-1"));
    assertThat(of(POLICY)).filteredOn(d -> d.share() == Debtor.Share.USUAL).hasSize(2);
  }

  @Test
  void standsAtEachEdgeOfWhatThePolicyNames() {
    List<Debtor> all = of(POLICY);
    assertThat(all)
        .extracting(DebtorsTest::amount)
        .contains(eur("49.99"), eur("50.00"), eur("50.01"));
    assertThat(all)
        .extracting(d -> d.account().customer())
        .contains(
            Customer.of("C-1").tagged("vip"),
            Customer.of("C-1").without(Channel.EMAIL),
            Customer.of("C-1").without(Channel.LETTER))
        .doesNotContain(Customer.of("C-1").without(Channel.PHONE));
    assertThat(all)
        .extracting(d -> due(d).getDayOfWeek())
        .contains(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(all).extracting(DebtorsTest::due).contains(LocalDate.of(2025, 2, 28));
    assertThat(all).extracting(d -> d.account().invoices().size()).contains(1, 2);
  }

  @Test
  void hasAPastOnlyIfThePolicyAsksForIt() {
    assertThat(of(POLICY)).noneMatch(d -> d.account().invoices().size() > 2);
    DunningPolicy asking =
        policy(REMINDER, NOTICE.onlyIf(Condition.brokenPromisesAtLeast(1).not())).build();
    assertThat(of(asking)).isNotEmpty();
    DunningPolicy risky =
        policy(REMINDER, NOTICE.onlyIf(Condition.parse("customer is often late or chronic").not()))
            .build();
    assertThat(of(risky))
        .filteredOn(d -> d.account().invoices().size() == 5)
        .hasSize(7)
        .allSatisfy(
            d ->
                assertThat(d.account().invoices().subList(1, 5))
                    .allMatch(h -> h.standingOn(d.first()).balance().openMinor() == 0));
  }

  @Test
  void beginsAfterAPolicyIsLive() {
    LocalDate live = LocalDate.of(2027, 5, 1);
    assertThat(due(of(sound().liveFrom(live).build()).get(0))).isEqualTo(LocalDate.of(2027, 5, 5));
  }

  @Test
  void crossesEdgesForWorldsInWhichNothingHappens() {
    List<Debtor> all = Debtors.crossed(Boundary.of(POLICY), CALENDAR, POLICY);
    assertThat(all).allMatch(d -> d.share() == Debtor.Share.STILL);
    assertThat(all)
        .anyMatch(
            d ->
                amount(d).equals(eur("49.99"))
                    && d.account().customer().tags().contains("vip")
                    && due(d).getDayOfWeek() == DayOfWeek.SUNDAY);
    assertThat(all).extracting(d -> due(d).getDayOfWeek()).contains(DayOfWeek.values());
    assertThat(all).filteredOn(d -> d.account().invoices().size() == 2).hasSize(40);
  }

  /** Eight tags make 256 kinds of customers. */
  @Test
  void saysHowManyCombinationsAreLeftOut() {
    Condition tagged = Condition.never();
    for (String tag : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      tagged = tagged.or(Condition.customerTagged(tag));
    }
    DunningPolicy many = policy(REMINDER, NOTICE.onlyIf(tagged)).build();
    List<Debtor> tried = Debtors.crossed(Boundary.of(many), CALENDAR, many);
    assertThat(Debtors.notTried(Boundary.of(many), CALENDAR, many))
        .hasValueSatisfying(
            s ->
                assertThat(s)
                    .startsWith("only %,d of ".formatted(tried.size() - 40))
                    .endsWith(" combinations of customer, amount and due date were tried"));
    assertThat(Debtors.notTried(Boundary.of(POLICY), CALENDAR, POLICY)).isEmpty();
  }

  /** Where there are too many, debtors are left out evenly: no day of the week is missing. */
  @Test
  void leavesOutEvenly() {
    Condition amounts = Condition.never();
    for (int i = 1; i <= 60; i++) {
      amounts = amounts.or(overdueAtLeast(eur("%d.00".formatted(10 * i))).and(VIP));
    }
    DunningPolicy many = policy(REMINDER, NOTICE.onlyIf(amounts)).build();
    List<Debtor> all = Debtors.crossed(Boundary.of(many), CALENDAR, many);
    assertThat(all).hasSize(2040);
    assertThat(all).extracting(d -> due(d).getDayOfWeek()).contains(DayOfWeek.values());
    assertThat(all).extracting(DebtorsTest::amount).contains(eur("9.99"), eur("600.01"));
    assertThat(Debtors.notTried(Boundary.of(many), CALENDAR, many)).isPresent();
  }

  private static DunningPolicy asking(String... conditions) {
    Condition all = Condition.never();
    for (String each : conditions) {
      all = all.or(Condition.parse(each));
    }
    return policy(REMINDER, NOTICE.onlyIf(all)).build();
  }

  private static long customers(DunningPolicy policy) {
    return of(policy).stream().map(d -> d.account().customer()).distinct().count();
  }

  private static String tag(String name) {
    return "customer tagged " + name;
  }

  /** Sixteen at most, and two more without a channel. */
  @Test
  void combinesWhatCustomersAreAsFarAsThereAreFew() {
    assertThat(customers(asking(tag("a"), tag("b"), tag("c"), tag("d")))).isEqualTo(16 + 2);
    assertThat(customers(asking(tag("a"), tag("b"), tag("c"), tag("d"), tag("e"))))
        .isEqualTo(16 + 1 + 2);
    String one = "customer in segment one";
    String two = "customer in segment two";
    assertThat(customers(asking(tag("a"), tag("b"), tag("c"), one))).isEqualTo(16 + 2);
    assertThat(customers(asking(tag("a"), tag("b"), tag("c"), one, two))).isEqualTo(8 + 2 + 2);
  }

  @Test
  void isWhatThePolicyNames() {
    Condition named =
        Condition.customerFact("plan", "gold")
            .or(Condition.customerInCountry("DE"))
            .or(Condition.customerInSegment("retail"));
    Customer plain = Customer.of("C-1");
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(named)).build()))
        .extracting(d -> d.account().customer())
        .contains(
            plain.with("plan", "gold"),
            plain.inCountry("DE"),
            plain.inSegment("retail"),
            plain.inSegment("retail").inCountry("DE").with("plan", "gold"));
  }

  @Test
  void owesInEachCurrencyThatIsNamed() {
    List<Debtor> all = of(asking("overdue at least 50.00 EUR", "overdue at least 50.00 USD"));
    assertThat(all)
        .extracting(DebtorsTest::amount)
        .contains(eur("1000.00"), Money.usd("1000.00"), Money.usd("49.99"));
    assertThat(all)
        .filteredOn(d -> d.share() == Debtor.Share.EDGE)
        .filteredOn(d -> d.account().customer().equals(Customer.of("C-1")))
        .filteredOn(d -> amount(d).equals(eur("1000.00")))
        .filteredOn(d -> d.account().invoices().size() == 1)
        .extracting(DebtorsTest::due)
        .doesNotContain(due(all.get(0)));
  }

  @Test
  void isDueJustBeforeAndOnAHoliday() {
    LocalDate holiday = LocalDate.of(2025, 4, 18);
    BusinessCalendar calendar =
        CALENDAR.withHolidays(
            List.of(holiday), new DateSpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
    List<Debtor> all = Debtors.of(Boundary.of(POLICY), calendar, POLICY);
    List<LocalDate> dues = all.stream().map(DebtorsTest::due).toList();
    LocalDate first = calendar.holidayAfter(dues.get(0)).orElseThrow();
    assertThat(dues).contains(first, first.minusDays(1));
  }

  @Test
  void leavesOutCombinationsOnceThereAreMoreThanSixtyFour() {
    DunningPolicy six = asking(tag("a"), tag("b"), tag("c"), tag("d"), tag("e"), tag("f"));
    DunningPolicy seven =
        asking(tag("a"), tag("b"), tag("c"), tag("d"), tag("e"), tag("f"), tag("g"));
    assertThat(Debtors.leavesOut(Boundary.of(six), CALENDAR, six)).isFalse();
    assertThat(Debtors.leavesOut(Boundary.of(seven), CALENDAR, seven)).isTrue();
    DunningPolicy segments =
        asking("customer in segment a", "customer in segment b", tag("a"), tag("b"), tag("c"));
    assertThat(Debtors.leavesOut(Boundary.of(segments), CALENDAR, segments)).isFalse();
  }

  @Test
  void paidEarlierInvoicesTenDaysApart() {
    DunningPolicy risky = asking("customer is often late or chronic");
    Debtor prompt =
        of(risky).stream()
            .filter(d -> d.account().invoices().size() == 5)
            .findFirst()
            .orElseThrow();
    LocalDate due = due(prompt);
    assertThat(prompt.account().invoices().subList(1, 5))
        .extracting(h -> h.invoice().due())
        .containsExactly(
            due.minusDays(40), due.minusDays(50), due.minusDays(60), due.minusDays(70));
  }

  /** Of each risk band there is a debtor; who has no past is unknown. */
  @ParameterizedTest
  @EnumSource(RiskBand.class)
  void paysAsInEachRiskBand(RiskBand band) {
    assertThat(of(asking("customer is " + band)))
        .anyMatch(d -> PaymentProfile.of(d.account(), due(d)).band() == band);
  }

  @Test
  void isTriedWithTheMoreEventsTheMoreUsualItIs() {
    Debtor usual = of(POLICY).get(0);
    Debtor edge = new Debtor(usual.account(), usual.first(), Debtor.Share.EDGE);
    Debtor still = new Debtor(usual.account(), usual.first(), Debtor.Share.STILL);
    assertThat(List.of(usual.mostEvents(0), usual.mostEvents(1), usual.mostEvents(3)))
        .containsExactly(0, 1, 3);
    assertThat(List.of(edge.mostEvents(0), edge.mostEvents(1), edge.mostEvents(3)))
        .containsExactly(0, 1, 2);
    assertThat(List.of(still.mostEvents(0), still.mostEvents(3))).containsExactly(0, 0);
  }
}
