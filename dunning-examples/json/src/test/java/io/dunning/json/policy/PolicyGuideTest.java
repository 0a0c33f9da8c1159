package io.dunning.json.policy;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to policy files: its Java runs and prints what it says, and its files are read. */
class PolicyGuideTest {
  private static final Path GUIDE = Path.of("../../docs/guide/policy-files.md");
  private static final Path README = Path.of("../../README.md");
  private static final Pattern JAVA =
      Pattern.compile("```java json\\n(.*?)```\\s*```text\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import io.dunning.json.policy.*;
      import io.dunning.policy.*;
      public class Block { public static void main(String[] args) {
      """;

  @TempDir Path folder;

  /** A block, and what it is to print. */
  record Block(String code, String printed) {}

  static List<Block> blocks() throws IOException {
    return JAVA.matcher(Files.readString(GUIDE))
        .results()
        .map(r -> new Block(r.group(1), r.group(2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void printsWhatItSays(Block block) throws Exception {
    Path source = folder.resolve("Block.java");
    Files.writeString(source, IMPORTS + block.code() + "}}");
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
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(block.printed());
  }

  @Test
  void everyFileInItIsReadAndIsWrittenAsUsual() throws IOException {
    List<String> files =
        Stream.of(GUIDE, README)
            .flatMap(
                p -> {
                  try {
                    return YAML.matcher(Files.readString(p)).results().map(r -> r.group(1));
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    assertThat(files).hasSize(3);
    for (String each : files) {
      assertThat(PolicyFiles.format(each)).isEqualTo(each);
      assertThat(PolicyFiles.parse(each).toString()).isNotEmpty();
    }
    assertThat(blocks()).hasSize(3);
  }

  @Test
  void itNamesEveryShippedPolicy() throws IOException {
    String guide = Files.readString(GUIDE);
    for (String name : PolicyFiles.shippedNames()) {
      assertThat(guide).contains("[" + name + "](policies/" + name + ".md)");
    }
  }
}
