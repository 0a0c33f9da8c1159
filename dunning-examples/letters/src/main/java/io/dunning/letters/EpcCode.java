package io.dunning.letters;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.dunning.money.Money;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A SEPA credit transfer as the code that banking apps scan: the Quick Response Code guidelines of
 * the European Payments Council (EPC069-12). Only transfers in euros have one. Reads what it
 * writes. Immutable and thread-safe.
 *
 * @param version 1 or 2; with 1, the BIC is required
 * @param charset the character set, 1 to 8: 1 is UTF-8, 2 is ISO 8859-1; one that this Java does
 *     not know is refused
 * @param bic the BIC of the payee's bank; empty text if it is not needed
 * @param payee who is paid, 1 to 70 characters
 * @param iban the account in a country of SEPA, without blanks
 * @param amount euros from 0.01 to 999999999.99; empty if the payer fills it in
 * @param purpose a purpose code of at most four capital letters and digits, or empty text
 * @param reference a structured creditor reference (ISO 11649), or empty text
 * @param text what the transfer says, at most 140 characters, or empty text; not both this and a
 *     reference
 * @param note a note to the payer, at most 70 characters, or empty text
 */
public record EpcCode(
    int version,
    int charset,
    String bic,
    String payee,
    String iban,
    Optional<BigDecimal> amount,
    String purpose,
    String reference,
    String text,
    String note) {
  private static final int MOST_BYTES = 331;
  private static final BigDecimal LEAST = new BigDecimal("0.01");
  private static final BigDecimal MOST = new BigDecimal("999999999.99");
  private static final List<String> CHARSETS =
      List.of(
          "UTF-8",
          "ISO-8859-1",
          "ISO-8859-2",
          "ISO-8859-4",
          "ISO-8859-5",
          "ISO-8859-7",
          "ISO-8859-10",
          "ISO-8859-15");

  /**
   * A transfer.
   *
   * @param version 1 or 2
   * @param charset the character set, 1 to 8
   * @param bic the BIC of the payee's bank, or empty text
   * @param payee who is paid
   * @param iban the account, without blanks
   * @param amount euros; empty if the payer fills it in
   * @param purpose a purpose code, or empty text
   * @param reference a structured creditor reference, or empty text
   * @param text what the transfer says, or empty text
   * @param note a note to the payer, or empty text
   * @throws IllegalArgumentException if anything of it is not as the guidelines say
   */
  public EpcCode {
    Objects.requireNonNull(bic, "bic");
    Objects.requireNonNull(payee, "payee");
    Objects.requireNonNull(iban, "iban");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(note, "note");
    require(version == 1 || version == 2, "version is not 1 or 2: ", version);
    require(charset >= 1 && charset <= CHARSETS.size(), "character set is not 1 to 8: ", charset);
    require(Charset.isSupported(CHARSETS.get(charset - 1)), "no such character set: ", charset);
    require(bic.isEmpty() || isBic(bic), "no BIC: ", bic);
    requireText("name of the payee", payee, 1, 70);
    require(!payee.isBlank(), "name of the payee is blank: ", payee);
    require(Iban.isValid(iban), "no IBAN: ", iban);
    require(Iban.isInSepa(iban), "account is outside SEPA: ", iban);
    require(!bic.isEmpty() || version == 2 && !Iban.needsBic(iban), "BIC is required for ", iban);
    amount.ifPresent(
        a -> {
          boolean fits = a.compareTo(LEAST) >= 0 && a.compareTo(MOST) <= 0;
          require(fits && a.stripTrailingZeros().scale() <= 2, "no amount of euros: ", a);
        });
    amount = amount.map(a -> a.setScale(2)); // equal amounts are equal codes
    require(purpose.matches("[A-Z0-9]{0,4}"), "no purpose code: ", purpose);
    requireText("text", text, 0, 140);
    requireText("note", note, 0, 70);
    require(reference.isEmpty() || isReference(reference), "no creditor reference: ", reference);
    require(reference.isEmpty() || text.isEmpty(), "both a reference and a text: ", reference);
    String payload =
        payload(version, charset, bic, payee, iban, amount, purpose, reference, text, note);
    Charset set = Charset.forName(CHARSETS.get(charset - 1));
    require(set.newEncoder().canEncode(payload), "not in character set " + charset + ": ", payee);
    int bytes = payload.getBytes(set).length;
    require(bytes <= MOST_BYTES, "more than " + MOST_BYTES + " bytes: ", bytes);
  }

  private static void require(boolean fits, String fault, Object found) {
    if (!fits) {
      throw new IllegalArgumentException(fault + found);
    }
  }

  private static void requireText(String what, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    require(
        length >= least && length <= most,
        what + " is not " + least + " to " + most + " long: ",
        length);
    require(
        text.codePoints().noneMatch(EpcCode::breaksLines),
        what + " has a line break or another control: ",
        text);
  }

  private static boolean breaksLines(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Whether a text is a BIC (ISO 9362), rather than the name of a bank. */
  static boolean isBic(String text) {
    return text.matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
  }

  private static boolean isReference(String text) {
    return text.matches("RF\\d{2}[A-Za-z0-9]{1,21}")
        && Iban.remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  /**
   * {@return the transfer of an amount, if it can be one: in euros, to an IBAN, within the lengths}
   *
   * @param payee who is paid
   * @param iban the account
   * @param bic the BIC, or anything else that is said of the bank
   * @param amount what is paid
   * @param text what the transfer says
   */
  static Optional<EpcCode> find(String payee, String iban, String bic, Money amount, String text) {
    if (!amount.currency().code().equals("EUR")) {
      return Optional.empty();
    }
    String bank = isBic(bic) ? bic : "";
    try {
      return Optional.of(
          new EpcCode(2, 1, bank, payee, iban, Optional.of(amount.amount()), "", "", text, ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads what a code says.
   *
   * @param payload the elements, a line each; lines may end with CR LF
   * @return the transfer
   * @throws IllegalArgumentException if it is not as the guidelines say
   */
  public static EpcCode parse(String payload) {
    List<String> lines = new ArrayList<>(List.of(payload.split("\r?\n", -1)));
    require(lines.size() <= 12, "more than 12 elements: ", lines.size());
    while (lines.size() < 12) {
      lines.add("");
    }
    require(lines.get(0).equals("BCD"), "no service tag BCD: ", lines.get(0));
    require(lines.get(1).matches("00[12]"), "version is not 001 or 002: ", lines.get(1));
    require(lines.get(2).matches("[1-8]"), "character set is not 1 to 8: ", lines.get(2));
    require(lines.get(3).equals("SCT"), "no credit transfer: ", lines.get(3));
    String euros = lines.get(7);
    require(euros.isEmpty() || euros.matches("EUR\\d{1,9}(\\.\\d{1,2})?"), "no amount: ", euros);
    return new EpcCode(
        Integer.parseInt(lines.get(1)),
        Integer.parseInt(lines.get(2)),
        lines.get(4),
        lines.get(5),
        lines.get(6),
        euros.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(euros.substring(3))),
        lines.get(8),
        lines.get(9),
        lines.get(10),
        lines.get(11));
  }

  private static String payload(
      int version,
      int charset,
      String bic,
      String payee,
      String iban,
      Optional<BigDecimal> amount,
      String purpose,
      String reference,
      String text,
      String note) {
    String euros = amount.map(a -> "EUR" + a.setScale(2).toPlainString()).orElse("");
    String all =
        String.join(
            "\n",
            List.of(
                "BCD",
                "00" + version,
                String.valueOf(charset),
                "SCT",
                bic,
                payee,
                iban,
                euros,
                purpose,
                reference,
                text,
                note));
    return all.replaceAll("\n+$", "");
  }

  /** {@return the elements, a line each, nothing after the last one that is given} */
  public String payload() {
    return payload(version, charset, bic, payee, iban, amount, purpose, reference, text, note);
  }

  /**
   * {@return the code as a PNG image in black and white}
   *
   * @param pixels about how wide and high it is
   */
  public byte[] png(int pixels) {
    byte[] bytes = payload().getBytes(Charset.forName(CHARSETS.get(charset - 1)));
    try {
      // a string of the bytes as they are: the code then holds them without a marker of its own
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  new String(bytes, StandardCharsets.ISO_8859_1),
                  BarcodeFormat.QR_CODE,
                  pixels,
                  pixels,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      return png(bits);
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] png(BitMatrix bits) {
    BufferedImage image =
        new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    byte[] rows = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int stride = rows.length / bits.getHeight();
    Arrays.fill(rows, (byte) 0xff);
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        if (bits.get(x, y)) {
          rows[y * stride + x / 8] &= (byte) ~(0x80 >> x % 8);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The {@link #payload}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return payload();
  }
}
