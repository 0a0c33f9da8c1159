package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "INV-1", "Müller & Söhne", "株式会社", "50 €", "a\\b \"c\" 😀"})
  void leavesWhatCanBeReadAsItIs(String text) {
    assertThat(Visible.line(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 9, 0xD, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200F, 0x2028, 0x202E, 0x2066,
        0xFEFF, 0xD800, 0xFFFF
      })
  void showsWhatATerminalWouldObeyOrHide(int unsafe) {
    String text = "a" + (char) unsafe + "b";
    assertThat(Visible.line(text)).isEqualTo("a\\u%04xb".formatted(unsafe));
    assertThat(Visible.lines(text)).isEqualTo("a\\u%04xb".formatted(unsafe));
  }

  @Test
  void showsBothHalvesOfACharacterBeyondTheFirstPlane() {
    assertThat(Visible.line(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void keepsLineBreaksOnlyBetweenLines() {
    assertThat(Visible.lines("a\nb")).isEqualTo("a\nb");
    assertThat(Visible.line("a\nb")).isEqualTo("a\\u000ab");
  }
}
