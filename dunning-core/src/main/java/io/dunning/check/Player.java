package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Plays one policy against one debtor to whom given events happen, and approves what waits. */
final class Player extends Day {
  private static final int MOST_LOOKS = 400;

  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;

  /** Sees the steps that are taken, and the end; null if nobody wants to. */
  private final Observer observer;

  /** Called at each look; may throw to end the work. */
  private final Runnable tick;

  /** The account after each look of the last play. */
  private final NavigableMap<LocalDate, Account> looks = new TreeMap<>();

  private Account begun;

  /** How far the play has come; null before the first one. */
  private Path path;

  Player(DunningPolicy policy, BusinessCalendar calendar) {
    this(policy, calendar, null, () -> {});
  }

  Player(DunningPolicy policy, BusinessCalendar calendar, Observer observer) {
    this(policy, calendar, observer, () -> {});
  }

  Player(DunningPolicy policy, BusinessCalendar calendar, Observer observer, Runnable tick) {
    super(null);
    this.tick = tick;
    this.policy = policy;
    this.observer = observer;
    evaluator = DunningEvaluator.on(calendar);
  }

  /** Something that happens on a day. */
  record Scheduled(LocalDate day, String invoice, LedgerEvent event) {}

  /** The way through a world up to a day, included; events are in the order of their days. */
  Path play(Debtor debtor, List<Scheduled> events, LocalDate last) {
    looks.clear();
    account = debtor.account();
    begun = account;
    path = Path.of(debtor);
    next = null;
    List<Scheduled> left = new ArrayList<>(events);
    LocalDate day = debtor.first();
    LocalDate lastLook = day;
    for (int i = 0; i < MOST_LOOKS && !day.isAfter(last); i++) {
      tick.run();
      lastLook = day;
      while (!left.isEmpty() && !left.get(0).day().isAfter(day)) {
        happens(day, left.remove(0));
      }
      decide(day);
      takeSteps(day);
      looks.put(day, account);
      LocalDate review = next.reviewOn().orElse(LocalDate.MAX);
      LocalDate event = left.isEmpty() ? LocalDate.MAX : left.get(0).day();
      day = review.isBefore(event) ? review : event;
    }
    if (observer != null) {
      observer.ended(path, lastLook, account, next);
    }
    return path;
  }

  /** The days on which the policy was asked in the last play. */
  SortedSet<LocalDate> looks() {
    return looks.navigableKeySet();
  }

  /** The account of the last play as a day begins. */
  Account before(LocalDate day) {
    Map.Entry<LocalDate, Account> last = looks.lowerEntry(day);
    return last == null ? begun : last.getValue();
  }

  private void happens(LocalDate day, Scheduled now) {
    account = Happening.happened(account, now.invoice(), now.event());
    path = path.happens(day, now.invoice(), now.event());
  }

  @Override
  void decide(LocalDate day) {
    next = evaluator.evaluate(policy, account, day);
  }

  @Override
  void approved(LocalDate day, String invoice, LedgerEvent approval) {
    path = path.approved(day, invoice, approval);
  }

  @Override
  void takes(LocalDate day, Recommendation line, DunningDocument document) {
    path = path.taken(day, line, document);
    if (observer != null) {
      observer.took(path, account);
    }
  }
}
