package io.dunning.json;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of the page about storing compiles, and prints the text block after it. */
class PersistPageTest {
  private static final Path PAGE = Path.of("../../docs/guide/persist.md");
  private static final Pattern BLOCKS =
      Pattern.compile("```java\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import static io.dunning.action.Channel.*;
      import static io.dunning.action.DunningAction.*;
      import static io.dunning.event.LedgerEvent.*;
      import static io.dunning.money.Money.*;
      import static io.dunning.policy.EscalationStep.step;
      import static io.dunning.policy.Trigger.*;
      import io.dunning.calendar.*;
      import io.dunning.evaluation.*;
      import io.dunning.event.*;
      import io.dunning.json.*;
      import io.dunning.ledger.*;
      import io.dunning.policy.*;
      import java.time.LocalDate;
      import java.util.*;
      import tools.jackson.core.JacksonException;
      import tools.jackson.databind.json.JsonMapper;
      """;

  @TempDir Path folder;

  static Stream<MatchResult> blocks() throws IOException {
    return BLOCKS.matcher(Files.readString(PAGE)).results().toList().stream();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void printsWhatItSays(MatchResult block) throws Exception {
    String code = block.group(1);
    boolean whole = code.startsWith("public class Loop");
    String name = whole ? "Loop" : "Block";
    compile(
        name,
        IMPORTS
            + (whole
                ? code
                : "public class Block { public static void main(String[] args) {\n" + code + "}}"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(block.group(2));
  }

  private void compile(String name, String text) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }
}
