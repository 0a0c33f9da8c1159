package io.dunning.check;

import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a world came to where it is: what happened and what was done, each after what was before it.
 * Worlds share what they have in common.
 */
final class Path {
  final Debtor debtor;
  final Path before;
  final LocalDate day;

  /** The invoice to which something happened; empty for the account as a whole. */
  final String invoice;

  /** What happened; null where a step was taken. */
  final LedgerEvent event;

  /** The step that was taken; null where something happened. */
  final Recommendation step;

  /** What the step was taken by; one document may speak for several steps. */
  private final DunningDocument document;

  /** The invoices that the step is about; null until somebody asks. */
  private List<String> about;

  /** How many events were chosen on the way; steps and their approvals do not count. */
  final int events;

  private Path(
      Debtor debtor,
      Path before,
      LocalDate day,
      String invoice,
      LedgerEvent event,
      Recommendation step,
      DunningDocument document,
      int events) {
    this.debtor = debtor;
    this.before = before;
    this.day = day;
    this.invoice = invoice;
    this.event = event;
    this.step = step;
    this.document = document;
    this.events = events;
  }

  static Path of(Debtor debtor) {
    return new Path(debtor, null, debtor.first(), "", null, null, null, 0);
  }

  Path happens(LocalDate on, String number, LedgerEvent what) {
    return new Path(debtor, this, on, number, what, null, null, events + 1);
  }

  Path approved(LocalDate on, String number, LedgerEvent approval) {
    return new Path(debtor, this, on, number, approval, null, null, events);
  }

  Path taken(LocalDate on, Recommendation what, DunningDocument by) {
    return new Path(debtor, this, on, "", null, what, by, events);
  }

  boolean isStart() {
    return before == null;
  }

  boolean isStep() {
    return step != null;
  }

  /** The invoices that the step is about. */
  List<String> about() {
    if (about == null) {
      about = step.invoices();
    }
    return about;
  }

  /** Whether two steps are about one of the same invoices. */
  boolean concernsSame(Path other) {
    for (String each : about()) {
      if (other.about().contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a step contacts the customer, and no step before it did so by the same document. */
  boolean isContact() {
    if (!isStep() || step.channel().isEmpty()) {
      return false;
    }
    for (Path each = before; each.isStep() && each.document == document; each = each.before) {
      if (each.step.channel().isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** All of it, from the start on, without the start. */
  List<Path> moments() {
    List<Path> all = new ArrayList<>();
    for (Path each = this; !each.isStart(); each = each.before) {
      all.add(each);
    }
    Collections.reverse(all);
    return all;
  }
}
