package io.dunning.evaluation;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.Message;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to do next about an account: one recommendation for each unit of decision, as the policy
 * says. Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param recommendations per invoice in the order of the account, per currency by currency, or a
 *     single one for the whole account
 */
public record AccountRecommendation(String customer, List<Recommendation> recommendations)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The recommendations for an account.
   *
   * @param customer the customer's id
   * @param recommendations per invoice in the order of the account, per currency by currency, or a
   *     single one for the whole account
   */
  public AccountRecommendation {
    Objects.requireNonNull(customer, "customer");
    recommendations = List.copyOf(recommendations);
  }

  /**
   * What is to be done now.
   *
   * @return the recommendations with the verdict {@link Verdict#ACT}
   */
  public List<Recommendation> due() {
    return with(Verdict.ACT);
  }

  /**
   * What is to be done once a person has approved it.
   *
   * @return the recommendations with the verdict {@link Verdict#AWAIT_APPROVAL}
   */
  public List<Recommendation> awaitingApproval() {
    return with(Verdict.AWAIT_APPROVAL);
  }

  private List<Recommendation> with(Verdict verdict) {
    List<Recommendation> all = new ArrayList<>(recommendations.size());
    for (Recommendation each : recommendations) {
      if (each.verdict() == verdict) {
        all.add(each);
      }
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * What is to be done now, such as a letter or a call each: what the policy decides about at once
   * goes together. Of an account whose invoices keep their own levels, reminders, notices and
   * demands go together into one letter; anything else that is done, such as a call, an offer or a
   * referral to an agency, goes together only where the step is the same.
   *
   * @return the documents, in the order of the recommendations
   */
  public List<DunningDocument> documents() {
    return documents(due());
  }

  /**
   * What would be done if the steps that wait for a person were approved.
   *
   * @return the documents, in the order of the recommendations, with those of {@link #documents}
   */
  public List<DunningDocument> documentsOnceApproved() {
    return documents(recommendations.stream().filter(r -> r.step().isPresent()).toList());
  }

  private List<DunningDocument> documents(List<Recommendation> due) {
    List<List<Recommendation>> groups = new ArrayList<>(due.size());
    for (Recommendation each : due) {
      List<Recommendation> group = null;
      for (int i = 0; i < groups.size() && group == null; i++) {
        group = goTogether(groups.get(i).get(0), each) ? groups.get(i) : null;
      }
      if (group == null) {
        group = new ArrayList<>(1);
        groups.add(group);
      }
      group.add(each);
    }
    List<DunningDocument> documents = new ArrayList<>(groups.size());
    for (List<Recommendation> group : groups) {
      documents.add(document(group));
    }
    return Collections.unmodifiableList(documents);
  }

  /** Whether one document can do what both say: each group is told apart by any of its lines. */
  private static boolean goTogether(Recommendation one, Recommendation other) {
    if (!one.goesWith(other) || !one.performer().equals(other.performer())) {
      return false;
    }
    return one.step().equals(other.step()) || isOnlyAsked(one) && isOnlyAsked(other);
  }

  /**
   * Whether the customer is asked in writing to pay, and nothing else is done: a letter can ask for
   * each invoice in the words of its own step. Charges are recorded by invoice.
   */
  private static boolean isOnlyAsked(Recommendation line) {
    return line.channel().isPresent()
        && line.actions().stream()
            .allMatch(
                a ->
                    a instanceof Message.Reminder
                        || a instanceof Message.Notice
                        || a instanceof Message.Demand
                        || a instanceof BackOfficeAction.AssessCharges);
  }

  private DunningDocument document(List<Recommendation> lines) {
    Set<String> informed = new LinkedHashSet<>();
    for (Recommendation each : recommendations) {
      if (each.goesWith(lines.get(0))) {
        informed.addAll(each.forInformation());
      }
    }
    if (!informed.isEmpty()) {
      for (Recommendation line : lines) {
        informed.removeAll(line.invoices());
      }
    }
    return new DunningDocument(lines, List.copyOf(informed));
  }

  /**
   * The first later day on which any decision differs, if nothing happens until then.
   *
   * @return the earliest review date; empty if there is none
   */
  public Optional<LocalDate> reviewOn() {
    LocalDate first = null;
    for (Recommendation each : recommendations) {
      LocalDate day = each.reviewOn().orElse(null);
      first = first == null || day != null && day.isBefore(first) ? day : first;
    }
    return Optional.ofNullable(first);
  }
}
