/**
 * Exact amounts. {@link io.dunning.money.Money} is a whole number of minor units in one {@link
 * io.dunning.money.CurrencyUnit}; nothing is rounded unless a {@link io.dunning.money.Rounding} is
 * named, and amounts of unlike currencies never meet.
 */
package io.dunning.money;
