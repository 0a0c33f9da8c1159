/**
 * Dunning in a Spring Boot application with PostgreSQL.
 *
 * <p>Add the starter, a policy file in {@code src/main/resources/dunning}, and a database. Put
 * customers, invoices and events into the {@link io.dunning.spring.Books}. The {@link
 * io.dunning.spring.DunningRun} looks at each account when its day has come and takes the steps
 * that are due. {@link io.dunning.spring.ActionSender}s carry out the actions; {@link
 * io.dunning.spring.Deliveries} tells how far they have come, and {@link
 * io.dunning.spring.Approvals} which steps wait for a person. The guide lists which beans can be
 * replaced by ones of your own.
 */
package io.dunning.spring;
