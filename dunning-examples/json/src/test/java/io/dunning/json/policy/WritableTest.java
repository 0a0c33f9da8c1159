package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.behaviour.Scorecard;
import io.dunning.behaviour.Scorecard.Characteristic;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What can be written can be read again. */
class WritableTest {
  private static DunningPolicy policy() {
    return PolicyFiles.parse(
            "policy: p\nladder:\n  - step: a\n    at: 3 days past due\n    take: place call\n")
        .policy();
  }

  @Test
  void aLongKeyIsReadAgain() {
    for (int length : new int[] {900, 1_000, 1_001, 1_100, 5_000, 20_000}) {
      String customer = "\u2028x".repeat(length / 2);
      PolicySet set =
          PolicySet.byDefault(policy())
              .forCustomer(customer, policy())
              .forCustomer("c" + "x".repeat(length - 1), policy());
      String text = PolicyFiles.write(set);
      assertThat(PolicyFiles.parse(text).set()).contains(set);
      assertThat(PolicyFiles.format(text)).isEqualTo(text);
    }
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() {
    for (String text : List.of("x".repeat(20_001), "a\ud800")) {
      Node node = Node.mapping(Node.entry("policy", Node.list(List.of(Node.text(text)))));
      assertThatThrownBy(() -> Writable.checked(node))
          .hasMessageStartingWith("a policy file cannot");
      Node key = Node.mapping(Node.entry(text, Node.text("x")));
      assertThatThrownBy(() -> Writable.checked(key))
          .hasMessageStartingWith("a policy file cannot");
      PolicySet set = PolicySet.byDefault(policy()).forCustomer(text, policy());
      assertThatThrownBy(() -> PolicyFiles.write(set))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("a policy file cannot hold");
    }
  }

  @Test
  void aCharacteristicWithoutPointsIsNotWritten() {
    Scorecard card =
        new Scorecard(
            "x",
            List.of(new Characteristic(Scorecard.Fact.LATE_RATIO, new TreeMap<>())),
            new TreeMap<>(Map.of(0, Percentage.parse("5%"))));
    assertThatThrownBy(() -> new RiskForm().write(card))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a characteristic without points");
  }
}
