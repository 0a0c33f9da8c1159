package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard.Score;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.conduct.ContactWindow;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.SettlementQuote;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What to do next about a debt, the reason that decided, and when to look again. A value: you can
 * read, compare and store it without its account or policy.
 *
 * <p>The <em>decision</em> is the verdict, the step, the actions, the channel, the person
 * addressed, the tone, the performer and the rule that decided. If nothing happens, it is the same
 * on every day up to the day before {@link #reviewOn}, and differs on {@code reviewOn}; only a
 * condition or a risk model of your own whose changes nobody can foresee makes the review date the
 * next day, on which the decision may be the same. Without a review date it stays as it is. For a
 * debt that is held, the kind of hold is part of the decision.
 *
 * <p>Amounts, ages and the invoices concerned may grow meanwhile; they are not part of the
 * decision. Nor is what the {@link #reason} says beside its rule: which prerequisites of a step are
 * open, which limit of contact stops it longest, and until when. A step that waits for two
 * prerequisites, of which one comes about, still waits by the same rule.
 *
 * <p>Immutable and thread-safe.
 */
public final class Recommendation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final AppliedPolicy policy;
  private final String documentGroup;
  private final LocalDate asOf;
  private final Verdict verdict;
  private final Rule rule;
  private final String stepInQuestion;
  private final Channel channel;
  private final Tone tone;
  private final Performer performer;
  private final long reviewDay;
  private final boolean conductAsked;

  /** Null if the source of the facts tells it. */
  private final SideResults sideResults;

  /**
   * What else there is to say, or what it is made of: of most answers, only the decision is read.
   */
  private final FactsSource facts;

  Recommendation(
      AppliedPolicy policy,
      String documentGroup,
      LocalDate asOf,
      Outcome outcome,
      String stepInQuestion,
      FactsSource facts,
      long reviewDay,
      boolean conductAsked,
      SideResults sideResults) {
    this.policy = policy;
    this.documentGroup = documentGroup;
    this.asOf = asOf;
    verdict = outcome.verdict();
    rule = outcome.rule();
    channel = outcome.channel();
    tone = outcome.tone();
    performer = outcome.performer();
    this.stepInQuestion = stepInQuestion;
    this.reviewDay = reviewDay > EpochDay.LAST ? EpochDay.NEVER : reviewDay;
    this.conductAsked = conductAsked;
    this.sideResults = sideResults;
    this.facts = facts;
  }

  private Facts facts() {
    return facts.facts();
  }

  private SideResults beside() {
    return sideResults == null ? facts.beside() : sideResults;
  }

  private boolean takesStep() {
    return verdict == Verdict.ACT || verdict == Verdict.AWAIT_APPROVAL;
  }

  /** The step to take; null if none is to be taken. */
  private DueStep due() {
    return takesStep() ? facts().due() : null;
  }

  /** A fact of the step to take; empty if none is to be taken, or it has no such fact. */
  private <T> Optional<T> ofDue(Function<DueStep, T> fact) {
    return Optional.ofNullable(due()).map(fact);
  }

  /**
   * The recommendation that consists of these parts, such as one that was stored.
   *
   * @param parts what {@link #parts} returned
   * @return an equal recommendation
   * @throws IllegalArgumentException if the parts do not fit together: there is a step though the
   *     verdict takes none, or there is none; the review date is not later than the day; a part of
   *     an invoice is set apart that has no line
   */
  public static Recommendation of(RecommendationParts parts) {
    Objects.requireNonNull(parts, "parts");
    return RecommendationAssembly.join(parts).checked();
  }

  /**
   * All that this consists of, for storing it as data.
   *
   * @return the parts, of which {@link #of} makes an equal recommendation
   */
  public RecommendationParts parts() {
    return RecommendationAssembly.split(this, documentGroup, due(), facts().lines());
  }

  /** {@return the day at whose end the debt was looked at} */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * {@return the name, version and fingerprint of the policy that was applied, to be stored with
   * what was done}
   */
  public PolicyId policy() {
    return policy.id();
  }

  /** {@return whom it is about, and which invoices were looked at} */
  public Subject subject() {
    return facts().subject();
  }

  /** {@return what is to be done, in one word} */
  public Verdict verdict() {
    return verdict;
  }

  /** {@return the rule that decided} */
  public Rule rule() {
    return rule;
  }

  /** {@return the reason that decided, with its facts} */
  public Reason reason() {
    return facts().reason();
  }

  /**
   * {@return the step to take now, or once a person has approved it; empty unless the verdict is
   * {@link Verdict#ACT} or {@link Verdict#AWAIT_APPROVAL}}
   */
  public Optional<String> step() {
    return takesStep() ? Optional.of(stepInQuestion) : Optional.empty();
  }

  /**
   * {@return the step that is next, but has to wait: with {@link Verdict#WAIT}, if a step is waited
   * for, and with {@link Verdict#HOLD} if a payment may be under way (rule 12); else empty}
   */
  public Optional<String> waitsFor() {
    return takesStep() || stepInQuestion.isEmpty() ? Optional.empty() : Optional.of(stepInQuestion);
  }

  /** The place of the step to take in the ladder; -1 without one. */
  int stepPlace() {
    return takesStep() ? due().place() : -1;
  }

  /**
   * {@return the key with which you make sure that the step is carried out only once; empty if no
   * step is to be taken}
   */
  public Optional<StepKey> key() {
    return ofDue(DueStep::key);
  }

  /** {@return the actions of the step, by the {@link #channel}; none if no step is to be taken} */
  public List<DunningAction> actions() {
    return ofDue(DueStep::actions).orElse(List.of());
  }

  /**
   * {@return who has to approve the step before it is taken, such as {@code head of credit}, by the
   * step or the settlement rule; {@code a person} if neither names anybody; empty unless the
   * verdict is {@link Verdict#AWAIT_APPROVAL}}
   */
  public Optional<String> approver() {
    return ofDue(DueStep::approver);
  }

  /**
   * {@return how to reach the customer: the first channel of the step that is open; empty if no
   * step is to be taken, or it does not contact the customer}
   */
  public Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  /** {@return how to speak to the customer; empty if no step is to be taken, or it has none} */
  public Optional<Tone> tone() {
    return Optional.ofNullable(tone);
  }

  /**
   * {@return the hours of {@link #asOf}, by the customer's clock, at which the customer may be
   * contacted by the {@link #channel}; empty without a channel}
   */
  public Optional<ContactWindow> contactWindow() {
    return ofDue(DueStep::window);
  }

  /**
   * {@return the contact person whom the step addresses: see {@link
   * io.dunning.policy.EscalationStep#addressedTo}; empty if the step addresses the customer as such
   * or nobody, and if there is no step to take}
   */
  public Optional<ContactPerson> addressee() {
    return ofDue(DueStep::addressee);
  }

  /**
   * {@return who carries out the step: {@link Performer#IN_HOUSE} unless it is assigned to somebody
   * else; empty if there is no step to take}
   */
  public Optional<Performer> performer() {
    return Optional.ofNullable(performer);
  }

  /** Whether rules of contact, or wishes of the customer, were asked. */
  boolean conductAsked() {
    return conductAsked;
  }

  /**
   * {@return the payment deadline to state, if the step is taken on {@link #asOf}; empty if no step
   * is to be taken, or it grants no deadline that the calendar reaches}
   */
  public Optional<LocalDate> deadline() {
    return ofDue(DueStep::deadline);
  }

  /**
   * {@return the first later day on which the decision differs, if nothing happens until then;
   * empty if it never differs, or not before the end of {@link LocalDate}}
   */
  public Optional<LocalDate> reviewOn() {
    return reviewDay > EpochDay.LAST ? Optional.empty() : EpochDay.date(reviewDay);
  }

  /**
   * {@return the open invoices that were looked at, one by one, with what is owed on each: a line
   * an invoice, in the order of the account}
   */
  public List<InvoiceLine> lines() {
    return facts().lines().list();
  }

  /**
   * {@return the numbers of the invoices the decision is about, in the order of the account: those
   * overdue and not held} Before anything is overdue, the oldest; of a debt that is held or closed,
   * none.
   */
  public List<String> invoices() {
    return facts().lines().concerned();
  }

  /**
   * {@return the numbers of open invoices that are neither overdue nor held, in the order of the
   * account; a letter may list them for information}
   */
  public List<String> forInformation() {
    return facts().lines().forInformation();
  }

  /**
   * {@return what the books say is open on the invoices that were looked at, due or not, held or
   * not: an amount a currency, by currency, without zeros}
   */
  public List<Money> open() {
    return facts().lines().open();
  }

  /**
   * {@return what is overdue and neither held nor disputed: an amount a currency, by currency,
   * without zeros; none if everything is held}
   */
  public List<Money> overdue() {
    return facts().late().amounts();
  }

  /**
   * {@return what is overdue on invoices that are held or disputed as a whole: an amount a
   * currency, by currency, without zeros; none if nothing that is held is overdue} It grows older
   * all the same: see {@link #heldOverdueSince}. A part that is disputed or promised is in {@link
   * #sums}.
   */
  public List<Money> heldOverdue() {
    return facts().heldLate().amounts();
  }

  /**
   * {@return what is left of invoices that count as settled within the {@linkplain
   * io.dunning.policy.AccountRules#tolerance tolerance} of the policy: amounts above zero by
   * invoice number; none without a tolerance} It is not open any more; write it off in your books.
   */
  public SortedMap<String, Money> differences() {
    return beside().differences();
  }

  /**
   * {@return the fees and interest that stay owed on invoices whose principal is settled: amounts
   * above zero by invoice number; none unless the verdict is {@link Verdict#CLOSED}} Nobody is
   * reminded of them, unless the policy has them {@linkplain
   * io.dunning.charge.ChargeRules.OnceSettled#CHASED chased}.
   */
  public SortedMap<String, Money> chargesLeft() {
    return beside().chargesLeft();
  }

  /**
   * {@return the due date of the oldest item that is overdue and not held; days past due count from
   * it; empty if nothing is overdue}
   */
  public Optional<LocalDate> overdueSince() {
    return EpochDay.date(facts().late().since());
  }

  /**
   * {@return the due date of the oldest item that is overdue and held; empty if nothing that is
   * held is overdue} The ladder counts its age from this day once the hold ends.
   */
  public Optional<LocalDate> heldOverdueSince() {
    return EpochDay.date(facts().heldLate().since());
  }

  /**
   * {@return what the customer owes on the {@link #invoices} that the decision is about, by
   * currency: the sums of their {@link InvoiceLine#owed lines}, charges of the step included; one
   * entry a currency, unless a sum is more than an amount can hold, and is told in several} What a
   * letter states.
   */
  public List<Owed> owed() {
    return facts().lines().owed();
  }

  /**
   * {@return the whole sum that a document about the step states, by currency: what is open, not
   * due, disputed and held, the charges, the credits, and what is to be paid; none if no step is to
   * be taken}
   *
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<DocumentSum> sums() {
    return ofDue(d -> facts().lines().sums(d.credits(), d.netsCredits())).orElse(List.of());
  }

  /** Whether a step is to be taken, and there is a credit, or a part is disputed or held. */
  boolean hasPartsApart() {
    return takesStep() && (!due().credits().isEmpty() || facts().lines().hasPartsApart());
  }

  /**
   * {@return how the charges of the {@link #invoices} came about by the end of the day, before the
   * step assesses any: an entry an invoice; none if the policy charges nothing}
   */
  public List<AccruedCharges> charges() {
    return beside().charges();
  }

  /**
   * {@return what could not be said about charges, such as a reference rate that is not known yet:
   * a sentence each; empty if all is known}
   */
  public List<String> missingCharges() {
    return beside().missing();
  }

  /** Something of the step to take, which nobody can change; empty without a step. */
  private <K, V> SortedMap<K, V> ofStep(Function<DueStep, SortedMap<K, V>> some) {
    return ofDue(d -> Collections.unmodifiableSortedMap(some.apply(d)))
        .orElse(Collections.emptySortedMap());
  }

  /**
   * {@return the charges to record once the step is taken, by invoice number: fees of the step, and
   * what accrued since charges were assessed last; none unless the step {@linkplain
   * DunningAction#assessCharges assesses charges}}
   */
  public SortedMap<String, List<ChargeAssessed>> assessments() {
    return ofStep(DueStep::assessments);
  }

  /**
   * {@return the offers that the step makes: a quote an invoice, by invoice number; none unless the
   * step offers a settlement}
   */
  public SortedMap<String, SettlementQuote> settlements() {
    return ofStep(DueStep::settlements);
  }

  /**
   * {@return the payment plans that the step proposes: a plan an invoice, by invoice number; none
   * unless the step proposes a plan}
   */
  public SortedMap<String, PaymentPlan> paymentPlans() {
    return ofStep(DueStep::plans);
  }

  /**
   * {@return the offers that the step makes for the whole account, one a currency, where the policy
   * decides about accounts as a whole: they are the {@link #settlements} put together, and take
   * their place; none unless the step offers a settlement} Record such an offer, and its
   * acceptance, on the account.
   */
  public SortedMap<CurrencyUnit, SettlementQuote> accountSettlements() {
    return ofStep(DueStep::accountSettlements);
  }

  /**
   * {@return the payment plans that the step proposes for the whole account, one a currency, where
   * the policy decides about accounts as a whole; none unless the step proposes a plan} Such a plan
   * takes the place of the {@link #paymentPlans} of the invoices; once agreed and recorded on the
   * account, it is kept or broken as one. An account has one plan at a time: record those of
   * several currencies as one, with the instalments of all, or plans on the invoices.
   */
  public SortedMap<CurrencyUnit, PaymentPlan> accountPaymentPlans() {
    return ofStep(DueStep::accountPlans);
  }

  /**
   * {@return the routes that the debt can take, by the endgame rule of the policy and what is open
   * in the currency of the oldest item; the one that is worth most comes first; none without such a
   * rule, or if nothing is overdue or all is held}
   */
  public List<RecoveryEstimate> routes() {
    return beside().routes();
  }

  /**
   * {@return how the customer has paid, as the conditions of the policy see it; empty if the policy
   * does not ask for it, unless the evaluator {@linkplain DunningEvaluator#statingRisk states the
   * risk}}
   */
  public Optional<PaymentProfile> profile() {
    return Optional.ofNullable(beside().behaviour()).map(Behaviour::profile);
  }

  /**
   * {@return how likely it is that the customer pays late, by the risk model of the policy; empty
   * where the {@link #profile} is}
   */
  public Optional<Percentage> risk() {
    return Optional.ofNullable(beside().behaviour()).map(Behaviour::risk);
  }

  /**
   * {@return how a scorecard came to the {@link #risk}, point by point; empty if the risk model is
   * not a scorecard, and where the {@link #profile} is}
   */
  public Optional<Score> score() {
    return Optional.ofNullable(beside().behaviour()).map(Behaviour::score);
  }

  /**
   * The events to store once the step has been taken: the step, recorded on the account or on each
   * invoice concerned; the offers that it made; the charges that it assessed.
   *
   * @param day the day on which the step was taken; charges are those of {@link #asOf}
   * @return the events in the order in which to store them, each with the invoice or account it
   *     belongs to; none unless the verdict is {@link Verdict#ACT}, so that nothing is stored of a
   *     step that waits for approval
   */
  public List<Posting> eventsWhenTaken(LocalDate day) {
    return verdict == Verdict.ACT ? eventsOnceApproved(day) : List.of();
  }

  /**
   * The events to store once the step has been taken, whether or not a person had to approve it.
   * The approval itself is not among them.
   *
   * @param day the day on which the step was taken
   * @return as {@link #eventsWhenTaken}; none if there is no step to take or to approve
   */
  public List<Posting> eventsOnceApproved(LocalDate day) {
    return eventsWhenTaken(day, this);
  }

  /** This recommendation, to be looked at again on another day. */
  Recommendation reviewedOn(long day) {
    if (day == reviewDay || day > EpochDay.LAST && reviewDay > EpochDay.LAST) {
      return this;
    }
    return with(facts, day, sideResults);
  }

  /** The same decision with these parts. */
  private Recommendation with(FactsSource all, long day, SideResults more) {
    ContactPerson person = addressee().orElse(null);
    return new Recommendation(
        policy,
        documentGroup,
        asOf,
        new Outcome(verdict, rule, -1, null, channel, person, tone, performer),
        stepInQuestion,
        all,
        day,
        conductAsked,
        more);
  }

  /** As taken by the channel, and to the person, of the line that speaks for this. */
  List<Posting> eventsWhenTaken(LocalDate day, Recommendation speaker) {
    Objects.requireNonNull(day, "day");
    Optional<ContactPerson> to = speaker.addressee();
    return ofDue(d -> Postings.of(subject(), invoices(), d, day, speaker.channel(), to))
        .orElse(List.of());
  }

  /** Whether another recommendation can go into one document with this, if their steps allow it. */
  boolean goesWith(Recommendation other) {
    return documentGroup.equals(other.documentGroup) && policy.equals(other.policy);
  }

  /**
   * {@return whether another recommendation decides the same: equal verdict, step, actions,
   * channel, tone, performer and deciding rule, and for a debt that is held the same kind of hold,
   * whatever the day, the amounts and the facts that the reason names}
   *
   * @param other another recommendation, by the same policy
   */
  public boolean decidesLike(Recommendation other) {
    return policy.equals(other.policy)
        && verdict == other.verdict
        && rule == other.rule
        && stepInQuestion.equals(other.stepInQuestion)
        && channel == other.channel
        && addressee().equals(other.addressee())
        && tone == other.tone
        && Objects.equals(performer, other.performer)
        && actions().equals(other.actions())
        && (verdict != Verdict.HOLD || Reasons.isSameHold(reason(), other.reason()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recommendation that
        && decidesLike(that)
        && asOf.equals(that.asOf)
        && reviewDay == that.reviewDay
        && facts().equals(that.facts())
        && beside().missing().equals(that.beside().missing())
        && beside().routes().equals(that.beside().routes())
        && beside().differences().equals(that.beside().differences())
        && beside().chargesLeft().equals(that.beside().chargesLeft())
        && risk().equals(that.risk());
  }

  @Override
  public int hashCode() {
    return Objects.hash(asOf, verdict, rule, stepInQuestion, reviewDay, subject());
  }

  /** Such as {@code act: first notice: 14 days past due was reached on 2026-02-17}. */
  @Override
  public String toString() {
    return verdict + ": " + reason() + reviewOn().map(d -> "; look again on " + d).orElse("");
  }

  /** Stored with everything that it says. */
  private Object writeReplace() {
    return sideResults == null ? with(facts(), reviewDay, beside()) : this;
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(this::checked);
  }

  /** This recommendation, made anew of parts that fit together. */
  private Recommendation checked() {
    checkParts();
    DueStep due = facts().due();
    if (takesStep() != (due != null)) {
      throw new IllegalArgumentException(
          "recommendation to " + verdict + (due == null ? " lacks its step" : " has a step"));
    }
    return with(facts, reviewDay, sideResults);
  }

  private void checkParts() {
    Object[] needed = {
      policy, documentGroup, asOf, verdict, rule, stepInQuestion, facts, sideResults
    };
    if (Arrays.asList(needed).contains(null)) {
      throw new IllegalArgumentException("recommendation lacks a part");
    }
    if (reviewDay <= asOf.toEpochDay()) {
      throw new IllegalArgumentException(
          "recommendation of " + asOf + " is not to be reviewed later");
    }
    facts().lines().check();
  }
}
