package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands share that decide by a policy. */
abstract class DecidingCommand extends Command {
  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE[,DATE]",
      description = "the days to decide about")
  private String asOf;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy; see dunning policy list")
  private String policy;

  @Option(
      names = "--known-on",
      paramLabel = "DATE",
      description = "ignore what was booked after this day (default: ignore nothing)")
  private String knownOn;

  @Mixin Holidays holidays = new Holidays();

  /** The ledger as it was known on a day, if one is asked for. */
  @Override
  Ledger ledger() {
    UnaryOperator<Account> known = knowledge();
    return new Ledger(super.ledger().accounts().stream().map(known).toList());
  }

  /** An account as it was known on that day, if one is asked for. */
  UnaryOperator<Account> knowledge() {
    if (knownOn == null) {
      return a -> a;
    }
    LocalDate day = date("--known-on", knownOn);
    return a -> a.asKnownOn(day);
  }

  List<LocalDate> days() {
    return dates("--as-of", asOf);
  }

  /** Which policy applies to which debt. */
  PolicySet policies() {
    return Policies.set("--policy", policy);
  }
}
