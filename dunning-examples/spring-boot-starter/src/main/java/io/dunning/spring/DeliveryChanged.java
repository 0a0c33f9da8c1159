package io.dunning.spring;

/**
 * Published as an event of the application when an action has come further, once that is committed.
 * It can get lost with the process; the rows are the truth. A listener that writes rows needs a
 * transaction of its own ({@code REQUIRES_NEW}), because it may be called at the end of another
 * one.
 *
 * @param tenant the tenant's name
 * @param key the key of the action
 * @param state how far it has come
 */
public record DeliveryChanged(String tenant, String key, DeliveryState state) {}
