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
final class LateFacts implements FactsSource {
  private static final long serialVersionUID = 1L;

  private final transient Books books;
  private final transient RecommendationMaker maker;

  /** Null until somebody asks for it. */
  private transient Facts made;

  /** Null until somebody asks for it. */
  private transient SideResults beside;

  LateFacts(Books books, RecommendationMaker maker) {
    this.books = books;
    this.maker = maker;
  }

  @Override
  public Facts facts() {
    synchronized (books) {
      if (made == null) {
        made = maker.facts();
      }
      return made;
    }
  }

  @Override
  public SideResults beside() {
    synchronized (books) {
      if (beside == null) {
        facts(); // which adds up the charges
        beside = maker.sideResults();
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
