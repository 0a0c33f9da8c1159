package io.dunning.bridges.document;

import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.Skonto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTextTest {
  /** Rows of the Skonto rule of XRechnung, and variants; the sources are in the file. */
  @ParameterizedTest
  @CsvFileSource(resources = "/skonto-lines.csv", numLinesToSkip = 1)
  void tellsSkontoLinesFromFreeText(String id, String line, String expected) {
    TermsText text = TermsText.parse(line);
    if (expected.equals("valid")) {
      assertThat(text.skonto()).extracting(Skonto::toString).containsExactly(line);
      assertThat(text.other()).isEmpty();
    } else {
      assertThat(text.skonto()).as(id).isEmpty();
    }
  }

  @Test
  void readsSeveralLinesAndKeepsTheOthers() {
    TermsText text =
        TermsText.parse(
            """
            #SKONTO#TAGE=7#PROZENT=2.00#
            #SKONTO#TAGE=14#PROZENT=1.00#
            Bitte nennen Sie die Rechnungsnummer.
            """);
    assertThat(text.skonto()).hasSize(2);
    assertThat(text.terms()).isEmpty();
    assertThat(text.other()).containsExactly("Bitte nennen Sie die Rechnungsnummer.");
  }

  @Test
  void readsALineOfZeroPercentAsTheDaysOfTheWhole() {
    TermsText text =
        TermsText.parse("#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=0.00#\n");
    assertThat(text.terms()).contains(PaymentTerms.net(30));
    assertThat(
            TermsText.parse("#SKONTO#TAGE=9#PROZENT=0.00#\n#SKONTO#TAGE=30#PROZENT=0.00#").terms())
        .as("two such lines contradict each other")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the trade's notation
          net 30                                    | net 30
          2/10 net 30                               | 2/10 net 30
          net 30 EOM                                | net 30 EOM
          # sentences with one reading
          Payment within 30 days                    | net 30
          30 days net.                              | net 30
          Zahlbar innerhalb 30 Tagen netto          | net 30
          14 Tage                                   | net 14
          Zahlbar sofort ohne Abzug.                | net 0
          Fällig sofort, ohne Abzug                 | net 0
          10 Tage 3% Skonto, 30 Tage netto          | 3/10 net 30
          30 dagar netto.                           | net 30
          Betaling binnen 14 dagen                  | net 14
          Paiement à 45 jours                       | net 45
          # days that count from the invoice date
          Payment due within 14 days of the invoice date. | net 14
          Payable 30 days from date of invoice      | net 30
          Zahlbar innerhalb von 14 Tagen ab Rechnungsdatum ohne Abzug | net 14
          Zahlungsziel: 30 Tage netto               | net 30
          30 jours date de facture                  | net 30
          30 giorni data fattura                    | net 30
          30 días fecha factura                     | net 30
          Betaling binnen 14 dagen na factuurdatum  | net 14
          Paiement à réception de la facture        | net 0
          # several sentences, in any order
          Payable within 30 days. 2% discount within 10 days. | 2/10 net 30
          2% discount within 10 days. Payable within 30 days. | 2/10 net 30
          14 Tage netto, 2% Skonto innerhalb 7 Tagen | 2/7 net 14
          2 % Skonto innerhalb 7 Tagen, 14 Tage netto | 2/7 net 14
          Bei Zahlung innerhalb von 7 Tagen 2,00 % Skonto, sonst 14 Tage ohne Abzug | 2/7 net 14
          3% 7 Tage, 2% 14 Tage, 30 Tage netto      | 3/7 2/14 net 30
          2% 10 days, net 30                        | 2/10 net 30
          30 days net; no discount                  | net 30
          Paiement sous 30 jours. Pas d'escompte pour paiement anticipé. | net 30
          Escompte de 2% pour paiement sous 8 jours, 30 jours nets | 2/8 net 30
          2% korting bij betaling binnen 8 dagen, 30 dagen netto | 2/8 net 30
          """)
  void readsWhenTheWholeIsDue(String text, String terms) {
    assertThat(TermsText.parse(text).terms()).contains(PaymentTerms.parse(terms));
    assertThat(TermsText.parse(text).other()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // two readings in French law
        "45 jours fin de mois",
        // counts from a day that the invoice does not tell
        "Zahlbar innerhalb 14 Tagen nach Erhalt der Rechnung.",
        "30 days net. Penalty rate 12 %",
        "50% prepaid, 50% within one month",
        // a part that is not understood may change the meaning of the others
        "Payable within 30 days. 2% discount within 10 days of receipt.",
        "30 days net, 14 days net",
        "2% discount within 40 days, 30 days net",
        "3% 7 Tage, 3% 14 Tage, 30 Tage netto",
        "Payment within 30 working days",
        "2% within 10 days",
        // a percentage is a discount only if it says so, or by the trade beside the whole's days
        "Zahlbar innerhalb 30 Tagen, 8%",
        "30 Tage 8%",
        "5% 30 days",
        // nobody pays within no days
        "2% discount within 0 days",
        // clauses that contradict each other
        "2% Skonto, 10 Tage, kein Skonto, 30 Tage netto",
        "2% Skonto innerhalb 10 Tagen, kein Skonto",
        "2% discount within 10 days, 30 days net, no discount",
        "2% penalty within 10 days, net 30",
        "As per contract clause X.123",
        "Bitte überweisen Sie bis zum 24.01.2015 auf das unten aufgeführte Konto."
      })
  void guessesNothing(String text) {
    TermsText read = TermsText.parse(text);
    assertThat(read.terms()).isEmpty();
    assertThat(read.discounts()).isEmpty();
    assertThat(read.other()).containsExactly(text);
  }

  @Test
  void guessesNotWhichOfTwoLinesCounts() {
    TermsText two = TermsText.parse("Net 30 days\nNet 14 days");
    assertThat(two.terms()).isEmpty();
    assertThat(two.other()).containsExactly("Net 30 days", "Net 14 days");
    TermsText twice = TermsText.parse("Net 30 days\nZahlbar innerhalb 30 Tagen");
    assertThat(twice.terms()).contains(PaymentTerms.net(30));
    assertThat(twice.other()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Payment within 10 days, 2% discount",
        "2 % discount if paid within 10 days",
        "Bei Zahlungen binnen 10 Tagen, 2% Skonto"
      })
  void readsADiscountThatDoesNotSayWhenTheWholeIsDue(String text) {
    assertThat(TermsText.parse(text).discounts())
        .containsExactly(EarlyPaymentDiscount.of(percent("2"), 10));
    assertThat(TermsText.parse(text).terms()).isEmpty();
  }

  @Test
  void writesDiscountsAsTheRuleAsks() {
    PaymentTerms terms = PaymentTerms.parse("2/7 1/14 net 30");
    assertThat(TermsText.write(terms))
        .isEqualTo("#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.00#\n");
    assertThat(TermsText.write(PaymentTerms.net(30))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.00EUR/10 net 30       | a Skonto line cannot express: 5.00EUR/10
          2/EOM+10 net 60         | a Skonto line cannot express: 2/EOM+10
          2.125/10 net 30         | a Skonto line cannot express: 2.125/10
          2/10 pro rata net 30    | a Skonto line cannot express: 2/10 pro rata
          2/10 net 30 ROG         | terms do not count from the invoice date: 2/10 net 30 ROG
          2/10 net 30 as of 2026-05-01 | terms do not count from the invoice date: 2/10 net 30 as of 2026-05-01
          """)
  void refusesWhatALineCannotExpress(String terms, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TermsText.write(PaymentTerms.parse(terms)))
        .withMessage(message);
  }

  /** What says that there is no discount loses nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"Sans escompte", "ohne Abzug", "No discount."})
  void losesNothingWhereThereIsNoDiscount(String text) {
    TermsText read = TermsText.parse(text);
    assertThat(read.other()).isEmpty();
    assertThat(read.discounts()).isEmpty();
    assertThat(read.terms()).isEmpty();
  }

  @Test
  void readsManyLinesThatCouldBeDividedInManyWays() {
    String line = "2% 10 days, 30 days, ".repeat(8) + "thanks\n";
    assertThat(TermsText.parse(line.repeat(400)).other()).hasSize(400);
  }

  @Test
  void readsALineOfAMillionCharacters() {
    String line = "Payment within ".repeat(70_000);
    assertThat(TermsText.parse(line).other()).hasSize(1);
  }
}
