package io.dunning.bridges.document;

/** Ends the reading of a document: it is no XML, or goes beyond a limit. */
final class RefusedDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient XmlPlace place;
  private final String found;
  private final String advice;

  RefusedDocument(XmlPlace place, String what, String found, String advice) {
    super(what, null, false, false);
    this.place = place;
    this.found = found;
    this.advice = advice;
  }

  XmlPlace place() {
    return place;
  }

  String found() {
    return found;
  }

  String advice() {
    return advice;
  }
}
