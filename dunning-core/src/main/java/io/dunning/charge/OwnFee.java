package io.dunning.charge;

import io.dunning.money.Money;
import java.io.Serializable;

/** A fee of the user's own. It is compared by its sentence, because formulas cannot be compared. */
record OwnFee(String sentence, LateFee.Formula formula) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The fee; none if the formula gives less than zero, or another currency. */
  Money of(Money base) {
    Money fee = formula.apply(base);
    boolean fits = fee.currency().equals(base.currency()) && !fee.isNegative();
    return fits ? fee : Money.zero(base.currency());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnFee that && sentence.equals(that.sentence);
  }

  @Override
  public int hashCode() {
    return sentence.hashCode();
  }
}
