package io.dunning.portfolio;

import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.Packing;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The standings of many accounts side by side, a few hundred bytes each, for deciding about all of
 * them every night. Put accounts into it, or {@linkplain #row raw values}; an account that is put
 * again replaces what was known of its customer.
 *
 * <p>A standing is what an account's events add up to after the last of them. It says nothing about
 * earlier days, and not everything about every account: see {@link #accountsFrom} for the rest. The
 * answers are those of {@link DunningEvaluator}.
 *
 * <p>Not thread-safe while it changes. While it does not, any number of threads may decide.
 */
public final class AccountTable {
  private final TableRows rows = new TableRows();
  private final Packing packing = new Packing();
  private final TextDraft text = new TextDraft();
  private final AccountRow row = new AccountRow(this, packing);
  private Function<? super String, Account> source;

  /** Counts the decisions made; a row remembers the count at its last change. */
  private final AtomicInteger version = new AtomicInteger();

  /** Creates an empty table. */
  public AccountTable() {}

  /**
   * {@return a table of accounts}
   *
   * @param accounts the accounts
   */
  public static AccountTable of(Iterable<Account> accounts) {
    Objects.requireNonNull(accounts, "accounts");
    AccountTable table = new AccountTable();
    accounts.forEach(table::put);
    return table;
  }

  /**
   * Says where to find the account of a customer, for what a standing does not tell: accounts that
   * the policy asks more about, days before the last event, accounts told in raw values that do not
   * fit into numbers, and {@linkplain Decisions#recommendation whole answers}. Without it, the
   * table decides about what standings tell and about the accounts that it keeps; of one that was
   * told in raw values, it takes the customer for one of whom nothing more is known.
   *
   * @param accounts finds an account by the customer's id, or returns null; called from the threads
   *     that decide. If it throws, or finds the account of another customer, nothing is decided
   *     about the account, and the exception is among the {@linkplain Decisions#failures failures}
   * @return this
   */
  public AccountTable accountsFrom(Function<? super String, Account> accounts) {
    Objects.requireNonNull(accounts, "accounts");
    if (source == null) {
      rows.toldChanged(version.get());
    }
    source = accounts;
    return this;
  }

  /**
   * Puts an account, in place of what the table has of its customer. The table takes its standing
   * and lets go of the account; it keeps the account if numbers do not tell its standing: several
   * currencies, a payment plan, a promise of an amount, instalments, a restriction, a partial
   * dispute, a closed channel, a step whose name is none of the first 64,000 of this JVM, an
   * invoice number that is not well-formed UTF-16 or has more than 65,535 bytes in UTF-8, and the
   * like.
   *
   * @param account the account, with all its events
   * @return this
   * @throws IllegalArgumentException if the customer's id is not well-formed UTF-16, or has more
   *     than 65,535 bytes in UTF-8
   */
  public AccountTable put(Account account) {
    Objects.requireNonNull(account, "account");
    int length = packing.pack(account);
    text.begin(account.customer().id());
    boolean fits = length < 0 || addNumbers(account);
    store(text, fits ? length : -1, account, false);
    return this;
  }

  private boolean addNumbers(Account account) {
    boolean fits = true;
    for (InvoiceHistory each : account.invoices()) {
      if (each.standingOn(account.lastDay()).balance().openMinor() > 0) {
        fits &= text.add(each.invoice().number());
      }
    }
    return fits;
  }

  /**
   * Begins an account that is told in raw values. It is in the table once it is {@linkplain
   * AccountRow#put put}.
   *
   * @param customer the customer's id
   * @return the row to tell it to, the same object at each call
   * @throws IllegalArgumentException if the id is blank
   */
  public AccountRow row(String customer) {
    return row.begin(customer);
  }

  /**
   * Records what happened to an account as a whole, without asking for the account: a step that was
   * taken, or a contact. The standing goes on from where it is.
   *
   * @param customer the customer's id
   * @param event what happened, not before the last event of the account
   * @return whether it is recorded. If not, nothing has changed, because the event is of another
   *     kind or before the last one, the table does not know the customer, or the numbers that it
   *     keeps do not tell what the event comes to: put the account
   */
  public boolean record(String customer, LedgerEvent event) {
    Objects.requireNonNull(customer, "customer");
    return recorded(customer, null, Objects.requireNonNull(event, "event"));
  }

  /**
   * Records what happened to an invoice, without asking for its account: a payment, or a step that
   * was taken for the invoice alone. The standing goes on from where it is.
   *
   * @param customer the customer's id
   * @param invoice the number of an invoice that is open
   * @param event what happened, not before the last event of the account
   * @return whether it is recorded. If not, nothing has changed, because the event is of another
   *     kind, in another currency or before the last one, the table does not know the customer or
   *     no such open invoice, or the numbers that it keeps do not tell what the event comes to: put
   *     the account
   */
  public boolean record(String customer, String invoice, LedgerEvent event) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(invoice, "invoice");
    return recorded(customer, invoice, Objects.requireNonNull(event, "event"));
  }

  private boolean recorded(String customer, String invoice, LedgerEvent event) {
    if (!TableGrowth.isRecorded(invoice, event) || !text.tryBegin(customer)) {
      return false;
    }
    int at = rows.find(text);
    Account kept = at < 0 ? null : rows.kept(at);
    if (kept != null) {
      return recorded(at, TableGrowth.grown(kept, invoice, event));
    }
    if (at < 0) {
      return false;
    }
    int open = CompiledDecider.invoices(rows.block(at), rows.at(at));
    List<String> texts = rows.texts(at, 1 + open);
    if (!new TableGrowth(rows, packing).record(at, invoice, event, texts)) {
      return false;
    }
    text.begin(customer);
    addNumbers(texts);
    store(text, packing.length(), null, false);
    return true;
  }

  /** Keeps what an event makes of the account that is kept for a row; null if that is unknown. */
  private boolean recorded(int row, Account grown) {
    if (grown != null) {
      rows.grown(row, grown, version.get());
    }
    return grown != null;
  }

  /** Adds the numbers behind a customer's id, if any invoice has one, to the texts of a row. */
  private void addNumbers(List<String> texts) {
    List<String> numbers = texts.subList(1, texts.size());
    if (!numbers.stream().allMatch(String::isEmpty)) {
      numbers.forEach(text::add);
    }
  }

  /** Stores what was packed, or an account that cannot be, perhaps made up of what was told. */
  void store(TextDraft texts, int length, Account account, boolean isTold) {
    int at = rows.rowFor(texts);
    if (length < 0) {
      rows.keep(at, account, isTold, version.get());
    } else {
      rows.place(at, length, version.get());
      packing.write(rows.block(at), rows.at(at));
    }
    rows.tidy();
  }

  /**
   * Puts every account of another table, in place of what this one has of the same customers.
   *
   * @param other the other table
   * @return this
   */
  public AccountTable putAll(AccountTable other) {
    Objects.requireNonNull(other, "other");
    for (int i = 0; i < other.size(); i++) {
      Account kept = other.rows.kept(i);
      if (kept != null) {
        text.begin(other.customer(i));
        store(text, -1, kept, other.rows.isTold(i));
        continue;
      }
      long[] block = other.rows.block(i);
      int at = other.rows.at(i);
      text.begin(other.customer(i));
      addNumbers(other.rows.texts(i, 1 + CompiledDecider.invoices(block, at)));
      int length = other.rows.length(i);
      int here = rows.rowFor(text);
      rows.place(here, length, version.get());
      System.arraycopy(block, at, rows.block(here), rows.at(here), length);
      rows.tidy();
    }
    return this;
  }

  /** {@return how many accounts there are} */
  public int size() {
    return rows.size();
  }

  /**
   * The customer of an account.
   *
   * @param i the account, from 0, in the order in which customers were put first
   * @return the customer's id
   * @throws IndexOutOfBoundsException if there is no such account
   */
  public String customer(int i) {
    return rows.text(Objects.checkIndex(i, size()), 0);
  }

  /** Whether the invoices of an account may have other places or numbers since some decisions. */
  boolean isRenumbered(int i, Decisions since) {
    return rows.renumbered(i) > since.version();
  }

  /** The number of an open invoice; empty if it was put without one. */
  String invoice(int i, int place) {
    if (rows.kept(i) == null) {
      return rows.text(i, 1 + place);
    }
    List<String> numbers = rows.numbers(i);
    String number = place < numbers.size() ? numbers.get(place) : "";
    return ToldInvoices.isWithoutNumber(number) ? "" : number;
  }

  /**
   * Whether an account is kept by the places of all its invoices: it is not made up of what was
   * told, so that whoever asks for the account gets this one.
   */
  boolean isKeptWhole(int i) {
    return rows.kept(i) != null && !rows.isTold(i);
  }

  /** {@return how many accounts are kept whole, because numbers do not tell their standing} */
  public int accountsKept() {
    return rows.keptCount();
  }

  /**
   * How much memory the standings take, together with the customers' ids, the invoice numbers and
   * the places of all of these. Accounts that are {@linkplain #accountsKept kept} come on top.
   *
   * @return bytes, with what is reserved for further accounts
   */
  public long bytes() {
    return rows.bytes();
  }

  /** {@return the {@link #bytes} for each account; 0 for an empty table} */
  public double bytesPerAccount() {
    return size() == 0 ? 0 : (double) bytes() / size();
  }

  /**
   * The account of a row, as far as it can be had.
   *
   * @throws IllegalStateException if the account of another customer is found
   */
  Optional<Account> account(int i) {
    if (isKeptWhole(i) || source == null) {
      return Optional.ofNullable(rows.kept(i));
    }
    String customer = customer(i);
    Account found = source.apply(customer);
    if (found != null && !found.customer().id().equals(customer)) {
      throw new IllegalStateException(
          "account of "
              + found.customer().id()
              + " was found for customer "
              + customer
              + "\nMaybe look at where accounts are found");
    }
    return Optional.ofNullable(found);
  }

  /** What stands for the account of a row that cannot be had: one without invoices. */
  Account missing(int i) {
    return Account.of(Customer.of(customer(i)), List.of());
  }

  /**
   * Decides about all accounts, on the calling thread.
   *
   * @param evaluator whose answers they are
   * @param policy the policy
   * @param asOf the day at whose end is decided
   * @return the decisions
   * @throws IllegalArgumentException if the ladder of the policy has more than 16,000 steps
   */
  public Decisions decide(DunningEvaluator evaluator, DunningPolicy policy, LocalDate asOf) {
    Objects.requireNonNull(evaluator, "evaluator");
    return join(
        evaluator,
        policy,
        asOf,
        new TableDeciding(this, rows, evaluator, policy, asOf, null).decided(size()));
  }

  /**
   * Decides about all accounts, on the threads of a pool. The decisions do not depend on how many
   * there are.
   *
   * @param evaluator whose answers they are
   * @param policy the policy
   * @param asOf the day at whose end is decided
   * @param pool the threads, with a queue that takes all parts of 4,096 accounts; the calling
   *     thread waits for them
   * @return the decisions
   * @throws IllegalArgumentException if the ladder of the policy has more than 16,000 steps
   * @throws IllegalStateException if the calling thread is interrupted, an error stops a part, or
   *     the pool refuses one; no thread reads the table any more
   */
  public Decisions decide(
      DunningEvaluator evaluator, DunningPolicy policy, LocalDate asOf, ExecutorService pool) {
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(pool, "pool");
    return join(
        evaluator,
        policy,
        asOf,
        new TableDeciding(this, rows, evaluator, policy, asOf, null).decided(size(), pool));
  }

  /**
   * Decides again about the accounts that need it: those that are new or were put again, those
   * whose review date has come, and those with an event after the day of the last decisions. The
   * decisions about the others are taken over. The result is the same as if all were decided about.
   *
   * @param last decisions of this table, of the same day or an earlier one
   * @param asOf the day at whose end is decided
   * @return the decisions about all accounts
   * @throws IllegalArgumentException if the last decisions are of another table, or of a later day
   */
  public Decisions decideDue(Decisions last, LocalDate asOf) {
    Objects.requireNonNull(last, "last");
    return join(last.evaluator(), last.policy(), asOf, due(last, asOf).decided(size()));
  }

  /**
   * As {@link #decideDue(Decisions, LocalDate)}, on the threads of a pool.
   *
   * @param last decisions of this table, of the same day or an earlier one
   * @param asOf the day at whose end is decided
   * @param pool the threads, with a queue that takes all parts of 4,096 accounts; the calling
   *     thread waits for them
   * @return the decisions about all accounts
   * @throws IllegalArgumentException if the last decisions are of another table, or of a later day
   * @throws IllegalStateException if the calling thread is interrupted, an error stops a part, or
   *     the pool refuses one; no thread reads the table any more
   */
  public Decisions decideDue(Decisions last, LocalDate asOf, ExecutorService pool) {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(pool, "pool");
    return join(last.evaluator(), last.policy(), asOf, due(last, asOf).decided(size(), pool));
  }

  private TableDeciding due(Decisions last, LocalDate asOf) {
    Objects.requireNonNull(asOf, "asOf");
    if (last.table() != this || last.asOf().isAfter(asOf)) {
      throw new IllegalArgumentException(
          last.table() != this
              ? "decisions are of another table"
              : "decisions are of a later day than " + asOf + ": " + last.asOf());
    }
    return new TableDeciding(this, rows, last.evaluator(), last.policy(), asOf, last);
  }

  private Decisions join(
      DunningEvaluator evaluator,
      DunningPolicy policy,
      LocalDate asOf,
      List<DecisionColumns> parts) {
    return new Decisions(
        this, evaluator, policy, asOf, version.getAndIncrement(), DecisionColumns.join(parts));
  }
}
