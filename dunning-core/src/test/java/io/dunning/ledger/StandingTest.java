package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the events of an invoice add up to, view by view. */
class StandingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)).with(events);
  }

  private static Standing standing(LedgerEvent... events) {
    return invoice(events).standingOn(day(100));
  }

  private static Account account(InvoiceHistory history, LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(history), List.of(events));
  }

  private static LedgerEvent plan(int on, int due) {
    return new AgreementEvent.PlanAgreed(day(on), List.of(new Instalment(day(due), eur("25.00"))));
  }

  @Test
  void channelsFailUntilTheyWorkAgain() {
    int email = 1 << Channel.EMAIL.ordinal();
    int phone = 1 << Channel.PHONE.ordinal();
    LedgerEvent failed = notDelivered(day(1), "x", Channel.EMAIL);
    assertThat(standing(failed).correspondence().closedChannelBits()).isEqualTo(email);
    assertThat(
            standing(failed, notDelivered(day(1), "x", Channel.PHONE))
                .correspondence()
                .closedChannelBits())
        .isEqualTo(email | phone);
    LedgerEvent works =
        new DeliveryEvent.DeliveryConfirmed(day(2), Optional.of("x"), Optional.of(Channel.EMAIL));
    assertThat(standing(failed, works).correspondence().closedChannelBits()).isZero();
    assertThat(
            standing(
                    failed,
                    notDelivered(day(1), "x", Channel.PHONE),
                    new Contact(day(2), Channel.EMAIL, Direction.OUT, Reached.ANOTHER_PERSON))
                .correspondence()
                .closedChannelBits())
        .isEqualTo(phone);
    assertThat(
            standing(failed, new Contact(day(2), Channel.EMAIL, Direction.OUT, Reached.NOBODY))
                .correspondence()
                .closedChannelBits())
        .isEqualTo(email);
    Account account =
        Account.of(
            Customer.of("C").without(Channel.PHONE),
            List.of(invoice(failed)),
            List.of(notDelivered(day(1), "x", Channel.SMS)));
    assertThat(account.balancesOn(day(9).toEpochDay()).closedChannelBits())
        .isEqualTo(email | phone | 1 << Channel.SMS.ordinal());
  }

  @Test
  void answersEndARowOfAttempts() {
    LedgerEvent missed = new Contact(day(1), Channel.PHONE, Direction.OUT, Reached.NOBODY);
    LedgerEvent again = new Contact(day(3), Channel.PHONE, Direction.OUT, Reached.NOBODY);
    assertThat(standing(missed, again).correspondence().unansweredAttempts(day(1).toEpochDay()))
        .isEqualTo(2);
    assertThat(standing(missed, again).correspondence().unansweredAttempts(day(2).toEpochDay()))
        .isEqualTo(1);
    assertThat(standing(missed, again).correspondence().unansweredAttempts(day(3).toEpochDay()))
        .isEqualTo(1);
    assertThat(standing(missed, again).correspondence().lastAnswerDay()).isEqualTo(Long.MIN_VALUE);
    for (LedgerEvent answer :
        List.of(
            new ContactEvent.CustomerReplied(day(4), ""),
            new Contact(day(4), Channel.PHONE, Direction.IN, Reached.UNKNOWN),
            new Contact(day(4), Channel.PHONE, Direction.OUT, Reached.RIGHT_PERSON),
            new Contact(day(4), Channel.PHONE, Direction.OUT, Reached.OWNER))) {
      assertThat(
              standing(missed, again, answer).correspondence().unansweredAttempts(Long.MIN_VALUE))
          .isZero();
      assertThat(standing(missed, again, answer).correspondence().lastAnswerDay())
          .isEqualTo(day(4).toEpochDay());
    }
    for (LedgerEvent none :
        List.of(
            new Contact(day(4), Channel.PHONE, Direction.OUT, Reached.ANOTHER_PERSON),
            new Contact(day(4), Channel.PHONE))) {
      assertThat(standing(missed, again, none).correspondence().unansweredAttempts(Long.MIN_VALUE))
          .isEqualTo(2);
    }
  }

  @Test
  void theLastOfEachIsKept() {
    Standing standing =
        standing(
            new ContactEvent.CustomerReplied(day(1), Reply.REFUSES, ""),
            new ContactEvent.CustomerReplied(day(3), Reply.ASKS_FOR_TIME, ""),
            new StepEvent.StepApproved(day(2), "agency"),
            new StepEvent.StepRefused(day(4), "agency"),
            delivered(day(2)),
            delivered(day(5), "demand"),
            restricted(day(6), Restriction.DECEASED));
    assertThat(standing.correspondence().latestReply()).contains(Reply.ASKS_FOR_TIME);
    assertThat(standing.correspondence().repliedDay(Reply.REFUSES)).isEqualTo(day(1).toEpochDay());
    assertThat(standing.correspondence().repliedDay(Reply.PROMISES)).isEqualTo(Long.MIN_VALUE);
    assertThat(standing.correspondence().lastRepliedOn()).contains(day(3));
    assertThat(standing.steps().decision("agency"))
        .contains(new StepEvent.StepRefused(day(4), "agency"));
    assertThat(standing.steps().decision("other")).isEmpty();
    assertThat(standing.correspondence().deliveredOn()).contains(day(2));
    assertThat(standing.correspondence().deliveredDay("demand")).isEqualTo(day(5).toEpochDay());
    assertThat(standing.correspondence().deliveredDay("other")).isEqualTo(Long.MIN_VALUE);
    assertThat(standing.agreements().restrictedThroughDay(Restriction.DECEASED))
        .isEqualTo(EpochDay.NEVER);
    assertThat(standing.agreements().restrictedThroughDay(Restriction.INSOLVENCY))
        .isEqualTo(Long.MIN_VALUE);
    assertThat(standing.isAsBilled()).isFalse();
    assertThat(standing.correspondence().arrivedDay()).isEqualTo(Long.MIN_VALUE);
    assertThat(standing.correspondence().undeliveredSince()).isEmpty();
    assertThat(standing(delivered(day(1))).isAsBilled()).isTrue();
    assertThat(standing().isAsBilled()).isTrue();
    assertThat(standing().correspondence().deliveredOn()).isEmpty();
  }

  @Test
  void whatChangesADebtIsNotAsBilled() {
    for (LedgerEvent each :
        List.of(
            dispute(day(1), eur("1.00"), ""),
            plan(1, 9),
            new TermsEvent.Deferral(day(1), day(9)),
            new TermsEvent.TermsRenegotiated(day(1), day(9)),
            restricted(day(1), Restriction.DECEASED),
            notDelivered(day(1)))) {
      assertThat(standing(each).isAsBilled()).as(each.toString()).isFalse();
      Account account = account(invoice(each));
      assertThat(account.balancesOn(Long.MAX_VALUE).isPlain(0)).as(each.toString()).isFalse();
      assertThat(account.balancesOn(Long.MAX_VALUE).isAccountPlain()).isTrue();
    }
    Account deferred = account(invoice(), new TermsEvent.Deferral(day(1), day(9)));
    assertThat(deferred.balancesOn(Long.MAX_VALUE).isAccountPlain()).isFalse();
    assertThat(deferred.balancesOn(Long.MAX_VALUE).isPlain(0)).isTrue();
  }

  @Test
  void lettersThatCameBackAndWithdrawnStepsTakeBackTheLatestTaking() {
    Standing standing =
        standing(
            stepTaken(day(1), "a", Channel.EMAIL),
            stepTaken(day(2), "b", Channel.EMAIL),
            stepTaken(day(3), "a", Channel.LETTER),
            notDelivered(day(4), "a", Channel.LETTER),
            stepTaken(day(5), "c"),
            stepTaken(day(6), "b", Channel.PHONE),
            new StepEvent.StepWithdrawn(day(7), "b"),
            new StepEvent.StepWithdrawn(day(7), "never taken"));
    assertThat(standing.steps().taken())
        .containsExactly(
            new StepEvent.StepTaken(day(1), "a", Optional.of(Channel.EMAIL)),
            new StepEvent.StepTaken(day(2), "b", Optional.of(Channel.EMAIL)),
            new StepEvent.StepTaken(day(5), "c", Optional.empty()));
    assertThat(standing.steps().withdrawn())
        .containsExactly(new StepEvent.StepTaken(day(6), "b", Optional.of(Channel.PHONE)));
    assertThat(standing.steps().columns().count()).isEqualTo(3);
    assertThat(standing.steps().columns().hasChannel(0)).isTrue();
    assertThat(standing.steps().columns().hasChannel(2)).isFalse();
    Standing twice =
        standing(
            stepTaken(day(1), "a"),
            stepTaken(day(2), "b"),
            new StepEvent.StepWithdrawn(day(3), "b"),
            new StepEvent.StepWithdrawn(day(3), "a"));
    assertThat(twice.steps().withdrawn())
        .extracting(StepEvent.StepTaken::step)
        .containsExactly("a", "b");
  }

  @Test
  void disputedPartsStayWithinWhatIsOpen() {
    LedgerEvent part = dispute(day(1), eur("30.00"), "");
    assertThat(standing(part).agreements().disputedMinor()).isEqualTo(3_000);
    assertThat(standing(part).agreements().isDisputed()).isFalse();
    assertThat(standing(part, part).agreements().disputedMinor()).isEqualTo(6_000);
    assertThat(
            standing(part, new MoneyEvent.Payment(day(2), eur("80.00")))
                .agreements()
                .disputedMinor())
        .isEqualTo(2_000);
    assertThat(
            standing(part, new MoneyEvent.Payment(day(2), eur("80.00"))).agreements().isDisputed())
        .isTrue();
    assertThat(
            standing(part, new DisputeEvent.DisputeResolved(day(2))).agreements().disputedMinor())
        .isZero();
    assertThat(
            standing(part, new DisputeEvent.DisputeOpened(day(2), "")).agreements().disputedMinor())
        .isEqualTo(10_000);
    Money most = Money.ofMinor(Long.MAX_VALUE, eur("1.00").currency());
    assertThat(
            standing(dispute(day(1), most, ""), dispute(day(1), most, ""))
                .agreements()
                .isDisputed())
        .isTrue();
  }
}
