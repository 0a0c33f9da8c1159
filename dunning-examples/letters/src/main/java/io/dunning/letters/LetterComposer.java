package io.dunning.letters;

import io.dunning.action.ContactPerson;
import io.dunning.action.Tone;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.PolicyId;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out what letters say. All amounts are those of the document that the evaluator made; the
 * consequence is what the policy does next if nobody pays. Immutable and thread-safe.
 *
 * <pre>{@code
 * LetterComposer composer = LetterComposer.of(evaluator, sender);
 * for (DunningDocument document : evaluator.evaluate(policy, account, today).documents()) {
 *   LetterContent content = composer.compose(policy, account, document, address);
 * }
 * }</pre>
 */
public final class LetterComposer {
  private final DunningEvaluator evaluator;
  private final Sender sender;

  private LetterComposer(DunningEvaluator evaluator, Sender sender) {
    this.evaluator = evaluator;
    this.sender = sender;
  }

  /**
   * {@return a composer}
   *
   * @param evaluator decides what comes next
   * @param sender who writes
   */
  public static LetterComposer of(DunningEvaluator evaluator, Sender sender) {
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(sender, "sender");
    return new LetterComposer(evaluator, sender);
  }

  /**
   * Works out the letter of a step.
   *
   * @param policy the policy by which the document was made
   * @param account the account as it was evaluated
   * @param document what is to be sent
   * @param to where the letter goes
   * @return the content
   * @throws IllegalArgumentException if the document was made by another policy, or its step is not
   *     written, such as a call
   */
  public LetterContent compose(
      DunningPolicy policy, Account account, DunningDocument document, PostalAddress to) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(to, "to");
    Recommendation leading = document.leading();
    if (!leading.policy().equals(PolicyId.of(policy))) {
      throw new IllegalArgumentException(
          "document was made by another policy: " + leading.policy());
    }
    LetterDraft draft = new LetterDraft();
    draft.kind =
        LetterKind.of(document.actions())
            .orElseThrow(
                () -> new IllegalArgumentException("step is not written: " + document.actions()));
    draft.tone = document.tone().orElse(draft.kind.usualTone());
    draft.step = document.step();
    address(draft, account.customer(), leading.asOf(), to, document.addressee());
    new LetterSums(account, document, draft, policy.charges()).fill();
    if (!draft.isOverdue() && isReproach(draft.kind)) {
      draft.kind = LetterKind.REMINDER; // nothing can be demanded before it is due
    }
    draft.deadline = leading.deadline();
    draft.interestRuns =
        policy.charges().interest().isPresent()
            && draft.totals.stream().anyMatch(t -> !t.interest().isZero());
    offers(draft, document);
    new RequiredNotices(evaluator, policy, account, document).fill(draft);
    if (tellsConsequence(draft)) {
      draft.consequence = new NextStep(evaluator, policy).after(account, document, lastDay(draft));
    }
    return new LetterContent(draft);
  }

  /**
   * What happens before the end of the last day to pay, or to take up an offer, is no consequence
   * of missing it.
   */
  private static LocalDate lastDay(LetterDraft draft) {
    LocalDate last = draft.deadline.orElse(draft.date.plusDays(1));
    for (SettlementQuote each : draft.settlements) {
      last = each.until().isAfter(last) ? each.until() : last;
    }
    for (PaymentPlan each : draft.plans) {
      LocalDate first = each.instalments().get(0).due();
      last = first.isAfter(last) ? first : last;
    }
    return last;
  }

  private static boolean isReproach(LetterKind kind) {
    return kind == LetterKind.NOTICE || kind == LetterKind.DEMAND;
  }

  /**
   * Friendly letters and thanks threaten nothing. A collector must not overshadow the right to
   * dispute a debt (12 CFR 1006.38(b)).
   */
  private static boolean tellsConsequence(LetterDraft draft) {
    return draft.tone != Tone.FRIENDLY
        && draft.isOverdue()
        && draft.kind != LetterKind.THANKS
        && draft.disputeBy.isEmpty();
  }

  private static void offers(LetterDraft draft, DunningDocument document) {
    for (Recommendation line : document.lines()) {
      if (draft.kind == LetterKind.SETTLEMENT_OFFER) {
        draft.settlements.addAll(
            line.accountSettlements().isEmpty()
                ? line.settlements().values()
                : line.accountSettlements().values());
      } else if (draft.kind == LetterKind.PLAN_PROPOSAL) {
        draft.plans.addAll(
            line.accountPaymentPlans().isEmpty()
                ? line.paymentPlans().values()
                : line.accountPaymentPlans().values());
      }
    }
  }

  /**
   * Works out the confirmation of the promise to pay that counts: that of the account, or else the
   * latest one about an invoice.
   *
   * @param account the account
   * @param asOf the day of the letter
   * @param to where the letter goes
   * @return the content; empty if there is no promise, or its last day is over
   */
  public Optional<LetterContent> confirmPromise(Account account, LocalDate asOf, PostalAddress to) {
    Objects.requireNonNull(to, "to");
    Optional<PromiseToPay> whole = promise(account.standingOn(asOf.toEpochDay()), asOf);
    Optional<PromiseToPay> promise =
        whole.or(
            () ->
                account.invoices().stream()
                    .flatMap(h -> promise(h.standingOn(asOf), asOf).stream())
                    .max(Comparator.comparing(PromiseToPay::date)));
    List<InvoiceHistory> about = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      boolean own = promise.isPresent() && promise(each.standingOn(asOf), asOf).equals(promise);
      if (isOpen(each, asOf) && (whole.isPresent() || own)) {
        about.add(each);
      }
    }
    if (promise.isEmpty() || about.isEmpty()) {
      return Optional.empty();
    }
    LetterDraft draft = new LetterDraft();
    draft.kind = LetterKind.PROMISE_CONFIRMATION;
    draft.tone = draft.kind.usualTone();
    address(draft, account.customer(), asOf, to, Optional.empty());
    about.forEach(each -> draft.items.add(LetterSums.item(each, asOf, List.of())));
    draft.promised = Optional.of(promised(promise.get(), draft.items));
    promise.get().amount().ifPresent(amount -> rest(draft, amount));
    reference(draft);
    return Optional.of(new LetterContent(draft));
  }

  private static Optional<PromiseToPay> promise(Standing standing, LocalDate asOf) {
    return standing.agreements().promise().filter(p -> !p.until().isBefore(asOf));
  }

  private static boolean isOpen(InvoiceHistory history, LocalDate asOf) {
    return history.standingOn(asOf).balance().open().isPositive();
  }

  /** What is open in the currency of a promised amount, beside it. */
  private static void rest(LetterDraft draft, Money promised) {
    Money rest = promised.unaryMinus();
    for (LetterItem each : draft.items) {
      boolean same = each.open().currency().equals(promised.currency());
      rest = same ? rest.plus(each.open()) : rest;
    }
    if (rest.isPositive()) {
      draft.notPromised.add(rest);
    }
  }

  private static Promised promised(PromiseToPay promise, List<LetterItem> items) {
    if (promise.amount().isPresent()) {
      return new Promised(List.of(promise.amount().get()), promise.until());
    }
    SortedMap<CurrencyUnit, Money> open = new TreeMap<>();
    items.forEach(i -> open.merge(i.open().currency(), i.open(), Money::plus));
    return new Promised(List.copyOf(open.values()), promise.until());
  }

  /**
   * Works out thanks for the payments of the latest day on which something was paid.
   *
   * @param account the account
   * @param asOf the day of the letter; later payments are ignored
   * @param to where the letter goes
   * @return the content; empty if nothing was paid
   */
  public Optional<LetterContent> thank(Account account, LocalDate asOf, PostalAddress to) {
    Objects.requireNonNull(to, "to");
    List<Payment> payments = new ArrayList<>();
    List<InvoiceHistory> about = new ArrayList<>();
    Account known = account.asOf(asOf);
    known.events().forEach(e -> addLatest(payments, about, e, null));
    for (InvoiceHistory each : known.invoices()) {
      each.events().forEach(e -> addLatest(payments, about, e, each));
    }
    if (payments.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    payments.forEach(p -> sums.merge(p.amount().currency(), p.amount(), Money::plus));
    LetterDraft draft = new LetterDraft();
    draft.kind = LetterKind.THANKS;
    draft.tone = draft.kind.usualTone();
    address(draft, account.customer(), asOf, to, Optional.empty());
    about.stream()
        .distinct()
        .forEach(each -> draft.items.add(LetterSums.item(each, asOf, List.of())));
    draft.paid = Optional.of(new Promised(List.copyOf(sums.values()), payments.get(0).date()));
    reference(draft);
    return Optional.of(new LetterContent(draft));
  }

  /** Keeps the payments of the latest day, and the invoices that they were made for. */
  private static void addLatest(
      List<Payment> payments, List<InvoiceHistory> about, LedgerEvent event, InvoiceHistory of) {
    if (!(event instanceof Payment payment)) {
      return;
    }
    if (!payments.isEmpty() && payments.get(0).date().isBefore(payment.date())) {
      payments.clear();
      about.clear();
    }
    if (payments.isEmpty() || payments.get(0).date().equals(payment.date())) {
      payments.add(payment);
      if (of != null) {
        about.add(of);
      }
    }
  }

  private void address(
      LetterDraft draft,
      Customer customer,
      LocalDate date,
      PostalAddress to,
      Optional<ContactPerson> person) {
    draft.date = date;
    draft.sender = sender;
    draft.recipient =
        new Recipient(
            customer.id(),
            customer.name(),
            customer.kind(),
            customer
                .country()
                .map(c -> Countries.checked("country of customer " + customer.id(), c))
                .orElse(to.country()),
            person.map(ContactPerson::name).orElse(""),
            to);
    draft.waysToPay.addAll(customer.waysToPay());
    sender.creditor().waysToPay().stream()
        .filter(w -> !draft.waysToPay.contains(w))
        .forEach(draft.waysToPay::add);
  }

  /** What a transfer names: the only invoice, or the customer. */
  static void reference(LetterDraft draft) {
    draft.reference =
        draft.items.size() == 1 ? draft.items.get(0).invoice() : draft.recipient.customer();
  }
}
