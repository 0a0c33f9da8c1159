package io.dunning.studio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Work that takes longer than somebody waits. There is one job of each kind: a new one takes the
 * place of the one before, which is given up, so that the newest text wins. Thread-safe.
 */
final class Jobs implements AutoCloseable {
  private final Map<String, Job> newest = new HashMap<>();
  private final Map<String, ExecutorService> threads = new HashMap<>();
  private long count;

  /** What a job does. */
  @FunctionalInterface
  interface Work {
    /** Works; gives the last result. */
    Object result(Job job);
  }

  /** A job. Thread-safe. */
  static final class Job {
    private final long number;
    private volatile boolean cancelled;
    private volatile String state = "running";
    private volatile String progress = "";
    private volatile Object result;
    private volatile Answer page;

    private Job(long number) {
      this.number = number;
    }

    /**
     * Says how far it has come.
     *
     * @throws CancellationException if nobody waits for it any more
     */
    void at(String howFar) {
      progress = howFar;
      if (cancelled) {
        throw new CancellationException();
      }
    }

    /** Shows a result before the last one. */
    void show(Object early) {
      result = early;
    }

    /** Keeps a page that is too long to be told with each state. */
    void keep(Answer made) {
      page = made;
    }

    /** The page that was kept, once: it is long, and nobody needs it twice. */
    Answer fetch() {
      Answer kept = page;
      if (kept == null || cancelled) {
        throw new Refusal(404, "no such page; it was fetched already, or is not made yet");
      }
      page = null;
      return kept;
    }

    private void run(Work work) {
      try {
        at("");
        result = work.result(this);
        state = "done";
      } catch (CancellationException e) {
        state = "cancelled";
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        progress = e instanceof Refusal ? e.getMessage() : "the studio failed: " + e;
        state = "failed";
      }
    }

    Map<String, Object> told() {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("job", number);
      all.put("state", cancelled ? "cancelled" : state);
      all.put("progress", progress);
      all.put("result", result);
      return all;
    }
  }

  /** Starts a job in the place of the one of its kind. */
  synchronized Job start(String kind, Work work) {
    cancel(kind);
    Job job = new Job(++count);
    newest.put(kind, job);
    threads
        .computeIfAbsent(kind, k -> Executors.newSingleThreadExecutor(Jobs::background))
        .execute(() -> job.run(work));
    return job;
  }

  private static Thread background(Runnable work) {
    Thread thread = Clerks.thread(work);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** The newest job of a kind, if it has this number. */
  synchronized Job find(String kind, long number) {
    Job job = newest.get(kind);
    if (job == null || job.number != number) {
      throw new Refusal(404, "no such job; a newer one took its place");
    }
    return job;
  }

  /** Gives up the job of a kind, if there is one. */
  synchronized void cancel(String kind) {
    Job job = newest.get(kind);
    if (job != null) {
      job.cancelled = true;
      job.page = null;
      job.result = null;
    }
  }

  @Override
  public synchronized void close() {
    newest.keySet().forEach(this::cancel);
    threads.values().forEach(ExecutorService::shutdownNow);
  }
}
