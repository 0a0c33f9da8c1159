package io.dunning.scenario;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a story tells of a day: what happens, what the policy decides, and which steps are taken, in
 * that order. It is about the latest invoice of the scenario until {@link #about} names another.
 * Immutable and thread-safe: every method returns a longer day.
 */
public final class StoryDay {
  private final LocalDate date;
  private final List<Consumer<Story>> told;

  StoryDay(LocalDate date) {
    this(Objects.requireNonNull(date, "date"), List.of());
  }

  private StoryDay(LocalDate date, List<Consumer<Story>> told) {
    this.date = date;
    this.told = told;
  }

  /** {@return the day of which it tells} */
  public LocalDate date() {
    return date;
  }

  List<Consumer<Story>> told() {
    return told;
  }

  private StoryDay then(Consumer<Story> more) {
    List<Consumer<Story>> all = new ArrayList<>(told);
    all.add(more);
    return new StoryDay(date, List.copyOf(all));
  }

  private StoryDay happens(Function<LocalDate, LedgerEvent> event) {
    return happens(event.apply(date));
  }

  /**
   * What follows is about another invoice.
   *
   * @param number its number
   * @return this day and that
   */
  public StoryDay about(String number) {
    Objects.requireNonNull(number, "number");
    return then(story -> story.about(number));
  }

  /**
   * The invoice is paid, in whole or in part.
   *
   * @param amount such as {@code "100.00 EUR"}
   * @return this day and that
   */
  public StoryDay pays(String amount) {
    Objects.requireNonNull(amount, "amount");
    return happens(day -> LedgerEvent.payment(day, Money.parse(amount)));
  }

  /**
   * A payment bounces.
   *
   * @param amount such as {@code "100.00 EUR"}
   * @return this day and that
   */
  public StoryDay bounces(String amount) {
    Objects.requireNonNull(amount, "amount");
    return happens(day -> LedgerEvent.paymentReversed(day, Money.parse(amount)));
  }

  /**
   * The customer contests all of the invoice.
   *
   * @param reason why
   * @return this day and that
   */
  public StoryDay disputes(String reason) {
    return happens(day -> LedgerEvent.dispute(day, reason));
  }

  /**
   * The dispute is settled.
   *
   * @return this day and that
   */
  public StoryDay resolves() {
    return happens(LedgerEvent::disputeResolved);
  }

  /**
   * The customer promises to pay all of the invoice.
   *
   * @param until the last day, such as {@code "2026-02-28"}
   * @return this day and that
   */
  public StoryDay promises(String until) {
    Objects.requireNonNull(until, "until");
    return happens(day -> LedgerEvent.promise(day, LocalDate.parse(until)));
  }

  /**
   * The creditor contacts the customer outside the ladder.
   *
   * @param channel how
   * @return this day and that
   */
  public StoryDay contacts(Channel channel) {
    return happens(day -> LedgerEvent.contact(day, channel));
  }

  /**
   * The customer answers.
   *
   * @param reply what the answer comes to
   * @return this day and that
   */
  public StoryDay replies(Reply reply) {
    return happens(day -> LedgerEvent.customerReplied(day, reply));
  }

  /**
   * A person approves a step, which waits for it on this day.
   *
   * @param step the name of the step
   * @return this day and that
   */
  public StoryDay approves(String step) {
    return then(story -> story.awaits(step)).happens(day -> LedgerEvent.stepApproved(day, step));
  }

  /**
   * A person refuses a step.
   *
   * @param step the name of the step
   * @return this day and that
   */
  public StoryDay refuses(String step) {
    return happens(day -> LedgerEvent.stepRefused(day, step));
  }

  /**
   * The message of a step did not arrive.
   *
   * @param step the name of the step
   * @param channel the channel that failed
   * @return this day and that
   */
  public StoryDay comesBack(String step, Channel channel) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(channel, "channel");
    return happens(day -> LedgerEvent.notDelivered(day, step, channel));
  }

  /**
   * Anything else happens to the invoice.
   *
   * @param event what happens, dated on this day or earlier
   * @return this day and that
   */
  public StoryDay happens(LedgerEvent event) {
    Objects.requireNonNull(event, "event");
    return then(story -> story.happens(event));
  }

  /**
   * Something happens to the account as a whole.
   *
   * @param event what happens, dated on this day or earlier
   * @return this day and that
   */
  public StoryDay happensToAccount(LedgerEvent event) {
    Objects.requireNonNull(event, "event");
    return then(story -> story.happensToAccount(event));
  }

  /**
   * The policy gives a verdict.
   *
   * @param verdict the verdict
   * @return this day and that
   */
  public StoryDay verdict(Verdict verdict) {
    Objects.requireNonNull(verdict, "verdict");
    return then(story -> story.verdict(verdict));
  }

  /**
   * The policy asks a person to approve a step.
   *
   * @param step the name of the step
   * @return this day and that
   */
  public StoryDay awaitsApproval(String step) {
    Objects.requireNonNull(step, "step");
    return then(story -> story.awaits(step));
  }

  /**
   * The policy says when to look again.
   *
   * @param day such as {@code "2026-03-02"}
   * @return this day and that
   */
  public StoryDay looksAgainOn(String day) {
    Objects.requireNonNull(day, "day");
    return then(story -> story.looksAgainOn(LocalDate.parse(day)));
  }

  /**
   * The policy asks for a step that contacts nobody, and it is taken.
   *
   * @param step the name of the step
   * @return this day and that
   */
  public StoryDay takes(String step) {
    Objects.requireNonNull(step, "step");
    return then(story -> story.takes(step));
  }

  /**
   * The policy asks for a step, and it is taken by a channel.
   *
   * @param step the name of the step
   * @param channel how the customer is reached
   * @return this day and that
   */
  public StoryDay takes(String step, Channel channel) {
    Objects.requireNonNull(channel, "channel");
    return takes(step).then(story -> story.by(channel));
  }

  /**
   * The step just taken speaks in a tone.
   *
   * @param tone the tone
   * @return this day and that
   */
  public StoryDay tone(Tone tone) {
    Objects.requireNonNull(tone, "tone");
    return then(story -> story.tone(tone));
  }

  /**
   * The step just taken grants a payment deadline.
   *
   * @param day the last day, such as {@code "2026-03-12"}
   * @return this day and that
   */
  public StoryDay grants(String day) {
    Objects.requireNonNull(day, "day");
    return then(story -> story.grants(LocalDate.parse(day)));
  }

  /**
   * The step just taken does exactly these things.
   *
   * @param actions what is done, in order
   * @return this day and that
   */
  public StoryDay does(DunningAction... actions) {
    Objects.requireNonNull(actions, "actions");
    List<DunningAction> all = List.of(actions);
    return then(story -> story.does(all));
  }

  /**
   * The step just taken assesses charges: fees and interest together.
   *
   * @param amounts the sum in each currency, such as {@code "41.52 EUR"}
   * @return this day and that
   */
  public StoryDay charges(String... amounts) {
    List<Money> sums = money(amounts);
    return then(story -> story.charges(sums));
  }

  /**
   * The step just taken states what is owed: principal, fees and interest together.
   *
   * @param amounts the sum in each currency, such as {@code "141.52 EUR"}
   * @return this day and that
   */
  public StoryDay owes(String... amounts) {
    List<Money> sums = money(amounts);
    return then(story -> story.owes(sums));
  }

  /**
   * The step just taken offers to settle the debt for less.
   *
   * @param amounts the sum in each currency, such as {@code "70.00 EUR"}
   * @return this day and that
   */
  public StoryDay offers(String... amounts) {
    List<Money> sums = money(amounts);
    return then(story -> story.offers(sums));
  }

  private static List<Money> money(String... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    return Arrays.stream(amounts).map(Money::parse).sorted(Story.BY_CURRENCY).toList();
  }
}
