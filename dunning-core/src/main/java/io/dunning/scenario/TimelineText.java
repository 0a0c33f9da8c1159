package io.dunning.scenario;

import io.dunning.evaluation.Recommendation;
import io.dunning.text.AlignedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entries of a timeline as text, and how that differs from text that was written down. */
final class TimelineText {
  private TimelineText() {}

  /** A line an entry. */
  static String of(List<Timeline.Entry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(e -> text.append(e).append('\n'));
    return text.toString();
  }

  /** An aligned table. */
  static String table(List<Timeline.Entry> entries) {
    List<List<String>> rows = new ArrayList<>();
    for (Timeline.Entry each : entries) {
      Recommendation now = each.recommendation();
      rows.add(
          List.of(
              each.date().toString(),
              each.step(),
              words(now.actions()) + now.tone().map(t -> ", " + t).orElse(""),
              String.join(", ", now.invoices()),
              words(now.overdue())));
    }
    return AlignedRows.of(rows);
  }

  private static String words(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" and "));
  }

  /** Empty if either text is the expected one; else the lines of the one that is closer. */
  static Optional<String> difference(List<Timeline.Entry> entries, String expected) {
    List<String> wanted = lines(expected);
    List<String> plain = lines(of(entries));
    List<String> aligned = lines(table(entries));
    if (wanted.equals(plain) || wanted.equals(aligned)) {
      return Optional.empty();
    }
    List<String> found =
        wanted.stream().filter(aligned::contains).count()
                > wanted.stream().filter(plain::contains).count()
            ? aligned
            : plain;
    return Optional.of(difference(wanted, found));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).filter(l -> !l.isEmpty()).toList();
  }

  private static String difference(List<String> wanted, List<String> found) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (String line : found) {
      int same = wanted.subList(at, wanted.size()).indexOf(line);
      if (same < 0) {
        lines.add("+ " + line);
        continue;
      }
      wanted.subList(at, at + same).forEach(l -> lines.add("- " + l));
      lines.add("  " + line);
      at += same + 1;
    }
    wanted.subList(at, wanted.size()).forEach(l -> lines.add("- " + l));
    return String.join("\n", lines);
  }
}
