package io.dunning.bridges.document;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A bank file that was read as a whole.
 *
 * @param message the message and its version, such as {@code camt.053.001.08}
 * @param statements its statements, reports or notices, in the order of the file
 * @param transactions all transactions, in the order of the file
 */
public record BankFile(
    String message, List<Statement> statements, List<BankTransaction> transactions) {

  /**
   * A bank file.
   *
   * @param message the message and its version
   * @param statements its statements
   * @param transactions all transactions
   */
  public BankFile {
    Objects.requireNonNull(message, "message");
    statements = List.copyOf(statements);
    transactions = List.copyOf(transactions);
  }

  /**
   * A statement, report or notice of a bank.
   *
   * @param id the bank's identifier of it
   * @param account the account, an IBAN or another number; empty text if the file does not say
   * @param isCopy whether the bank marks it as a duplicate, or as a copy of one: its transactions
   *     have been delivered before
   * @param opening the booked balance before its entries; negative if overdrawn
   * @param closing the booked balance after its entries; negative if overdrawn
   * @param transactions how many transactions it has
   * @param through the last day that a statement (camt.053) covers: the date of its closing
   *     balance, or else the end of its period. Empty if neither is there, if the entries do not
   *     lead to the closing balance, if the message or the statement goes on in another file, and
   *     for notices and reports within a day, which do not say that they are complete. If the
   *     statement was made before that day, the day before it was made
   */
  public record Statement(
      String id,
      String account,
      boolean isCopy,
      Optional<Money> opening,
      Optional<Money> closing,
      int transactions,
      Optional<LocalDate> through) {

    /**
     * A statement.
     *
     * @param id the bank's identifier of it
     * @param account the account
     * @param isCopy whether the bank marks it as a duplicate
     * @param opening the booked balance before its entries
     * @param closing the booked balance after its entries
     * @param transactions how many transactions it has
     * @param through the last day that it covers
     */
    public Statement {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(opening, "opening");
      Objects.requireNonNull(closing, "closing");
      Objects.requireNonNull(through, "through");
    }
  }
}
