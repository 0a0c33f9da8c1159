/**
 * Help for reading what people type and writing what they read. {@link io.dunning.text.Decimals}
 * reads decimal numbers of a sensible size; {@link io.dunning.text.Excerpt} shortens what a message
 * quotes; {@link io.dunning.text.ConstantWords} puts a constant into words; {@link
 * io.dunning.text.AlignedRows} prints a table. The module does not export this package: it serves
 * the library's own values.
 */
package io.dunning.text;
