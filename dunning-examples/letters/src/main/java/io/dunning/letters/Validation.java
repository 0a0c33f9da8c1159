package io.dunning.letters;

import io.dunning.money.Money;
import java.time.LocalDate;

/**
 * How a debt came about since its itemisation date, as Regulation F asks of collectors (12 CFR
 * 1006.34(c)(2)). The lines add up: {@code then + interest + fees - payments - credits = now}.
 * Immutable and thread-safe.
 *
 * @param invoice the invoice number
 * @param itemisedOn the itemisation date: the day of the invoice
 * @param then the amount on that day
 * @param interest interest since then
 * @param fees fees since then
 * @param payments payments since then
 * @param credits credits since then, discounts and what was given up included
 * @param now the amount on the day of the letter
 * @param endsOn the last day of the validation period: 30 days after the letter is taken to have
 *     arrived, which is five business days after it was sent (12 CFR 1006.34(b)(5))
 */
public record Validation(
    String invoice,
    LocalDate itemisedOn,
    Money then,
    Money interest,
    Money fees,
    Money payments,
    Money credits,
    Money now,
    LocalDate endsOn) {}
