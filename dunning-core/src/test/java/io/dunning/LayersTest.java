package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Packages use packages of lower layers only, as the class files say. */
class LayersTest {
  private static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("serial", 0),
          Map.entry("text", 0),
          Map.entry("money", 1),
          Map.entry("calendar", 1),
          Map.entry("terms", 2),
          Map.entry("action", 2),
          Map.entry("event", 3),
          Map.entry("ledger", 4),
          Map.entry("aging", 5),
          Map.entry("charge", 5),
          Map.entry("behaviour", 5),
          Map.entry("conduct", 5),
          Map.entry("settlement", 6),
          Map.entry("policy", 7),
          Map.entry("evaluation", 8),
          Map.entry("compiled", 9),
          Map.entry("portfolio", 10),
          Map.entry("scenario", 10),
          Map.entry("check", 11));

  private static final Pattern DEPENDENCY =
      Pattern.compile("\\s+io\\.dunning\\.(\\w+)\\s+->\\s+io\\.dunning\\.(\\w+).*");

  private static List<String[]> dependencies() throws URISyntaxException {
    Path classes = Path.of("target", "classes");
    assertThat(Files.isDirectory(classes)).isTrue();
    StringWriter out = new StringWriter();
    int code =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(out),
                "-verbose:package",
                "--ignore-missing-deps",
                "--module-path",
                Path.of(Logger.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString(),
                "--multi-release",
                "17",
                "-e",
                "io\\.dunning\\..*",
                classes.toString());
    assertThat(code).as(out.toString()).isZero();
    List<String[]> found = new ArrayList<>();
    for (String line : out.toString().split("\\R")) {
      Matcher m = DEPENDENCY.matcher(line);
      if (m.matches() && !m.group(1).equals(m.group(2))) {
        found.add(new String[] {m.group(1), m.group(2)});
      }
    }
    return found;
  }

  @Test
  void arrowsPointDownOnly() throws URISyntaxException {
    List<String[]> dependencies = dependencies();
    assertThat(dependencies).hasSizeGreaterThan(15);
    for (String[] arrow : dependencies) {
      assertThat(LAYERS).containsKeys(arrow[0], arrow[1]);
      assertThat(LAYERS.get(arrow[0]))
          .as("%s uses %s", arrow[0], arrow[1])
          .isGreaterThan(LAYERS.get(arrow[1]));
    }
  }
}
