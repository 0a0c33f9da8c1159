package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.ContactEvent.OptedIn;
import io.dunning.event.ContactEvent.OptedOut;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DeliveryEvent.AddressFound;
import io.dunning.event.DeliveryEvent.AddressUnknown;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps, event by event, what the two sides said and sent. */
final class CorrespondenceTally implements ContactEvent.Visitor, DeliveryEvent.Visitor {
  /** The channels that need an address. */
  private static final int TO_AN_ADDRESS =
      ChannelRecord.bit(Channel.LETTER) | ChannelRecord.bit(Channel.VISIT);

  long lastContactDay;
  long lastRepliedDay;
  long lastAnswerDay;
  Reply latestReply;
  long reasonDay;
  NonpaymentReason latestReason;
  long undeliveredDay;
  long arrivedDay;
  long deliveredDay;
  ChannelRecord channels;
  final long[] repliedDays;
  final long[] reachedDays;
  final Map<String, Long> deliveredSteps;
  final Map<String, Long> returnedSteps;
  GrowingList<LocalDate> attempts;
  long addressUnknownDay;
  long addressFoundDay;

  /** Goes on from what was said and sent. */
  CorrespondenceTally(Correspondence from) {
    lastContactDay = from.lastContactDay();
    lastRepliedDay = from.lastRepliedDay;
    lastAnswerDay = from.lastAnswerDay();
    latestReply = from.latestReply;
    reasonDay = from.latestReasonDay();
    latestReason = from.latestReason;
    undeliveredDay = from.undeliveredDay;
    arrivedDay = from.arrivedDay();
    deliveredDay = from.deliveredDay;
    channels = from.channels;
    repliedDays = from.repliedDays.clone();
    reachedDays = from.reachedDays.clone();
    deliveredSteps = new HashMap<>(from.deliveredSteps);
    returnedSteps = new HashMap<>(from.returnedSteps);
    attempts = from.attempts;
    addressUnknownDay = from.addressUnknownDay();
    addressFoundDay = from.addressFoundDay();
  }

  @Override
  public void contact(Contact event) {
    long day = event.date().toEpochDay();
    if (event.direction() == Direction.OUT) {
      lastContactDay = day;
      if (event.reached() == Reached.UNKNOWN) {
        return;
      }
    }
    reachedDays[event.reached().ordinal()] = day;
    boolean deciding = event.reached() == Reached.RIGHT_PERSON || event.reached() == Reached.OWNER;
    if (event.direction() == Direction.IN || deciding) {
      answered(day);
    } else if (event.reached() == Reached.NOBODY || event.reached() == Reached.NOT_CONNECTED) {
      attempted(event.date());
    }
    if (deciding || event.reached() == Reached.ANOTHER_PERSON) {
      channels = channels.works(ChannelRecord.bit(event.channel()), day);
    }
  }

  @Override
  public void customerReplied(CustomerReplied event) {
    lastRepliedDay = event.date().toEpochDay();
    latestReply = event.reply();
    repliedDays[event.reply().ordinal()] = lastRepliedDay;
    answered(lastRepliedDay);
    if (event.why().isPresent()) {
      reasonDay = lastRepliedDay;
      latestReason = event.why().get();
    }
  }

  /** Only rules of contact ask for invitations; they read the events. */
  @Override
  public void contactInvited(ContactInvited event) {}

  /** Only rules of contact ask for notices; they read the events. */
  @Override
  public void noticeGiven(NoticeGiven event) {}

  @Override
  public void optedOut(OptedOut event) {
    channels = channels.refused(ChannelRecord.bit(event.channel()), event.date().toEpochDay());
  }

  @Override
  public void optedIn(OptedIn event) {
    int bit = ChannelRecord.bit(event.channel());
    long day = event.date().toEpochDay();
    channels = channels.allowed(bit, day).works(bit, day);
  }

  @Override
  public void deliveryConfirmed(DeliveryConfirmed event) {
    long day = event.date().toEpochDay();
    event.channel().ifPresent(c -> channels = channels.works(ChannelRecord.bit(c), day));
    if (event.step().isPresent()) {
      deliveredSteps.put(event.step().get(), day);
      return;
    }
    deliveredDay = day;
    if (undeliveredDay != EpochDay.NONE) {
      undeliveredDay = EpochDay.NONE;
      arrivedDay = day;
    }
  }

  @Override
  public void deliveryFailed(DeliveryFailed event) {
    long day = event.date().toEpochDay();
    event.channel().ifPresent(c -> channels = channels.failed(ChannelRecord.bit(c), day));
    attempted(event.date());
    if (event.step().isPresent()) {
      deliveredSteps.remove(event.step().get());
      returnedSteps.put(event.step().get(), day);
    } else if (undeliveredDay == EpochDay.NONE) {
      undeliveredDay = day;
      deliveredDay = EpochDay.NONE;
    }
  }

  @Override
  public void addressUnknown(AddressUnknown event) {
    long day = event.date().toEpochDay();
    addressUnknownDay = addressUnknownDay == EpochDay.NONE ? day : addressUnknownDay;
    channels = channels.failed(TO_AN_ADDRESS, day);
  }

  @Override
  public void addressFound(AddressFound event) {
    addressUnknownDay = EpochDay.NONE;
    addressFoundDay = event.date().toEpochDay();
    channels = channels.works(TO_AN_ADDRESS, addressFoundDay);
  }

  private void answered(long day) {
    lastAnswerDay = day;
    attempts = GrowingList.empty();
  }

  private void attempted(LocalDate day) {
    attempts = attempts.plus(List.of(day));
  }
}
