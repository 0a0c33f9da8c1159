package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that is tried with some customers of another one. */
class PolicyTrialTest {
  static DunningPolicy policy(String name) {
    return DunningPolicy.named(name)
        .ladder(EscalationLadder.of(step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))))
        .build();
  }

  private static final DunningPolicy STANDARD = policy("standard");
  private static final DunningPolicy GENTLE = policy("gentle");

  private static PolicyTrial trial(String share) {
    return new PolicyTrial("spring", STANDARD, GENTLE, percent(share));
  }

  /**
   * Computed elsewhere: {@code printf 'spring\nC-1' | sha256sum}, its first 16 digits over 2^64.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          C-1, 13.8875
          C-2, 7.3674
          C-3, 83.0230
          Müller & Söhne, 8.1502
          '', 78.0842
          """)
  void givesEachCustomerANumberThatIsTheSameOnEveryMachine(String customer, String number) {
    assertThat(trial("20").numberOf(customer)).isEqualTo(percent(number));
  }

  @Test
  void refusesALineFeedInItsName() {
    assertThatThrownBy(() -> new PolicyTrial("a\nb", STANDARD, GENTLE, percent("20")))
        .hasMessage("name of a trial has a line feed: a\\nb");
    assertThatThrownBy(() -> new PolicyTrial("\na", STANDARD, GENTLE, percent("20")))
        .hasMessage("name of a trial has a line feed: \\na");
  }

  @Test
  void takesInTheCustomersWhoseNumberIsBelowTheShare() {
    String number = trial("20").numberOf("C-1").value().toPlainString();
    double value = Double.parseDouble(number);
    assertThat(trial(String.valueOf(Math.floor(value))).includes("C-1")).isFalse();
    assertThat(trial(String.valueOf(Math.ceil(value))).includes("C-1")).isTrue();
    assertThat(trial("0").includes("C-1")).isFalse();
    assertThat(trial("100").includes("C-1")).isTrue();
  }

  @Test
  void takesInAboutItsShareAndLetsNobodyGoWhenItGrows() {
    int taken = 0;
    int both = 0;
    PolicyTrial other = new PolicyTrial("autumn", STANDARD, GENTLE, percent("20"));
    for (int i = 0; i < 20_000; i++) {
      String id = "C-" + i;
      boolean in = trial("20").includes(id);
      taken += in ? 1 : 0;
      both += in && other.includes(id) ? 1 : 0;
      if (in) {
        assertThat(trial("20.5").includes(id)).isTrue();
      }
    }
    // six standard deviations around 4,000 and 800
    assertThat(taken).isBetween(3_660, 4_340);
    assertThat(both).isBetween(630, 970);
  }

  @Test
  void challengesTheChampionOnlyWhereItAppliesBySegmentOrByDefault() {
    PolicySet set =
        PolicySet.byDefault(policy("other"))
            .forSegment("retail", STANDARD)
            .forCustomer("C-9", STANDARD)
            .trying(trial("100"));
    assertThat(set.policyFor(Customer.of("C-1")).name()).isEqualTo("other");
    assertThat(set.policyFor(Customer.of("C-1").inSegment("retail"))).isEqualTo(GENTLE);
    assertThat(set.policyFor(Customer.of("C-9").inSegment("retail"))).isEqualTo(STANDARD);
    assertThat(set.trialOf(Customer.of("C-9").inSegment("retail"))).isEmpty();
    assertThat(set.policies()).contains(GENTLE);
    assertThat(set)
        .hasToString(
            """
        default: other
        segment retail: standard
        customer C-9: standard
        trial spring: gentle challenges standard with 100%""");
  }

  @Test
  void refusesWhatCannotBeATrial() {
    assertThatThrownBy(() -> trial("101"))
        .hasMessage("share of a trial is not between 0% and 100%: 101%");
    assertThatThrownBy(() -> trial("-1")).hasMessageContaining("between 0% and 100%");
    assertThatThrownBy(() -> new PolicyTrial(" ", STANDARD, GENTLE, percent("1")))
        .hasMessage("trial has no name");
    assertThatThrownBy(() -> new PolicyTrial("x", STANDARD, STANDARD, percent("1")))
        .hasMessage("champion and challenger have one name: standard");
    assertThatThrownBy(() -> PolicySet.byDefault(STANDARD).trying(trial("1")).trying(trial("2")))
        .hasMessage("trial stands twice: spring");
  }
}
