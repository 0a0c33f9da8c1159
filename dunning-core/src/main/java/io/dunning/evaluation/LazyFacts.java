package io.dunning.evaluation;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;

/**
 * Makes the facts of a readable decision, and what is said beside them, once somebody asks, and
 * keeps the books of its account for that: for an evaluator of whose answers mostly the decision is
 * read, and few are kept.
 *
 * <p>Thread-safe: facts of one account are made one after the other, because its books are for one
 * thread.
 */
final class LazyFacts implements FactsSource {
  private static final long serialVersionUID = 1L;

  /** Of the account; facts of one account are made one after the other. */
  private final transient Object lock;

  /** Null once all is made. */
  private transient RecommendationMaker maker;

  /** Null until somebody asks for it. */
  private transient Facts made;

  /** Null until somebody asks for it. */
  private transient SideResults beside;

  LazyFacts(Books books, RecommendationMaker maker) {
    lock = books;
    this.maker = maker;
  }

  @Override
  public Facts facts() {
    synchronized (lock) {
      if (made == null) {
        made = maker.facts();
      }
      return made;
    }
  }

  @Override
  public SideResults beside() {
    synchronized (lock) {
      if (beside == null) {
        facts(); // which adds up the charges
        beside = maker.sideResults();
        maker = null;
      }
      return beside;
    }
  }

  private Object writeReplace() {
    return facts();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("what facts are made of is not stored, but the facts");
  }
}
