/**
 * The kit for testing policies. A {@link io.dunning.scenario.Scenario} tells a story day by day and
 * fails with the explanation where the policy decides otherwise; a {@link
 * io.dunning.scenario.Timeline} plays a policy against an account and lists what it would do; a
 * {@link io.dunning.scenario.Backtest} plays it against real accounts and adds up. Plain Java:
 * works with any test framework, or none.
 */
package io.dunning.scenario;
