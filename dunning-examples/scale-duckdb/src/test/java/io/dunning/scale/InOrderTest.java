package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InOrderTest {
  static Stream<Throwable> problems() {
    return Stream.of(
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError(),
        new BadPortfolioException("customer A: odd"));
  }

  /** What goes wrong on another thread is what the caller gets. */
  @ParameterizedTest
  @MethodSource("problems")
  void aProblemKeepsItsKind(Throwable problem) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Iterator<Batch> batches = List.of(new Batch()).iterator();
    try {
      assertThat(
              catchThrowable(
                  () ->
                      InOrder.run(
                          () -> batches.hasNext() ? batches.next() : null,
                          pool,
                          2,
                          batch -> failed(problem),
                          result -> {})))
          .isSameAs(problem);
    } finally {
      pool.shutdownNow();
    }
  }

  private static String failed(Throwable problem) {
    if (problem instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) problem;
  }
}
