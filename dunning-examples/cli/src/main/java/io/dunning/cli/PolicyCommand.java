package io.dunning.cli;

import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** What commands share that decide by a policy on some days. */
abstract class PolicyCommand extends Command {
  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE[,DATE]",
      description = "the days to decide about")
  private String asOf;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "NAME",
      description = "standard-b2b, courteous-consumer, account-b2b or german-b2b")
  private String policy;

  @Option(
      names = "--known-on",
      paramLabel = "DATE",
      description = "only what was booked by then (default: all)")
  private String knownOn;

  /** The ledger as it was known on a day, if one is asked for. */
  @Override
  Ledger ledger() {
    Ledger ledger = super.ledger();
    if (knownOn == null) {
      return ledger;
    }
    LocalDate day = date("--known-on", knownOn);
    return new Ledger(ledger.accounts().stream().map(a -> a.asKnownOn(day)).toList());
  }

  List<LocalDate> days() {
    return dates("--as-of", asOf);
  }

  DunningPolicy policy() {
    return Presets.named(policy);
  }
}
