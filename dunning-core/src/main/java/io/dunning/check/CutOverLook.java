package io.dunning.check;

import io.dunning.action.DunningAction;
import io.dunning.check.CutOver.Kind;
import io.dunning.check.CutOver.Line;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.InvoiceLine;
import io.dunning.evaluation.PolicyId;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Looks at accounts on the first day of a policy, one after the other. For one report. */
final class CutOverLook {
  private final PolicySet before;
  private final PolicySet after;
  private final DunningEvaluator evaluator;
  private final LocalDate day;
  final SortedMap<CurrencyUnit, Money> atStake = new TreeMap<>();
  final List<Line> lines = new ArrayList<>();
  int accounts;
  int contactsBefore;
  int contactsAfter;

  CutOverLook(PolicySet before, PolicySet after, DunningEvaluator evaluator, LocalDate day) {
    this.before = before;
    this.after = after;
    this.evaluator = evaluator;
    this.day = day;
  }

  void at(Account account) {
    accounts++;
    List<Recommendation> was = evaluator.evaluate(before, account, day).recommendations();
    List<Recommendation> is = evaluator.evaluate(after, account, day).recommendations();
    contactsBefore += was.stream().anyMatch(CutOverLook::contacts) ? 1 : 0;
    contactsAfter += is.stream().anyMatch(CutOverLook::contacts) ? 1 : 0;
    is.forEach(r -> debt(account, was, r));
    Set<String> treated = new HashSet<>();
    is.stream().filter(r -> r.step().isPresent()).forEach(r -> treated.addAll(about(r)));
    for (Recommendation each : was) {
      List<String> rest = about(each).stream().filter(i -> !treated.contains(i)).toList();
      if (each.step().isPresent() && !rest.isEmpty()) {
        line(Kind.RESTS, account, each, rest, each.step().get());
      }
    }
  }

  private static List<String> about(Recommendation now) {
    return now.invoices().isEmpty() ? now.subject().invoices() : now.invoices();
  }

  private static boolean contacts(Recommendation now) {
    return now.channel().isPresent() && now.verdict() == Verdict.ACT;
  }

  private void debt(Account account, List<Recommendation> was, Recommendation now) {
    LadderChange ladder = new LadderChange(policyBefore(was, now), policy(after, now));
    Set<String> known = seen(account, now.subject().invoices());
    List<String> unknown = known.stream().filter(ladder::isDropped).toList();
    if (now.verdict() != Verdict.CLOSED && !unknown.isEmpty()) {
      line(Kind.STEPS_UNKNOWN, account, now, about(now), String.join(", ", unknown));
    }
    if (now.step().isEmpty()) {
      return;
    }
    overdue(now, about(now)).forEach((c, m) -> atStake.merge(c, m, Money::plus));
    String step = now.step().get();
    EscalationStep next = ladder.next(step);
    List<String> left = new ArrayList<>(about(now));
    was.stream().filter(r -> isSame(r, now)).forEach(r -> left.removeAll(about(r)));
    if (left.isEmpty()) {
      return;
    }
    List<String> lost = left.stream().filter(i -> losesApproval(i, was, now)).toList();
    if (!lost.isEmpty()) {
      line(Kind.APPROVAL_LOST, account, now, lost, step);
    }
    List<String> newly = without(left, was, r -> handsOverAlike(r, now));
    if (StepKinds.handsOver(next) && !newly.isEmpty()) {
      line(Kind.HANDED_OVER, account, now, newly, step);
    }
    Set<String> seen = seen(account, left);
    List<String> contacted = without(left, was, CutOverLook::contacts);
    if (ladder.leavesOut(next, known)) {
      line(Kind.JUMPS, account, now, left, step);
    } else if (ladder.repeats(next, seen)) {
      line(Kind.REPEATS, account, now, left, step);
    } else if (ladder.goesBack(next, seen)) {
      line(Kind.GOES_BACK, account, now, left, step);
    } else if (contacts(now) && !contacted.isEmpty()) {
      line(Kind.NEWLY_CONTACTED, account, now, contacted, step);
    }
  }

  /** The policy that gave a recommendation. */
  private static DunningPolicy policy(PolicySet set, Recommendation made) {
    Collection<DunningPolicy> all = set.policies();
    return all.size() == 1
        ? set.defaultPolicy()
        : all.stream().filter(p -> PolicyId.of(p).equals(made.policy())).findFirst().orElseThrow();
  }

  /** The policy before of the first invoice of a debt that has one. */
  private DunningPolicy policyBefore(List<Recommendation> was, Recommendation now) {
    List<String> invoices = now.subject().invoices();
    return was.stream()
        .filter(r -> !Collections.disjoint(r.subject().invoices(), invoices))
        .findFirst()
        .map(r -> policy(before, r))
        .orElse(before.defaultPolicy());
  }

  /** The invoices that no such recommendation of the policy before is about. */
  private static List<String> without(
      List<String> invoices, List<Recommendation> was, Predicate<Recommendation> such) {
    List<String> rest = new ArrayList<>(invoices);
    was.stream()
        .filter(r -> r.step().isPresent() && such.test(r))
        .forEach(r -> rest.removeAll(about(r)));
    return rest;
  }

  /** Whether a person had to approve what is now done at once, or the like of it. */
  private static boolean losesApproval(
      String invoice, List<Recommendation> was, Recommendation now) {
    return now.verdict() == Verdict.ACT
        && was.stream()
            .filter(r -> r.verdict() == Verdict.AWAIT_APPROVAL && about(r).contains(invoice))
            .flatMap(r -> r.actions().stream())
            .anyMatch(w -> now.actions().stream().anyMatch(n -> Treatment.isSameDeed(w, n)));
  }

  /** Whether both hand the debt over in the same way, at once or once somebody approved. */
  private static boolean handsOverAlike(Recommendation was, Recommendation now) {
    List<DunningAction> all = handOvers(was);
    return !all.isEmpty() && all.equals(handOvers(now));
  }

  private static List<DunningAction> handOvers(Recommendation made) {
    return made.actions().stream().filter(StepKinds::handsOver).toList();
  }

  /**
   * Whether the customer gets the same from both policies, whatever the step is called: actions,
   * channel, tone and addressee. What is charged or offered with it is not compared.
   */
  private static boolean isSame(Recommendation was, Recommendation now) {
    return was.step().isPresent()
        && was.verdict() == now.verdict()
        && was.actions().equals(now.actions())
        && was.channel().equals(now.channel())
        && was.tone().equals(now.tone())
        && was.addressee().equals(now.addressee());
  }

  /** The steps that were taken about invoices or the account, by their names. */
  private Set<String> seen(Account account, Collection<String> invoices) {
    Set<String> names = new LinkedHashSet<>();
    for (InvoiceHistory each : account.invoices()) {
      if (invoices.contains(each.invoice().number())) {
        each.standingOn(day).steps().taken().stream()
            .map(StepEvent.StepTaken::step)
            .forEach(names::add);
      }
    }
    account.standingOn(day.toEpochDay()).steps().taken().stream()
        .map(StepEvent.StepTaken::step)
        .forEach(names::add);
    return names;
  }

  private void line(
      Kind kind, Account account, Recommendation now, List<String> invoices, String what) {
    lines.add(new Line(kind, account.customer().id(), invoices, what, overdue(now, invoices)));
  }

  /** What is open of those of some invoices that are overdue. */
  private static SortedMap<CurrencyUnit, Money> overdue(Recommendation now, List<String> invoices) {
    SortedMap<CurrencyUnit, Money> overdue = new TreeMap<>();
    for (InvoiceLine each : now.lines()) {
      if (each.overdue() && invoices.contains(each.invoice())) {
        overdue.merge(each.open().currency(), each.open(), Money::plus);
      }
    }
    return overdue;
  }
}
