package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.Performer;
import io.dunning.compiled.Finding;

/** The outcomes that the compiled decider can find by a policy, made once. */
final class CompiledOutcomes {
  private final Outcome[][] all = new Outcome[Finding.values().length][];

  CompiledOutcomes(PreparedStep[] steps) {
    put(Finding.CLOSED, Outcome.of(Verdict.CLOSED, Rule.CLOSED));
    put(Finding.HELD, Outcome.held(null));
    put(Finding.NOT_ISSUED, Outcome.of(Verdict.NOT_DUE, Rule.NOT_ISSUED));
    put(Finding.NOT_DUE, Outcome.of(Verdict.NOT_DUE, Rule.NOT_DUE));
    put(Finding.IN_GRACE, Outcome.of(Verdict.NOT_DUE, Rule.IN_GRACE));
    put(Finding.BELOW_MINIMUM, Outcome.waiting(Rule.BELOW_MINIMUM, -1));
    put(Finding.LADDER_DONE, Outcome.of(Verdict.EXHAUSTED, Rule.LADDER_DONE));
    waiting(Finding.TOO_EARLY, Rule.TOO_EARLY, steps);
    waiting(Finding.STEP_BELOW_MINIMUM, Rule.STEP_BELOW_MINIMUM, steps);
    waiting(Finding.CONTACT_TOO_SOON, Rule.CONTACT_TOO_SOON, steps);
    waiting(Finding.CONTACT_NOT_ALLOWED, Rule.CONTACT_NOT_ALLOWED, steps);
    due(Finding.DUE, Verdict.ACT, steps);
    due(Finding.DUE_ONCE_APPROVED, Verdict.AWAIT_APPROVAL, steps);
  }

  private void put(Finding finding, Outcome... ofSteps) {
    all[finding.ordinal()] = ofSteps;
  }

  private void waiting(Finding finding, Rule rule, PreparedStep[] steps) {
    Outcome[] ofSteps = new Outcome[steps.length];
    for (int i = 0; i < steps.length; i++) {
      ofSteps[i] = Outcome.waiting(rule, i);
    }
    put(finding, ofSteps);
  }

  private void due(Finding finding, Verdict verdict, PreparedStep[] steps) {
    Outcome[] ofSteps = new Outcome[steps.length];
    for (int i = 0; i < steps.length; i++) {
      PreparedStep step = steps[i];
      Channel channel = step.channel(0);
      Performer by = step.performers.length == 0 ? Performer.IN_HOUSE : step.performers[0];
      ofSteps[i] = new Outcome(verdict, Rule.DUE, i, null, channel, null, step.tone, by);
    }
    put(finding, ofSteps);
  }

  /** The outcome of a finding about a step; -1 if none is in question. */
  Outcome of(Finding finding, int step) {
    return all[finding.ordinal()][Math.max(step, 0)];
  }
}
