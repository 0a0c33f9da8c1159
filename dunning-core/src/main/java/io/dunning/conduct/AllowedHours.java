package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.calendar.EpochDay;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.ContactCheck.Stop;
import io.dunning.conduct.ContactLimit.Hours;
import io.dunning.ledger.Customer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hours at which all rule sets and the customer allow a contact, in all of the customer's
 * zones.
 */
final class AllowedHours {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private record Limited(ContactRules rules, Hours hours) {}

  private final List<Limited> limits = new ArrayList<>(1);
  private final WeeklyHours inconvenient;
  private final List<ZoneId> zones;

  /** A channel with some allowed hour on every day, if one was found. */
  private Channel openEveryDay;

  /**
   * Collects the hours.
   *
   * @param person who would be contacted; null for the customer as such
   */
  AllowedHours(List<ContactRules> rules, Customer customer, ContactPerson person) {
    for (ContactRules each : rules) {
      for (ContactLimit limit : each.limits()) {
        if (limit instanceof Hours hours && hours.concerns(person)) {
          limits.add(new Limited(each, hours));
        }
      }
    }
    inconvenient = customer.wishes().inconvenient();
    zones = customer.zones();
  }

  /**
   * Returns whether every day has some allowed hour for a channel. False can mean that a closer
   * look at each day is needed.
   */
  private boolean areOpenEveryDay(Channel channel) {
    if (!inconvenient.isEmpty()) {
      return false;
    }
    List<WeeklyHours> all = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      if (LimitedChannels.include(limits.get(i).hours.channels(), channel)) {
        all.add(limits.get(i).hours.allowed());
      }
    }
    return all.isEmpty() || zones.size() < 2 && WeeklyHours.shareMinute(all);
  }

  /**
   * Returns after how many days the hours repeat while no further rules come into force; with
   * several zones, changes to and from summer time are part of the cycle.
   */
  private int cycle() {
    return zones.size() > 1 ? 400 : 7;
  }

  /** Returns the limit that leaves no hour of an epoch day; null if some hour is left. */
  Stop stop(Channel channel, long day) {
    if (openEveryDay != channel) {
      openEveryDay = areOpenEveryDay(channel) ? channel : null;
    }
    return openEveryDay == channel ? null : closing(channel, LocalDate.ofEpochDay(day));
  }

  /** Returns the first epoch day, from a day on, that has no hour; never if there is none. */
  long stopsFrom(Channel channel, long day) {
    if (areOpenEveryDay(channel)) {
      return EpochDay.NEVER;
    }
    long first = firstStop(channel, day);
    for (Limited each : limits) {
      long inForce = each.rules.inForceFrom().map(LocalDate::toEpochDay).orElse(day);
      first = inForce > day ? Math.min(first, firstStop(channel, inForce)) : first;
    }
    return first;
  }

  private long firstStop(Channel channel, long day) {
    for (int i = 0; i < cycle() && day + i <= EpochDay.LAST; i++) {
      if (stop(channel, day + i) != null) {
        return day + i;
      }
    }
    return EpochDay.NEVER;
  }

  private Stop closing(Channel channel, LocalDate day) {
    WeeklyHours left = WeeklyHours.ALWAYS;
    for (Limited each : limits) {
      if (applies(each, channel, day)) {
        left = left.minus(WeeklyHours.ALWAYS.minus(each.hours.allowed()));
        if (spans(left, day).isEmpty()) {
          return new Stop(each.rules.name(), each.hours);
        }
      }
    }
    if (inconvenient.isEmpty()) {
      return null;
    }
    return spans(left.minus(inconvenient), day).isEmpty() ? ContactCheck.WISHED : null;
  }

  private static boolean applies(Limited each, Channel channel, LocalDate day) {
    boolean inForce = each.rules.inForceFrom().map(d -> !d.isAfter(day)).orElse(true);
    return inForce && LimitedChannels.include(each.hours.channels(), channel);
  }

  ContactWindow on(LocalDate day, Channel channel) {
    WeeklyHours left = WeeklyHours.ALWAYS;
    for (Limited each : limits) {
      if (applies(each, channel, day)) {
        left = left.minus(WeeklyHours.ALWAYS.minus(each.hours.allowed()));
      }
    }
    left = left.minus(inconvenient);
    return new ContactWindow(day, zones.stream().findFirst(), spans(left, day));
  }

  /** Returns the spans of a day, by the clock of the first zone, that are allowed in all zones. */
  private List<WeeklyHours.Span> spans(WeeklyHours hours, LocalDate day) {
    List<WeeklyHours.Span> own = hours.on(day.getDayOfWeek());
    boolean atTheEnds = day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX);
    if (zones.size() < 2 || hours.equals(WeeklyHours.ALWAYS) || atTheEnds) {
      return own;
    }
    List<long[]> common = new ArrayList<>();
    own.forEach(s -> common.add(minutes(day, s, zones.get(0))));
    for (ZoneId zone : zones.subList(1, zones.size())) {
      List<long[]> there = new ArrayList<>();
      for (int shift = -1; shift <= 1; shift++) {
        LocalDate date = day.plusDays(shift);
        hours.on(date.getDayOfWeek()).forEach(s -> there.add(minutes(date, s, zone)));
      }
      List<long[]> both = new ArrayList<>();
      for (long[] one : common) {
        for (long[] other : joined(there)) {
          long from = Math.max(one[0], other[0]);
          long through = Math.min(one[1], other[1]);
          if (from <= through) {
            both.add(new long[] {from, through});
          }
        }
      }
      common.clear();
      common.addAll(both);
    }
    List<WeeklyHours.Span> spans = new ArrayList<>();
    for (long[] each : common) {
      LocalTime from = time(each[0], day);
      LocalTime through = time(each[1], day);
      // where clocks go back, a span can end before it begins: no time by the clock is sure then
      if (!through.isBefore(from)) {
        spans.add(new WeeklyHours.Span(from, through));
      }
    }
    return spans;
  }

  /** Returns the first and the last minute of a span, counted from 1970-01-01T00:00Z. */
  private static long[] minutes(LocalDate day, WeeklyHours.Span span, ZoneId zone) {
    return new long[] {
      day.atTime(span.from()).atZone(zone).toEpochSecond() / 60,
      day.atTime(span.through()).atZone(zone).toEpochSecond() / 60
    };
  }

  /** Joins spans that touch at midnight. */
  private static List<long[]> joined(List<long[]> spans) {
    List<long[]> all = new ArrayList<>();
    for (long[] each : spans) {
      long[] last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last != null && each[0] <= last[1] + 1) {
        last[1] = Math.max(last[1], each[1]);
      } else {
        all.add(each);
      }
    }
    return all;
  }

  private LocalTime time(long minute, LocalDate day) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(60 * minute, 0, ZoneOffset.UTC)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(zones.get(0))
            .toLocalDateTime();
    Optional<LocalTime> sameDay =
        local.toLocalDate().equals(day) ? Optional.of(local.toLocalTime()) : Optional.empty();
    return sameDay.orElse(LAST_MINUTE);
  }
}
