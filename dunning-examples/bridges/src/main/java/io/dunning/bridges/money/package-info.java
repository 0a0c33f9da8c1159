/**
 * Amounts of the money libraries around, both ways and exact.
 *
 * <p>{@link io.dunning.bridges.money.JodaMoney} and {@link io.dunning.bridges.money.Jsr354Money}
 * convert amounts, {@link io.dunning.bridges.money.JavaCurrencies} the currencies of the JDK. What
 * does not fit is refused, never rounded.
 */
package io.dunning.bridges.money;
