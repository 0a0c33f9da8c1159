package io.dunning.bridges.document;

import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clauses of payment terms that have one reading only, in the languages that invoices use. */
final class TermsClauses {
  private static final String DAYS = "(?<days>\\d{1,3})";
  private static final String RATE = "(?<rate>\\d{1,2}([.,]\\d{1,3})?) ?(%|per ?cent|prozent)";

  /** From which day on, as far as that is the invoice date. */
  private static final String AFTER_EN =
      " days( net)?( (of|from|after|following) (the )?(invoice date|date of (the )?invoice))?";

  private static final String AFTER_DE = " tagen?( (ab|nach|vom)( dem)? rechnungsdatum)?";
  private static final String AFTER_FR =
      " jours( nets?)?(( à compter de| à partir de| après)?( la)? date( de( la)?)? facture)?";
  private static final String AFTER_NL = " dagen( netto)?( (na|vanaf)( de)? factuurdatum)?";
  private static final String AFTER_NORTH =
      " (dagar|dage|dager|päivää|pv)( netto)?( (från|fra|efter|etter) faktura(datum|dato))?";
  private static final String AFTER_IT =
      " (giorni|gg\\.?)( netti)?( (dalla )?data( della)? fattura| d\\.? ?f)?";
  private static final String AFTER_ES = " días( netos)?( (desde la )?fecha( de( la)?)? factura)?";

  private static final String WITHIN_DE = "(innerhalb|binnen|in)( von)? ";
  private static final String DISCOUNT_EN =
      RATE + " (cash |early payment |prompt payment |settlement )?discount";
  private static final String SKONTO = RATE + " skonto";

  /** When the whole is due. */
  private static final List<Pattern> DUE =
      List.of(
          all(
              "((please )?(payment|payable|pay|net|due|to be paid)( is)?( due| payable)?( net)?"
                  + "( within| in)? |within )?"
                  + DAYS
                  + AFTER_EN
                  + "( net)?"),
          all(
              "(zahlbar |zahlung |zu zahlen |fällig |netto |zahlungsziel:? )?("
                  + WITHIN_DE
                  + ")?"
                  + DAYS
                  + AFTER_DE
                  + "( rein)?( netto)?( ohne( jeden)? abzug)?"),
          all("(paiement |règlement |payable )?((à|sous|dans les) )?" + DAYS + AFTER_FR),
          all("(betaling |te betalen |betaaltermijn:? )?(binnen )?" + DAYS + AFTER_NL),
          all("(betaling |betalning |netto )?(inom |innen |inden )?" + DAYS + AFTER_NORTH),
          all("(pagamento )?((a|entro) )?" + DAYS + AFTER_IT),
          all("(pago )?((a|en) )?" + DAYS + AFTER_ES));

  private static final List<Pattern> AT_ONCE =
      List.of(
          all("(payment )?(due|payable) (on|upon) receipt|payable immediately|due immediately"),
          all("(sofort (zahlbar|fällig)|(zahlbar|fällig) sofort|sofort)( rein)?( netto)?"),
          all("(zahlbar|fällig) sofort,? ohne abzug|sofort (zahlbar|fällig),? ohne abzug"),
          all("(paiement|règlement|payable) à réception( de( la)? facture)?"));

  private static final List<Pattern> DISCOUNT =
      List.of(
          all(
              "(payment|pay|if paid|when paid|paid)( made)? (within|in) "
                  + DAYS
                  + AFTER_EN
                  + ",?( with| less| deduct)?( a)? "
                  + DISCOUNT_EN),
          all(
              "(a |less |with )?"
                  + DISCOUNT_EN
                  + "( is granted| granted| applies)?( if paid| if you pay| for payment| on payment)?"
                  + " (within|in) "
                  + DAYS
                  + AFTER_EN),
          all(
              "((bei )?(zahlung|zahlungen|bezahlung) |zahlbar )?("
                  + WITHIN_DE
                  + ")?"
                  + DAYS
                  + AFTER_DE
                  + ",?( mit| abzüglich| abzgl\\.?| gewähren wir( ihnen)?)? "
                  + SKONTO),
          all(
              "(mit |abzüglich |abzgl\\.? )?"
                  + RATE
                  + " skonto,?( bei zahlung)? ("
                  + WITHIN_DE
                  + ")?"
                  + DAYS
                  + AFTER_DE),
          all(
              "(escompte( de)? "
                  + RATE
                  + "|"
                  + RATE.replace("<rate>", "<other>")
                  + " d['’]escompte)( pour| en cas de| si)?( paiement| règlement)?"
                  + " (sous|à|dans les) "
                  + DAYS
                  + AFTER_FR),
          all(RATE + " (korting|betalingskorting)( bij betaling)? binnen " + DAYS + AFTER_NL));

  /** The trade's notation in words: a discount only beside the days of the whole. */
  private static final List<Pattern> NOTATION =
      List.of(all(RATE + ",? " + DAYS + " (days|tagen?)"));

  /** What says that the whole is to be paid, as when no discount is taken. */
  private static final List<Pattern> WHOLE =
      List.of(
          all("(rein )?netto|(rein netto )?ohne( jeden)? abzug|(strictly )?net"),
          all("without( any)? deduction"));

  /** What says that there is no discount, as every invoice without one grants none. */
  private static final List<Pattern> NO_DISCOUNT =
      List.of(
          all("no discount|without( any)? discount|kein skonto|zonder korting"),
          all(
              "(pas d['’]|aucun |sans )escompte(( pour| en cas de)? (paiement|règlement) anticipé)?"));

  private TermsClauses() {}

  /**
   * What a clause says.
   *
   * @param due within how many days the whole is due; empty if it does not say that
   * @param discount the discount that it grants; empty if it grants none
   * @param kind what else there is to know
   */
  record Clause(Optional<Integer> due, Optional<EarlyPaymentDiscount> discount, Kind kind) {}

  /** What a clause means for the others of its line. */
  enum Kind {
    /** It stands for itself. */
    PLAIN,
    /** A percentage and days, which are a discount only if another clause says the whole's days. */
    NEEDS_DUE,
    /** There is no discount. */
    REFUSES_DISCOUNT
  }

  private static Optional<Clause> due(int days) {
    return Optional.of(new Clause(Optional.of(days), Optional.empty(), Kind.PLAIN));
  }

  private static Optional<Clause> nothing(Kind kind) {
    return Optional.of(new Clause(Optional.empty(), Optional.empty(), kind));
  }

  private static Pattern all(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** What a clause says; empty if it is none of those that are known. */
  static Optional<Clause> of(String words) {
    if (matches(AT_ONCE, words)) {
      return due(0);
    }
    if (matches(WHOLE, words)) {
      return nothing(Kind.PLAIN);
    }
    if (matches(NO_DISCOUNT, words)) {
      return nothing(Kind.REFUSES_DISCOUNT);
    }
    for (Pattern each : DUE) {
      Matcher matcher = each.matcher(words);
      if (matcher.matches()) {
        return due(Integer.parseInt(matcher.group("days")));
      }
    }
    return discount(DISCOUNT, words, Kind.PLAIN)
        .or(() -> discount(NOTATION, words, Kind.NEEDS_DUE));
  }

  private static Optional<Clause> discount(List<Pattern> patterns, String words, Kind kind) {
    return patterns.stream()
        .map(p -> p.matcher(words))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(m -> discount(m, kind));
  }

  private static boolean matches(List<Pattern> patterns, String words) {
    return patterns.stream().anyMatch(p -> p.matcher(words).matches());
  }

  private static Optional<Clause> discount(Matcher matcher, Kind kind) {
    String rate = matcher.group("rate");
    if (rate == null) {
      rate = matcher.group("other");
    }
    Percentage percentage = Percentage.percent(rate.replace(',', '.'));
    int days = Integer.parseInt(matcher.group("days"));
    if (percentage.value().signum() == 0 || days == 0) {
      return Optional.empty();
    }
    EarlyPaymentDiscount granted = EarlyPaymentDiscount.of(percentage, days);
    return Optional.of(new Clause(Optional.empty(), Optional.of(granted), kind));
  }
}
