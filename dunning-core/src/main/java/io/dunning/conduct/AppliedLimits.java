package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactLimit.AfterConversation;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Hours;
import io.dunning.conduct.ContactLimit.NotOnHolidays;
import io.dunning.conduct.ContactLimit.NotWith;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The limits of all rule sets that apply to a customer, and the days on which each of them stops a
 * contact. Hours of the day are left to {@link AllowedHours}. Places and days are numbers as in
 * {@link ContactCheck}.
 */
final class AppliedLimits {

  /** A limit and the rule set that contains it. */
  private record Applied(ContactRules rules, ContactLimit limit) {}

  private final List<Applied> limits = new ArrayList<>();
  private final BusinessCalendar calendar;
  private final Account account;
  private final long asOf;
  private final ContactLog log;

  private boolean anyPersonal;

  private record BeforeOnDay(Before before, long day) {}

  /** Whether anything was announced by the day of an action, for those that were asked about. */
  private final Map<BeforeOnDay, Boolean> announced = new HashMap<>();

  /** Room for the days of counted contacts. */
  private final long[] days;

  /**
   * Collects the limits and reads as much of the account as they need.
   *
   * @param asOf the epoch day at whose end events are known
   * @param channels finds the channel of a step that was recorded without one
   * @param documents whether steps of one name and day are one message about several invoices
   */
  AppliedLimits(
      List<ContactRules> rules,
      Account account,
      long asOf,
      BusinessCalendar calendar,
      Function<String, Optional<Channel>> channels,
      boolean documents) {
    this.calendar = calendar;
    this.account = account;
    this.asOf = asOf;
    for (int i = 0; i < rules.size(); i++) {
      ContactRules each = rules.get(i);
      List<ContactLimit> own = each.limits();
      for (int k = 0; k < own.size(); k++) {
        limits.add(new Applied(each, own.get(k)));
        anyPersonal |= isPersonal(own.get(k));
      }
    }
    log = new ContactLog(account, asOf, channels, documents, lookBack(rules), askForNotices(rules));
    days = new long[log.size()];
  }

  /**
   * Returns how many days before the one asked about contacts can count. Invitations matter only to
   * contacts that would.
   */
  static int countedDays(List<ContactRules> rules) {
    long most = 1;
    for (int i = 0; i < rules.size(); i++) {
      most = Math.max(most, countedDays(rules.get(i)));
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  private static long countedDays(ContactRules rules) {
    long most = 0;
    List<ContactLimit> own = rules.limits();
    for (int k = 0; k < own.size(); k++) {
      most = Math.max(most, countedDays(own.get(k)));
    }
    return most;
  }

  /**
   * Returns how many days before the one asked about contacts and invitations are needed: the
   * oldest contact that can count may have followed an invitation, and then it does not count.
   */
  private static int lookBack(List<ContactRules> rules) {
    long most = 1;
    for (int i = 0; i < rules.size(); i++) {
      long counted = countedDays(rules.get(i));
      most = Math.max(most, counted == 0 ? 0 : counted + rules.get(i).invitationDays());
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  /** Returns whether a notice, however old, has to come before something. */
  static boolean askForNotices(List<ContactRules> rules) {
    boolean ask = false;
    for (int i = 0; i < rules.size(); i++) {
      List<ContactLimit> own = rules.get(i).limits();
      for (int k = 0; k < own.size(); k++) {
        ask |= own.get(k) instanceof Notice notice && notice.before() != Before.NOTHING;
      }
    }
    return ask;
  }

  private static long countedDays(ContactLimit limit) {
    if (limit instanceof AtMost most) {
      return most.lookBack();
    }
    return limit instanceof AfterConversation after ? after.days() : 0;
  }

  int size() {
    return limits.size();
  }

  String rulesName(int k) {
    return limits.get(k).rules.name();
  }

  ContactLimit limit(int k) {
    return limits.get(k).limit;
  }

  /** Returns whether the answer of a limit depends on the person to be contacted. */
  boolean isPersonal(int k) {
    return isPersonal(limit(k));
  }

  private static boolean isPersonal(ContactLimit limit) {
    return limit instanceof AtMost most && most.perPerson()
        || limit instanceof AfterConversation after && after.perPerson()
        || limit instanceof NotWith
        || limit instanceof Hours hours && !hours.roles().isEmpty();
  }

  /** Returns whether the answer of some limit depends on the person to be contacted. */
  boolean anyPersonal() {
    return anyPersonal;
  }

  /** Returns whether the customer used a channel on a day and got no answer by it since. */
  boolean awaitsReply(Channel channel, long day) {
    return log.awaitsReply(channel, day);
  }

  private static boolean isInForce(ContactRules rules, long day) {
    return rules.inForceFrom().map(d -> d.toEpochDay() <= day).orElse(true);
  }

  /**
   * Returns the first day, from a day on and including it, on which a limit lets something pass.
   */
  long freeFrom(
      int k, int[] places, Channel channel, Before before, ContactPerson person, long day) {
    Applied applied = limits.get(k);
    if (!isInForce(applied.rules, day)) {
      return day;
    }
    if (applied.limit instanceof Notice notice) {
      return notice.before() == before ? noticeOver(notice, places, day) : day;
    }
    if (channel == null) {
      return day;
    }
    if (applied.limit instanceof AtMost most) {
      return LimitedChannels.include(most.channels(), channel)
          ? freeFrom(most, applied.rules, places, named(most.perPerson(), person), day)
          : day;
    }
    if (applied.limit instanceof AfterConversation after) {
      String name = named(after.perPerson(), person);
      return channel == Channel.PHONE ? freeFrom(after, applied.rules, places, name, day) : day;
    }
    if (applied.limit instanceof NotWith not) {
      return not.concerns(person) ? EpochDay.NEVER : day;
    }
    if (applied.limit instanceof NotOnHolidays not) {
      boolean limited = LimitedChannels.include(not.channels(), channel);
      return limited && calendar.isHoliday(LocalDate.ofEpochDay(day)) ? day + 1 : day;
    }
    return day;
  }

  /** Returns the name of the person whose contacts count; null if those of everybody do. */
  private static String named(boolean perPerson, ContactPerson person) {
    return perPerson && person != null ? person.name() : null;
  }

  /** Returns the day from which a debt is as it is: issued, on its terms, and at the customer's. */
  private long since(int place) {
    InvoiceHistory history = account.invoices().get(place);
    Standing standing = history.standingOn(asOf);
    long terms = standing.agreements().renegotiatedDay();
    long arrived = standing.correspondence().arrivedDay();
    return Math.max(history.invoice().issuedDay(), Math.max(terms, arrived));
  }

  /** Returns the day from which a debt is past due, the whole term after it arrived. */
  private long due(int place) {
    InvoiceHistory history = account.invoices().get(place);
    Standing standing = history.standingOn(asOf);
    long due = standing.balance().dueDay();
    return standing.correspondence().dueDayAnew(due, history.invoice().issuedDay());
  }

  private long givenOn(Notice notice, int place, long known) {
    return log.givenOn(notice.name(), place, since(place), due(place), known);
  }

  /**
   * Returns whether every notice about a debt that has to come before an action was given by a day,
   * as far as was known at its end.
   */
  boolean isAnnounced(int place, Before before, long day) {
    for (Applied each : limits) {
      if (each.limit instanceof Notice notice
          && notice.before() == before
          && isInForce(each.rules, day)) {
        long given = givenOn(notice, place, day);
        if (given == EpochDay.NONE || given > day) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns whether any invoice was announced that was open and past due at the end of a day. */
  boolean isAnyAnnounced(Before before, long day) {
    return announced.computeIfAbsent(new BeforeOnDay(before, day), this::findAnnounced);
  }

  private boolean findAnnounced(BeforeOnDay action) {
    for (int i = 0; i < account.invoices().size(); i++) {
      if (action.day > due(i)
          && account.invoices().get(i).standingOn(action.day).balance().openMinor() > 0
          && isAnnounced(i, action.before, action.day)) {
        return true;
      }
    }
    return false;
  }

  /** What was not announced does not go along with the first debt, and does not delay it. */
  private long noticeOver(Notice notice, int[] places, long day) {
    long free = day;
    for (int i = 0; i < places.length; i++) {
      long given = givenOn(notice, places[i], asOf);
      if (given == EpochDay.NONE && i > 0 && notice.before() != Before.CONTACT) {
        continue;
      }
      if (given == EpochDay.NONE) {
        return EpochDay.NEVER;
      }
      LocalDate sent = LocalDate.ofEpochDay(given);
      long last =
          notice
              .lastDay(sent, calendar)
              .map(LocalDate::toEpochDay)
              .orElse(given + notice.receipt().count() + notice.period().count());
      free = Math.max(free, last + 1);
    }
    return free;
  }

  private long freeFrom(AtMost most, ContactRules rules, int[] places, String person, long day) {
    long free = day;
    int n = most.per() == Per.CUSTOMER ? 1 : places.length;
    for (int i = 0; i < n; i++) {
      int place = places.length == 0 ? 0 : places[i];
      boolean invited = isInvited(day, rules, most.per(), place);
      free = invited ? free : Math.max(free, freeFrom(most, rules, place, person, day));
    }
    return free;
  }

  private long freeFrom(AtMost most, ContactRules rules, int place, String person, long day) {
    long since =
        most.isMonthly()
            ? LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay()
            : day - most.within().getDays() + 1;
    int count = log.count(most, rules.invitationDays(), place, person, since, days);
    if (count < most.contacts()) {
      return day;
    }
    if (most.isMonthly()) {
      return LocalDate.ofEpochDay(day).with(TemporalAdjusters.lastDayOfMonth()).toEpochDay() + 1;
    }
    Arrays.sort(days, 0, count);
    return days[count - most.contacts()] + most.within().getDays();
  }

  private long freeFrom(
      AfterConversation after, ContactRules rules, int[] places, String person, long day) {
    long free = day;
    int n = after.per() == Per.CUSTOMER ? 1 : places.length;
    for (int i = 0; i < n; i++) {
      int place = places.length == 0 ? 0 : places[i];
      boolean invited = isInvited(day, rules, after.per(), place);
      long last = log.lastConversationOn(after.per(), rules.invitationDays(), place, person);
      free = invited || last == EpochDay.NONE ? free : Math.max(free, last + after.days());
    }
    return free;
  }

  private boolean isInvited(long day, ContactRules rules, Per per, int place) {
    return log.invitedThroughDay(day, rules.invitationDays(), per, place, true) != EpochDay.NONE;
  }

  /** Returns the first day, from a day on and including it, on which a limit stops something. */
  long stopsFrom(
      int k, int[] places, Channel channel, Before before, ContactPerson person, long day) {
    Applied applied = limits.get(k);
    if (!isInForce(applied.rules, day)) {
      long from = applied.rules.inForceFrom().orElseThrow().toEpochDay();
      return stopsFrom(k, places, channel, before, person, from);
    }
    if (freeFrom(k, places, channel, before, person, day) > day) {
      return day;
    }
    if (channel != null && applied.limit instanceof NotOnHolidays not) {
      return LimitedChannels.include(not.channels(), channel)
          ? calendar
              .holidayAfter(LocalDate.ofEpochDay(day))
              .map(LocalDate::toEpochDay)
              .orElse(EpochDay.NEVER)
          : EpochDay.NEVER;
    }
    long next = invitationEnds(applied, places, day);
    return next == EpochDay.NEVER ? next : stopsFrom(k, places, channel, before, person, next);
  }

  /**
   * Returns the first day after a running invitation. Only then can a count begin to stop contacts,
   * because counts only fall while nothing happens.
   */
  private long invitationEnds(Applied applied, int[] places, long day) {
    Per per =
        applied.limit instanceof AtMost most
            ? most.per()
            : applied.limit instanceof AfterConversation after ? after.per() : null;
    long ends = EpochDay.NEVER;
    for (int i = 0; per != null && i < Math.max(1, places.length); i++) {
      int place = places.length == 0 ? 0 : places[i];
      long through = log.invitedThroughDay(day, applied.rules.invitationDays(), per, place, true);
      ends = through == EpochDay.NONE ? ends : Math.min(ends, through + 1);
    }
    return ends > EpochDay.LAST ? EpochDay.NEVER : ends;
  }
}
