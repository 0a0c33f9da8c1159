package io.dunning.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the values of the library as JSON. The mapper is an ordinary Jackson 3 mapper:
 *
 * <pre>{@code
 * String text = DunningJson.mapper().writeValueAsString(recommendation);
 * Recommendation again = DunningJson.mapper().readValue(text, Recommendation.class);
 * }</pre>
 *
 * <p>A value that was written and read again is equal to what it was. Money is written as {@code
 * {"amount":"120.00","currency":"EUR"}}, days as {@code "2026-01-31"}, constants by their names in
 * small letters with hyphens, and a member of a family has its name in {@code "type"}. A part that
 * is absent or empty is left out. Reading runs the library's own checks; unknown properties are
 * refused: see {@link InvalidJsonException}.
 *
 * <p>Policies have no JSON form, and are refused: keep them in files ({@link
 * io.dunning.json.policy.PolicyFiles}). So are values that the library derives, such as a balance.
 *
 * <p>The JSON Schemas (draft 2020-12) of all forms are resources of this library, in the folder
 * {@code io/dunning/json/schema}: a file for each type, such as {@code Recommendation.json}.
 */
public final class DunningJson {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NAME = 10_000;
  private static final int LONGEST_NUMBER = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(2 * Json.DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .addModule(new DunningModule())
          .build();

  private DunningJson() {}

  /**
   * A mapper with the forms of the library. It refuses duplicate properties, values that nest more
   * than 100 deep, and texts of more than a million characters. It does not limit the length of a
   * document, because an account can be long; limit that where you receive it.
   *
   * @return the mapper, always the same
   */
  public static JsonMapper mapper() {
    return MAPPER;
  }
}
