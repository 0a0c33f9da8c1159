package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packages use packages of lower layers only, as the class files say. */
class LayersTest {
  private static final Map<String, Integer> LAYERS =
      Map.ofEntries(
          Map.entry("serial", 0),
          Map.entry("text", 0),
          Map.entry("sentence", 0),
          Map.entry("grammar", 1),
          Map.entry("money", 1),
          Map.entry("calendar", 1),
          Map.entry("terms", 2),
          Map.entry("action", 2),
          Map.entry("event", 3),
          Map.entry("ledger", 4),
          Map.entry("aging", 5),
          Map.entry("charge", 5),
          Map.entry("behaviour", 5),
          Map.entry("conduct", 5),
          Map.entry("settlement", 6),
          Map.entry("law", 6),
          Map.entry("policy", 7),
          Map.entry("compiled", 8),
          Map.entry("evaluation", 9),
          Map.entry("portfolio", 10),
          Map.entry("scenario", 10),
          Map.entry("check", 11));

  @Test
  void arrowsPointDownOnly() {
    List<Jdeps.Arrow> arrows = Jdeps.betweenPackages();
    assertThat(arrows).hasSizeGreaterThan(15);
    for (Jdeps.Arrow arrow : arrows) {
      assertThat(LAYERS).containsKeys(arrow.from(), arrow.to());
      assertThat(LAYERS.get(arrow.from()))
          .as("%s uses %s", arrow.from(), arrow.to())
          .isGreaterThan(LAYERS.get(arrow.to()));
    }
  }
}
