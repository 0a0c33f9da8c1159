package io.dunning.check;

import io.dunning.event.LedgerEvent;

/**
 * Something that may happen next.
 *
 * @param order the place of its kind: what happens on one day happens in this order, so that no two
 *     worlds differ by it only
 * @param invoice the invoice; empty for the account as a whole
 * @param event what happens
 */
record Happening(int order, String invoice, LedgerEvent event) {}
