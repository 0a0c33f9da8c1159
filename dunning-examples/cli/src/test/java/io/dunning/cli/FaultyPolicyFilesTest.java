package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyFinding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policy files with one fault each, which is named as the file is, and what is found in them. Write
 * what is found anew with {@code -Dfaulty.write=true}, and read what changed.
 */
class FaultyPolicyFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/faulty-policies");
  private static final Path GOOD = Path.of("src/test/resources/good-policies");
  private static final Path EXPECTED = FOLDER.resolve("expected.txt");

  /** A fault that cannot be without another one. */
  private static final Map<String, String> BRINGS =
      Map.of(
          "condition-never-true", "step-unreachable",
          "contact-limit-stalls", "step-unreachable",
          "offer-outlives-hand-over", "notice-not-waited-for",
          "step-unreachable", "condition-never-true");

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static List<Path> good() throws IOException {
    return files(GOOD);
  }

  /** The kind of fault after which a file is named. */
  private static String kind(Path file) {
    return file.getFileName().toString().replaceAll("(-\\d)?\\.yaml$", "");
  }

  /** Faults, and notes of the kind of the file. */
  private static List<String> found(Path file) {
    return lines(file).stream()
        .filter(l -> l.severity() != Severity.NOTE || l.kind().equals(kind(file)))
        .map(l -> l.place() + ": " + l.severity() + ": " + l.kind())
        .map(l -> l.replace(file.getParent() + "/", ""))
        .toList();
  }

  private static List<CheckedPolicy.Line> lines(Path file) {
    try {
      Chosen chosen = Policies.all("--policy", file.toString()).get(0);
      return new CheckedPolicy(chosen, PolicyCheck.of(chosen.policy()).events(1).run(), false)
          .lines(true);
    } catch (BadInputException e) {
      return RefusedFile.of(file.toString(), e).orElseThrow(() -> e).lines();
    }
  }

  @Test
  void everyFileHasOneKindOfFault() throws IOException {
    for (String each : Files.readAllLines(EXPECTED)) {
      String kind = kind(Path.of(each.substring(0, each.indexOf(':'))));
      assertThat(each.substring(each.lastIndexOf(' ') + 1))
          .as(each)
          .isIn(kind, BRINGS.getOrDefault(kind, kind));
    }
  }

  @Test
  void everyFaultIsFoundInItsLineAndColumn() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path each : files(FOLDER)) {
      List<String> found = found(each);
      assertThat(found).as(each.toString()).anyMatch(l -> l.endsWith(": " + kind(each)));
      found.forEach(l -> all.append(l).append('\n'));
    }
    if (Boolean.getBoolean("faulty.write")) {
      Files.writeString(EXPECTED, all.toString());
    }
    assertThat(all).hasToString(Files.readString(EXPECTED));
  }

  @Test
  void thereAreAtLeastThirty() throws IOException {
    List<String> kinds =
        files(FOLDER).stream()
            .map(FaultyPolicyFilesTest::kind)
            .distinct()
            .collect(Collectors.toList());
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(30);
    assertThat(good()).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodPolicyIsSilent(Path file) {
    assertThat(found(file)).isEmpty();
  }
}
