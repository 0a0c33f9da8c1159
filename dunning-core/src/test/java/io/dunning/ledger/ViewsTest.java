package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.bankDataAsOf;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.chargeAssessed;
import static io.dunning.event.LedgerEvent.collected;
import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.collectionPlanned;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.limitation;
import static io.dunning.event.LedgerEvent.limitationSuspended;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.optedOut;
import static io.dunning.event.LedgerEvent.paidBy;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.refund;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.restrictionLifted;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.settlementLapsed;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.event.LedgerEvent.voided;
import static io.dunning.event.LedgerEvent.writtenOff;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Variants;
import io.dunning.action.Channel;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.PaymentMethod;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The views of a standing are values: later events go on from equal ones in the same way. */
class ViewsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)).with(events);
  }

  private static <T> void areUnlike(Function<Standing, T> view, LedgerEvent[]... stories) {
    Variants.areUnlike(
        () ->
            Stream.of(stories).map(s -> view.apply(invoice(s).standingOn(LocalDate.MAX))).toList());
    Variants.areUnlike(
        () -> Stream.of(stories).map(s -> invoice(s).standingOn(LocalDate.MAX)).toList());
  }

  private static LedgerEvent[] story(LedgerEvent... events) {
    return events;
  }

  @Test
  void balancesDifferInWhatLaterMoneyMeets() {
    areUnlike(
        Standing::balance,
        story(hold(day(1), "")),
        story(payment(day(1), eur("10.00"))),
        story(payment(day(1), eur("10.00")), paymentReversed(day(2), eur("5.00"))),
        story(paymentReversed(day(1), eur("5.00"))),
        story(credit(day(1), eur("10.00"))),
        // the same is owed, but more was paid and bounced
        story(payment(day(1), eur("15.00")), refund(day(1), eur("5.00"))),
        story(payment(day(1), eur("100.00"))),
        story(payment(day(2), eur("100.00"))),
        story(payment(day(2), eur("101.00"))),
        story(payment(day(1), eur("100.00")), paymentReversed(day(3), eur("90.00"))),
        story(payment(day(1), eur("100.00")), paymentReversed(day(4), eur("90.00"))),
        story(termsRenegotiated(day(1), day(9))),
        story(termsRenegotiated(day(1), day(10))),
        story(termsRenegotiated(day(1), DUE)),
        story(writtenOff(day(1))),
        story(voided(day(1))));
  }

  @Test
  void agreementsDifferInEachThatIsInForce() {
    List<Instalment> parts = List.of(new Instalment(day(9), eur("100.00")));
    areUnlike(
        Standing::agreements,
        story(payment(day(1), eur("10.00"))),
        story(dispute(day(1), "broken")),
        story(dispute(day(1), eur("10.00"), "broken")),
        story(dispute(day(1), eur("10.00"), "broken"), dispute(day(1), eur("10.00"), "broken")),
        story(dispute(day(1), eur("10.00"), "broken"), payment(day(1), eur("1.00"))),
        story(hold(day(1), "asked")),
        story(hold(day(1), "asked", day(9))),
        story(hold(day(1), "asked", day(10))),
        story(promise(day(1), day(9))),
        story(promise(day(1), day(10))),
        story(planAgreed(day(1), parts)),
        story(settlementAccepted(day(1), eur("100.00"), day(9))),
        story(settlementOffered(day(1), eur("70.00"), day(9))),
        story(settlementOffered(day(1), eur("70.00"), day(9)), settlementLapsed(day(3))),
        story(settlementOffered(day(1), eur("70.00"), day(9)), settlementLapsed(day(4))),
        story(deferred(day(1), day(9))),
        story(deferred(day(1), day(10))),
        story(termsRenegotiated(day(1), day(9))),
        story(termsRenegotiated(day(2), day(9))),
        story(limitation(day(1), day(900))),
        story(limitation(day(1), day(901))),
        story(limitation(day(1), day(900)), limitationSuspended(day(2), day(9), "talks")),
        story(limitation(day(1), day(900)), limitationSuspended(day(2), day(9), "a suit")),
        story(limitation(day(1), day(900)), limitationSuspended(day(3), day(10), "talks")),
        story(limitation(day(1), day(900)), limitationSuspended(day(2), "talks")),
        story(restricted(day(1), Restriction.INSOLVENCY)),
        story(restricted(day(1), Restriction.DECEASED)),
        story(
            restricted(day(1), Restriction.INSOLVENCY),
            restrictionLifted(day(2), Restriction.INSOLVENCY)));
  }

  @Test
  void whatTheBankSaysDiffersInEachThing() {
    LedgerEvent receipt = candidateReceipt(day(1), "R-1", eur("10.00"), "");
    areUnlike(
        Standing::bank,
        story(hold(day(1), "")),
        story(receipt),
        story(receipt, candidateReceipt(day(1), "R-2", eur("10.00"), "")),
        story(bankDataAsOf(day(1))),
        story(bankDataAsOf(day(2))),
        story(paidBy(day(1), PaymentMethod.TRANSFER)),
        story(paidBy(day(1), PaymentMethod.DIRECT_DEBIT)),
        story(paidBy(day(2), PaymentMethod.DIRECT_DEBIT)),
        story(collectionPlanned(day(1), day(4))),
        story(collectionPlanned(day(2), day(4))),
        story(collectionPlanned(day(1), day(5))),
        story(collected(day(1))),
        story(collected(day(2))),
        story(collectionFailed(day(1), "SEPA-SDD", "AM04")),
        story(collectionFailed(day(1), "SEPA-SDD", "AC04")));
  }

  @Test
  void correspondenceDiffersInWhatWasSaidAndSent() {
    areUnlike(
        Standing::correspondence,
        story(payment(day(1), eur("10.00"))),
        story(contact(day(1), Channel.PHONE)),
        story(contact(day(2), Channel.PHONE)),
        story(contact(day(1), Channel.PHONE, Direction.IN, Reached.UNKNOWN)),
        story(contact(day(1), Channel.PHONE, Direction.OUT, Reached.NOBODY)),
        story(contact(day(1), Channel.PHONE, Direction.OUT, Reached.CUT_OFF)),
        story(contact(day(1), Channel.PHONE, Direction.OUT, Reached.RIGHT_PERSON)),
        story(customerReplied(day(1), Reply.REFUSES)),
        story(customerReplied(day(2), Reply.REFUSES)),
        story(customerReplied(day(2), Reply.REFUSES, NonpaymentReason.FORGOT)),
        story(customerReplied(day(2), Reply.REFUSES, NonpaymentReason.CASH_FLOW)),
        story(
            customerReplied(day(1), Reply.REFUSES, NonpaymentReason.FORGOT),
            customerReplied(day(2), Reply.REFUSES)),
        story(customerReplied(day(2), Reply.PROMISES)),
        story(customerReplied(day(1), Reply.PROMISES), customerReplied(day(2), Reply.REFUSES)),
        story(customerReplied(day(2), Reply.PROMISES), customerReplied(day(2), Reply.REFUSES)),
        story(customerReplied(day(2), Reply.REFUSES), customerReplied(day(2), Reply.PROMISES)),
        story(delivered(day(1))),
        story(delivered(day(2))),
        story(notDelivered(day(1))),
        story(notDelivered(day(2))),
        story(notDelivered(day(1)), delivered(day(2))),
        story(delivered(day(1), "letter")),
        story(delivered(day(2), "letter")),
        story(delivered(day(2), "other")),
        story(notDelivered(day(1), "letter", Channel.LETTER)),
        story(notDelivered(day(1), "letter", Channel.EMAIL)),
        story(optedOut(day(1), Channel.EMAIL)),
        story(optedOut(day(1), Channel.LETTER)));
  }

  @Test
  void stepsDifferInWhatWasTakenWithdrawnAndDecided() {
    areUnlike(
        Standing::steps,
        story(payment(day(1), eur("10.00"))),
        story(stepTaken(day(1), "a")),
        story(stepTaken(day(2), "a")),
        story(stepTaken(day(1), "b")),
        story(stepTaken(day(1), "a", Channel.SMS)),
        story(stepTaken(day(1), "a"), stepTaken(day(1), "b")),
        story(stepTaken(day(1), "b"), stepTaken(day(1), "a")),
        story(stepTaken(day(1), "a"), stepWithdrawn(day(1), "a")),
        // a withdrawn step is remembered with its place among the others
        story(stepTaken(day(1), "a"), stepTaken(day(1), "b"), stepWithdrawn(day(1), "b")),
        story(stepTaken(day(1), "b"), stepTaken(day(1), "a"), stepWithdrawn(day(1), "b")),
        story(stepApproved(day(1), "a")),
        story(stepApproved(day(2), "a")),
        story(stepRefused(day(1), "a")),
        story(stepApproved(day(1), "b")));
  }

  @Test
  void invoicesDifferInEachPart() {
    Invoice invoice = Invoice.of("I", eur("100.00"), day(0), day(30));
    Variants.areUnlike(
        () ->
            List.of(
                Invoice.of("I", eur("100.00"), day(0), day(30)),
                Invoice.of("J", eur("100.00"), day(0), day(30)),
                Invoice.of("I", eur("100.01"), day(0), day(30)),
                Invoice.of("I", eur("100.00"), day(1), day(30)),
                Invoice.of("I", eur("100.00"), day(0), day(31)),
                invoice.inInstalments(List.of(new Instalment(day(30), eur("100.00")))),
                invoice.inInstalments(
                    List.of(
                        new Instalment(day(20), eur("50.00")),
                        new Instalment(day(30), eur("50.00"))))));
  }

  static Stream<LedgerEvent> whatIsNotRoutine() {
    return Stream.of(
        dispute(day(1), "broken"),
        dispute(day(1), eur("1.00"), "broken"),
        planAgreed(day(1), List.of(new Instalment(day(9), eur("1.00")))),
        settlementOffered(day(1), eur("70.00"), day(9)),
        deferred(day(1), day(9)),
        termsRenegotiated(day(1), day(9)),
        restricted(day(1), Restriction.DECEASED),
        customerReplied(day(1), Reply.OTHER),
        contact(day(1), Channel.PHONE, Direction.IN, Reached.UNKNOWN),
        contact(day(1), Channel.PHONE, Direction.OUT, Reached.NOBODY),
        contact(day(1), Channel.PHONE, Direction.OUT, Reached.CUT_OFF),
        contact(day(1), Channel.PHONE, Direction.OUT, Reached.OWNER),
        delivered(day(1)),
        delivered(day(1), "letter"),
        notDelivered(day(1)),
        notDelivered(day(1), "letter", Channel.LETTER),
        optedOut(day(1), Channel.EMAIL),
        stepApproved(day(1), "court"),
        stepRefused(day(1), "court"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNotRoutine")
  void collectionIsNotRoutineOnceMoreIsKnownThanAmountsHoldsPromisesAndSteps(LedgerEvent event) {
    assertThat(invoice(event).standingOn(day(0)).isRoutine()).isTrue();
    assertThat(invoice(event).standingOn(day(1)).isRoutine()).isFalse();
    List<LedgerEvent> own = new ArrayList<>();
    own.add(hold(day(1), "asked"));
    own.add(event);
    assertThat(InvoiceHistory.of(invoice().invoice(), own).standingOn(day(1)).isRoutine())
        .isFalse();
  }

  @Test
  void collectionIsRoutineWhateverAmountsHoldsPromisesAndStepsThereAre() {
    LedgerEvent[] events = {
      payment(day(1), eur("10.00")),
      credit(day(1), eur("10.00")),
      writtenOff(day(9)),
      chargeAssessed(day(1), Charge.FEE, eur("1.00")),
      hold(day(1), "asked"),
      promise(day(1), day(9)),
      stepTaken(day(1), "letter"),
      stepWithdrawn(day(1), "letter"),
      contact(day(1), Channel.PHONE)
    };
    assertThat(invoice(events).standingOn(LocalDate.MAX).isRoutine()).isTrue();
    for (LedgerEvent each : events) {
      assertThat(invoice(each).standingOn(LocalDate.MAX).isRoutine()).as(each.toString()).isTrue();
    }
  }
}
