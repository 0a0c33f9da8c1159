/**
 * Sentences with a form: how rules print, and how what they print is read. A {@link
 * io.dunning.grammar.Form} has words and places for values, and both prints and reads its
 * sentences; a {@link io.dunning.grammar.Grammar} is the list of forms that a kind of rule has.
 * {@link io.dunning.grammar.Tokens} are the words of a text, and {@link io.dunning.grammar.Reader}
 * reads what is no plain sentence. The module does not export this package: it serves the library's
 * own parsers.
 */
package io.dunning.grammar;
