package io.dunning.billing;

import io.dunning.spring.Approvals;
import java.time.LocalDate;
import java.util.List;

/** A step that waits for a person, and why it is due. */
record Question(
    String key,
    String customer,
    String step,
    List<String> invoices,
    List<String> overdue,
    String reason,
    String approver,
    LocalDate askedOn) {

  static List<Question> of(List<Approvals.Waiting> waiting) {
    return waiting.stream()
        .map(
            w ->
                new Question(
                    w.key(),
                    w.recommendation().subject().customer(),
                    w.recommendation().step().orElseThrow(),
                    w.recommendation().invoices(),
                    w.recommendation().overdue().stream().map(Object::toString).toList(),
                    w.recommendation().reason().toString(),
                    w.approver(),
                    w.askedOn()))
        .toList();
  }
}
