package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class DunningTest extends CommandFixture {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void refusesCommandsItDoesNotKnowAndOptionsThatAreMissing() {
    assertThat(dunning("nonsense").code()).isEqualTo(2);
    assertThat(dunning("aging").code()).isEqualTo(2);
  }

  /** Standard output that takes some bytes and no more. */
  private static OutputStream full(int bytes, String why) {
    return new OutputStream() {
      private int left = bytes;

      @Override
      public void write(int b) throws IOException {
        if (left-- <= 0) {
          throw new IOException(why);
        }
      }
    };
  }

  private Run ofAging(OutputStream target, boolean piped) throws IOException {
    ledger(ONE_INVOICE, "");
    StringWriter err = new StringWriter();
    int code =
        Dunning.run(
            Ansi.OFF,
            new WatchedOutput(target, piped),
            new PrintWriter(err, true),
            "aging",
            "--ledger",
            folder.toString(),
            "--as-of",
            "2026-06-30");
    return new Run(code, "", err.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void saysThatStandardOutputCouldNotBeWritten(int bytes) throws IOException {
    assertThat(ofAging(full(bytes, "No space left on device"), false))
        .isEqualTo(
            new Run(
                70,
                "",
                "standard output could not be written: No space left on device\n"
                    + "Maybe the disk is full\n"));
  }

  /** Whoever reads the first lines only, as {@code head} does, hears of no failure. */
  @ParameterizedTest
  @CsvSource({
    "Broken pipe, false",
    "The pipe is being closed, false",
    "Tubería rota, true",
    "Tubería rota, false"
  })
  void staysQuietIfNobodyReadsOn(String why, boolean piped) throws IOException {
    boolean known = piped || why.contains("pipe");
    assertThat(ofAging(full(0, why), piped).err().isEmpty()).isEqualTo(known);
    assertThat(ofAging(full(0, why), piped).code()).isEqualTo(known ? 0 : 70);
  }

  @Test
  void printsToAStreamWhatItPrints() throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    assertThat(ofAging(target, false)).isEqualTo(new Run(0, "", ""));
    assertThat(target.toString(StandardCharsets.UTF_8))
        .isEqualTo(run("aging --as-of 2026-06-30").out());
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
