package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Money;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms work where the library is a module and opens nothing. */
class ModulePathTest {
  @TempDir Path folder;

  @Test
  void anApplicationOnTheModulePathWritesAndReads() throws Exception {
    Files.writeString(
        Files.createDirectories(folder.resolve("src")).resolve("module-info.java"),
        "module app { requires io.dunning; requires io.dunning.json;"
            + " requires tools.jackson.databind; }");
    Path main = Files.createDirectories(folder.resolve("src/app")).resolve("Main.java");
    Files.writeString(
        main,
        """
        package app;
        import io.dunning.event.LedgerEvent;
        import io.dunning.json.DunningJson;
        import io.dunning.money.Money;
        import io.dunning.terms.PaymentTerms;
        import java.time.LocalDate;
        public class Main {
          public static void main(String[] args) {
            Object[] all = {
              LedgerEvent.payment(LocalDate.of(2026, 3, 2), Money.eur("1.00")), PaymentTerms.net(30)
            };
            String text = DunningJson.mapper().writeValueAsString(all);
            System.out.print(LedgerEvent.class.getModule() + " " + text);
            DunningJson.mapper().readValue("\\"net 30\\"", PaymentTerms.class);
          }
        }
        """);
    String path = modulePath();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-p",
                path,
                "-cp",
                "",
                "-d",
                folder.resolve("out").toString(),
                folder.resolve("src/module-info.java").toString(),
                main.toString());
    assertThat(compiled).isZero();
    assertThat(run(path + File.pathSeparator + folder.resolve("out")))
        .isEqualTo(
            "module io.dunning [{\"type\":\"payment\",\"date\":\"2026-03-02\","
                + "\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}},\"net 30\"]");
  }

  private String modulePath() throws Exception {
    Path library = place(Money.class);
    Path forms = folder.resolve("dunning-json.jar");
    pack(place(DunningJson.class), forms);
    Stream<String> others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> p.matches(".*(jackson-(core|databind|annotations)|slf4j-api)-[^/]*jar"));
    return Stream.concat(Stream.of(library.toString(), forms.toString()), others)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "io.dunning.json");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        packed.putNextEntry(
            new ZipEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, packed);
      }
    }
  }

  private String run(String path) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(List.of(java, "-p", path, "-m", "app/app.Main"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().filter(l -> !l.startsWith("SLF4J")).collect(Collectors.joining("\n"));
  }
}
