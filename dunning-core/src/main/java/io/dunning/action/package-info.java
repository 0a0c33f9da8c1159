/**
 * What can be done about a debt. {@link io.dunning.action.DunningAction} is a recommendation in the
 * trade's words; the host carries it out. Its kinds come in four families: a {@link
 * io.dunning.action.Message} or an {@link io.dunning.action.Offer} is sent to the customer, in a
 * {@link io.dunning.action.Conversation} somebody speaks with the customer, and a {@link
 * io.dunning.action.BackOfficeAction} does not contact the customer. {@link
 * io.dunning.action.Channel} is how a customer is reached, {@link io.dunning.action.Tone} how the
 * message speaks, {@link io.dunning.action.ContactWishes} when the customer does not want to be
 * contacted, {@link io.dunning.action.ContactPerson} whom the creditor addresses, and {@link
 * io.dunning.action.Performer} who carries the action out.
 */
package io.dunning.action;
