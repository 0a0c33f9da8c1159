package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.DunningJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Editors complete each setting, and say what it is for. */
class MetadataTest {

  private static List<String> settings(String prefix, Class<?> type) {
    List<String> all = new ArrayList<>();
    for (RecordComponent each : type.getRecordComponents()) {
      String name =
          prefix + "." + each.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (each.getType().isRecord()) {
        all.addAll(settings(name, each.getType()));
      } else {
        all.add(name);
      }
    }
    return all;
  }

  @Test
  void describesEverySetting() throws IOException {
    List<String> described = new ArrayList<>();
    try (InputStream in =
        getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      for (JsonNode each : DunningJson.mapper().readTree(in).get("properties")) {
        String name = each.get("name").asString();
        assertThat(each.path("description").asString("")).describedAs(name).isNotEmpty();
        if (name.startsWith("dunning.")) {
          described.add(name);
        }
      }
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(settings("dunning", DunningProperties.class));
  }
}
