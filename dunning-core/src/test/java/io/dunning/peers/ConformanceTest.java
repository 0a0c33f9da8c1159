package io.dunning.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.peers.Peer.Outcome;
import io.dunning.peers.Peer.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of every peer's table: the same answer, another one on purpose, or outside of what is
 * decided here. The page {@code docs/reference/conformance.md} is made of this; {@code
 * -Dconformance.write=true} writes it anew.
 */
class ConformanceTest {
  private static final Path PAGE = Path.of("../docs/reference/conformance.md");

  private static List<Peer> peers() {
    List<Peer> all = new ArrayList<>(ladders());
    all.addAll(ChargePeers.all());
    all.addAll(TermPeers.all());
    return all;
  }

  private static List<Peer> ladders() {
    return List.of(
        new KillBill(),
        new Metasfresh(),
        new Idempiere(),
        new Fineract(),
        new OcaCreditControl(),
        new Tryton(),
        new Lago(),
        new SapDunning(),
        new BusinessCentral(),
        new Dynamics(),
        new Upflow(),
        new InvoiceNinja(),
        new FrappeCentral());
  }

  @TestFactory
  Stream<DynamicNode> everyRowAnswersAsItIsSaidTo() {
    return peers().stream()
        .flatMap(
            peer ->
                peer.rows().stream()
                    .filter(r -> r.outcome() != Outcome.OUTSIDE)
                    .map(r -> DynamicTest.dynamicTest(r.id(), () -> check(peer, r))));
  }

  private static void check(Peer peer, Row row) throws Throwable {
    try {
      row.check().execute();
    } catch (AssertionError e) {
      throw new AssertionError(peer.name() + " " + row.id() + ": " + e.getMessage(), e);
    }
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicNode> everyRowIsSpokenFor() {
    return peers().stream()
        .map(
            peer ->
                DynamicTest.dynamicTest(
                    peer.name(),
                    () ->
                        assertThat(peer.rows())
                            .extracting(Row::id)
                            .containsExactlyInAnyOrderElementsOf(peer.expected())));
  }

  @Tag("slow")
  @Test
  void thePageSaysWhatTheTestsFound() throws IOException {
    String page = page();
    if (Boolean.getBoolean("conformance.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder text =
        new StringBuilder(
            """
            # How we answer the cases of other systems

            We express each system below as a policy of ours. Tables record what the system does, row by row. For each row, a
            test asserts that we give the same answer, or asserts that we give another one on purpose; or the row is outside of
            what this library decides. The tables record what those systems do, not what is right.

            The tables are in `dunning-core/src/test/resources/peers`. The policies and assertions are in the package
            `io.dunning.peers` of the tests.

            A test writes this page, and fails if it is out of date:

                mvn test -pl dunning-core -Dtest=ConformanceTest -Dconformance.write=true

            | system | rows | same answer | another on purpose | outside |
            |---|---|---|---|---|
            """);
    long[] sums = new long[4];
    for (Peer peer : peers()) {
      long[] counts = counts(peer);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts[i];
      }
      line(text, peer.name(), counts);
    }
    line(text, "**all**", sums);
    text.append(
        "\n## Where the answer differs on purpose\n\n| system | rows | why |\n|---|---|---|\n");
    peers().forEach(p -> reasons(text, p, Outcome.DIFFERS));
    text.append("\n## What is outside\n\n| system | rows | why |\n|---|---|---|\n");
    peers().forEach(p -> reasons(text, p, Outcome.OUTSIDE));
    return text.toString();
  }

  private static long[] counts(Peer peer) {
    List<Row> rows = peer.rows();
    return new long[] {
      rows.size(),
      rows.stream().filter(r -> r.outcome() == Outcome.SAME).count(),
      rows.stream().filter(r -> r.outcome() == Outcome.DIFFERS).count(),
      rows.stream().filter(r -> r.outcome() == Outcome.OUTSIDE).count()
    };
  }

  private static void line(StringBuilder text, String name, long[] counts) {
    text.append("| ").append(name);
    for (long count : counts) {
      text.append(" | ").append(count);
    }
    text.append(" |\n");
  }

  private static void reasons(StringBuilder text, Peer peer, Outcome outcome) {
    Map<String, List<String>> byReason =
        peer.rows().stream()
            .filter(r -> r.outcome() == outcome)
            .collect(
                Collectors.groupingBy(
                    Row::why,
                    LinkedHashMap::new,
                    Collectors.mapping(Row::id, Collectors.toList())));
    byReason.forEach(
        (why, ids) ->
            text.append("| ")
                .append(peer.name())
                .append(" | ")
                .append(
                    ids.size() > 6
                        ? ids.size() + " rows from " + ids.get(0)
                        : String.join(", ", ids))
                .append(" | ")
                .append(why)
                .append(" |\n"));
  }
}
