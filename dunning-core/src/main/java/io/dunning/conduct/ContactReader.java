package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reached;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads events into a {@link ContactLog}. */
final class ContactReader
    implements LedgerEvent.Visitor, StepEvent.Visitor, ContactEvent.Visitor, DeliveryEvent.Visitor {
  private final ContactLog log;
  private final Function<String, Optional<Channel>> channels;
  private final boolean documents;
  private final boolean stepsAreNotices;

  private int place;
  private long day;

  /** The messages of steps that are known to have failed; null if there are none. */
  private List<DeliveryEvent.DeliveryFailed> failed;

  /** The steps that were withdrawn. */
  private final List<String> withdrawn = new ArrayList<>(0);

  /**
   * Creates a reader.
   *
   * @param channels finds the channel of a step that was recorded without one
   * @param documents whether steps of one name and day are one message about several invoices
   * @param stepsAreNotices whether a step counts as the notice of its name
   */
  ContactReader(
      ContactLog log,
      Function<String, Optional<Channel>> channels,
      boolean documents,
      boolean stepsAreNotices) {
    this.log = log;
    this.channels = channels;
    this.documents = documents;
    this.stepsAreNotices = stepsAreNotices;
  }

  /**
   * Reads events from the latest to the earliest, so that it can stop at the first old one.
   *
   * @param about the index of the invoice; {@link ContactLog#ACCOUNT} for the account's own events
   * @param from the first epoch day that matters, included
   * @param through the last epoch day that counts, included
   */
  void read(List<LedgerEvent> events, int about, long from, long through) {
    place = about;
    failed = null;
    withdrawn.clear();
    for (int i = events.size() - 1; i >= 0; i--) {
      LedgerEvent event = events.get(i);
      day = event.date().toEpochDay();
      if (day < from) {
        return;
      }
      if (day <= through) {
        event.accept(this);
      }
    }
  }

  @Override
  public void step(StepEvent event) {
    event.accept((StepEvent.Visitor) this);
  }

  @Override
  public void stepTaken(StepEvent.StepTaken event) {
    String step = event.step();
    long backOn = cameBackOn(step);
    boolean came = backOn == EpochDay.NEVER;
    if (stepsAreNotices && !withdrawn.remove(step)) {
      log.add(new ContactLog.Given(day, place, step, true, backOn));
    }
    Optional<Channel> channel = event.channel().or(() -> channels.apply(step));
    if (channel.isPresent()) {
      log.add(
          new LoggedContact(
              day,
              channel.get(),
              place,
              false,
              came ? Reached.UNKNOWN : Reached.NOBODY,
              Purpose.COLLECTION,
              "",
              step,
              event.person(),
              documents && log.hasMessage(day, place, step, channel.get(), event.person())));
    }
  }

  @Override
  public void stepWithdrawn(StepEvent.StepWithdrawn event) {
    withdrawn.add(event.step());
  }

  @Override
  public void stepApproved(StepEvent.StepApproved event) {}

  @Override
  public void stepRefused(StepEvent.StepRefused event) {}

  @Override
  public void contact(ContactEvent event) {
    event.accept((ContactEvent.Visitor) this);
  }

  @Override
  public void contact(ContactEvent.Contact event) {
    log.add(
        new LoggedContact(
            day,
            event.channel(),
            place,
            event.direction() == ContactEvent.Direction.IN,
            event.reached(),
            event.purpose(),
            event.collector(),
            "",
            event.person(),
            false));
  }

  @Override
  public void contactInvited(ContactEvent.ContactInvited event) {
    log.add(new ContactLog.Invitation(day, place, event.until()));
  }

  @Override
  public void customerReplied(ContactEvent.CustomerReplied event) {}

  @Override
  public void noticeGiven(ContactEvent.NoticeGiven event) {
    log.add(new ContactLog.Given(day, place, event.notice(), false, EpochDay.NEVER));
  }

  @Override
  public void optedOut(ContactEvent.OptedOut event) {}

  @Override
  public void optedIn(ContactEvent.OptedIn event) {}

  /** It is no contact. */
  @Override
  public void bank(BankEvent event) {}

  @Override
  public void delivery(DeliveryEvent event) {
    event.accept((DeliveryEvent.Visitor) this);
  }

  @Override
  public void deliveryConfirmed(DeliveryEvent.DeliveryConfirmed event) {}

  @Override
  public void addressUnknown(DeliveryEvent.AddressUnknown event) {}

  @Override
  public void addressFound(DeliveryEvent.AddressFound event) {}

  @Override
  public void deliveryFailed(DeliveryEvent.DeliveryFailed event) {
    if (event.step().isPresent()) {
      failed = failed == null ? new ArrayList<>(2) : failed;
      failed.add(event);
    }
  }

  /** Takes the first failure of a step that was read; never if its message arrived. */
  private long cameBackOn(String step) {
    for (int i = 0; failed != null && i < failed.size(); i++) {
      if (failed.get(i).step().orElseThrow().equals(step)) {
        return failed.remove(i).date().toEpochDay();
      }
    }
    return EpochDay.NEVER;
  }

  @Override
  public void money(MoneyEvent event) {}

  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void dispute(DisputeEvent event) {}

  @Override
  public void agreement(AgreementEvent event) {}

  @Override
  public void terms(TermsEvent event) {}

  @Override
  public void restriction(RestrictionEvent event) {}
}
