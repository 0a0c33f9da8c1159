package io.dunning.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceExceptionTest {

  @Test
  void tellsItsPartsTogetherAndApart() {
    SentenceException e = new SentenceException("\"x\" is not a trigger", 4, "Maybe \"y\"");
    assertThat(e).hasMessage("\"x\" is not a trigger (column 5)\nMaybe \"y\"");
    assertThat(e.problem()).isEqualTo("\"x\" is not a trigger");
    assertThat(e.offset()).isEqualTo(4);
    assertThat(e.advice()).contains("Maybe \"y\"");
  }

  @Test
  void mayHaveNoAdvice() {
    SentenceException e = new SentenceException("too long", 0, "");
    assertThat(e).hasMessage("too long (column 1)");
    assertThat(e.advice()).isEmpty();
  }
}
