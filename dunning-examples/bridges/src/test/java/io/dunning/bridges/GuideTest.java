package io.dunning.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

/** The snippets of the guide compile and print what stands below them. */
class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/guide/bridges.md");
  private static final Pattern BLOCK =
      Pattern.compile("```java\\n(.*?)```\\s*```text\\n(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import io.dunning.bridges.calendar.*;
      import io.dunning.bridges.document.*;
      import io.dunning.bridges.money.*;
      import io.dunning.bridges.status.*;
      import io.dunning.calendar.*;
      import io.dunning.event.*;
      import io.dunning.ledger.*;
      import io.dunning.money.*;
      import io.dunning.terms.*;
      import java.nio.file.Path;
      import java.time.LocalDate;
      import java.time.Year;
      import java.util.List;
      """;

  @TempDir Path folder;

  /** A snippet and what it prints. */
  record Block(String code, String printed) {
    @Override
    public String toString() {
      return code.lines().findFirst().orElse("");
    }
  }

  static Stream<Block> blocks() throws IOException {
    List<MatchResult> all = BLOCK.matcher(Files.readString(GUIDE)).results().toList();
    return all.stream().map(m -> new Block(m.group(1), m.group(2)));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void printsWhatItSays(Block block) throws Exception {
    for (String name : List.of("invoice.xml", "bank.xml", "broken.xml")) {
      try (InputStream sample = GuideTest.class.getResourceAsStream("/guide/" + name)) {
        Files.copy(sample, folder.resolve(name));
      }
    }
    String here = folder.toString().replace('\\', '/') + "/";
    compile(block.code().replace("Path.of(\"", "Path.of(\"" + here));
    assertThat(run().replace(here, "")).isEqualTo(block.printed());
  }

  private void compile(String code) throws IOException {
    String program =
        IMPORTS
            + "public class Block { public static void main(String[] args) throws Exception {\n"
            + code
            + "}}";
    Path source = Files.writeString(folder.resolve("Block.java"), program);
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

  private String run() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Block")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
