package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An example of every form, a file for each top-level type. A change of a form shows there. Rewrite
 * them with {@code -Dforms.write=true}, and look at the difference.
 */
class GoldenFormsTest {
  static final Path FOLDER = Path.of("src/test/resources/forms");
  private static final JsonMapper PRETTY =
      DunningJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The types with an example, by file and by name in it. */
  static SortedMap<String, SortedMap<String, Class<?>>> examples() {
    SortedMap<String, SortedMap<String, Class<?>>> all = new TreeMap<>();
    for (Class<?> each : EveryTypeTest.values()) {
      if (!each.isSealed()) {
        String name = each.getName().replaceAll(".*\\.", "").replace('$', '.');
        all.computeIfAbsent(Schemas.file(each), f -> new TreeMap<>()).put(name, each);
      }
    }
    return all;
  }

  @BeforeAll
  static void rewrite() throws IOException {
    if (Boolean.getBoolean("forms.write")) {
      write(FOLDER, f -> text(examples().get(f)), examples().keySet());
    }
  }

  /** Writes files into a folder, and removes others. */
  static void write(Path folder, UnaryOperator<String> text, Set<String> files) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> there = Files.list(folder)) {
      for (Path each : there.filter(GoldenFormsTest::isOfAForm).toList()) {
        if (!files.contains(each.getFileName().toString())) {
          Files.delete(each);
        }
      }
    }
    for (String each : files) {
      Files.writeString(folder.resolve(each), text.apply(each));
    }
  }

  /** Whether a file is named after a type, unlike a schema that somebody wrote by hand. */
  static boolean isOfAForm(Path file) {
    return Character.isUpperCase(file.getFileName().toString().charAt(0));
  }

  static Stream<String> files() {
    return examples().keySet().stream();
  }

  static String text(Map<String, Class<?>> types) {
    Map<String, Object> values = new TreeMap<>();
    types.forEach((name, type) -> values.put(name, AnyValues.of(type, 1).any(type)));
    return PRETTY.writeValueAsString(values).replace("\r\n", "\n") + "\n";
  }

  @ParameterizedTest
  @MethodSource("files")
  void formsAreAsTheyWere(String file) throws IOException {
    String text = text(examples().get(file));
    Path path = FOLDER.resolve(file);
    assertThat(text).as("rewrite with -Dforms.write=true").isEqualTo(Files.readString(path));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsStoredIsRead(String file) throws IOException {
    JsonNode stored = PRETTY.readTree(Files.readString(FOLDER.resolve(file)));
    examples()
        .get(file)
        .forEach(
            (name, type) -> {
              Object value = DunningJson.mapper().treeToValue(stored.get(name), type);
              assertThat(PRETTY.writeValueAsString(value))
                  .isEqualTo(PRETTY.writeValueAsString(stored.get(name)));
            });
  }

  @Test
  void nothingIsThereThatHasNoForm() throws IOException {
    try (Stream<Path> there = Files.list(FOLDER)) {
      assertThat(there.map(f -> f.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(new TreeSet<>(examples().keySet()));
    }
  }
}
