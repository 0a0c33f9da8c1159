/**
 * Exact amounts of money.
 *
 * <p>{@link io.dunning.money.Money} is a whole number of minor units in one {@link
 * io.dunning.money.CurrencyUnit}, and {@link io.dunning.money.Percentage} is an exact share.
 * Wherever a result has to be rounded, you name the {@link io.dunning.money.Rounding}. If you add,
 * subtract or compare amounts of different currencies, you get a {@link
 * io.dunning.money.CurrencyMismatchException}.
 */
package io.dunning.money;
