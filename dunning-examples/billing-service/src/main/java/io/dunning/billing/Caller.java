package io.dunning.billing;

/**
 * Who asks.
 *
 * @param tenant the tenant whose rows can be seen
 * @param name the name, for the audit
 * @param role what is allowed
 */
public record Caller(String tenant, String name, Role role) {}
