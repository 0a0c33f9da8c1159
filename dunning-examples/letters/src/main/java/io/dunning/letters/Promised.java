package io.dunning.letters;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An amount and its day: what the customer promised to pay, or paid. Immutable and thread-safe.
 *
 * @param amounts how much, one amount a currency
 * @param on the last day of the promise, or the day of the payment
 */
public record Promised(List<Money> amounts, LocalDate on) {}
