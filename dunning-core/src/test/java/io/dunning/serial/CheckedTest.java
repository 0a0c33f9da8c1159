package io.dunning.serial;

import static io.dunning.Streams.bytes;
import static io.dunning.Streams.read;
import static io.dunning.Streams.tampered;
import static io.dunning.Streams.tamperedText;
import static io.dunning.Streams.written;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicySet;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.PaymentTerms;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a stream is checked as if it were made anew, whoever wrote the bytes. */
class CheckedTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static final DunningPolicy POLICY =
      DunningPolicy.named("plain")
          .ladder(
              EscalationLadder.of(
                  step("step-a").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("step-b").at(daysPastDue(14)).take(writeOff())))
          .build();

  private static Recommendation recommendation(int daysPastDue) {
    Invoice invoice = Invoice.of("I-1", eur("100.00"), DUE.minusDays(30), DUE);
    Account account = Account.of(Customer.of("C"), List.of(InvoiceHistory.of(invoice)));
    return DunningEvaluator.on(BusinessCalendar.weekends())
        .evaluate(POLICY, account, DUE.plusDays(daysPastDue))
        .recommendations()
        .get(0);
  }

  static Stream<Object> values() {
    DunningPolicy charging =
        DunningPolicy.named("charging")
            .ladder(POLICY.ladder())
            .charges(
                ChargeRules.of(
                    StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness()))
            .settlement(SettlementRule.lumpSum(percent("70")))
            .build();
    return Stream.of(
        eur("-1.50"),
        percent("9.15"),
        ReferenceRates.of("DE"),
        BusinessCalendar.weekends(),
        BusinessCalendar.everyDay()
            .withHolidays(List.of(DUE), new DateSpan(DUE.minusDays(9), DUE.plusDays(9))),
        PaymentTerms.parse("2/10 net 30 EOM"),
        POLICY,
        charging,
        PolicySet.byDefault(POLICY).forCustomer("C", charging).forSegment("s", POLICY),
        recommendation(1),
        recommendation(3));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatWasWritten(Object value) throws IOException, ClassNotFoundException {
    assertThat(read(written(value))).isEqualTo(value).hasToString(value.toString());
  }

  @Test
  void aPolicyWithTwoStepsOfOneNameIsNotRead() throws IOException {
    for (Object value : List.of(POLICY, PolicySet.byDefault(POLICY))) {
      byte[] stream = tampered(value, "step-b", "step-a");
      assertThatThrownBy(() -> read(stream))
          .isInstanceOf(InvalidObjectException.class)
          .hasCauseInstanceOf(InvalidPolicyException.class)
          .hasMessageContaining("step-a");
    }
  }

  @Test
  void aPolicyWithoutANameIsNotRead() throws IOException {
    byte[] stream = tampered(POLICY, "plain", "     ");
    assertThatThrownBy(() -> read(stream)).isInstanceOf(InvalidObjectException.class);
  }

  @Test
  void aRecommendationWithAStepAndAVerdictWithoutOneIsNotRead() throws IOException {
    byte[] stream = tamperedText(recommendation(1), "WAIT", "ACT");
    assertThatThrownBy(() -> read(stream))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("recommendation to act lacks its step");
  }

  @Test
  void aRecommendationWithAForeignLineIsNotRead() throws IOException {
    // the place of the only line, with the flags of one that is overdue and concerned
    byte[] stream = tampered(recommendation(3), bytes(1) + bytes(3), bytes(1) + bytes(9 << 3));
    assertThatThrownBy(() -> read(stream))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("lines of a recommendation do not fit together");
  }

  @Test
  void ratesThatOverlapAreReadAsIfTheyWereAddedAnew() throws IOException, ClassNotFoundException {
    LocalDate march = LocalDate.of(2026, 3, 1);
    ReferenceRates rates =
        ReferenceRates.named("own")
            .with(DUE, DUE.plusDays(9), percent("1"), "first")
            .with(march, march.plusDays(9), percent("2"), "second");
    String year = bytes(march.getYear());
    byte[] overlapping = tampered(rates, year + "\3\1", year + "\2\1");
    assertThat(((ReferenceRates) read(overlapping)).rates())
        .singleElement()
        .hasToString("2% from 2026-02-01 through 2026-03-10");
  }

  @Test
  void aCalendarWithAHolidayOutsideItsDaysIsNotRead() throws IOException {
    BusinessCalendar calendar =
        BusinessCalendar.everyDay()
            .withHolidays(List.of(DUE), new DateSpan(DUE.minusDays(9), DUE.plusDays(9)));
    String year = bytes(DUE.getYear());
    byte[] stream = tampered(calendar, year + "\2\16", year + "\3\16");
    assertThatThrownBy(() -> read(stream))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("holiday lies outside");
  }
}
