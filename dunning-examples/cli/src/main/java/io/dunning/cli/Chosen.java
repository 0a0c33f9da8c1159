package io.dunning.cli;

import io.dunning.json.policy.Place;
import io.dunning.json.policy.PolicyFile;
import io.dunning.policy.DunningPolicy;

/**
 * A policy that was chosen, and the file that it comes from.
 *
 * @param source the name of the file; of a shipped policy that of its file
 * @param file what the file holds
 * @param policy the policy
 */
record Chosen(String source, PolicyFile file, DunningPolicy policy) {
  /** Where a rule of the policy stands. */
  Place place(String path) {
    Place place = file.place(policy, path);
    return place.file().isEmpty() ? new Place(source, place.line(), place.column()) : place;
  }
}
