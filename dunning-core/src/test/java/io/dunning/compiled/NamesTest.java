package io.dunning.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers for names, of which there are only so many. */
class NamesTest {
  private final Names.Numbers<String> numbers = new Names.Numbers<>(0, 10);

  private int taken(String name) {
    return numbers.of(name, 3, n -> numbers.take());
  }

  private int ofPolicy(String name) {
    return numbers.of(name, n -> numbers.take());
  }

  @Test
  void stepsOfPoliciesHaveNumbersThoughTheBooksNameAnyNumberOfSteps() {
    for (int i = 0; i < 20; i++) {
      assertThat(taken("letter of case " + i)).isEqualTo(i < 7 ? i : Names.UNKNOWN);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(ofPolicy("step " + i)).isEqualTo(7 + i);
      assertThat(taken("step " + i)).isEqualTo(7 + i);
    }
    assertThat(ofPolicy("step 3")).isEqualTo(Names.UNKNOWN);
    assertThat(ofPolicy("letter of case 2")).isEqualTo(2);
  }
}
