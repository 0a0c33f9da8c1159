package io.dunning.cli;

import io.dunning.json.policy.PolicyFiles;
import io.dunning.ledger.Account;
import io.dunning.studio.Studio;
import io.dunning.studio.StudioSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a page on which a policy is written, checked and compared. */
@CommandLine.Command(
    name = "studio",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a page on which a policy file is edited.",
      "It shows the mistakes of the file, its ladder, what a check finds, and what a change does.",
      "Prints the address to open, on this machine only; ends with Ctrl+C."
    })
final class StudioCommand implements Callable<Integer> {
  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "the policy file to edit; other policy files of its folder can be opened, too")
  Path policy;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description =
          "folder with invoices.csv and events.csv (default: the sample ledger of the tour)")
  Path ledger;

  @Option(
      names = "--timelines",
      paramLabel = "DIR",
      description = "folder with stories, such as dunning check --write DIR writes, for coverage")
  Path timelines;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "the day that is shown at first (default: today; of the sample ledger, its day)")
  String asOf;

  @Option(names = "--port", paramLabel = "N", description = "the port (default: one that is free)")
  int port;

  @Mixin Holidays holidays = new Holidays();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (Studio studio = start()) {
      // what is printed as an answer would be held until the command ends
      PrintWriter err = spec.commandLine().getErr();
      err.println("dunning studio: " + studio.url());
      err.println("Open this address in a browser on this machine; Ctrl+C ends the studio.");
      err.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /** Starts a studio, which the caller closes. */
  Studio start() {
    if (port < 0 || port > 65_535) {
      throw new BadInputException("--port: not a number from 0 to 65535: " + port);
    }
    StudioSettings settings =
        StudioSettings.of(policy, day()).with(accounts()).decidedBy(holidays.evaluator()).on(port);
    try {
      return Studio.start(
          timelines == null ? settings : settings.coveredBy(new StudioStories(timelines)));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--policy: " + e.getMessage() + advice());
    }
  }

  private String advice() {
    String name = policy.toString();
    return PolicyFiles.shippedNames().contains(name)
        ? "\nMaybe dunning policy show " + name + " > " + name + ".yaml"
        : "";
  }

  private LocalDate day() {
    if (asOf != null) {
      return Command.date("--as-of", asOf);
    }
    return ledger == null ? TourCommand.TODAY : LocalDate.now();
  }

  private List<Account> accounts() {
    return (ledger == null ? TourCommand.sample() : LedgerReader.read(ledger)).accounts();
  }
}
