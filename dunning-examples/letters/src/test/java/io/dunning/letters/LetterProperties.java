package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class LetterProperties {

  @Property(tries = 500)
  void aLineIsShortAndHasNoControls(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 80) int longest) {
    String line = PlainText.line(text, longest);
    assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(longest);
    assertThat(line.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    assertThat(PlainText.line(line, longest)).isEqualTo(line);
  }

  @Property(tries = 500)
  void aFileNameIsSafe(@ForAll @Size(max = 5) List<String> parts) {
    assertThat(PlainText.fileName(parts, "pdf")).matches("[A-Za-z0-9_-]*\\.pdf");
  }

  @Property(tries = 500)
  void otherPartsHaveAnotherFileName(
      @ForAll @Size(2) List<String> parts, @ForAll @Size(2) List<String> others) {
    boolean same = parts.equals(others);
    assertThat(PlainText.fileName(parts, "pdf").equals(PlainText.fileName(others, "pdf")))
        .isEqualTo(same);
  }

  /** Parts are never longer than they may be, and a text that grows needs no fewer of them. */
  @Property(tries = 500)
  void textMessagesGrowWithTheirText(@ForAll String text, @ForAll String more) {
    SmsText one = SmsText.of(text);
    SmsText both = SmsText.of(text + more);
    assertThat(both.segments()).isGreaterThanOrEqualTo(one.segments());
    int each = one.encoding() == SmsText.Encoding.GSM_7 ? 153 : 67;
    if (one.segments() > 1) {
      assertThat(one.units()).isLessThanOrEqualTo(one.segments() * each);
    }
  }

  /** Whatever fits into a code can be read from it again. */
  @Property(tries = 500)
  void aCodeReadsWhatItWrites(
      @ForAll @StringLength(min = 1, max = 70) @NotBlank @CharRange(from = ' ', to = '~')
          String payee,
      @ForAll @StringLength(max = 140) @CharRange(from = ' ', to = '~') String text,
      @ForAll @LongRange(min = 1, max = 99_999_999_999L) long cents) {
    Money amount = Money.ofMinor(cents, CurrencyUnit.of("EUR"));
    EpcCode code = EpcCode.find(payee, LetterFixture.IBAN, "", amount, text).orElseThrow();
    EpcCode read = EpcCode.parse(code.payload());
    assertThat(read).isEqualTo(code);
    assertThat(read.payee()).isEqualTo(payee);
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.amount().orElseThrow()).isEqualByComparingTo(amount.amount());
  }

  /** What a code cannot hold makes none, and never a wrong one. */
  @Property(tries = 500)
  void noCodeIsMadeOfWhatDoesNotFit(@ForAll String payee, @ForAll String text) {
    Money amount = Money.eur("1.00");
    EpcCode.find(payee, LetterFixture.IBAN, "", amount, text)
        .ifPresent(code -> assertThat(EpcCode.parse(code.payload())).isEqualTo(code));
  }
}
