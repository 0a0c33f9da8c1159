package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The paragraphs of a letter: before its tables, after them, and after the ways to pay. */
final class Paragraphs {
  private static final int MOST_DATES = 3;

  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Values values;
  private final Tone tone;

  Paragraphs(LetterContent content, Phrases phrases, LetterFormat format, Values values) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    this.values = values;
    this.tone = values.tone();
  }

  /** What comes before the tables. */
  List<String> before() {
    List<String> all = new ArrayList<>();
    String opening = phrases.text(opening(), tone, values.all());
    String inDefault = saysDefault() ? " " + phrases.text(PhraseRules.DEFAULT, values.all()) : "";
    all.add(opening + inDefault);
    if (content.isUpcoming()) {
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
    boolean chases = content.kind().compareTo(LetterKind.DEMAND) <= 0 && !content.isUpcoming();
    boolean sharp = content.kind() == LetterKind.DEMAND && tone.compareTo(Tone.NEUTRAL) > 0;
    if (promises) {
      return "opening-several." + content.kind().key();
    }
    if (chases && !sharp && !values.all().get("received").isEmpty()) {
      return "opening-part";
    }
    String form = content.isUpcoming() ? "-upcoming" : content.isSinglePart() ? "-single" : "";
    boolean unclear = content.totals().stream().anyMatch(t -> !t.credits().isZero());
    return chases && (unclear && !sharp || content.debt().size() > 1)
        ? "opening-open"
        : "opening" + form + "." + content.kind().key();
  }

  /** Whether the language has words for a customer in default, and interest runs for that. */
  private boolean saysDefault() {
    boolean reproach = content.kind() == LetterKind.NOTICE || content.kind() == LetterKind.DEMAND;
    return reproach
        && tone != Tone.FRIENDLY
        && content.interestRuns()
        && content.disputeBy().isEmpty()
        && phrases.has(PhraseRules.DEFAULT);
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

  /** What comes after the tables. */
  List<String> after() {
    List<String> all = new ArrayList<>();
    for (LetterContent.Total each : content.totals()) {
      remarks(all, each);
    }
    if (!content.isUpcoming()) {
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
    if (content.isUpcoming()) {
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
    String single = content.isSinglePart() ? "-single" : "";
    all.add(phrases.text("plan.accept" + single, values.all()));
    all.add(phrases.text("plan.kept" + single));
    all.add(phrases.text("plan.missed" + single));
    if (!free) {
      all.add(phrases.text("plan.interest" + single, values.all()));
    } else if (!content.isSinglePart()) {
      all.add(phrases.text(content.interestRuns() ? "plan.interest-runs" : "plan.interest-none"));
    } else if (content.interestRuns()) {
      all.add(phrases.text("interest.runs"));
    }
  }

  /** What comes after the ways to pay. */
  List<String> close() {
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
}
