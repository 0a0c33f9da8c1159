package io.dunning.billing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds how many changes of a tenant are made at once. Changes of one account wait for each other
 * with a connection in hand; without a bound, one account could take the connections of all
 * tenants.
 */
@Component
class Turns {
  private final Map<String, Semaphore> tenants = new ConcurrentHashMap<>();
  private final int atOnce;
  private final Duration patience;

  Turns(BillingProperties settings) {
    this.atOnce = settings.changesAtOnce();
    this.patience = settings.lockTimeout();
  }

  /** How long to wait for a turn, and then for a lock. */
  Duration patience() {
    return patience;
  }

  /** Does something when it is the turn of the tenant; takes no connection before. */
  <T> T take(String tenant, Supplier<T> change) {
    Semaphore turns = tenants.computeIfAbsent(tenant, t -> new Semaphore(atOnce, true));
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Unavailable.BusyException(tenant);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return change.get();
    } finally {
      turns.release();
    }
  }
}
