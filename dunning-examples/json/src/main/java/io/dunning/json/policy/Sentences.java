package io.dunning.json.policy;

import io.dunning.action.DunningAction;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.ContactLimit;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Percentage;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of rules that are a sentence. */
final class Sentences {
  private Sentences() {}

  static final Form<Trigger> TRIGGER =
      Words.of(
          "a trigger", Trigger::parse, "14 days past due", "20 business days after first notice");
  static final Form<DunningAction> ACTION =
      Words.of("an action", DunningAction::parse, "send reminder by email", "place call");
  static final Form<Condition> CONDITION =
      Words.of("a condition", Condition::parse, "overdue at least 500.00 EUR", "dispute open");
  static final Form<Resumption> RESUMPTION =
      Words.of("a way to go on", Resumption::parse, "resumes where it was", "resumes at once");
  static final Form<Assignment> ASSIGNMENT =
      Words.of("an assignment", Assignment::parse, "in house", "agency Kern for 18%");
  static final Form<Tolerance> TOLERANCE =
      Words.of("a tolerance", s -> todo(s), "up to 1.00 EUR, at most 2% of the invoice");
  static final Form<ChargeCap> CAP =
      Words.of("a cap", s -> todo(s), "at most 20% in all", "at most 50.00 EUR a year");
  static final Form<ContactLimit> LIMIT =
      Words.of("a limit of contact", s -> todo(s), "at most 1 attempt in 7 days");
  static final Form<AllocationOrder> ORDER =
      Forms.choice("an order", AllocationOrder::toString, List.of(AllocationOrder.values()));
  static final Form<Rate> RATE = Words.of("a rate", Rate::parse, "German base rate + 9%", "9.5%");

  private static <T> T todo(String text) {
    throw new IllegalArgumentException(text);
  }

  /**
   * A rate as it is written: reference rates by name, so many times, and a margin.
   *
   * @param name the name of the reference rates
   * @param reference the reference rates, if they are known
   */
  record Rate(
      Optional<String> name, Optional<ReferenceRates> reference, int times, Percentage margin) {
    private static final Pattern FLOATING =
        Pattern.compile("(?:(\\d{1,4}) x )?(.+?)(?: ([+-]) (\\d[\\d.]{0,20}%))?");

    static Rate of(LateInterest interest) {
      return new Rate(
          interest.reference().map(ReferenceRates::name),
          interest.reference().filter(RatesShape::isShipped),
          interest.multiple(),
          interest.margin());
    }

    static Rate parse(String text) {
      if (text.endsWith("%") && text.matches("-?\\d[\\d.]*%")) {
        return new Rate(Optional.empty(), Optional.empty(), 1, Percentage.parse(text));
      }
      Matcher m = FLOATING.matcher(text);
      if (!m.matches()) {
        throw new IllegalArgumentException(Problems.quoted(text) + " is not a rate");
      }
      int times = m.group(1) == null ? 1 : Integer.parseInt(m.group(1));
      String margin = m.group(4) == null ? "0%" : m.group(4);
      Optional<ReferenceRates> known = RatesShape.named(m.group(2));
      return new Rate(
          Optional.of(known.map(ReferenceRates::name).orElse(m.group(2))),
          known,
          times,
          Percentage.parse("-".equals(m.group(3)) ? "-" + margin : margin));
    }

    /** Whether the reference rates are known; says so if not. */
    boolean isKnown(Spot spot, Problems problems) {
      if (name.isEmpty() || reference.isPresent()) {
        return true;
      }
      problems.add(
          spot,
          Problems.quoted(name.get()) + " are no reference rates that are shipped",
          Nearest.advice(name.get(), RatesShape.shippedNames()).substring("Maybe ".length())
              + ", or a table of your own");
      return false;
    }

    Rate with(ReferenceRates table) {
      return new Rate(name, Optional.of(table), times, margin);
    }

    LateInterest interest() {
      if (name.isEmpty()) {
        return LateInterest.fixed(margin);
      }
      LateInterest floating =
          LateInterest.floating(
              reference.orElseThrow(() -> new IllegalArgumentException("no such rates")), margin);
      return times == 1 ? floating : floating.times(times);
    }

    @Override
    public String toString() {
      if (name.isEmpty()) {
        return margin.toString();
      }
      int sign = margin.value().signum();
      String points = margin.toString().replace("-", "");
      return (times == 1 ? "" : times + " x ")
          + name.get()
          + (sign == 0 ? "" : sign < 0 ? " - " + points : " + " + points);
    }
  }
}
