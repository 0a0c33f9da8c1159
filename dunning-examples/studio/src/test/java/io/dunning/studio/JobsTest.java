package io.dunning.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Long work: of one kind, only the newest goes on. */
class JobsTest {
  private static Object state(Jobs.Job job) {
    return job.told().get("state");
  }

  private static void await(Jobs.Job job, String state) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!state.equals(state(job)) && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(state(job)).isEqualTo(state);
  }

  @Test
  void givesUpTheOldJobOnceANewOneStarts() throws InterruptedException {
    try (Jobs jobs = new Jobs()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      Jobs.Job old =
          jobs.start(
              "check",
              job -> {
                begun.countDown();
                try {
                  while (true) {
                    job.at("working");
                    Thread.onSpinWait();
                  }
                } finally {
                  ended.countDown();
                }
              });
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      Jobs.Job next = jobs.start("check", job -> "found");

      await(next, "done");
      assertThat(next.told().get("result")).isEqualTo("found");
      assertThat(state(old)).isEqualTo("cancelled");
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
      long number = (Long) old.told().get("job");
      assertThatThrownBy(() -> jobs.find("check", number)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void leavesJobsOfOtherKindsAlone() throws InterruptedException {
    try (Jobs jobs = new Jobs()) {
      CountDownLatch go = new CountDownLatch(1);
      Jobs.Job check =
          jobs.start(
              "check",
              job -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return "found";
              });
      await(jobs.start("compare", job -> "compared"), "done");
      go.countDown();

      await(check, "done");
    }
  }

  @Test
  void saysWhyAJobFailed() throws InterruptedException {
    try (Jobs jobs = new Jobs()) {
      Jobs.Job job =
          jobs.start(
              "check",
              j -> {
                throw new Refusal(422, "the policy has problems");
              });

      await(job, "failed");
      assertThat(job.told().get("progress")).isEqualTo("the policy has problems");
    }
  }

  @Test
  void showsAnEarlyResult() throws InterruptedException {
    try (Jobs jobs = new Jobs()) {
      CountDownLatch go = new CountDownLatch(1);
      CountDownLatch shown = new CountDownLatch(1);
      Jobs.Job job =
          jobs.start(
              "check",
              j -> {
                j.show("early");
                shown.countDown();
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return "late";
              });
      assertThat(shown.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(job.told().get("result")).isEqualTo("early");
      go.countDown();
      await(job, "done");
      assertThat(job.told().get("result")).isEqualTo("late");
    }
  }
}
