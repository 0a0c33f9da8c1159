package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.conduct.ContactLimit.AfterConversation;
import io.dunning.conduct.ContactLimit.AtMost;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.NotOnHolidays;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.ledger.Account;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a conduct says about contacting a customer, given the events of an account up to a day. Days
 * after it are answered as if nothing happened until then. The evaluator asks it before each step;
 * a host may ask before contacts of its own. Valid for one thread.
 *
 * <p>Methods with places are for evaluations: a place is the index of an invoice in the account, a
 * day an epoch day, and "never" is {@link Long#MAX_VALUE}.
 */
public final class ContactCheck {
  /** An epoch day that stands for "never". */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NONE = Long.MIN_VALUE;
  private static final long LAST_DAY = LocalDate.MAX.toEpochDay();

  /** So many days ahead a free day is sought before it is taken for never. */
  private static final int HORIZON = 4_000;

  /**
   * What stops a contact.
   *
   * @param rules the name of the rule set
   * @param limit what it forbids
   */
  public record Stop(String rules, ContactLimit limit) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Such as {@code US-REGF, at most 7 connected contacts by phone in 7 days per debt}. */
    @Override
    public String toString() {
      return rules + ": " + limit;
    }
  }

  /** A limit of a rule set that applies. */
  private record Applied(ContactRules rules, ContactLimit limit) {}

  private final Account account;
  private final long asOf;
  private final BusinessCalendar calendar;
  private final List<Applied> limits = new ArrayList<>();
  private final OpenHours hours;
  private final ContactWishes wishes;
  private final ContactLog log;
  private final long[] days;

  /** A channel that no hours stop, if one was found. */
  private Channel neverStopped;

  /**
   * A check.
   *
   * @param conduct the rules
   * @param account the account, with its events
   * @param asOf the day at whose end events are known
   * @param calendar says what is a business day and a holiday
   * @param channels the channel of a step that was recorded without one; empty if it is no contact
   * @param documents whether steps of one name and day are one message about several invoices
   */
  public ContactCheck(
      Conduct conduct,
      Account account,
      LocalDate asOf,
      BusinessCalendar calendar,
      Function<String, Optional<Channel>> channels,
      boolean documents) {
    this.account = account;
    this.asOf = asOf.toEpochDay();
    this.calendar = calendar;
    this.wishes = account.customer().wishes();
    int lookBack = 1;
    boolean all = false;
    List<ContactRules> applying = conduct.rulesFor(account.customer());
    for (int i = 0; i < applying.size(); i++) {
      ContactRules each = applying.get(i);
      List<ContactLimit> own = each.limits();
      for (int k = 0; k < own.size(); k++) {
        ContactLimit limit = own.get(k);
        limits.add(new Applied(each, limit));
        lookBack = Math.max(lookBack, lookBack(limit));
        all |= limit instanceof Notice notice && notice.before() != Before.NOTHING;
      }
      lookBack = Math.max(lookBack, each.invitationDays() + 1);
    }
    log = new ContactLog(account, this.asOf, channels, documents, lookBack, all);
    days = new long[log.size()];
    hours = new OpenHours(applying, account.customer());
  }

  /**
   * A check of an account whose steps are recorded with their channels.
   *
   * @param conduct the rules
   * @param account the account, with its events
   * @param asOf the day at whose end events are known
   * @param calendar says what is a business day and a holiday
   */
  public ContactCheck(Conduct conduct, Account account, LocalDate asOf, BusinessCalendar calendar) {
    this(conduct, account, asOf, calendar, s -> Optional.empty(), false);
  }

  private static int lookBack(ContactLimit limit) {
    if (limit instanceof AtMost most) {
      return most.lookBack();
    }
    return limit instanceof AfterConversation after ? after.days() : 0;
  }

  /**
   * Whether a contact is allowed at a moment. The one answer to a customer who wrote or called on
   * the day is, at any hour, by the channel the customer chose.
   *
   * @param invoices the numbers of the invoices it is about
   * @param channel how
   * @param moment when, by the customer's clock: that of the first zone if there are several
   * @return true if nothing stops it on that day, and the hour is allowed
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public boolean permits(Collection<String> invoices, Channel channel, LocalDateTime moment) {
    long day = moment.toLocalDate().toEpochDay();
    int[] places = places(invoices);
    if (longest(places, channel, Before.CONTACT, day) != null) {
      return false;
    }
    boolean reply = day == asOf && log.awaitsReply(channel, day);
    return reply || windowOn(moment.toLocalDate(), channel).contains(moment.toLocalTime());
  }

  /**
   * What stops a contact on a day.
   *
   * @param invoices the numbers of the invoices it is about
   * @param channel how
   * @param day when; not before the day of the check
   * @return of several limits the one that lasts longest; empty if the contact is allowed
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public Optional<Stop> stop(Collection<String> invoices, Channel channel, LocalDate day) {
    return Optional.ofNullable(stop(places(invoices), channel, Before.CONTACT, day.toEpochDay()));
  }

  /**
   * The first day on which a contact is allowed, if nothing happens until then.
   *
   * @param invoices the numbers of the invoices it is about
   * @param channel how
   * @param day the first day to try; not before the day of the check
   * @return the day; empty if something has to happen first
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public Optional<LocalDate> allowedOn(
      Collection<String> invoices, Channel channel, LocalDate day) {
    long on = allowedOn(places(invoices), channel, Before.CONTACT, day.toEpochDay());
    return on == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(on));
  }

  /**
   * The hours of a day at which a contact is allowed, whatever else may stop it.
   *
   * @param day the day
   * @param channel how
   * @return the hours; none if the day has none
   */
  public ContactWindow windowOn(LocalDate day, Channel channel) {
    return hours.on(day, channel);
  }

  private int[] places(Collection<String> invoices) {
    int[] places = new int[invoices.size()];
    int n = 0;
    for (String number : invoices) {
      int place = 0;
      while (place < account.invoices().size()
          && !account.invoices().get(place).invoice().number().equals(number)) {
        place++;
      }
      if (place == account.invoices().size()) {
        throw new IllegalArgumentException("the account has no such invoice: " + number);
      }
      places[n++] = place;
    }
    return places;
  }

  /**
   * The first day from a day on, itself included, on which something is allowed.
   *
   * @param places the invoices it is about
   * @param channel how; null for what is no contact
   * @param before what it is, as far as notices ask
   * @param day the first day to try
   * @return the day, or never
   */
  public long allowedOn(int[] places, Channel channel, Before before, long day) {
    long on = day;
    for (int i = 0; i < HORIZON && on <= LAST_DAY; i++) {
      long through = on;
      for (int k = 0; k < limits.size(); k++) {
        through = Math.max(through, freeFrom(k, places, channel, before, on));
      }
      if (channel != null) {
        through = Math.max(through, quietUntil(on));
        through = Math.max(through, hoursStop(channel, on) == null ? on : on + 1);
      }
      if (through == on) {
        return on;
      }
      on = through;
    }
    return NEVER;
  }

  /**
   * The first day from a day on, itself included, on which something is stopped.
   *
   * @param places the invoices it is about
   * @param channel how; null for what is no contact
   * @param before what it is, as far as notices ask
   * @param day the first day to try
   * @return the day, or never
   */
  public long stoppedOn(int[] places, Channel channel, Before before, long day) {
    long first = NEVER;
    for (int k = 0; k < limits.size(); k++) {
      first = Math.min(first, stopsFrom(k, places, channel, before, day));
    }
    if (channel != null) {
      first = Math.min(first, quietFrom(day));
      first = Math.min(first, hoursStopFrom(channel, day));
    }
    return first > LAST_DAY ? NEVER : first;
  }

  /**
   * What stops something on a day.
   *
   * @param places the invoices it is about
   * @param channel how; null for what is no contact
   * @param before what it is, as far as notices ask
   * @param day the day
   * @return of several limits the one that lasts longest; null if it is allowed
   */
  public Stop stop(int[] places, Channel channel, Before before, long day) {
    Stop longest = longest(places, channel, before, day);
    return longest == null && channel != null ? hoursStop(channel, day) : longest;
  }

  /** Of what stops something for whole days, whatever the hours, that which lasts longest. */
  private Stop longest(int[] places, Channel channel, Before before, long day) {
    Stop longest = null;
    long last = day;
    for (int k = 0; k < limits.size(); k++) {
      long from = freeFrom(k, places, channel, before, day);
      if (from > last) {
        last = from;
        longest = new Stop(limits.get(k).rules.name(), limits.get(k).limit);
      }
    }
    return channel != null && quietUntil(day) > last ? WISHED : longest;
  }

  private static final Stop WISHED = new Stop("customer", new ContactLimit.Wished());

  private Stop hoursStop(Channel channel, long day) {
    if (neverStopped != channel) {
      neverStopped = hours.neverStops(channel) ? channel : null;
    }
    if (neverStopped == channel) {
      return null;
    }
    return hours.stop(channel, LocalDate.ofEpochDay(day), WISHED);
  }

  private long hoursStopFrom(Channel channel, long day) {
    if (hours.neverStops(channel)) {
      return NEVER;
    }
    for (int i = 0; i < hours.cycle() && day + i <= LAST_DAY; i++) {
      if (hoursStop(channel, day + i) != null) {
        return day + i;
      }
    }
    return NEVER;
  }

  private long quietUntil(long day) {
    long until = day;
    for (DateSpan each : quietDays(day)) {
      if (each.contains(LocalDate.ofEpochDay(day))) {
        until = Math.max(until, each.lastInclusive().toEpochDay() + 1);
      }
    }
    return until;
  }

  private long quietFrom(long day) {
    long first = NEVER;
    for (DateSpan each : quietDays(day)) {
      if (each.lastInclusive().toEpochDay() >= day) {
        first = Math.min(first, Math.max(day, each.first().toEpochDay()));
      }
    }
    return first;
  }

  private List<DateSpan> quietDays(long day) {
    return wishes.isNone() ? List.of() : wishes.daysAround(LocalDate.ofEpochDay(day));
  }

  /** The first day from a day on, itself included, on which a limit does not stop something. */
  private long freeFrom(int k, int[] places, Channel channel, Before before, long day) {
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
      boolean limited = limits(most.channels(), channel);
      return limited ? freeFrom(most, applied.rules, places, day) : day;
    }
    if (applied.limit instanceof AfterConversation after) {
      return channel == Channel.PHONE ? freeFrom(after, applied.rules, places, day) : day;
    }
    if (applied.limit instanceof NotOnHolidays not) {
      boolean limited = limits(not.channels(), channel);
      return limited && calendar.isHoliday(LocalDate.ofEpochDay(day)) ? day + 1 : day;
    }
    return day;
  }

  /** Whether a limit on some channels, or on all if none is named, limits one. */
  static boolean limits(List<Channel> channels, Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  private static boolean isInForce(ContactRules rules, long day) {
    return rules.inForceFrom().map(d -> d.toEpochDay() <= day).orElse(true);
  }

  private long noticeOver(Notice notice, int[] places, long day) {
    long free = day;
    for (int place : places) {
      long given = log.given(notice.name(), place);
      if (given == NONE) {
        return NEVER;
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

  private long freeFrom(AtMost most, ContactRules rules, int[] places, long day) {
    long free = day;
    int n = most.per() == Per.CUSTOMER ? 1 : places.length;
    for (int i = 0; i < n; i++) {
      int place = places.length == 0 ? 0 : places[i];
      boolean invited =
          log.invitedThrough(day, rules.invitationDays(), most.per(), place, true) != NONE;
      free = invited ? free : Math.max(free, freeFrom(most, rules, place, day));
    }
    return free;
  }

  private long freeFrom(AtMost most, ContactRules rules, int place, long day) {
    long since =
        most.isMonthly()
            ? LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay()
            : day - most.within().getDays() + 1;
    int count = log.count(most, rules.invitationDays(), place, since, days);
    if (count < most.contacts()) {
      return day;
    }
    if (most.isMonthly()) {
      return LocalDate.ofEpochDay(day).with(TemporalAdjusters.lastDayOfMonth()).toEpochDay() + 1;
    }
    Arrays.sort(days, 0, count);
    return days[count - most.contacts()] + most.within().getDays();
  }

  private long freeFrom(AfterConversation after, ContactRules rules, int[] places, long day) {
    long free = day;
    int n = after.per() == Per.CUSTOMER ? 1 : places.length;
    for (int i = 0; i < n; i++) {
      int place = places.length == 0 ? 0 : places[i];
      boolean invited =
          log.invitedThrough(day, rules.invitationDays(), after.per(), place, true) != NONE;
      long last = log.lastConversation(after.per(), rules.invitationDays(), place);
      free = invited || last == NONE ? free : Math.max(free, last + after.days());
    }
    return free;
  }

  /** The first day from a day on, itself included, on which a limit stops something. */
  private long stopsFrom(int k, int[] places, Channel channel, Before before, long day) {
    Applied applied = limits.get(k);
    if (!isInForce(applied.rules, day)) {
      long from = applied.rules.inForceFrom().orElseThrow().toEpochDay();
      return stopsFrom(k, places, channel, before, from);
    }
    if (freeFrom(k, places, channel, before, day) > day) {
      return day;
    }
    if (channel != null && applied.limit instanceof NotOnHolidays not) {
      return limits(not.channels(), channel)
          ? calendar
              .holidayAfter(LocalDate.ofEpochDay(day))
              .map(LocalDate::toEpochDay)
              .orElse(NEVER)
          : NEVER;
    }
    long next = invitationEnds(applied, places, day);
    return next == NEVER ? NEVER : stopsFrom(k, places, channel, before, next);
  }

  /** The first day after a running invitation; counts fall by themselves, so else nothing stops. */
  private long invitationEnds(Applied applied, int[] places, long day) {
    Per per =
        applied.limit instanceof AtMost most
            ? most.per()
            : applied.limit instanceof AfterConversation after ? after.per() : null;
    long ends = NEVER;
    for (int i = 0; per != null && i < Math.max(1, places.length); i++) {
      int place = places.length == 0 ? 0 : places[i];
      long through = log.invitedThrough(day, applied.rules.invitationDays(), per, place, true);
      ends = through == NONE ? ends : Math.min(ends, through + 1);
    }
    return ends > LAST_DAY ? NEVER : ends;
  }
}
