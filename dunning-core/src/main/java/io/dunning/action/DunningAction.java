package io.dunning.action;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to do about a debt. The library recommends it; the host does it. Prints in the trade's
 * words, such as {@code send notice 1 by email}, and {@link #parse} reads them. Two actions are
 * equal if they are of the same kind with the same facts; the printed words never decide. Immutable
 * and thread-safe.
 *
 * <p>A host answers for each kind with a {@link Visitor}:
 *
 * <pre>{@code
 * class Queues implements DunningAction.Visitor<String> {
 *   public String reminder(Message.Reminder action) {
 *     return "outbox-" + action.by();
 *   }
 *
 *   public String call(Conversation.Call action) {
 *     return "call-list";
 *   }
 *   // and so on: the compiler names each kind that has no answer
 * }
 *
 * String queue = action.accept(new Queues());
 * }</pre>
 */
public sealed interface DunningAction extends Serializable
    permits Message, Offer, Conversation, BackOfficeAction {

  /** {@return how the customer is reached; empty if the action does not reach the customer} */
  Optional<Channel> channel();

  /**
   * {@return whether the action counts as a contact with the customer, because there is a {@link
   * #channel}}
   */
  default boolean contactsCustomer() {
    return channel().isPresent();
  }

  /**
   * {@return this action by another channel; itself if it does not reach the customer} A call or a
   * visit becomes what goes by that channel: {@code placeCall().by(EMAIL)} is {@code
   * sendMessage(EMAIL)}.
   *
   * @param channel how the customer is reached
   */
  DunningAction by(Channel channel);

  /**
   * {@return the visitor's answer, from its method for this kind of action}
   *
   * @param visitor who answers for every kind of action
   * @param <R> what the answer is
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * Answers for each kind of action; a new kind has to be answered, too. If one family is enough,
   * implement the visitor of that family.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R>
      extends Message.Visitor<R>,
          Offer.Visitor<R>,
          Conversation.Visitor<R>,
          BackOfficeAction.Visitor<R> {}

  /**
   * {@return a friendly word that something may have been forgotten}
   *
   * @param by how the customer is reached
   */
  static DunningAction sendReminder(Channel by) {
    return new Message.Reminder(by);
  }

  /**
   * {@return a formal notice}
   *
   * @param number which notice, from 1
   * @param by how the customer is reached
   * @throws IllegalArgumentException if the number is less than 1
   */
  static DunningAction sendNotice(int number, Channel by) {
    return new Message.Notice(number, by);
  }

  /**
   * {@return a demand: the last word before a third party or a court is involved}
   *
   * @param by how the customer is reached
   */
  static DunningAction sendDemand(Channel by) {
    return new Message.Demand(by);
  }

  /**
   * {@return a message without a form of its own, in place of a call for example}
   *
   * @param by how the customer is reached
   */
  static DunningAction sendMessage(Channel by) {
    return new Message.PlainMessage(by);
  }

  /**
   * {@return thanks to a good payer}
   *
   * @param by how the customer is reached
   */
  static DunningAction thankCustomer(Channel by) {
    return new Message.ThankCustomer(by);
  }

  /**
   * {@return an offer to take less than is owed, as the settlement rule of the policy says}
   *
   * @param by how the customer is reached
   */
  static DunningAction offerSettlement(Channel by) {
    return new Offer.OfferSettlement(by);
  }

  /**
   * {@return a proposal to pay in instalments, as the plan rule of the policy says}
   *
   * @param by how the customer is reached
   */
  static DunningAction proposePlan(Channel by) {
    return new Offer.ProposePlan(by);
  }

  /**
   * {@return an offer to a good payer: a discount for early payment}
   *
   * @param by how the customer is reached
   */
  static DunningAction offerDiscount(Channel by) {
    return new Offer.OfferDiscount(by);
  }

  /** {@return a telephone call} */
  static DunningAction placeCall() {
    return new Conversation.Call();
  }

  /** {@return a visit in person} */
  static DunningAction visit() {
    return new Conversation.Visit();
  }

  /** {@return the amount is collected once more by direct debit or card} */
  static DunningAction retryCollection() {
    return new BackOfficeAction.RetryCollection();
  }

  /**
   * {@return a request for another account, card or mandate, because a collection failed}
   *
   * @param by how the customer is reached
   */
  static DunningAction askForPaymentMethod(Channel by) {
    return new Message.AskForPaymentMethod(by);
  }

  /** {@return no further deliveries or service until the debt is paid} */
  static DunningAction stopSupply() {
    return new BackOfficeAction.StopSupply();
  }

  /** {@return the debt goes to a collection agency} */
  static DunningAction referToAgency() {
    return new BackOfficeAction.ReferToAgency();
  }

  /** {@return the creditor goes to court} */
  static DunningAction fileClaim() {
    return new BackOfficeAction.FileClaim();
  }

  /** {@return the creditor gives up the debt in the books} */
  static DunningAction writeOff() {
    return new BackOfficeAction.WriteOff();
  }

  /** {@return the fees and the interest that the policy provides for are charged} */
  static DunningAction assessCharges() {
    return new BackOfficeAction.AssessCharges();
  }

  /** {@return somebody finds out where a customer is whom nobody can reach} */
  static DunningAction traceCustomer() {
    return new BackOfficeAction.TraceCustomer();
  }

  /** {@return the claim is sold; the buyer collects it from then on} */
  static DunningAction sellClaim() {
    return new BackOfficeAction.SellClaim();
  }

  /**
   * {@return no new orders are accepted until they are {@linkplain #releaseOrders released}, or the
   * debt is paid}
   */
  static DunningAction blockOrders() {
    return new BackOfficeAction.BlockOrders();
  }

  /** {@return new orders are accepted again} */
  static DunningAction releaseOrders() {
    return new BackOfficeAction.ReleaseOrders();
  }

  /**
   * {@return something a colleague does without contacting the customer, in the words of the house}
   *
   * @param what what is to be done, such as {@code "inform sales"}
   * @throws IllegalArgumentException if it is blank
   */
  static DunningAction task(String what) {
    return new BackOfficeAction.Task(what);
  }

  /**
   * Reads an action in the words in which actions print: {@code send notice 1 by email}, {@code
   * place call}, {@code task inform sales}. Capital letters do not matter in them. The words of a
   * task can stand in double quotes, and need them if they contain {@code and}, {@code or}, {@code
   * if} or {@code not}, brackets, commas or quotes.
   *
   * @param text the action in words
   * @return the action
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  static DunningAction parse(String text) {
    return ActionGrammar.ACTIONS.parse(Objects.requireNonNull(text, "text"));
  }
}
