package io.dunning.conduct;

import io.dunning.action.Channel;
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

/** The hours at which all rule sets and the customer allow a contact, in all of its zones. */
final class OpenHours {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private record Limited(ContactRules rules, Hours hours) {}

  private final List<Limited> limits = new ArrayList<>(1);
  private final WeeklyHours inconvenient;
  private final List<ZoneId> zones;

  OpenHours(List<ContactRules> rules, Customer customer) {
    for (ContactRules each : rules) {
      for (ContactLimit limit : each.limits()) {
        if (limit instanceof Hours hours) {
          limits.add(new Limited(each, hours));
        }
      }
    }
    inconvenient = customer.wishes().inconvenient();
    zones = customer.zones();
  }

  /** Whether no day is without an hour for a channel, as far as can be told at once. */
  boolean neverStops(Channel channel) {
    if (!inconvenient.isEmpty()) {
      return false;
    }
    List<WeeklyHours> all = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      if (limits(limits.get(i), channel)) {
        all.add(limits.get(i).hours.allowed());
      }
    }
    return all.isEmpty() || zones.size() < 2 && WeeklyHours.shareMinute(all);
  }

  private static boolean limits(Limited each, Channel channel) {
    return ContactCheck.limits(each.hours.channels(), channel);
  }

  /** After how many days the hours repeat; of several zones with their changes of the clock. */
  int cycle() {
    boolean anyLater = limits.stream().anyMatch(l -> l.rules.inForceFrom().isPresent());
    return zones.size() > 1 || anyLater ? 400 : 7;
  }

  /** What leaves no hour on a day; null if some hour is left. */
  Stop stop(Channel channel, LocalDate day, Stop wished) {
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
    return spans(left.minus(inconvenient), day).isEmpty() ? wished : null;
  }

  private static boolean applies(Limited each, Channel channel, LocalDate day) {
    boolean inForce = each.rules.inForceFrom().map(d -> !d.isAfter(day)).orElse(true);
    return inForce && limits(each, channel);
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

  /** The spans of a day, by the clock of the first zone, that lie within the hours in all zones. */
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
      spans.add(new WeeklyHours.Span(time(each[0], day), time(each[1], day)));
    }
    return spans;
  }

  /** First and last minute since the epoch. */
  private static long[] minutes(LocalDate day, WeeklyHours.Span span, ZoneId zone) {
    return new long[] {
      day.atTime(span.from()).atZone(zone).toEpochSecond() / 60,
      day.atTime(span.through()).atZone(zone).toEpochSecond() / 60
    };
  }

  /** Spans that touch at midnight are one. */
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
