package io.dunning.letters;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * A letter as an e-mail: plain text and HTML that say the same, and the code for banking apps as an
 * image inside the message. Nothing in it is loaded from elsewhere. Immutable and thread-safe, as
 * long as nobody writes to the image.
 *
 * @param subject one line
 * @param text the plain text
 * @param html the HTML, in which the image is {@code cid:transfer-code}
 * @param code the image, a PNG; empty if there is no code
 */
public record LetterEmail(String subject, String text, String html, Optional<byte[]> code) {
  static final String CODE_ID = "transfer-code";

  /**
   * {@return the e-mail as a message to hand to a mail server: multipart/alternative with the plain
   * text first}
   *
   * @param from the address of the sender
   * @param to the address of the customer
   * @throws IllegalArgumentException if an address is none
   */
  public MimeMessage message(String from, String to) {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    try {
      message.setFrom(address(from));
      message.setRecipient(Message.RecipientType.TO, address(to));
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setContent(content());
      message.saveChanges();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return message;
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress[] all = InternetAddress.parse(text, true);
      if (all.length == 1 && text.chars().noneMatch(Character::isISOControl)) {
        all[0].validate();
        return all[0];
      }
    } catch (AddressException e) {
      throw new IllegalArgumentException("no e-mail address: " + PlainText.line(text, 100), e);
    }
    throw new IllegalArgumentException("not one e-mail address: " + PlainText.line(text, 100));
  }

  private MimeMultipart content() throws MessagingException {
    MimeMultipart alternative = new MimeMultipart("alternative");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, StandardCharsets.UTF_8.name());
    alternative.addBodyPart(plain);
    MimeBodyPart markup = new MimeBodyPart();
    markup.setText(html, StandardCharsets.UTF_8.name(), "html");
    if (code.isEmpty()) {
      alternative.addBodyPart(markup);
      return alternative;
    }
    MimeMultipart related = new MimeMultipart("related");
    related.addBodyPart(markup);
    MimeBodyPart image = new MimeBodyPart();
    image.setDataHandler(new DataHandler(new ByteArrayDataSource(code.get(), "image/png")));
    image.setContentID("<" + CODE_ID + ">");
    image.setDisposition(MimeBodyPart.INLINE);
    related.addBodyPart(image);
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(related);
    alternative.addBodyPart(both);
    return alternative;
  }
}
