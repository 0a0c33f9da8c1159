package io.dunning.spring;

import java.util.Objects;

/**
 * A run ended early, because the application stops. What it had done until then is kept, unless the
 * caller has a transaction of its own, which this exception ends; the rest is still due, and the
 * next run looks at it.
 */
public final class RunStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RunFinished done;

  RunStoppedException(RunFinished done) {
    super(
        "run of tenant %s stopped, because the application stops; ".formatted(done.tenant())
            + "accounts looked at: %d, documents: %d".formatted(done.accounts(), done.documents()));
    this.done = Objects.requireNonNull(done, "done");
  }

  /** {@return what it had done until then} */
  public RunFinished done() {
    return done;
  }
}
