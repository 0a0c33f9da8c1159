package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.ledger.Account;
import io.dunning.ledger.Creditor;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.terms.WayToPay;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are markup, lines, very long or turn around do nothing. */
class HostileTextTest {
  private static final Letters LETTERS = Letters.standard();

  static Stream<String> names() {
    return Stream.of(
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\"><a href='https://evil.example'>pay here</a>",
        "' onmouseover='alert(1)",
        "{{ senderName }}{% include '/etc/passwd' %}${7*7}",
        "{amount} {secret}",
        "Müller\r\nBcc: all@evil.example\r\n\r\nHello",
        "A\u0000B\u0007C\u001b[31mD\u007fE\u0085F",
        "\u202eGmbH evil\u202c \u2066x\u2069 \u200f",
        "x".repeat(5_000),
        "wide ".repeat(1_000),
        "]]><![CDATA[<b>&amp;&lt;",
        "../../etc/passwd",
        "CON",
        "\ud800 lone surrogate");
  }

  private static LetterContent letter(String name) {
    Customer customer =
        Customer.of("C " + name)
            .named(name)
            .withPerson(
                ContactPerson.of(name, PersonRole.PAYABLES_CLERK)
                    .by(Channel.EMAIL, Channel.LETTER));
    Account account =
        Account.of(
            customer,
            List.of(LetterFixture.invoice("I " + name, Money.eur("120.00"), LetterFixture.DUE)));
    Sender sender =
        Sender.of(
                Creditor.of(name).paidBy(new WayToPay.Transfer(name, LetterFixture.IBAN, name)),
                PostalAddress.in("DE", name, name))
            .answeredBy(name, name, name);
    return LetterComposer.of(LetterFixture.EVALUATOR, sender)
        .compose(
            LetterFixture.everyLetter(),
            account,
            LetterFixture.EVALUATOR
                .evaluate(LetterFixture.everyLetter(), account, LetterFixture.DUE.plusDays(5))
                .documents()
                .get(0),
            PostalAddress.in("DE", name, name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInHtml(String name) {
    for (Locale each : LetterFixture.LOCALES) {
      String html = LETTERS.html(letter(name), each);
      assertThat(html)
          .doesNotContain("<script", "<img src=x", "<a href='", "onmouseover='", "<b>")
          .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]");
      assertThat(html.length()).isLessThan(60_000);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInText(String name) {
    String text = LETTERS.text(letter(name), Locale.UK);
    assertThat(text)
        .contains("€120.00")
        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]");
    assertThat(text.lines()).noneMatch(l -> l.startsWith("Bcc:"));
    assertThat(text).doesNotContain("root:");
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInPdf(String name) throws Exception {
    String text = LetterPdfTest.text(LETTERS.pdf(letter(name), Locale.UK));
    assertThat(text).contains("€120.00");
  }

  /** The layout of the PDF is well-formed XML whatever the names are, and has no script. */
  @ParameterizedTest
  @MethodSource("names")
  void thePaperIsWellFormed(String name) throws Exception {
    Phrases phrases = Phrases.load("en", null);
    var page = new LetterPage(letter(name), phrases, new LetterFormat(phrases, Locale.UK)).toMap();
    page.put("fonts", "Letter");
    page.put("paper", "din");
    String paper = new Layout(null).paper(page);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new StringReader(paper)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getElementsByTagName("a").getLength()).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInMailHeaders(String name) throws Exception {
    var message =
        LETTERS.email(letter(name), Locale.UK).message("a@nord.example", "b@moewe.example");
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    message.writeTo(out);
    String raw = out.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    String headers = raw.substring(0, raw.indexOf("\r\n\r\n"));
    assertThat(headers.lines())
        .noneMatch(l -> l.startsWith("Bcc:"))
        .allMatch(l -> l.length() <= 998);
    assertThat(headers).doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInFileNames(String name) {
    String file = letter(name).fileName("p/df");
    assertThat(file)
        .matches("2026-06-03_reminder(_[A-Za-z0-9-]{1,40}){2}_[0-9a-f]{8}\\.pdf")
        .doesNotContain("..", "/");
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothingInCodes(String name) {
    Phrases phrases = Phrases.load("en", null);
    new LetterPage(letter(name), phrases, new LetterFormat(phrases, Locale.UK))
        .code()
        .ifPresent(
            code -> {
              assertThat(code.payload().lines().count()).isEqualTo(11);
              assertThat(EpcCode.parse(code.payload())).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"})
  void onlyPagesOfTheWebAreLinks(String link) {
    Account account = LetterFixture.account("100.00");
    Account paying =
        Account.of(account.customer().payingBy(WayToPay.cardLink(link)), account.invoices());
    LetterContent content = LetterFixture.content(LetterFixture.everyLetter(), paying, "reminder");
    assertThat(LETTERS.html(content, Locale.UK))
        .doesNotContain("href=\"" + link)
        .contains("href=\"https://pay.example/nord\"");
  }

  @Test
  void aNameWithLettersThatNoFontHasIsAnErrorOnPaperOnly() {
    LetterContent content = letter("شركة الشمال");
    assertThat(LETTERS.text(content, Locale.UK)).contains("شركة الشمال");
    assertThatThrownBy(() -> LETTERS.pdf(content, Locale.UK))
        .hasMessageContaining("no font has the character");
  }
}
