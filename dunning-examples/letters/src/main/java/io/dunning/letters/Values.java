package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What the places of phrases are filled with, for one letter. */
final class Values {
  /** The longest name or number that a sentence shows. */
  static final int LONGEST = 120;

  /** How many invoices a sentence names one by one. */
  static final int MOST_NUMBERS = 4;

  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Map<String, String> all = new HashMap<>();

  Values(LetterContent content, Phrases phrases, LetterFormat format) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    put("name", content.recipient().person().isEmpty() ? name() : content.recipient().person());
    put("customer", name());
    put("sender", content.sender().name());
    put("reference", content.reference());
    put("date", format.date(content.date()));
    put("client", content.sender().client().orElse(""));
    put("clientaddress", address(content.sender().clientAddress()));
    put("address", content.sender().name() + ", " + address(content.sender().address()));
    put("customeraddress", address(content.recipient().address()));
    put("authority", content.sender().authority().orElse(""));
    put("person", content.sender().person().orElse(""));
    put("email", content.sender().email().orElse(""));
    put("phone", content.sender().phone().orElse(""));
    all.put("invoices", invoices("invoices"));
    all.put("title", invoices("title"));
    all.put("nth", nth());
    all.put("title-capital", capital(invoices("title")));
    all.put("amount", format.money(content.toPay()));
    all.put("debt", format.money(content.debt()));
    content.dueSince().ifPresent(d -> all.put("since", since(format.date(d))));
    content.deadline().ifPresent(d -> all.put("deadline", format.date(d)));
    all.put("contact", contact());
    all.put("unless", unless());
    all.put("you", phrases.text(content.recipient().isConsumer() ? "you.person" : "you.company"));
    content.firstLetter().ifPresent(d -> all.put("firstletter", format.date(d)));
    all.put("reply", format.date(BeforeCourt.lastDay(content.date())));
    content.settlements().stream().findFirst().ifPresent(q -> settlement());
    content.plans().stream().findFirst().ifPresent(p -> plan());
    all.put("per-day", format.money(content.interestPerDay()));
    all.put("received", format.money(received()));
    all.put("rest", format.money(content.stillOpen()));
    content.promised().ifPresent(p -> amount("promised", p));
    content.paid().ifPresent(p -> amount("paid", p));
    content.disputeBy().ifPresent(d -> all.put("ends", format.date(d)));
  }

  /** The oldest due date; if there are several, it says so. */
  private String since(String date) {
    boolean several = content.items().stream().map(LetterItem::due).distinct().count() > 1;
    return several ? phrases.text("since.several", Map.of("date", date)) : date;
  }

  /** What has to be missed for the consequence: a step that comes earlier sets an earlier day. */
  private String unless() {
    Optional<LocalDate> last = content.deadline();
    Optional<LocalDate> before =
        content.consequence().filter(c -> c.kind().isSevere()).map(c -> c.earliest().minusDays(1));
    if (last.isPresent() && before.filter(d -> d.isBefore(last.get())).isPresent()) {
      return phrases.text("unless.deadline", and("deadline", format.date(before.get())));
    }
    boolean offers = !content.settlements().isEmpty() || !content.plans().isEmpty();
    String asked = last.isPresent() ? "unless.deadline" : "unless.open";
    return phrases.text(offers ? "unless.offer" : asked, all);
  }

  /** An address inside a sentence, with the country as a word if the letter leaves a country. */
  private String address(PostalAddress address) {
    String lines = String.join(", ", address.lines());
    String here = content.sender().address().country();
    String there = content.recipient().address().country();
    boolean abroad = !here.equals(there) || !here.equals(address.country());
    return abroad && !address.country().isEmpty()
        ? lines + ", " + Countries.name(address.country())
        : lines;
  }

  /** These values. */
  Map<String, String> all() {
    return all;
  }

  /** These values and further ones: name, value, name, value. */
  Map<String, String> and(String... more) {
    Map<String, String> both = new HashMap<>(all);
    for (int i = 0; i < more.length; i += 2) {
      both.put(more[i], more[i + 1]);
    }
    return both;
  }

  private void put(String place, String text) {
    all.put(place, PlainText.line(text, LONGEST));
  }

  private String name() {
    return content.recipient().name();
  }

  private void amount(String place, LetterContent.DatedAmounts what) {
    all.put(place, format.money(what.amounts()));
    all.put("on", format.date(what.on()));
  }

  private void settlement() {
    List<SettlementQuote> quotes = content.settlements();
    all.put("offer", sum(quotes, SettlementQuote::amount));
    all.put("owed", sum(quotes, q -> q.owed().total()));
    all.put("saved", sum(quotes, SettlementQuote::saved));
    quotes.stream()
        .map(SettlementQuote::until)
        .min(LocalDate::compareTo)
        .ifPresent(d -> all.put("until", format.date(d)));
  }

  private void plan() {
    List<PaymentPlan> plans = content.plans();
    all.put("owed", sum(plans, PaymentPlan::amount));
    all.put("interest", sum(plans, PaymentPlan::interest));
    all.put(
        "count",
        String.valueOf(plans.stream().mapToInt(p -> p.instalments().size()).max().orElse(0)));
    plans.stream()
        .flatMap(p -> p.instalments().stream())
        .map(i -> i.due())
        .min(LocalDate::compareTo)
        .ifPresent(d -> all.put("first", format.date(d)));
  }

  /** The sum of each currency. */
  private <T> String sum(List<T> of, Function<T, Money> amount) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    of.forEach(o -> sums.merge(amount.apply(o).currency(), amount.apply(o), Money::plus));
    return format.money(List.copyOf(sums.values()));
  }

  /** What was paid so far on the invoices that the letter asks for. */
  private List<Money> received() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    content.items().forEach(i -> sums.merge(i.paid().currency(), i.paid(), Money::plus));
    return sums.values().stream().filter(Money::isPositive).toList();
  }

  /** The invoices inside a sentence, or in the subject. */
  private String invoices(String phrase) {
    List<String> numbers =
        content.items().stream().map(i -> PlainText.line(i.invoice(), LONGEST)).toList();
    if (numbers.size() == 1) {
      return phrases.text(phrase + ".one", Map.of("number", numbers.get(0)));
    }
    return numbers.size() > MOST_NUMBERS
        ? phrases.text(phrase + ".listed", Map.of("count", String.valueOf(numbers.size())))
        : phrases.text(phrase + ".many", Map.of("numbers", format.list(numbers)));
  }

  /** Which notice it is, with a blank after it; empty text if the language has no words for it. */
  private String nth() {
    boolean says = content.noticeNumber().isPresent() && phrases.has(PhraseRules.ORDINAL);
    return says
        ? phrases.text(
                PhraseRules.ORDINAL,
                Map.of("number", String.valueOf(content.noticeNumber().getAsInt())))
            + " "
        : "";
  }

  private String capital(String text) {
    int end = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(format.locale()) + text.substring(end);
  }

  /** How to reach the sender, in a sentence. */
  private String contact() {
    List<String> ways = new ArrayList<>();
    if (!all.get("phone").isEmpty()) {
      ways.add(phrases.text("contact.phone", all));
    }
    if (!all.get("email").isEmpty()) {
      ways.add(phrases.text("contact.email", all));
    }
    if (ways.isEmpty()) {
      return phrases.text("contact.none", all);
    }
    Map<String, String> values = and("how", format.either(ways));
    return phrases.text(all.get("person").isEmpty() ? "contact.house" : "contact.person", values);
  }

  /** The tone of the words: a last word is last only if something severe follows. */
  Tone tone() {
    boolean severe = content.consequence().filter(c -> c.kind().isSevere()).isPresent();
    return content.tone() == Tone.FINAL && !severe ? Tone.FIRM : content.tone();
  }
}
