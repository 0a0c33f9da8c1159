package io.dunning.check;

import java.time.Duration;

/** How much may be explored, and who is told how far it has come. */
final class Budget {
  private static final int TOLD_EVERY = 1_000;

  /** Hears how far it has come. */
  @FunctionalInterface
  interface Listener {
    void told(long worlds, long decisions);
  }

  private final long mostWorlds;
  private final long until;
  private final Listener listener;
  private boolean usedUp;

  Budget(long mostWorlds, Duration time, Listener listener) {
    this.mostWorlds = mostWorlds;
    this.listener = listener;
    until = time.isZero() ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
  }

  boolean isUsedUp() {
    return usedUp;
  }

  void use(long worlds, long decisions) {
    if (worlds % TOLD_EVERY == 0) {
      listener.told(worlds, decisions);
      usedUp = until != Long.MAX_VALUE && System.nanoTime() - until >= 0;
    }
    usedUp |= worlds >= mostWorlds;
  }
}
