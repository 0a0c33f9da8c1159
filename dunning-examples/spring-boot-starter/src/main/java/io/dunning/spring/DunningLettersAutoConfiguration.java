package io.dunning.spring;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Creditor;
import io.dunning.letters.Letters;
import io.dunning.letters.PostalAddress;
import io.dunning.letters.Sender;
import io.dunning.terms.WayToPay;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Letters, and the sender for a folder. */
@AutoConfiguration(after = DunningAutoConfiguration.class)
public class DunningLettersAutoConfiguration {
  /** Made by Spring Boot. */
  DunningLettersAutoConfiguration() {}

  /** {@return addresses among the facts of customers} */
  @Bean
  @ConditionalOnMissingBean
  AddressBook dunningAddressBook() {
    return new FactsAddressBook();
  }

  /** {@return the words that ship with the library} */
  @Bean
  @ConditionalOnMissingBean
  Letters dunningLetters() {
    return Letters.standard();
  }

  /**
   * Who writes.
   *
   * @param settings who it is
   * @return the sender of letters
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty("dunning.sender.name")
  Sender dunningSender(DunningProperties settings) {
    DunningProperties.Writer who = settings.sender();
    String name = SendersAtStart.notBlank("dunning.sender.name", who.name().orElse(""));
    Creditor creditor = Creditor.of(name);
    if (who.iban().isPresent()) {
      creditor = creditor.paidBy(WayToPay.transfer(name, who.iban().get()));
    }
    PostalAddress address =
        who.address().isEmpty()
            ? PostalAddress.UNKNOWN
            : new PostalAddress(who.address(), who.country().orElse(""));
    return Sender.of(creditor, address)
        .answeredBy(who.person().orElse(""), who.email().orElse(""), who.phone().orElse(""));
  }

  /**
   * The desk that writes letters.
   *
   * @param evaluator tells what comes next
   * @param sender who writes
   * @param letters the words
   * @param addresses where customers are reached
   * @param settings the language of last resort
   * @return the desk
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(Sender.class)
  LetterDesk dunningLetterDesk(
      DunningEvaluator evaluator,
      Sender sender,
      Letters letters,
      AddressBook addresses,
      DunningProperties settings) {
    return new LetterDesk(evaluator, sender, letters, addresses, settings.locale());
  }

  /**
   * Letters into a folder.
   *
   * @param settings names the folder
   * @param desk writes the letters
   * @return the sender
   */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(LetterDesk.class)
  @ConditionalOnProperty("dunning.folder.path")
  FolderSender dunningFolderSender(DunningProperties settings, LetterDesk desk) {
    return new FolderSender(settings.folder().path().orElseThrow().toPath(), desk);
  }
}
