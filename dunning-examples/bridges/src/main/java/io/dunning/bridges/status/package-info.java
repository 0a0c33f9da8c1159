/**
 * What the statuses of electronic invoices mean for a ledger.
 *
 * <p>{@link io.dunning.bridges.status.InvoiceStatuses} holds the codes of three networks and
 * answers a {@link io.dunning.bridges.status.StatusMessage} with an event, or says why there is
 * none. The table is this library's proposal, not a rule of the networks.
 */
package io.dunning.bridges.status;
