package io.dunning.compiled;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongUnaryOperator;

/**
 * The answers to one question about a day, each found once: the days asked for last are kept, each
 * in one word with its answer, which is a day, too. Thread-safe.
 */
final class KnownDays {
  private final AtomicLongArray words;
  private final LongUnaryOperator question;

  /**
   * Keeps answers.
   *
   * @param most how many, a power of two; the rest is found anew
   * @param question finds the answer for a day, as an {@code int}
   */
  KnownDays(int most, LongUnaryOperator question) {
    words = new AtomicLongArray(most);
    this.question = question;
  }

  /** The answer for a day. */
  long of(long day) {
    int slot = (int) day & words.length() - 1;
    long known = words.getOpaque(slot);
    if ((int) (known >> 32) == (int) day && known != 0) {
      return (int) known;
    }
    long answer = question.applyAsLong(day);
    words.setOpaque(slot, day << 32 | answer & 0xFFFFFFFFL);
    return answer;
  }
}
