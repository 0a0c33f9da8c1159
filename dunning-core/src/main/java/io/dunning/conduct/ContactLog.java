package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.conduct.ContactLimit.AtMost;
import io.dunning.conduct.ContactLimit.Exemption;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The contacts, invitations and notices of an account, as far as limits ask for them. */
final class ContactLog {
  private static final int OF_ACCOUNT = -1;
  private static final long NONE = Long.MIN_VALUE;

  /**
   * A contact.
   *
   * @param day when
   * @param channel how
   * @param place about which invoice; that of the account if about no one in particular
   * @param step the step it was; empty if it was none
   * @param copy whether the same message is already counted for another invoice
   */
  private record Entry(
      long day,
      Channel channel,
      int place,
      boolean fromCustomer,
      Reached reached,
      Purpose purpose,
      String collector,
      String step,
      boolean copy) {}

  private record Invitation(long day, int place, ContactInvited event) {}

  private record Given(long day, int place, String notice) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Invitation> invitations = new ArrayList<>(0);
  private final List<Given> notices = new ArrayList<>(0);
  private final Function<String, Optional<Channel>> channels;
  private final boolean documents;
  private final boolean all;
  private final long from;
  private final long through;

  /**
   * Reads an account.
   *
   * @param channels the channel of a step that was recorded without one
   * @param documents whether steps of one name and day are one message about several invoices
   * @param lookBack how many days before the last one matter for contacts
   * @param all whether notices matter, of whatever age
   */
  ContactLog(
      Account account,
      long through,
      Function<String, Optional<Channel>> channels,
      boolean documents,
      int lookBack,
      boolean all) {
    this.channels = channels;
    this.documents = documents;
    this.through = through;
    this.all = all;
    this.from = through - lookBack;
    read(account.events(), OF_ACCOUNT);
    boolean recent = all || account.lastInvoiceEventDay() >= from;
    for (int i = 0; recent && i < account.invoices().size(); i++) {
      read(account.invoices().get(i).events(), i);
    }
  }

  /** Reads from the end, so that old events need not be looked at. */
  private void read(List<LedgerEvent> events, int place) {
    List<String> failed = null;
    for (int i = events.size() - 1; i >= 0; i--) {
      LedgerEvent event = events.get(i);
      long day = event.date().toEpochDay();
      if (day > through) {
        continue;
      }
      if (day < from && !all) {
        return;
      }
      if (event instanceof StepTaken e) {
        boolean came = failed == null || !failed.remove(e.step());
        step(e, day, place, came ? Reached.UNKNOWN : Reached.NOBODY);
      } else if (event instanceof Contact e) {
        entries.add(
            new Entry(
                day,
                e.channel(),
                place,
                e.direction() == Direction.IN,
                e.reached(),
                e.purpose(),
                e.collector(),
                "",
                false));
      } else if (event instanceof DeliveryFailed e && e.step().isPresent()) {
        failed = failed == null ? new ArrayList<>(2) : failed;
        failed.add(e.step().get());
      } else if (event instanceof ContactInvited e) {
        invitations.add(new Invitation(day, place, e));
      } else if (event instanceof NoticeGiven e) {
        notices.add(new Given(day, place, e.notice()));
      }
    }
  }

  private void step(StepTaken e, long day, int place, Reached reached) {
    if (all) {
      notices.add(new Given(day, place, e.step()));
    }
    Optional<Channel> channel = e.channel().or(() -> channels.apply(e.step()));
    if (channel.isEmpty()) {
      return;
    }
    boolean copy = false;
    for (int i = 0; documents && i < entries.size() && !copy; i++) {
      Entry other = entries.get(i);
      copy =
          other.day == day
              && other.place != place
              && other.step.equals(e.step())
              && other.channel == channel.get();
    }
    entries.add(
        new Entry(
            day, channel.get(), place, false, reached, Purpose.COLLECTION, "", e.step(), copy));
  }

  /** The days of the contacts that a limit counts about an invoice, in no particular order. */
  int count(AtMost limit, int invitationDays, int place, long since, long[] days) {
    int count = 0;
    for (Entry each : entries) {
      if (each.day >= since
          && concerns(each.place, limit.per(), place)
          && !(limit.per() == Per.CUSTOMER && each.copy)
          && isCounted(limit, each)
          && !isExempt(limit, each, place)
          && !wasInvited(each.day, invitationDays, limit.per(), place)) {
        days[count++] = each.day;
      }
    }
    return count;
  }

  int size() {
    return entries.size();
  }

  private static boolean concerns(int about, Per per, int place) {
    return per == Per.CUSTOMER || about == OF_ACCOUNT || about == place;
  }

  private static boolean isCounted(AtMost limit, Entry each) {
    boolean reached =
        switch (limit.counted()) {
          case ATTEMPTS -> true;
          case CONNECTED -> each.reached != Reached.NOT_CONNECTED;
          case CONTACTS -> each.reached != Reached.NOT_CONNECTED && each.reached != Reached.NOBODY;
        };
    return ContactCheck.limits(limit.channels(), each.channel)
        && reached
        && !each.fromCustomer
        && (limit.allCollectors() || each.collector.isEmpty());
  }

  private boolean isExempt(AtMost limit, Entry each, int place) {
    for (Exemption exemption : limit.exemptions()) {
      if (is(each, exemption.kind()) && rank(limit, exemption, each, place) < exemption.upTo()) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Entry each, ContactLimit.Kind kind) {
    return switch (kind) {
      case FAILED_VISIT -> each.channel == Channel.VISIT && each.reached == Reached.NOBODY;
      case CUT_OFF -> each.reached == Reached.CUT_OFF;
      case ANSWER -> each.purpose == Purpose.ANSWER;
      case REQUIRED_NOTICE -> each.purpose == Purpose.REQUIRED_NOTICE;
      case INFORMATION -> each.purpose == Purpose.INFORMATION;
    };
  }

  /** How many of its kind came before it within the days of the exemption. */
  private int rank(AtMost limit, Exemption exemption, Entry each, int place) {
    int before = 0;
    boolean behind = false;
    for (Entry other : entries) {
      // later entries come first in each log; of one day, what is read later counts as earlier
      behind |= other == each;
      boolean earlier = other.day < each.day || other.day == each.day && behind && other != each;
      before +=
          earlier
                  && other.day > each.day - exemption.withinDays()
                  && concerns(other.place, limit.per(), place)
                  && is(other, exemption.kind())
              ? 1
              : 0;
    }
    return before;
  }

  private boolean wasInvited(long day, int invitationDays, Per per, int place) {
    return invitedThrough(day, invitationDays, per, place, false) != NONE;
  }

  /**
   * The last day of an invitation that is running on a day; the least long without one.
   *
   * @param ownDay whether an invitation counts on its own day
   */
  long invitedThrough(long day, int invitationDays, Per per, int place, boolean ownDay) {
    long last = NONE;
    for (Invitation each : invitations) {
      long most = each.day + invitationDays - 1;
      long end = Math.min(most, each.event.until().map(d -> d.toEpochDay()).orElse(most));
      boolean began = ownDay ? each.day <= day : each.day < day;
      if (began && end >= day && concerns(each.place, per, place)) {
        last = Math.max(last, end);
      }
    }
    return last;
  }

  /** The last conversation by telephone about a debt; the least long without one. */
  long lastConversation(Per per, int invitationDays, int place) {
    long last = NONE;
    for (Entry each : entries) {
      boolean spoken =
          each.channel == Channel.PHONE
              && (each.reached == Reached.RIGHT_PERSON
                  || each.reached == Reached.OWNER
                  || each.fromCustomer && each.reached == Reached.UNKNOWN);
      if (spoken
          && each.collector.isEmpty()
          && concerns(each.place, per, place)
          && !wasInvited(each.day, invitationDays, per, place)) {
        last = Math.max(last, each.day);
      }
    }
    return last;
  }

  /** Whether the customer wrote or called on a day, and was not answered by that channel since. */
  boolean awaitsReply(Channel channel, long day) {
    Entry latest = null;
    for (Entry each : entries) {
      // the later entries of a day come first
      if (each.day == day && each.channel == channel && latest == null) {
        latest = each;
      }
      if (each.day == day && each.channel == channel && !each.fromCustomer) {
        latest = each;
      }
    }
    return latest != null && latest.fromCustomer;
  }

  /** The first day on which a notice was given about a debt; the least long if it was not. */
  long given(String notice, int place) {
    long first = NONE;
    for (Given each : notices) {
      if (each.notice.equals(notice) && concerns(each.place, Per.DEBT, place)) {
        first = first == NONE ? each.day : Math.min(first, each.day);
      }
    }
    return first;
  }
}
