package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  /** As macOS writes names: each accent after its letter. */
  @ParameterizedTest
  @CsvSource({"Mu\u0308ller, Müller", "Rene\u0301, René", "AB\u20117, AB-7", "각, 각"})
  void accentsJoinTheirLetters(String given, String line) {
    assertThat(PlainText.line(given, 40)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"C-7, INV-7, 2026-06-12_C-7_INV-7.pdf", "'', INV-7, 2026-06-12_INV-7.pdf"})
  void aFileNameThatShowsAllIsPlain(String customer, String invoice, String name) {
    assertThat(PlainText.fileName(List.of("2026-06-12", customer, invoice), "pdf")).isEqualTo(name);
  }

  /** A host saves letters by this name, and one must not overwrite another. */
  @Test
  void differentCustomersHaveDifferentFileNames() {
    List<String> customers =
        List.of(
            "고객가",
            "고객나",
            "Ж",
            "C/7",
            "C-7",
            "C 7",
            "C_7",
            "Möwe",
            "Mowe",
            "x".repeat(40),
            "x".repeat(41),
            "x".repeat(60),
            "");
    Stream<String> names =
        customers.stream().map(c -> PlainText.fileName(List.of("2026-06-12", c, "중"), "pdf"));
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("2026-06-12(_[A-Za-z0-9-]{1,40})?_[0-9a-f]{8}\\.pdf"));
  }

  @Test
  void aFileNameHasAnExtension() {
    assertThatThrownBy(() -> PlainText.fileName(List.of("a"), "."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("extension has no letter: .");
  }
}
