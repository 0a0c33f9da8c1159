package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first commands of the guide to bridges do what stands below them. */
class ReadGuideTest extends CommandFixture {
  private static final String JAR = "    java -jar dunning-examples/cli/target/dunning.jar ";

  private static final Pattern SAMPLES = Pattern.compile("(?m)^    samples=(.*)$");

  private static final Pattern PRINTED = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL);

  @Test
  void printsWhatTheGuideShows() throws IOException {
    String page = Files.readString(Path.of("../../docs/guide/bridges.md"));
    Matcher samples = SAMPLES.matcher(page);
    assertThat(samples.find()).isTrue();
    List<String> commands =
        page.lines()
            .filter(l -> l.startsWith(JAR))
            .map(l -> l.substring(JAR.length()))
            .map(l -> l.replace("$samples", "../../" + samples.group(1)))
            .map(l -> l.replace("my-ledger", folder.resolve("my-ledger").toString()))
            .toList();
    assertThat(commands).hasSize(2);
    Run read = dunning(commands.get(0).split(" "));
    assertThat(read.err()).isEmpty();
    Run explained = dunning(commands.get(1).split(" "));
    Matcher printed = PRINTED.matcher(page);
    assertThat(printed.find(samples.end())).isTrue();
    assertThat(explained.out().strip()).isEqualTo(printed.group(1).strip());
  }
}
