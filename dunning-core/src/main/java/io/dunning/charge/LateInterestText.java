package io.dunning.charge;

import io.dunning.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** A rule for interest in words. */
final class LateInterestText {
  private LateInterestText() {}

  /** Such as {@code German base rate + 9%, ACT/365F}. */
  static String of(LateInterest interest) {
    List<String> words = new ArrayList<>();
    words.add(interest.rate().toString());
    switch (interest.rateMode()) {
      case FLOATING -> {}
      case FIXED_AT_START -> words.add("fixed at the start");
      case AT_EACH_REST -> words.add("fixed at each rest");
    }
    switch (interest.compounding()) {
      case NONE -> {}
      case EVERY_30_DAYS -> words.add("compounding every 30 days");
      case MONTHLY -> words.add("compounding monthly");
    }
    words.add(interest.basis());
    words.addAll(interest.period().words());
    interest.minimumList().forEach(m -> words.add("not below " + m));
    if (interest.rounding() != Rounding.HALF_UP) {
      words.add(
          "rounded "
              + (interest.rounding() == Rounding.DOWN ? "down" : interest.rounding().name()));
    }
    return String.join(", ", words);
  }
}
