package io.dunning.bridges.document;

import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of payment terms that have one reading only. */
final class TermsPhrases {
  static final Said NOTHING = new Said(Optional.empty(), Optional.empty());

  /** The longest line that can be a sentence about terms. */
  private static final int LONGEST = 120;

  private static final String DAYS = "(?<days>\\d{1,3})";
  private static final String RATE = "(?<rate>\\d{1,2}([.,]\\d{1,3})?) ?%";

  /** When the whole is due. */
  private static final List<Pattern> DUE =
      List.of(
          all("((payment|payable|pay|net|due)( within| in)?|within) " + DAYS + " days( net)?"),
          all(DAYS + " days( net)?"),
          all("(zahlbar )?(innerhalb|binnen)( von)? " + DAYS + " tagen?( netto)?( ohne abzug)?"),
          all(DAYS + " tage( netto)?"),
          all("(betaling |te betalen )?binnen " + DAYS + " dagen( netto)?"),
          all("(paiement )?(à|sous) " + DAYS + " jours( nets?)?"),
          all(DAYS + " (dagar|dage|dager)( netto)?"));

  private static final List<Pattern> AT_ONCE =
      List.of(
          all("due (on|upon) receipt|payable immediately|due immediately"),
          all("(sofort (zahlbar|fällig)|(zahlbar|fällig) sofort),?( ohne abzug)?"));

  /** A discount; {@code whole} says when the whole is due. */
  private static final List<Pattern> DISCOUNT =
      List.of(
          all("payment within " + DAYS + " days,? " + RATE + " discount"),
          all(RATE + " discount( if paid)? within " + DAYS + " days"),
          all("bei zahlungen? (binnen|innerhalb)( von)? " + DAYS + " tagen,? " + RATE + " skonto"),
          all(DAYS + " tage " + RATE + " skonto, (?<whole>\\d{1,3}) tage netto"));

  private TermsPhrases() {}

  /** What a line says: when the whole is due, or a discount without that. */
  record Said(Optional<PaymentTerms> terms, Optional<EarlyPaymentDiscount> discount) {
    private static Said of(PaymentTerms terms) {
      return new Said(Optional.of(terms), Optional.empty());
    }
  }

  private static Pattern all(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Said of(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return NOTHING;
    }
    String words = line.replaceAll("\\s+", " ").replaceAll("\\.$", "");
    for (Pattern each : DUE) {
      Matcher matcher = each.matcher(words);
      if (matcher.matches()) {
        return Said.of(PaymentTerms.net(Integer.parseInt(matcher.group("days"))));
      }
    }
    for (Pattern each : AT_ONCE) {
      if (each.matcher(words).matches()) {
        return Said.of(PaymentTerms.dueOnReceipt());
      }
    }
    return discount(words).orElseGet(() -> notation(words));
  }

  private static Optional<Said> discount(String words) {
    for (Pattern each : DISCOUNT) {
      Matcher matcher = each.matcher(words);
      if (matcher.matches()) {
        Percentage rate = Percentage.percent(matcher.group("rate").replace(',', '.'));
        if (rate.value().signum() == 0) {
          return Optional.empty();
        }
        EarlyPaymentDiscount discount =
            EarlyPaymentDiscount.of(rate, Integer.parseInt(matcher.group("days")));
        return Optional.of(
            each.pattern().contains("<whole>")
                ? Said.of(
                    PaymentTerms.net(Integer.parseInt(matcher.group("whole"))).discount(discount))
                : new Said(Optional.empty(), Optional.of(discount)));
      }
    }
    return Optional.empty();
  }

  private static Said notation(String words) {
    try {
      return Said.of(PaymentTerms.parse(words));
    } catch (IllegalArgumentException e) {
      return NOTHING;
    }
  }
}
