package io.dunning.scale;

/** Is told how far a run has come. */
interface RunWatcher {
  /** The first parts are done: this many. */
  void partsDone(int parts);

  /** Whether to count the rows that will be read, which takes a moment. */
  default boolean wantsCounts() {
    return false;
  }

  /**
   * The rows were counted.
   *
   * @param rowsOfParts how many rows of each part will be read: none if it is done already
   */
  default void counted(long[] rowsOfParts) {}

  /** The rows were not counted, because that would be to read them twice. */
  default void notCounted(int parts) {}

  /** A part is being read and sorted. */
  default void partBegins(int part) {}

  /** The part that was begun last is sorted. */
  default void partSorted() {}

  /** So many more rows of it are decided about. */
  default void rowsDecided(long rows) {}
}
