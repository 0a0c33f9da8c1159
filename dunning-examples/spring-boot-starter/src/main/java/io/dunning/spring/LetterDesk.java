package io.dunning.spring;

import io.dunning.action.ContactPerson;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Customer;
import io.dunning.letters.LetterComposer;
import io.dunning.letters.LetterContent;
import io.dunning.letters.LetterEmail;
import io.dunning.letters.LetterKind;
import io.dunning.letters.Letters;
import io.dunning.letters.Sender;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the letters of documents. The same document gives the same letter, byte by byte, as long
 * as the customer's name, address and language stay: it is written about the account as it was when
 * the step was decided, and by the policy of that day.
 */
public final class LetterDesk {
  private final LetterComposer composer;
  private final Letters letters;
  private final AddressBook addresses;
  private final Locale fallback;

  /**
   * A desk.
   *
   * @param evaluator tells what comes next
   * @param sender who writes
   * @param letters the words
   * @param addresses where customers are reached, and in which language
   * @param fallback the language of letters to customers whose language is not known
   */
  public LetterDesk(
      DunningEvaluator evaluator,
      Sender sender,
      Letters letters,
      AddressBook addresses,
      Locale fallback) {
    this.composer = LetterComposer.of(evaluator, sender);
    this.letters = letters;
    this.addresses = addresses;
    this.fallback = fallback;
  }

  /**
   * Whether a document is written at all.
   *
   * @param delivery an action of the document
   * @return false for a call, for example
   */
  public boolean isWritten(Delivery delivery) {
    return LetterKind.of(delivery.document().actions()).isPresent();
  }

  /**
   * Whether the customer has a postal address, without which a letter cannot be posted.
   *
   * @param delivery an action of the document
   * @return whether the address book knows one today
   */
  public boolean isAddressed(Delivery delivery) {
    return addresses.post(delivery.account().customer()).isKnown();
  }

  /**
   * The document as a letter.
   *
   * @param delivery an action of the document
   * @return a PDF file
   * @throws IllegalArgumentException if the document is not written, or the law requires facts that
   *     are not known
   */
  public byte[] pdf(Delivery delivery) {
    return letters.pdf(content(delivery), locale(delivery));
  }

  /**
   * The document as an e-mail.
   *
   * @param delivery an action of the document
   * @return plain text and HTML
   * @throws IllegalArgumentException as {@link #pdf}
   */
  public LetterEmail email(Delivery delivery) {
    return letters.email(content(delivery), locale(delivery));
  }

  private LetterContent content(Delivery delivery) {
    Customer customer = delivery.account().customer();
    return composer.compose(
        delivery.policy(), delivery.account(), delivery.document(), addresses.post(customer));
  }

  private Locale locale(Delivery delivery) {
    Optional<ContactPerson> person = delivery.document().addressee();
    Locale wanted = addresses.language(delivery.account().customer(), person).orElse(fallback);
    return letters.languages().stream()
            .anyMatch(l -> Locale.forLanguageTag(l).getLanguage().equals(wanted.getLanguage()))
        ? wanted
        : fallback;
  }
}
