package io.dunning.scenario;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A step that a story took, and what the story has told of it. */
final class TakenStep {

  /** What a story has to tell of a step, where there is any. */
  private enum Part {
    CHANNEL,
    DEADLINE,
    CHARGES,
    OFFERS
  }

  private final Recommendation recommendation;
  private final Optional<Channel> channel;
  private final Account account;
  private final String step;
  private final Set<Part> told = EnumSet.noneOf(Part.class);

  TakenStep(Recommendation recommendation, Optional<Channel> channel, Account account) {
    this.recommendation = recommendation;
    this.channel = channel;
    this.account = account;
    step = recommendation.step().orElseThrow();
  }

  Recommendation recommendation() {
    return recommendation;
  }

  /** The account before the step was taken. */
  Account account() {
    return account;
  }

  boolean is(String name, String invoice) {
    return step.equals(name) && recommendation.subject().invoices().contains(invoice);
  }

  /** The channel is that of the document that speaks for the step. */
  Optional<String> by(Channel other) {
    told.add(Part.CHANNEL);
    return compared("channel", Optional.of(other), channel);
  }

  Optional<String> tone(Tone tone) {
    return compared("tone", Optional.of(tone), recommendation.tone());
  }

  Optional<String> grants(LocalDate day) {
    told.add(Part.DEADLINE);
    return compared("deadline", Optional.of(day), recommendation.deadline());
  }

  Optional<String> does(List<DunningAction> actions) {
    return compared("actions", actions, recommendation.actions());
  }

  Optional<String> charges(List<Money> amounts) {
    told.add(Part.CHARGES);
    return compared("charges", amounts, assessed());
  }

  Optional<String> owes(List<Money> amounts) {
    List<Money> owed = recommendation.owed().stream().map(o -> o.total()).toList();
    return compared("sum owed", amounts, owed);
  }

  Optional<String> offers(List<Money> amounts) {
    told.add(Part.OFFERS);
    return compared("offer", amounts, offered());
  }

  private List<Money> assessed() {
    return sums(
        recommendation.assessments().values().stream()
            .flatMap(List::stream)
            .map(ChargeAssessed::amount)
            .toList());
  }

  private List<Money> offered() {
    return sums(
        recommendation.settlements().values().stream().map(SettlementQuote::amount).toList());
  }

  private static List<Money> sums(List<Money> amounts) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    amounts.forEach(a -> sums.merge(a.currency(), a, Money::plus));
    return List.copyOf(sums.values());
  }

  private Optional<String> compared(String what, Object expected, Object found) {
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            "expected: "
                + step
                + " with "
                + what
                + " "
                + words(expected)
                + ", not "
                + words(found));
  }

  private static String words(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Object::toString).orElse("none");
    }
    return value instanceof List<?> list && list.isEmpty()
        ? "none"
        : ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(" and "));
  }

  /** What the story has left out, each with what to add. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    channel.ifPresent(
        c ->
            miss(
                missing,
                Part.CHANNEL,
                "by which channel " + step + " goes",
                ".takes(\"" + step + "\", " + c.name() + ")"));
    recommendation
        .deadline()
        .ifPresent(
            d ->
                miss(
                    missing,
                    Part.DEADLINE,
                    "which deadline " + step + " grants",
                    ".grants(\"" + d + "\")"));
    if (!assessed().isEmpty()) {
      miss(
          missing,
          Part.CHARGES,
          "which charges " + step + " assesses",
          ".charges(" + quoted(assessed()) + ")");
    }
    if (!offered().isEmpty()) {
      miss(
          missing,
          Part.OFFERS,
          "which settlement " + step + " offers",
          ".offers(" + quoted(offered()) + ")");
    }
    return missing;
  }

  private void miss(List<String> missing, Part part, String what, String addition) {
    if (!told.contains(part)) {
      missing.add("the story does not say " + what + "\nMaybe add " + addition);
    }
  }

  private static String quoted(List<Money> amounts) {
    return amounts.stream().map(a -> "\"" + a + "\"").collect(Collectors.joining(", "));
  }
}
