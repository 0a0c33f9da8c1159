package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.Table;
import io.dunning.ledger.InvoiceHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * What generated invoices cost is written down, line by line, so that a change of any amount shows
 * in review. Written anew, after a change of the generators or on purpose, with {@code
 * -Dcharges.write=true}.
 */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class GeneratedChargesTest {
  private static final String FILE = "timelines/generated-charges.txt";

  private final List<String> found = new ArrayList<>();
  private final List<String> expected = Table.lines(FILE);

  @Provide
  Arbitrary<ChargeRules> rules() {
    return new ChargeProperties().rules();
  }

  @Property(
      tries = 700,
      seed = "20260216",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void costWhatIsWrittenDown(
      @ForAll("rules") ChargeRules rules,
      @ForAll InvoiceHistory any,
      @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> kinds,
      @ForAll LocalDate day) {
    InvoiceHistory history = ChargeProperties.charged(any, kinds, DunningDomain.START.plusDays(30));
    AccruedCharges now = rules.accrue(history, day);
    String lines = now.lines().stream().map(l -> l + "").collect(Collectors.joining("|"));
    found.add(
        now.owed()
            + "; assessed "
            + now.assessed()
            + ", to assess "
            + now.interestToAssess()
            + " + "
            + now.feesToAssess()
            + ", overdue "
            + now.overdue()
            + "; "
            + now.allocations().stream().map(a -> a + "").collect(Collectors.joining("|"))
            + "; "
            + String.format("%08x", lines.hashCode()));
    if (!Boolean.getBoolean("charges.write")) {
      int last = found.size() - 1;
      assertThat(found.get(last)).isEqualTo(expected.get(last));
    }
  }

  @AfterProperty
  void write() throws IOException {
    if (Boolean.getBoolean("charges.write")) {
      Files.writeString(
          Path.of("src/test/resources").resolve(FILE), String.join("\n", found) + "\n");
    }
  }
}
