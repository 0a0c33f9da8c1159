package io.dunning.letters;

import io.dunning.action.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A letter in words, ready to be laid out: maps and lists of text that templates read. The layout
 * adds no words.
 */
final class LetterPage {
  private static final int LONGEST_ADDRESS_LINE = 70;
  private static final int LONGEST_FACT = 80;

  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Values values;
  private final Tone tone;
  private final Map<String, Object> page = new HashMap<>();

  LetterPage(LetterContent content, Phrases phrases, LetterFormat format) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    this.values = new Values(content, phrases, format);
    this.tone = values.tone();
  }

  /** The letter; {@code qr} and what only a PDF needs is added by who can show it. */
  Map<String, Object> toMap() {
    page.put("language", format.locale().toLanguageTag());
    page.put("kind", content.kind().key());
    page.put("tone", tone.toString());
    page.put("subject", subject());
    page.put("date", phrases.text("letter.date", Map.of("date", format.date(content.date()))));
    sender();
    page.put("recipient", recipient());
    page.put("salutation", salutation());
    Paragraphs paragraphs = new Paragraphs(content, phrases, format, values);
    page.put("before", paragraphs.before());
    page.put("tables", new LetterTables(content, phrases, format, values).tables());
    page.put("details", new LetterTables(content, phrases, format, values).details());
    page.put("after", paragraphs.after());
    boolean pays = content.kind() != LetterKind.THANKS;
    page.put("ways", pays ? new PayingWords(content, phrases, format, values).ways() : List.of());
    page.put("waysTitle", phrases.text("ways.title"));
    page.put("close", paragraphs.close());
    boolean person = isNamed() && !phrases.isToned("closing", tone);
    page.put("closing", phrases.text(person ? "closing-person" : "closing", tone, values.all()));
    page.put("colon", phrases.text("list.colon"));
    page.put("notices", new NoticeWords(content, phrases, format, values).notices());
    page.put("pageLabel", phrases.text("label.page"));
    page.put("qr", "");
    page.put("recipientStyle", "");
    page.put("qrCaption", phrases.text("qr.caption"));
    return page;
  }

  String subject() {
    String form = content.isUpcoming() ? "-upcoming" : content.isSinglePart() ? "-single" : "";
    return phrases.text("subject" + form + "." + content.kind().key(), tone, values.all());
  }

  Values values() {
    return values;
  }

  private void sender() {
    Sender sender = content.sender();
    List<String> lines = new ArrayList<>();
    sender.address().lines().forEach(l -> lines.add(PlainText.line(l, LONGEST_ADDRESS_LINE)));
    page.put("senderName", values.all().get("sender"));
    page.put("senderLines", lines);
    List<Map<String, String>> facts = new ArrayList<>();
    String customer = PlainText.line(content.recipient().customer(), 40);
    if (!customer.equals(values.all().get("reference"))) {
      fact(facts, "label.reference", values.all().get("reference"));
    }
    fact(facts, "label.customer", customer);
    fact(facts, "label.contact", values.all().get("person"));
    fact(facts, "label.phone", values.all().get("phone"));
    fact(facts, "label.email", values.all().get("email"));
    page.put("facts", facts);
    page.put("signature", signature());
  }

  private List<String> signature() {
    boolean nobody = values.all().get("person").isEmpty();
    List<String> lines = new ArrayList<>();
    for (String key : List.of("signature.first", "signature.second")) {
      if (!(nobody && phrases.names(key, "person"))) {
        lines.add(phrases.text(key, values.all()));
      }
    }
    return lines;
  }

  private void fact(List<Map<String, String>> facts, String label, String value) {
    if (!value.isEmpty()) {
      facts.add(Map.of("label", phrases.text(label), "value", PlainText.line(value, LONGEST_FACT)));
    }
  }

  /** Name, person and address; the country only if the letter leaves the sender's. */
  private List<String> recipient() {
    LetterContent.Recipient to = content.recipient();
    List<String> lines = new ArrayList<>();
    lines.add(PlainText.line(to.name(), LONGEST_ADDRESS_LINE));
    if (!to.person().isEmpty() && !to.person().equals(to.name())) {
      lines.add(PlainText.line(to.person(), LONGEST_ADDRESS_LINE));
    }
    to.address().lines().forEach(l -> lines.add(PlainText.line(l, LONGEST_ADDRESS_LINE)));
    String country = to.address().country();
    if (!country.isEmpty() && !country.equals(content.sender().address().country())) {
      lines.add(Countries.name(country));
    }
    return lines.stream().filter(l -> !l.isEmpty()).toList();
  }

  private String salutation() {
    String key = isNamed() ? "salutation.person" : "salutation.company";
    return phrases.text(key, tone, values.all());
  }

  private boolean isNamed() {
    boolean person = content.recipient().isConsumer() && !content.recipient().name().isBlank();
    return person || !content.recipient().person().isBlank();
  }

  /** The code that a banking app scans, if the letter asks for one transfer in euros. */
  Optional<EpcCode> code() {
    return new PayingWords(content, phrases, format, values).code();
  }
}
