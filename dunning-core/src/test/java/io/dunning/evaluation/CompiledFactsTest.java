package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.compiled.RandomPlay;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer whose facts are made once somebody asks is the same value as one that has them. */
class CompiledFactsTest {
  private static final int PLAYS = 200;

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

  @Test
  void manyThreadsThatAskAtOnceReadTheSame() {
    RandomPlay play = new RandomPlay(1);
    DunningPolicy policy = play.policy();
    DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
    for (int i = 0; i < PLAYS; i++) {
      Account account = play.account();
      LocalDate day = play.day();
      AccountRecommendation found = evaluator.evaluate(policy, account, day);
      List<Recommendation> expected =
          evaluator.explain(policy, account, day).stream()
              .map(Explanation::recommendation)
              .toList();
      assertThat(IntStream.range(0, 8).parallel().mapToObj(t -> found.recommendations()))
          .allMatch(expected::equals);
    }
  }

  /** An answer that is kept would otherwise keep the whole history in memory. */
  @Test
  void holdsNeitherTheAccountNorItsBooks() {
    assertThat(Arrays.stream(CompiledFacts.class.getDeclaredFields()).map(Field::getType))
        .doesNotContain(
            Account.class, Books.class, InvoiceHistory.class, LedgerEvent.class, Object.class)
        .contains(long[].class);
  }
}
