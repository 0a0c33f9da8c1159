/**
 * What can be done about a debt. {@link io.dunning.action.DunningAction} is a recommendation in the
 * trade's words; the host carries it out. {@link io.dunning.action.Channel} is how a customer is
 * reached, {@link io.dunning.action.Tone} how the message speaks.
 */
package io.dunning.action;
