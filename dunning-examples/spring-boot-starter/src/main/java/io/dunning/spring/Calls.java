package io.dunning.spring;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The calls of senders between a start and a stop of the application. A sender that hangs keeps its
 * thread, so there are more threads than calls at once, but not any number. They do not keep the
 * application from ending.
 */
final class Calls {
  /** How many calls may not have ended, for each thread of the outbox. */
  private static final int HANGING = 10;

  private final ThreadPoolExecutor threads;
  private final Set<Future<String>> awaited = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  Calls(int threads) {
    this.threads =
        new ThreadPoolExecutor(
            0,
            (int) Math.min(Integer.MAX_VALUE, (long) threads * HANGING),
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "dunning-sender");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins a call, which never waits for a thread.
   *
   * @throws RejectedExecutionException if too many have not ended, or no more are to begin
   */
  Future<String> begin(Callable<String> call) {
    Future<String> begun = threads.submit(call);
    awaited.add(begun);
    if (stopped) {
      begun.cancel(true);
    }
    return begun;
  }

  /** Whoever began a call waits for it no longer. */
  void leave(Future<String> call) {
    awaited.remove(call);
  }

  /** How many have not ended. */
  int active() {
    return threads.getActiveCount();
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * Lets no more calls begin, and cancels those that are awaited. They are cancelled before they
   * are interrupted, so that what a sender throws then does not count as its answer.
   */
  void stop() {
    stopped = true;
    threads.shutdown();
    awaited.forEach(call -> call.cancel(true));
  }

  /** Gives senders that were interrupted a moment to end. */
  void awaitEnd(Duration moment) {
    try {
      threads.awaitTermination(moment.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
