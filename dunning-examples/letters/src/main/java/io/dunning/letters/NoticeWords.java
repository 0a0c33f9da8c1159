package io.dunning.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The notices that the law requires, in words. */
final class NoticeWords {
  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Values values;

  NoticeWords(LetterContent content, Phrases phrases, LetterFormat format, Values values) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    this.values = values;
  }

  /** A map for each notice: its rows, its paragraphs, and the lines of a reply form. */
  List<Map<String, Object>> notices() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (RequiredNotice each : content.notices()) {
      if (each == RequiredNotice.US_ELECTRONIC) {
        continue; // a part of the validation information, before its reply section
      }
      List<String> paragraphs = new ArrayList<>();
      String key = "notice." + each.key();
      paragraphs.add(phrases.text(key, values.all()));
      List<List<String>> rows = List.of();
      List<String> reply = List.of();
      if (each == RequiredNotice.US_VALIDATION) {
        rows = content.validations().stream().flatMap(v -> validation(v).stream()).toList();
        if (content.notices().contains(RequiredNotice.US_ELECTRONIC)) {
          paragraphs.add(
              phrases.text("notice." + RequiredNotice.US_ELECTRONIC.key(), values.all()));
        }
        reply = reply(key);
      }
      all.add(Map.of("paragraphs", paragraphs, "rows", rows, "reply", reply));
    }
    return all;
  }

  /** The reply section, line by line (12 CFR 1006.34(c)(4)). */
  private List<String> reply(String key) {
    List<String> lines = new ArrayList<>();
    for (String part : List.of("how", "check", "dispute")) {
      lines.add(phrases.text(key + "." + part, values.all()));
    }
    for (String box : List.of("not-mine", "wrong", "other", "original")) {
      lines.add("( ) " + phrases.text(key + "." + box, values.all()));
    }
    lines.add(phrases.text(key + ".mail", values.all()));
    lines.add(phrases.text(key + ".from", values.all()));
    return lines;
  }

  private List<List<String>> validation(LetterContent.Validation debt) {
    LocalDate day = debt.itemisedOn();
    String number = PlainText.line(debt.invoice(), Values.LONGEST);
    return List.of(
        List.of(phrases.text("validation.title", Map.of("number", number)), ""),
        List.of(
            phrases.text("validation.then", Map.of("date", format.date(day))),
            format.money(debt.then())),
        List.of(phrases.text("validation.interest"), format.money(debt.interest())),
        List.of(phrases.text("validation.fees"), format.money(debt.fees())),
        List.of(phrases.text("validation.payments"), format.money(debt.payments())),
        List.of(phrases.text("validation.credits"), format.money(debt.credits())),
        List.of(phrases.text("validation.now"), format.money(debt.now())));
  }
}
