package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.portfolio.ProvisionMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input that nobody should trust is refused soon, and by one kind of exception. */
@Timeout(20)
class HostileInputTest {
  private static final JsonMapper MAPPER = DunningJson.mapper();
  private static final int MUTATIONS = 400;
  private static final String TOO_LONG =
      "$: too long: a text can have 1,000,000 characters, a name 10,000, a number 100 (line 1";

  @ParameterizedTest
  @ValueSource(ints = {101, 150, 1_000, 1_000_000})
  void refusesDeepNesting(int depth) {
    String text = "{\"amount\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    assertThatThrownBy(() -> MAPPER.readValue(text, Money.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("nest");
    JsonMapper careless = JsonMapper.builder().addModule(new DunningModule()).build();
    assertThatThrownBy(() -> careless.readValue(text, Money.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "123456789012345678901234567890", "0.1", "NaN", "-"})
  void refusesNumbersThatAreNone(String number) {
    assertThatThrownBy(
            () -> MAPPER.readValue("{\"amount\":" + number + ",\"currency\":\"EUR\"}", Money.class))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(
            () ->
                MAPPER.readValue(
                    "{\"lost\":\"" + number + "0\",\"of\":\"1e999999999\"}",
                    ProvisionMatrix.LossRate.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesDigitsWithoutEnd() {
    String digits = "9".repeat(1_000_000);
    assertThatThrownBy(
            () ->
                MAPPER.readValue(
                    "{\"amount\":\"" + digits + "\",\"currency\":\"EUR\"}", Money.class))
        .isInstanceOf(InvalidJsonException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
    assertThatThrownBy(
            () -> MAPPER.readValue("{\"lost\":\"" + digits + "\"}", ProvisionMatrix.LossRate.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("decimal number");
  }

  @Test
  void refusesTextsOfMegabytes() {
    String text = "{\"id\":\"" + "x".repeat(5_000_000) + "\"}";
    assertThatThrownBy(() -> MAPPER.readValue(text, Customer.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith(TOO_LONG)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void saysWhichNumberOrNameIsTooLong() {
    String number = "{\"id\":\"C-1\",\"preferences\":" + "1".repeat(101) + "}";
    assertThatThrownBy(() -> MAPPER.readValue(number, Customer.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith(TOO_LONG)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    String name = "{\"" + "n".repeat(10_001) + "\":1}";
    assertThatThrownBy(() -> MAPPER.readValue(name, Customer.class))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith(TOO_LONG)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  /** A text of a million characters is refused before a parser looks for the end of a pattern. */
  @ParameterizedTest
  @ValueSource(strings = {"9", "-", "a", " ", "/", ".", "9.", "2/10 ", "1 day "})
  void noTextKeepsAParserBusy(String part) {
    String text = '"' + part.repeat(999_999 / part.length()) + '"';
    List<Class<?>> types = new ArrayList<>(EveryTypeTest.values());
    types.removeIf(t -> !(Forms.ALL.find(t).orElseThrow() instanceof TextForm));
    assertThat(types).hasSizeGreaterThan(8);
    for (Class<?> each : types) {
      long start = System.nanoTime();
      try {
        MAPPER.readValue(text, each);
      } catch (JacksonException refused) {
        assertThat(refused.getMessage().length()).isLessThan(1_000);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(each + " of " + part)
          .isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void readsManyEventsWhatTheyNeed() {
    String event = "{\"event\":{\"type\":\"voided\",\"date\":\"2026-01-01\"}}";
    String text =
        "{\"customer\":{\"id\":\"C\"},\"entries\":[{\"event\":{\"type\":\"hold-released\",\"date\":\"2026-01-01\"}}"
            + (",{\"event\":{\"type\":\"hold-released\",\"date\":\"2026-01-01\"}}").repeat(50_000)
            + "]}";
    assertThat(MAPPER.readValue(text, Account.class).events()).hasSize(50_001);
    assertThatThrownBy(() -> MAPPER.readValue(event + event, LedgerEvent.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesPropertiesThatAppearTwice() {
    String text = "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"amount\":\"2.00\"}";
    assertThatThrownBy(() -> MAPPER.readValue(text, Money.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("amount");
    String keys = "{\"id\":\"C\",\"facts\":{\"a\":\"1\",\"a\":\"2\"}}";
    assertThatThrownBy(() -> MAPPER.readValue(keys, Customer.class))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @MethodSource("io.dunning.json.GoldenFormsTest#files")
  void whatIsChangedAtRandomIsAValueOrRefused(String file) throws IOException {
    JsonNode stored = MAPPER.readTree(Files.readString(GoldenFormsTest.FOLDER.resolve(file)));
    Random random = new Random(file.hashCode());
    GoldenFormsTest.examples()
        .get(file)
        .forEach(
            (name, type) -> {
              byte[] bytes = stored.get(name).toString().getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < MUTATIONS; i++) {
                byte[] changed = changed(bytes, random);
                try {
                  Object value = MAPPER.readValue(changed, type);
                  assertThat(value.toString()).isNotNull();
                  MAPPER.writeValueAsString(value);
                } catch (JacksonException refused) {
                  assertThat(refused.getMessage()).isNotBlank();
                } catch (RuntimeException e) {
                  throw new AssertionError(new String(changed, StandardCharsets.UTF_8), e);
                }
              }
            });
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int place = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[place] = (byte) random.nextInt(256);
        case 1 -> changed[place] = (byte) ('0' + random.nextInt(10));
        case 2 -> changed[place] = (byte) "\"{}[],:-.eE \\n".charAt(random.nextInt(12));
        default -> {
          int other = random.nextInt(changed.length);
          changed[place] = changed[other];
        }
      }
    }
    return changed;
  }
}
