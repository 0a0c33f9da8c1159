package io.dunning.law;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.Channel.VISIT;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.ContactWishes;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanConsumerDebtTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @Test
  void theListIsClosed() {
    assertThat(KoreanConsumerDebt.notCollectable())
        .hasSize(15)
        .allSatisfy(r -> assertThat(r.section()).containsAnyOf("14(1)", "14(2)", "14(3)", "14(4)"))
        .allSatisfy(r -> assertThat(r.confidence()).isEqualTo("verified"));
    assertThatThrownBy(() -> KoreanConsumerDebt.notCollectable("POOR"))
        .hasMessageStartingWith("not on the list of debts that may not be collected: POOR\nMaybe");
  }

  /** A hold without an end, whatever a policy allows during restrictions. */
  @Test
  void aReasonHoldsTheDebtWithoutAnEnd() {
    LedgerEvent hold = KoreanConsumerDebt.notCollectable("SUIT_PENDING").hold(DAY);
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("100.00"), DAY.minusDays(60), DAY.minusDays(30)))
            .with(hold);
    var agreements = history.standingOn(DAY.plusYears(5)).agreements();
    assertThat(agreements.heldThroughDay()).isEqualTo(io.dunning.calendar.EpochDay.NEVER);
    assertThat(hold).asString().contains("not collectable: SUIT_PENDING, Act 14(1) with 10(1)4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # confirmed | agreed | extended | last day
          2026-03-31  |        | no       | 2026-06-30
          2026-03-31  | P1M    | no       | 2026-04-30
          2026-03-31  | P1M    | yes      | 2026-05-31
          2026-03-02  | P3M    | yes      | 2026-09-02
          2026-03-02  | P20D   | yes      | 2026-04-11
          """)
  void aStayLastsThreeMonthsOrTwiceWhatWasAgreed(
      LocalDate confirmed, Period agreed, String extended, LocalDate last) {
    KoreanStay stay =
        agreed == null
            ? KoreanStay.of(KoreanStay.Cause.HOSPITAL, confirmed)
            : KoreanStay.agreed(KoreanStay.Cause.HOSPITAL, confirmed, agreed);
    assertThat((extended.equals("yes") ? stay.extended() : stay).through()).isEqualTo(last);
  }

  @Test
  void aStayIsExtendedOnceAndOnlyIfItWasAgreed() {
    KoreanStay agreed = KoreanStay.agreed(KoreanStay.Cause.DEATH, DAY, Period.ofMonths(2));
    assertThatThrownBy(() -> agreed.extended().extended())
        .hasMessage("stay was extended before; it can be only once");
    assertThatThrownBy(() -> KoreanStay.of(KoreanStay.Cause.DEATH, DAY).extended())
        .hasMessage("stay of the statute cannot be extended");
    assertThatThrownBy(
            () -> KoreanStay.agreed(KoreanStay.Cause.DEATH, DAY, Period.ofMonths(3).plusDays(1)))
        .hasMessage("stay is not agreed for up to 3 months: P3M1D");
    assertThatThrownBy(() -> KoreanStay.agreed(KoreanStay.Cause.DEATH, DAY, Period.ofDays(-1)))
        .hasMessage("stay is not agreed for up to 3 months: P-1D");
    assertThatThrownBy(() -> KoreanStay.agreed(KoreanStay.Cause.DEATH, DAY, Period.ZERO))
        .hasMessage("stay is agreed for no time");
  }

  @Test
  void aStayIsGrantedOnceForEachCauseButADisaster() {
    List<KoreanStay> before =
        List.of(
            KoreanStay.of(KoreanStay.Cause.HOSPITAL, DAY),
            KoreanStay.of(KoreanStay.Cause.DISASTER, DAY));
    assertThat(KoreanStay.isUsedUp(KoreanStay.Cause.HOSPITAL, before)).isTrue();
    assertThat(KoreanStay.isUsedUp(KoreanStay.Cause.MARRIAGE, before)).isFalse();
    assertThat(KoreanStay.isUsedUp(KoreanStay.Cause.DISASTER, before)).isFalse();
  }

  @Test
  void aStayHoldsThroughItsLastDay() {
    KoreanStay stay = KoreanStay.of(KoreanStay.Cause.HOSPITAL, LocalDate.of(2026, 3, 2));
    assertThat(stay).hasToString("stay for hospital from 2026-03-02 through 2026-06-02");
    assertThat(stay.hold()).asString().contains("2026-06-02");
  }

  @Test
  void saysWhatADebtorCannotBar() {
    ContactWishes none = ContactWishes.NONE;
    Set<io.dunning.action.Channel> used = Set.of(EMAIL, PHONE, LETTER, SMS);
    assertThat(KoreanConsumerDebt.problemsWith(none, Set.of(PHONE, SMS), used)).isEmpty();
    assertThat(KoreanConsumerDebt.problemsWith(none, Set.of(PHONE, VISIT), used))
        .containsExactly("at least one of these channels has to stay open: [phone, visit]");
    assertThat(KoreanConsumerDebt.problemsWith(none, Set.of(LETTER), used))
        .containsExactly("this channel is not among those that can be barred: letter");
    assertThat(KoreanConsumerDebt.problemsWith(none, Set.of(PHONE, SMS), Set.of(PHONE, SMS)))
        .containsExactly("no channel would be left");
  }
}
