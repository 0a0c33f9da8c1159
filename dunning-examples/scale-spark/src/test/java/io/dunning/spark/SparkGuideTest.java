package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the guide in their order. */
class SparkGuideTest {
  private static final Path PAGE = Path.of("../../docs/guide/spark.md");
  private static final Set<String> FILES = Set.of("portfolio", "decisions", "aging");

  @TempDir Path folder;

  @Test
  void theCommandsOfThePageWork() throws Exception {
    String portfolio = folder.resolve("portfolio").toString();
    Programs.duckdb("generate", "--customers", "300", "--as-of", "2026-11-27", "--out", portfolio);
    int commands = 0;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("    dunning-spark ")) {
        commands++;
        assertThat(DunningSpark.run(arguments(line))).as(line).isZero();
      }
    }
    assertThat(commands).isEqualTo(3);
    assertThat(folder.resolve("aging/_SUCCESS")).exists();
    assertThat(
            Sparks.local()
                .read()
                .parquet(folder.resolve("decisions").toString())
                .select("customer")
                .distinct()
                .count())
        .isEqualTo(300);
  }

  /** The program of the page, compiled and run on the session of the test. */
  @Test
  void theProgramOfThePageWorks() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("    import io.dunning.aging.AgingReport;");
    String program = page.substring(begin, page.indexOf("\n    }\n", begin) + 7);
    Path source = Files.writeString(folder.resolve("Nightly.java"), program);
    String[] options = {"-proc:none", "-d", folder.toString(), source.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options)).isZero();
    String portfolio = folder.resolve("portfolio").toString();
    Programs.duckdb("generate", "--customers", "20", "--as-of", "2026-11-27", "--out", portfolio);
    Path policy =
        Files.writeString(folder.resolve("policy.yaml"), PolicyFiles.shippedText("standard-b2b"));
    String out = folder.resolve("decisions").toString();
    Sparks.local();
    try (URLClassLoader made = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      String[] args = {policy.toString(), "2026-11-27", portfolio, out};
      made.loadClass("Nightly").getMethod("main", String[].class).invoke(null, (Object) args);
    }
    assertThat(Sparks.local().read().parquet(out).select("customer").distinct().count())
        .isEqualTo(20);
  }

  private String[] arguments(String line) {
    List<String> all = new ArrayList<>();
    for (String each : line.strip().split(" +")) {
      // the name of a command is no file
      boolean isFile = FILES.contains(each) && all.size() > 1;
      all.add(isFile ? folder.resolve(each).toString() : each);
    }
    all.addAll(List.of("--master", "local[2]"));
    return all.subList(1, all.size()).toArray(String[]::new);
  }

  @Test
  void theOptionsOfThePageOpenWhatSparkOpens() throws Exception {
    List<String> ours = Files.readAllLines(Path.of("java-options"));
    for (String each : JavaModuleOptions.defaultModuleOptionArray()) {
      if (each.startsWith("--add-opens")) {
        assertThat(ours).contains(each);
      }
    }
  }
}
