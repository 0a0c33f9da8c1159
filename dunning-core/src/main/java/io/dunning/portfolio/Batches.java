package io.dunning.portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Handles many things on some threads, batch by batch. The calling thread reads them and hands out
 * the results in the same order; two batches for each thread are in memory at a time.
 */
final class Batches {
  private static final int SIZE = 128;

  private final int threads;

  /** Asked before each batch; once it answers true, no more is read. */
  private final BooleanSupplier cancelled;

  Batches(int threads, BooleanSupplier cancelled) {
    this.threads = threads;
    this.cancelled = cancelled;
  }

  /** Checks a number of threads. */
  static int checked(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a run needs at least one thread: " + threads);
    }
    return threads;
  }

  /** Does some work with threads of its own, which end with it. */
  <T> T withPool(Function<ExecutorService, T> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "dunning-portfolio");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return work.apply(pool);
    } finally {
      end(pool);
    }
  }

  /**
   * What has not begun is not done any more; what has begun ends before the caller goes on, also if
   * the caller is interrupted.
   */
  private static void end(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      pool.shutdownNow();
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says whether all were handled. */
  <T, R> boolean run(
      ExecutorService pool,
      Iterator<? extends T> all,
      Function<List<T>, List<R>> handle,
      Consumer<List<R>> done) {
    Deque<Future<List<R>>> running = new ArrayDeque<>();
    boolean stopped = false;
    while (!stopped && all.hasNext() || !running.isEmpty()) {
      while (!stopped && all.hasNext() && running.size() < 2 * threads) {
        stopped = cancelled.getAsBoolean();
        if (!stopped) {
          List<T> batch = batch(all);
          running.addLast(pool.submit(() -> handle.apply(batch)));
        }
      }
      if (!running.isEmpty()) {
        done.accept(result(running.removeFirst()));
      }
    }
    return !stopped;
  }

  private static <T> List<T> batch(Iterator<? extends T> all) {
    List<T> batch = new ArrayList<>(SIZE);
    while (batch.size() < SIZE && all.hasNext()) {
      batch.add(all.next());
    }
    return batch;
  }

  private static <R> List<R> result(Future<List<R>> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an error stopped the run", e.getCause());
    }
  }
}
