package io.dunning.grammar;

import java.util.LinkedHashSet;
import java.util.Set;

/** How far a text could be read, and what could have stood there. */
final class Progress {
  /** Stands for the end of the sentence, which each grammar words for itself. */
  static final String END = "";

  private final Set<String> expected = new LinkedHashSet<>();
  private int at = -1;
  private Form<?> form;
  private String refusal;

  /** A form goes no further than a token, where it needs something else. */
  void stop(int token, String what, Form<?> of) {
    if (token > at) {
      at = token;
      form = of;
      refusal = null;
      expected.clear();
    }
    if (token == at) {
      expected.add(what);
    }
  }

  /** What stands at a token is a value of the right kind, but impossible. */
  void refuse(int token, IllegalArgumentException impossible, Form<?> of) {
    if (token > at || token == at && refusal == null) {
      form = token > at ? of : form;
      at = token;
      refusal = impossible.getMessage();
      expected.clear();
    }
  }

  /** Whether any form was begun. */
  boolean isAny() {
    return at >= 0;
  }

  int at() {
    return at;
  }

  /** The form that was begun and goes furthest. */
  Form<?> form() {
    return form;
  }

  /** Why the value is impossible; null if something else is wrong. */
  String refusal() {
    return refusal;
  }

  Set<String> expected() {
    return expected;
  }
}
