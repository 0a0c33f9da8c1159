package io.dunning.charge;

import static io.dunning.charge.Debts.DUE;
import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.StatutoryInterest.Country.FRANCE;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.charge.StatutoryInterest.Country.INDIA;
import static io.dunning.charge.StatutoryInterest.Country.UNITED_KINGDOM;
import static io.dunning.charge.StatutoryInterest.Country.UNITED_STATES;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.calendar.BusinessCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Laws and rates that ship. */
class StatutoryInterestTest {
  @Test
  void ratesAreReplacedWhereTheyOverlap() {
    ReferenceRates rates =
        ReferenceRates.named("base")
            .with(day(0), day(30), percent("1"), "a")
            .with(day(10), day(20), percent("2"), "b");
    assertThat(rates.rates())
        .extracting(ReferenceRates.Rate::toString)
        .containsExactly(
            "1% from 2026-01-31 through 2026-02-09",
            "2% from 2026-02-10 through 2026-02-20", "1% from 2026-02-21 through 2026-03-02");
    assertThat(rates.rateOn(day(-1))).isEmpty();
    assertThat(rates.rateOn(day(31))).isEmpty();
    assertThat(rates.rateOn(day(20)).orElseThrow().source()).isEqualTo("b");
    assertThat(rates).isEqualTo(rates.with(day(10), day(20), percent("2"), "b"));
    assertThat(rates).hasSameHashCodeAs(rates.with(day(10), day(20), percent("2"), "b"));
    assertThat(rates).isNotEqualTo(rates.with(day(10), day(20), percent("3"), "b"));
    assertThat(rates.with(day(40), LocalDate.MAX, percent("3"), "c").rates().get(3))
        .hasToString("3% from 2026-03-12");
  }

  @Test
  void picksALaw() {
    assertThat(StatutoryInterest.of(GERMANY).businessToBusiness())
        .hasToString(
            "DE-288-2: German base rate + 9%, ACT/365F; 40.00 EUR, once for each instalment"
                + " (BGB 247, 288(2) and (5), 286(3), 193)");
    assertThat(StatutoryInterest.of(GERMANY).withConsumer().id()).isEqualTo("DE-288-1");
    assertThat(StatutoryInterest.of(FRANCE).businessToBusiness().id()).isEqualTo("FR-L441-10");
    assertThat(StatutoryInterest.of(UNITED_STATES).fromAuthority().interest())
        .hasToString(
            "US prompt payment rate, fixed at the start, compounding every 30 days, ACT/360,"
                + " for at most a year, not below 1.00 USD");
    assertThat(StatutoryInterest.of(INDIA).businessToBusiness().interest())
        .hasToString(
            "3 x Reserve Bank of India bank rate, fixed at each rest, compounding monthly,"
                + " ACT/365F");
    assertThat(StatutoryInterest.of(UNITED_KINGDOM).all())
        .extracting(StatutoryInterest::id)
        .containsExactly("GB-LPCDA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatutoryInterest.of(UNITED_KINGDOM).withConsumer())
        .withMessage(
            "no late payment law of United Kingdom is known for this debtor: CONSUMER\n"
                + "Maybe one of [GB-LPCDA]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatutoryInterest.of("XX"))
        .withMessageStartingWith("no such regime: XX\nMaybe one of [AT-456, BR-CC406,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceRates.of("XX"))
        .withMessageStartingWith("no such reference rates: XX\nMaybe one of [AT, CH, DE,");
    assertThat(StatutoryInterest.of("CH-OR104").lastDayToPay(DUE, BusinessCalendar.everyDay()))
        .isEmpty();
    assertThat(StatutoryInterest.of("CH-OR104").latestAgreed(DUE)).isEmpty();
    assertThat(StatutoryInterest.of("DE-288-2-OLD").contracts())
        .hasToString(LocalDate.MIN + "..2014-07-28");
    assertThat(StatutoryInterest.define("X", "mine", TEN, "contract").notCovered()).isEmpty();
  }

  /** No rate that rests on memory ships, and every row says where it comes from. */
  @Test
  void everyShippedRateHasASource() {
    for (ReferenceRates table : ReferenceRates.shipped().values()) {
      assertThat(table.rates()).isNotEmpty();
      for (ReferenceRates.Rate rate : table.rates()) {
        assertThat(rate.source()).doesNotContain("memory)").endsWith(")");
      }
    }
    for (StatutoryInterest law : StatutoryInterest.shipped().values()) {
      assertThat(law.source()).isNotBlank();
      assertThat(law.confidence()).startsWith("verified");
      assertThat(law.notCovered()).isNotBlank();
    }
  }
}
