package io.dunning.letters;

import java.util.ArrayList;
import java.util.List;

/** A letter's content as text, line by line, for tests and logs. */
final class ContentText {
  private ContentText() {}

  static String of(LetterContent content) {
    List<String> lines = new ArrayList<>();
    lines.add(content.kind() + ", " + content.tone() + ", " + content.date());
    content.noticeNumber().ifPresent(n -> lines.add("notice number " + n));
    lines.add("to " + content.recipient().name() + ", reference " + content.reference());
    content.items().forEach(i -> lines.add("asks for " + i));
    content.forInformation().forEach(i -> lines.add("informs of " + i));
    content.totals().forEach(t -> lines.add(t.toString()));
    if (content.interestRuns()) {
      lines.add("interest goes on");
    }
    content.deadline().ifPresent(d -> lines.add("by " + d));
    content.waysToPay().forEach(w -> lines.add("pay by " + w));
    content.earlier().forEach(e -> lines.add("earlier " + e));
    content.discounts().forEach((i, d) -> lines.add("discount on " + i + ": " + d));
    content.settlements().forEach(s -> lines.add("offers " + s));
    content.plans().forEach(p -> lines.add("proposes " + p));
    content.promised().ifPresent(p -> lines.add("confirms " + p));
    content.promises().forEach(p -> lines.add("promise " + p));
    content.stillOpen().forEach(m -> lines.add("still open " + m));
    content.effect().ifPresent(e -> lines.add("takes effect " + e.key()));
    content.interestPerDay().forEach(m -> lines.add("interest a day " + m));
    content.notPromised().forEach(r -> lines.add("not promised " + r));
    content.paid().ifPresent(p -> lines.add("thanks for " + p));
    content.consequence().ifPresent(c -> lines.add("then " + c));
    content.notices().forEach(n -> lines.add("notice " + n));
    content.validations().forEach(v -> lines.add(v.toString()));
    return String.join("\n", lines) + "\n";
  }
}
