package io.dunning.letters;

import io.dunning.money.Money;
import java.time.LocalDate;

/**
 * What a customer promised to pay for one invoice, or for the account. Immutable and thread-safe.
 *
 * @param invoice the invoice number; empty text for a promise about the account
 * @param amount how much of what is owed
 * @param on the last day of the promise
 */
public record PromisedPart(String invoice, Money amount, LocalDate on) {}
