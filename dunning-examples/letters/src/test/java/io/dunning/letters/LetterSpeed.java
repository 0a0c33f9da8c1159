package io.dunning.letters;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Says how many letters one thread writes in a second of processor time, so that a busy machine
 * changes little. It checks nothing and runs only if it is named: {@code -Dtest=LetterSpeed}.
 */
class LetterSpeed {
  private static final Path NANUM = Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf");
  private static final Path NOTO =
      Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

  @Test
  void lettersInASecond() {
    Letters letters = Letters.standard();
    var policy = LetterFixture.everyLetter();
    LetterFixture.Due due = LetterFixture.letters(policy, LetterFixture.account("1234.50")).get(5);
    LetterContent content = LetterFixture.content(policy, due);
    print("content", 500, () -> LetterFixture.content(policy, due));
    print("text", 2_000, () -> letters.text(content, Locale.GERMANY));
    print("HTML", 500, () -> letters.html(content, Locale.GERMANY));
    print("text message", 2_000, () -> letters.sms(content, Locale.GERMANY, 2));
    print("PDF", 100, () -> letters.pdf(content, Locale.GERMANY));
    if (Files.exists(NANUM)) {
      Letters with = letters.withFont(NANUM);
      print("PDF, Nanum Gothic", 40, () -> with.pdf(content, Locale.KOREA));
    }
    if (Files.exists(NOTO)) {
      Letters with = letters.withFont(NOTO);
      print("PDF, Noto Sans CJK", 40, () -> with.pdf(content, Locale.KOREA));
    }
  }

  private static void print(String what, int times, Supplier<Object> work) {
    Object last = null;
    for (int i = 0; i < times / 2; i++) {
      last = work.get();
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      last = work.get();
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double seconds = (end - start) / 1e9;
    System.out.printf(
        "%-18s %6.0f a second%s%n", what, times / seconds, last == null ? ", nothing made" : "");
  }
}
