package io.dunning.cli;

import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Verdict;
import io.dunning.evaluation.Wording;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Explanations as text, coloured on a terminal: what to do, why, and what would change it. */
final class ExplanationText {
  private final Ansi ansi;
  private final int width;

  ExplanationText(Ansi ansi, int width) {
    this.ansi = ansi;
    this.width = width;
  }

  String of(Explanation why) {
    StringBuilder text = new StringBuilder();
    Style style = headline(why.recommendation().verdict());
    for (String line : Visible.lines(Wording.ENGLISH.text(why, width)).split("\n")) {
      // a line that is indented further goes on with the one before
      boolean goesOn = line.startsWith("    ");
      style = text.isEmpty() || goesOn ? style : style(line);
      text.append(styled(line, style)).append('\n');
    }
    return text.toString();
  }

  private static Style headline(Verdict verdict) {
    return switch (verdict) {
      case ACT, AWAIT_APPROVAL -> Style.fg_yellow;
      case HOLD -> Style.fg_cyan;
      default -> Style.bold;
    };
  }

  private static Style style(String line) {
    if (line.startsWith("  because ")) {
      return Style.bold;
    }
    if (line.startsWith("  - ")) {
      return Style.faint;
    }
    return line.startsWith("  ~ ") ? Style.fg_green : Style.reset;
  }

  private String styled(String line, Style style) {
    boolean plain = !ansi.enabled() || style == Style.reset;
    return plain ? line : style.on() + line + Style.reset.on();
  }
}
