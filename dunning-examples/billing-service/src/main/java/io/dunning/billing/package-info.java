/**
 * A billing service for several tenants, made of the Spring Boot starter and REST: {@link
 * io.dunning.billing.BillingApplication} starts it.
 */
package io.dunning.billing;
