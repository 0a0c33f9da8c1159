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
  private boolean sure;

  /**
   * A form goes no further than a token, where it needs something else.
   *
   * @param certain whether so much of the form was read that it is probably meant
   */
  void stop(int token, String what, Form<?> of, boolean certain) {
    if (token > at) {
      at = token;
      form = of;
      refusal = null;
      sure = false;
      expected.clear();
    }
    if (token == at) {
      sure |= certain;
      expected.add(what);
    }
  }

  /** What stands at a token is a value of the right kind, but impossible. */
  void refuse(int token, IllegalArgumentException impossible, Form<?> of) {
    if (token > at || token == at && refusal == null) {
      form = token > at ? of : form;
      at = token;
      refusal = impossible.getMessage();
      sure = true;
      expected.clear();
    }
  }

  /** Whether any form was begun for certain, or several that go on in different ways. */
  boolean isAny() {
    return at >= 0 && (sure || expected.size() > 1);
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
