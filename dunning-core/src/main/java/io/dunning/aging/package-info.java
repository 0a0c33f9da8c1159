/**
 * What is open, by age. An {@link io.dunning.aging.AgingSchedule} is a row of disjoint, complete
 * {@link io.dunning.aging.AgeBand bands}; an {@link io.dunning.aging.AgingReport} sorts {@link
 * io.dunning.ledger.OpenItem open items} into them, a {@link io.dunning.aging.AgingLine} for each
 * customer and currency. The bands of a line always add up to its total, and currencies never add
 * unless rates are given ({@link io.dunning.aging.ConvertedAging}). {@link
 * io.dunning.aging.Receivables} holds millions of items in columns, for the same reports, past days
 * and many days at once.
 */
package io.dunning.aging;
