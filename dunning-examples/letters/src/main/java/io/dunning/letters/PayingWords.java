package io.dunning.letters;

import io.dunning.money.Money;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.WayToPay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the customer can pay, in words and as a code. */
final class PayingWords {
  private static final Set<String> LINKS = Set.of("https", "http");

  private final LetterContent content;
  private final Phrases phrases;
  private final LetterFormat format;
  private final Values values;

  PayingWords(LetterContent content, Phrases phrases, LetterFormat format, Values values) {
    this.content = content;
    this.phrases = phrases;
    this.format = format;
    this.values = values;
  }

  /** A map for each way: its words, the rows of a transfer, and a link that may be followed. */
  List<Map<String, Object>> ways() {
    List<Map<String, Object>> all = new ArrayList<>();
    content.waysToPay().forEach(way -> all.add(way.accept(new Words())));
    if (all.isEmpty()) {
      all.add(way(phrases.text("ways.none"), List.of(), ""));
    }
    return all;
  }

  private static Map<String, Object> way(String words, List<List<String>> rows, String link) {
    Map<String, Object> way = new HashMap<>();
    way.put("words", words);
    way.put("rows", rows);
    way.put("link", link);
    return way;
  }

  /** What a transfer is to pay: the offer, the promise, or all that is asked for. */
  List<Money> amounts() {
    return switch (content.kind()) {
      case SETTLEMENT_OFFER -> content.settlements().stream().map(SettlementQuote::amount).toList();
      case PLAN_PROPOSAL ->
          content.plans().stream()
              .filter(p -> !p.instalments().isEmpty())
              .map(p -> p.instalments().get(0).amount())
              .toList();
      case PROMISE_CONFIRMATION -> content.promised().orElseThrow().amounts();
      default -> content.toPay();
    };
  }

  private final class Words implements WayToPay.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> transfer(WayToPay.Transfer way) {
      boolean iban = Iban.isValid(way.account());
      List<List<String>> rows = new ArrayList<>();
      String account = iban ? Iban.printed(way.account()) : PlainText.line(way.account(), 60);
      rows.add(List.of(phrases.text(iban ? "ways.iban" : "ways.account"), account));
      if (!way.bank().isEmpty()) {
        rows.add(List.of(phrases.text("ways.bank"), PlainText.line(way.bank(), 60)));
      }
      if (!amounts().isEmpty()) {
        rows.add(List.of(phrases.text("ways.amount"), format.money(amounts())));
      }
      rows.add(List.of(phrases.text("ways.reference"), values.all().get("reference")));
      String holder = PlainText.line(way.holder(), Values.LONGEST);
      return way(phrases.text("ways.transfer", Map.of("holder", holder)), rows, "");
    }

    @Override
    public Map<String, Object> cardLink(WayToPay.CardLink way) {
      String link = way.link().toASCIIString(); // never cut: half a link leads nowhere
      String scheme = String.valueOf(way.link().getScheme());
      return way(
          phrases.text("ways.card", Map.of("link", link)),
          List.of(),
          LINKS.contains(scheme) ? link : "");
    }

    @Override
    public Map<String, Object> directDebit(WayToPay.DirectDebit way) {
      String mandate = PlainText.line(way.mandate(), Values.LONGEST);
      return way(phrases.text("ways.debit", Map.of("mandate", mandate)), List.of(), "");
    }

    @Override
    public Map<String, Object> inInstalments(WayToPay.InInstalments way) {
      String count = String.valueOf(way.most());
      String words =
          way.least()
              .map(
                  least ->
                      phrases.text(
                          "ways.instalments-least",
                          Map.of("count", count, "least", format.money(least))))
              .orElseGet(() -> phrases.text("ways.instalments", Map.of("count", count)));
      return way(words, List.of(), "");
    }
  }

  /** The code of one transfer in euros; empty if there is none, or it does not fit. */
  Optional<EpcCode> code() {
    List<Money> amounts = amounts();
    if (content.kind() == LetterKind.THANKS || amounts.size() != 1) {
      return Optional.empty();
    }
    for (WayToPay each : content.waysToPay()) {
      if (each instanceof WayToPay.Transfer way) {
        return EpcCode.find(
            PlainText.line(way.holder(), Integer.MAX_VALUE - 1),
            way.account(),
            way.bank(),
            amounts.get(0),
            PlainText.line(content.reference(), Integer.MAX_VALUE - 1));
      }
    }
    return Optional.empty();
  }
}
