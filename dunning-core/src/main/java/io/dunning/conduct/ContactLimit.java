package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** One thing that a rule set forbids. Prints as a sentence. Immutable and thread-safe. */
public sealed interface ContactLimit extends Serializable {

  /** Which contacts are counted, of those that a collector began. */
  enum Counted {
    /** All, whether or not anybody was reached. */
    ATTEMPTS,
    /** Those with a connection: answered, rung out, voicemail; not a busy line. */
    CONNECTED,
    /** Those that reached somebody, as far as is known. */
    CONTACTS
  }

  /** What is counted together. */
  enum Per {
    /** Contacts about one debt: those about its invoice, and those about the account. */
    DEBT,
    /** Contacts about any debt of the account. */
    CUSTOMER
  }

  /** What a notice has to come before. */
  enum Before {
    /** Any contact to collect. */
    CONTACT,
    /** Giving the debt to an agency. */
    HANDOVER,
    /** Going to court. */
    COURT,
    /** Nothing; the period gives the customer a right, without binding the ladder. */
    NOTHING
  }

  /** A kind of contact that may not count. */
  enum Kind {
    /** A visit that found nobody. */
    FAILED_VISIT,
    /** A contact that the customer cut off. */
    CUT_OFF,
    /** An answer to the customer, on the day of the question. */
    ANSWER,
    /** A notice that the law or the contract asks for. */
    REQUIRED_NOTICE,
    /** Information alone. */
    INFORMATION
  }

  /**
   * Some contacts do not count.
   *
   * @param kind which
   * @param upTo how many of them
   * @param withinDays in so many consecutive days
   */
  record Exemption(Kind kind, int upTo, int withinDays) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Such as {@code up to 2 cut off in 1 day}. */
    @Override
    public String toString() {
      String what = words(kind);
      return upTo == Integer.MAX_VALUE
          ? what
          : "up to "
              + upTo
              + " "
              + what
              + " in "
              + withinDays
              + (withinDays == 1 ? " day" : " days");
    }
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String by(List<Channel> channels) {
    return channels.isEmpty()
        ? ""
        : " by " + String.join(" or ", channels.stream().map(Channel::toString).toList());
  }

  private static List<Channel> sorted(List<Channel> channels) {
    return channels.stream().distinct().sorted().toList();
  }

  /**
   * At most so many contacts within some time.
   *
   * @param contacts how many
   * @param within consecutive days that end with the day of the contact, or whole calendar months
   * @param counted which contacts count
   * @param per what is counted together
   * @param allCollectors whether those of other collectors count, too
   * @param channels the channels that are counted and limited; none named: all
   * @param exemptions what does not count
   */
  record AtMost(
      int contacts,
      Period within,
      Counted counted,
      Per per,
      boolean allCollectors,
      List<Channel> channels,
      List<Exemption> exemptions)
      implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * A limit.
     *
     * @param contacts how many
     * @param within consecutive days that end with the day of the contact, or whole calendar months
     * @param counted which contacts count
     * @param per what is counted together
     * @param allCollectors whether those of other collectors count, too
     * @param channels the channels that are counted and limited; none named: all
     * @param exemptions what does not count
     * @throws IllegalArgumentException if it allows no contact, or is not in days or one month
     */
    public AtMost {
      Objects.requireNonNull(counted, "counted");
      Objects.requireNonNull(per, "per");
      channels = sorted(channels);
      exemptions = List.copyOf(exemptions);
      boolean inDays = within.toTotalMonths() == 0 && within.getDays() > 0;
      if (contacts < 1 || !inDays && !within.equals(Period.ofMonths(1))) {
        throw new IllegalArgumentException(
            "not a number of contacts in some days or a month: " + contacts + " in " + within);
      }
    }

    /**
     * Only these channels count, and are limited.
     *
     * @param which the channels
     * @return the limit
     */
    public AtMost by(Channel... which) {
      return new AtMost(contacts, within, counted, per, allCollectors, List.of(which), exemptions);
    }

    /**
     * Which contacts count.
     *
     * @param which instead of {@link Counted#ATTEMPTS}
     * @return the limit
     */
    public AtMost counting(Counted which) {
      return new AtMost(contacts, within, which, per, allCollectors, channels, exemptions);
    }

    /**
     * What is counted together.
     *
     * @param what instead of {@link Per#CUSTOMER}
     * @return the limit
     */
    public AtMost per(Per what) {
      return new AtMost(contacts, within, counted, what, allCollectors, channels, exemptions);
    }

    /**
     * Only what the keeper of the ledger did counts, not what others did who collect.
     *
     * @return the limit
     */
    public AtMost ofEachCollector() {
      return new AtMost(contacts, within, counted, per, false, channels, exemptions);
    }

    /**
     * Contacts of a kind do not count.
     *
     * @param kind the kind
     * @return the limit
     */
    public AtMost leavingOut(Kind kind) {
      return leavingOut(kind, Integer.MAX_VALUE, 1);
    }

    /**
     * Some contacts of a kind do not count.
     *
     * @param kind the kind
     * @param upTo how many of them
     * @param withinDays in so many consecutive days
     * @return the limit
     */
    public AtMost leavingOut(Kind kind, int upTo, int withinDays) {
      List<Exemption> all = new ArrayList<>(exemptions);
      all.add(new Exemption(kind, upTo, withinDays));
      return new AtMost(contacts, within, counted, per, allCollectors, channels, all);
    }

    boolean isMonthly() {
      return within.getDays() == 0;
    }

    /** How many days before a contact it can matter what happened. */
    int lookBack() {
      int most = 0;
      for (Exemption each : exemptions) {
        most = Math.max(most, each.withinDays());
      }
      return most + (isMonthly() ? 31 : within.getDays());
    }

    /** Such as {@code at most 7 connected contacts by phone in 7 days per debt}. */
    @Override
    public String toString() {
      String what = counted == Counted.CONNECTED ? "connected contacts" : words(counted);
      String time = isMonthly() ? "a calendar month" : within.getDays() + " days";
      return "at most "
          + contacts
          + " "
          + (contacts == 1 ? what.substring(0, what.length() - 1) : what)
          + ContactLimit.by(channels)
          + " in "
          + time
          + (per == Per.DEBT ? " per debt" : "")
          + (allCollectors ? "" : ", each collector for itself")
          + (exemptions.isEmpty()
              ? ""
              : ", without "
                  + String.join(", ", exemptions.stream().map(Exemption::toString).toList()));
    }
  }

  /**
   * No call for some days after a conversation by telephone, the day of the conversation being the
   * first of them.
   *
   * @param days how many
   * @param per what is counted together
   */
  record AfterConversation(int days, Per per) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /** Such as {@code no call within 7 days of a conversation}. */
    @Override
    public String toString() {
      return "no call within "
          + days
          + " days of a conversation"
          + (per == Per.DEBT ? " per debt" : "");
    }
  }

  /**
   * Contacts at some hours only, by the customer's clock.
   *
   * @param allowed the hours
   * @param channels the channels that are limited; none named: all
   */
  record Hours(WeeklyHours allowed, List<Channel> channels) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * Hours.
     *
     * @param allowed the hours
     * @param channels the channels that are limited; none named: all
     */
    public Hours {
      Objects.requireNonNull(allowed, "allowed");
      channels = sorted(channels);
    }

    /** Such as {@code only 08:00-21:00 daily by phone}. */
    @Override
    public String toString() {
      return "only " + allowed + ContactLimit.by(channels);
    }
  }

  /**
   * No contact on holidays, as the calendar of the evaluation lists them.
   *
   * @param channels the channels that are limited; none named: all
   */
  record NotOnHolidays(List<Channel> channels) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * No contact on holidays.
     *
     * @param channels the channels that are limited; none named: all
     */
    public NotOnHolidays {
      channels = sorted(channels);
    }

    /** Such as {@code not on holidays by phone}. */
    @Override
    public String toString() {
      return "not on holidays" + ContactLimit.by(channels);
    }
  }

  /**
   * A notice has to be given, and a period to pass in full, before something else. Given by an
   * event or by a step of its name.
   *
   * @param name the name of the notice
   * @param receipt how long after it was sent it counts as received
   * @param period how long the customer has from then
   * @param before what has to wait
   */
  record Notice(String name, Days receipt, Days period, Before before) implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /**
     * A notice.
     *
     * @param name the name of the notice
     * @param receipt how long after it was sent it counts as received
     * @param period how long the customer has from then
     * @param before what has to wait
     */
    public Notice {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(receipt, "receipt");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(before, "before");
    }

    /**
     * When a notice counts as received.
     *
     * @param sent the day on which it was sent
     * @param calendar says what a business day is
     * @return the day; empty if it lies outside the calendar
     */
    public Optional<LocalDate> receivedOn(LocalDate sent, BusinessCalendar calendar) {
      return calendar.find(sent, receipt);
    }

    /**
     * The last day of the period.
     *
     * @param sent the day on which the notice was sent
     * @param calendar says what a business day is
     * @return the day, included; empty if it lies outside the calendar
     */
    public Optional<LocalDate> lastDay(LocalDate sent, BusinessCalendar calendar) {
      return receivedOn(sent, calendar).flatMap(d -> calendar.find(d, period));
    }

    /** Such as {@code 30 days after letter of claim before court}. */
    @Override
    public String toString() {
      String received = receipt.count() == 0 ? "" : " (received after " + receipt + ")";
      String waits = before == Before.NOTHING ? "" : " before " + words(before);
      return period + " after " + name + received + waits;
    }
  }

  /** What the customer wishes. */
  record Wished() implements ContactLimit {
    private static final long serialVersionUID = 1L;

    /** {@code the customer does not want it then}. */
    @Override
    public String toString() {
      return "the customer does not want it then";
    }
  }

  /**
   * At most so many contacts in some time; all attempts of all collectors, about any debt, by any
   * channel, unless refined.
   *
   * @param contacts how many
   * @param within consecutive days that end with the day of the contact, or one calendar month
   * @return the limit
   */
  static AtMost atMost(int contacts, Period within) {
    return new AtMost(contacts, within, Counted.ATTEMPTS, Per.CUSTOMER, true, List.of(), List.of());
  }

  /**
   * Contacts at some hours only.
   *
   * @param allowed the hours, by the customer's clock
   * @param channels the channels that are limited; none named: all
   * @return the limit
   */
  static ContactLimit only(WeeklyHours allowed, Channel... channels) {
    return new Hours(allowed, List.of(channels));
  }

  /**
   * No contact on holidays.
   *
   * @param channels the channels that are limited; none named: all
   * @return the limit
   */
  static ContactLimit notOnHolidays(Channel... channels) {
    return new NotOnHolidays(List.of(channels));
  }
}
