package io.dunning.terms;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WayToPayTest {
  @Test
  void printsInTheWordsOfALetter() {
    assertThat(WayToPay.transfer("Nord GmbH", "DE89 3704 0044 0532 0130 00"))
        .hasToString("transfer to Nord GmbH, DE89370400440532013000");
    assertThat(new WayToPay.Transfer("Acme Inc", "0123 456", "021000021"))
        .hasToString("transfer to Acme Inc, 0123 456, 021000021");
    assertThat(WayToPay.cardLink("https://pay.example/k-17"))
        .hasToString("card at https://pay.example/k-17");
    assertThat(WayToPay.directDebit("M-17", LocalDate.of(2026, 1, 5)))
        .hasToString("direct debit by mandate M-17 of 2026-01-05");
    assertThat(new WayToPay.DirectDebit("M-17", Optional.empty()))
        .hasToString("direct debit by mandate M-17");
    assertThat(WayToPay.inInstalments(6, eur("50.00")))
        .hasToString("up to 6 monthly instalments of at least 50.00 EUR");
    assertThat(new WayToPay.InInstalments(2, Optional.empty()))
        .hasToString("up to 2 monthly instalments");
  }

  /** Examples of the IBAN registry (SWIFT, ISO 13616). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "FR1420041010050500013M02606",
        "CH9300762011623852957",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S"
      })
  void takesAnIban(String iban) {
    assertThat(new WayToPay.Transfer("x", iban, "").account()).isEqualTo(iban);
  }

  @ParameterizedTest
  @CsvSource({"DE89370400440532013001", "DE98370400440532013000", "GB29NWBK60161331926891"})
  void refusesAnIbanWithAMistake(String iban) {
    assertThatThrownBy(() -> WayToPay.transfer("x", iban))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("check digits of the IBAN are wrong: " + iban);
  }

  @Test
  void refusesWhatALetterCannotState() {
    assertThatThrownBy(() -> WayToPay.transfer(" ", "1"))
        .hasMessage("holder of the account is blank");
    assertThatThrownBy(() -> WayToPay.transfer("x", "")).hasMessage("account is blank");
    assertThatThrownBy(() -> WayToPay.directDebit("", LocalDate.EPOCH))
        .hasMessage("mandate is blank");
    assertThatThrownBy(() -> WayToPay.inInstalments(1, eur("5.00")))
        .hasMessage("instalments are fewer than 2, or their minimum is negative: 1 of 5.00 EUR");
    assertThatThrownBy(() -> WayToPay.inInstalments(3, eur("-5.00")))
        .hasMessage("instalments are fewer than 2, or their minimum is negative: 3 of -5.00 EUR");
    assertThatThrownBy(() -> WayToPay.cardLink("not a link"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachKindHasAnAnswer() {
    WayToPay.Visitor<String> kinds =
        new WayToPay.Visitor<>() {
          @Override
          public String transfer(WayToPay.Transfer way) {
            return way.holder();
          }

          @Override
          public String cardLink(WayToPay.CardLink way) {
            return way.link().getHost();
          }

          @Override
          public String directDebit(WayToPay.DirectDebit way) {
            return way.mandate();
          }

          @Override
          public String inInstalments(WayToPay.InInstalments way) {
            return "parts " + way.most();
          }
        };
    assertThat(WayToPay.transfer("Nord", "1").accept(kinds)).isEqualTo("Nord");
    assertThat(WayToPay.cardLink("https://pay.example/1").accept(kinds)).isEqualTo("pay.example");
    assertThat(WayToPay.directDebit("M", LocalDate.EPOCH).accept(kinds)).isEqualTo("M");
    assertThat(WayToPay.inInstalments(4, eur("1.00")).accept(kinds)).isEqualTo("parts 4");
  }
}
