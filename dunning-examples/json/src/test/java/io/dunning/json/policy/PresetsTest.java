package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.DunningPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies that were written in Java before say the same as files. */
class PresetsTest {
  static List<String> names() {
    return JavaPresets.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysAsAFileWhatItSaidInJava(String name) {
    DunningPolicy before = JavaPresets.named(name);
    assertThat(PolicyFiles.shipped(name)).isEqualTo(before);
    assertThat(PolicyFiles.shipped(name).fingerprint()).isEqualTo(before.fingerprint());
  }
}
