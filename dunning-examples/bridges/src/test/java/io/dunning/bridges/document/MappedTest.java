package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappedTest {
  private static final Finding FINDING =
      new Finding(
          "a.xml", 3, 7, "Invoice/ID", "is odd", Optional.of("x\ny"), Optional.of("mend it"));

  @Test
  void isAValueOrProblems() {
    assertThat(new Mapped<>(Optional.of("v"), List.of(), List.of(), 0).isComplete()).isTrue();
    assertThat(new Mapped<>(Optional.of("v"), List.of(), List.of(FINDING), 0).isComplete())
        .isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mapped<>(Optional.of("v"), List.of(FINDING), List.of(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mapped<>(Optional.empty(), List.of(), List.of(), 0));
  }

  @Test
  void throwsWithEveryProblemIfYouInsist() {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(
            () -> new Mapped<>(Optional.empty(), List.of(FINDING, FINDING), List.of(), 3).orThrow())
        .withMessage(
            """
            a.xml:3:7: Invoice/ID: is odd: x y
            Maybe mend it
            a.xml:3:7: Invoice/ID: is odd: x y
            Maybe mend it
            and 3 more\
            """);
  }

  @Test
  void namesTheArgumentThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> InvoiceReader.standard().read(null))
        .withMessage("source");
    assertThatNullPointerException()
        .isThrownBy(() -> BankReader.standard().read(null))
        .withMessage("source");
    assertThatNullPointerException()
        .isThrownBy(() -> StatusReader.standard().read(null))
        .withMessage("source");
    assertThatNullPointerException().isThrownBy(() -> TermsText.parse(null)).withMessage("text");
    assertThatNullPointerException()
        .isThrownBy(() -> XmlSource.of("a.xml", (byte[]) null))
        .withMessage("bytes");
  }

  @Test
  void refusesALimitThatAllowsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XmlLimits.STANDARD.withBytes(0))
        .withMessage("limit is less than 1: 0");
  }
}
