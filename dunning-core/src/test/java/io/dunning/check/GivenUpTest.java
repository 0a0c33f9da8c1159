package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work that somebody does not want any more; of a long policy, each world takes a while. */
class GivenUpTest {
  private static final int STEPS = 500;

  private final List<PolicyCheck.Progress> told = new ArrayList<>();

  private static DunningPolicy longPolicy(int letters) {
    return DunningPolicy.named("long")
        .ladder(
            EscalationLadder.of(
                IntStream.rangeClosed(1, letters)
                    .mapToObj(
                        i ->
                            EscalationStep.step("letter " + i)
                                .at(Trigger.daysPastDue(i))
                                .take(DunningAction.sendReminder(Channel.EMAIL)))
                    .toArray(EscalationStep[]::new)))
        .build();
  }

  /** Gives up at the second word, and remembers both. */
  private Consumer<PolicyCheck.Progress> impatient() {
    return p -> {
      told.add(p);
      if (told.size() == 2) {
        throw new CancellationException("enough");
      }
    };
  }

  private void saysSoonThatItIsEnough(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(CancellationException.class).hasMessage("enough");
    assertThat(told).hasSize(2);
    assertThat(told.get(1).worlds()).isLessThan(1_000);
  }

  @Test
  void aCheckOfALongPolicyEndsBeforeAThousandWorlds() {
    PolicyCheck check = PolicyCheck.of(longPolicy(STEPS)).telling(impatient());

    saysSoonThatItIsEnough(check::run);
  }

  @Test
  void aComparisonOfLongPoliciesEnds() {
    DunningPolicy before = longPolicy(STEPS);
    DunningPolicy after = longPolicy(STEPS - 1);

    saysSoonThatItIsEnough(
        () -> PolicyComparison.of(before, after, BusinessCalendar.weekends(), impatient()));
  }

  @Test
  void tellingSomebodyChangesNothing() {
    DunningPolicy before = GoodPolicies.all().get(0);
    DunningPolicy after = GoodPolicies.all().get(1);
    BusinessCalendar calendar = BusinessCalendar.weekends();

    assertThat(PolicyComparison.of(before, after, calendar, p -> {}))
        .hasToString(PolicyComparison.of(before, after, calendar).toString());
  }
}
