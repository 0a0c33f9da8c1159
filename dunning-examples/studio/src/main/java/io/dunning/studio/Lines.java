package io.dunning.studio;

import io.dunning.json.policy.Place;
import io.dunning.json.policy.PolicyFile;
import io.dunning.policy.DunningPolicy;

/** Where a rule of a policy stands in the text of the editor. */
final class Lines {
  private Lines() {}

  /** The line of a place such as {@code ladder[2].at}, from 1; 0 if it is in another file. */
  static int of(Draft draft, DunningPolicy policy, String place) {
    PolicyFile file = draft.file().orElseThrow();
    Place found = file.place(policy, place);
    return found.file().equals(draft.path().toString()) ? found.line() : 0;
  }
}
