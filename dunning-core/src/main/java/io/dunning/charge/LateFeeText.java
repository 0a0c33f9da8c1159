package io.dunning.charge;

import io.dunning.charge.LateFee.Banding;
import io.dunning.money.Percentage;
import java.util.stream.Collectors;

/** A late fee in words. */
final class LateFeeText {
  private LateFeeText() {}

  /** Such as {@code 5.00 EUR + 2%, at most 20.00 EUR}. */
  static String of(LateFee fee) {
    StringBuilder text = new StringBuilder(fee.isCompensation() ? "fixed compensation of " : "");
    text.append(fee.own().map(OwnFee::sentence).orElse(""));
    text.append(fee.share().map(Percentage::toString).orElse(""));
    text.append(fee.bands().stream().map(FeeBand::toString).collect(Collectors.joining(" or ")));
    if (fee.banding() == Banding.MARGINAL) {
      text.append(", band by band");
    }
    fee.minimums().forEach(m -> text.append(", at least ").append(m));
    fee.maximums().forEach(m -> text.append(", at most ").append(m));
    switch (fee.arises()) {
      case WITH_STEP -> {
        fee.step().ifPresent(s -> text.append(", with ").append(s));
        text.append(fee.ofDocument() ? ", once for a letter" : "");
      }
      case ONCE -> text.append(", once");
      case ONCE_PER_INSTALMENT -> text.append(", once for each instalment");
      case PERIODICALLY -> text.append(", every ").append(fee.period().orElseThrow());
    }
    fee.agreedFact()
        .ifPresent(f -> text.append(", only if ").append(f).append(" is " + fee.agreedValue()));
    text.append(fee.isBesideCompensation() ? ", beside the compensation" : "");
    return text.toString() + (fee.source().isEmpty() ? "" : " (" + fee.source() + ")");
  }
}
