package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterEmailTest {
  private static final LetterEmail EMAIL =
      Letters.standard()
          .email(
              LetterFixture.content(
                  LetterFixture.everyLetter(), LetterFixture.account("100.00"), "reminder"),
              Locale.UK);

  /** A letter about a debt goes to one person only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example, b@x.example",
        "g: a@x.example, b@x.example;",
        "g: a@x.example;",
        "undisclosed-recipients:;",
        "a@x.example\r\nBcc: b@x.example",
        "müller@x.example",
        "a",
        "",
      })
  void refusesWhatIsNotOneMailbox(String to) {
    assertThatThrownBy(() -> EMAIL.message("a@nord.example", to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e-mail address: ");
  }

  /** RFC 5322 and RFC 2047: headers are ASCII. */
  @Test
  void namesAndDomainsAreEncoded() throws Exception {
    MimeMessage message =
        EMAIL.message("\"Müller & Co\" <konto@nord.example>", "김지은 <kim@exämple.de>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    String raw = out.toString(StandardCharsets.ISO_8859_1);
    String headers = raw.substring(0, raw.indexOf("\r\n\r\n"));
    assertThat(headers.chars()).allMatch(c -> c < 128);
    assertThat(message.getMessageID()).endsWith("@nord.example>");
    assertThat(headers).contains("<kim@xn--exmple-cua.de>");
    assertThat(message.getFrom()[0])
        .hasToString("=?UTF-8?Q?M=C3=BCller_=26_Co?= <konto@nord.example>");
    assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
  }
}
