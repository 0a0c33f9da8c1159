package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.AtMost.Exemption;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.Reached;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The contacts, invitations and notices of an account, as far as limits need them. */
final class ContactLog {
  /** The place of an event that is about the account as a whole. */
  static final int ACCOUNT = -1;

  /**
   * An invitation by the customer to be contacted.
   *
   * @param until the last day; empty if the customer set no end
   */
  record Invitation(long day, int place, Optional<LocalDate> until) {}

  /**
   * A notice that was given to the customer.
   *
   * @param byStep whether a step gave it, which is about the debts of its day
   * @param backOn the day on which its letter came back; never if it did not
   */
  record Given(long day, int place, String notice, boolean byStep, long backOn) {}

  /** In each place the latest comes first. */
  private final List<LoggedContact> entries = new ArrayList<>();

  private final List<Invitation> invitations = new ArrayList<>(0);
  private final List<Given> notices = new ArrayList<>(0);

  /**
   * Reads an account.
   *
   * @param through the last epoch day whose events count, included
   * @param channels finds the channel of a step that was recorded without one
   * @param documents whether steps of one name and day are one message about several invoices
   * @param lookBack how many days before the last one matter for contacts
   * @param all whether to read notices of any age
   */
  ContactLog(
      Account account,
      long through,
      Function<String, Optional<Channel>> channels,
      boolean documents,
      int lookBack,
      boolean all) {
    long from = all ? EpochDay.NONE : through - lookBack;
    ContactReader reader = new ContactReader(this, channels, documents, all);
    reader.read(account.events(), ACCOUNT, from, through);
    if (all || account.lastInvoiceEventDay() >= from) {
      for (int i = 0; i < account.invoices().size(); i++) {
        reader.read(account.invoices().get(i).events(), i, from, through);
      }
    }
  }

  void add(LoggedContact entry) {
    entries.add(entry);
  }

  void add(Invitation invitation) {
    invitations.add(invitation);
  }

  void add(Given notice) {
    notices.add(notice);
  }

  /** Returns whether a step that was taken for another invoice sent the same message. */
  boolean hasMessage(long day, int place, String step, Channel channel, String person) {
    for (int i = 0; i < entries.size(); i++) {
      LoggedContact other = entries.get(i);
      if (other.day() == day
          && other.place() != place
          && other.step().equals(step)
          && other.channel() == channel
          && other.person().equals(person)) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return entries.size();
  }

  /**
   * Counts the contacts that a limit counts about an invoice.
   *
   * @param person the name of the person with whom they were; null for everybody
   * @param since the first epoch day, included
   * @param days takes the epoch days of these contacts, in no particular order
   */
  int count(AtMost limit, int invitationDays, int place, String person, long since, long[] days) {
    int count = 0;
    for (LoggedContact each : entries) {
      if (each.day() >= since
          && concerns(each.place(), limit.per(), place)
          && !(limit.per() == Per.CUSTOMER && each.copy())
          && isCounted(limit, each)
          && each.isWith(person)
          && !isExempt(limit, each, place, person)
          && !wasInvited(each.day(), invitationDays, limit.per(), place)) {
        days[count++] = each.day();
      }
    }
    return count;
  }

  private static boolean concerns(int about, Per per, int place) {
    return per == Per.CUSTOMER || about == ACCOUNT || about == place;
  }

  private static boolean isCounted(AtMost limit, LoggedContact each) {
    boolean reached =
        switch (limit.counted()) {
          case ATTEMPTS -> true;
          case CONNECTED -> each.reached() != Reached.NOT_CONNECTED;
          case CONTACTS ->
              each.reached() != Reached.NOT_CONNECTED && each.reached() != Reached.NOBODY;
        };
    return LimitedChannels.include(limit.channels(), each.channel())
        && reached
        && !each.fromCustomer()
        && (limit.allCollectors() || each.collector().isEmpty());
  }

  private boolean isExempt(AtMost limit, LoggedContact each, int place, String person) {
    for (Exemption exemption : limit.exemptions()) {
      if (isOfKind(each, exemption.kind())
          && earlierOnes(limit, exemption, each, place, person) < exemption.upTo()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfKind(LoggedContact each, AtMost.Kind kind) {
    return switch (kind) {
      case FAILED_VISIT -> each.channel() == Channel.VISIT && each.reached() == Reached.NOBODY;
      case CUT_OFF -> each.reached() == Reached.CUT_OFF;
      case ANSWER -> each.purpose() == Purpose.ANSWER;
      case REQUIRED_NOTICE -> each.purpose() == Purpose.REQUIRED_NOTICE;
      case INFORMATION -> each.purpose() == Purpose.INFORMATION || each.purpose() == Purpose.THANKS;
    };
  }

  /** Counts the contacts of the exempt kind that came earlier, within the exemption's days. */
  private int earlierOnes(
      AtMost limit, Exemption exemption, LoggedContact each, int place, String person) {
    int before = 0;
    boolean behind = false;
    for (LoggedContact other : entries) {
      // later entries come first in each place; on the same day, what was read later is earlier
      behind |= other == each;
      boolean earlier =
          other.day() < each.day() || other.day() == each.day() && behind && other != each;
      before +=
          earlier
                  && other.day() > each.day() - exemption.withinDays()
                  && concerns(other.place(), limit.per(), place)
                  && other.isWith(person)
                  && isOfKind(other, exemption.kind())
              ? 1
              : 0;
    }
    return before;
  }

  private boolean wasInvited(long day, int invitationDays, Per per, int place) {
    return invitedThroughDay(day, invitationDays, per, place, false) != EpochDay.NONE;
  }

  /**
   * Returns the last epoch day of an invitation that is running on a day; {@link EpochDay#NONE} if
   * there is none.
   *
   * @param ownDay whether an invitation is running on the day on which it was given
   */
  long invitedThroughDay(long day, int invitationDays, Per per, int place, boolean ownDay) {
    long last = EpochDay.NONE;
    for (Invitation each : invitations) {
      long most = each.day() + invitationDays - 1;
      long end = Math.min(most, each.until().map(d -> d.toEpochDay()).orElse(most));
      boolean began = ownDay ? each.day() <= day : each.day() < day;
      if (began && end >= day && concerns(each.place(), per, place)) {
        last = Math.max(last, end);
      }
    }
    return last;
  }

  /**
   * Returns the epoch day of the last conversation by telephone about a debt; {@link EpochDay#NONE}
   * if there was none.
   *
   * @param person the name of the person with whom it was; null for everybody
   */
  long lastConversationOn(Per per, int invitationDays, int place, String person) {
    long last = EpochDay.NONE;
    for (LoggedContact each : entries) {
      boolean spoken =
          each.channel() == Channel.PHONE
              && (each.reached() == Reached.RIGHT_PERSON
                  || each.reached() == Reached.OWNER
                  || each.fromCustomer() && each.reached() == Reached.UNKNOWN);
      if (spoken
          && each.collector().isEmpty()
          && each.isWith(person)
          && concerns(each.place(), per, place)
          && !wasInvited(each.day(), invitationDays, per, place)) {
        last = Math.max(last, each.day());
      }
    }
    return last;
  }

  /**
   * Returns whether the customer used a channel on a day and got no answer by it since. Nobody
   * knows which came first of what was recorded in different places; then it counts as answered.
   */
  boolean awaitsReply(Channel channel, long day) {
    boolean any = false;
    int last = ACCOUNT - 1;
    for (LoggedContact each : entries) {
      // of each place the later entries of a day come first
      if (each.day() == day && each.channel() == channel && each.place() != last) {
        last = each.place();
        any = true;
        if (!each.fromCustomer()) {
          return false;
        }
      }
    }
    return any;
  }

  /**
   * Returns the first epoch day on which a notice was given about a debt; {@link EpochDay#NONE} if
   * it was not given.
   *
   * @param since the epoch day from which steps are about the debt, included
   * @param due its due date; steps of the account are about it only after that
   * @param known the epoch day at whose end it is asked: what came back later counts
   */
  long givenOn(String notice, int place, long since, long due, long known) {
    long first = EpochDay.NONE;
    for (Given each : notices) {
      boolean about =
          !each.byStep() || each.day() >= since && (each.place() != ACCOUNT || each.day() > due);
      if (about
          && each.backOn() > known
          && each.notice().equals(notice)
          && concerns(each.place(), Per.DEBT, place)) {
        first = first == EpochDay.NONE ? each.day() : Math.min(first, each.day());
      }
    }
    return first;
  }
}
