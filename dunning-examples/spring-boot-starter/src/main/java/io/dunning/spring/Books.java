package io.dunning.spring;

import io.dunning.evaluation.Posting;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The books: customers, their invoices and what happened to them. Invoices and events are only
 * added. Whatever is added makes the account due for a look on the next run.
 *
 * <p>Each method is a transaction of its own, or part of the one around it.
 *
 * <p>Books of your own can keep invoices and events in other tables of the same database. For each
 * customer they also keep a row in {@code dunning.account}: documents and approvals refer to it,
 * approvals lock it, and health counts by its {@code review_on} and {@code problem}. {@link #claim}
 * locks that row until the transaction ends, and {@link #reviewed} writes it.
 */
public interface Books {

  /**
   * Adds a customer, or changes what is known about one.
   *
   * @param tenant the tenant's name
   * @param customer the customer; ids have at most 200 characters
   * @throws IllegalArgumentException if the id is longer, or a text cannot be stored
   */
  void put(String tenant, Customer customer);

  /**
   * Adds an invoice.
   *
   * @param tenant the tenant's name
   * @param customer the id of a customer in the books
   * @param invoice the invoice
   * @param actor who adds it
   * @return whether it was added; false if the very same invoice was in the books
   * @throws ConflictException if there is another invoice of this number
   * @throws UnknownAccountException if there is no such customer
   * @throws IllegalArgumentException if it is issued more than a year ahead or 50 years back, it or
   *     an instalment is due before it is issued (other than a credit note) or more than ten years
   *     after that, its number has more than 200 characters, or a text cannot be stored
   */
  boolean add(String tenant, String customer, Invoice invoice, String actor);

  /**
   * Adds something that happened.
   *
   * @param tenant the tenant's name
   * @param posting the event, and the invoice or account it belongs to
   * @param bookedOn the day on which it is entered into the books
   * @param actor who adds it
   * @param idempotencyKey a name for this entry, of at most 255 characters; it can be added again
   *     under the same name and counts once
   * @return whether it was added; false if it was added before under this name
   * @throws ConflictException if something else was added under this name
   * @throws UnknownAccountException if there is no such customer
   * @throws IllegalArgumentException if the key is longer, the customer has no such invoice, the
   *     event does not fit, or its date is more than a year after today, more than a year before
   *     its invoice or, without an invoice, more than 50 years before today
   */
  boolean add(
      String tenant, Posting posting, LocalDate bookedOn, String actor, String idempotencyKey);

  /**
   * An account with all that happened.
   *
   * @param tenant the tenant's name
   * @param customer the customer's id
   * @return the account; empty if there is no such customer
   */
  Optional<Account> account(String tenant, String customer);

  /**
   * An account as it was before a decision, with today's name and facts of the customer.
   *
   * @param tenant the tenant's name
   * @param customer the customer's id
   * @param position the last entry that counts
   * @return the account; empty if there is no such customer
   */
  Optional<Account> account(String tenant, String customer, long position);

  /**
   * Reads all accounts, some hundreds at a time, in the order of their ids.
   *
   * @param tenant the tenant's name
   * @param each what to do with each
   */
  void forEach(String tenant, Consumer<Account> each);

  /**
   * Takes accounts that are due for a look, and locks them until the transaction ends. Accounts
   * that another instance has locked are left to it.
   *
   * @param tenant the tenant's name
   * @param today the day up to which review dates have come
   * @param limit how many at most
   * @return accounts, those that wait longest first
   */
  List<Claimed> claim(String tenant, LocalDate today, int limit);

  /**
   * Takes one account, due or not, and locks it until the transaction ends.
   *
   * @param tenant the tenant's name
   * @param customer the customer's id
   * @return the account; empty if there is no such customer
   */
  Optional<Claimed> claim(String tenant, String customer);

  /**
   * The last entry of the books so far. All entries of an account that is locked have one up to it.
   *
   * @return its number
   */
  long position();

  /**
   * Adds the events of steps that were taken, to accounts that are locked.
   *
   * @param tenant the tenant's name
   * @param postings the events, each booked on its own day
   */
  void record(String tenant, List<Posting> postings);

  /**
   * Says when to look at accounts again.
   *
   * @param tenant the tenant's name
   * @param reviews the accounts that were looked at
   */
  void reviewed(String tenant, List<Review> reviews);

  /**
   * An account that is due for a look.
   *
   * @param customer the customer's id
   * @param account the account; empty if it cannot be read
   * @param decidedOn the day of the last decision; no later decision may be dated before it
   * @param problem why it cannot be read; empty text if it can
   */
  record Claimed(
      String customer, Optional<Account> account, Optional<LocalDate> decidedOn, String problem) {}

  /**
   * That an account was looked at.
   *
   * @param customer the customer's id
   * @param decidedOn the day
   * @param reviewOn when to look again; empty: when something happens
   * @param problem why there was no answer; empty text if there was one
   */
  record Review(
      String customer, LocalDate decidedOn, Optional<LocalDate> reviewOn, String problem) {}
}
