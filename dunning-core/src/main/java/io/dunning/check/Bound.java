package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far an exploration goes: what it cannot reach may still happen, and is no mistake.
 *
 * @param events how many events happen to a debtor at most
 * @param customersLeftOut whether some combinations of what customers can be were not tried
 */
record Bound(int events, boolean customersLeftOut) {
  /** The most invoices that a debtor has. */
  private static final int INVOICES = 2;

  /** What customers are; two of these at once are tried only in combination. */
  private static final Set<Topic> CUSTOMER =
      EnumSet.of(Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.FACT);

  /** What takes an event to come about. */
  private static final Set<Topic> EVENT =
      EnumSet.of(
          Topic.DISPUTE,
          Topic.RESTRICTION,
          Topic.PROMISE,
          Topic.PLAN,
          Topic.REPLY,
          Topic.NONPAYMENT_REASON,
          Topic.DELIVERY,
          Topic.INVOICE_DELIVERY,
          Topic.ADDRESS,
          Topic.COLLECTION,
          Topic.REACHED);

  /** Whether debtors for whom all of these conditions hold may not have been tried. */
  boolean hides(List<Condition> together) {
    int happen = 0;
    int customer = 0;
    for (Condition condition : together) {
      for (Condition part : ConditionParts.of(condition)) {
        Mention asked = ConditionParts.mentions(part).get(0);
        if (asked instanceof Mention.OfReached || isMoreThanTried(part)) {
          return true;
        }
        happen += EVENT.contains(asked.topic()) ? 1 : 0;
        customer += CUSTOMER.contains(asked.topic()) ? 1 : 0;
      }
    }
    int most = customer > 0 ? Math.max(Math.min(events, 1), events - 1) : events;
    boolean several = happen > 1 && happen > most;
    return several || customer > 1 && (customersLeftOut || happen > 0);
  }

  /** Whether a part asks for more invoices or events than a debtor has. */
  private boolean isMoreThanTried(Condition part) {
    return ConditionParts.counts(part).stream()
        .anyMatch(
            count ->
                switch (count.counted()) {
                  case INVOICES -> count.least() > INVOICES;
                  case EVENTS -> needed(part, count.least()) > events;
                  case DAYS -> false;
                });
  }

  /** A dispute has to end before the next one begins. */
  private static long needed(Condition part, int times) {
    boolean disputes = ConditionParts.mentions(part).get(0).topic() == Topic.DISPUTE;
    return disputes ? 2L * times - 1 : times;
  }
}
