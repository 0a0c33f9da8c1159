package io.dunning.evaluation;

import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.ContactWindow;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A step that is to be taken, now or once a person has approved it.
 *
 * @param name its name
 * @param place its place in the ladder, from 0
 * @param actions what to do, by the channel that is open
 * @param addressee whom the step addresses; null for the customer as such, or nobody
 * @param window at which hours the customer may be contacted; null if the step contacts nobody
 * @param deadline the payment deadline to state; null if it grants none that the calendar reaches
 * @param approver who has to approve it; null if nobody has to
 * @param key what identifies this taking of it
 * @param assessments the charges that it assesses, by invoice number
 * @param settlements the offers that it makes, by invoice number
 * @param plans the payment plans that it proposes, by invoice number
 * @param accountSettlements the offers that it makes for all invoices together, by currency
 * @param accountPlans the plans that it proposes for all invoices together, by currency
 * @param credits what the customer has to their credit, by currency
 * @param netsCredits whether the policy takes them off what is to be paid
 */
record DueStep(
    String name,
    int place,
    List<DunningAction> actions,
    ContactPerson addressee,
    ContactWindow window,
    LocalDate deadline,
    String approver,
    StepKey key,
    SortedMap<String, List<ChargeAssessed>> assessments,
    SortedMap<String, SettlementQuote> settlements,
    SortedMap<String, PaymentPlan> plans,
    SortedMap<CurrencyUnit, SettlementQuote> accountSettlements,
    SortedMap<CurrencyUnit, PaymentPlan> accountPlans,
    List<Money> credits,
    boolean netsCredits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<List<WeeklyHours.Span>> WHOLE_DAYS =
      Arrays.stream(DayOfWeek.values()).map(WeeklyHours.ALWAYS::on).toList();

  /** The whole of a day, by the customer's clock: no rule of contact limits the hours. */
  static ContactWindow wholeDay(LocalDate day, Customer customer) {
    List<ZoneId> zones = customer.zones();
    Optional<ZoneId> zone = zones.isEmpty() ? Optional.empty() : Optional.of(zones.get(0));
    return new ContactWindow(day, zone, WHOLE_DAYS.get(day.getDayOfWeek().ordinal()));
  }
}
