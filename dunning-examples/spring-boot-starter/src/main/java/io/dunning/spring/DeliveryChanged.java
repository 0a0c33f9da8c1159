package io.dunning.spring;

/**
 * Published as an event of the application when an action has come further. It is told after the
 * fact and can get lost with the process; the rows are the truth.
 *
 * @param tenant the tenant's name
 * @param key the key of the action
 * @param state how far it has come
 */
public record DeliveryChanged(String tenant, String key, DeliveryState state) {}
