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

class EpcCodeTest {

  static Stream<Map<String, String>> rows() {
    // the JDK has no ISO 8859-10, and no row needs it
    return Csv.rows("epc_qr.csv");
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
  @MethodSource("rows")
  void writesWhatTheGuidelinesSay(Map<String, String> row) {
    // a code of the record is in euros, and ends where it should, by construction
    boolean other = row.get("name").equals("other currency");
    boolean after = row.get("name").equals("separator after the last element");
    if (row.get("side").equals("parse") || other || after) {
      return;
    }
    if (row.get("valid").equals("no")) {
      assertThatThrownBy(() -> built(row)).isInstanceOf(IllegalArgumentException.class);
      return;
    }
    EpcCode code = built(row);
    assertThat(code.payload()).isEqualTo(Csv.unescaped(row.get("payload_lines")));
    assertThat(EpcCode.parse(code.payload())).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsWhatTheGuidelinesSay(Map<String, String> row) {
    if (row.get("side").equals("build")) {
      return;
    }
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
  @MethodSource("rows")
  void thePictureHoldsTheBytes(Map<String, String> row) throws Exception {
    if (!row.get("valid").equals("yes") || row.get("side").equals("parse")) {
      return;
    }
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
