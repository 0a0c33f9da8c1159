/**
 * What happened. An {@link io.dunning.ledger.Invoice} and its {@link io.dunning.event.LedgerEvent
 * events} are an {@link io.dunning.ledger.InvoiceHistory}; a {@link io.dunning.ledger.Customer},
 * the histories and the events that concern no single invoice are an {@link
 * io.dunning.ledger.Account}. A {@link io.dunning.ledger.Standing} is what the events up to the end
 * of a day add up to; an {@link io.dunning.ledger.OpenItem} is what aging needs of it.
 *
 * <p>As of a day means at its end: an event of that day counts, a later one does not exist.
 */
package io.dunning.ledger;
