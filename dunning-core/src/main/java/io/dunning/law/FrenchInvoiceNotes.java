package io.dunning.law;

import io.dunning.charge.LateFee;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The three notes that every French electronic invoice among businesses needs: {@code PMT}, the
 * fixed sum for costs of collection; {@code PMD}, the penalties for late payment; and {@code AAB},
 * the discount for early payment, or that none is given (C. com. L441-9 I). A missing one is fatal
 * since the rules 1.4.0 of FNFE-MPE of 2026-06-30 (BR-FR-05). The texts are ours; the sums and
 * rates come from the shipped tables. Have your lawyer read them once.
 */
public final class FrenchInvoiceNotes {
  private FrenchInvoiceNotes() {}

  private static final String LAW = "FR-L441-10";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /**
   * The notes of a seller whose terms do not state a rate: that of the European Central Bank plus
   * ten points (C. com. L441-10 II), with its value on the invoice date.
   *
   * @param issued the invoice date
   * @param discounts the discounts for early payment; none if none is given
   * @return the notes {@code PMT}, {@code PMD} and {@code AAB}, in this order
   * @throws IllegalArgumentException if no rate is known for the day
   */
  public static List<InvoiceNote> legal(LocalDate issued, List<EarlyPaymentDiscount> discounts) {
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(discounts, "discounts");
    Percentage rate =
        law()
            .interest()
            .rateOn(issued)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("no rate of " + LAW + " is known for " + issued));
    String text =
        "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points, soit "
            + percent(rate)
            + " par an à la date de la facture, exigibles à compter du jour suivant la date"
            + " d'échéance (C. com., art. L441-10 II).";
    return notes(text, issued, discounts);
  }

  /**
   * The notes of a seller whose terms state a rate. It is not below three times the legal rate of
   * the day (C. com. L441-10 II).
   *
   * @param rate the rate of penalties a year
   * @param issued the invoice date
   * @param discounts the discounts for early payment; none if none is given
   * @return the notes {@code PMT}, {@code PMD} and {@code AAB}, in this order
   * @throws IllegalArgumentException if the rate is below three times the legal rate, or the legal
   *     rate is not known for the day
   */
  public static List<InvoiceNote> atRate(
      Percentage rate, LocalDate issued, List<EarlyPaymentDiscount> discounts) {
    return atRate(rate, ReferenceRates.of("FR-LEGAL"), issued, discounts);
  }

  /**
   * As {@link #atRate(Percentage, LocalDate, List)}, with a table of legal rates of your own, such
   * as one with newer rates.
   *
   * @param rate the rate of penalties a year
   * @param legal the legal rates, for creditors who are no individuals
   * @param issued the invoice date
   * @param discounts the discounts for early payment; none if none is given
   * @return the notes {@code PMT}, {@code PMD} and {@code AAB}, in this order
   * @throws IllegalArgumentException if the rate is below three times the legal rate, or the legal
   *     rate is not known for the day
   */
  public static List<InvoiceNote> atRate(
      Percentage rate,
      ReferenceRates legal,
      LocalDate issued,
      List<EarlyPaymentDiscount> discounts) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(legal, "legal");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(discounts, "discounts");
    Percentage known =
        legal
            .rateOn(issued)
            .map(ReferenceRates.Rate::rate)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no rate of "
                            + legal.name()
                            + " is known for "
                            + issued
                            + "\nMaybe add it with ReferenceRates.with"));
    Percentage floor = Percentage.percent(known.value().multiply(THREE).toPlainString());
    if (rate.compareTo(floor) < 0) {
      throw new IllegalArgumentException(
          "rate of penalties is below three times the legal rate: "
              + rate
              + ", but at least "
              + floor
              + " on "
              + issued);
    }
    String text =
        "Pénalités de retard : "
            + percent(rate)
            + " par an, exigibles à compter du jour suivant la date d'échéance.";
    return notes(text, issued, discounts);
  }

  private static StatutoryInterest law() {
    return StatutoryInterest.of(LAW);
  }

  private static List<InvoiceNote> notes(
      String penalties, LocalDate issued, List<EarlyPaymentDiscount> discounts) {
    Money sum = law().compensation().map(LateFee::bands).orElseThrow().get(0).flat();
    String costs =
        "Indemnité forfaitaire pour frais de recouvrement due en cas de retard de paiement : "
            + number(sum.amount())
            + " "
            + sum.currency()
            + " (C. com., art. L441-10 II et D441-5).";
    return List.of(
        new InvoiceNote("PMT", costs),
        new InvoiceNote("PMD", penalties),
        new InvoiceNote("AAB", discount(issued, discounts)));
  }

  private static String discount(LocalDate issued, List<EarlyPaymentDiscount> discounts) {
    if (discounts.isEmpty()) {
      return "Aucun escompte pour paiement anticipé.";
    }
    return "Escompte pour paiement anticipé : "
        + discounts.stream()
            .map(
                d -> size(d) + " pour un paiement au plus tard le " + DAY.format(d.lastDay(issued)))
            .collect(Collectors.joining(" ; "))
        + ".";
  }

  private static String size(EarlyPaymentDiscount discount) {
    return discount
        .rate()
        .map(FrenchInvoiceNotes::percent)
        .orElseGet(
            () -> discount.amount().map(m -> number(m.amount()) + " " + m.currency()).orElse(""));
  }

  /** As the French write it, with a comma and a space that does not break. */
  private static String percent(Percentage rate) {
    return number(rate.value()) + "\u00a0%";
  }

  private static String number(BigDecimal value) {
    return value.toPlainString().replace('.', ',');
  }
}
