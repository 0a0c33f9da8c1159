package io.dunning.check;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at accounts on the day of a new policy, one after the other, and adds up what it finds. */
final class CutOverLook {
  private final DunningPolicy before;
  private final DunningPolicy after;
  private final DunningEvaluator evaluator;
  private final LocalDate day;
  final SortedMap<CurrencyUnit, Money> atStake = new TreeMap<>();
  final List<CutOver.Line> lines = new ArrayList<>();
  int accounts;
  int contactsBefore;
  int contactsAfter;

  CutOverLook(
      DunningPolicy before, DunningPolicy after, DunningEvaluator evaluator, LocalDate day) {
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
    is.forEach(r -> debt(account, r));
    boolean rests = is.stream().allMatch(r -> r.step().isEmpty());
    was.stream()
        .filter(r -> rests && r.step().isPresent())
        .forEach(r -> line(CutOver.Kind.RESTS, account, r, r.step().orElseThrow()));
  }

  private static boolean contacts(Recommendation now) {
    return now.channel().isPresent() && now.verdict() == Verdict.ACT;
  }

  private void debt(Account account, Recommendation now) {
    Set<String> seen = seen(account, now);
    List<String> unknown = seen.stream().filter(s -> after.ladder().indexOf(s) < 0).toList();
    if (now.verdict() != Verdict.CLOSED && !unknown.isEmpty()) {
      line(CutOver.Kind.STEPS_UNKNOWN, account, now, String.join(", ", unknown));
    }
    if (now.step().isEmpty()) {
      return;
    }
    now.overdue().forEach(m -> atStake.merge(m.currency(), m, Money::plus));
    String step = now.step().get();
    EscalationStep next = after.ladder().steps().get(after.ladder().indexOf(step));
    if (StepKinds.handsOver(next)) {
      line(CutOver.Kind.HANDED_OVER, account, now, step);
    }
    int rank = Treatment.rank(next);
    if (leavesOut(next, seen)) {
      line(CutOver.Kind.JUMPS, account, now, step);
    } else if (rank > 0 && rank <= mostSevere(seen)) {
      line(CutOver.Kind.REPEATS, account, now, step);
    }
  }

  /** The steps that were taken about the debt, by their names. */
  private Set<String> seen(Account account, Recommendation now) {
    Set<String> names = new LinkedHashSet<>();
    for (InvoiceHistory each : account.invoices()) {
      if (now.subject().invoices().contains(each.invoice().number())) {
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

  /** Whether a step comes although a milder one, which applies to every debt, was not seen. */
  private boolean leavesOut(EscalationStep next, Set<String> seen) {
    int rank = Treatment.rank(next);
    boolean told = mostSevere(seen) >= rank - 1;
    for (EscalationStep each : after.ladder().steps()) {
      if (each.equals(next)) {
        return false;
      }
      if (!told
          && each.contactsCustomer()
          && !each.lapses()
          && StepKinds.isUnconditional(each)
          && !seen.contains(each.name())) {
        return true;
      }
    }
    return false;
  }

  private int mostSevere(Set<String> seen) {
    int most = 0;
    for (String name : seen) {
      for (DunningPolicy policy : List.of(before, after)) {
        int index = policy.ladder().indexOf(name);
        most =
            index < 0 ? most : Math.max(most, Treatment.rank(policy.ladder().steps().get(index)));
      }
    }
    return most;
  }

  private void line(CutOver.Kind kind, Account account, Recommendation now, String what) {
    List<String> invoices = now.invoices().isEmpty() ? now.subject().invoices() : now.invoices();
    lines.add(new CutOver.Line(kind, account.customer().id(), invoices, what));
  }
}
