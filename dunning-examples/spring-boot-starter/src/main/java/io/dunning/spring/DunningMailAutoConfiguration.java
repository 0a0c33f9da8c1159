package io.dunning.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;

/** E-mails, where there is a mail server and an address to send from. */
@AutoConfiguration(
    after = DunningLettersAutoConfiguration.class,
    afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
@ConditionalOnClass(JavaMailSender.class)
public class DunningMailAutoConfiguration {
  /** Made by Spring Boot. */
  DunningMailAutoConfiguration() {}

  /**
   * E-mails.
   *
   * @param settings the address that they come from
   * @param mail the mail server
   * @param desk writes them
   * @param addresses where they go
   * @return the sender
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean({JavaMailSender.class, LetterDesk.class})
  @ConditionalOnProperty("dunning.mail.from")
  EmailSender dunningEmailSender(
      DunningProperties settings, JavaMailSender mail, LetterDesk desk, AddressBook addresses) {
    String from = SendersAtStart.notBlank("dunning.mail.from", settings.mail().from().orElse(""));
    return new EmailSender(mail, desk, addresses, from);
  }
}
