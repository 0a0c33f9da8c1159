package io.dunning.evaluation;

import java.util.Objects;

/**
 * What an answer says beside its decision. Immutable.
 *
 * @param subject what it is about
 * @param due the step to take; null if none is to be taken
 * @param reason the reason that decided
 * @param lines the open invoices
 * @param late what is overdue and not held
 * @param heldLate what is overdue and held
 */
record Facts(
    Subject subject,
    DueStep due,
    Reason reason,
    InvoiceLines lines,
    Lateness late,
    Lateness heldLate)
    implements FactsSource {
  private static final long serialVersionUID = 1L;

  Facts {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(late, "late");
    Objects.requireNonNull(heldLate, "heldLate");
  }

  @Override
  public Facts facts() {
    return this;
  }
}
