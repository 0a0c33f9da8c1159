package io.dunning.json.policy;

/** A place in a file; lines and columns count from 1. */
record Place(String file, int line, int column) {
  /** The place of what is written and was not read. */
  static final Place NONE = new Place("", 1, 1);
}
