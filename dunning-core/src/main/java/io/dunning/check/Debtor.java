package io.dunning.check;

import io.dunning.ledger.Account;
import java.time.LocalDate;

/**
 * With whom a world begins.
 *
 * @param account who owes what; nothing has happened yet, except in the past of the customer
 * @param first the first day on which the policy looks
 * @param usual whether nothing about the debtor is at an edge, so that one more event is tried
 */
record Debtor(Account account, LocalDate first, boolean usual) {}
