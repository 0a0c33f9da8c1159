package io.dunning.behaviour;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.behaviour.RiskBand.CHRONIC;
import static io.dunning.behaviour.RiskBand.OFTEN_LATE;
import static io.dunning.behaviour.RiskBand.PROMPT;
import static io.dunning.behaviour.RiskBand.SEVERE;
import static io.dunning.behaviour.RiskBand.SOMETIMES_LATE;
import static io.dunning.behaviour.RiskBand.UNKNOWN;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.action.Channel;
import io.dunning.behaviour.Scorecard.Characteristic;
import io.dunning.behaviour.Scorecard.Fact;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payment history says, number by number. */
class PaymentProfileTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 10);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 31);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory paid(String number, Money amount, int due, int days) {
    return history(number, amount, day(due), new MoneyEvent.Payment(day(due + days), amount));
  }

  /** Invoices of 100 euros, due ten days apart, paid so many days after. */
  private static Account paid(int... days) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      all.add(paid("I" + i, eur("100.00"), 10 * i, days[i]));
    }
    return account("C", all);
  }

  private static Optional<BigDecimal> number(String value) {
    return Optional.of(new BigDecimal(value));
  }

  @Test
  void averagesAreExactAndRoundedOnce() {
    Account account =
        account(
            "C",
            paid("A", eur("1000.00"), 0, 5),
            paid("B", eur("4000.00"), 10, 20),
            paid("C", eur("5000.00"), 20, -2));
    PaymentProfile profile = PaymentProfile.of(account, LATER);
    assertThat(profile.settled()).isEqualTo(3);
    assertThat(profile.late()).isEqualTo(2);
    assertThat(profile.lateRatio()).isEqualTo(number("0.6667"));
    assertThat(profile.lateAmountRatio()).isEqualTo(number("0.5000"));
    assertThat(profile.averageDaysVsDue()).isEqualTo(number("7.6667"));
    assertThat(profile.averageDaysLate()).isEqualTo(number("8.3333"));
    assertThat(profile.averageDaysLateWhenLate()).isEqualTo(number("12.5000"));
    assertThat(profile.weightedDaysLate()).isEqualTo(number("8.5000"));
    // weighted average days beyond terms, early counts negative: the textbook's 7.5
    assertThat(profile.weightedDaysVsDue()).isEqualTo(number("7.5000"));
    assertThat(profile.maximumDaysVsDue()).hasValue(20);
    assertThat(profile.daysVsDue()).containsExactly(5L, -2L, 20L);
  }

  /** Business Central's own tests, before their rounding to whole days. */
  @Test
  void averagesAgreeWithAnotherSystem() {
    Map<String, Table.Row> rows = new TreeMap<>();
    Table.rows("peers/bc_payment_statistics.csv").forEach(r -> rows.put(r.get("case_id"), r));
    assertThat(rows.get("BCP-avg-1").get("expected")).contains("= 6");
    assertThat(PaymentProfile.of(paid(7, 4), LATER).averageDaysVsDue()).isEqualTo(number("5.5000"));
    InvoiceHistory inParts =
        InvoiceHistory.of(Invoice.of("P", eur("100.00"), day(-30), day(0)))
            .with(
                new MoneyEvent.Payment(day(-3), eur("40.00")),
                new MoneyEvent.Payment(day(2), eur("60.00")));
    Account account = account("C", paid("A", eur("9.00"), 0, -12), inParts);
    assertThat(rows.get("BCP-avg-2").get("expected")).contains("= -5");
    assertThat(PaymentProfile.of(account, LATER).averageDaysVsDue()).isEqualTo(number("-5.0000"));
  }

  @Test
  void knowsNothingFromAfterItsDay() {
    Account account = paid(3, 12, -4);
    PaymentProfile early = PaymentProfile.of(account, day(10));
    assertThat(early.settled()).isEqualTo(1);
    assertThat(early.invoices()).isEqualTo(3);
    assertThat(early.overdue()).isZero();
    assertThat(PaymentProfile.of(account, day(11)).overdue()).isEqualTo(1);
    assertThat(PaymentProfile.of(account, day(2)).lateRatio()).isEmpty();
  }

  @Test
  void onlyInvoicesSettledByMoneyTell() {
    Invoice invoice = Invoice.of("V", eur("10.00"), day(-30), day(0));
    List<InvoiceHistory> all =
        List.of(
            InvoiceHistory.of(invoice).with(new MoneyEvent.Voided(day(3))),
            InvoiceHistory.of(Invoice.of("C", eur("10.00"), day(-30), day(0)))
                .with(new MoneyEvent.Credit(day(3), eur("10.00"))),
            InvoiceHistory.of(Invoice.of("W", eur("10.00"), day(-30), day(0)))
                .with(new MoneyEvent.WrittenOff(day(3))));
    PaymentProfile profile = PaymentProfile.of(account("C", all), day(4));
    assertThat(profile.settled()).isZero();
    assertThat(profile.invoices()).isEqualTo(2);
    assertThat(profile).hasToString("0 settled, 0 late, 1 written off: severe");
    PaymentProfile others = PaymentProfile.of(account("C", all.subList(0, 2)), day(4));
    assertThat(others.band()).isEqualTo(UNKNOWN);
    assertThat(others).hasToString("0 settled, 0 late: unknown");
  }

  @Test
  void whatWasWrittenOffIsSevereWhileTheWindowReachesBackToIt() {
    InvoiceHistory lost =
        InvoiceHistory.of(Invoice.of("W", eur("10.00"), day(-30), day(0)))
            .with(new MoneyEvent.WrittenOff(day(3)));
    Account account = paid(0, 0, 0).with(lost);
    assertThat(PaymentProfile.of(account, LATER).band()).isEqualTo(SEVERE);
    ProfileScope month = ProfileScope.ALL.within(Days.calendarDays(30)).judgedFrom(2);
    PaymentProfile last = PaymentProfile.of(account, day(32), month);
    assertThat(last.band()).isEqualTo(SEVERE);
    assertThat(last.bandChangesOnDay()).isLessThanOrEqualTo(day(33).toEpochDay());
    assertThat(PaymentProfile.of(account, day(33), month).band()).isEqualTo(PROMPT);
  }

  @Test
  void trendUsualDayAndLatest() {
    PaymentProfile worse = PaymentProfile.of(paid(0, 0, 6, 8, 10), LATER);
    assertThat(worse.trend()).isEqualTo(number("8.0000"));
    assertThat(worse.lateOfLatestThree()).isEqualTo(3);
    assertThat(worse.wasLatestLate()).isTrue();
    assertThat(worse.lastSettled()).contains(day(50));
    assertThat(PaymentProfile.of(paid(5, 5, 5), LATER).trend()).isEmpty();
    PaymentProfile monthly =
        PaymentProfile.of(paid(5, 26, 14), LATER); // 15 January, 15 February, 13 February
    assertThat(monthly.usualDayOfMonth()).hasValue(15);
    assertThat(PaymentProfile.of(paid(5, 26), LATER).usualDayOfMonth()).isEmpty();
  }

  @Test
  void settlementsOlderThanTheWindowDropOut() {
    Account account = paid(5, 0, 0);
    ProfileScope month = ProfileScope.ALL.within(Days.calendarDays(30));
    PaymentProfile full = PaymentProfile.of(account, day(34), month);
    assertThat(full.settled()).isEqualTo(3);
    assertThat(full.changesOnDay()).isEqualTo(day(35).toEpochDay());
    assertThat(PaymentProfile.of(account, day(35), month).settled()).isEqualTo(2);
    assertThat(PaymentProfile.ahead(account, day(34), day(35), month).settled()).isEqualTo(2);
  }

  @Test
  void promisesCountOnceTheyAreKeptOrBroken() {
    InvoiceHistory promised =
        InvoiceHistory.of(Invoice.of("P", eur("100.00"), day(-30), day(0)))
            .with(new AgreementEvent.PromiseToPay(day(2), Optional.empty(), day(9)));
    Account account = account("C", promised);
    PaymentProfile running = PaymentProfile.of(account, day(9));
    assertThat(running.promisesBroken()).isZero();
    assertThat(running.changesOnDay()).isEqualTo(day(10).toEpochDay());
    PaymentProfile over = PaymentProfile.ahead(account, day(9), day(10), ProfileScope.ALL);
    assertThat(over.promisesBroken()).isEqualTo(1);
    assertThat(over.toString()).contains("promises 0 kept and 1 broken, 1 overdue now");
  }

  @Test
  void answersWithinAWeekCount() {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("A", eur("100.00"), day(-30), day(0)))
            .with(
                LedgerEvent.stepTaken(day(3), "reminder", Channel.EMAIL),
                new ContactEvent.CustomerReplied(day(10), "soon"),
                new ContactEvent.Contact(day(20), Channel.PHONE),
                new MoneyEvent.Payment(day(28), eur("100.00")));
    Account account = account("C", history).with(new ContactEvent.Contact(day(25), Channel.PHONE));
    PaymentProfile profile = PaymentProfile.of(account, LATER);
    assertThat(profile.contacts()).isEqualTo(3);
    // the reminder on its seventh day, and the call of the 25th; the call of the 20th on the eighth
    assertThat(profile.contactsAnswered()).isEqualTo(2);
    assertThat(PaymentProfile.of(account, day(9)).contactsAnswered()).isZero();
    ProfileScope week = ProfileScope.ALL.within(Days.calendarDays(7));
    assertThat(PaymentProfile.of(account, day(26), week).contacts()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "PROMPT, 0 0 0 0 0 0 0 0 0 5",
    "SOMETIMES_LATE, 0 0 0 0 0 0 0 0 5",
    "SOMETIMES_LATE, 0 0 0 5 5",
    "OFTEN_LATE, 0 5 5",
    "OFTEN_LATE, 0 5 5 5",
    "CHRONIC, 0 5 5 5 5",
    "CHRONIC, 10 10 10",
    "SEVERE, 11 11 11",
    // one or two invoices tell little
    "UNKNOWN, 2",
    "UNKNOWN, 0 0",
    "UNKNOWN, 11 60"
  })
  void bandsGoByTheShareOfLateInvoices(RiskBand band, String days) {
    int[] each = List.of(days.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    assertThat(PaymentProfile.of(paid(each), LATER).band()).isEqualTo(band);
  }

  @Test
  void bandsJudgeByAsManyInvoicesAsOneSays() {
    Account twice = paid(2, 2);
    assertThat(PaymentProfile.of(twice, LATER).leastSettled()).isEqualTo(3);
    assertThat(PaymentProfile.of(twice, LATER, ProfileScope.ALL.judgedFrom(2)).band())
        .isEqualTo(CHRONIC);
    assertThat(PaymentProfile.of(paid(11), LATER, ProfileScope.ALL.judgedFrom(1)).band())
        .isEqualTo(SEVERE);
    ProfileScope four =
        ProfileScope.ALL
            .judgedFrom(4)
            .inCurrency(eur("1.00").currency())
            .within(Days.calendarDays(900));
    assertThat(PaymentProfile.of(paid(2, 2, 2), LATER, four).band()).isEqualTo(UNKNOWN);
    assertThat(PaymentProfile.of(paid(), LATER, ProfileScope.ALL.judgedFrom(1)).band())
        .isEqualTo(UNKNOWN);
    assertThatThrownBy(() -> ProfileScope.ALL.judgedFrom(0))
        .hasMessage("a customer is judged by 1 settled invoice or more, not 0");
  }

  @Test
  void anInvoiceNinetyDaysOverdueIsSevereWhateverWasPaid() {
    Invoice open = Invoice.of("O", eur("10.00"), day(-30), day(0));
    Account account = paid(0, 0, 0).with(InvoiceHistory.of(open));
    assertThat(PaymentProfile.of(account, day(90)).band()).isEqualTo(PROMPT);
    assertThat(PaymentProfile.of(account, day(90)).changesOnDay()).isEqualTo(day(91).toEpochDay());
    assertThat(PaymentProfile.of(account, day(91)).band()).isEqualTo(SEVERE);
    assertThat(List.of(SOMETIMES_LATE, OFTEN_LATE, CHRONIC))
        .hasToString("[sometimes late, often late, chronic]");
  }

  /** Oracle's example of a scoring component. */
  @Test
  void aCharacteristicGivesThePointsOfTheRangeAValueLiesIn() {
    Characteristic overdue =
        new Characteristic(
            Fact.OVERDUE, new TreeMap<>(Map.of(0, 100, 1000, 50, 5000, 25, 10000, 10)));
    Characteristic delinquencies =
        new Characteristic(Fact.OVERDUE, new TreeMap<>(Map.of(0, 100, 10, 50, 20, 25, 40, 10)));
    List<Integer> found =
        List.of(overdue.pointsOf(4999), overdue.pointsOf(5000), delinquencies.pointsOf(20));
    List<Integer> expected =
        Table.rows("peers/scoring_kpi.csv")
            .filter(r -> r.get("case_id").startsWith("OR-score"))
            .map(r -> Integer.parseInt(r.get("expected")))
            .toList();
    assertThat(found).isEqualTo(expected);
    assertThat(overdue.pointsOf(-1)).isZero();
  }

  @Test
  void theStandardScorecardPrintsItsPoints() {
    Scorecard card = Scorecard.standard();
    assertThat(card.score(PaymentProfile.of(paid(0, -3, 4, 12), LATER)))
        .hasToString(
            "67% at -10 points (late ratio 50: +5, late of latest three 2: -5, average days 4: -10)");
    assertThat(card.score(PaymentProfile.of(paid(20, 20, 20), LATER)))
        .hasToString(
            "96% at 65 points (late ratio 100: +25, late of latest three 3: +20, average days 20:"
                + " +20)");
    assertThat(card.score(PaymentProfile.of(paid(-5, -5, -5), LATER)).probability())
        .isEqualTo(percent("32"));
    assertThat(card.score(PaymentProfile.of(paid(), LATER))).hasToString("74% at 0 points");
    for (Account each : List.of(paid(), paid(3), paid(-1, 30, 2), paid(0, 0, 0, 0, 40))) {
      PaymentProfile profile = PaymentProfile.of(each, LATER);
      assertThat(card.probability(profile)).isEqualTo(card.score(profile).probability());
    }
  }

  @Test
  void aModelOfOnesOwnPlugsIn() {
    RiskModel own = RiskModel.described("half of all", p -> percent("50"));
    assertThat(own)
        .hasToString("half of all")
        .isEqualTo(RiskModel.described("half of all", p -> percent("1")));
    assertThat(own.probability(PaymentProfile.of(paid(), LATER))).isEqualTo(percent("50"));
    assertThatThrownBy(() -> RiskModel.described(" ", p -> percent("50")))
        .hasMessage("a risk model needs words that identify it");
  }

  @Test
  void aModelThatDoesNotSayWhatItReadsIsAskedAgainTheNextDay() {
    PaymentProfile profile = PaymentProfile.of(paid(3), day(60), ProfileScope.ALL);
    RiskModel anything = RiskModel.described("mine", p -> percent("50"));
    assertThat(anything.dailyReview()).isTrue();
    assertThat(anything.changesOnDay(profile)).isEqualTo(day(61).toEpochDay());
    RiskModel declared =
        RiskModel.described("mine", p -> percent("50"), RiskModel.Reads.SETTLED_INVOICES);
    assertThat(declared.dailyReview()).isFalse();
    assertThat(declared.changesOnDay(profile)).isEqualTo(Long.MAX_VALUE);
    assertThat(Scorecard.standard().dailyReview()).isFalse();
  }

  @Test
  void contactsChangeWhenTheFirstOneLeavesTheWindow() {
    Account account =
        account(
            "C",
            history(
                "I",
                eur("10.00"),
                day(0),
                new ContactEvent.Contact(day(5), Channel.PHONE),
                new ContactEvent.Contact(day(7), Channel.PHONE)));
    ProfileScope ten = ProfileScope.ALL.within(Days.calendarDays(10));
    assertThat(PaymentProfile.of(account, day(8)).contactsChangeOnDay()).isEqualTo(Long.MAX_VALUE);
    assertThat(PaymentProfile.of(account, day(4), ten).contactsChangeOnDay())
        .isEqualTo(Long.MAX_VALUE);
    PaymentProfile two = PaymentProfile.of(account, day(8), ten);
    assertThat(two.contactsChangeOnDay()).isEqualTo(day(15).toEpochDay());
    assertThat(PaymentProfile.of(account, day(15), ten).contacts()).isEqualTo(1);
    assertThat(PaymentProfile.of(account, day(15), ten).contactsChangeOnDay())
        .isEqualTo(day(17).toEpochDay());
    RiskModel model =
        RiskModel.described(
            "by contacts", p -> percent("" + 10 * p.contacts()), RiskModel.Reads.CONTACTS);
    assertThat(model.changesOnDay(two)).isEqualTo(day(15).toEpochDay());
  }

  @Test
  void aReportAsksWithoutHindsight() {
    // four invoices; when asked five days before its due date, each knows the ones settled before
    Account account = paid(8, 12, -2, 3);
    RiskReport report =
        RiskReport.of(RiskModel.lateLastTime(), List.of(account), day(0), day(30), 5);
    // 0: nothing known (50), late; 1: nothing known (50), late; 2: I0 known late (100), on time;
    // 3: on day 25 I1 was settled last, late (100), late
    assertThat(report.asked()).isEqualTo(4);
    assertThat(report.late()).isEqualTo(3);
    assertThat(report.byProbability())
        .hasToString("{50%=Count[asked=2, late=2], 100%=Count[asked=2, late=1]}");
    // pairs of the one on time: lost twice, tied once
    assertThat(report.ranking()).contains(new BigDecimal("0.1667"));
    assertThat(report).hasToString("4 asked, 3 late (0.7500), ranking 0.1667");
    RiskReport none = RiskReport.of(RiskModel.lateLastTime(), List.of(), day(0), day(30), 5);
    assertThat(none).hasToString("0 asked, 0 late (0)");
  }

  @Test
  void aReportRanksNothingWhereAllWereLate() {
    RiskReport report =
        RiskReport.of(RiskModel.lateLastTime(), List.of(paid(8, 12)), day(0), day(30), 5);
    assertThat(report.ranking()).isEmpty();
    assertThat(report).hasToString("2 asked, 2 late (1.0000)");
  }

  @Test
  void sharesAndAveragesAreComparedWithoutRounding() {
    PaymentProfile third = PaymentProfile.of(paid(5, 0, 0), LATER);
    assertThat(third.isLateRatioAtLeast(new BigDecimal("33.33"))).isTrue();
    assertThat(third.isLateRatioAtLeast(new BigDecimal("33.34"))).isFalse();
    assertThat(PaymentProfile.of(paid(), LATER).isLateRatioAtLeast(BigDecimal.ZERO)).isFalse();
    PaymentProfile half = PaymentProfile.of(paid(5, 0), LATER);
    assertThat(half.isLateRatioAtLeast(new BigDecimal("50"))).isTrue();
    assertThat(half.isAverageMoreThan(2)).isTrue();
    assertThat(half.isAverageMoreThan(3)).isFalse();
    assertThat(PaymentProfile.of(paid(), LATER).isAverageMoreThan(-9)).isFalse();
    assertThat(half.wasLatestLate()).isFalse();
    assertThat(half.lateAmountRatio()).isEqualTo(number("0.5000"));
  }

  @Test
  void aScopeOfACurrencyLeavesOthersOut() {
    Account two =
        account("C", paid("A", eur("100.00"), 0, 5), paid("B", Money.usd("900.00"), 0, -5));
    PaymentProfile both = PaymentProfile.of(two, LATER);
    assertThat(both.settled()).isEqualTo(2);
    assertThat(both.weightedDaysLate()).isEmpty();
    PaymentProfile dollars =
        PaymentProfile.of(two, LATER, ProfileScope.ALL.inCurrency(Money.usd("0").currency()));
    assertThat(dollars.invoices()).isEqualTo(1);
    assertThat(dollars.late()).isZero();
  }

  @Test
  void keptPromisesCountToo() {
    InvoiceHistory kept =
        InvoiceHistory.of(Invoice.of("K", eur("100.00"), day(-30), day(0)))
            .with(
                new AgreementEvent.PromiseToPay(day(2), Optional.empty(), day(9)),
                new MoneyEvent.Payment(day(9), eur("100.00")));
    PaymentProfile profile = PaymentProfile.of(account("C", kept), LATER);
    assertThat(profile.promisesKept()).isEqualTo(1);
    assertThat(profile.promisesBroken()).isZero();
  }

  @Test
  void isSentElsewhereWithAllItsFacts() throws Exception {
    Account account = paid(3, -2).with(new ContactEvent.Contact(day(0), Channel.PHONE));
    PaymentProfile profile = PaymentProfile.of(account, LATER);
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(profile);
    }
    try (var in =
        new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
      PaymentProfile copy = (PaymentProfile) in.readObject();
      assertThat(copy).hasToString(profile.toString());
      assertThat(copy.contacts()).isEqualTo(1);
      assertThat(copy.contactsAnswered()).isEqualTo(profile.contactsAnswered());
      assertThat(copy.changesOnDay()).isEqualTo(profile.changesOnDay());
    }
  }

  @Test
  void aCardThatAsksForPromisesChangesWithThem() {
    Scorecard own =
        new Scorecard(
            "promises",
            List.of(new Characteristic(Fact.PROMISES_BROKEN, new TreeMap<>(Map.of(1, 30)))),
            new TreeMap<>(Map.of(0, percent("10"), 30, percent("60"))));
    InvoiceHistory promised =
        InvoiceHistory.of(Invoice.of("P", eur("100.00"), day(-30), day(0)))
            .with(new AgreementEvent.PromiseToPay(day(2), Optional.empty(), day(9)));
    Account account = account("C", promised);
    PaymentProfile running = PaymentProfile.of(account, day(9));
    assertThat(own.probability(running)).isEqualTo(percent("10"));
    assertThat(own.changesOnDay(running)).isEqualTo(day(10).toEpochDay());
    assertThat(Scorecard.standard().changesOnDay(running)).isEqualTo(Long.MAX_VALUE);
    assertThat(own.score(PaymentProfile.of(account, day(10))))
        .hasToString("60% at 30 points (promises broken 1: +30)");
    assertThat(own).hasToString("promises promises broken {1=30} to {0=10%, 30=60%}");
    assertThatThrownBy(() -> new Scorecard("empty", List.of(), new TreeMap<>()))
        .hasMessage("a scorecard needs at least one probability: empty");
    RiskModel theirs =
        RiskModel.described("theirs", p -> percent("5"), RiskModel.Reads.INVOICES_AND_PROMISES);
    assertThat(theirs.changesOnDay(running)).isEqualTo(day(10).toEpochDay());
    assertThat(RiskModel.lateLastTime().changesOnDay(running)).isEqualTo(Long.MAX_VALUE);
    assertThat(theirs)
        .isNotEqualTo(own)
        .hasSameHashCodeAs(RiskModel.described("theirs", p -> null));
  }
}
