/**
 * What happened. An {@link io.dunning.ledger.Invoice} and its {@link io.dunning.event.LedgerEvent
 * events} are an {@link io.dunning.ledger.InvoiceHistory}; a {@link io.dunning.ledger.Customer},
 * the histories and the events that concern no single invoice are an {@link
 * io.dunning.ledger.Account}.
 *
 * <p>A {@link io.dunning.ledger.Standing} is what the events up to the end of a day add up to. It
 * has five views: the {@link io.dunning.ledger.Balance}, the {@link io.dunning.ledger.StepRecord
 * steps} of the ladder, the {@link io.dunning.ledger.Agreements} that stand between the debt and
 * its collection, the {@link io.dunning.ledger.Correspondence}, and what the {@link
 * io.dunning.ledger.BankRecord bank} says. An {@link io.dunning.ledger.OpenItem} is what aging
 * needs of it.
 *
 * <p>As of a day means at its end: events up to and including that day count; later ones are
 * ignored.
 */
package io.dunning.ledger;
