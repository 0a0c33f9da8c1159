package io.dunning.spring;

import io.dunning.spring.Books.Claimed;
import io.dunning.spring.Books.Review;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run has done so far. */
final class RunWork {
  final String tenant;
  final LocalDate day;
  final Set<String> secondLooks = new HashSet<>();
  List<Claimed> claimed = List.of();
  int accounts;
  int documents;
  int failed;
  long reading;
  long deciding;
  long writing;

  RunWork(String tenant, LocalDate day) {
    this.tenant = tenant;
    this.day = day;
  }

  void add(RunWork part) {
    accounts += part.accounts;
    documents += part.documents;
    failed += part.failed;
    reading += part.reading;
    deciding += part.deciding;
    writing += part.writing;
  }

  Review failed(String customer, LocalDate on, String problem) {
    failed++;
    return new Review(customer, on, Optional.of(on.plusDays(1)), problem);
  }

  void write(Runnable what) {
    long start = System.nanoTime();
    what.run();
    writing += System.nanoTime() - start;
  }

  RunFinished finished(Duration took) {
    return new RunFinished(
        tenant,
        day,
        accounts,
        documents,
        failed,
        took,
        Duration.ofNanos(reading),
        Duration.ofNanos(deciding),
        Duration.ofNanos(writing));
  }
}
