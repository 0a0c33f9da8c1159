package io.dunning.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Who did it, at what time, with which remark, and where the proof is filed. */
class EvidenceTest {
  private final Evidence all =
      Evidence.by("Anna").at(LocalTime.of(14, 5)).withRemark("urgent").withDocument("D-1");

  @Test
  void keepsAndPrintsWhatItWasTold() {
    assertThat(all.author()).contains("Anna");
    assertThat(all.time()).contains(LocalTime.of(14, 5));
    assertThat(all.remark()).contains("urgent");
    assertThat(all.document()).contains("D-1");
    assertThat(all).hasToString("by Anna, at 14:05, document D-1, remark: urgent");
    assertThat(Evidence.NONE.withDocument("D-1")).hasToString("document D-1");
    assertThat(Evidence.NONE.toString()).isEmpty();
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(Streams.copy(all)).isEqualTo(all);
    assertThat(Streams.copy(Evidence.NONE)).isEqualTo(Evidence.NONE);
  }

  @Test
  void refusesBlankTexts() {
    assertThatThrownBy(() -> Evidence.by(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("author of an event is blank");
    assertThatThrownBy(() -> all.withRemark(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("remark on an event is blank");
    assertThatThrownBy(() -> all.withDocument(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document of an event is blank");
  }
}
