package io.dunning.cli;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.portfolio.PortfolioRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** How accounts are read: all at once, or one after the other. */
final class Reading {
  @Option(
      names = "--sorted",
      description =
          "read the files account by account, in little memory; they must be sorted by customer"
              + " (LC_ALL=C sort)")
  boolean sorted;

  private List<Account> all;
  private String customer;
  private Invoice largest;

  /** The accounts, with a progress bar on standard error if that is a terminal. */
  Iterable<Account> accounts(Path folder, String task) {
    if (sorted) {
      return () -> each(stream(folder, task), this::noted);
    }
    if (all == null) {
      all = LedgerReader.read(folder).accounts();
    }
    return Command.progress(task, all);
  }

  /** The accounts, each as the books show it that are asked for. */
  Iterable<Account> accounts(Path folder, String task, UnaryOperator<Account> books) {
    Iterable<Account> all = accounts(folder, task);
    return () -> each(all.iterator(), books);
  }

  private static Iterator<Account> each(Iterator<Account> all, UnaryOperator<Account> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Account next() {
        return change.apply(all.next());
      }
    };
  }

  /**
   * Evaluates all accounts on all cores; the sink gets the results in the order of the accounts.
   */
  void evaluate(
      Path folder,
      PortfolioRun run,
      UnaryOperator<Account> known,
      Consumer<AccountRecommendation> sink) {
    run.run(
        accounts(folder, "evaluate", known).iterator(),
        result -> {
          if (result instanceof PortfolioRun.Evaluated done) {
            sink.accept(done.recommendation());
          } else if (result instanceof PortfolioRun.Failed failed) {
            throw failed.cause();
          }
        });
  }

  private Account noted(Account account) {
    for (InvoiceHistory each : account.invoices()) {
      if (largest == null || size(each.invoice()) > size(largest)) {
        largest = each.invoice();
        customer = account.customer().id();
      }
    }
    return account;
  }

  private static double size(Invoice invoice) {
    return Math.abs((double) invoice.amount().minorUnits());
  }

  /** The largest invoice that was read so far, as a message names it; empty if none was read. */
  Optional<String> largest() {
    if (all != null) {
      all.forEach(this::noted);
    }
    return Optional.ofNullable(largest)
        .map(
            i ->
                Found.shortened(i.number())
                    + " of "
                    + Found.shortened(customer)
                    + " over "
                    + i.amount());
  }

  private static Iterator<Account> stream(Path folder, String task) {
    return new SortedAccounts(
        file ->
            LedgerFiles.open(
                folder,
                file,
                in -> file.equals(LedgerFiles.INVOICES) ? watched(in, folder, task) : in));
  }

  private static InputStream watched(InputStream in, Path folder, String task) {
    try {
      return Command.progress(task, in, Files.size(folder.resolve(LedgerFiles.INVOICES)));
    } catch (IOException e) {
      throw new BadInputException(folder + ": cannot be read: " + e.getMessage());
    }
  }
}
