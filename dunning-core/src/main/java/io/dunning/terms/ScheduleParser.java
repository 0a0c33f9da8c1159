package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a payment schedule, part by part. A comma within the terms of a part ends no part. */
final class ScheduleParser {
  private static final String SEQUENTIAL = "one after the other";

  /** What a part begins with. */
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(?:(\\d{1,19}(?:\\.\\d{1,100})?%)"
              + "|(\\d{1,19}(?:\\.\\d{1,9})? (?!(?:EOM|MFI|NET|DAY)\\b)[A-Z]{3})\\b"
              + "|(the rest)|("
              + SEQUENTIAL
              + "\\s*$))\\s*");

  private final String text;

  ScheduleParser(String text) {
    this.text = Objects.requireNonNull(text, "text");
    if (text.length() > TermWords.LONGEST) {
      throw new IllegalArgumentException(
          "payment schedule has more than "
              + TermWords.LONGEST
              + " characters: "
              + Excerpt.of(text));
    }
  }

  PaymentSchedule parse() {
    List<String> parts = parts();
    boolean sequential = parts.get(parts.size() - 1).strip().equals(SEQUENTIAL);
    List<PaymentSchedule.Part> read = new ArrayList<>();
    for (String part : sequential ? parts.subList(0, parts.size() - 1) : parts) {
      read.add(part(part));
    }
    PaymentSchedule schedule = PaymentSchedule.of(read.toArray(new PaymentSchedule.Part[0]));
    return sequential ? schedule.sequential() : schedule;
  }

  /** Splits the text at the commas behind which a part begins. */
  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String piece : text.split(",", -1)) {
      if (part.length() > 0 && HEAD.matcher(piece).lookingAt()) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.length() == 0 ? "" : ",").append(piece);
    }
    parts.add(part.toString());
    return parts;
  }

  private static PaymentSchedule.Part part(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt() || head.group(4) != null) {
      throw new IllegalArgumentException(
          "part of a payment schedule begins with no share, amount or the rest: "
              + Excerpt.of(text.strip())
              + "\nMaybe: 30% net 15, the rest net 45");
    }
    PaymentTerms terms = PaymentTerms.parse(text.substring(head.end()));
    if (head.group(1) != null) {
      return PaymentSchedule.share(Percentage.parse(head.group(1)), terms);
    }
    return head.group(2) != null
        ? PaymentSchedule.fixed(Money.parse(head.group(2)), terms)
        : PaymentSchedule.remainder(terms);
  }
}
