package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.Days;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts come after their length and lists after their size, so that nothing reads like another. */
class CanonicalFormTest {
  @Test
  void aTextComesAfterItsLengthAndAListAfterItsSize() {
    assertThat(new CanonicalForm().text("reminder").text("")).hasToString("8:reminder;0:;");
    assertThat(new CanonicalForm().texts(List.of("a", "bc"))).hasToString("2;1:a;2:bc;");
    assertThat(new CanonicalForm().texts(List.of())).hasToString("0;");
    assertThat(new CanonicalForm().number(-7)).hasToString("-7;");
    assertThat(new CanonicalForm().words(Days.calendarDays(3))).hasToString("6:3 days;");
    assertThat(new CanonicalForm().words(Optional.of(Days.calendarDays(3))))
        .hasToString("1;6:3 days;");
    assertThat(new CanonicalForm().words(Optional.empty())).hasToString("0;");
    assertThat(new CanonicalForm().constant(Channel.SMS)).hasToString("3:SMS;");
    assertThat(new CanonicalForm().constants(List.of(Channel.SMS, Channel.EMAIL)))
        .hasToString("2;3:SMS;5:EMAIL;");
  }

  @Test
  void aDigestIsSixteenDigitsOfWholeCharacters() {
    String digest = new CanonicalForm().text("a").digest();
    assertThat(digest).hasSize(16).matches("[0-9a-f]*");
    assertThat(new CanonicalForm().text("a").digest()).isEqualTo(digest);
    // these characters are alike in their lower byte, and these in their upper one
    assertThat(new CanonicalForm().text("\u0161").digest()).isNotEqualTo(digest);
    assertThat(new CanonicalForm().text("b").digest()).isNotEqualTo(digest);
  }

  @Test
  void everyPrerequisiteAndEveryConditionIsWritten() {
    EscalationStep step = EscalationStep.step("a").at(Trigger.daysPastDue(3));
    Condition x = Condition.customerTagged("x");
    Condition y = Condition.customerTagged("y");
    assertThat(
            List.of(
                written(step.requires(x, x)),
                written(step.requires(x, y)),
                written(step.requires(y, x)),
                written(step.onlyIf(x)),
                written(step.onlyIf(y)),
                written(step.onlyIf(x.or(y))),
                written(step.onlyIf(x.and(y))),
                written(step.onlyIf(y.and(x))),
                written(step.onlyIf(x.not()))))
        .doesNotHaveDuplicates();
  }

  private static String written(EscalationStep step) {
    EscalationStep whole = step.take(DunningAction.placeCall());
    return PolicyFingerprint.canonical(
            DunningPolicy.named("p").ladder(EscalationLadder.of(whole)).build())
        .toString();
  }
}
