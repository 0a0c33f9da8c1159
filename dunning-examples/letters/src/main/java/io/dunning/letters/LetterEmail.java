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
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

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
   * @throws IllegalArgumentException if one is not the address of one mailbox, or has letters
   *     before the {@code @} that not every mail server takes
   */
  public MimeMessage message(String from, String to) {
    InternetAddress sender = address(from);
    MimeMessage message = new OfSender(sender);
    try {
      message.setFrom(sender);
      message.setRecipient(Message.RecipientType.TO, address(to));
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setContent(content());
      message.saveChanges();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return message;
  }

  /** A message whose number names the sender's domain, and not this computer. */
  private static final class OfSender extends MimeMessage {
    private final String domain;

    OfSender(InternetAddress sender) {
      super(Session.getInstance(new Properties()));
      domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
    }
  }

  private static InternetAddress address(String text) {
    Objects.requireNonNull(text, "address");
    try {
      InternetAddress[] all = InternetAddress.parse(text, true);
      if (all.length == 1 && !all[0].isGroup() && text.chars().noneMatch(Character::isISOControl)) {
        InternetAddress one = new InternetAddress(ascii(all[0].getAddress()), true);
        // names in other letters are written in the way that every mail server takes
        one.setPersonal(all[0].getPersonal(), StandardCharsets.UTF_8.name());
        return one;
      }
    } catch (AddressException | IllegalArgumentException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("no e-mail address: " + PlainText.line(text, 100), e);
    }
    throw new IllegalArgumentException("not one e-mail address: " + PlainText.line(text, 100));
  }

  /** The address with its domain as the mail servers of the world know it. */
  private static String ascii(String address) throws AddressException {
    int at = address.lastIndexOf('@');
    if (!address.substring(0, Math.max(at, 0)).chars().allMatch(c -> c < 128)) {
      throw new AddressException("not all mail servers take other letters before the @", address);
    }
    return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
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
