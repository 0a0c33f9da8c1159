package io.dunning.spring;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;

/**
 * An action for a sender to carry out. Immutable.
 *
 * @param tenant the tenant's name
 * @param key the stable key of the action, the same on every attempt and for no other action of the
 *     tenant; hand it to the provider as its idempotency key
 * @param attempt which attempt it is, from 1
 * @param action what to do
 * @param document what the customer is told, with the recommendations behind it
 * @param account the account as it was when the step was decided
 * @param policy the policy by which it was decided
 */
public record Delivery(
    String tenant,
    String key,
    int attempt,
    DunningAction action,
    DunningDocument document,
    Account account,
    DunningPolicy policy) {}
