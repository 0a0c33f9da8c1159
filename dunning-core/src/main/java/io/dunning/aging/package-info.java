/**
 * Receivables by age. Start with an {@link io.dunning.aging.AgingSchedule}, which defines the
 * {@link io.dunning.aging.AgeBand bands}: every open item falls into exactly one of them. An {@link
 * io.dunning.aging.AgingReport} sorts {@link io.dunning.ledger.OpenItem open items} into the bands
 * and has an {@link io.dunning.aging.AgingLine} for each customer and currency. The bands of a line
 * always add up to its total. Amounts in different currencies are never added; {@link
 * io.dunning.aging.ConvertedAging} converts them at rates that you give.
 *
 * <p>{@link io.dunning.aging.Receivables} holds millions of items in columns. It makes the same
 * reports, for any past day or for many days at once.
 */
package io.dunning.aging;
