package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * What is decided about hundreds of generated accounts is written down, so that a change of any
 * decision shows in review. Written anew, after a change of the generators or on purpose, with
 * {@code -Ddecisions.write=true}.
 */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class GeneratedDecisionsTest {
  private static final String FILE = "timelines/generated-decisions.txt";

  private static final String DIGESTS = "timelines/generated-digests.txt";
  private static final int BLOCK = 100;

  private final List<String> found = new ArrayList<>();
  private final List<String> expected = Table.lines(FILE);
  private final List<String> digests = new ArrayList<>();
  private final List<String> expectedDigests = Table.lines(DIGESTS);
  private final StringBuilder block = new StringBuilder();
  private int tries;

  @Property(
      tries = 600,
      seed = "20260214",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void decidesAsItIsWrittenDown(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    int from = found.size();
    for (Explanation each : DunningEvaluator.on(calendar).explain(policy, account, day)) {
      if (each.recommendation().verdict() != Verdict.CLOSED) {
        found.add(line(each));
      }
    }
    if (!Boolean.getBoolean("decisions.write")) {
      assertThat(found.subList(from, found.size()))
          .isEqualTo(expected.subList(from, Math.min(found.size(), expected.size())));
    }
  }

  /** Many more, a hundred to a digest: they show that something moved, the others show what. */
  @Property(
      tries = 2_500,
      seed = "20260215",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void decidesAboutManyMoreAsBefore(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    AccountRecommendation now = DunningEvaluator.on(calendar).evaluate(policy, account, day);
    now.recommendations()
        .forEach(
            r ->
                block
                    .append(r.toString().replace("await approval:", "act:"))
                    .append(r.actions())
                    .append(r.tone())
                    .append('\n'));
    if (++tries % BLOCK == 0) {
      digests.add(String.format("%08x", block.toString().hashCode()));
      block.setLength(0);
      if (!Boolean.getBoolean("decisions.write")) {
        assertThat(digests).isEqualTo(expectedDigests.subList(0, digests.size()));
      }
    }
  }

  private static String line(Explanation why) {
    Recommendation each = why.recommendation();
    return each.asOf()
        + " "
        + each.subject().invoices()
        + " "
        + each.toString().replace("await approval:", "act:")
        + " | "
        + each.invoices()
        + each.forInformation()
        + each.overdue()
        + each.actions()
        + each.tone().map(t -> " " + t).orElse("")
        + each.deadline().map(d -> " by " + d).orElse("")
        + (each.verdict() == Verdict.AWAIT_APPROVAL ? " once approved" : "")
        + " | "
        + why.leftOut()
        + why.flips().toString().replace(", once approved", "")
        + each.reason().endsOn().map(d -> " ends " + d).orElse("")
        + each.reason().missing().map(m -> " misses " + m).orElse("");
  }

  @AfterProperty
  void write() throws IOException {
    if (Boolean.getBoolean("decisions.write")) {
      write(FILE, found);
      write(DIGESTS, digests);
    }
  }

  private static void write(String file, List<String> lines) throws IOException {
    if (!lines.isEmpty()) {
      Files.writeString(
          Path.of("src/test/resources").resolve(file), String.join("\n", lines) + "\n");
    }
  }
}
