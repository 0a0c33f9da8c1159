package io.dunning.spring;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.letters.LetterKind;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends e-mails by a mail server. A mail server does not know keys, so an e-mail whose end nobody
 * saw is left to a person. Its {@code Message-ID} and the header {@code X-Dunning-Key} come from
 * its key, so that whoever looks can find it, and a second one is recognised as the same.
 */
public final class EmailSender implements ActionSender {
  /** The codes of SMTP from which on a server refuses, for now or for good (RFC 5321, 4.2.1). */
  private static final int FIRST_REFUSAL = 400;

  private final JavaMailSender mail;
  private final LetterDesk desk;
  private final AddressBook addresses;
  private final String from;

  /**
   * A sender.
   *
   * @param mail the mail server
   * @param desk who writes
   * @param addresses where customers are reached
   * @param from the address that e-mails come from
   */
  public EmailSender(JavaMailSender mail, LetterDesk desk, AddressBook addresses, String from) {
    this.mail = mail;
    this.desk = desk;
    this.addresses = addresses;
    this.from = from;
  }

  @Override
  public boolean handles(DunningAction action, DunningDocument document) {
    return action.channel().filter(c -> c == Channel.EMAIL).isPresent()
        && LetterKind.of(List.of(action)).isPresent();
  }

  @Override
  public String send(Delivery delivery) throws MessagingException {
    String to =
        addresses
            .email(delivery.account().customer(), delivery.document().addressee())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no e-mail address is known of customer "
                            + delivery.account().customer().id()));
    MimeMessage message = new Keyed(desk.email(delivery).message(from, to), id(delivery));
    message.setHeader("X-Dunning-Key", FolderSender.name(delivery.key()));
    message.saveChanges();
    try {
      mail.send(message);
    } catch (MailAuthenticationException | MailParseException | MailPreparationException e) {
      throw e;
    } catch (MailSendException e) {
      throw wasRefused(e) || wasNotConnected(e)
          ? e
          : new InDoubtException(String.valueOf(e.getMessage()), e);
    } catch (MailException e) {
      throw new InDoubtException(String.valueOf(e.getMessage()), e);
    }
    return message.getMessageID();
  }

  /**
   * Whether no connection came about: the server greeted with a refusal, say, or its certificate
   * was not trusted. Spring tells this by its message alone.
   */
  private static boolean wasNotConnected(MailSendException failure) {
    return String.valueOf(failure.getMessage()).startsWith("Mail server connection failed");
  }

  /** Whether the server said no, or was not reached at all. */
  private static boolean wasRefused(MailSendException failure) {
    Throwable[] causes =
        failure.getMessageExceptions().length > 0
            ? failure.getMessageExceptions()
            : new Throwable[] {failure.getCause()};
    return Stream.of(causes).allMatch(EmailSender::saysNo);
  }

  /**
   * A connection that ends after the text was sent is no refusal: the server may have the e-mail.
   * There is no code of an answer then.
   */
  private static boolean saysNo(Throwable fault) {
    if (fault instanceof SMTPSendFailedException answer) {
      return answer.getReturnCode() >= FIRST_REFUSAL;
    }
    return fault instanceof SendFailedException
        || fault instanceof MailConnectException
        || fault != null && fault.getCause() instanceof ConnectException;
  }

  private String id(Delivery delivery) {
    String both = delivery.tenant() + "/" + delivery.key();
    UUID id = UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    return "<" + id + "@" + domain + ">";
  }

  /** A message that keeps its number on every attempt. */
  private static final class Keyed extends MimeMessage {
    private final String id;

    Keyed(MimeMessage message, String id) throws MessagingException {
      super(message);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
