package io.dunning.compiled;

/**
 * What the readable decider decided, for columns that keep no more than this.
 *
 * @param verdict the place of the verdict among all verdicts
 * @param rule the place of the deciding rule among all rules
 * @param holder what holds a debt that is held; null if it is none of these, or nothing holds it
 * @param step the place in the ladder of the step that is taken or waited for; -1 without one
 * @param reviewDay the first later day on which the decision differs, or {@link
 *     io.dunning.calendar.EpochDay#NEVER}
 */
public record Decided(int verdict, int rule, Holder holder, int step, long reviewDay) {}
