package io.dunning.letters;

import io.dunning.terms.WayToPay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the words of a text message that fit. */
final class SmsWords {
  private static final int SHORT_NAME = 24;

  private final LetterContent content;
  private final Phrases phrases;
  private final Values values;

  SmsWords(LetterContent content, Phrases phrases, Values values) {
    this.content = content;
    this.phrases = phrases;
    this.values = values;
  }

  SmsText text(int segments) {
    if (segments < 1) {
      throw new IllegalArgumentException("parts of a text message are not 1 or more: " + segments);
    }
    for (RequiredNotice each : content.notices()) {
      if (each.needsLetter()) {
        throw new IllegalArgumentException(
            "a text message cannot give the notice that the law requires: "
                + each.key()
                + "\nMaybe send a letter.");
      }
    }
    for (String each : candidates()) {
      SmsText text = SmsText.simplified(each.strip());
      if (text.segments() <= segments) {
        return text;
      }
    }
    throw new IllegalArgumentException(
        "what has to be said does not fit into " + segments + " parts of a text message");
  }

  /** Where the customer can pay by card, if the text asks for one payment. */
  private Optional<String> link() {
    boolean asks = content.kind().compareTo(LetterKind.DEMAND) <= 0;
    return content.waysToPay().stream()
        .filter(way -> asks && way instanceof WayToPay.CardLink)
        .map(way -> ((WayToPay.CardLink) way).link().toASCIIString())
        .findFirst();
  }

  /** From the one that says most to the one that says least. */
  private List<String> candidates() {
    String name = PlainText.line(values.all().get("sender"), SHORT_NAME);
    String phone = values.all().get("phone");
    String plain = content.isSinglePart() ? "plan-single" : content.kind().key();
    String kind = content.isUpcoming() ? "upcoming" : plain;
    Map<String, String> whole = values.and("sender", name);
    if (content.items().size() > Values.MOST_NUMBERS) {
      whole.put("invoices", values.all().get("title")); // nothing is listed below a text message
    }
    Map<String, String> brief = new HashMap<>(whole);
    brief.put("contact", phone);
    Map<String, String> bare = new HashMap<>(whole);
    bare.put("contact", "");
    List<String> all = new ArrayList<>();
    all.add(phrases.text("sms." + kind, whole));
    all.add(phrases.text("sms." + kind, brief));
    all.add(phrases.text("sms." + kind, bare));
    link().ifPresent(link -> all.add(0, all.get(1).strip() + " " + link));
    if (content.kind() != LetterKind.THANKS) {
      all.add(phrases.text("sms-short." + kind, brief));
      all.add(phrases.text("sms-short." + kind, bare));
    }
    for (RequiredNotice each : content.notices()) {
      String notice = " " + phrases.text("notice." + each.key(), values.all());
      all.replaceAll(text -> text.strip() + notice);
    }
    return all;
  }
}
