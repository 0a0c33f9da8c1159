package io.dunning.charge;

import io.dunning.charge.ChargeRules.InDispute;
import io.dunning.charge.ChargeRules.InRestriction;
import io.dunning.charge.ChargeRules.OnceSettled;
import io.dunning.event.Restriction;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules for charges in words. */
final class ChargeRulesText {
  private ChargeRulesText() {}

  /** Such as {@code German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  static String of(ChargeRules rules) {
    if (rules.isNone()) {
      return "no charges";
    }
    return Stream.of(
            Stream.of(interest(rules)).filter(w -> !w.isEmpty()),
            rules.fees().stream().map(LateFee::toString),
            rules.cap().stream().map(ChargeCap::toString),
            Stream.of("payments pay " + rules.order()),
            Stream.of("paused in dispute").filter(s -> rules.inDispute() == InDispute.PAUSE),
            rules.inRestriction().entrySet().stream().map(ChargeRulesText::restriction),
            Stream.of("waived once settled").filter(s -> rules.onceSettled() == OnceSettled.WAIVED),
            Stream.of("chased once settled").filter(s -> rules.onceSettled() == OnceSettled.CHASED))
        .flatMap(s -> s)
        .collect(Collectors.joining("; "));
  }

  /** The rule for interest and its source; empty text without interest. */
  static String interest(ChargeRules rules) {
    String source = rules.source().isEmpty() ? "" : " (" + rules.source() + ")";
    return rules.interest().map(i -> i + source).orElse("");
  }

  private static String restriction(Map.Entry<Restriction, InRestriction> rule) {
    String what =
        switch (rule.getValue()) {
          case RUN_ON -> "running on";
          case PAUSE -> "paused";
          case WAIVE -> "waived";
        };
    return what + " while " + rule.getKey();
  }
}
