/**
 * What may be done to whom, and when: how often a customer may be contacted, at which hours, and
 * what has to come first.
 *
 * <p>Start with {@link io.dunning.conduct.Conduct}, which a policy holds: who collects what, and
 * under which {@link io.dunning.conduct.ContactRules}. Rule sets of law ship as data with their
 * source in {@link io.dunning.conduct.ContactLaw}; own ones are made of {@link
 * io.dunning.conduct.ContactLimit limits}. Each says in its {@link io.dunning.conduct.Jurisdiction}
 * whether it applies at all. {@link io.dunning.conduct.ContactCheck} answers for an account on a
 * day, with the {@link io.dunning.conduct.ContactWindow hours} at which a contact is allowed.
 */
package io.dunning.conduct;
