package io.dunning.evaluation;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each family of reasons has an answer of its own. */
class ReasonFamiliesTest {
  /** Answers with the type that was handed over. */
  private static final class Names implements Reason.Visitor<Class<?>> {
    @Override
    public Class<?> due(DueReason reason) {
      return DueReason.class;
    }

    @Override
    public Class<?> hold(HoldReason reason) {
      return HoldReason.class;
    }

    @Override
    public Class<?> amount(AmountReason reason) {
      return AmountReason.class;
    }

    @Override
    public Class<?> step(StepReason reason) {
      return StepReason.class;
    }

    @Override
    public Class<?> contact(ContactReason reason) {
      return ContactReason.class;
    }

    @Override
    public Class<?> leftOut(LeftOutReason reason) {
      return LeftOutReason.class;
    }
  }

  @Test
  void everyFamilyHasAMethodOfTheVisitor() {
    assertThat(Reason.Visitor.class.getDeclaredMethods())
        .extracting(m -> (Object) m.getParameterTypes()[0])
        .containsExactlyInAnyOrder((Object[]) Reason.class.getPermittedSubclasses());
  }

  static Stream<Arguments> families() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    return Stream.of(
        arguments(new DueReason.NotDue(day), DueReason.class),
        arguments(new HoldReason.Disputed("damaged", day), HoldReason.class),
        arguments(new AmountReason.PartlyPromised(eur("1.00"), day), AmountReason.class),
        arguments(new StepReason.StepAwaits("call", "notice"), StepReason.class),
        arguments(new ContactReason.ContactTooSoon("call", day, day), ContactReason.class),
        arguments(new LeftOutReason.StepTaken("call", day), LeftOutReason.class));
  }

  @ParameterizedTest
  @MethodSource("families")
  void aReasonIsHandedToTheMethodOfItsFamily(Reason reason, Class<?> family) {
    assertThat(reason.accept(new Names())).isEqualTo(family);
  }
}
