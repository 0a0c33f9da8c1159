package io.dunning.json;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingBasis;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.ProfileParts;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeLine;
import io.dunning.charge.ReferenceRates;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.RecommendationParts;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.MetricParts;
import io.dunning.portfolio.RollRates;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Forms of what the library answers: recommendations, charges, reports and metrics. */
final class AnswerForms {
  private AnswerForms() {}

  static void register(Forms forms) {
    parts(
        forms,
        Recommendation.class,
        RecommendationParts.class,
        Recommendation::parts,
        Recommendation::of);
    parts(
        forms, PaymentProfile.class, ProfileParts.class, PaymentProfile::parts, PaymentProfile::of);
    parts(
        forms,
        CollectionMetrics.class,
        MetricParts.class,
        CollectionMetrics::parts,
        CollectionMetrics::of);
    forms.describe(AccruedCharges.class, AnswerForms::charges);
    forms.describe(ReferenceRates.class, AnswerForms::rates);
    forms.describe(AgingSchedule.class, AnswerForms::schedule);
    forms.describe(AgingLine.class, AnswerForms::line);
    forms.describe(AgingReport.class, AnswerForms::report);
    forms.describe(RollRates.class, AnswerForms::rollRates);
  }

  /** The form of a value that is made of a record of its parts: that of the record. */
  private static <T, P extends Record> void parts(
      Forms forms, Class<T> type, Class<P> parts, Function<T, P> apart, Function<P, T> together) {
    forms.describe(type, draft -> new PartsForm<>(type, forms.of(parts), apart, together));
  }

  private static Form<AccruedCharges> charges(ObjectForm.Draft<AccruedCharges> draft) {
    return draft
        .field("invoice", Invoice.class, AccruedCharges::invoice)
        .field("asOf", LocalDate.class, AccruedCharges::asOf)
        .list("lines", ChargeLine.class, AccruedCharges::lines)
        .list("allocations", AccruedCharges.Allocated.class, AccruedCharges::allocations)
        .field("owed", AccruedCharges.Owed.class, AccruedCharges::owed)
        .field("overdue", Money.class, AccruedCharges::overdue)
        .field("assessedInterest", Money.class, AccruedCharges::assessedInterest)
        .field("assessedFees", Money.class, AccruedCharges::assessedFees)
        .perhaps("missing", String.class, AccruedCharges::missing)
        .madeBy(
            parts ->
                AccruedCharges.of(
                    parts.get("invoice"),
                    parts.get("asOf"),
                    parts.get("lines"),
                    parts.get("allocations"),
                    parts.get("owed"),
                    parts.get("overdue"),
                    parts.get("assessedInterest"),
                    parts.get("assessedFees"),
                    parts.get("missing")));
  }

  private static Form<ReferenceRates> rates(ObjectForm.Draft<ReferenceRates> draft) {
    return draft
        .field("name", String.class, ReferenceRates::name)
        .list("rates", ReferenceRates.Rate.class, ReferenceRates::rates)
        .madeBy(
            parts -> {
              List<ReferenceRates.Rate> all = parts.get("rates");
              ReferenceRates rates = ReferenceRates.named(parts.get("name"));
              for (ReferenceRates.Rate each : all) {
                rates =
                    rates.with(each.from(), each.throughInclusive(), each.rate(), each.source());
              }
              if (!rates.rates().equals(all)) {
                throw new IllegalArgumentException("rates overlap, or are not in their order");
              }
              return rates;
            });
  }

  private static Form<AgingSchedule> schedule(ObjectForm.Draft<AgingSchedule> draft) {
    return draft
        .field("basis", AgingBasis.class, AgingSchedule::basis)
        .list("limits", Integer.class, AnswerForms::limits)
        .field("calendarMonths", int.class, AnswerForms::months, 0)
        .field("netsCredits", boolean.class, AgingSchedule::netsCredits, false)
        .madeBy(AnswerForms::schedule);
  }

  /** The last day of each band of days but the one for what is not due, and the last. */
  private static List<Integer> limits(AgingSchedule schedule) {
    List<AgeBand> bands = schedule.bands();
    int first = schedule.basis() == AgingBasis.DUE_DATE ? 1 : 0;
    return schedule.countsMonths()
        ? List.of()
        : bands.subList(first, bands.size() - 1).stream().map(AgeBand::to).toList();
  }

  private static int months(AgingSchedule schedule) {
    List<AgeBand> bands = schedule.bands();
    return schedule.countsMonths() ? bands.get(bands.size() - 1).from() : 0;
  }

  private static AgingSchedule schedule(ObjectForm.Parts parts) {
    AgingBasis basis = parts.get("basis");
    List<Integer> limits = parts.get("limits");
    int months = parts.get("calendarMonths");
    if (limits.isEmpty() == (months == 0)) {
      throw new IllegalArgumentException("aging schedule has not either limits or months");
    }
    int[] days = limits.stream().mapToInt(n -> n).toArray();
    AgingSchedule schedule =
        months > 0
            ? AgingSchedule.byCalendarMonth(basis, months)
            : basis == AgingBasis.DUE_DATE
                ? AgingSchedule.byDueDate(days)
                : AgingSchedule.byIssueDate(days);
    boolean netting = parts.get("netsCredits");
    return netting ? schedule.nettingCredits() : schedule;
  }

  private static Form<AgingLine> line(ObjectForm.Draft<AgingLine> draft) {
    return draft
        .field("customer", String.class, AgingLine::customer, "")
        .list("bands", AgingLine.Cell.class, AgingLine::cells)
        .field(
            "apart",
            Forms.generic(SortedMap.class, AgingLine.Apart.class, AgingLine.Cell.class),
            AnswerForms::apart)
        .madeBy(
            parts -> {
              Map<AgingLine.Apart, AgingLine.Cell> apart = parts.get("apart");
              return AgingLine.of(parts.get("customer"), parts.get("bands"), apart);
            });
  }

  private static SortedMap<AgingLine.Apart, AgingLine.Cell> apart(AgingLine line) {
    Map<AgingLine.Apart, AgingLine.Cell> all = new EnumMap<>(AgingLine.Apart.class);
    for (AgingLine.Apart each : AgingLine.Apart.values()) {
      if (line.count(each) > 0 || !line.amount(each).isZero()) {
        all.put(each, new AgingLine.Cell(line.amount(each), line.count(each)));
      }
    }
    return new TreeMap<>(all);
  }

  private static Form<AgingReport> report(ObjectForm.Draft<AgingReport> draft) {
    return draft
        .field("schedule", AgingSchedule.class, AgingReport::schedule)
        .field("asOf", LocalDate.class, AgingReport::asOf)
        .list("lines", AgingLine.class, AgingReport::lines)
        .madeBy(
            parts ->
                AgingReport.ofLines(parts.get("schedule"), parts.get("asOf"), parts.get("lines")));
  }

  private static Form<RollRates> rollRates(ObjectForm.Draft<RollRates> draft) {
    return draft
        .field("schedule", AgingSchedule.class, RollRates::schedule)
        .list("rows", RollRates.Row.class, RollRates::rows)
        .madeBy(parts -> RollRates.of(parts.get("schedule"), parts.get("rows")));
  }
}
