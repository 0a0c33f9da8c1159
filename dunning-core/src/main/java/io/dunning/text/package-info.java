/**
 * Help for reading what people type. {@link io.dunning.text.Decimals} reads decimal numbers of a
 * sensible size; {@link io.dunning.text.Excerpt} shortens what a message quotes. The module does
 * not export this package: it serves the library's own parsers.
 */
package io.dunning.text;
