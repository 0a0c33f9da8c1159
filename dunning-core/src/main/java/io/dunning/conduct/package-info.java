/**
 * Rules of contact: how often and at which hours a customer may be contacted, and which notices
 * have to come first.
 *
 * <p>Start with {@link io.dunning.conduct.Conduct}, which is part of a policy. It says who collects
 * what kind of debt, and under which {@link io.dunning.conduct.ContactRules}. {@link
 * io.dunning.conduct.ContactLaw} contains rule sets of several countries with their sources; you
 * build your own from {@link io.dunning.conduct.ContactLimit limits}. The {@link
 * io.dunning.conduct.Jurisdiction} of a rule set decides whether it applies to a customer. {@link
 * io.dunning.conduct.ContactCheck} tells you whether an account may be contacted on a day, and the
 * {@link io.dunning.conduct.ContactWindow hours} at which a contact is allowed.
 */
package io.dunning.conduct;
