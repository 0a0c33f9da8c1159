package io.dunning.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Answers of a partition, made batch by batch while Spark asks for them. One batch of whole
 * accounts is in memory, and what was made of it. A batch ends with the account that fills it.
 *
 * @param <T> the answers
 */
final class Batches<T> implements Iterator<T> {
  /** A batch ends with the account that brings it to so many rows. */
  static final int ROWS = 20_000;

  private final AccountReader accounts;
  private final Function<List<AccountRows>, List<T>> answers;
  private Iterator<T> ready = Collections.emptyIterator();

  Batches(AccountReader accounts, Function<List<AccountRows>, List<T>> answers) {
    this.accounts = accounts;
    this.answers = answers;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && accounts.hasNext()) {
      List<AccountRows> batch = new ArrayList<>();
      for (int rows = 0; rows < ROWS && accounts.hasNext(); ) {
        AccountRows next = accounts.next();
        batch.add(next);
        rows += next.rows().size();
      }
      ready = answers.apply(batch).iterator();
    }
    return ready.hasNext();
  }

  @Override
  public T next() {
    hasNext();
    return ready.next();
  }
}
