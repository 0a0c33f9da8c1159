package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  private final List<String> found = new ArrayList<>();
  private final List<String> expected = read();

  private static List<String> read() {
    try (InputStream in = GeneratedDecisionsTest.class.getResourceAsStream("/" + FILE)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
    AccountRecommendation now = DunningEvaluator.on(calendar).evaluate(policy, account, day);
    int from = found.size();
    for (Recommendation each : now.recommendations()) {
      if (each.verdict() != Verdict.CLOSED) {
        found.add(line(each));
      }
    }
    if (!Boolean.getBoolean("decisions.write")) {
      assertThat(found.subList(from, found.size()))
          .isEqualTo(expected.subList(from, Math.min(found.size(), expected.size())));
    }
  }

  private static String line(Recommendation each) {
    return each.asOf()
        + " "
        + each.scope()
        + " "
        + each
        + " | "
        + each.invoices()
        + each.forInformation()
        + each.overdue()
        + each.actions()
        + each.tone().map(t -> " " + t).orElse("")
        + each.deadline().map(d -> " by " + d).orElse("")
        + (each.approvalNeeded() ? " once approved" : "")
        + " | "
        + each.explain().leftOut()
        + each.explain().flips();
  }

  @AfterProperty
  void write() throws IOException {
    if (Boolean.getBoolean("decisions.write")) {
      Path file = Path.of("src/test/resources").resolve(FILE);
      Files.writeString(Objects.requireNonNull(file), String.join("\n", found) + "\n");
    }
  }
}
