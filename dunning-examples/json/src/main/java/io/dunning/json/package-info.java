/**
 * JSON forms of the values of the library, for storing, sending and comparing them.
 *
 * <p>Begin with {@link io.dunning.json.DunningJson#mapper}, a Jackson mapper that writes events,
 * invoices, accounts, answers and reports, and reads them back as equal values:
 *
 * <pre>{@code
 * String text = DunningJson.mapper().writeValueAsString(payment(day, eur("120.00")));
 * // {"type":"payment","date":"2026-03-02","amount":{"amount":"120.00","currency":"EUR"}}
 * LedgerEvent again = DunningJson.mapper().readValue(text, LedgerEvent.class);
 * }</pre>
 *
 * <p>{@link io.dunning.json.DunningModule} gives the same forms to a mapper of your own. If a text
 * does not describe the value that was asked for, {@link io.dunning.json.InvalidJsonException} says
 * where and why. The JSON Schemas of all forms are in the folder {@code io/dunning/json/schema} of
 * this artifact.
 *
 * <p>Policies have no JSON form. {@link io.dunning.json.policy} reads and writes them as files.
 */
package io.dunning.json;
