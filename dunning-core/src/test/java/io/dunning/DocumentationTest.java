package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of README and guide compiles and runs; the text block after it is its output. A
 * block with a public class is compiled as it stands; other blocks get imports and a method around
 * them.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCKS =
      Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static final String IMPORTS =
      """
      import static io.dunning.action.Channel.*;
      import static io.dunning.action.DunningAction.*;
      import static io.dunning.calendar.Days.*;
      import static io.dunning.charge.StatutoryInterest.Country.*;
      import static io.dunning.behaviour.RiskBand.*;
      import static io.dunning.conduct.ContactLimit.*;
      import static io.dunning.conduct.Jurisdiction.Collector.*;
      import static io.dunning.ledger.Customer.Kind.*;
      import static io.dunning.evaluation.Verdict.*;
      import static io.dunning.event.LedgerEvent.*;
      import static io.dunning.money.Money.*;
      import static io.dunning.money.Percentage.percent;
      import static io.dunning.policy.Condition.*;
      import static io.dunning.policy.EscalationStep.step;
      import static io.dunning.policy.Trigger.*;
      import static io.dunning.scenario.Scenario.on;
      import static io.dunning.terms.PaymentTerms.*;
      import io.dunning.action.*;
      import io.dunning.aging.*;
      import io.dunning.behaviour.*;
      import io.dunning.calendar.*;
      import io.dunning.charge.*;
      import io.dunning.check.*;
      import io.dunning.conduct.*;
      import io.dunning.evaluation.*;
      import io.dunning.event.*;
      import io.dunning.law.*;
      import io.dunning.ledger.*;
      import io.dunning.money.CurrencyUnit;
      import io.dunning.policy.*;
      import io.dunning.portfolio.*;
      import io.dunning.settlement.*;
      import io.dunning.scenario.*;
      import io.dunning.terms.*;
      import java.time.LocalDate;
      import java.util.List;
      """;

  /** A block, and what it is to print. */
  record Block(String page, String code, String printed) {
    private static final Pattern CLASS = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);

    /** Whether it is a class to paste into a file, and not only the statements of a method. */
    boolean isWholeProgram() {
      return CLASS.matcher(code).find();
    }

    /** Whether it is a program that uses a module of the examples, which tests it itself. */
    boolean isOfAnExample() {
      return code.contains("import io.dunning.letters.")
          || code.contains("import io.dunning.reports.");
    }

    String className() {
      Matcher m = CLASS.matcher(code);
      return m.find() ? m.group(1) : "Block";
    }

    /** The block as it stands, or its statements in a method with all imports they may need. */
    String source() {
      return isWholeProgram()
          ? code
          : IMPORTS
              + "public class Block { public static void main(String[] args) {\n"
              + code
              + "}}";
    }

    @Override
    public String toString() {
      return page + ": " + code.lines().findFirst().orElse("");
    }
  }

  @TempDir Path folder;

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all = docs.filter(p -> p.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), all.stream());
    }
  }

  /** Pages whose blocks need another library are tested where that library is. */
  private static final List<String> ELSEWHERE = List.of("persist.md", "bridges.md");

  static Stream<Block> blocks() throws IOException {
    return pages()
        .filter(page -> !ELSEWHERE.contains(page.getFileName().toString()))
        .flatMap(
            page -> {
              try {
                Matcher m = BLOCKS.matcher(Files.readString(page));
                return m
                    .results()
                    .map(r -> new Block(page.toString(), r.group(1), r.group(2)))
                    .filter(b -> !b.isOfAnExample())
                    .toList()
                    .stream();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void printsWhatItSays(Block block) throws Exception {
    compile(block.className(), block.source());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass(block.className())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    String expected = block.printed == null ? "" : block.printed;
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  private void compile(String className, String text) throws IOException {
    Path source = folder.resolve(className + ".java");
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options = List.of("-proc:none", "-d", folder.toString());
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                options,
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  /** What a newcomer pastes first compiles as it stands: nothing is added to it here. */
  @Test
  void theSampleOfTheReadmeIsAWholeProgram() throws IOException {
    Block sample = blocks().filter(b -> b.page.endsWith("README.md")).findFirst().orElseThrow();
    assertThat(sample.isWholeProgram()).isTrue();
    assertThat(sample.source()).isEqualTo(sample.code);
  }

  @Test
  void theBuildServerRunsTheTestCommandOfTheReadme() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher command = Pattern.compile("Run all tests[^\\n]*:\\n\\n    (.*)\\n").matcher(readme);
    assertThat(command.find()).isTrue();
    assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).contains(command.group(1));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages().toList()) {
      Matcher m = LINK.matcher(Files.readString(page));
      while (m.find()) {
        assertThat(page.resolveSibling(m.group(1))).exists();
      }
    }
    assertThat(blocks()).hasSizeGreaterThan(7);
  }
}
