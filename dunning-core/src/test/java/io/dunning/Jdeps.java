package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.slf4j.Logger;

/** Who uses whom, as the class files say and the JDK's own tool reads them. */
final class Jdeps {
  private static final Pattern ARROW =
      Pattern.compile("\\s+io\\.dunning\\.([\\w.$]+)\\s+->\\s+io\\.dunning\\.([\\w.$]+).*");

  /**
   * An arrow from one package or class to another that it uses.
   *
   * @param from who uses, without the root package
   * @param to who is used, without the root package
   */
  record Arrow(String from, String to) {}

  private Jdeps() {}

  static List<Arrow> betweenPackages() {
    return arrows("-verbose:package");
  }

  static List<Arrow> betweenClasses() {
    return arrows("-verbose:class", "-filter:none");
  }

  private static List<Arrow> arrows(String... options) {
    Path classes = Path.of("target", "classes");
    assertThat(Files.isDirectory(classes)).isTrue();
    List<String> command = new ArrayList<>(List.of(options));
    command.addAll(List.of("--ignore-missing-deps", "--module-path", slf4j()));
    command.addAll(List.of("--multi-release", "17", "-e", "io\\.dunning\\..*"));
    command.add(classes.toString());
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int code = jdeps.run(writer, writer, command.toArray(String[]::new));
    assertThat(code).as(out.toString()).isZero();
    List<Arrow> found = new ArrayList<>();
    for (String line : out.toString().split("\\R")) {
      Matcher m = ARROW.matcher(line);
      if (m.matches() && !m.group(1).equals(m.group(2))) {
        found.add(new Arrow(m.group(1), m.group(2)));
      }
    }
    return found;
  }

  private static String slf4j() {
    try {
      return Path.of(Logger.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
