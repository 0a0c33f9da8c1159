package io.dunning.spring;

import java.io.File;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the starter, all of which begin with {@code dunning}. Immutable.
 *
 * @param zone the time zone in which a day begins; that of the machine unless it is set
 * @param locale the language of letters to customers whose language is not known
 * @param tenants the tenants that exist; one called {@code default} unless others are set
 * @param policies where policies come from
 * @param holidays which holidays are no business days
 * @param database how the tables are made
 * @param run when accounts are looked at
 * @param outbox how actions are handed to senders
 * @param folder where letters are put
 * @param mail how e-mails are sent
 * @param sender who writes
 */
@ConfigurationProperties("dunning")
public record DunningProperties(
    Optional<ZoneId> zone,
    @DefaultValue("en-GB") Locale locale,
    @DefaultValue("default") List<String> tenants,
    @DefaultValue Policies policies,
    @DefaultValue DaysOff holidays,
    @DefaultValue Database database,
    @DefaultValue Run run,
    @DefaultValue Sending outbox,
    @DefaultValue Folder folder,
    @DefaultValue Mail mail,
    @DefaultValue Writer sender) {

  private static void requirePositive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is less than 1: " + number);
    }
  }

  private static void requirePositive(String name, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(name + " must be positive: " + time);
    }
  }

  /** {@return the time zone in which a day begins} */
  public ZoneId dayZone() {
    return zone.orElseGet(ZoneId::systemDefault);
  }

  /**
   * Where policies come from.
   *
   * @param location the resources that are policy files
   * @param folder a folder of more policy files, which end with {@code .yaml}, {@code .yml} or
   *     {@code .json}
   * @param defaultPolicy the policy of all debts that no file assigns another one: the name of one
   *     that was read, or of one that ships with {@code dunning-json}; needed if several policies
   *     are read and no file has a {@code default policy}
   */
  public record Policies(
      @DefaultValue("classpath*:dunning/*.yaml") String location,
      Optional<File> folder,
      Optional<String> defaultPolicy) {}

  /**
   * Which holidays are no business days. Without a country, only weekends are off.
   *
   * @param country the code of a country, such as {@code de}
   * @param regions parts of the country, from the widest to the narrowest, such as {@code by}
   * @param years for how many years from the beginning of last year on holidays are known
   */
  public record DaysOff(
      Optional<String> country, @DefaultValue List<String> regions, @DefaultValue("6") int years) {}

  /**
   * How the tables are made, in the schema {@code dunning}.
   *
   * @param migrate whether tables are made and changed at the start
   * @param owner who owns the tables, if the application itself connects as somebody else
   * @param ownerPassword the owner's password
   * @param appRole the role that the application connects as, which gets the rights that it needs;
   *     only together with an owner
   */
  public record Database(
      @DefaultValue("true") boolean migrate,
      Optional<String> owner,
      Optional<String> ownerPassword,
      Optional<String> appRole) {}

  /**
   * When accounts are looked at.
   *
   * @param enabled whether this instance looks at accounts by itself
   * @param at the times of the day, in the {@linkplain #zone zone}; if it fails, it comes again
   *     after {@code dunning.outbox.back-off}, and doubles that as for actions
   * @param every how long to wait between two looks, in place of fixed times
   * @param batch how many accounts share a transaction, at least 1
   */
  public record Run(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("06:00") List<LocalTime> at,
      Optional<Duration> every,
      @DefaultValue("200") int batch) {

    /**
     * Settings of the run.
     *
     * @throws IllegalArgumentException if one of them would never let a run come or end
     */
    public Run {
      at = List.copyOf(at);
      requirePositive("dunning.run.batch", batch);
      every.ifPresent(e -> requirePositive("dunning.run.every", e));
    }
  }

  /**
   * How actions are handed to senders.
   *
   * @param enabled whether this instance sends
   * @param threads how many actions it sends at once, at least 1
   * @param polling how often it looks for actions to send
   * @param heartbeat how often it says that it is alive; after six that are missed, another
   *     instance takes over what it was sending
   * @param timeout how long a sender may take
   * @param stopWithin how long senders that are at work may take when the application stops
   * @param attempts how often an action is tried before it is a dead letter, at least 1
   * @param backOff how long to wait after the first failure; each further wait is twice as long
   * @param longestBackOff the longest wait
   */
  public record Sending(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("4") int threads,
      @DefaultValue("2s") Duration polling,
      @DefaultValue("30s") Duration heartbeat,
      @DefaultValue("1m") Duration timeout,
      @DefaultValue("5s") Duration stopWithin,
      @DefaultValue("8") int attempts,
      @DefaultValue("30s") Duration backOff,
      @DefaultValue("1h") Duration longestBackOff) {

    /**
     * Settings of the outbox.
     *
     * @throws IllegalArgumentException if one of them would never let an action be sent
     */
    public Sending {
      requirePositive("dunning.outbox.threads", threads);
      requirePositive("dunning.outbox.polling", polling);
      requirePositive("dunning.outbox.heartbeat", heartbeat);
      requirePositive("dunning.outbox.timeout", timeout);
      requirePositive("dunning.outbox.stop-within", stopWithin);
      requirePositive("dunning.outbox.attempts", attempts);
      requirePositive("dunning.outbox.back-off", backOff);
      requirePositive("dunning.outbox.longest-back-off", longestBackOff);
    }

    /** Twice as long with each failure, up to the longest. */
    Duration waitAfter(int failures) {
      long factor = 1L << Math.min(Math.max(failures - 1, 0), 30);
      long millis = Math.min(backOff.toMillis(), Long.MAX_VALUE / factor) * factor;
      return Duration.ofMillis(Math.min(millis, longestBackOff.toMillis()));
    }
  }

  /**
   * Where letters are put as PDF files.
   *
   * @param path the folder; without one, nothing is put anywhere
   */
  public record Folder(Optional<File> path) {}

  /**
   * How e-mails are sent.
   *
   * @param from the address that they come from; without one, no e-mail is sent
   */
  public record Mail(Optional<String> from) {}

  /**
   * Who writes. Letters need at least a name.
   *
   * @param name the name of the creditor
   * @param address the lines of its address
   * @param country its country, such as {@code DE}
   * @param person whom customers can ask
   * @param email where they can ask
   * @param phone where they can call
   * @param iban the account for transfers
   */
  public record Writer(
      Optional<String> name,
      @DefaultValue List<String> address,
      Optional<String> country,
      Optional<String> person,
      Optional<String> email,
      Optional<String> phone,
      Optional<String> iban) {}
}
