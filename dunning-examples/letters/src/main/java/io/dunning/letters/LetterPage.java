package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.money.Money;
import java.time.LocalDate;
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
  private static final int MOST_DATES = 3;

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
    page.put("before", before());
    page.put("tables", new LetterTables(content, phrases, format, values).tables());
    page.put("details", new LetterTables(content, phrases, format, values).details());
    page.put("after", after());
    boolean pays = content.kind() != LetterKind.THANKS;
    page.put("ways", pays ? new PayingWords(content, phrases, format, values).ways() : List.of());
    page.put("waysTitle", phrases.text("ways.title"));
    page.put("close", close());
    boolean person = isNamed() && !phrases.isToned("closing", tone);
    page.put("closing", phrases.text(person ? "closing-person" : "closing", tone, values.all()));
    page.put("colon", phrases.text("list.colon"));
    page.put("notices", notices());
    page.put("pageLabel", phrases.text("label.page"));
    page.put("qr", "");
    page.put("recipientStyle", "");
    page.put("qrCaption", phrases.text("qr.caption"));
    return page;
  }

  String subject() {
    return phrases.text("subject" + upcoming() + "." + content.kind().key(), tone, values.all());
  }

  Values values() {
    return values;
  }

  /** Whether this is a word before the due date. */
  private boolean isUpcoming() {
    return content.kind() == LetterKind.REMINDER && !content.isOverdue();
  }

  private String upcoming() {
    return isUpcoming() ? "-upcoming" : "";
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

  private List<String> before() {
    List<String> all = new ArrayList<>();
    all.add(phrases.text(opening(), tone, values.all()));
    if (isUpcoming()) {
      discounts(all);
    }
    content.effect().ifPresent(e -> all.add(phrases.text("effect." + e.key(), values.all())));
    List<String> dates = tone.compareTo(Tone.NEUTRAL) > 0 ? earlierDates() : List.of();
    if (!dates.isEmpty()) {
      all.add(phrases.text("earlier", values.and("dates", format.list(dates))));
    }
    return all;
  }

  /**
   * The words of the kind and tone. Where something was paid, credited, or is due in several
   * currencies, these words could be wrong, and plainer ones take their place.
   */
  private String opening() {
    boolean promises =
        content.promises().stream().map(LetterContent.PromisedPart::on).distinct().count() > 1;
    boolean chases = content.kind().compareTo(LetterKind.DEMAND) <= 0 && !isUpcoming();
    boolean sharp = content.kind() == LetterKind.DEMAND && tone.compareTo(Tone.NEUTRAL) > 0;
    if (promises) {
      return "opening-several." + content.kind().key();
    }
    if (chases && !sharp && !values.all().get("received").isEmpty()) {
      return "opening-part";
    }
    boolean unclear = content.totals().stream().anyMatch(t -> !t.credits().isZero());
    return chases && (unclear && !sharp || content.debt().size() > 1)
        ? "opening-open"
        : "opening" + upcoming() + "." + content.kind().key();
  }

  /** The latest days on which the customer was reached about what was overdue then. */
  private List<String> earlierDates() {
    LocalDate due = content.dueSince().orElse(LocalDate.MAX);
    List<LocalDate> days =
        content.earlier().stream()
            .filter(e -> e.channel().isPresent() && e.date().isAfter(due))
            .map(LetterContent.Earlier::date)
            .distinct()
            .toList();
    return days.stream()
        .skip(Math.max(0, days.size() - MOST_DATES))
        .map(day -> phrases.text("earlier.date", Map.of("date", format.date(day))))
        .toList();
  }

  private List<String> after() {
    List<String> all = new ArrayList<>();
    for (LetterContent.Total each : content.totals()) {
      remarks(all, each);
    }
    if (!isUpcoming()) {
      discounts(all);
    }
    switch (content.kind()) {
      case SETTLEMENT_OFFER -> settlement(all);
      case PLAN_PROPOSAL -> plan(all);
      case PROMISE_CONFIRMATION -> {
        if (!content.notPromised().isEmpty()) {
          all.add(text("promise.part", "rest", format.money(content.notPromised())));
        }
        all.add(phrases.text("promise.change"));
      }
      case THANKS -> thanks(all);
      default -> all.add(request());
    }
    return all;
  }

  private void thanks(List<String> all) {
    if (!content.stillOpen().isEmpty()) {
      all.add(phrases.text("thanks.rest", values.all()));
    } else if (!content.items().isEmpty()) {
      all.add(phrases.text("thanks.done", values.all()));
    }
  }

  private void discounts(List<String> all) {
    content
        .discounts()
        .forEach(
            (number, offer) ->
                all.add(
                    phrases.text(
                        "terms.discount",
                        values.and(
                            "number", PlainText.line(number, Values.LONGEST),
                            "discount", format.money(offer.discount()),
                            "reduced", format.money(offer.toPay()),
                            "until", format.date(offer.until())))));
  }

  private void remarks(List<String> all, LetterContent.Total total) {
    boolean offers = !content.settlements().isEmpty() || !content.plans().isEmpty();
    if (!total.disputed().isZero()) {
      String key = offers ? "disputed.offered" : "disputed.part";
      all.add(text(key, "disputed", format.money(total.disputed())));
    }
    if (!total.apart().isZero() && total.apart().isPositive() && !offers) {
      all.add(text("apart.part", "apart", format.money(total.apart())));
    }
    if (!total.credits().isZero()) {
      String key = total.netted() ? "credits.netted" : "credits.listed";
      Money credits = total.netted() ? total.creditsTaken() : total.credits();
      all.add(text(key, "credits", format.money(credits)));
    }
  }

  private String text(String key, String place, String value) {
    return phrases.text(key, values.and(place, value));
  }

  private String request() {
    if (isUpcoming()) {
      return phrases.text("request-upcoming.reminder", tone, values.all());
    }
    if (content.disputeBy().isPresent()) {
      return phrases.text("request-disputable", tone, values.all());
    }
    String open = content.deadline().isPresent() ? "request." : "request-open.";
    return phrases.text(open + content.kind().key(), tone, values.all());
  }

  private void settlement(List<String> all) {
    boolean parts = content.settlements().stream().anyMatch(q -> q.instalments().size() > 1);
    all.add(phrases.text(parts ? "settlement.accept-parts" : "settlement.accept", values.all()));
    all.add(phrases.text("settlement.rest", values.all()));
    all.add(phrases.text("settlement.lapses", values.all()));
  }

  private void plan(List<String> all) {
    boolean free = content.plans().stream().allMatch(p -> p.interest().isZero());
    all.add(phrases.text("plan.accept", values.all()));
    all.add(phrases.text("plan.kept"));
    all.add(phrases.text("plan.missed"));
    String runs = content.interestRuns() ? "plan.interest-runs" : "plan.interest-none";
    all.add(phrases.text(free ? runs : "plan.interest", values.all()));
  }

  /** What comes after the ways to pay. */
  private List<String> close() {
    List<String> all = new ArrayList<>();
    content
        .consequence()
        .ifPresent(
            next -> {
              String key = "consequence." + next.kind().key();
              all.add(
                  next.needsApproval()
                      ? phrases.text(key + ".may", values.all())
                      : phrases.text(key, tone, values.all()));
            });
    boolean asks =
        content.kind() != LetterKind.THANKS && content.kind() != LetterKind.PROMISE_CONFIRMATION;
    if (asks && content.isOverdue()) {
      all.add(phrases.text("doubt"));
    }
    if (asks) {
      all.add(phrases.text("help", values.all()));
    }
    return all;
  }

  private List<Map<String, Object>> notices() {
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

  /** The code that a banking app scans, if the letter asks for one transfer in euros. */
  Optional<EpcCode> code() {
    return new PayingWords(content, phrases, format, values).code();
  }
}
