package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.optedIn;
import static io.dunning.event.LedgerEvent.optedOut;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the two sides said and sent. */
class CorrespondenceTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final int EMAIL = 1 << Channel.EMAIL.ordinal();
  private static final int LETTER = 1 << Channel.LETTER.ordinal();

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Correspondence after(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE), List.of(events))
        .standingOn(LocalDate.MAX)
        .correspondence();
  }

  private static LedgerEvent call(int on, Reached reached) {
    return contact(day(on), Channel.PHONE, Direction.OUT, reached);
  }

  @Test
  void aChannelStaysClosedUntilTheCustomerOptsInAgain() {
    LedgerEvent out = optedOut(day(1), Channel.EMAIL);
    LedgerEvent letters = optedOut(day(1), Channel.LETTER);
    assertThat(after(out).closedChannelBits()).isEqualTo(EMAIL);
    assertThat(after(out, letters, out).closedChannelBits()).isEqualTo(EMAIL | LETTER);
    assertThat(after(out, letters, optedIn(day(2), Channel.EMAIL)).closedChannelBits())
        .isEqualTo(LETTER);
    assertThat(after(optedIn(day(2), Channel.EMAIL)).closedChannelBits()).isZero();
    // a message that arrives does not lift a refusal
    assertThat(after(out, call(2, Reached.OWNER)).closedChannelBits()).isEqualTo(EMAIL);
  }

  @Test
  void optingInOpensAChannelThatFailed() {
    LedgerEvent failed = notDelivered(day(1), "letter", Channel.LETTER);
    LedgerEvent email = notDelivered(day(1), "letter", Channel.EMAIL);
    assertThat(after(failed, email).closedChannelBits()).isEqualTo(EMAIL | LETTER);
    assertThat(after(failed, email, optedIn(day(2), Channel.LETTER)).closedChannelBits())
        .isEqualTo(EMAIL);
  }

  @Test
  void theDayOfEachKindOfContactIsKept() {
    Correspondence said =
        after(call(1, Reached.NOBODY), call(3, Reached.OWNER), call(5, Reached.NOBODY));
    assertThat(said.reachedDay(Reached.NOBODY)).isEqualTo(day(5).toEpochDay());
    assertThat(said.reachedDay(Reached.OWNER)).isEqualTo(day(3).toEpochDay());
    assertThat(said.reachedDay(Reached.RIGHT_PERSON)).isEqualTo(EpochDay.NONE);
    assertThat(said.lastContactDay()).isEqualTo(day(5).toEpochDay());
    assertThat(said.lastAnswerDay()).isEqualTo(day(3).toEpochDay());
    assertThat(after(contact(day(2), Channel.PHONE)).reachedDay(Reached.UNKNOWN))
        .isEqualTo(EpochDay.NONE);
    assertThat(after(contact(day(2), Channel.PHONE, Direction.IN, Reached.OWNER)).lastContactDay())
        .isEqualTo(EpochDay.NONE);
  }

  @Test
  void aLetterThatCameBackIsAnAttemptWithoutAnAnswer() {
    LedgerEvent letter = notDelivered(day(2), "letter", Channel.LETTER);
    assertThat(after(letter).unansweredAttempts(EpochDay.NONE)).isEqualTo(1);
    assertThat(after(call(1, Reached.NOT_CONNECTED), letter).unansweredAttempts(EpochDay.NONE))
        .isEqualTo(2);
    assertThat(after(letter, call(3, Reached.OWNER)).unansweredAttempts(EpochDay.NONE)).isZero();
  }

  @Test
  void anInvoiceIsUndeliveredSinceTheFirstFailureUntilItArrives() {
    assertThat(after(notDelivered(day(1)), notDelivered(day(3))).undeliveredSince())
        .contains(day(1));
    Correspondence arrived = after(notDelivered(day(1)), delivered(day(4)));
    assertThat(arrived.undeliveredSince()).isEmpty();
    assertThat(arrived.arrivedDay()).isEqualTo(day(4).toEpochDay());
    assertThat(arrived.deliveredOn()).contains(day(4));
    Correspondence again = after(delivered(day(1)), notDelivered(day(2)));
    assertThat(again.undeliveredSince()).contains(day(2));
    assertThat(again.deliveredOn()).isEmpty();
  }

  /** Of an invoice with 30 days to pay. */
  @Test
  void theTimeToPayRunsAnewFromTheDayOnWhichALostInvoiceArrived() {
    long due = DUE.toEpochDay();
    long issued = due - 30;
    assertThat(after(delivered(day(4))).dueDayAnew(due, issued)).isEqualTo(due);
    assertThat(after(notDelivered(day(1))).dueDayAnew(due, issued)).isEqualTo(due);
    Correspondence late = after(notDelivered(day(-20)), delivered(day(4)));
    assertThat(late.dueDayAnew(due, issued)).isEqualTo(due + 34);
    // one that was due at once, or before it was written, is due when it arrives
    assertThat(late.dueDayAnew(due, due)).isEqualTo(due + 4);
    assertThat(late.dueDayAnew(due, due + 1)).isEqualTo(due + 4);
    // never before the day that was agreed, never after the last day there is
    assertThat(late.dueDayAnew(due + 20, due + 20)).isEqualTo(due + 20);
    Correspondence last = after(notDelivered(day(1)), delivered(LocalDate.MAX));
    assertThat(last.dueDayAnew(due, issued)).isEqualTo(EpochDay.LAST);
  }

  @Test
  void theLetterOfAStepIsDeliveredUntilItComesBack() {
    LedgerEvent arrived = delivered(day(1), "letter");
    assertThat(after(arrived).deliveredDay("letter")).isEqualTo(day(1).toEpochDay());
    assertThat(after(arrived).deliveredOn()).isEmpty();
    assertThat(after(arrived, notDelivered(day(2), "other", Channel.EMAIL)).deliveredDay("letter"))
        .isEqualTo(day(1).toEpochDay());
    assertThat(after(arrived, notDelivered(day(2), "letter", Channel.EMAIL)).deliveredDay("letter"))
        .isEqualTo(EpochDay.NONE);
  }

  @Test
  void aNewAddressOpensWhatGoesToAnAddress() {
    LedgerEvent lost = LedgerEvent.addressUnknown(day(1));
    LedgerEvent lostAgain = LedgerEvent.addressUnknown(day(3));
    LedgerEvent found = LedgerEvent.addressFound(day(5));
    LedgerEvent email = notDelivered(day(1), "letter", Channel.EMAIL);
    assertThat(after(lost, lostAgain).addressUnknownDay()).isEqualTo(day(1).toEpochDay());
    assertThat(after(lost, email).closedChannelBits() & (EMAIL | LETTER)).isEqualTo(EMAIL | LETTER);
    Correspondence known = after(lost, email, found);
    assertThat(known.addressUnknownDay()).isEqualTo(EpochDay.NONE);
    assertThat(known.addressFoundDay()).isEqualTo(day(5).toEpochDay());
    assertThat(known.closedChannelBits()).isEqualTo(EMAIL);
  }

  @Test
  void theLastDayOnWhichALetterCameBackIsKept() {
    Correspondence none = after(delivered(day(1), "letter"));
    assertThat(none.anyReturned()).isFalse();
    assertThat(none.returnedDay("letter")).isEqualTo(EpochDay.NONE);
    Correspondence back =
        after(
            notDelivered(day(1), "letter", Channel.LETTER),
            notDelivered(day(4), "letter", Channel.LETTER));
    assertThat(back.anyReturned()).isTrue();
    assertThat(back.returnedDay("letter")).isEqualTo(day(4).toEpochDay());
    assertThat(back.returnedDay("other")).isEqualTo(EpochDay.NONE);
  }

  @Test
  void aReplyWithoutAReasonLeavesTheReasonAsItIs() {
    LedgerEvent forgot =
        new ContactEvent.CustomerReplied(
            day(2), Reply.OTHER, Optional.of(NonpaymentReason.FORGOT), "");
    LedgerEvent more = new ContactEvent.CustomerReplied(day(4), Reply.ASKS_FOR_TIME, "");
    Correspondence found = after(forgot, more);
    assertThat(found.latestReason()).contains(NonpaymentReason.FORGOT);
    assertThat(found.latestReasonDay()).isEqualTo(day(2).toEpochDay());
    assertThat(found.repliedDay(Reply.ASKS_FOR_TIME)).isEqualTo(day(4).toEpochDay());
    assertThat(after(more).latestReason()).isEmpty();
    assertThat(after(more).latestReasonDay()).isEqualTo(EpochDay.NONE);
  }

  private static int closed(List<LedgerEvent> account, LedgerEvent... own) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE), List.of(own));
    return Account.of(Customer.of("C"), List.of(history), account)
        .balancesOn(day(100).toEpochDay())
        .closedChannelBits();
  }

  @Test
  void anAddressFoundElsewhereOpensMailThatFailedByThen() {
    int visit = 1 << Channel.VISIT.ordinal();
    LedgerEvent lost = LedgerEvent.addressUnknown(day(2));
    assertThat(closed(List.of(), lost)).isEqualTo(LETTER | visit);
    assertThat(closed(List.of(LedgerEvent.addressFound(day(1))), lost)).isEqualTo(LETTER | visit);
    assertThat(closed(List.of(LedgerEvent.addressFound(day(2))), lost)).isZero();
    // a letter that came back counts from its day, an e-mail says nothing of the address
    LedgerEvent[] back = {
      notDelivered(day(2), "letter", Channel.LETTER), notDelivered(day(4), "letter", Channel.EMAIL)
    };
    assertThat(closed(List.of(LedgerEvent.addressFound(day(1))), back)).isEqualTo(LETTER | EMAIL);
    assertThat(closed(List.of(LedgerEvent.addressFound(day(3))), back)).isEqualTo(EMAIL);
    // what the customer refused stays closed
    LedgerEvent refused = optedOut(day(1), Channel.LETTER);
    assertThat(closed(List.of(LedgerEvent.addressFound(day(2))), refused)).isEqualTo(LETTER);
  }

  @Test
  void ofTwoRecordsOfOneDayARefusalCountsAndWhatWorks() {
    LedgerEvent in = optedIn(day(2), Channel.EMAIL);
    LedgerEvent out = optedOut(day(2), Channel.EMAIL);
    assertThat(closed(List.of(in), out)).isEqualTo(EMAIL);
    assertThat(closed(List.of(out), in)).isEqualTo(EMAIL);
    LedgerEvent failed = notDelivered(day(2), "letter", Channel.EMAIL);
    LedgerEvent met = contact(day(2), Channel.EMAIL, Direction.OUT, Reached.OWNER);
    assertThat(closed(List.of(failed), met)).isZero();
    assertThat(closed(List.of(met), failed)).isZero();
  }
}
