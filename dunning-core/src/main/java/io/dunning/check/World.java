package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A story that a policy was explored with: who owes what, what happens, and which steps the policy
 * asks for and has taken. It can be run as a {@link Scenario}, and so be kept as a test. Immutable
 * and thread-safe.
 */
public final class World {
  private final DunningPolicy policy;
  private final BusinessCalendar calendar;
  private final Account start;
  private final List<Moment> moments;
  private final LocalDate lastDay;

  /**
   * Something that happens, or a step that is taken.
   *
   * @param day the day
   * @param invoice the invoice number; empty for the account as a whole
   * @param event what happens; empty where a step is taken
   * @param step the step that is taken; empty where something happens
   */
  public record Moment(
      LocalDate day,
      Optional<String> invoice,
      Optional<LedgerEvent> event,
      Optional<Recommendation> step) {

    /**
     * Something that happens, or a step that is taken.
     *
     * @param day the day
     * @param invoice the invoice number; empty for the account as a whole
     * @param event what happens; empty where a step is taken
     * @param step the step that is taken; empty where something happens
     */
    public Moment {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(invoice, "invoice");
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(step, "step");
    }

    static Moment of(Path path) {
      Optional<String> about = Optional.of(path.invoice).filter(i -> !i.isEmpty());
      return path.isStep()
          ? taken(path.day, path.step)
          : new Moment(path.day, about, Optional.of(path.event), Optional.empty());
    }

    static Moment taken(LocalDate day, Recommendation step) {
      return new Moment(day, Optional.of(Day.about(step)), Optional.empty(), Optional.of(step));
    }

    /** Such as {@code 2026-02-17 take first notice: send notice 1 by email}. */
    @Override
    public String toString() {
      if (event.isPresent()) {
        return event.get() + invoice.map(i -> " (" + i + ")").orElse("");
      }
      Recommendation done = step.orElseThrow();
      String actions =
          done.actions().stream().map(Object::toString).collect(Collectors.joining(" and "));
      return day + " take " + done.step().orElseThrow() + ": " + actions;
    }
  }

  private World(
      DunningPolicy policy,
      BusinessCalendar calendar,
      Account start,
      List<Moment> moments,
      LocalDate lastDay) {
    this.policy = policy;
    this.calendar = calendar;
    this.start = start;
    this.moments = List.copyOf(moments);
    this.lastDay = lastDay;
  }

  /** A world up to a day, with all steps that the policy asks for on that day. */
  static World of(DunningPolicy policy, BusinessCalendar calendar, Path path, LocalDate lastDay) {
    List<Moment> moments = new ArrayList<>(path.moments().stream().map(Moment::of).toList());
    World begun = new World(policy, calendar, path.debtor.account(), moments, lastDay);
    LastDay last = new LastDay(policy, DunningEvaluator.on(calendar), begun.end(), moments);
    last.decide(lastDay);
    last.takeSteps(lastDay);
    return new World(policy, calendar, path.debtor.account(), moments, lastDay);
  }

  /** The last day, on which all steps are taken that a path does not tell. */
  private static final class LastDay extends Day {
    private final DunningPolicy policy;
    private final DunningEvaluator evaluator;
    private final List<Moment> moments;

    LastDay(
        DunningPolicy policy, DunningEvaluator evaluator, Account account, List<Moment> moments) {
      super(account);
      this.policy = policy;
      this.evaluator = evaluator;
      this.moments = moments;
    }

    @Override
    void decide(LocalDate day) {
      next = evaluator.evaluate(policy, account, day);
    }

    @Override
    void approved(LocalDate day, String invoice, LedgerEvent approval) {
      moments.add(new Moment(day, Optional.of(invoice), Optional.of(approval), Optional.empty()));
    }

    @Override
    void takes(LocalDate day, Recommendation line, DunningDocument document) {
      moments.add(Moment.taken(day, line));
    }
  }

  /** {@return the policy that was explored} */
  public DunningPolicy policy() {
    return policy;
  }

  /** {@return the calendar that counted business days} */
  public BusinessCalendar calendar() {
    return calendar;
  }

  /** {@return the account at the beginning, with the past of the customer if there is any} */
  public Account start() {
    return start;
  }

  /** {@return what happens and what is done, in order} */
  public List<Moment> moments() {
    return moments;
  }

  /** {@return the day up to which the story is told} */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** {@return the account at the end of the story, with every event and step} */
  public Account end() {
    Account now = start;
    for (int i = 0; i < moments.size(); i++) {
      Moment each = moments.get(i);
      if (each.event().isPresent()) {
        now = Happening.happened(now, each.invoice().orElse(""), each.event().get());
      } else {
        now = Timeline.take(now, documentAt(i));
        i += linesAt(i) - 1;
      }
    }
    return now;
  }

  /** The lines of one document follow each other, were decided on one day, and go together. */
  private int linesAt(int place) {
    Recommendation first = moments.get(place).step().orElseThrow();
    int lines = 1;
    while (place + lines < moments.size()
        && moments.get(place + lines).step().filter(s -> goTogether(first, s)).isPresent()) {
      lines++;
    }
    return lines;
  }

  private boolean goTogether(Recommendation first, Recommendation other) {
    return policy.account().documentLevel() == AccountRules.DocumentLevel.OWN
        && other.asOf().equals(first.asOf())
        && new AccountRecommendation(start.customer().id(), List.of(first, other))
                .documents()
                .size()
            == 1;
  }

  private DunningDocument documentAt(int place) {
    List<Recommendation> lines = new ArrayList<>();
    for (int i = place; i < place + linesAt(place); i++) {
      lines.add(moments.get(i).step().orElseThrow());
    }
    return new DunningDocument(lines, List.of());
  }

  /**
   * The scenario in which the story is told.
   *
   * @return a scenario of the same policy, calendar and account; tell it the {@link #story}
   */
  public Scenario scenario() {
    return Scenario.of(policy).calendar(calendar).account(start);
  }

  /**
   * The story, to be told by a scenario: {@code
   * world.scenario().tells(world.story().toArray(StoryDay[]::new))}.
   *
   * @return the days, in order; at least one
   */
  public List<StoryDay> story() {
    List<StoryDay> days = new ArrayList<>();
    StoryDay day = null;
    for (Moment each : moments) {
      if (day == null || !Telling.isOn(day, each.day())) {
        if (day != null) {
          days.add(day);
        }
        day = Telling.on(each.day());
      }
      day = Telling.then(day, each);
    }
    if (day != null) {
      days.add(day);
    }
    if (day == null || !Telling.isOn(day, lastDay)) {
      days.add(Telling.on(lastDay));
    }
    return List.copyOf(days);
  }

  /** The customer, and what a policy may ask about. */
  private static String who(Customer customer) {
    StringBuilder text = new StringBuilder(customer.id());
    customer.kind().ifPresent(k -> text.append(", ").append(k));
    customer.segment().ifPresent(s -> text.append(", segment ").append(s));
    customer.country().ifPresent(c -> text.append(", in ").append(c));
    customer.tags().forEach(t -> text.append(", tagged ").append(t));
    customer.facts().forEach((k, v) -> text.append(", ").append(k).append(" is ").append(v));
    customer.creditLimit().ifPresent(l -> text.append(", credit limit ").append(l));
    customer.closedChannels().forEach(c -> text.append(", not by ").append(c));
    return text.toString();
  }

  /** The invoices that a step is about, where there are several. */
  private String about(Moment moment) {
    return start.invoices().size() < 2 || moment.step().isEmpty()
        ? ""
        : " (" + String.join(", ", about(moment.step().get())) + ")";
  }

  private static List<String> about(Recommendation step) {
    return step.invoices().isEmpty() ? step.subject().invoices() : step.invoices();
  }

  /** Who owes what, then a line for each moment, and the last day. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(who(start.customer()));
    for (InvoiceHistory each : start.invoices()) {
      text.append("\n").append(each.invoice());
    }
    moments.forEach(m -> text.append("\n").append(m).append(about(m)));
    boolean over = moments.isEmpty() || moments.get(moments.size() - 1).day().isBefore(lastDay);
    return over
        ? text.append("\n").append(lastDay).append(" nothing more").toString()
        : text.toString();
  }
}
