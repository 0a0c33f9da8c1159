package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.ledger.Account;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells you whether and when a customer may be contacted under a {@link Conduct}, given the events
 * of an account up to a day. For later days it answers as if nothing happened until then. The
 * evaluator asks it before each step; you can ask it before contacts of your own. Not thread-safe.
 *
 * <p>The methods with {@code int[] places} serve evaluations: a place is the index of an invoice in
 * the account, and days are {@linkplain EpochDay epoch days}. An action that needs notices goes by
 * the first of several invoices: the others go along once they were announced, too.
 */
public final class ContactCheck {
  /** How many attempts to find a free day are made before the answer is never. */
  private static final int MOST_ATTEMPTS = 4_000;

  /** The customer does not want it then. */
  static final Stop WISHED = new Stop("customer", new ContactLimit.CustomerWish());

  /**
   * The limit that stops a contact, and where it comes from.
   *
   * @param rules the name of the rule set; {@code customer} for the customer's own wishes
   * @param limit the limit that would be exceeded
   * @param person the name of the person for whom it would be; empty if the limit does not tell
   *     persons apart, or if the customer as such would be contacted
   */
  public record Stop(String rules, ContactLimit limit, String person) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What a limit stops.
     *
     * @param rules the name of the rule set
     * @param limit the limit that would be exceeded
     * @param person the name of the person for whom it would be; empty for everybody
     */
    public Stop {
      Objects.requireNonNull(rules, "rules");
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(person, "person");
    }

    /**
     * A stop for everybody.
     *
     * @param rules the name of the rule set; {@code customer} for the customer's own wishes
     * @param limit the limit that would be exceeded
     */
    public Stop(String rules, ContactLimit limit) {
      this(rules, limit, "");
    }

    /**
     * Returns the rule set and the limit, such as {@code US-REGF: at most 7 connected contacts by
     * phone in 7 days per debt and person, for Ann Lee}.
     */
    @Override
    public String toString() {
      return rules + ": " + limit + (person.isEmpty() ? "" : ", for " + person);
    }
  }

  private final Account account;
  private final long asOf;
  private final ContactWishes wishes;
  private final List<ContactRules> rules;
  private final AppliedLimits limits;

  /** Who would be contacted; null for the customer as such. */
  private final ContactPerson person;

  private final AllowedHours hours;

  /**
   * Creates a check.
   *
   * @param conduct the rules
   * @param account the account with its events
   * @param asOf the day at whose end events are known
   * @param calendar the calendar that defines business days and holidays
   * @param channels finds the channel of a step that was recorded without one; empty if the step
   *     does not contact the customer
   * @param documents whether steps of one name and day are one message about several invoices
   */
  public ContactCheck(
      Conduct conduct,
      Account account,
      LocalDate asOf,
      BusinessCalendar calendar,
      Function<String, Optional<Channel>> channels,
      boolean documents) {
    Objects.requireNonNull(conduct, "conduct");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(channels, "channels");
    this.account = account;
    this.asOf = asOf.toEpochDay();
    this.wishes = account.customer().wishes();
    rules = conduct.rulesFor(account.customer());
    limits = new AppliedLimits(rules, account, this.asOf, calendar, channels, documents);
    person = null;
    hours = new AllowedHours(rules, account.customer(), null);
  }

  private ContactCheck(ContactCheck all, ContactPerson person) {
    account = all.account;
    asOf = all.asOf;
    wishes = all.wishes;
    rules = all.rules;
    limits = all.limits;
    this.person = person;
    hours = new AllowedHours(rules, account.customer(), person);
  }

  /**
   * {@return a check for contacts with one person} Limits that count each person apart count the
   * contacts with this person and those without a person; limits for some roles apply if the person
   * has one of them. Without it, contacts are with the customer as such: contacts with everybody
   * count, and limits for some roles do not apply.
   *
   * @param who the person who would be contacted
   */
  public ContactCheck with(ContactPerson who) {
    return new ContactCheck(this, Objects.requireNonNull(who, "who"));
  }

  /**
   * {@return whether it can depend on the person whether a contact is allowed: a limit tells
   * persons apart, or the customer wishes that persons of some role are not contacted}
   */
  public boolean tellsPersonsApart() {
    return limits.anyPersonal() || !wishes.notWith().isEmpty();
  }

  /**
   * Creates a check of an account whose steps are recorded with their channels.
   *
   * @param conduct the rules
   * @param account the account with its events
   * @param asOf the day at whose end events are known
   * @param calendar the calendar that defines business days and holidays
   */
  public ContactCheck(Conduct conduct, Account account, LocalDate asOf, BusinessCalendar calendar) {
    this(conduct, account, asOf, calendar, s -> Optional.empty(), false);
  }

  /**
   * Returns whether a contact is allowed at a moment. If the customer wrote or called on that day
   * and was not answered yet, one answer by the same channel is allowed at any hour.
   *
   * @param invoices the numbers of the invoices that the contact is about
   * @param channel how the customer would be contacted
   * @param moment the moment by the customer's clock, in the first zone if there are several
   * @return true if no limit stops the contact on that day and the hour is allowed
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public boolean permits(Collection<String> invoices, Channel channel, LocalDateTime moment) {
    long day = moment.toLocalDate().toEpochDay();
    int[] places = places(invoices);
    if (longest(places, channel, Before.CONTACT, day) != null) {
      return false;
    }
    boolean reply = day == asOf && limits.awaitsReply(channel, day);
    return reply || windowOn(moment.toLocalDate(), channel).contains(moment.toLocalTime());
  }

  /**
   * {@return what stops a contact on a day: the limit that stops it longest; empty if the contact
   * is allowed}
   *
   * @param invoices the numbers of the invoices that the contact is about
   * @param channel how the customer would be contacted
   * @param day the day of the contact; not before the day of the check
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public Optional<Stop> stop(Collection<String> invoices, Channel channel, LocalDate day) {
    return Optional.ofNullable(stop(places(invoices), channel, Before.CONTACT, day.toEpochDay()));
  }

  /**
   * {@return the first day on which a contact is allowed if nothing happens until then; empty if
   * something has to happen first}
   *
   * @param invoices the numbers of the invoices that the contact is about
   * @param channel how the customer would be contacted
   * @param day the first day to try, included; not before the day of the check
   * @throws IllegalArgumentException if the account has no such invoice
   */
  public Optional<LocalDate> allowedOn(
      Collection<String> invoices, Channel channel, LocalDate day) {
    return EpochDay.date(allowedOn(places(invoices), channel, Before.CONTACT, day.toEpochDay()));
  }

  /**
   * {@return the hours of a day at which a contact is allowed; closed if there is no allowed hour}
   * Other limits are not considered.
   *
   * @param day the day
   * @param channel how the customer would be contacted
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
   * {@return the first day on which a contact or another action is allowed if nothing happens until
   * then; {@link EpochDay#NEVER} if something has to happen first}
   *
   * @param places the invoices it is about
   * @param channel how the customer would be contacted; null if the action is not a contact
   * @param before what the action is, which decides the notices that have to come first
   * @param day the first epoch day to try, included
   */
  public long allowedOn(int[] places, Channel channel, Before before, long day) {
    if (channel != null && isUnwelcome()) {
      return EpochDay.NEVER;
    }
    long on = day;
    for (int i = 0; i < MOST_ATTEMPTS && on <= EpochDay.LAST; i++) {
      long free = on;
      for (int k = 0; k < limits.size(); k++) {
        free = Math.max(free, limits.freeFrom(k, places, channel, before, person, on));
      }
      if (channel != null) {
        free = Math.max(free, QuietDays.freeFrom(wishes, on));
        free = Math.max(free, hours.stop(channel, on) == null ? on : on + 1);
      }
      if (free == on) {
        return on;
      }
      on = free;
    }
    return EpochDay.NEVER;
  }

  /**
   * {@return the first day on which a contact or another action is stopped if nothing happens until
   * then; {@link EpochDay#NEVER} if it stays allowed}
   *
   * @param places the invoices it is about
   * @param channel how the customer would be contacted; null if the action is not a contact
   * @param before what the action is, which decides the notices that have to come first
   * @param day the first epoch day to try, included
   */
  public long stoppedOn(int[] places, Channel channel, Before before, long day) {
    long first = EpochDay.NEVER;
    if (day > EpochDay.LAST) {
      return first;
    }
    if (channel != null && isUnwelcome()) {
      return day;
    }
    for (int k = 0; k < limits.size(); k++) {
      first = Math.min(first, limits.stopsFrom(k, places, channel, before, person, day));
    }
    if (channel != null) {
      first = Math.min(first, QuietDays.stopsFrom(wishes, day));
      first = Math.min(first, hours.stopsFrom(channel, day));
    }
    return first > EpochDay.LAST ? EpochDay.NEVER : first;
  }

  /**
   * {@return what stops a contact or another action on a day: the limit that stops it longest; null
   * if it is allowed}
   *
   * @param places the invoices it is about
   * @param channel how the customer would be contacted; null if the action is not a contact
   * @param before what the action is, which decides the notices that have to come first
   * @param day the epoch day
   */
  public Stop stop(int[] places, Channel channel, Before before, long day) {
    Stop longest = longest(places, channel, before, day);
    return longest == null && channel != null ? hours.stop(channel, day) : longest;
  }

  /** Returns what stops an action longest, whatever the hours; null if nothing does. */
  private Stop longest(int[] places, Channel channel, Before before, long day) {
    if (channel != null && isUnwelcome()) {
      ContactLimit wish = new ContactLimit.NotWith(List.of(person.role()));
      return new Stop(WISHED.rules(), wish, person.name());
    }
    int longest = -1;
    long last = day;
    for (int k = 0; k < limits.size(); k++) {
      long from = limits.freeFrom(k, places, channel, before, person, day);
      if (from > last) {
        last = from;
        longest = k;
      }
    }
    if (channel != null && QuietDays.freeFrom(wishes, day) > last) {
      return WISHED;
    }
    if (longest < 0) {
      return null;
    }
    String name = person != null && limits.isPersonal(longest) ? person.name() : "";
    return new Stop(limits.rulesName(longest), limits.limit(longest), name);
  }

  /**
   * {@return whether every notice that has to come before an action was given about an invoice by a
   * day, as far as was known then, whether or not its period has passed}
   *
   * @param place the invoice
   * @param before what the action is
   * @param day the epoch day
   */
  public boolean isAnnounced(int place, Before before, long day) {
    return limits.isAnnounced(place, before, day);
  }

  /**
   * {@return whether every notice that has to come before an action was given by a day about any of
   * the invoices that were open and past due at its end}
   *
   * @param before what the action is
   * @param day the epoch day
   */
  public boolean isAnyAnnounced(Before before, long day) {
    return limits.isAnyAnnounced(before, day);
  }

  /** Returns whether the customer wishes that the person is not contacted. */
  private boolean isUnwelcome() {
    return person != null && wishes.notWith().contains(person.role());
  }
}
