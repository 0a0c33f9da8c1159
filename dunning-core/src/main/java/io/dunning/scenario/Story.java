package io.dunning.scenario;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepKey;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a scenario, day by day, and compares what the policy decides. For one telling. */
final class Story {
  static final Comparator<Money> BY_CURRENCY = Comparator.comparing(Money::currency);

  private final DunningPolicy policy;
  private final DunningEvaluator evaluator;
  private final Watcher watcher;
  private final StoryDifferences differences;

  /** The steps of which the story said that they wait for approval. */
  private final Set<StepKey> awaited = new HashSet<>();

  private Account account;
  private LocalDate today;
  private String invoice = "";
  private TakenStep taken;

  /** Steps taken with another one in one document, of which the story has still to tell. */
  private final List<TakenStep> takenAlong = new ArrayList<>();

  Story(DunningPolicy policy, DunningEvaluator evaluator, Account account, Watcher watcher) {
    this.watcher = watcher;
    this.policy = policy;
    this.evaluator = evaluator;
    this.account = account;
    differences = new StoryDifferences(policy, evaluator);
    List<InvoiceHistory> all = account.invoices();
    if (!all.isEmpty()) {
      invoice = all.get(all.size() - 1).invoice().number();
    }
  }

  Account account() {
    return account;
  }

  /** Tells a day, after the days before it; fails with all differences of the first wrong day. */
  void tell(StoryDay day) {
    if (today != null && !day.date().isAfter(today)) {
      throw new IllegalArgumentException(
          "days of a scenario go forward: " + day.date() + " after " + today);
    }
    if (today != null) {
      lookAtDaysBefore(day.date());
    }
    today = day.date();
    for (Consumer<Story> each : day.told()) {
      each.accept(this);
    }
    endStep();
    takenAlong.forEach(s -> differ("the story tells of no step", s.recommendation(), s.account()));
    AccountRecommendation last = evaluate(today);
    last.recommendations().forEach(this::expectNoFurtherStep);
    differences.fail();
  }

  private Stream<LedgerEvent> events() {
    return Stream.concat(
        account.events().stream(), account.invoices().stream().flatMap(h -> h.events().stream()));
  }

  /** Nothing may be asked for on the days between: on review dates, and where something happens. */
  private void lookAtDaysBefore(LocalDate next) {
    AccountRecommendation each = evaluate(today);
    Optional<LocalDate> day = nextChange(each).filter(d -> d.isBefore(next));
    while (day.isPresent()) {
      today = day.get();
      each = evaluate(today);
      each.recommendations().forEach(this::expectNoFurtherStep);
      differences.fail();
      day = nextChange(each).filter(d -> d.isBefore(next));
    }
  }

  /** The review date, or the day of an event that the account has already, if that is earlier. */
  private Optional<LocalDate> nextChange(AccountRecommendation now) {
    Stream<LocalDate> days = events().map(LedgerEvent::date).filter(d -> d.isAfter(today));
    return Stream.concat(now.reviewOn().stream(), days).min(Comparator.naturalOrder());
  }

  private void expectNoFurtherStep(Recommendation now) {
    if (now.verdict() == Verdict.ACT) {
      differ("the story tells of no step", now);
    } else if (now.verdict() == Verdict.AWAIT_APPROVAL && awaited.add(now.key().orElseThrow())) {
      String step = now.step().orElseThrow();
      differ(
          "the story does not say that a step waits for approval\nMaybe add .awaitsApproval(\""
              + step
              + "\") or .approves(\""
              + step
              + "\")",
          now);
    }
  }

  /** Events after the day are not known yet, also those of an account with a past. */
  private AccountRecommendation evaluate(LocalDate day) {
    watcher.asked(policy, evaluator.calendar(), account, day);
    return evaluator.evaluate(policy, account, day);
  }

  private Recommendation now() {
    String number = history(invoice).invoice().number();
    return evaluate(today).recommendations().stream()
        .filter(r -> r.subject().invoices().contains(number))
        .findFirst()
        .orElseThrow();
  }

  private InvoiceHistory history(String number) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    number.isEmpty()
                        ? "scenario has no invoice\nMaybe add .invoice(...)"
                        : "scenario has no such invoice: " + number));
  }

  private void requireStep(String step) {
    if (policy.ladder().indexOf(step) < 0) {
      throw new IllegalArgumentException(
          "policy has no step \""
              + step
              + "\"\nMaybe one of: "
              + policy.ladder().steps().stream()
                  .map(EscalationStep::name)
                  .collect(Collectors.joining(", ")));
    }
  }

  void about(String number) {
    history(number);
    invoice = number;
  }

  void happens(LedgerEvent event) {
    account = account.with(history(invoice).with(event));
  }

  void happensToAccount(LedgerEvent event) {
    account = account.with(event);
  }

  void verdict(Verdict verdict) {
    Recommendation now = now();
    expect(now.verdict() == verdict, verdict, now);
  }

  void looksAgainOn(LocalDate day) {
    Recommendation now = now();
    expect(now.reviewOn().equals(Optional.of(day)), "look again on " + day, now);
  }

  void awaits(String step) {
    requireStep(step);
    Recommendation now = now();
    boolean waits = now.verdict() == Verdict.AWAIT_APPROVAL;
    now.key().filter(k -> waits).ifPresent(awaited::add);
    expect(waits && now.step().equals(Optional.of(step)), step + " waits for approval", now);
  }

  void takes(String step) {
    requireStep(step);
    endStep();
    String number = history(invoice).invoice().number();
    for (TakenStep each : takenAlong) {
      if (each.is(step, number)) {
        taken = each;
        takenAlong.remove(each);
        return;
      }
    }
    Recommendation now = now();
    if (now.verdict() == Verdict.ACT && now.step().equals(Optional.of(step))) {
      send(now);
    } else {
      expect(false, "take " + step, now);
    }
  }

  /** A step is taken with the document that speaks for it, and so are the others in it. */
  private void send(Recommendation now) {
    DunningDocument document =
        evaluate(today).documents().stream()
            .filter(d -> d.lines().contains(now))
            .findFirst()
            .orElseThrow();
    for (Recommendation line : document.lines()) {
      TakenStep step = new TakenStep(line, document.channel(), account);
      if (line.equals(now)) {
        taken = step;
      } else {
        takenAlong.add(step);
      }
    }
    account = Timeline.take(account, document);
  }

  /** What is told of a step must be all that there is to tell. */
  private void endStep() {
    if (taken != null) {
      taken.missing().forEach(this::differOfStep);
      taken = null;
    }
  }

  void by(Channel channel) {
    ofStep(s -> s.by(channel));
  }

  void tone(Tone tone) {
    ofStep(s -> s.tone(tone));
  }

  void grants(LocalDate day) {
    ofStep(s -> s.grants(day));
  }

  void does(List<DunningAction> actions) {
    ofStep(s -> s.does(actions));
  }

  void charges(List<Money> amounts) {
    ofStep(s -> s.charges(amounts));
  }

  void owes(List<Money> amounts) {
    ofStep(s -> s.owes(amounts));
  }

  void offers(List<Money> amounts) {
    ofStep(s -> s.offers(amounts));
  }

  private void ofStep(Function<TakenStep, Optional<String>> question) {
    if (taken == null) {
      if (differences.isEmpty()) {
        throw new IllegalStateException("scenario took no step on " + today + " to tell more of");
      }
      return;
    }
    question.apply(taken).ifPresent(this::differOfStep);
  }

  private void differOfStep(String what) {
    differ(what, taken.recommendation(), taken.account());
  }

  private void expect(boolean met, Object expected, Recommendation found) {
    if (!met) {
      differ("expected: " + expected, found);
    }
  }

  private void differ(String what, Recommendation found) {
    differ(what, found, account);
  }

  private void differ(String what, Recommendation found, Account decidedAbout) {
    differences.add(today + ": " + what, found, decidedAbout);
  }
}
