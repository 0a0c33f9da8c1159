/**
 * Policies as files that a credit manager reads, writes and reviews: YAML or JSON. They use the
 * same words as the library's own output.
 *
 * <p>{@link io.dunning.json.policy.PolicyFiles} reads, writes and formats them; what is wrong in a
 * file comes back {@linkplain io.dunning.json.policy.PolicyFileException all at once}, each problem
 * with its line, its column and advice. It also finds the policies that are shipped with this
 * artifact.
 */
package io.dunning.json.policy;
