package io.dunning;

/**
 * The generators of {@link DunningDomain}, with histories whose events often lie within a month, or
 * are of a few kinds within ten days, so that they meet each other and the day of the decision.
 */
public final class DenseDomain extends DunningDomain {
  /** Events meet each other. */
  public DenseDomain() {
    super(true);
  }
}
