package io.dunning.check;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How much may be explored, and who is told how far it has come. */
final class Budget {
  private static final long TOLD_EVERY = Duration.ofMillis(100).toNanos();

  /** Hears how far it has come. */
  @FunctionalInterface
  interface Listener {
    void told(long worlds, long decisions);
  }

  private final long mostWorlds;
  private final long until;
  private final Listener listener;
  private final BooleanSupplier stop;
  private boolean usedUp;
  private long told = System.nanoTime();
  private long worlds;
  private long decisions;

  Budget(long mostWorlds, Duration time, Listener listener) {
    this(mostWorlds, time, listener, () -> false);
  }

  Budget(long mostWorlds, Duration time, Listener listener, BooleanSupplier stop) {
    this.stop = stop;
    this.mostWorlds = mostWorlds;
    this.listener = listener;
    until = time.isZero() ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
  }

  boolean isUsedUp() {
    return usedUp;
  }

  /** Whether one world more may begin; if not, the budget is used up. */
  boolean mayBegin() {
    usedUp |= worlds >= mostWorlds;
    return !usedUp;
  }

  /** So much is explored. */
  void use(long moreWorlds, long moreDecisions) {
    worlds = moreWorlds;
    decisions = moreDecisions;
    tick();
  }

  /**
   * Tells how far it has come if that was not told for a while. The listener may throw to end the
   * work, so this is called wherever something may take long.
   */
  void tick() {
    long now = System.nanoTime();
    if (now - told >= TOLD_EVERY) {
      listener.told(worlds, decisions);
      told = now;
    }
    usedUp |= until != Long.MAX_VALUE && now - until >= 0 || stop.getAsBoolean();
  }
}
