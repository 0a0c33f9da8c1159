package io.dunning.studio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve requests. One that waits too long for the rest of a request, or for
 * somebody to take the answer, is interrupted, which closes the connection: a request that never
 * ends must not keep a thread. While others wait for a thread, the patience is shorter. Time spent
 * on the answer itself does not count. Thread-safe.
 */
final class Clerks implements Executor, AutoCloseable {
  private static final int MOST = 64;
  private static final int IDLE_SECONDS = 30;
  private static final int LOOKS = 4;

  private final Map<Thread, Turn> turns = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Clerks::thread);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Clerks::thread);
  private final long patience;
  private final long hurry;

  /** What one thread does now. */
  private static final class Turn {
    private final Thread thread = Thread.currentThread();
    private long since = System.nanoTime();
    private boolean waits = true;

    synchronized void becomes(boolean waiting) {
      waits = waiting;
      since = System.nanoTime();
    }

    synchronized void endIfOver(long now, long limit) {
      if (waits && now - since > limit) {
        waits = false;
        thread.interrupt();
      }
    }
  }

  /**
   * Threads that wait so long.
   *
   * @param patience how long one waits for a client
   * @param hurry how long it waits while other requests have no thread
   */
  Clerks(Duration patience, Duration hurry) {
    this.patience = patience.toNanos();
    this.hurry = hurry.toNanos();
    threads.allowCoreThreadTimeOut(true);
    long every = Math.max(1, hurry.toMillis() / LOOKS);
    watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dunning-studio");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    long limit = threads.getQueue().isEmpty() ? patience : hurry;
    long now = System.nanoTime();
    turns.values().forEach(t -> t.endIfOver(now, limit));
  }

  @Override
  public void execute(Runnable request) {
    threads.execute(() -> serve(request));
  }

  private void serve(Runnable request) {
    Turn turn = new Turn();
    turns.put(turn.thread, turn);
    try {
      request.run();
    } finally {
      turn.becomes(false);
      turns.remove(turn.thread);
      // the next request of this thread has done nothing wrong
      Thread.interrupted();
    }
  }

  /**
   * The request is read; from now on, the thread waits for nobody.
   *
   * @throws Refusal if it was given up just now
   */
  void hasRead() {
    becomes(false);
    if (Thread.interrupted()) {
      throw new Refusal(408, "the request took too long");
    }
  }

  /** The answer is there; from now on, the thread waits for somebody to take it. */
  void sends() {
    becomes(true);
  }

  private void becomes(boolean waiting) {
    Turn turn = turns.get(Thread.currentThread());
    if (turn != null) {
      turn.becomes(waiting);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    threads.shutdownNow();
  }
}
