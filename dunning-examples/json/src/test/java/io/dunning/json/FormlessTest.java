package io.dunning.json;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

/** A value without a form is refused, and never written as an empty object. */
class FormlessTest {
  private static final JsonMapper MAPPER = DunningJson.mapper();
  private static final EscalationStep STEP =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
  private static final DunningPolicy POLICY =
      DunningPolicy.named("small").ladder(EscalationLadder.of(STEP)).build();
  private static final String IN_FILES = "\nMaybe PolicyFiles.write(policy)";

  record Shop(String name, DunningPolicy policy) {}

  static Stream<Arguments> formless() {
    return Stream.of(
        Arguments.of(POLICY, "a policy has no JSON form" + IN_FILES),
        Arguments.of(PolicySet.byDefault(POLICY), "a policy has no JSON form" + IN_FILES),
        Arguments.of(STEP, "EscalationStep has no JSON form" + IN_FILES),
        Arguments.of(POLICY.ladder(), "EscalationLadder has no JSON form" + IN_FILES),
        Arguments.of(
            Condition.balanceAtLeast(Money.eur("500.00")), "Condition has no JSON form" + IN_FILES),
        Arguments.of(LateFee.flat(Money.eur("40.00")), "LateFee has no JSON form" + IN_FILES),
        Arguments.of(
            DunningEvaluator.on(BusinessCalendar.weekends()), "DunningEvaluator has no JSON form"),
        Arguments.of(
            InvoiceHistory.of(
                    Invoice.of(
                        "I-1",
                        Money.eur("1.00"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 2, 1)))
                .standingOn(LocalDate.of(2026, 3, 1)),
            "Standing has no JSON form"));
  }

  @ParameterizedTest
  @MethodSource("formless")
  void isNotWrittenAloneOrInside(Object value, String words) {
    for (Object each : List.of(value, List.of(value), Map.of("a", value), Optional.of(value))) {
      assertThatThrownBy(() -> MAPPER.writeValueAsString(each))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageStartingWith(words);
    }
  }

  @Test
  void isNotWrittenAsAPartOfTheUsersValuesOrByAMapperOfTheirOwn() {
    Shop shop = new Shop("books", POLICY);
    JsonMapper own = JsonMapper.builder().addModule(new DunningModule()).build();
    for (JsonMapper each : List.of(MAPPER, own)) {
      assertThatThrownBy(() -> each.writeValueAsString(shop))
          .isInstanceOf(JacksonException.class)
          .hasMessageStartingWith("a policy has no JSON form" + IN_FILES);
      assertThatThrownBy(() -> each.readValue("{\"name\":\"books\",\"policy\":{}}", Shop.class))
          .isInstanceOf(JacksonException.class)
          .hasMessageStartingWith("a policy has no JSON form" + IN_FILES);
    }
  }

  static Stream<Class<?>> typesWithout() {
    return Library.exported().stream()
        .filter(t -> Without.REASONS.containsKey(EveryTypeTest.name(t)))
        .filter(t -> (!t.isInterface() || t.isSealed()) && !t.isEnum());
  }

  @ParameterizedTest
  @MethodSource("typesWithout")
  void isNotRead(Class<?> type) {
    assertThatThrownBy(() -> MAPPER.readValue("{}", type))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(" has no JSON form");
  }

  @Test
  void leavesTheUsersOwnTypesToJackson() {
    record Own(int a) {}
    assertThat(MAPPER.writeValueAsString(new Own(1))).isEqualTo("{\"a\":1}");
    assertThat(MAPPER.readValue("{\"a\":1}", Own.class)).isEqualTo(new Own(1));
  }
}
