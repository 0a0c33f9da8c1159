package io.dunning.event;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event: how it reads, that it survives being sent, and what it refuses. */
class LedgerEventTest {
  @ParameterizedTest
  @MethodSource
  void refusesWhatEndsBeforeItBegins(String what, Executable construct) {
    assertThatThrownBy(construct::execute)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(what + " ends before it begins: 2026-04-01..2026-03-01");
  }

  static List<Arguments> refusesWhatEndsBeforeItBegins() {
    return List.of(
        refused("promise to pay", () -> LedgerEvent.promise(LATER, DAY)),
        refused("promise to pay", () -> LedgerEvent.promise(LATER, Money.eur("1.00"), DAY)),
        refused(
            "offer to settle", () -> LedgerEvent.settlementOffered(LATER, Money.eur("1.00"), DAY)),
        refused("hold", () -> LedgerEvent.hold(LATER, "asked", DAY)),
        refused(
            "restriction", () -> LedgerEvent.restricted(LATER, Restriction.BREATHING_SPACE, DAY)),
        refused("deferral", () -> LedgerEvent.deferred(LATER, DAY)),
        refused(
            "invitation to contact",
            () -> new ContactEvent.ContactInvited(LATER, Optional.of(DAY))));
  }

  private static Arguments refused(String what, Executable construct) {
    return Arguments.of(what, construct);
  }

  @Test
  void acceptsWhatEndsOnItsFirstDay() {
    assertThat(LedgerEvent.hold(DAY, "asked", DAY))
        .hasToString("2026-03-01 hold (asked) through 2026-03-01");
    assertThat(LedgerEvent.promise(DAY, DAY))
        .hasToString("2026-03-01 promise to pay all by 2026-03-01");
  }

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

  static Stream<Arguments> events() {
    Money ten = eur("10.00");
    return Stream.of(
        Arguments.of(new MoneyEvent.Payment(DAY, ten), "2026-03-01 payment 10.00 EUR"),
        Arguments.of(
            new MoneyEvent.PaymentReversed(DAY, ten), "2026-03-01 payment reversed 10.00 EUR"),
        Arguments.of(new MoneyEvent.Credit(DAY, ten), "2026-03-01 credit 10.00 EUR"),
        Arguments.of(new MoneyEvent.Refund(DAY, ten), "2026-03-01 refund 10.00 EUR"),
        Arguments.of(
            new DisputeEvent.DisputeOpened(DAY, "price"), "2026-03-01 dispute opened (price)"),
        Arguments.of(
            LedgerEvent.dispute(DAY, Money.eur("3.00"), "price").withId("D-1").by("portal"),
            "2026-03-01 dispute D-1 opened by portal over 3.00 EUR (price)"),
        Arguments.of(
            LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON, "D-1"),
            "2026-03-01 dispute D-1 resolved: customer won"),
        Arguments.of(LedgerEvent.dispute(DAY, ten, ""), "2026-03-01 dispute opened over 10.00 EUR"),
        Arguments.of(new DisputeEvent.DisputeResolved(DAY), "2026-03-01 dispute resolved"),
        Arguments.of(
            LedgerEvent.promise(DAY, LATER), "2026-03-01 promise to pay all by 2026-04-01"),
        Arguments.of(
            LedgerEvent.promise(DAY, ten, LATER),
            "2026-03-01 promise to pay 10.00 EUR by 2026-04-01"),
        Arguments.of(new AgreementEvent.PromiseWithdrawn(DAY), "2026-03-01 promise withdrawn"),
        Arguments.of(
            new AgreementEvent.PlanAgreed(
                DAY, List.of(new Instalment(LATER, ten), new Instalment(DAY, ten))),
            "2026-03-01 payment plan agreed: 10.00 EUR due 2026-03-01, 10.00 EUR due 2026-04-01"),
        Arguments.of(new AgreementEvent.PlanCancelled(DAY), "2026-03-01 payment plan cancelled"),
        Arguments.of(new TermsEvent.Deferral(DAY, LATER), "2026-03-01 deferred to 2026-04-01"),
        Arguments.of(
            new TermsEvent.TermsRenegotiated(DAY, LATER),
            "2026-03-01 terms renegotiated: due 2026-04-01"),
        Arguments.of(LedgerEvent.hold(DAY, "asked"), "2026-03-01 hold (asked)"),
        Arguments.of(LedgerEvent.hold(DAY, "", LATER), "2026-03-01 hold through 2026-04-01"),
        Arguments.of(new RestrictionEvent.HoldReleased(DAY), "2026-03-01 hold released"),
        Arguments.of(LedgerEvent.stepTaken(DAY, "call"), "2026-03-01 step taken: call"),
        Arguments.of(
            LedgerEvent.stepTaken(DAY, "call", Channel.PHONE),
            "2026-03-01 step taken: call by phone"),
        Arguments.of(new StepEvent.StepWithdrawn(DAY, "call"), "2026-03-01 step withdrawn: call"),
        Arguments.of(new StepEvent.StepApproved(DAY, "call"), "2026-03-01 step approved: call"),
        Arguments.of(new StepEvent.StepRefused(DAY, "call"), "2026-03-01 step refused: call"),
        Arguments.of(LedgerEvent.delivered(DAY), "2026-03-01 delivered: invoice"),
        Arguments.of(
            new DeliveryEvent.DeliveryConfirmed(
                DAY, Optional.of("call"), Optional.of(Channel.LETTER)),
            "2026-03-01 delivered: call by letter"),
        Arguments.of(LedgerEvent.notDelivered(DAY), "2026-03-01 not delivered: invoice"),
        Arguments.of(
            LedgerEvent.notDelivered(DAY, "call", Channel.EMAIL),
            "2026-03-01 not delivered: call by email"),
        Arguments.of(new ContactEvent.Contact(DAY, Channel.PHONE), "2026-03-01 contact by phone"),
        Arguments.of(
            new ContactEvent.Contact(DAY, Channel.PHONE)
                .withPurpose(ContactEvent.Purpose.REQUIRED_NOTICE)
                .by("an agency"),
            "2026-03-01 contact by phone, required notice, by an agency"),
        Arguments.of(
            new ContactEvent.ContactInvited(DAY, Optional.of(LATER)),
            "2026-03-01 contact invited until " + LATER),
        Arguments.of(new ContactEvent.OptedOut(DAY, Channel.SMS), "2026-03-01 opted out of sms"),
        Arguments.of(new ContactEvent.OptedIn(DAY, Channel.SMS), "2026-03-01 opted in to sms"),
        Arguments.of(
            new ContactEvent.NoticeGiven(DAY, "mandate"), "2026-03-01 notice given: mandate"),
        Arguments.of(
            new AgreementEvent.SettlementOffered(DAY, Money.eur("70.00"), LATER),
            "2026-03-01 settlement offered: 70.00 EUR until " + LATER),
        Arguments.of(
            LedgerEvent.settlementAccepted(DAY, Money.eur("70.00"), LATER),
            "2026-03-01 settlement accepted: 70.00 EUR due " + LATER),
        Arguments.of(new AgreementEvent.SettlementLapsed(DAY), "2026-03-01 settlement lapsed"),
        Arguments.of(
            new ContactEvent.Contact(DAY, Channel.PHONE, Direction.IN, Reached.OWNER),
            "2026-03-01 contact from the customer by phone, reached the owner"),
        Arguments.of(
            new ContactEvent.CustomerReplied(DAY, "hm"), "2026-03-01 customer replied (hm)"),
        Arguments.of(
            new ContactEvent.CustomerReplied(DAY, Reply.REFUSES, ""),
            "2026-03-01 customer replied, refuses to pay"),
        Arguments.of(LedgerEvent.restricted(DAY, Restriction.DECEASED), "2026-03-01 deceased"),
        Arguments.of(
            new RestrictionEvent.Restricted(
                DAY, Restriction.HANDED_OVER, Optional.of(LATER), "agency"),
            "2026-03-01 handed over (agency) through 2026-04-01"),
        Arguments.of(
            new RestrictionEvent.RestrictionLifted(DAY, Restriction.INSOLVENCY),
            "2026-03-01 no longer insolvent"),
        Arguments.of(
            new DisputeEvent.DisputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON),
            "2026-03-01 dispute resolved: customer won"),
        Arguments.of(
            new DisputeEvent.DisputeResolved(DAY, DisputeEvent.Outcome.CREDITOR_WON),
            "2026-03-01 dispute resolved: creditor won"),
        Arguments.of(
            new ChargeEvent.ChargeAssessed(
                DAY, ChargeEvent.Charge.FEE, Money.eur("5.00"), Optional.of("notice")),
            "2026-03-01 fee assessed: 5.00 EUR at notice"),
        Arguments.of(
            new ChargeEvent.ChargeWaived(DAY, ChargeEvent.Charge.INTEREST, Optional.empty()),
            "2026-03-01 interest waived"),
        Arguments.of(
            new ChargeEvent.ChargeWaived(
                DAY, ChargeEvent.Charge.INTEREST, Optional.of(Money.eur("1.00"))),
            "2026-03-01 interest waived: 1.00 EUR"),
        Arguments.of(
            new ChargeEvent.ChargeReinstated(DAY, ChargeEvent.Charge.FEE, Money.eur("1.00")),
            "2026-03-01 fee reinstated: 1.00 EUR"),
        Arguments.of(
            new ChargeEvent.ChargeReversed(
                DAY, ChargeEvent.Charge.INTEREST, Money.eur("1.00"), Optional.empty()),
            "2026-03-01 interest reversed: 1.00 EUR"),
        Arguments.of(new MoneyEvent.WrittenOff(DAY), "2026-03-01 written off"),
        Arguments.of(
            new MoneyEvent.ChargesPaid(DAY, Money.eur("1.00")), "2026-03-01 charges paid 1.00 EUR"),
        Arguments.of(
            new MoneyEvent.PartWrittenOff(DAY, Money.eur("1.00")),
            "2026-03-01 written off 1.00 EUR"),
        Arguments.of(new MoneyEvent.WriteOffReversed(DAY), "2026-03-01 write-off reversed"),
        Arguments.of(new MoneyEvent.Voided(DAY), "2026-03-01 voided"));
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
            MoneyEvent.Payment::new,
            MoneyEvent.PaymentReversed::new,
            MoneyEvent.Credit::new,
            MoneyEvent.Refund::new,
            (d, m) -> LedgerEvent.promise(d, m, LATER),
            (d, m) -> LedgerEvent.dispute(d, m, ""));
    for (BiFunction<LocalDate, Money, Object> each : makers) {
      assertThatThrownBy(() -> each.apply(DAY, less))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("amount of the .+ on 2026-03-01 is negative: -1.00 EUR");
      assertThatThrownBy(() -> each.apply(null, eur("1.00")))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("date");
    }
    assertThatThrownBy(() -> LedgerEvent.promise(null, LATER))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("date");
    assertThatThrownBy(() -> new AgreementEvent.PlanAgreed(DAY, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("payment plan has no instalments: 2026-03-01");
  }

  @Test
  void aPlanLacksNoInstalment() {
    List<Instalment> lacking = Collections.singletonList(null);
    assertThatThrownBy(() -> new AgreementEvent.PlanAgreed(DAY, lacking))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void anEventCarriesItsBookingDayBesideIt() {
    LedgerEvent event = LedgerEvent.voided(DAY);
    assertThat(event.bookedOn(LATER)).hasToString("2026-03-01 voided, booked on 2026-04-01");
    assertThat(event.bookedOn(DAY)).hasToString("2026-03-01 voided");
    assertThat(event.bookedOn(LATER).event()).isSameAs(event);
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
            new MoneyEvent.Payment(DAY, other),
            LedgerEvent.promise(DAY, other, LATER),
            LedgerEvent.dispute(DAY, other, ""),
            new AgreementEvent.PlanAgreed(DAY, List.of(new Instalment(LATER, other))))) {
      assertThatThrownBy(() -> InvoiceHistory.of(invoice, List.of(each)))
          .as(each.toString())
          .isInstanceOf(CurrencyMismatchException.class)
          .hasMessageContaining("on invoice I");
    }
  }

  @Test
  void moneySaysHowMuchItLowersWhatIsOwed() {
    Money ten = eur("10.00");
    assertThat(new MoneyEvent.Payment(DAY, ten).reduction()).contains(ten);
    assertThat(new MoneyEvent.Credit(DAY, ten).reduction()).contains(ten);
    assertThat(new MoneyEvent.DiscountTaken(DAY, ten).reduction()).contains(ten);
    assertThat(new MoneyEvent.DiscountReversed(DAY, ten).reduction()).contains(eur("-10.00"));
    assertThat(new MoneyEvent.PaymentReversed(DAY, ten).reduction()).contains(eur("-10.00"));
    assertThat(new MoneyEvent.Refund(DAY, ten).reduction()).contains(eur("-10.00"));
    assertThat(new MoneyEvent.WrittenOff(DAY).reduction()).isEmpty();
    assertThat(new MoneyEvent.Voided(DAY).reduction()).isEmpty();
    assertThat(new MoneyEvent.ChargesPaid(DAY, ten).reduction()).isEmpty();
    assertThat(new MoneyEvent.PartWrittenOff(DAY, ten).reduction()).isEmpty();
    assertThat(new MoneyEvent.WriteOffReversed(DAY).reduction()).isEmpty();
  }

  @Test
  void agreementsSayWhatTheyAreAbout() {
    assertThat(
            Stream.of(
                    LedgerEvent.promise(DAY, LATER),
                    LedgerEvent.promiseWithdrawn(DAY),
                    LedgerEvent.planAgreed(DAY, List.of(new Instalment(LATER, eur("1.00")))),
                    LedgerEvent.settlementAccepted(DAY, eur("1.00"), LATER),
                    LedgerEvent.planCancelled(DAY),
                    LedgerEvent.settlementOffered(DAY, eur("1.00"), LATER),
                    LedgerEvent.settlementLapsed(DAY),
                    LedgerEvent.furtherGranted(DAY, Concession.PLAN, "head of credit"))
                .map(e -> ((AgreementEvent) e).subject()))
        .containsExactly(
            AgreementEvent.Subject.PROMISE,
            AgreementEvent.Subject.PROMISE,
            AgreementEvent.Subject.PLAN,
            AgreementEvent.Subject.PLAN,
            AgreementEvent.Subject.PLAN,
            AgreementEvent.Subject.OFFER,
            AgreementEvent.Subject.OFFER,
            AgreementEvent.Subject.FURTHER);
  }
}
