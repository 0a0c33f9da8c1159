package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterContentTest {

  @ParameterizedTest
  @MethodSource("io.dunning.letters.LetterComposerTest#letters")
  void whatSaysTheSameIsEqual(LetterComposerTest.Sent sent) {
    LetterContent content = sent.content();
    assertThat(content).isEqualTo(sent.content()).hasSameHashCodeAs(sent.content());
    Tone other = content.tone() == Tone.FIRM ? Tone.NEUTRAL : Tone.FIRM;
    LetterContent toned = LettersTest.toned(content, other);
    assertThat(toned).isNotEqualTo(content);
    assertThat(LettersTest.toned(toned, content.tone())).isEqualTo(content);
  }

  /** A content keeps nothing that can change. */
  @Test
  void aDraftThatGoesOnDoesNotChangeIt() {
    LetterDraft draft = new LetterDraft();
    draft.kind = LetterKind.THANKS;
    draft.tone = Tone.FRIENDLY;
    draft.date = LetterFixture.DUE;
    draft.sender = LetterFixture.NORD;
    LetterContent from =
        LetterFixture.content(
            LetterFixture.everyLetter(), LetterFixture.account("100.00"), "notice");
    draft.recipient = from.recipient();
    LetterContent content = draft.content();
    draft.items.addAll(from.items());
    draft.notices.add(RequiredNotice.US_COLLECTOR);
    draft.tone = Tone.FINAL;
    assertThat(content.items()).isEmpty();
    assertThat(content.notices()).isEmpty();
    assertThat(content.tone()).isEqualTo(Tone.FRIENDLY);
    assertThatThrownBy(() -> content.items().add(null))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
