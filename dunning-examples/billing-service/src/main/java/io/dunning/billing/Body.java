package io.dunning.billing;

import io.dunning.json.DunningJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Reads bodies of requests: UTF-8, and nothing but what is asked for. */
final class Body {
  private static final String KEY = "key";
  private static final int LONGEST_SHOWN = 60;

  private Body() {}

  /** The key of a step or an action. */
  @Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record Named(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String key) {}

  /** A value of the library in its JSON form. */
  static <T> T read(byte[] body, Class<T> type) {
    return DunningJson.mapper().readValue(text(body), type);
  }

  /** The key of a step or an action, which is all that such a body may have. */
  static String key(byte[] body) {
    JsonNode root = DunningJson.mapper().readTree(text(body));
    if (!root.isObject()) {
      throw refused("$: expected an object");
    }
    for (String name : root.propertyNames()) {
      if (!name.equals(KEY)) {
        throw refused("$." + shown(name) + ": no such property\nMaybe one of " + KEY);
      }
    }
    JsonNode key = root.get(KEY);
    if (key == null) {
      throw refused("$: property \"" + KEY + "\" is missing");
    }
    if (!key.isString() || key.asString().isEmpty()) {
      throw refused("$." + KEY + ": expected a text that is not empty");
    }
    return key.asString();
  }

  private static String shown(String name) {
    String start = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) : name;
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.isBlank()) {
        throw refused("body is empty");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "body is not UTF-8", e);
    }
  }

  private static ResponseStatusException refused(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }
}
