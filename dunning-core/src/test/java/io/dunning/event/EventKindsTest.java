package io.dunning.event;

import static io.dunning.event.ChargeEvent.Charge.FEE;
import static io.dunning.event.ChargeEvent.Charge.INTEREST;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every factory makes, whom each kind is handed to, what it names, and where it belongs. */
class EventKindsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 1);
  private static final Money TEN = eur("10.00");

  /** Whether an account as a whole can have it, too. */
  private enum Place {
    INVOICE_ONLY,
    ACCOUNT_TOO
  }

  static Stream<Arguments> factories() {
    return Stream.of(
        // money
        of(LedgerEvent.payment(DAY, TEN), "payment 10.00 EUR", Place.ACCOUNT_TOO, TEN),
        of(
            LedgerEvent.paymentReversed(DAY, TEN),
            "payment reversed 10.00 EUR",
            Place.ACCOUNT_TOO,
            TEN),
        of(LedgerEvent.credit(DAY, TEN), "credit 10.00 EUR", Place.INVOICE_ONLY, TEN),
        of(
            LedgerEvent.discountTaken(DAY, TEN),
            "discount taken 10.00 EUR",
            Place.INVOICE_ONLY,
            TEN),
        of(
            LedgerEvent.discountReversed(DAY, TEN),
            "discount reversed 10.00 EUR",
            Place.INVOICE_ONLY,
            TEN),
        of(LedgerEvent.refund(DAY, TEN), "refund 10.00 EUR", Place.INVOICE_ONLY, TEN),
        of(LedgerEvent.writtenOff(DAY), "written off", Place.INVOICE_ONLY),
        of(LedgerEvent.voided(DAY), "voided", Place.INVOICE_ONLY),
        of(LedgerEvent.chargesPaid(DAY, TEN), "charges paid 10.00 EUR", Place.INVOICE_ONLY, TEN),
        of(LedgerEvent.partWrittenOff(DAY, TEN), "written off 10.00 EUR", Place.INVOICE_ONLY, TEN),
        of(LedgerEvent.writeOffReversed(DAY), "write-off reversed", Place.INVOICE_ONLY),
        // charges
        of(
            LedgerEvent.chargeAssessed(DAY, FEE, TEN),
            "fee assessed: 10.00 EUR",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.chargeAssessed(DAY, FEE, TEN, "notice"),
            "fee assessed: 10.00 EUR at notice",
            Place.ACCOUNT_TOO,
            TEN),
        of(LedgerEvent.chargeWaived(DAY, INTEREST), "interest waived", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.chargeWaived(DAY, INTEREST, TEN),
            "interest waived: 10.00 EUR",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.chargeReinstated(DAY, FEE, TEN),
            "fee reinstated: 10.00 EUR",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.chargeReversed(DAY, FEE, TEN),
            "fee reversed: 10.00 EUR",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            new ChargeEvent.ChargeReversed(DAY, FEE, TEN, Optional.of("notice")),
            "fee reversed: 10.00 EUR at notice",
            Place.ACCOUNT_TOO,
            TEN),
        // disputes
        of(LedgerEvent.dispute(DAY, "price"), "dispute opened (price)", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.dispute(DAY, TEN, "price"),
            "dispute opened over 10.00 EUR (price)",
            Place.INVOICE_ONLY,
            TEN),
        of(LedgerEvent.disputeResolved(DAY), "dispute resolved", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON),
            "dispute resolved: customer won",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON, "D-1"),
            "dispute D-1 resolved: customer won",
            Place.ACCOUNT_TOO),
        // agreements
        of(LedgerEvent.promise(DAY, LATER), "promise to pay all by 2026-04-01", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.promise(DAY, TEN, LATER),
            "promise to pay 10.00 EUR by 2026-04-01",
            Place.ACCOUNT_TOO,
            TEN),
        of(LedgerEvent.promiseWithdrawn(DAY), "promise withdrawn", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.planAgreed(DAY, List.of(new Instalment(LATER, TEN))),
            "payment plan agreed: 10.00 EUR due 2026-04-01",
            Place.ACCOUNT_TOO,
            TEN),
        of(LedgerEvent.planCancelled(DAY), "payment plan cancelled", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.settlementOffered(DAY, TEN, LATER),
            "settlement offered: 10.00 EUR until 2026-04-01",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.settlementAccepted(DAY, TEN, LATER),
            "settlement accepted: 10.00 EUR due 2026-04-01",
            Place.ACCOUNT_TOO,
            TEN),
        of(LedgerEvent.settlementLapsed(DAY), "settlement lapsed", Place.ACCOUNT_TOO),
        of(LedgerEvent.addressUnknown(DAY), "address unknown", Place.ACCOUNT_TOO),
        of(LedgerEvent.addressFound(DAY), "new address known", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.furtherGranted(DAY, Concession.PLAN, "head of credit"),
            "further payment plan granted by head of credit",
            Place.ACCOUNT_TOO),
        // terms
        of(LedgerEvent.deferred(DAY, LATER), "deferred to 2026-04-01", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.termsRenegotiated(DAY, LATER),
            "terms renegotiated: due 2026-04-01",
            Place.INVOICE_ONLY),
        // restrictions and holds
        of(LedgerEvent.hold(DAY, "asked"), "hold (asked)", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.hold(DAY, "asked", LATER),
            "hold (asked) through 2026-04-01",
            Place.ACCOUNT_TOO),
        of(LedgerEvent.holdReleased(DAY), "hold released", Place.ACCOUNT_TOO),
        of(LedgerEvent.restricted(DAY, Restriction.DECEASED), "deceased", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.restricted(DAY, Restriction.INSOLVENCY, LATER),
            "insolvent through 2026-04-01",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.restrictionLifted(DAY, Restriction.INSOLVENCY),
            "no longer insolvent",
            Place.ACCOUNT_TOO),
        // steps
        of(LedgerEvent.stepTaken(DAY, "call"), "step taken: call", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.stepTaken(DAY, "call", Channel.PHONE),
            "step taken: call by phone",
            Place.ACCOUNT_TOO),
        of(LedgerEvent.stepWithdrawn(DAY, "call"), "step withdrawn: call", Place.ACCOUNT_TOO),
        of(LedgerEvent.stepApproved(DAY, "call"), "step approved: call", Place.ACCOUNT_TOO),
        of(LedgerEvent.stepRefused(DAY, "call"), "step refused: call", Place.ACCOUNT_TOO),
        // contacts
        of(LedgerEvent.contact(DAY, Channel.PHONE), "contact by phone", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.contact(DAY, Channel.PHONE, ContactEvent.Direction.IN, Reached.OWNER),
            "contact from the customer by phone, reached the owner",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.customerReplied(DAY, Reply.REFUSES),
            "customer replied, refuses to pay",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.customerReplied(DAY, Reply.OTHER, NonpaymentReason.FORGOT),
            "customer replied, reason: forgot",
            Place.ACCOUNT_TOO),
        of(LedgerEvent.contactInvited(DAY), "contact invited", Place.ACCOUNT_TOO),
        of(LedgerEvent.noticeGiven(DAY, "mandate"), "notice given: mandate", Place.ACCOUNT_TOO),
        of(LedgerEvent.optedOut(DAY, Channel.SMS), "opted out of sms", Place.ACCOUNT_TOO),
        of(LedgerEvent.optedIn(DAY, Channel.SMS), "opted in to sms", Place.ACCOUNT_TOO),
        // until when a claim can be enforced
        of(
            LedgerEvent.limitation(DAY, LATER),
            "claim can be enforced through " + LATER,
            Place.INVOICE_ONLY),
        of(
            LedgerEvent.limitationSuspended(DAY, "talks"),
            "limitation suspended (talks)",
            Place.INVOICE_ONLY),
        of(LedgerEvent.limitationResumed(DAY), "limitation runs again", Place.INVOICE_ONLY),
        // deliveries
        of(LedgerEvent.delivered(DAY), "delivered: invoice", Place.INVOICE_ONLY),
        of(LedgerEvent.delivered(DAY, "call"), "delivered: call", Place.ACCOUNT_TOO),
        of(LedgerEvent.notDelivered(DAY), "not delivered: invoice", Place.INVOICE_ONLY),
        of(
            LedgerEvent.notDelivered(DAY, "call", Channel.EMAIL),
            "not delivered: call by email",
            Place.ACCOUNT_TOO),
        // the bank
        of(
            LedgerEvent.candidateReceipt(DAY, "R-1", TEN, "ACME"),
            "candidate receipt R-1: 10.00 EUR from ACME",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.candidateReceipt(DAY, "R-1", TEN, "", LATER),
            "candidate receipt R-1: 10.00 EUR, holds through 2026-04-01",
            Place.ACCOUNT_TOO,
            TEN),
        of(
            LedgerEvent.candidateBooked(DAY, "R-1"),
            "candidate receipt R-1 booked",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.candidateRejected(DAY, "R-1"),
            "candidate receipt R-1 rejected",
            Place.ACCOUNT_TOO),
        of(LedgerEvent.bankDataAsOf(DAY), "bank data complete", Place.ACCOUNT_TOO),
        of(
            LedgerEvent.paidBy(DAY, PaymentMethod.DIRECT_DEBIT),
            "paid by direct debit",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.collectionPlanned(DAY, LATER),
            "collection planned for 2026-04-01",
            Place.ACCOUNT_TOO),
        of(
            LedgerEvent.collectionFailed(DAY, "SEPA-SDD", "AM04"),
            "collection failed (SEPA-SDD AM04)",
            Place.ACCOUNT_TOO),
        of(LedgerEvent.collected(DAY), "collected", Place.ACCOUNT_TOO));
  }

  private static Arguments of(LedgerEvent event, String words, Place place, Money... amounts) {
    return Arguments.of(event, words, place, List.of(amounts));
  }

  @ParameterizedTest
  @MethodSource("factories")
  void aFactoryMakesWhatItSays(LedgerEvent event, String words, Place place, List<Money> amounts) {
    assertThat(event).hasToString(DAY + " " + words);
    assertThat(event.needsInvoice()).isEqualTo(place == Place.INVOICE_ONLY);
    assertThat(event.amounts()).isEqualTo(amounts);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void eachKindIsHandedToTheMethodOfItsNameInItsFamily(LedgerEvent event) throws Exception {
    Class<?> family = event.getClass().getInterfaces()[0];
    List<String> heard = new ArrayList<>();
    event.accept((LedgerEvent.Visitor) listener(LedgerEvent.Visitor.class, event, heard));
    Class<?> visitor = Class.forName(family.getName() + "$Visitor");
    Method accept = family.getMethod("accept", visitor);
    accept.invoke(event, listener(visitor, event, heard));
    assertThat(heard)
        .containsExactly(
            lowerFirst(family.getSimpleName().replace("Event", "")),
            lowerFirst(event.getClass().getSimpleName()));
  }

  /** Notes which method was called; it has to be called with the event itself. */
  private static Object listener(Class<?> visitor, LedgerEvent event, List<String> heard) {
    return Proxy.newProxyInstance(
        visitor.getClassLoader(),
        new Class<?>[] {visitor},
        (self, method, arguments) -> {
          assertThat(arguments).containsExactly(event);
          heard.add(method.getName());
          return null;
        });
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void eachKindTakesEvidence(LedgerEvent event, String words) {
    BookedEvent entry = event.with(Evidence.by("Anna"));
    assertThat(entry.event()).isSameAs(event);
    assertThat(entry).hasToString(DAY + " " + words + ", by Anna");
    BookedEvent late = event.bookedOn(LATER).with(Evidence.by("Anna"));
    assertThat(late).hasToString(DAY + " " + words + ", booked on 2026-04-01, by Anna");
  }

  @Test
  void everyKindIsInTheTable() {
    Set<String> permitted =
        Arrays.stream(LedgerEvent.class.getPermittedSubclasses())
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .map(Class::getName)
            .collect(Collectors.toSet());
    assertThat(factories().map(a -> a.get()[0].getClass().getName()).collect(Collectors.toSet()))
        .isEqualTo(permitted);
  }

  static Stream<Function<Money, LedgerEvent>> withAmounts() {
    return Stream.of(
        m -> LedgerEvent.payment(DAY, m),
        m -> LedgerEvent.paymentReversed(DAY, m),
        m -> LedgerEvent.credit(DAY, m),
        m -> LedgerEvent.refund(DAY, m),
        m -> LedgerEvent.discountTaken(DAY, m),
        m -> LedgerEvent.discountReversed(DAY, m),
        m -> LedgerEvent.partWrittenOff(DAY, m),
        m -> LedgerEvent.chargeAssessed(DAY, FEE, m),
        m -> LedgerEvent.chargeWaived(DAY, FEE, m),
        m -> LedgerEvent.chargeReinstated(DAY, FEE, m),
        m -> LedgerEvent.chargeReversed(DAY, FEE, m),
        m -> LedgerEvent.dispute(DAY, m, ""),
        m -> LedgerEvent.promise(DAY, m, LATER),
        m -> LedgerEvent.settlementOffered(DAY, m, LATER));
  }

  @ParameterizedTest
  @MethodSource("withAmounts")
  void noAmountIsNegative(Function<Money, LedgerEvent> factory) {
    assertThat(factory.apply(TEN).amounts()).containsExactly(TEN);
    assertThatThrownBy(() -> factory.apply(eur("-0.01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("amount of the .+ on " + DAY + " is negative: -0.01 EUR");
  }

  @Test
  void aContactKeepsWithWhomItWas() {
    ContactEvent.Contact contact = new ContactEvent.Contact(DAY, Channel.PHONE).with("Ann Lee");
    assertThat(contact.by("an agency").withPurpose(ContactEvent.Purpose.ANSWER).person())
        .isEqualTo("Ann Lee");
    assertThat(contact).hasToString(DAY + " contact by phone with Ann Lee");
    assertThat(contact.with("")).isEqualTo(new ContactEvent.Contact(DAY, Channel.PHONE));
  }

  @Test
  void aStepKeepsToWhomItWent() {
    LedgerEvent taken = LedgerEvent.stepTaken(DAY, "call", Channel.PHONE, "Ann Lee");
    assertThat(taken).hasToString(DAY + " step taken: call by phone to Ann Lee");
    assertThat(taken).isNotEqualTo(LedgerEvent.stepTaken(DAY, "call", Channel.PHONE));
    assertThat(LedgerEvent.stepTaken(DAY, "call", Channel.PHONE, ""))
        .isEqualTo(LedgerEvent.stepTaken(DAY, "call", Channel.PHONE));
  }

  @Test
  void aDisputeKeepsItsIdAndWhoOpenedIt() {
    DisputeEvent.DisputeOpened opened = LedgerEvent.dispute(DAY, "price").withId("D-1").by("us");
    assertThat(opened.id()).contains("D-1");
    assertThat(opened.openedBy()).contains("us");
    assertThat(opened).hasToString(DAY + " dispute D-1 opened by us (price)");
  }

  static Stream<Arguments> blanks() {
    return Stream.of(
        blank("name of the step", w -> LedgerEvent.stepTaken(DAY, w)),
        blank("name of the step", w -> LedgerEvent.stepWithdrawn(DAY, w)),
        blank("name of the step", w -> LedgerEvent.stepApproved(DAY, w)),
        blank("name of the step", w -> LedgerEvent.stepRefused(DAY, w)),
        blank("id of a dispute", w -> LedgerEvent.dispute(DAY, "price").withId(w)),
        blank("who opened a dispute", w -> LedgerEvent.dispute(DAY, "price").by(w)),
        blank(
            "id of a dispute",
            w -> LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON, w)),
        blank(
            "who granted a further payment plan",
            w -> LedgerEvent.furtherGranted(DAY, Concession.PLAN, w)));
  }

  private static Arguments blank(String what, Function<String, LedgerEvent> factory) {
    return Arguments.of(what, factory);
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void noNameIsBlank(String what, Function<String, LedgerEvent> factory) {
    assertThat(factory.apply("x")).isNotNull();
    assertThatThrownBy(() -> factory.apply(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(what + " is blank");
  }

  @Test
  void aContactKeepsWhoMadeIt() {
    ContactEvent.Contact contact = new ContactEvent.Contact(DAY, Channel.PHONE).by("an agency");
    assertThat(contact.collector()).isEqualTo("an agency");
    assertThat(contact.by("our clerk").collector()).isEqualTo("our clerk");
  }
}
