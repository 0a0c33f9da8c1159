package io.dunning.letters;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Says how many letters one thread writes in a second of processor time, so that a busy machine
 * changes little; arguments choose outputs.
 */
final class LetterSpeed {
  private static List<String> chosen;

  private LetterSpeed() {}

  private interface Work {
    Object run();
  }

  /** Prints a line for each output. */
  public static void main(String[] args) {
    chosen = List.of(args);
    Letters letters = Letters.standard();
    Path korean = Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf");
    LetterFixture.Due due =
        LetterFixture.letters(LetterFixture.everyLetter(), LetterFixture.account("1234.50")).get(5);
    LetterContent content = LetterFixture.content(LetterFixture.everyLetter(), due);
    var policy = LetterFixture.everyLetter();
    if (args.length == 0) print("content", 500, () -> LetterFixture.content(policy, due));
    print("text", 2_000, () -> letters.text(content, Locale.GERMANY));
    print("html", 500, () -> letters.html(content, Locale.GERMANY));
    print("sms", 2_000, () -> letters.sms(content, Locale.GERMANY, 2));
    print("pdf", 100, () -> letters.pdf(content, Locale.GERMANY));
    if (Files.exists(korean)) {
      Letters with = letters.withFont(korean);
      print("Korean pdf", 30, () -> with.pdf(content, Locale.KOREA));
    }
  }

  private static void print(String what, int times, Work work) {
    if (!chosen.isEmpty() && !chosen.contains(what)) {
      return;
    }
    Object last = null;
    for (int i = 0; i < times / 2; i++) {
      last = work.run();
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      last = work.run();
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double seconds = (end - start) / 1e9;
    System.out.printf(
        "%-10s %8.0f a second (%s)%n", what, times / seconds, last == null ? "" : "ok");
  }
}
