package io.dunning;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;

/** Policies that several tests start from. */
public final class Policies {
  private Policies() {}

  /** Reminder at 3, notice at 14, agency at 28 days past due. */
  public static final EscalationLadder LADDER =
      EscalationLadder.of(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
          step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)),
          step("agency").at(daysPastDue(28)).take(referToAgency()).needsApproval());

  public static PolicyDraft draft() {
    return DunningPolicy.named("test").ladder(LADDER);
  }
}
