/**
 * What happens to an invoice or an account, day by day. A {@link io.dunning.event.LedgerEvent} has
 * one factory for every event; its families are sealed, one to a file: {@link
 * io.dunning.event.MoneyEvent money}, {@link io.dunning.event.ChargeEvent charges}, {@link
 * io.dunning.event.DisputeEvent disputes}, {@link io.dunning.event.AgreementEvent agreements},
 * {@link io.dunning.event.TermsEvent terms}, {@link io.dunning.event.RestrictionEvent holds and
 * restrictions}, {@link io.dunning.event.StepEvent steps}, {@link io.dunning.event.ContactEvent
 * contacts}, {@link io.dunning.event.DeliveryEvent deliveries} and {@link
 * io.dunning.event.BankEvent what the bank says}.
 *
 * <p>Whoever handles events implements the {@code Visitor} of a family, so that a new event does
 * not compile until each of them has an answer. To add an event, add a record to its family, a
 * method to that family's visitor, and a factory to {@code LedgerEvent}.
 */
package io.dunning.event;
