package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.grammar.Names;
import io.dunning.text.ConstantWords;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A limit on contacts, as part of a rule set. Its text is a phrase that a collector understands,
 * and {@link #parse} reads it. Immutable and thread-safe.
 */
public sealed interface ContactLimit extends Serializable
    permits AtMost,
        ContactLimit.AfterConversation,
        ContactLimit.Hours,
        ContactLimit.NotOnHolidays,
        ContactLimit.Notice,
        ContactLimit.NotWith,
        ContactLimit.CustomerWish {

  /** Which contacts are counted together. */
  enum Per {
    /** Contacts about one debt: those about its invoice and those about the account as a whole. */
    DEBT,
    /** Contacts about any debt of the account. */
    CUSTOMER
  }

  /** The action before which a notice has to be given. */
  enum Before {
    /** Any contact in order to collect. */
    CONTACT,
    /** Handing the debt over to an agency. */
    HANDOVER,
    /** Going to court. */
    COURT,
    /** No action. The period gives the customer a right but does not delay any step. */
    NOTHING
  }

  /**
   * A pause in calls after a conversation by telephone.
   *
   * @param days how many days the pause lasts; the day of the conversation is the first of them
   * @param per which contacts are counted together
   * @param perPerson whether only a conversation with the person to be called counts
   */
  record AfterConversation(int days, Per per, boolean perPerson) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * A pause after a conversation.
     *
     * @param days how many days the pause lasts; the day of the conversation is the first of them
     * @param per which contacts are counted together
     * @param perPerson whether only a conversation with the person to be called counts
     * @throws IllegalArgumentException if the pause is negative
     */
    public AfterConversation {
      Objects.requireNonNull(per, "per");
      if (days < 0) {
        throw new IllegalArgumentException("pause after a conversation is negative: " + days);
      }
    }

    /**
     * A pause in calls to everybody after a conversation with anybody.
     *
     * @param days how many days the pause lasts; the day of the conversation is the first of them
     * @param per which contacts are counted together
     */
    public AfterConversation(int days, Per per) {
      this(days, per, false);
    }

    /**
     * {@return this pause for each person apart} A conversation with another person does not count.
     * One without a person counts for everybody, and if the customer as such is to be called,
     * conversations with everybody count.
     */
    public AfterConversation ofEachPerson() {
      return new AfterConversation(days, per, true);
    }

    /** Returns the limit as text, such as {@code no call within 7 days of a conversation}. */
    @Override
    public String toString() {
      return "no call within " + days + " days of a conversation" + LimitWords.of(per, perPerson);
    }
  }

  /**
   * The hours at which contacts are allowed, by the customer's clock.
   *
   * @param allowed the allowed hours
   * @param channels the channels that are limited; empty for all
   * @param roles the roles of the persons for whom it holds; empty for everybody
   */
  record Hours(WeeklyHours allowed, List<Channel> channels, List<PersonRole> roles)
      implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a limit to some hours.
     *
     * @param allowed the allowed hours
     * @param channels the channels that are limited; empty for all
     * @param roles the roles of the persons for whom it holds; empty for everybody
     */
    public Hours {
      Objects.requireNonNull(allowed, "allowed");
      Objects.requireNonNull(channels, "channels");
      channels = LimitedChannels.sorted(channels);
      Objects.requireNonNull(roles, "roles");
      roles = roles.stream().distinct().toList();
    }

    /**
     * Creates a limit to some hours for everybody.
     *
     * @param allowed the allowed hours
     * @param channels the channels that are limited; empty for all
     */
    public Hours(WeeklyHours allowed, List<Channel> channels) {
      this(allowed, channels, List.of());
    }

    /**
     * {@return this limit for contacts with persons of some roles only}
     *
     * @param which the roles, such as {@link PersonRole#WORKPLACE}
     */
    public Hours with(PersonRole... which) {
      Objects.requireNonNull(which, "which");
      return new Hours(allowed, channels, List.of(which));
    }

    boolean concerns(ContactPerson person) {
      return roles.isEmpty() || person != null && roles.contains(person.role());
    }

    /** Returns the limit as text, such as {@code only 08:00-21:00 daily by phone}. */
    @Override
    public String toString() {
      return "only " + allowed + LimitedChannels.words(channels) + LimitWords.with(roles);
    }
  }

  /**
   * A ban on contacts on holidays, as the calendar lists them.
   *
   * @param channels the channels that are limited; empty for all
   */
  record NotOnHolidays(List<Channel> channels) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a ban on contacts on holidays.
     *
     * @param channels the channels that are limited; empty for all
     */
    public NotOnHolidays {
      Objects.requireNonNull(channels, "channels");
      channels = LimitedChannels.sorted(channels);
    }

    /** Returns the limit as text, such as {@code not on holidays by phone}. */
    @Override
    public String toString() {
      return "not on holidays" + LimitedChannels.words(channels);
    }
  }

  /**
   * A notice that has to be given before another action, and a period that has to pass in full
   * after it. The notice is given by an event, or by a step of the same name that was neither
   * withdrawn nor came back. A step of the account gives it about the debts that were issued by its
   * day and have had no new terms since; an event gives it about all.
   *
   * @param name the name of the notice
   * @param receipt how long after sending the notice counts as received
   * @param period how much time the customer has after receipt
   * @param before the action that has to wait
   */
  record Notice(String name, Days receipt, Days period, Before before) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a notice.
     *
     * @param name the name of the notice
     * @param receipt how long after sending the notice counts as received
     * @param period how much time the customer has after receipt
     * @param before the action that has to wait
     */
    public Notice {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(receipt, "receipt");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(before, "before");
    }

    /**
     * {@return the day on which the notice counts as received; empty if it lies outside the
     * calendar}
     *
     * @param sent the day on which it was sent
     * @param calendar the calendar that defines business days
     */
    public Optional<LocalDate> receivedOn(LocalDate sent, BusinessCalendar calendar) {
      return calendar.find(sent, receipt);
    }

    /**
     * {@return the last day of the period, included; empty if it lies outside the calendar}
     *
     * @param sent the day on which the notice was sent
     * @param calendar the calendar that defines business days
     */
    public Optional<LocalDate> lastDay(LocalDate sent, BusinessCalendar calendar) {
      return receivedOn(sent, calendar).flatMap(d -> calendar.find(d, period));
    }

    /** Returns the limit as text, such as {@code 30 days after letter of claim before court}. */
    @Override
    public String toString() {
      String received = receipt.equals(Days.NONE) ? "" : " (received after " + receipt + ")";
      String waits = before == Before.NOTHING ? "" : " before " + ConstantWords.of(before);
      return period + " after " + Names.words(name, "before") + received + waits;
    }
  }

  /**
   * A ban on contacts with persons of some roles, such as third parties. It does not concern the
   * customer as such.
   *
   * @param roles the roles
   */
  record NotWith(List<PersonRole> roles) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * A ban on contacts with some persons.
     *
     * @param roles the roles
     * @throws IllegalArgumentException if no role is named
     */
    public NotWith {
      Objects.requireNonNull(roles, "roles");
      roles = roles.stream().distinct().toList();
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("limit names no role of persons");
      }
    }

    boolean concerns(ContactPerson person) {
      return person != null && roles.contains(person.role());
    }

    /** Returns the limit as text, such as {@code not with third party}. */
    @Override
    public String toString() {
      return "not" + LimitWords.with(roles);
    }
  }

  /** The customer's own wish not to be contacted at that time. */
  record CustomerWish() implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /** Returns {@code the customer does not want it then}. */
    @Override
    public String toString() {
      return "the customer does not want it then";
    }
  }

  /**
   * {@return a limit on the number of contacts within some time} It counts all attempts of all
   * collectors, about any debt and by any channel, until you refine it.
   *
   * @param contacts the highest number of contacts allowed, 1 or more
   * @param within a number of consecutive days that end with the day of the contact, or one
   *     calendar month
   * @throws IllegalArgumentException if it allows no contact at all, or if the time is neither a
   *     number of days nor one month
   */
  static AtMost atMost(int contacts, Period within) {
    return new AtMost(
        contacts, within, AtMost.Counted.ATTEMPTS, Per.CUSTOMER, true, List.of(), List.of(), false);
  }

  /**
   * {@return a limit to some hours of the day}
   *
   * @param allowed the allowed hours, by the customer's clock
   * @param channels the channels that are limited; none for all channels
   */
  static Hours only(WeeklyHours allowed, Channel... channels) {
    Objects.requireNonNull(channels, "channels");
    return new Hours(allowed, List.of(channels));
  }

  /**
   * {@return a ban on contacts with persons of some roles}
   *
   * @param roles the roles, such as {@link PersonRole#THIRD_PARTY}
   * @throws IllegalArgumentException if no role is named
   */
  static ContactLimit notWith(PersonRole... roles) {
    Objects.requireNonNull(roles, "roles");
    return new NotWith(List.of(roles));
  }

  /**
   * {@return a ban on contacts on holidays}
   *
   * @param channels the channels that are limited; none for all channels
   */
  static ContactLimit notOnHolidays(Channel... channels) {
    Objects.requireNonNull(channels, "channels");
    return new NotOnHolidays(List.of(channels));
  }

  /**
   * Reads a limit in the words in which limits print: {@code at most 7 attempts by phone in 7 days
   * per debt}, {@code only 08:00-21:00 daily}, {@code not on holidays}, {@code not with third
   * party}, {@code no call within 7 days of a conversation}, {@code 30 days after letter of claim
   * before court}. The name of a notice or a role can stand in double quotes, and needs them if it
   * contains the words {@code and}, {@code or}, {@code if} or {@code not}, brackets, commas or
   * quotes; that of a notice also for {@code before}.
   *
   * @param text the limit in words
   * @return the limit
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  static ContactLimit parse(String text) {
    return new LimitReader(Objects.requireNonNull(text, "text")).limit();
  }
}
