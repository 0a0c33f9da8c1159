package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresetsTest {
  @Test
  void areFoundByTheNamesTheyHave() {
    assertThat(Presets.NAMES)
        .hasSize(6)
        .allSatisfy(name -> assertThat(Presets.named(name).name()).isEqualTo(name));
  }
}
