package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is what its folder says, and comes after the run that it came after. */
class RunFolderTest {
  private static final String POLICY = "standard-b2b";

  @TempDir Path folder;
  private Path portfolio;
  private Path monday;

  @BeforeEach
  void decideOnMonday() throws Exception {
    portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    monday = folder.resolve("monday");
    Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, 1), monday, 1);
  }

  private DecisionRun.Question tuesday(int parts) {
    return Runs.question(
        portfolio, POLICY, Runs.DAY.plusDays(1), parts, Reasons.DUE, folder.resolve("monday"));
  }

  private static Path propertiesOf(Path run) {
    return run.resolve("run.properties");
  }

  private void assertNotWhole() {
    String portfolioOf = "--portfolio=" + portfolio;
    String[] decide = {"decide", portfolioOf, "--policy=" + POLICY, "--on=" + Runs.DAY};
    String[] again = Arrays.copyOf(decide, 5);
    again[4] = "--out=" + monday;
    String[] after = Arrays.copyOf(decide, 6);
    after[4] = "--out=" + folder.resolve("tuesday");
    after[5] = "--after=" + monday;
    String[] show = {"show", monday.toString()};
    String[] current = {"current", monday.toString(), "--out=" + folder.resolve("x.parquet")};
    for (String[] each : new String[][] {again, after, show, current}) {
      assertThat(RefusedTest.refused(each))
          .isEqualTo(
              monday
                  + ": is no whole run: its file run.properties is empty or breaks off\n"
                  + "Maybe delete the folder, and give the command again\n");
    }
    assertThat(folder.resolve("tuesday")).doesNotExist();
    assertThat(folder.resolve("x.parquet")).doesNotExist();
  }

  /** As a fault of the disk leaves it: cut off, or as long as it was and full of zeros. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
  void whatBreaksOffIsNoWholeRun(double share) throws Exception {
    byte[] whole = Files.readAllBytes(propertiesOf(monday));
    Files.write(propertiesOf(monday), Arrays.copyOf(whole, (int) (share * (whole.length - 1))));
    assertNotWhole();
    byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, (int) (share * 100)), whole.length);
    Files.write(propertiesOf(monday), zeros);
    assertNotWhole();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parts = x", "parts = 0", "day = 2026", "day = \\u00"})
  void whatCannotBeReadIsNoWholeRun(String line) throws Exception {
    String key = line.substring(0, line.indexOf(' '));
    String told = Files.readString(propertiesOf(monday)).replaceAll("(?m)^" + key + " = .*\n", "");
    Files.writeString(propertiesOf(monday), told + line + "\n");
    assertNotWhole();
    byte[] latin = ("reasons = f\u00fcr\n" + told).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(propertiesOf(monday), latin);
    assertNotWhole();
  }

  /** What a run was asked for tells it from others; its version may differ. */
  @Test
  void theVersionIsSaidAndNotCompared() throws Exception {
    assertThat(propertiesOf(monday)).content().contains("\nversion = " + Version.OF_LIBRARY + "\n");
    String other = Files.readString(propertiesOf(monday)).replace(Version.OF_LIBRARY, "0.0.9");
    Files.writeString(propertiesOf(monday), other);
    assertThat(
            Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, 1), monday, 1).accountsBefore())
        .isEqualTo(20);
    assertThat(propertiesOf(monday)).hasContent(other);
  }

  /** As earlier versions wrote it, without a digest of the earlier run. */
  @Test
  void aRunThatNotedNoDigestIsGoneOnWith() throws Exception {
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(tuesday(1), tuesday, 1);
    String before =
        Files.readString(propertiesOf(tuesday))
            .replaceAll("(?m)^(after-digest|version) = .*\n", "");
    Files.writeString(propertiesOf(tuesday), before);
    assertThat(Runs.current(tuesday)).isNotEmpty();
    assertThat(Runs.decide(tuesday(1), tuesday, 1).partsBefore()).isEqualTo(1);
    assertThat(propertiesOf(tuesday)).hasContent(before);
  }

  /** Makes another run in the folder of the earlier one. */
  private void replaceMonday() throws Exception {
    Files.move(monday, folder.resolve("monday-as-it-was"));
    Runs.decide(Runs.question(portfolio, "small-business", Runs.DAY, 1), monday, 1);
  }

  @Test
  void aRunDoesNotGoOnAfterAnotherRunOfTheSameFolder() throws Exception {
    Path out = folder.resolve("tuesday");
    assertThatThrownBy(
            () ->
                new DecisionRun(tuesday(2), Runs.means(1))
                    .into(
                        out,
                        done -> {
                          throw new IllegalStateException("stopped");
                        }))
        .hasMessage("stopped");
    Files.move(monday, folder.resolve("monday-as-it-was"));
    Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, 1, Reasons.ALL, null), monday, 1);
    assertThatThrownBy(() -> Runs.decide(tuesday(2), out, 1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            out
                + ": holds a run after an earlier one that was replaced since"
                + "\nMaybe write to another folder, or delete this one");
  }

  @Test
  void aRunIsNotJoinedWithAnotherThanItCameAfter() throws Exception {
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(tuesday(1), tuesday, 1);
    assertThat(Runs.current(tuesday)).isNotEmpty();
    replaceMonday();
    String refusal =
        tuesday
            + ": came after another run than the one that is now in "
            + monday
            + "\nMaybe decide about all accounts, without --after\n";
    String next = "--out=" + folder.resolve("wednesday");
    String[] after = {"decide", "--portfolio=" + portfolio, "--policy=" + POLICY, next, "", ""};
    after[4] = "--on=" + Runs.DAY.plusDays(2);
    after[5] = "--after=" + tuesday;
    assertThat(RefusedTest.refused(after)).isEqualTo(refusal);
    assertThat(folder.resolve("wednesday")).doesNotExist();
    assertThat(RefusedTest.refused("show", tuesday.toString())).isEqualTo(refusal);
    Files.move(monday, folder.resolve("another"));
    Files.move(folder.resolve("monday-as-it-was"), monday);
    assertThat(Runs.current(tuesday)).isNotEmpty();
  }

  /** Decided again alike, by another version, it is the run that Tuesday came after. */
  @Test
  void theVersionOfTheEarlierRunIsNotCompared() throws Exception {
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(tuesday(1), tuesday, 1);
    String other = Files.readString(propertiesOf(monday));
    Files.writeString(propertiesOf(monday), other.replace(Version.OF_LIBRARY, "0.0.9"));
    assertThat(Runs.current(tuesday)).isNotEmpty();
    assertThat(Runs.decide(tuesday(1), tuesday, 1).partsBefore()).isEqualTo(1);
  }

  @Test
  void saysWhichRunWantsOneThatIsGone() throws Exception {
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(tuesday(1), tuesday, 1);
    Files.move(monday, folder.resolve("elsewhere"));
    assertThat(RefusedTest.refused("show", tuesday.toString()))
        .isEqualTo(
            tuesday
                + ": came after the run in "
                + monday
                + ", which is not there any more"
                + "\nMaybe decide about all accounts, without --after\n");
  }

  @Test
  void theVersionIsThatOfTheBuild() throws Exception {
    assertThat(Version.OF_LIBRARY).matches("[0-9]+(\\.[0-9]+)+(-SNAPSHOT)?");
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Version.OF_LIBRARY);
  }
}
