package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.behaviour.Scorecard;
import io.dunning.money.Percentage;
import io.dunning.settlement.RecoveryCurve;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Names of properties that are whole numbers. */
class NumberKeysTest {
  private static final JsonMapper MAPPER = DunningJson.mapper();

  @Test
  void theStandardScorecardComesBack() {
    String text = MAPPER.writeValueAsString(Scorecard.standard());
    assertThat(MAPPER.readValue(text, Scorecard.class)).isEqualTo(Scorecard.standard());
  }

  @Test
  void everyIntComesBack() {
    TreeMap<Integer, Percentage> points = new TreeMap<>();
    for (int each : new int[] {Integer.MIN_VALUE, -1_000_000_000, 0, 7, Integer.MAX_VALUE}) {
      points.put(each, Percentage.percent("50"));
    }
    RecoveryCurve curve = new RecoveryCurve("own", points);
    String text = MAPPER.writeValueAsString(curve);
    assertThat(MAPPER.readValue(text, RecoveryCurve.class)).isEqualTo(curve);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "9999999999"})
  void aNumberThatIsNoIntIsRefused(String key) {
    String text = "{\"source\":\"own\",\"points\":{\"" + key + "\":\"50\"}}";
    assertThatThrownBy(() -> MAPPER.readValue(text, RecoveryCurve.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("name is not between -2147483648 and 2147483647: " + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1.0", "+1", "10000000000", "\u0661"})
  void whatIsNoWholeNumberIsRefused(String key) {
    String text = "{\"source\":\"own\",\"points\":{\"" + key + "\":\"50\"}}";
    assertThatThrownBy(() -> MAPPER.readValue(text, RecoveryCurve.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("name is not a whole number: " + key);
  }
}
