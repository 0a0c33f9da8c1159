package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.EpochDay;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a recommendation apart, and puts it together again. */
final class RecommendationAssembly {
  private RecommendationAssembly() {}

  /** The parts of a recommendation, of which {@link #join} makes an equal one. */
  static RecommendationParts split(
      Recommendation whole, String documentGroup, DueStep due, InvoiceLines lines) {
    return new RecommendationParts(
        whole.policy(),
        whole.subject(),
        documentGroup,
        whole.asOf(),
        whole.verdict(),
        whole.rule(),
        whole.reason(),
        Optional.ofNullable(due).map(RecommendationAssembly::step),
        whole.waitsFor(),
        whole.reviewOn(),
        whole.channel(),
        whole.tone(),
        whole.performer(),
        whole.lines(),
        lines.apart(),
        whole.overdue(),
        whole.overdueSince(),
        whole.heldOverdue(),
        whole.heldOverdueSince(),
        whole.charges(),
        whole.missingCharges(),
        whole.routes(),
        whole.profile(),
        whole.risk(),
        whole.score(),
        whole.conductAsked(),
        whole.differences(),
        whole.chargesLeft());
  }

  private static RecommendationParts.Step step(DueStep due) {
    return new RecommendationParts.Step(
        due.name(),
        due.place(),
        due.actions(),
        Optional.ofNullable(due.addressee()),
        Optional.ofNullable(due.window()),
        Optional.ofNullable(due.deadline()),
        Optional.ofNullable(due.approver()),
        due.key(),
        due.assessments(),
        due.settlements(),
        due.plans(),
        due.accountSettlements(),
        due.accountPlans(),
        due.credits(),
        due.netsCredits());
  }

  private static DueStep due(RecommendationParts.Step step) {
    return new DueStep(
        step.name(),
        step.place(),
        step.actions(),
        step.addressee().orElse(null),
        step.contactWindow().orElse(null),
        step.deadline().orElse(null),
        step.approver().orElse(null),
        step.key(),
        step.assessments(),
        step.settlements(),
        step.paymentPlans(),
        step.accountSettlements(),
        step.accountPaymentPlans(),
        step.credits(),
        step.netsCredits());
  }

  /** The recommendation of these parts. {@code checked()} checks the rest. */
  static Recommendation join(RecommendationParts parts) {
    DueStep due = parts.step().map(RecommendationAssembly::due).orElse(null);
    Outcome outcome =
        new Outcome(
            parts.verdict(),
            parts.rule(),
            due == null ? -1 : due.place(),
            null,
            parts.channel().orElse(null),
            due == null ? null : due.addressee(),
            parts.tone().orElse(null),
            parts.performer().orElse(null));
    if (due != null && parts.waitsFor().isPresent()) {
      throw new IllegalArgumentException(
          "step to take also waits for a step: " + parts.waitsFor().get());
    }
    return new Recommendation(
        AppliedPolicy.of(parts.policy()),
        parts.documentGroup(),
        parts.asOf(),
        outcome,
        due == null ? parts.waitsFor().orElse("") : due.name(),
        new Facts(
            parts.subject(),
            due,
            parts.reason(),
            lines(parts),
            lateness(parts.overdue(), parts.overdueSince()),
            lateness(parts.heldOverdue(), parts.heldOverdueSince())),
        parts.reviewOn().map(LocalDate::toEpochDay).orElse(EpochDay.NEVER),
        parts.conductAsked(),
        new SideResults(
                parts.charges(),
                parts.missingCharges(),
                parts.routes(),
                behaviour(parts),
                parts.differences(),
                parts.chargesLeft())
            .orNone());
  }

  private static Lateness lateness(List<Money> amounts, Optional<LocalDate> since) {
    return new Lateness(amounts, since.map(LocalDate::toEpochDay).orElse(EpochDay.NONE));
  }

  private static Behaviour behaviour(RecommendationParts parts) {
    Optional<PaymentProfile> profile = parts.profile();
    if (profile.isPresent() != parts.risk().isPresent()
        || profile.isEmpty() && parts.score().isPresent()) {
      throw new IllegalArgumentException("profile and risk are not there together");
    }
    return profile
        .map(p -> new Behaviour(p, parts.risk().get(), parts.score().orElse(null)))
        .orElse(null);
  }

  private static InvoiceLines lines(RecommendationParts parts) {
    List<InvoiceLine> all = parts.lines();
    List<String> numbers = all.stream().map(InvoiceLine::invoice).toList();
    Set<String> known = new HashSet<>(numbers);
    if (known.size() < numbers.size() || !known.containsAll(parts.apart().keySet())) {
      throw new IllegalArgumentException(
          "an invoice has two lines, or a part is set apart without one: "
              + numbers
              + ", "
              + parts.apart().keySet());
    }
    InvoiceLines lines = new InvoiceLines(numbers, null, numbers.size(), true);
    for (int i = 0; i < all.size(); i++) {
      InvoiceLine each = all.get(i);
      lines.add(
          i,
          each.open().currency(),
          each.open().minorUnits(),
          each.concerned(),
          each.overdue(),
          each.held());
      lines.owed(i, each.owed());
      RecommendationParts.Apart apart = parts.apart().get(each.invoice());
      if (apart != null) {
        lines.apart(
            i, in(each, apart.disputed()), in(each, apart.promised()), in(each, apart.notDue()));
      }
    }
    return lines;
  }

  /** An amount in the currency of its line. */
  private static long in(InvoiceLine line, Money amount) {
    line.open().compareTo(amount);
    return amount.minorUnits();
  }
}
