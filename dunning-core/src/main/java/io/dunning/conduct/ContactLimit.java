package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.grammar.Names;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A limit on contacts, as part of a rule set. Its text is a phrase that a collector understands,
 * and {@link #parse} reads it. Immutable and thread-safe.
 */
public sealed interface ContactLimit extends Serializable {

  /** Which of the contacts that a collector began are counted. */
  enum Counted {
    /** All attempts, whether or not anybody was reached. */
    ATTEMPTS,
    /**
     * Attempts that were connected: answered, not answered or sent to voicemail, but not a busy
     * line.
     */
    CONNECTED,
    /** Attempts that reached somebody; an attempt with unknown result counts, too. */
    CONTACTS
  }

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

  /** A kind of contact that a limit may leave out of its count. */
  enum Kind {
    /** A visit at which nobody was found. */
    FAILED_VISIT,
    /** A contact that the customer ended early. */
    CUT_OFF,
    /** An answer to the customer on the day of the question. */
    ANSWER,
    /** A notice that the law or the contract requires. */
    REQUIRED_NOTICE,
    /** A contact that only informs. */
    INFORMATION
  }

  /**
   * Contacts that a limit leaves out of its count.
   *
   * @param kind the kind of contact
   * @param upTo how many of them are left out; {@link Integer#MAX_VALUE} for all
   * @param withinDays the number of consecutive days in which so many are left out
   */
  record Exemption(Kind kind, int upTo, int withinDays) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * An exemption.
     *
     * @param kind the kind of contact
     * @param upTo how many of them are left out; {@link Integer#MAX_VALUE} for all
     * @param withinDays the number of consecutive days in which so many are left out
     */
    public Exemption {
      Objects.requireNonNull(kind, "kind");
    }

    /** Returns the exemption as text, such as {@code up to 2 cut off in 1 day}. */
    @Override
    public String toString() {
      return LimitWords.of(this);
    }
  }

  /**
   * A limit on the number of contacts within some time.
   *
   * @param contacts the highest number of contacts allowed, 1 or more
   * @param within a number of consecutive days that end with the day of the contact, or one
   *     calendar month
   * @param counted which contacts count
   * @param per which contacts are counted together
   * @param allCollectors whether contacts by other collectors count, too
   * @param channels the channels that are counted and limited; empty for all
   * @param exemptions the contacts that do not count
   * @param perPerson whether contacts with each person are counted apart
   */
  record AtMost(
      int contacts,
      Period within,
      Counted counted,
      Per per,
      boolean allCollectors,
      List<Channel> channels,
      List<Exemption> exemptions,
      boolean perPerson)
      implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a limit.
     *
     * @param contacts the highest number of contacts allowed, 1 or more
     * @param within a number of consecutive days that end with the day of the contact, or one
     *     calendar month
     * @param counted which contacts count
     * @param per which contacts are counted together
     * @param allCollectors whether contacts by other collectors count, too
     * @param channels the channels that are counted and limited; empty for all
     * @param exemptions the contacts that do not count
     * @param perPerson whether contacts with each person are counted apart
     * @throws IllegalArgumentException if it allows no contact at all, or if the time is neither a
     *     number of days nor one month
     */
    public AtMost {
      Objects.requireNonNull(counted, "counted");
      Objects.requireNonNull(per, "per");
      Objects.requireNonNull(within, "within");
      Objects.requireNonNull(channels, "channels");
      Objects.requireNonNull(exemptions, "exemptions");
      channels = LimitedChannels.sorted(channels);
      exemptions = List.copyOf(exemptions);
      boolean inDays = within.toTotalMonths() == 0 && within.getDays() > 0;
      if (contacts < 1 || !inDays && !within.equals(Period.ofMonths(1))) {
        throw new IllegalArgumentException(
            "limit needs one contact or more, in a number of days or one month: "
                + contacts
                + " in "
                + within);
      }
    }

    /**
     * {@return this limit for some channels: only they are counted and limited}
     *
     * @param which the channels
     */
    public AtMost by(Channel... which) {
      Objects.requireNonNull(which, "which");
      return new AtMost(
          contacts, within, counted, per, allCollectors, List.of(which), exemptions, perPerson);
    }

    /**
     * {@return this limit with other contacts counted}
     *
     * @param which which contacts count, in place of {@link Counted#ATTEMPTS}
     */
    public AtMost counting(Counted which) {
      return new AtMost(
          contacts, within, which, per, allCollectors, channels, exemptions, perPerson);
    }

    /**
     * {@return this limit with contacts counted together in another way}
     *
     * @param what which contacts are counted together, in place of {@link Per#CUSTOMER}
     */
    public AtMost per(Per what) {
      return new AtMost(
          contacts, within, counted, what, allCollectors, channels, exemptions, perPerson);
    }

    /**
     * {@return this limit for each collector separately: only contacts by the keeper of the ledger
     * count, not those by other collectors}
     */
    public AtMost ofEachCollector() {
      return new AtMost(contacts, within, counted, per, false, channels, exemptions, perPerson);
    }

    /**
     * {@return this limit for each person apart} Contacts with another person than the one to be
     * contacted do not count. A contact without a person counts for everybody, and if the customer
     * as such is to be contacted, contacts with everybody count: when in doubt, the limit applies.
     */
    public AtMost ofEachPerson() {
      return new AtMost(contacts, within, counted, per, allCollectors, channels, exemptions, true);
    }

    /**
     * {@return this limit without the contacts of a kind: they do not count}
     *
     * @param kind the kind of contact
     */
    public AtMost notCounting(Kind kind) {
      return notCounting(kind, Integer.MAX_VALUE, 1);
    }

    /**
     * {@return this limit without some contacts of a kind: the first ones do not count}
     *
     * @param kind the kind of contact
     * @param upTo how many of them do not count
     * @param withinDays the number of consecutive days in which so many do not count
     */
    public AtMost notCounting(Kind kind, int upTo, int withinDays) {
      List<Exemption> all = new ArrayList<>(exemptions);
      all.add(new Exemption(kind, upTo, withinDays));
      return new AtMost(contacts, within, counted, per, allCollectors, channels, all, perPerson);
    }

    boolean isMonthly() {
      return within.getDays() == 0;
    }

    /** Returns how many days before a contact an event can matter. */
    int lookBack() {
      int most = 0;
      for (Exemption each : exemptions) {
        most = Math.max(most, each.withinDays());
      }
      return most + (isMonthly() ? 31 : within.getDays());
    }

    /**
     * Returns the limit as text, such as {@code at most 7 connected contacts by phone in 7 days per
     * debt}.
     */
    @Override
    public String toString() {
      return LimitWords.of(this);
    }
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
     */
    public AfterConversation {
      Objects.requireNonNull(per, "per");
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
   * after it. The notice is given by an event, or by a step of the same name.
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
     * Returns the day on which the notice counts as received.
     *
     * @param sent the day on which it was sent
     * @param calendar the calendar that defines business days
     * @return the day; empty if it lies outside the calendar
     */
    public Optional<LocalDate> receivedOn(LocalDate sent, BusinessCalendar calendar) {
      return calendar.find(sent, receipt);
    }

    /**
     * Returns the last day of the period.
     *
     * @param sent the day on which the notice was sent
     * @param calendar the calendar that defines business days
     * @return the day, included; empty if it lies outside the calendar
     */
    public Optional<LocalDate> lastDay(LocalDate sent, BusinessCalendar calendar) {
      return receivedOn(sent, calendar).flatMap(d -> calendar.find(d, period));
    }

    /** Returns the limit as text, such as {@code 30 days after letter of claim before court}. */
    @Override
    public String toString() {
      String received = receipt.equals(Days.NONE) ? "" : " (received after " + receipt + ")";
      String waits = before == Before.NOTHING ? "" : " before " + LimitWords.of(before);
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
        contacts, within, Counted.ATTEMPTS, Per.CUSTOMER, true, List.of(), List.of(), false);
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
