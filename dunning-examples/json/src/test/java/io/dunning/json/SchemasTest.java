package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that ship are those of the forms. Rewrite them with {@code -Dforms.write=true}. */
class SchemasTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/dunning/json/schema");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(location -> shipped(location)));

  /** A schema as a user finds it: a resource of the library. */
  private static String shipped(String location) {
    if (!location.startsWith(Schemas.BASE)) {
      return null;
    }
    String name = "/io/dunning/json/schema/" + location.substring(Schemas.BASE.length());
    try (InputStream in = DunningJson.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> made() {
    Schemas schemas = new Schemas();
    for (Class<?> each : EveryTypeTest.values()) {
      schemas.add(each, Forms.ALL.find(each).orElseThrow());
    }
    Map<String, String> texts = new TreeMap<>();
    schemas
        .files()
        .forEach(
            (name, file) ->
                texts.put(name, PRETTY.writeValueAsString(file).replace("\r\n", "\n") + "\n"));
    return texts;
  }

  @Test
  void shippedSchemasAreThoseOfTheForms() throws IOException {
    Map<String, String> made = made();
    if (Boolean.getBoolean("forms.write")) {
      GoldenFormsTest.write(FOLDER, made::get, made.keySet());
    }
    try (Stream<Path> there = Files.list(FOLDER)) {
      assertThat(
              there
                  .filter(GoldenFormsTest::isOfAForm)
                  .map(f -> f.getFileName().toString())
                  .collect(Collectors.toSet()))
          .isEqualTo(new TreeSet<>(made.keySet()));
    }
    for (var each : made.entrySet()) {
      assertThat(each.getValue())
          .as("rewrite with -Dforms.write=true: %s", each.getKey())
          .isEqualTo(Files.readString(FOLDER.resolve(each.getKey())));
    }
  }

  @Test
  void everySchemaSaysWhereItIsAndDescribesSomething() throws IOException {
    try (Stream<Path> there = Files.list(FOLDER)) {
      for (Path file : there.toList()) {
        JsonNode schema = PRETTY.readTree(Files.readString(file));
        assertThat(schema.get("$id").asString()).isEqualTo(Schemas.BASE + file.getFileName());
        assertThat(schema.propertyNames())
            .as("accepts everything: %s", file)
            .containsAnyOf("type", "enum", "oneOf", "anyOf");
      }
    }
  }

  private static Schema schema(Class<?> type) {
    return REGISTRY.getSchema(SchemaLocation.of(Schemas.location(type)));
  }

  private static boolean isValid(Schema schema, JsonNode value) {
    return schema.validate(value.toString(), InputFormat.JSON).isEmpty();
  }

  static Stream<Class<?>> types() {
    return GoldenFormsTest.examples().values().stream().flatMap(m -> m.values().stream());
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyExampleIsValidAndNoneWithAnError(Class<?> type) {
    Schema schema = schema(type);
    for (int i = 0; i < 5; i++) {
      JsonNode value = DunningJson.mapper().valueToTree(AnyValues.of(type, i).any(type));
      assertThat(schema.validate(value.toString(), InputFormat.JSON)).as(value + "").isEmpty();
      for (JsonNode wrong : mutated(value)) {
        assertThat(isValid(schema, wrong)).as(wrong.toString()).isFalse();
        assertThat(isRead(wrong, type)).as(wrong.toString()).isFalse();
      }
    }
  }

  private static boolean isRead(JsonNode value, Class<?> type) {
    try {
      DunningJson.mapper().readValue(value.toString(), type);
      return true;
    } catch (InvalidJsonException e) {
      return false;
    }
  }

  /** The value with one error each: what is required is missing, unknown, or of a wrong type. */
  private static List<JsonNode> mutated(JsonNode value) {
    List<JsonNode> all = new ArrayList<>();
    all.add(PRETTY.getNodeFactory().numberNode(0.5));
    all.add(PRETTY.nullNode());
    if (value instanceof ObjectNode object) {
      all.add(object.deepCopy().put("unheardOf", 1));
      for (String name : List.copyOf(object.propertyNames())) {
        all.add(object.deepCopy().put(name, 0.5));
        all.add(object.deepCopy().set(name, PRETTY.nullNode()));
        if (name.equals(ObjectForm.TAG)) {
          ObjectNode without = object.deepCopy();
          without.remove(name);
          all.add(without);
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("types")
  void requiresWhatTheReaderRequires(Class<?> type) {
    JsonNode value = DunningJson.mapper().valueToTree(AnyValues.of(type, 1).any(type));
    if (value instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        ObjectNode without = object.deepCopy();
        without.remove(name);
        if (!isValid(schema(type), without)) {
          assertThat(isRead(without, type)).as(without.toString()).isFalse();
        }
      }
    }
  }
}
