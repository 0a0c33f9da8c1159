package io.dunning.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Decides about the accounts of a table in parts, of which each can have a thread of its own. */
final class TableParts {
  /** How many accounts one task decides about. */
  private static final int PART = 4096;

  private TableParts() {}

  /** Decides part after part, on the calling thread. */
  static List<DecisionColumns> decided(TableDeciding deciding, int size) {
    List<DecisionColumns> parts = new ArrayList<>();
    for (int from = 0; from < size; from += PART) {
      parts.add(deciding.part(from, Math.min(size, from + PART)));
    }
    return parts;
  }

  /** Decides on the threads of a pool; the calling thread waits for them. */
  static List<DecisionColumns> decided(TableDeciding deciding, int size, ExecutorService pool) {
    List<Callable<DecisionColumns>> tasks = new ArrayList<>();
    for (int from = 0; from < size; from += PART) {
      int begin = from;
      tasks.add(() -> deciding.part(begin, Math.min(size, begin + PART)));
    }
    List<DecisionColumns> parts = new ArrayList<>(tasks.size());
    try {
      for (Future<DecisionColumns> each : pool.invokeAll(tasks)) {
        parts.add(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("deciding was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an error stopped deciding", e.getCause());
    }
    return parts;
  }
}
