package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Customer;
import io.dunning.policy.PolicySet;
import org.junit.jupiter.api.Test;

/** Rules for segments, and trials, in policy files. */
class SegmentRulesFileTest {
  private static final String FILE =
      """
      default policy: standard-b2b
      segments:
        gold: courteous-consumer
      segment rules:
        - segment gold if customer is prompt and not (customer tagged watched)
        - segment new if customer is unknown
      trials:
        - trial: spring
          of: standard-b2b
          tries: small-business
          share: 20%
      """;

  @Test
  void readsRulesAndTrials() {
    PolicySet set = PolicyFiles.parse(FILE).set().orElseThrow();
    assertThat(set)
        .hasToString(
            """
            default: standard-b2b
            segment gold: courteous-consumer
            segment gold if customer is prompt and not (customer tagged watched)
            segment new if customer is unknown
            trial spring: small-business challenges standard-b2b with 20%""");
    assertThat(set.policyFor(Customer.of("C-1")).name()).isEqualTo("small-business");
    assertThat(set.policyFor(Customer.of("C-3")).name()).isEqualTo("standard-b2b");
  }

  @Test
  void writesWhatItReads() {
    PolicySet set = PolicyFiles.parse(FILE).set().orElseThrow();
    assertThat(PolicyFiles.parse(PolicyFiles.write(set)).set()).contains(set);
  }

  @Test
  void saysWhatIsWrong() {
    String broken =
        FILE.replace("customer is unknown", "overdue")
            .replace("share: 20%", "share: 120%")
            .replace("small-business", "no such policy");
    assertThatThrownBy(() -> PolicyFiles.parse(broken))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining(
            "rule for segment new asks about more than the customer and how the customer pays:"
                + " overdue");
    assertThatThrownBy(() -> PolicyFiles.parse(FILE.replace("share: 20%", "share: 120%")))
        .hasMessageContaining("share of a trial is not between 0% and 100%: 120%");
    assertThatThrownBy(() -> PolicyFiles.parse(FILE.replace("small-business", "no-such-policy")))
        .hasMessageContaining("no-such-policy");
  }
}
