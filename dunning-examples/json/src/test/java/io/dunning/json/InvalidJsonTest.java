package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is no form of a value is refused with the place and what is wrong there. */
class InvalidJsonTest {
  private static final JsonMapper MAPPER = DunningJson.mapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # no binary fractions
          {"amount":120.00,"currency":"EUR"} | $.amount: expected an amount in quotes such as "120.00", found a number: 120.00 (line 1, column 11)
          {"amount":"1e3","currency":"EUR"}  | $.amount: expected an amount in quotes such as "120.00", found a text: 1e3 (line 1, column 11)
          {"amount":"1.005","currency":"EUR"} | $: amount has more decimals than EUR, which has 2: 1.005 (line 1, column 1)
          # what is missing, unknown, twice, or null
          {"amount":"1.00"}                  | $: property "currency" is missing (line 1, column 1)
          {"amount":"1.00","currency":"EUR","cents":0} | $.cents: no such property¶Maybe one of amount, currency (line 1, column 43)
          {"amount":"1.00","currency":null}  | $.currency: expected a currency such as EUR; its decimals after a colon if they are unusual, such as EUR:4, found null (line 1, column 29)
          {"amount":"1.00","currency":"EURO"} | $.currency: expected a currency such as EUR; its decimals after a colon if they are unusual, such as EUR:4, found a text: EURO (line 1, column 29)
          "1.00 EUR"                         | $: expected an object, found a text: 1.00 EUR (line 1, column 1)
          null                               | $: expected an object, found null (line 1, column 1)
          """)
  void namesThePlaceInAnAmount(String text, String message) {
    assertThatThrownBy(() -> MAPPER.readValue(text, Money.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessage(message.replace('¶', '\n'));
  }

  @Test
  void namesThePlaceDeepInsideByPathLineAndColumn() {
    String text =
        """
        {
          "customer": {"id": "C-1"},
          "invoices": [
            {
              "invoice": {"number": "I-1", "amount": {"amount": "1.00", "currency": "EUR"},
                          "issued": "2026-01-01", "due": "2026-02-01"},
              "entries": [
                {"event": {"type": "step-taken", "date": "2026-02-30", "step": "call"}}
              ]
            }
          ]
        }
        """;
    InvalidJsonException e =
        catchThrowableOfType(
            InvalidJsonException.class, () -> MAPPER.readValue(text, Account.class));
    assertThat(e.path()).isEqualTo("$.invoices[0].entries[0].event.date");
    assertThat(e.problem())
        .isEqualTo("expected a date such as 2026-01-31, found a text: 2026-02-30");
    assertThat(e.getMessage()).endsWith("(line 8, column 50)");
  }

  @Test
  void refusesWhatTheLibraryRefusesWithItsWords() {
    String blank =
        """
        {"number": " ", "amount": {"amount": "1.00", "currency": "EUR"},
         "issued": "2026-01-01", "due": "2026-02-01"}""";
    assertThatThrownBy(() -> MAPPER.readValue(blank, Invoice.class))
        .hasMessage("$: invoice has no number (line 1, column 1)")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesTheMembersOfAFamily() {
    assertThatThrownBy(() -> MAPPER.readValue("{\"type\":\"payed\"}", LedgerEvent.class))
        .hasMessageContaining("$.type: expected one of credit, payment, ")
        .hasMessageEndingWith("found a text: payed (line 1, column 9)");
    assertThatThrownBy(() -> MAPPER.readValue("{\"date\":\"2026-01-01\"}", LedgerEvent.class))
        .hasMessageStartingWith("$: property \"type\" is missing");
  }

  @Test
  void namesThePlaceInsideTheUsersOwnValues() {
    record Bill(String id, List<Money> parts) {}
    String text =
        "{\"id\":\"7\",\"parts\":[{\"amount\":\"1\",\"currency\":\"EUR\"},{\"amount\":2}]}";
    assertThatThrownBy(() -> MAPPER.readValue(text, Bill.class))
        .hasMessageStartingWith("$.parts[1].amount: expected an amount in quotes");
  }

  @Test
  void currenciesAndConstantsCanBeKeysOfTheUsersMaps() {
    Map<CurrencyUnit, Percentage> shares = Map.of(CurrencyUnit.of("EUR"), Percentage.parse("5%"));
    String text = MAPPER.writeValueAsString(shares);
    assertThat(text).isEqualTo("{\"EUR\":\"5%\"}");
    SortedMap<CurrencyUnit, Percentage> again =
        MAPPER.readValue(text, new TypeReference<SortedMap<CurrencyUnit, Percentage>>() {});
    assertThat(again).isEqualTo(shares);
  }

  @Test
  void settingsOfAMapperDoNotChangeAForm() {
    JsonMapper own =
        JsonMapper.builder()
            .addModule(new DunningModule())
            .changeDefaultPropertyInclusion(
                i ->
                    i.withValueInclusion(
                        com.fasterxml.jackson.annotation.JsonInclude.Include.NON_DEFAULT))
            .enable(tools.jackson.databind.cfg.EnumFeature.WRITE_ENUMS_USING_INDEX)
            .build();
    Recommendation value = AnyValues.of(Recommendation.class, 1).any(Recommendation.class);
    assertThat(own.writeValueAsString(value)).isEqualTo(MAPPER.writeValueAsString(value));
    assertThatThrownBy(
            () ->
                own.readValue(
                    "{\"amount\":\"1\",\"amount\":\"2\",\"currency\":\"EUR\"}", Money.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("twice");
  }
}
