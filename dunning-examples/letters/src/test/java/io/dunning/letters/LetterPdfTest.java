package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunning.action.Channel;
import io.dunning.ledger.Account;
import io.dunning.ledger.Creditor;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.WayToPay;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;

class LetterPdfTest {
  private static final Letters LETTERS = Letters.standard();
  private static final DunningPolicy POLICY = LetterFixture.everyLetter();

  /** TrueType fonts with Korean letters, as Debian and others install them. */
  private static final List<Path> KOREAN =
      List.of(
          Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf"),
          Path.of("/usr/share/fonts/truetype/unfonts-core/UnDotum.ttf"),
          Path.of("C:/Windows/Fonts/malgun.ttf"));

  private static LetterContent demand() {
    return LetterFixture.content(POLICY, LetterFixture.account("1234.50"), "demand");
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }

  /** Keeps a letter for looking at, if a folder is named. */
  private static byte[] kept(String name, byte[] pdf) throws IOException {
    String folder = System.getProperty("letters.keep");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".pdf"), pdf);
    }
    return pdf;
  }

  @Test
  void saysWhatTheTextSays() throws IOException {
    byte[] pdf = kept("german-demand", LETTERS.pdf(demand(), Locale.GERMANY));
    assertThat(text(pdf))
        .contains("Letzte Mahnung: Rechnung INV-1015")
        .contains("1.297,36 €", "§§ 247, 288 Abs. 2 und 5 BGB", "bis zum 16. August 2026")
        .contains("Inkassounternehmen", "DE89 3704 0044 0532 0130 00");
  }

  @Test
  void fontsAreEmbedded() throws IOException {
    int fonts = 0;
    try (PDDocument document = Loader.loadPDF(LETTERS.pdf(demand(), Locale.GERMANY))) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts++;
        }
      }
    }
    assertThat(fonts).isPositive();
  }

  /** DIN 5008 form B: the address lies 20 to 105 mm from the left, 45 to 90 mm from the top. */
  @Test
  void theAddressLiesInTheWindow() throws IOException {
    assertThat(area(LETTERS.pdf(demand(), Locale.GERMANY), 20, 45, 85, 45))
        .contains("Möwe & Söhne KG", "Hafenstraße 12", "20457 Hamburg")
        .doesNotContain("Kundennummer");
    Sender french =
        Sender.of(LetterFixture.NORD.creditor(), PostalAddress.in("FR", "3 quai", "75001 Paris"));
    LetterContent content =
        LetterFixture.content(
            french, POLICY, LetterFixture.letters(POLICY, LetterFixture.account("1234.50")).get(2));
    byte[] pdf = kept("french-notice", LETTERS.pdf(content, Locale.FRANCE));
    assertThat(area(pdf, 105, 45, 85, 45)).contains("Möwe & Söhne KG", "20457 Hamburg", "GERMANY");
  }

  private static String area(byte[] pdf, int left, int top, int width, int height)
      throws IOException {
    double mm = 72 / 25.4;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.addRegion(
          "window", new Rectangle2D.Double(left * mm, top * mm, width * mm, height * mm));
      stripper.extractRegions(document.getPage(0));
      return stripper.getTextForRegion("window");
    }
  }

  @Test
  void aCharacterWithoutAGlyphIsAnError() {
    assertThatThrownBy(() -> LETTERS.pdf(demand(), Locale.KOREA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no font has the character")
        .hasMessageContaining("Letters.withFont");
  }

  @Test
  void koreanIsWrittenWithAFontOfTheHost() throws IOException {
    Optional<Path> font = KOREAN.stream().filter(Files::exists).findFirst();
    assumeTrue(font.isPresent(), "no Korean TrueType font is installed (fonts-nanum of Debian)");
    Money amount = Money.of("9000000", CurrencyUnit.of("KRW"));
    Account account =
        Account.of(
            Customer.of("K-7").named("한빛상사 주식회사").inCountry("KR"),
            List.of(LetterFixture.invoice("2026-0412", amount, LetterFixture.DUE)));
    Sender sender =
        Sender.of(
                Creditor.of("무스터 주식회사")
                    .paidBy(new WayToPay.Transfer("무스터 주식회사", "110-123-456789", "신한은행")),
                PostalAddress.in("KR", "서울특별시 중구 세종대로 110", "04524"))
            .answeredBy("김지은", "ar@muster.example", "02-555-0123");
    LetterContent content =
        LetterComposer.of(LetterFixture.EVALUATOR, sender)
            .compose(
                POLICY,
                account,
                LetterFixture.letters(POLICY, account).stream()
                    .filter(d -> d.step().equals("settlement"))
                    .findFirst()
                    .orElseThrow()
                    .document(),
                PostalAddress.in("KR", "부산광역시 해운대구 센텀로 20", "48058"));
    byte[] pdf = kept("korean-settlement", LETTERS.withFont(font.get()).pdf(content, Locale.KOREA));
    assertThat(text(pdf)).contains("한빛상사", "채무 조정 제안", "₩9,0", "신한은행");
  }

  @Test
  void aFontThatCannotBeEmbeddedIsRefusedByName() {
    Path noto = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
    assumeTrue(Files.exists(noto), "fonts-noto-cjk of Debian is not installed");
    assertThatThrownBy(() -> LETTERS.withFont(noto))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NotoSansCJK-Regular.ttc")
        .hasMessageContaining("Maybe use a TrueType font");
  }

  @Test
  void anEnglishReminderFitsOnOnePage() throws IOException {
    LetterContent content =
        LetterFixture.content(POLICY, LetterFixture.account("1234.50"), "reminder");
    assertThat(content.recipient().person()).isEqualTo("Karla Brandt");
    byte[] pdf = kept("english-reminder", LETTERS.pdf(content, Locale.UK));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
    assertThat(text(pdf)).contains("Dear Karla Brandt,", "A friendly reminder");
    assertThat(content.earlier()).allMatch(e -> e.channel().equals(Optional.of(Channel.EMAIL)));
  }

  @Test
  void manyInvoicesGoOverSeveralPages() throws IOException {
    Account account = LetterFixture.account("1234.50");
    for (int i = 0; i < 70; i++) {
      account =
          account.with(LetterFixture.invoice("N-" + i, Money.eur("10.00"), LetterFixture.DUE));
    }
    byte[] pdf =
        LETTERS.pdf(LetterFixture.content(LetterFixture.byAccount(), account, "notice"), Locale.UK);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(text(pdf)).contains("N-0", "N-69", "the 71 invoices listed below", "€1,934.50");
  }

  /** Letter paper of North America: 216 by 279 mm. */
  @Test
  void theSendersCountryChoosesThePaper() throws IOException {
    Sender sender =
        Sender.of(LetterFixture.NORD.creditor(), PostalAddress.in("US", "1 Main St", "Reno NV"));
    byte[] pdf =
        kept(
            "us-notice",
            LETTERS.pdf(
                LetterFixture.content(
                    sender,
                    POLICY,
                    LetterFixture.letters(POLICY, LetterFixture.account("1234.50")).get(2)),
                Locale.US));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(792);
    }
    assertThat(area(pdf, 22, 45, 100, 45)).contains("Möwe & Söhne KG", "GERMANY");
    assertThat(text(pdf)).contains("June 13, 2026");
  }
}
