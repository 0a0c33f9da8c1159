package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.ledger.LedgerEvent.Direction;
import io.dunning.ledger.LedgerEvent.Reached;
import io.dunning.ledger.LedgerEvent.Reply;
import io.dunning.ledger.LedgerEvent.Restriction;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event: how it reads, that it survives being sent, and what it refuses. */
class LedgerEventTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

  static Stream<Arguments> events() {
    Money ten = eur("10.00");
    return Stream.of(
        Arguments.of(new LedgerEvent.Payment(DAY, ten), "2026-03-01 payment 10.00 EUR"),
        Arguments.of(
            new LedgerEvent.PaymentReversed(DAY, ten), "2026-03-01 payment reversed 10.00 EUR"),
        Arguments.of(new LedgerEvent.Credit(DAY, ten), "2026-03-01 credit 10.00 EUR"),
        Arguments.of(new LedgerEvent.Refund(DAY, ten), "2026-03-01 refund 10.00 EUR"),
        Arguments.of(
            new LedgerEvent.DisputeOpened(DAY, "price"), "2026-03-01 dispute opened (price)"),
        Arguments.of(LedgerEvent.dispute(DAY, ten, ""), "2026-03-01 dispute opened over 10.00 EUR"),
        Arguments.of(new LedgerEvent.DisputeResolved(DAY), "2026-03-01 dispute resolved"),
        Arguments.of(
            LedgerEvent.promise(DAY, LATER), "2026-03-01 promise to pay all by 2026-04-01"),
        Arguments.of(
            LedgerEvent.promise(DAY, ten, LATER),
            "2026-03-01 promise to pay 10.00 EUR by 2026-04-01"),
        Arguments.of(new LedgerEvent.PromiseWithdrawn(DAY), "2026-03-01 promise withdrawn"),
        Arguments.of(
            new LedgerEvent.PlanAgreed(
                DAY, List.of(new Instalment(LATER, ten), new Instalment(DAY, ten))),
            "2026-03-01 payment plan agreed: 10.00 EUR due 2026-03-01, 10.00 EUR due 2026-04-01"),
        Arguments.of(new LedgerEvent.PlanCancelled(DAY), "2026-03-01 payment plan cancelled"),
        Arguments.of(new LedgerEvent.Deferral(DAY, LATER), "2026-03-01 deferred to 2026-04-01"),
        Arguments.of(
            new LedgerEvent.TermsRenegotiated(DAY, LATER),
            "2026-03-01 terms renegotiated: due 2026-04-01"),
        Arguments.of(LedgerEvent.hold(DAY, "asked"), "2026-03-01 hold (asked)"),
        Arguments.of(LedgerEvent.hold(DAY, "", LATER), "2026-03-01 hold through 2026-04-01"),
        Arguments.of(new LedgerEvent.HoldReleased(DAY), "2026-03-01 hold released"),
        Arguments.of(LedgerEvent.stepTaken(DAY, "call"), "2026-03-01 step taken: call"),
        Arguments.of(
            LedgerEvent.stepTaken(DAY, "call", Channel.PHONE),
            "2026-03-01 step taken: call by phone"),
        Arguments.of(new LedgerEvent.StepWithdrawn(DAY, "call"), "2026-03-01 step withdrawn: call"),
        Arguments.of(new LedgerEvent.StepApproved(DAY, "call"), "2026-03-01 step approved: call"),
        Arguments.of(new LedgerEvent.StepRefused(DAY, "call"), "2026-03-01 step refused: call"),
        Arguments.of(LedgerEvent.delivered(DAY), "2026-03-01 delivered: invoice"),
        Arguments.of(
            new LedgerEvent.DeliveryConfirmed(
                DAY, Optional.of("call"), Optional.of(Channel.LETTER)),
            "2026-03-01 delivered: call by letter"),
        Arguments.of(LedgerEvent.notDelivered(DAY), "2026-03-01 not delivered: invoice"),
        Arguments.of(
            LedgerEvent.notDelivered(DAY, "call", Channel.EMAIL),
            "2026-03-01 not delivered: call by email"),
        Arguments.of(new LedgerEvent.Contact(DAY, Channel.PHONE), "2026-03-01 contact by phone"),
        Arguments.of(
            new LedgerEvent.Contact(DAY, Channel.PHONE)
                .as(LedgerEvent.Purpose.REQUIRED_NOTICE)
                .by("an agency"),
            "2026-03-01 contact by phone, required notice, by an agency"),
        Arguments.of(
            new LedgerEvent.ContactInvited(DAY, Optional.of(LATER)),
            "2026-03-01 contact invited until " + LATER),
        Arguments.of(new LedgerEvent.OptedOut(DAY, Channel.SMS), "2026-03-01 opted out of sms"),
        Arguments.of(new LedgerEvent.OptedIn(DAY, Channel.SMS), "2026-03-01 opted in to sms"),
        Arguments.of(
            new LedgerEvent.NoticeGiven(DAY, "mandate"), "2026-03-01 notice given: mandate"),
        Arguments.of(
            new LedgerEvent.SettlementOffered(DAY, Money.eur("70.00"), LATER),
            "2026-03-01 settlement offered: 70.00 EUR until " + LATER),
        Arguments.of(
            LedgerEvent.settlementAccepted(DAY, Money.eur("70.00"), LATER),
            "2026-03-01 settlement accepted: 70.00 EUR due " + LATER),
        Arguments.of(new LedgerEvent.SettlementLapsed(DAY), "2026-03-01 settlement lapsed"),
        Arguments.of(
            new LedgerEvent.Contact(DAY, Channel.PHONE, Direction.IN, Reached.OWNER),
            "2026-03-01 contact from the customer by phone, reached the owner"),
        Arguments.of(
            new LedgerEvent.CustomerReplied(DAY, "hm"), "2026-03-01 customer replied (hm)"),
        Arguments.of(
            new LedgerEvent.CustomerReplied(DAY, Reply.REFUSES, ""),
            "2026-03-01 customer replied, refuses to pay"),
        Arguments.of(LedgerEvent.restricted(DAY, Restriction.DECEASED), "2026-03-01 deceased"),
        Arguments.of(
            new LedgerEvent.Restricted(DAY, Restriction.HANDED_OVER, Optional.of(LATER), "agency"),
            "2026-03-01 handed over (agency) through 2026-04-01"),
        Arguments.of(
            new LedgerEvent.RestrictionLifted(DAY, Restriction.INSOLVENCY),
            "2026-03-01 no longer insolvent"),
        Arguments.of(
            new LedgerEvent.DisputeResolved(DAY, LedgerEvent.Outcome.CUSTOMER_WON),
            "2026-03-01 dispute resolved: customer won"),
        Arguments.of(
            new LedgerEvent.DisputeResolved(DAY, LedgerEvent.Outcome.CREDITOR_WON),
            "2026-03-01 dispute resolved: creditor won"),
        Arguments.of(
            new LedgerEvent.ChargeAssessed(
                DAY, LedgerEvent.Charge.FEE, Money.eur("5.00"), Optional.of("notice")),
            "2026-03-01 fee assessed: 5.00 EUR at notice"),
        Arguments.of(
            new LedgerEvent.ChargeWaived(DAY, LedgerEvent.Charge.INTEREST, Optional.empty()),
            "2026-03-01 interest waived"),
        Arguments.of(
            new LedgerEvent.ChargeWaived(
                DAY, LedgerEvent.Charge.INTEREST, Optional.of(Money.eur("1.00"))),
            "2026-03-01 interest waived: 1.00 EUR"),
        Arguments.of(
            new LedgerEvent.ChargeReinstated(DAY, LedgerEvent.Charge.FEE, Money.eur("1.00")),
            "2026-03-01 fee reinstated: 1.00 EUR"),
        Arguments.of(
            new LedgerEvent.ChargeReversed(
                DAY, LedgerEvent.Charge.INTEREST, Money.eur("1.00"), Optional.empty()),
            "2026-03-01 interest reversed: 1.00 EUR"),
        Arguments.of(new LedgerEvent.WrittenOff(DAY), "2026-03-01 written off"),
        Arguments.of(new LedgerEvent.Voided(DAY), "2026-03-01 voided"),
        Arguments.of(
            new LedgerEvent.Voided(DAY).bookedOn(LATER),
            "2026-03-01 voided, booked on 2026-04-01"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsAsASentenceAndSurvivesBeingSent(LedgerEvent event, String sentence)
      throws IOException, ClassNotFoundException {
    assertThat(event).hasToString(sentence);
    assertThat(event.date()).isEqualTo(DAY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(event);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(event);
    }
  }

  @Test
  void amountsAreNeverNegative() {
    Money less = eur("-1.00");
    List<BiFunction<LocalDate, Money, Object>> makers =
        List.of(
            LedgerEvent.Payment::new,
            LedgerEvent.PaymentReversed::new,
            LedgerEvent.Credit::new,
            LedgerEvent.Refund::new,
            (d, m) -> LedgerEvent.promise(d, m, LATER),
            (d, m) -> LedgerEvent.dispute(d, m, ""));
    for (BiFunction<LocalDate, Money, Object> each : makers) {
      assertThatThrownBy(() -> each.apply(DAY, less))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("amount of an event is negative: -1.00 EUR");
      assertThatThrownBy(() -> each.apply(null, eur("1.00")))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("date");
    }
    assertThatThrownBy(() -> new LedgerEvent.PlanAgreed(DAY, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("payment plan has no instalments: 2026-03-01");
  }

  @Test
  void wordsOfTheFamiliesRead() {
    assertThat(Reached.values())
        .extracting(Object::toString)
        .containsExactly(
            "somebody",
            "no line",
            "nobody",
            "somebody who hung up",
            "another person",
            "the right person",
            "the owner");
    assertThat(Reply.values())
        .extracting(Object::toString)
        .containsExactly(
            "asks for time",
            "disputes the debt",
            "promises to pay",
            "refuses to pay",
            "says something else");
  }

  @Test
  void anInvoiceRefusesAmountsInAnotherCurrency() {
    Invoice invoice = Invoice.of("I", eur("9.00"), DAY, LATER);
    Money other = Money.usd("1.00");
    for (LedgerEvent each :
        List.of(
            new LedgerEvent.Payment(DAY, other),
            LedgerEvent.promise(DAY, other, LATER),
            LedgerEvent.dispute(DAY, other, ""),
            new LedgerEvent.PlanAgreed(DAY, List.of(new Instalment(LATER, other))))) {
      assertThatThrownBy(() -> InvoiceHistory.of(invoice, List.of(each)))
          .as(each.toString())
          .isInstanceOf(CurrencyMismatchException.class)
          .hasMessageContaining("on invoice I");
    }
  }
}
