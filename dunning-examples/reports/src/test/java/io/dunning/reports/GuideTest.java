package io.dunning.reports;

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
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the guide compiles as it stands and prints what stands below it. */
class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/guide/report.md");
  private static final Pattern BLOCK =
      Pattern.compile("```java\\n(.*?)```\\s*```text\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void printsWhatItSays() throws Exception {
    String guide = Files.readString(GUIDE);
    Matcher block = BLOCK.matcher(guide);
    assertThat(block.find()).isTrue();
    compile(block.group(1));
    Path page = folder.resolve("report.html");
    assertThat(run(page)).isEqualTo(block.group(2));
    assertThat(page).content().contains("<title>Acme receivables on 2026-06-30</title>");
    assertThat(folder.resolve("report.xlsx")).isNotEmptyFile();
  }

  private void compile(String code) throws IOException {
    Path source = Files.writeString(folder.resolve("WriteReport.java"), code);
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

  private String run(Path page) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      String[] args = {page.toString(), folder.resolve("report.xlsx").toString()};
      loader.loadClass("WriteReport").getMethod("main", String[].class).invoke(null, (Object) args);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
