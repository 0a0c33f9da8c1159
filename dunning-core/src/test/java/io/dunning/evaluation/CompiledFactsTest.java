package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.compiled.RandomPlay;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An answer whose facts are made once somebody asks is the same value as one that has them. */
class CompiledFactsTest {
  private static final int PLAYS = 200;
  private static final int THREADS = 4;

  private int taken;
  private int waiting;

  @Test
  void isStoredWithAllItsFactsThoughNobodyAskedForThem() throws Exception {
    for (long i = 0; i < PLAYS; i++) {
      RandomPlay play = new RandomPlay(i);
      DunningPolicy policy = play.policy();
      DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
      for (int a = 0; a < 5; a++) {
        Account account = play.account();
        LocalDate day = play.day();
        List<Recommendation> stored =
            copied(evaluator.evaluate(policy, account, day)).recommendations();
        List<Explanation> explained = evaluator.explain(policy, account, day);
        assertThat(stored).isEqualTo(explained.stream().map(Explanation::recommendation).toList());
        stored.forEach(this::count);
      }
    }
    assertThat(taken).isGreaterThan(PLAYS / 10);
    assertThat(waiting).isGreaterThan(PLAYS / 10);
  }

  private void count(Recommendation each) {
    taken += each.step().isPresent() ? 1 : 0;
    waiting += each.verdict() == Verdict.WAIT ? 1 : 0;
  }

  private static AccountRecommendation copied(AccountRecommendation all)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(all);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (AccountRecommendation) in.readObject();
    }
  }

  /**
   * An answer may come to another thread by a plain field. Only what is final, or volatile, is then
   * seen as its maker left it.
   */
  @Test
  void canBeHandedToAnotherThreadAnyhow() {
    assertThat(own(Recommendation.class)).allMatch(f -> Modifier.isFinal(f.getModifiers()));
    assertThat(own(CompiledFacts.class))
        .allMatch(f -> Modifier.isFinal(f.getModifiers()) || Modifier.isVolatile(f.getModifiers()))
        .anyMatch(f -> f.getType() == Facts.class && Modifier.isVolatile(f.getModifiers()));
  }

  private static List<Field> own(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.isSynthetic())
        .toList();
  }

  @Test
  void manyThreadsThatAskAtOnceReadTheSame() throws Exception {
    int late = 0;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (long i = 0; i < PLAYS; i++) {
        RandomPlay play = new RandomPlay(i);
        DunningPolicy policy = play.policy();
        DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
        Account account = play.account();
        LocalDate day = play.day();
        List<Recommendation> found = evaluator.evaluate(policy, account, day).recommendations();
        List<Facts> expected =
            evaluator.explain(policy, account, day).stream()
                .map(e -> source(e.recommendation()).facts())
                .toList();
        late += (int) found.stream().filter(r -> !isMade(r)).count();
        for (List<Facts> read : askedAtOnce(threads, found)) {
          assertThat(read).isEqualTo(expected);
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(late).isGreaterThan(PLAYS / 10);
  }

  /** What each of several threads reads that begin at the same moment. */
  private static List<List<Facts>> askedAtOnce(ExecutorService threads, List<Recommendation> found)
      throws Exception {
    CyclicBarrier begin = new CyclicBarrier(THREADS);
    Callable<List<Facts>> asker =
        () -> {
          begin.await();
          return found.stream().map(r -> source(r).facts()).toList();
        };
    List<List<Facts>> all = new ArrayList<>();
    for (Future<List<Facts>> each : threads.invokeAll(Collections.nCopies(THREADS, asker))) {
      all.add(each.get());
    }
    return all;
  }

  private static FactsSource source(Recommendation answer) {
    return (FactsSource) read(Recommendation.class, "facts", answer);
  }

  private static boolean isMade(Recommendation answer) {
    FactsSource source = source(answer);
    return source instanceof Facts || read(CompiledFacts.class, "made", source) != null;
  }

  private static Object read(Class<?> type, String name, Object from) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(from);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** An answer that is kept would otherwise keep the whole history in memory. */
  @Test
  void keepsNoHistoryAlive() {
    List<Recommendation> kept = new ArrayList<>();
    List<WeakReference<?>> histories = new ArrayList<>();
    for (long i = 0; i < PLAYS; i++) {
      answer(new RandomPlay(i), kept, histories);
    }
    assertThat(kept).hasSizeGreaterThan(PLAYS / 10);
    assertThat(remaining(histories)).isZero();
    kept.forEach(r -> source(r).facts());
    assertThat(remaining(histories)).isZero();
    assertThat(kept).allMatch(CompiledFactsTest::isMade);
  }

  private static void answer(
      RandomPlay play, List<Recommendation> kept, List<WeakReference<?>> histories) {
    DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
    DunningPolicy policy = play.policy();
    Account account = play.account();
    evaluator.evaluate(policy, account, play.day()).recommendations().stream()
        .filter(r -> !isMade(r))
        .forEach(kept::add);
    histories.add(new WeakReference<>(account));
    account.invoices().forEach(h -> histories.add(new WeakReference<>(h)));
  }

  /** How many are still in memory, after several collections at most. */
  private static long remaining(List<WeakReference<?>> all) {
    long left = all.size();
    for (int i = 0; i < 10 && left > 0; i++) {
      System.gc();
      left = all.stream().filter(r -> r.get() != null).count();
    }
    return left;
  }
}
