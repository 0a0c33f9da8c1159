package io.dunning.evaluation;

import java.util.function.Supplier;

/**
 * What a rule decides.
 *
 * @param outcome what it decides
 * @param why makes the reason, with its facts
 */
record Ruling(Outcome outcome, Supplier<Reason> why) {}
