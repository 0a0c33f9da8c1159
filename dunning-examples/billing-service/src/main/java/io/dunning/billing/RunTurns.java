package io.dunning.billing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds how many runs that somebody asked for are under way: one of a tenant, and few of all
 * tenants. A run holds a connection for a long time, and a second one of the same tenant would find
 * nothing that the first one leaves.
 */
@Component
class RunTurns {
  private final Set<String> tenants = ConcurrentHashMap.newKeySet();
  private final Semaphore all;
  private final int atOnce;

  RunTurns(BillingProperties settings) {
    this.atOnce = settings.runsAtOnce();
    this.all = new Semaphore(atOnce);
  }

  /** More runs were asked for than may be under way. */
  static final class TooManyRunsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRunsException(String message) {
      super(message);
    }
  }

  /**
   * Does a run of a tenant, unless too many are under way. Waits for none.
   *
   * @throws TooManyRunsException if it cannot be done now
   */
  <T> T take(String tenant, Supplier<T> run) {
    if (!tenants.add(tenant)) {
      throw new TooManyRunsException("a run is under way; ask again when it has ended");
    }
    try {
      if (!all.tryAcquire()) {
        throw new TooManyRunsException(
            "no more than " + atOnce + " runs are made at once; ask again later");
      }
      try {
        return run.get();
      } finally {
        all.release();
      }
    } finally {
      tenants.remove(tenant);
    }
  }
}
