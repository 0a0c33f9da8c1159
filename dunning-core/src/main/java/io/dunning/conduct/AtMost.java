package io.dunning.conduct;

import io.dunning.action.Channel;
import java.io.Serializable;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A limit on the number of contacts within some time. Immutable and thread-safe.
 *
 * @param contacts the highest number of contacts allowed, 1 or more
 * @param within a number of consecutive days that end with the day of the contact, or one calendar
 *     month
 * @param counted which contacts count
 * @param per which contacts are counted together
 * @param allCollectors whether contacts by other collectors count, too
 * @param channels the channels that are counted and limited; empty for all
 * @param exemptions the contacts that do not count
 * @param perPerson whether contacts with each person are counted apart
 */
public record AtMost(
    int contacts,
    Period within,
    Counted counted,
    ContactLimit.Per per,
    boolean allCollectors,
    List<Channel> channels,
    List<Exemption> exemptions,
    boolean perPerson)
    implements ContactLimit {
  private static final long serialVersionUID = 1L;

  /** Which of the contacts that a collector began are counted. */
  public enum Counted {
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

  /** A kind of contact that a limit may leave out of its count. */
  public enum Kind {
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
  public record Exemption(Kind kind, int upTo, int withinDays) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * An exemption.
     *
     * @param kind the kind of contact
     * @param upTo how many of them are left out; {@link Integer#MAX_VALUE} for all
     * @param withinDays the number of consecutive days in which so many are left out
     * @throws IllegalArgumentException if it leaves out less than none, or in less than a day
     */
    public Exemption {
      Objects.requireNonNull(kind, "kind");
      if (upTo < 0 || withinDays < 1) {
        throw new IllegalArgumentException(
            "exemption needs a number of contacts, in one day or more: "
                + upTo
                + " in "
                + withinDays);
      }
    }

    /** Returns the exemption as text, such as {@code up to 2 cut off in 1 day}. */
    @Override
    public String toString() {
      return LimitWords.of(this);
    }
  }

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
    return new AtMost(contacts, within, which, per, allCollectors, channels, exemptions, perPerson);
  }

  /**
   * {@return this limit with contacts counted together in another way}
   *
   * @param what which contacts are counted together, in place of {@link ContactLimit.Per#CUSTOMER}
   */
  public AtMost per(ContactLimit.Per what) {
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
   * contacted do not count. A contact without a person counts for everybody, and if the customer as
   * such is to be contacted, contacts with everybody count: when in doubt, the limit applies.
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
  long lookBack() {
    long most = 0;
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
