package io.dunning.scale;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Works on batches on several threads, and takes what comes out in the order of the batches. */
final class InOrder {
  private InOrder() {}

  /** Takes what came out of a batch, on the calling thread. */
  interface Sink<T> {
    void take(T result) throws SQLException;
  }

  /**
   * Works on all batches.
   *
   * @param batches the next batch; null after the last
   * @param pool the threads
   * @param most how many batches may wait at once, so that memory is bounded
   * @param work what to do with a batch, on any thread
   * @param sink takes the results, in the order of the batches
   */
  static <T> void run(
      Supplier<Batch> batches,
      ExecutorService pool,
      int most,
      Function<Batch, T> work,
      Sink<T> sink)
      throws SQLException, InterruptedException {
    Deque<Future<T>> waiting = new ArrayDeque<>();
    for (Batch batch = batches.get(); batch != null; batch = batches.get()) {
      Batch each = batch;
      waiting.add(pool.submit(() -> work.apply(each)));
      if (waiting.size() > most) {
        sink.take(result(waiting.remove()));
      }
    }
    while (!waiting.isEmpty()) {
      sink.take(result(waiting.remove()));
    }
  }

  private static <T> T result(Future<T> of) throws InterruptedException {
    try {
      return of.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("work on a batch failed", e.getCause());
    }
  }
}
