package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningTest extends CommandFixture {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void refusesCommandsItDoesNotKnowAndOptionsThatAreMissing() {
    assertThat(dunning("nonsense").code()).isEqualTo(2);
    assertThat(dunning("aging").code()).isEqualTo(2);
  }

  /** What the guide prints below its commands is what they print. */
  @ParameterizedTest
  @CsvSource({"late-charges.md, 2", "conduct.md, 1"})
  void printsWhatTheGuideSays(String page, int commands) throws IOException {
    Path docs = Path.of("../../docs/guide");
    String guide = Files.readString(docs.resolve(page));
    int found = 0;
    for (String line : guide.lines().filter(l -> l.contains("dunning.jar ")).toList()) {
      String command = line.substring(line.indexOf("dunning.jar ") + 12);
      String[] args =
          WORD.matcher(command.replace("docs/guide", docs.toString()))
              .results()
              .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
              .toArray(String[]::new);
      int start = guide.indexOf("```text\n", guide.indexOf(line)) + 8;
      assertThat(dunning(args).out())
          .isEqualTo(guide.substring(start, guide.indexOf("```", start)));
      found++;
    }
    assertThat(found).isEqualTo(commands);
  }
}
