package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An evaluation by a set whose rules put customers into segments. The segment can change with time,
 * and the policy with it: the review date then is the day on which the answer by the segment of
 * that day differs.
 */
final class PlacedEvaluation {
  private final DunningEvaluator evaluator;
  private final PolicySet policies;
  private final Placing placing;
  private final Account account;
  private final LocalDate asOf;
  private final Placing.Place now;

  PlacedEvaluation(
      DunningEvaluator evaluator, PolicySet policies, Account account, LocalDate asOf) {
    this.evaluator = evaluator;
    this.policies = policies;
    this.account = account;
    this.asOf = asOf;
    placing = evaluator.placing(policies, account, asOf);
    now = placing.on(asOf.toEpochDay());
  }

  AccountRecommendation recommend() {
    AccountRecommendation made = evaluator.evaluatePlaced(policies, placing.placed(now), asOf);
    return new AccountRecommendation(made.customer(), reviewed(made.recommendations()));
  }

  /** Each explanation with the rule that gave the segment, and without a day that came too late. */
  List<Explanation> explain() {
    List<Explanation> made = evaluator.explainPlaced(policies, placing.placed(now), asOf);
    List<Recommendation> reviewed =
        reviewed(made.stream().map(Explanation::recommendation).toList());
    List<Explanation> all = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Explanation each = made.get(i);
      boolean same = each.recommendation().reviewOn().equals(reviewed.get(i).reviewOn());
      List<Reason> leftOut = new ArrayList<>(each.leftOut());
      if (now.rule() != null) {
        String why = now.rule().condition().toString();
        leftOut.add(0, new LeftOutReason.InSegment(now.rule().segment(), why));
      }
      List<Flip> flips =
          same ? each.flips() : each.flips().stream().filter(f -> f.on().isEmpty()).toList();
      all.add(new Explanation(reviewed.get(i), leftOut, flips));
    }
    return all;
  }

  /** The same recommendations, to be looked at again when the segment changes them, if sooner. */
  private List<Recommendation> reviewed(List<Recommendation> made) {
    long[] reviews = new long[made.size()];
    for (int i = 0; i < reviews.length; i++) {
      reviews[i] = day(made.get(i));
    }
    Account known = null;
    Placing.Place before = now;
    while (before.changesOn() <= EpochDay.LAST && isAny(reviews, before.changesOn())) {
      long day = before.changesOn();
      if (before.opaque()) {
        cap(reviews, day);
        break;
      }
      Placing.Place then = placing.on(day);
      if (!then.isLike(before)) {
        known = known == null ? account.asOf(asOf) : known;
        compare(made, reviews, placing.placed(known, then), day);
      }
      before = then;
    }
    List<Recommendation> all = new ArrayList<>();
    for (int i = 0; i < reviews.length; i++) {
      all.add(made.get(i).reviewedOn(reviews[i]));
    }
    return all;
  }

  private static long day(Recommendation made) {
    return made.reviewOn().map(LocalDate::toEpochDay).orElse(EpochDay.NEVER);
  }

  private static boolean isAny(long[] reviews, long day) {
    for (long each : reviews) {
      if (each >= day) {
        return true;
      }
    }
    return false;
  }

  private static void cap(long[] reviews, long day) {
    for (int i = 0; i < reviews.length; i++) {
      reviews[i] = Math.min(reviews[i], day);
    }
  }

  /** Of those that nothing changes before a day, finds out which the new segment changes. */
  private void compare(List<Recommendation> made, long[] reviews, Account then, long day) {
    List<Recommendation> later =
        evaluator.evaluatePlaced(policies, then, LocalDate.ofEpochDay(day)).recommendations();
    for (int i = 0; i < reviews.length; i++) {
      if (reviews[i] >= day) {
        Recommendation other = about(made.get(i).subject(), later);
        boolean same = other != null && other.decidesLike(made.get(i));
        reviews[i] = same ? day(other) : day;
      }
    }
  }

  private static Recommendation about(Subject subject, List<Recommendation> all) {
    for (Recommendation each : all) {
      if (each.subject().equals(subject)) {
        return each;
      }
    }
    return null;
  }
}
