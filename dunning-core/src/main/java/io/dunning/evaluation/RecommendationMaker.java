package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard;
import io.dunning.behaviour.Scorecard.Score;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactWindow;
import io.dunning.ledger.Balances;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Makes the answer of a decision: everything that a recommendation says, found once. */
final class RecommendationMaker {
  private final Decision decision;
  private final Debt debt;
  private final Scope scope;
  private final Books books;
  private final PreparedPolicy policy;
  private final boolean ofSet;
  private final LocalDate day;
  private final boolean charges;

  /** Whether there are charges, by the policy or recorded. */
  private final boolean costs;

  /** What the invoices concerned cost; null if nothing is charged and the step offers nothing. */
  private ChargedInvoices charged;

  private List<InvoiceHistory> concerned = List.of();

  /** Whether the step leaves out an overdue invoice that is not held. */
  private boolean anyLeftOut;

  /** For a decision by a policy for all invoices, or by one of a set for some of them. */
  RecommendationMaker(Decision decision, boolean ofSet) {
    this.decision = decision;
    this.ofSet = ofSet;
    debt = decision.debt();
    scope = debt.scope();
    books = debt.books();
    policy = books.policy;
    day = books.asOfDate();
    charges = !policy.policy.charges().isNone();
    costs = charges || books.balances.anyCharge();
  }

  Recommendation make(boolean statesRisk) {
    Facts facts = facts();
    boolean profiled = policy.asksProfile || statesRisk && facts.due() != null;
    return recommendation(facts, sideResults(profiled));
  }

  /** As {@link #make}, but all beside the decision is made once somebody asks. */
  Recommendation makeLazily() {
    return recommendation(new LazyFacts(books, this), null);
  }

  private Recommendation recommendation(FactsSource facts, SideResults beside) {
    Outcome outcome = decision.outcome();
    return new Recommendation(
        policy.id,
        new Subjects(books, scope).documentGroup(),
        day,
        outcome,
        outcome.step() < 0 ? "" : policy.steps[outcome.step()].name,
        facts,
        decision.reviewDay(),
        books.asksConduct,
        beside);
  }

  /** What the answer says beside its decision; made once. */
  Facts facts() {
    Outcome outcome = decision.outcome();
    InvoiceLines lines = lines();
    if (costs || offersOrProposes()) {
      charged = new ChargedInvoices(policy, books.chargeRules(), day);
      concerned = concerned(lines);
    }
    if (charges) {
      charged.accrue(concerned);
    }
    Subject subject = new Subjects(books, scope).subject(ofSet);
    DueStep step = outcome.takesStep() ? dueStep(subject) : null;
    if (step != null) {
      setApart(lines);
    }
    if (costs) {
      setOwed(lines);
    }
    return new Facts(
        subject,
        step,
        decision.why().get(),
        lines,
        late(outcome.verdict() != Verdict.HOLD),
        outcome.holdsStep() ? Lateness.whole(debt) : heldLate());
  }

  /** What is said beside the facts, which are made before. */
  SideResults sideResults() {
    return sideResults(policy.asksProfile);
  }

  private SideResults sideResults(boolean profiled) {
    Verdict verdict = decision.outcome().verdict();
    boolean weighed = verdict != Verdict.HOLD && debt.isOverdue() && policy.endgame != null;
    return new SideResults(
            charged == null ? List.of() : charged.charges(),
            charged == null ? List.of() : charged.missing(),
            weighed ? ledDebt().routes() : List.of(),
            profiled ? behaviour() : null,
            books.balances.anyDifference() ? amounts(scope::difference) : none(),
            costs && verdict == Verdict.CLOSED ? amounts(scope::chargesLeft) : none())
        .orNone();
  }

  /** What is overdue and not held; of a debt that is held, only since when. */
  private Lateness late(boolean chased) {
    Lateness late = anyLeftOut ? Lateness.of(debt, i -> !isLeftOut(i)) : Lateness.of(debt);
    return chased ? late : new Lateness(List.of(), late.since());
  }

  private Lateness heldLate() {
    Lateness held = Lateness.held(debt);
    return anyLeftOut ? held.plus(Lateness.of(debt, this::isLeftOut)) : held;
  }

  private void setOwed(InvoiceLines lines) {
    for (int i = 0; i < lines.size(); i++) {
      lines.owed(i, charged.owed(books.charged(lines.place(i)), lines.open(i)));
    }
  }

  /** An amount of each invoice that has it, by number. */
  private SortedMap<String, Money> amounts(IntFunction<Optional<Money>> ofPlace) {
    SortedMap<String, Money> found = new TreeMap<>();
    for (int i = scope.from(); i < scope.to(); i++) {
      String number = books.account.invoiceNumbers().get(i);
      ofPlace.apply(i).ifPresent(m -> found.put(number, m));
    }
    return found.isEmpty() ? none() : found;
  }

  private Behaviour behaviour() {
    PaymentProfile profile = books.profile(books.asOf);
    Score score = policy.policy.riskModel() instanceof Scorecard card ? card.score(profile) : null;
    return new Behaviour(profile, books.risk(books.asOf), score);
  }

  private boolean offersOrProposes() {
    Outcome outcome = decision.outcome();
    if (!outcome.takesStep()) {
      return false;
    }
    EscalationStep step = policy.steps[outcome.step()].step;
    return step.offersSettlement() || step.proposesPlan();
  }

  private LedDebt ledDebt() {
    return decision.ladder() == null ? new LedDebt(debt, debt.oldest()) : decision.ladder().debt();
  }

  /** Every open invoice that is issued, and what is found about it. */
  private InvoiceLines lines() {
    Balances balances = books.balances;
    InvoiceLines lines =
        new InvoiceLines(
            books.account.invoiceNumbers(),
            balances.isOneCurrency() ? balances.currency(0) : null,
            debt.open(),
            costs);
    boolean chased = decision.outcome().verdict() != Verdict.HOLD;
    boolean stepHeld = decision.outcome().holdsStep();
    int first = debt.isOverdue() || debt.oldest() == null ? -1 : debt.oldest().place();
    for (int i = scope.from(); i < scope.to() && debt.open() > 0; i++) {
      long open = balances.openMinor(i);
      if (open == 0 || balances.issuedDay(i) > debt.day() || !scope.contains(i)) {
        continue;
      }
      boolean plain = books.plainIsFree && balances.isPlain(i);
      boolean held = !plain && debt.isHeld(i);
      boolean late = plain ? debt.day() >= policy.overdueFrom(balances.dueDay(i)) : debt.isLate(i);
      boolean asked = !held && (late || first == i);
      boolean leftOut = asked && isLeftOut(i);
      boolean about = chased && asked && !leftOut;
      boolean waits = held || leftOut || stepHeld && (late || first == i);
      anyLeftOut |= leftOut;
      lines.add(i, balances.currency(i), open, about, late, waits);
    }
    return lines;
  }

  /** Whether the step hands over what was announced, and this invoice was not. */
  private boolean isLeftOut(int place) {
    Outcome outcome = decision.outcome();
    return outcome.takesStep()
        && new HandOver(policy.steps[outcome.step()], debt, decision.ladder().debt().lead.place())
            .leavesOut(place);
  }

  private List<InvoiceHistory> concerned(InvoiceLines lines) {
    List<InvoiceHistory> found = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.isConcerned(i)) {
        found.add(books.charged(lines.place(i)));
      }
    }
    return found;
  }

  private DueStep dueStep(Subject subject) {
    PreparedStep prepared = policy.steps[decision.outcome().step()];
    EscalationStep step = prepared.step;
    if (charges && prepared.assesses) {
      charged.assess(prepared.name, concerned);
    }
    Channel channel = decision.outcome().channel();
    Proposals proposals = new Proposals(debt, charged, concerned);
    SortedMap<String, SettlementQuote> offers =
        step.offersSettlement() ? proposals.offers() : none();
    boolean waits = decision.outcome().verdict() == Verdict.AWAIT_APPROVAL;
    return new DueStep(
        prepared.name,
        decision.outcome().step(),
        actions(prepared, channel),
        decision.outcome().addressee(),
        channel == null ? null : window(channel, decision.outcome().addressee()),
        step.deadline().flatMap(d -> policy.calendar.find(day, d)).orElse(null),
        waits ? prepared.approver(policy.settlement) : null,
        key(subject, prepared),
        charged == null ? none() : charged.assessments(),
        offers,
        step.proposesPlan() ? proposals.plans() : none(),
        proposals.together(offers),
        step.proposesPlan() ? proposals.plansTogether() : Collections.emptySortedMap(),
        credits(),
        policy.nets);
  }

  /** What the customer has to their credit, of the currencies that go into one document. */
  private List<Money> credits() {
    boolean apart = policy.policy.account().unit() == AccountRules.Unit.ACCOUNT_AND_CURRENCY;
    CurrencyUnit only = apart ? books.balances.currency(scope.from()) : null;
    CurrencyUnit unit = scope.currency() == null ? only : scope.currency();
    List<Money> all = books.credits(scope.members());
    return unit == null ? all : all.stream().filter(c -> c.currency().equals(unit)).toList();
  }

  /** Says of each line what of it is disputed, promised, perhaps paid, or not due. */
  private void setApart(InvoiceLines lines) {
    for (int i = 0; i < lines.size(); i++) {
      int place = lines.place(i);
      if (books.plainIsFree && books.balances.isPlain(place) && books.bank == null) {
        continue;
      }
      Item item = debt.item(place);
      boolean asked = lines.isConcerned(i);
      long open = books.balances.openMinor(place);
      long contested = item.disputed() && !asked ? open : open - item.undisputed();
      long due = debt.isLate(place) ? item.overdueOpen() : item.open();
      long claimed = item.promisedPart() + received(item);
      lines.apart(i, contested, asked ? claimed : 0, asked ? item.open() - due : 0);
    }
  }

  /** What receipts that are not booked may pay of what is asked for. */
  private long received(Item item) {
    return books.bank == null || !books.bank.anyReceipt(item.day)
        ? 0
        : Math.min(books.bank.receivedOnceMinor(item.place, item.day), item.asked());
  }

  private static <T> SortedMap<String, T> none() {
    return Collections.emptySortedMap();
  }

  private static List<DunningAction> actions(PreparedStep prepared, Channel channel) {
    if (channel == null || channel == prepared.channels.get(0)) {
      return prepared.step.actions();
    }
    Optional<Channel> preferred = prepared.step.channel();
    return prepared.step.actions().stream()
        .map(a -> a.channel().equals(preferred) ? a.by(channel) : a)
        .toList();
  }

  private ContactWindow window(Channel channel, ContactPerson to) {
    if (!books.asksConduct) {
      return DueStep.wholeDay(day, books.customer());
    }
    ContactCheck check = books.check();
    return (to == null || !check.tellsPersonsApart() ? check : check.with(to))
        .windowOn(day, channel);
  }

  private StepKey key(Subject subject, PreparedStep step) {
    int taken = TimesTaken.of(step.name, scope) + 1;
    return new StepKey(policy.policy.name(), subject.customer(), subject.unit(), step.name, taken);
  }
}
