package io.dunning.policy;

import static io.dunning.Streams.read;
import static io.dunning.Streams.written;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Chains of thousands of conditions, as a generator or a table of exceptions makes them. */
class LongConditionTest {
  private static final int PARTS = 8_000;

  private static final AtomicInteger ASKED = new AtomicInteger();

  private static Condition part(int i, boolean answer) {
    return Condition.described(
        "part " + i,
        s -> {
          ASKED.incrementAndGet();
          return answer;
        });
  }

  private static Condition all() {
    Condition all = part(0, true);
    for (int i = 1; i < PARTS; i++) {
      all = all.and(part(i, true));
    }
    return all;
  }

  private static Condition any() {
    Condition any = part(0, false);
    for (int i = 1; i < PARTS; i++) {
      any = any.or(part(i, false));
    }
    return any;
  }

  /** Runs where a chain of calls, one for each part, would not fit. */
  private static void onASmallStack(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, work, "small", 160_000);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }

  @Test
  void asksEachPartOnce() throws InterruptedException {
    Facts facts = new Facts();
    onASmallStack(
        () -> {
          for (Condition chain : new Condition[] {all(), any()}) {
            ASKED.set(0);
            chain.holds(facts);
            assertThat(ASKED.getAndSet(0)).isEqualTo(PARTS);
            assertThat(chain.changesOn(facts)).isEqualTo(facts.day + 1);
            assertThat(ASKED.getAndSet(0)).isEqualTo(PARTS);
            chain.reason(facts);
            chain.reasonChangesOn(facts);
            assertThat(ASKED.get()).isLessThanOrEqualTo(PARTS);
          }
        });
  }

  @Test
  void readsComparesAndSaysWhatItNeeds() throws InterruptedException {
    onASmallStack(
        () -> {
          Condition chain = all();
          assertThat(chain.equals(all())).isTrue();
          assertThat(chain.hashCode()).isEqualTo(all().hashCode());
          assertThat(chain.equals(any())).isFalse();
          assertThat(chain.toString())
              .startsWith("described as \"part 0\" and described as \"part 1\" and ")
              .endsWith(" and described as \"part 7999\"");
          assertThat(chain.needs().dailyReview()).isTrue();
          assertThat(chain.needs()).isSameAs(chain.needs());
          Condition named = Condition.taken("s");
          for (int i = 1; i < PARTS; i++) {
            named = named.or(Condition.taken("s"));
          }
          assertThat(named.needs().steps()).hasSize(PARTS);
        });
  }

  @Test
  void makesAPolicyWithAFingerprint() throws InterruptedException {
    onASmallStack(
        () -> {
          DunningPolicy policy =
              DunningPolicy.named("long")
                  .holdWhile(any())
                  .ladder(EscalationLadder.of(step("call").at(daysPastDue(1)).take(placeCall())))
                  .build();
          assertThat(policy.fingerprint()).hasSize(16);
        });
  }

  private static Condition alternating(int depth) {
    Condition nested = part(0, true);
    for (int i = 1; i <= depth; i++) {
      nested =
          switch (i % 3) {
            case 0 -> nested.and(part(i, true));
            case 1 -> nested.or(part(i, true));
            default -> nested.not();
          };
    }
    return nested;
  }

  @Test
  void asksWhatIsNestedAsDeepAsAllowed() throws Exception {
    // the outermost is "not (...)", around "... or part 499"
    Condition nested = alternating(500);
    Facts facts = new Facts();
    assertThat(nested.holds(facts)).isEqualTo(!alternating(499).holds(facts));
    assertThat(nested.toString()).startsWith("not (").contains("part 0", "part 499");
    assertThat(nested.needs()).isNotNull();
    assertThat(read(written(nested))).isEqualTo(nested).hasSameHashCodeAs(nested);
  }

  @Test
  void refusesWhatIsNestedDeeper() {
    String message = "conditions are nested more than 500 deep\nMaybe join them in one long chain";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alternating(8_000))
        .withMessageStartingWith(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alternating(500).not())
        .withMessageStartingWith(message);
  }
}
