package io.dunning.compiled;

import io.dunning.behaviour.RiskBand;
import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on the risk band of the customer, for customers of whom no invoice was ever settled
 * or lost: their band is unknown until an invoice is long overdue, and severe from then on.
 *
 * @param ifUnknown whether it holds while the band is unknown
 * @param ifSevere whether it holds once the band is severe
 */
record BandTest(boolean ifUnknown, boolean ifSevere) {
  /** How many days past due an invoice makes the band severe. */
  static final int SEVERE_FROM = 91;

  /** What a condition comes to; null if it asks for anything else. */
  static BandTest of(Condition condition) {
    if (!condition.needs().profile()) {
      return null;
    }
    RiskBand[] all = RiskBand.values();
    for (int set = 1; set < 1 << all.length; set++) {
      List<RiskBand> bands = new ArrayList<>();
      for (RiskBand each : all) {
        if ((set >> each.ordinal() & 1) != 0) {
          bands.add(each);
        }
      }
      if (condition.equals(Condition.customerIs(bands.toArray(new RiskBand[0])))) {
        return new BandTest(bands.contains(RiskBand.UNKNOWN), bands.contains(RiskBand.SEVERE));
      }
    }
    return null;
  }
}
