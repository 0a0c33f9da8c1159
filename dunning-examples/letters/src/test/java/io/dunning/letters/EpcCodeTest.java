package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.dunning.money.Money;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcCodeTest {

  static Stream<Map<String, String>> rows() {
    // the JDK has no ISO 8859-10, and no row needs it
    return Csv.rows("epc_qr.csv");
  }

  /** A code of the record is in euros, and ends where it should, by construction. */
  static Stream<Map<String, String>> built() {
    return rows()
        .filter(r -> !r.get("side").equals("parse"))
        .filter(r -> !r.get("name").equals("other currency"))
        .filter(r -> !r.get("name").equals("separator after the last element"));
  }

  static Stream<Map<String, String>> read() {
    return rows().filter(r -> !r.get("side").equals("build"));
  }

  static Stream<Map<String, String>> pictures() {
    return built().filter(r -> r.get("valid").equals("yes"));
  }

  private static EpcCode built(Map<String, String> row) {
    String amount = row.get("amount");
    return new EpcCode(
        Integer.parseInt(row.get("version")),
        Integer.parseInt(row.get("charset")),
        row.get("bic"),
        Csv.unescaped(row.get("payee")),
        row.get("iban"),
        amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)),
        row.get("purpose"),
        row.get("reference"),
        Csv.unescaped(row.get("text")),
        row.get("info"));
  }

  /** What is written is written byte for byte; what must not be written is refused. */
  @ParameterizedTest
  @MethodSource("built")
  void writesWhatTheGuidelinesSay(Map<String, String> row) {
    if (row.get("valid").equals("no")) {
      assertThatThrownBy(() -> built(row)).isInstanceOf(IllegalArgumentException.class);
      return;
    }
    EpcCode code = built(row);
    assertThat(code.payload()).isEqualTo(Csv.unescaped(row.get("payload_lines")));
    assertThat(EpcCode.parse(code.payload())).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("read")
  void readsWhatTheGuidelinesSay(Map<String, String> row) {
    String payload = Csv.unescaped(row.get("payload_lines"));
    if (row.get("valid").equals("no")) {
      assertThatThrownBy(() -> EpcCode.parse(payload)).isInstanceOf(IllegalArgumentException.class);
    } else {
      EpcCode code = EpcCode.parse(payload);
      assertThat(code.iban()).isEqualTo(row.get("iban"));
      assertThat(code.payee()).isEqualTo(row.get("payee"));
      assertThat(code.amount().map(BigDecimal::stripTrailingZeros))
          .isEqualTo(
              Optional.of(row.get("amount"))
                  .filter(a -> !a.isEmpty())
                  .map(a -> new BigDecimal(a).stripTrailingZeros()));
    }
  }

  /** A banking app reads from the picture what went in, also with umlauts and at full length. */
  @ParameterizedTest
  @MethodSource("pictures")
  void thePictureHoldsTheBytes(Map<String, String> row) throws Exception {
    EpcCode code = built(row);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(400)));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    String charset = code.charset() == 1 ? "UTF-8" : "ISO-8859-1";
    Result read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(source)),
                Map.of(DecodeHintType.CHARACTER_SET, charset));
    assertThat(read.getText()).isEqualTo(code.payload());
    assertThat(
            read.getResultMetadata()
                .get(com.google.zxing.ResultMetadataType.ERROR_CORRECTION_LEVEL))
        .isEqualTo("M");
  }

  private static EpcCode code(String payee, String iban, String amount, String purpose) {
    return new EpcCode(
        2, 1, "", payee, iban, Optional.of(new BigDecimal(amount)), purpose, "", "INV-7", "");
  }

  /** An amount is the same however many zeros it is written with. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "1.500", "1E+3"})
  void aCodeThatIsReadEqualsTheOneThatWasWritten(String amount) {
    EpcCode code = code("Nord", LetterFixture.IBAN, amount, "");
    assertThat(EpcCode.parse(code.payload())).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u0085", "A\u2028B", "A\u2029B", "A\u007fB", "A\nB"})
  void aNameIsOneLineThatIsNotBlank(String payee) {
    assertThatThrownBy(() -> code(payee, LetterFixture.IBAN, "1.00", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name of the payee ");
  }

  @Test
  void purposeAndAccountAreThoseOfSepa() {
    assertThatThrownBy(() -> code("Nord", LetterFixture.IBAN, "1.00", "a b!"))
        .hasMessage("no purpose code: a b!");
    assertThatThrownBy(() -> code("Nord", "TR330006100519786457841326", "1.00", ""))
        .hasMessage("account is outside SEPA: TR330006100519786457841326");
    assertThatThrownBy(() -> code(null, LetterFixture.IBAN, "1.00", ""))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("payee");
  }

  @Test
  void onlyTransfersInEurosHaveACode() {
    assertThat(EpcCode.find("Nord", LetterFixture.IBAN, "", Money.usd("1.00"), "INV-7")).isEmpty();
    assertThat(EpcCode.find("Nord", "12-34", "", Money.eur("1.00"), "INV-7")).isEmpty();
    assertThat(EpcCode.find("Nord", LetterFixture.IBAN, "", Money.eur("0.00"), "INV-7")).isEmpty();
    EpcCode code =
        EpcCode.find("Nord", LetterFixture.IBAN, "Commerzbank", Money.eur("1.00"), "INV-7")
            .orElseThrow();
    assertThat(code.bic()).isEmpty();
    assertThat(code.payload().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(331);
  }
}
