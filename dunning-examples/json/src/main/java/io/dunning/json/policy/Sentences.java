package io.dunning.json.policy;

import io.dunning.action.DunningAction;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.ContactLimit;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.Invariant;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.util.List;
import java.util.regex.Pattern;

/** The forms of rules that are a sentence; the library reads them. */
final class Sentences {
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
      Words.of("a tolerance", Tolerance::parse, "up to 1.00 EUR, at most 2% of the invoice");
  static final Form<Patience> PATIENCE =
      Words.of("patience", Patience::parse, "at most 2 promises, promises for 30 days in all");
  static final Form<ChargeCap> CAP =
      Words.of("a cap", ChargeCap::parse, "at most 20% in all", "at most 50.00 EUR a year");
  static final Form<ContactLimit> LIMIT =
      Words.of("a limit of contact", ContactLimit::parse, "at most 1 attempt in 7 days");
  static final Form<Invariant> INVARIANT =
      Words.of(
          "an invariant",
          Invariant::parse,
          "never refer to agency before \"final demand\" was delivered",
          "never call while disputed",
          "at most 3 letters in 30 days",
          "charges at most 10% of the debt",
          "no contact within 5 days after a payment");
  static final Form<AllocationOrder> ORDER =
      Forms.choice("an order", AllocationOrder::toString, List.of(AllocationOrder.values()));

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Sentences() {}

  /** A rate of interest, which the library reads. */
  static LateInterest rate(String text, List<ReferenceRates> tables) {
    if (NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Problems.quoted(text) + " is not a rate: the % is missing\nMaybe \"" + text + "%\"");
    }
    return LateInterest.parseRate(text, tables);
  }
}
