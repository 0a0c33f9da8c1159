package io.dunning.studio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a studio works with. Immutable.
 *
 * @param policy the policy file that is open at first; other policy files of its folder can be
 *     opened, too, and nothing outside of it
 * @param accounts the accounts of a ledger, on which policies are tried; none without a ledger
 * @param timelines golden timelines, by which coverage is counted; without them, it is counted by
 *     the accounts
 * @param evaluator decides, and counts business days
 * @param asOf the day that is shown at first
 * @param port the port of the server; 0 for any that is free
 */
public record StudioSettings(
    Path policy,
    List<Account> accounts,
    Optional<Timelines> timelines,
    DunningEvaluator evaluator,
    LocalDate asOf,
    int port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * What a studio works with.
   *
   * @param policy the policy file that is open at first
   * @param accounts the accounts of a ledger
   * @param timelines golden timelines
   * @param evaluator decides, and counts business days
   * @param asOf the day that is shown at first
   * @param port the port of the server, 0 to 65535; 0 for any that is free
   * @throws IllegalArgumentException if the port is not between 0 and 65535
   */
  public StudioSettings {
    Objects.requireNonNull(policy, "policy");
    accounts = List.copyOf(accounts);
    Objects.requireNonNull(timelines, "timelines");
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(asOf, "asOf");
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port is not between 0 and 65535: " + port);
    }
  }

  /**
   * {@return settings for a policy file, without a ledger, on any free port}
   *
   * @param policy the policy file
   * @param asOf the day that is shown at first
   */
  public static StudioSettings of(Path policy, LocalDate asOf) {
    return new StudioSettings(
        policy,
        List.of(),
        Optional.empty(),
        DunningEvaluator.on(BusinessCalendar.weekends()),
        asOf,
        0);
  }

  /**
   * {@return these settings with the accounts of a ledger}
   *
   * @param ledger the accounts
   */
  public StudioSettings with(Collection<Account> ledger) {
    return new StudioSettings(policy, List.copyOf(ledger), timelines, evaluator, asOf, port);
  }

  /**
   * {@return these settings with golden timelines}
   *
   * @param golden the timelines, by which coverage is counted
   */
  public StudioSettings coveredBy(Timelines golden) {
    return new StudioSettings(policy, accounts, Optional.of(golden), evaluator, asOf, port);
  }

  /**
   * {@return these settings with another evaluator}
   *
   * @param other decides, and counts business days
   */
  public StudioSettings decidedBy(DunningEvaluator other) {
    return new StudioSettings(policy, accounts, timelines, other, asOf, port);
  }

  /**
   * {@return these settings with a port}
   *
   * @param number the port of the server, 0 to 65535; 0 for any that is free
   * @throws IllegalArgumentException if the port is not between 0 and 65535
   */
  public StudioSettings on(int number) {
    return new StudioSettings(policy, accounts, timelines, evaluator, asOf, number);
  }
}
