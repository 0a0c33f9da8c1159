/**
 * The exception that every {@code parse} throws. Rules such as conditions, triggers and actions
 * print as sentences and parse what they print; {@link io.dunning.sentence.SentenceException} says
 * where a sentence cannot be read, and what may have been meant.
 */
package io.dunning.sentence;
