package io.dunning.spring;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.ledger.Customer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an action may reach its customer: at the hours of the rules of contact and of the customer's
 * own wishes, by the customer's clock. Limits that count contacts are not asked again: the step was
 * allowed by them when it was decided, and counts since then. A customer without a zone has no
 * clock to go by: such a one has days, by the clock of the application, but no hours.
 */
final class ContactHours {
  /** After that many days without an hour, there is none. */
  private static final int MOST_DAYS = 400;

  private final BusinessCalendar calendar;
  private final Clock clock;

  ContactHours(BusinessCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The time by which hours are judged. */
  Instant now() {
    return clock.instant();
  }

  /**
   * When an action may be handed to its sender.
   *
   * @param now the time that it is
   * @param delivery the action
   * @return now if it may, otherwise the next time at which it may, by the customer's clock; empty
   *     if there is none
   */
  Optional<ZonedDateTime> opening(Instant now, Delivery delivery) {
    Customer customer = delivery.account().customer();
    Channel channel = delivery.action().channel().orElse(null);
    List<ContactRules> rules = timed(delivery.policy().outreach().conduct(), customer);
    boolean always = rules.isEmpty() && customer.wishes().isNone();
    boolean hasClock = !customer.zones().isEmpty();
    ZonedDateTime local = now.atZone(hasClock ? customer.zones().get(0) : clock.getZone());
    if (channel == null || always) {
      return Optional.of(local);
    }
    Conduct conduct = Conduct.under(rules.toArray(ContactRules[]::new));
    ContactCheck all = new ContactCheck(conduct, delivery.account(), local.toLocalDate(), calendar);
    ContactCheck check = delivery.document().addressee().map(all::with).orElse(all);
    LocalDate day = local.toLocalDate();
    for (int i = 0; i < MOST_DAYS; i++) {
      Optional<LocalDate> allowed = check.allowedOn(List.of(), channel, day);
      if (allowed.isEmpty()) {
        return Optional.empty();
      }
      if (!hasClock) {
        return Optional.of(local.with(allowed.get()));
      }
      for (WeeklyHours.Span each : check.windowOn(allowed.get(), channel).hours()) {
        Optional<ZonedDateTime> from = from(allowed.get(), each, local);
        if (from.isPresent()) {
          return from;
        }
      }
      day = allowed.get().plusDays(1);
    }
    return Optional.empty();
  }

  /** What the rules that hold for a customer say about hours and days, without what they count. */
  private static List<ContactRules> timed(Conduct conduct, Customer customer) {
    return conduct.rulesFor(customer).stream()
        .map(
            rules -> {
              ContactRules timed =
                  ContactRules.of(
                      rules.name(),
                      rules.limits().stream()
                          .filter(ContactHours::isTimed)
                          .toArray(ContactLimit[]::new));
              return rules.inForceFrom().map(timed::inForce).orElse(timed);
            })
        .filter(rules -> !rules.limits().isEmpty())
        .toList();
  }

  private static boolean isTimed(ContactLimit limit) {
    return limit instanceof ContactLimit.Hours || limit instanceof ContactLimit.NotOnHolidays;
  }

  /** The first time from now on that lies in some hours of a day; empty if they are over. */
  private static Optional<ZonedDateTime> from(
      LocalDate day, WeeklyHours.Span hours, ZonedDateTime now) {
    if (now.toLocalDate().equals(day) && hours.contains(now.toLocalTime())) {
      return Optional.of(now);
    }
    return starts(day.atTime(hours.from()), now.getZone())
        .map(start -> start.atZone(now.getZone()))
        .filter(start -> start.isAfter(now) && hours.contains(start.toLocalTime()))
        .findFirst();
  }

  /** A time that the clock skips begins when it has skipped it; one that comes twice, twice. */
  private static Stream<Instant> starts(LocalDateTime time, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    return offsets.isEmpty()
        ? Stream.of(zone.getRules().getTransition(time).getInstant())
        : offsets.stream().map(time::toInstant);
  }
}
