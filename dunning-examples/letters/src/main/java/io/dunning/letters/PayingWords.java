package io.dunning.letters;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
      case SETTLEMENT_OFFER -> content.settlements().stream().map(PayingWords::first).toList();
      case PLAN_PROPOSAL ->
          content.plans().stream()
              .filter(p -> !p.instalments().isEmpty())
              .map(p -> p.instalments().get(0).amount())
              .toList();
      case PROMISE_CONFIRMATION -> promisedFirst();
      default -> content.toPay();
    };
  }

  /** What was promised for the first day. */
  private List<Money> promisedFirst() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    Optional<LocalDate> first =
        content.promises().stream().map(LetterContent.PromisedPart::on).min(LocalDate::compareTo);
    content.promises().stream()
        .filter(p -> first.get().equals(p.on()))
        .forEach(p -> sums.merge(p.amount().currency(), p.amount(), Money::plus));
    return List.copyOf(sums.values());
  }

  /** What is paid first to accept an offer: all of it, or the first part. */
  private static Money first(SettlementQuote quote) {
    return quote.instalments().isEmpty() ? quote.amount() : quote.instalments().get(0).amount();
  }

  private final class Words implements WayToPay.Visitor<Map<String, Object>> {
    @Override
    public Map<String, Object> transfer(WayToPay.Transfer way) {
      boolean iban = Iban.isValid(way.account());
      List<List<String>> rows = new ArrayList<>();
      String account = iban ? Iban.printed(way.account()) : PlainText.line(way.account(), 60);
      rows.add(List.of(phrases.text(iban ? "ways.iban" : "ways.account"), account));
      if (!way.bank().isEmpty()) {
        boolean bic = EpcCode.isBic(way.bank());
        rows.add(
            List.of(phrases.text(bic ? "ways.bic" : "ways.bank"), PlainText.line(way.bank(), 60)));
      }
      for (Money each : amounts()) {
        rows.add(List.of(phrases.text("ways.amount"), format.money(each)));
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
          LINKS.contains(scheme.toLowerCase(Locale.ROOT)) ? link : "");
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
    List<Money> amounts =
        amounts().stream().filter(m -> m.currency().code().equals("EUR")).toList();
    if (content.kind() == LetterKind.THANKS || amounts.size() != 1) {
      return Optional.empty();
    }
    for (WayToPay each : content.waysToPay()) {
      if (each instanceof WayToPay.Transfer way) {
        Optional<EpcCode> code =
            EpcCode.find(
                PlainText.line(way.holder(), Integer.MAX_VALUE - 1),
                way.account(),
                way.bank(),
                amounts.get(0),
                PlainText.line(content.reference(), Integer.MAX_VALUE - 1));
        if (code.isPresent()) {
          return code;
        }
      }
    }
    return Optional.empty();
  }
}
