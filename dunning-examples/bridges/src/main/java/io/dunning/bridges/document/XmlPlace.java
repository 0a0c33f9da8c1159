package io.dunning.bridges.document;

/** A place in a document: line, column, and the names of the elements down to it. */
record XmlPlace(int line, int column, String path) {
  /** The document as a whole. */
  static final XmlPlace NOWHERE = new XmlPlace(0, 0, "");
}
