package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
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
import java.util.ArrayList;
import java.util.Arrays;
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
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterPdfTest {
  private static final Letters LETTERS = Letters.standard();
  private static final DunningPolicy POLICY = LetterFixture.everyLetter();

  /**
   * Fonts with Korean letters, as Debian installs them: TrueType, and PostScript in a collection.
   */
  private static final Path NANUM = Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf");

  static final Path NOTO = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

  private static final Path NOTO_BOLD =
      Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc");

  static LetterContent demand() {
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
        .contains("1.297,36 €", "§ 288 Abs. 5 BGB", "bis zum 16. August 2026")
        .contains("Inkassounternehmen", "DE89 3704 0044 0532 0130 00");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).as("a signature alone is no page").isEqualTo(1);
    }
  }

  @Test
  void fontsAreEmbedded() throws IOException {
    assertAllFontsAreEmbedded(LETTERS.pdf(demand(), Locale.GERMANY));
  }

  private static void assertAllFontsAreEmbedded(byte[] pdf) throws IOException {
    int fonts = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
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

  private static LetterContent to(String name, String person, PostalAddress address) {
    Account plain = LetterFixture.account("1234.50");
    Customer customer = Customer.of("C-1").named(name);
    if (!person.isEmpty()) {
      customer =
          customer.withPerson(
              ContactPerson.of(person, PersonRole.PAYABLES_CLERK)
                  .by(Channel.EMAIL, Channel.LETTER));
    }
    Account account = Account.of(customer, plain.invoices());
    LetterFixture.Due due = LetterFixture.letters(POLICY, account).get(1);
    return LetterComposer.of(LetterFixture.EVALUATOR, LetterFixture.NORD)
        .compose(POLICY, account, due.document(), address);
  }

  /** The type gets smaller, and no line is cut. */
  @Test
  void aLongAddressFitsIntoTheWindow() throws IOException {
    LetterContent content =
        to(
            "Nordeuropäische Handels- und Logistikgesellschaft mbH & Co. KG",
            "Accounts Payable Team of the Northern Region",
            PostalAddress.in(
                "GB",
                "Accounts Payable",
                "Unit 4, Harbour House",
                "High Street 1",
                "LONDON",
                "SW1A 1AA"));
    byte[] pdf = kept("long-address", LETTERS.pdf(content, Locale.UK));
    assertThat(area(pdf, 20, 62, 85, 28))
        .contains("Nordeuropäische", "KG", "Northern Region", "Unit 4, Harbour House", "SW1A 1AA")
        .contains("UNITED KINGDOM");
    assertThat(area(pdf, 20, 91, 85, 5)).isBlank();
  }

  @Test
  void anAddressThatDoesNotFitIsAnError() {
    String[] lines = new String[14];
    Arrays.fill(lines, "Building of many names");
    LetterContent content = to("Name", "", PostalAddress.in("DE", lines));
    assertThatThrownBy(() -> LETTERS.pdf(content, Locale.UK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("address does not fit into the window of an envelope: 15 lines");
    assertThat(LETTERS.text(content, Locale.UK)).contains("Building of many names");
  }

  /** Long facts beside the window move the letter down, and break no label. */
  @Test
  void longFactsDoNotRunIntoTheSubject() throws IOException {
    Account plain = LetterFixture.account("1234.50");
    Account account =
        Account.of(
            plain.customer(),
            List.of(
                LetterFixture.invoice("W".repeat(120), Money.eur("1234.50"), LetterFixture.DUE)));
    Sender sender =
        LetterFixture.NORD.answeredBy(
            "Accounts Receivable Department of the Northern Region",
            "accounts.receivable.department.north@a-long-name-of-a-house.example",
            "+49 421 555 01 23");
    LetterFixture.Due due = LetterFixture.letters(POLICY, account).get(2);
    byte[] pdf =
        kept("long-facts", LETTERS.pdf(LetterFixture.content(sender, POLICY, due), Locale.GERMANY));
    String text = text(pdf);
    assertThat(text)
        .contains(
            "Kundennummer", "Ansprechperson", "Fällig am", "Tage überfällig", "Verwendungszweck");
    double subject = top(pdf, "1. Mahnung:");
    assertThat(subject).isGreaterThan(top(pdf, "13. Juni 2026") + 8);
  }

  /** 12 CFR 1006.34(c)(4): the reply section is at the foot, each prompt on its line. */
  @Test
  void aValidationNoticeEndsWithItsReplySection() throws IOException {
    byte[] pdf =
        kept("us-validation", LETTERS.pdf(RequiredItemsTest.content("us-first"), Locale.US));
    assertThat(text(pdf).replace("\r", ""))
        .contains("\nCheck all that apply:\n", "\n( ) This is not my debt.\n")
        .containsPattern("From: Kim Miller, 12 High Street[^\n]*\n[^\n]*\n?$");
  }

  /** How far the first line with some words is from the top, in points. */
  private static double top(byte[] pdf, String words) throws IOException {
    double[] found = {Double.NaN};
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> places) {
              String plain = text.replace('\u00a0', ' ');
              if (Double.isNaN(found[0]) && plain.startsWith(words)) {
                found[0] = places.get(0).getYDirAdj();
              }
            }
          };
      stripper.setEndPage(1);
      stripper.getText(document);
    }
    return found[0];
  }

  /** As macOS writes names: each accent after its letter. */
  @Test
  void accentsAreOnTheirLetters() throws IOException {
    LetterContent content =
        to(
            "Mu\u0308ller & So\u0308hne, Rene\u0301",
            "",
            PostalAddress.in("DE", "Weg 1", "Ko\u0308ln"));
    assertThat(text(LETTERS.pdf(content, Locale.UK))).contains("Müller & Söhne, René", "Köln");
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
  void koreanIsWrittenWithATrueTypeFontOfTheHost() throws IOException {
    assumeTrue(Files.exists(NANUM), "fonts-nanum of Debian is not installed");
    byte[] pdf =
        kept("korean-nanum", LETTERS.withFont(NANUM).pdf(koreanSettlement(), Locale.KOREA));
    assertThat(text(pdf)).contains("한빛상사", "미납 대금 감액 제안", "9,231,485원", "신한은행");
  }

  /**
   * Noto Sans CJK has PostScript outlines in a collection, which PDF files cannot take as it is.
   */
  @Test
  void koreanIsWrittenWithAPostScriptFontOfACollection() throws IOException {
    assumeTrue(Files.exists(NOTO), "fonts-noto-cjk of Debian is not installed");
    Letters letters = LETTERS.withFont(NOTO, NOTO_BOLD);
    byte[] pdf = kept("korean-settlement", letters.pdf(koreanSettlement(), Locale.KOREA));
    assertThat(text(pdf)).contains("한빛상사", "미납 대금 감액 제안", "9,231,485원", "신한은행");
    assertThat(pdf.length).as("only the letters that are used").isLessThan(400_000);
    assertAllFontsAreEmbedded(pdf);
  }

  @Test
  void anInstalledFontIsFoundOnceALetterNeedsIt() throws IOException {
    assumeTrue(Files.exists(NANUM) || Files.exists(NOTO), "no Korean font of Debian is installed");
    byte[] pdf = LETTERS.withInstalledFonts().pdf(koreanSettlement(), Locale.KOREA);
    assertThat(text(pdf)).contains("한빛상사", "미납 대금 감액 제안");
  }

  static LetterContent koreanSettlement() {
    Money amount = Money.of("9000000", CurrencyUnit.of("KRW"));
    Account account =
        Account.of(
            Customer.of("K-7").named("한빛상사 주식회사").inCountry("KR").ofKind(Customer.Kind.BUSINESS),
            List.of(LetterFixture.invoice("2026-0412", amount, LetterFixture.DUE)));
    Sender sender =
        Sender.of(
                Creditor.of("무스터 주식회사")
                    .paidBy(new WayToPay.Transfer("무스터 주식회사", "110-123-456789", "신한은행")),
                PostalAddress.in("KR", "서울특별시 중구 세종대로 110", "04524"))
            .answeredBy("김지은", "ar@muster.example", "02-555-0123");
    return LetterComposer.of(LetterFixture.EVALUATOR, sender)
        .compose(
            POLICY,
            account,
            LetterFixture.letters(POLICY, account).stream()
                .filter(d -> d.step().equals("settlement"))
                .findFirst()
                .orElseThrow()
                .document(),
            PostalAddress.in("KR", "부산광역시 해운대구 센텀로 20", "48058"));
  }

  @ParameterizedTest
  @CsvSource({"missing.ttf, no such file", "phrases_en.properties, font cannot be read"})
  void aFileThatIsNoFontIsRefusedByName(String name, String why) {
    Path file = Path.of("src/main/resources/io/dunning/letters").resolve(name);
    assertThatThrownBy(() -> LETTERS.withFont(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(why)
        .hasMessageContaining("Maybe use a font that ends with .ttf, .otf or .ttc.");
  }

  // names from right to left: Hebrew letters are in the font that ships, Arabic ones in none

  @Test
  void aHebrewNameStandsFromRightToLeft() throws IOException {
    byte[] pdf = kept("hebrew-name", LETTERS.pdf(notice("שלום הצפון בע״מ (Haifa) 12"), Locale.UK));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(drawn(document, 'ש', 'ן')).as("the first letter is right of the last").isTrue();
    }
  }

  @Test
  void anArabicNameIsJoinedAndStandsFromRightToLeft() throws IOException {
    Path font = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    assumeTrue(Files.exists(font), "fonts-dejavu-core of Debian is not installed");
    byte[] pdf = kept("arabic-name", LETTERS.withFont(font).pdf(notice("شركة الشمال"), Locale.UK));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      // the first form of sheen, the last form of teh marbuta
      assertThat(drawn(document, '\ufeb7', '\ufe93', '\ufe94')).isTrue();
    }
  }

  private static LetterContent notice(String name) {
    Account account = LetterFixture.account("1234.50");
    Account named =
        Account.of(
            Customer.of("C-1").named(name).inCountry("DE").ofKind(Customer.Kind.BUSINESS),
            account.invoices());
    return LetterFixture.content(POLICY, named, "notice");
  }

  /** Whether a character stands right of one of others on its first line. */
  private static boolean drawn(PDDocument document, char first, char... last) throws IOException {
    List<Float> right = new ArrayList<>();
    List<Float> left = new ArrayList<>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition text) {
        if (text.getUnicode().indexOf(first) >= 0) {
          right.add(text.getXDirAdj());
        }
        for (char each : last) {
          if (text.getUnicode().indexOf(each) >= 0) {
            left.add(text.getXDirAdj());
          }
        }
      }
    }.getText(document);
    assertThat(right).isNotEmpty();
    assertThat(left).isNotEmpty();
    return right.get(0) > left.get(0);
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
