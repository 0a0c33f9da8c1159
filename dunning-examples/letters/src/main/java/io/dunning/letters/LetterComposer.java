package io.dunning.letters;

import io.dunning.action.ContactPerson;
import io.dunning.action.Message;
import io.dunning.action.Tone;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.PolicyId;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

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
   * @throws IllegalArgumentException if the document was made by another policy or about another
   *     account, if its step is not written, such as a call, or if the law requires facts that the
   *     sender does not give
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
    requireSame(account, document);
    LetterDraft draft = new LetterDraft();
    draft.kind =
        LetterKind.of(document.actions())
            .orElseThrow(
                () -> new IllegalArgumentException("step is not written: " + document.actions()));
    draft.tone = document.tone().orElse(draft.kind.usualTone());
    draft.step = document.step();
    address(draft, account.customer(), leading.asOf(), to, document.addressee());
    return draft.kind == LetterKind.THANKS
        ? thanks(draft, account)
        : about(draft, policy, account, document);
  }

  private LetterContent thanks(LetterDraft draft, Account account) {
    if (!new LetterAnswers(account, draft.date).payments(draft)) {
      throw new IllegalArgumentException("nothing was paid until " + draft.date);
    }
    reference(draft);
    RequiredNotices.ofAnswer(draft);
    return draft.content();
  }

  /** A letter about what is owed. */
  private LetterContent about(
      LetterDraft draft, DunningPolicy policy, Account account, DunningDocument document) {
    new LetterSums(account, document, draft, policy.charges()).fill();
    draft.effect = Consequence.of(document.actions()).filter(Consequence.Kind::isSevere);
    if (!draft.isOverdue() && isReproach(draft.kind)) {
      draft.kind = LetterKind.REMINDER; // nothing can be demanded before it is due
    }
    if (draft.kind == LetterKind.NOTICE) {
      draft.noticeNumber = noticeNumber(document);
    }
    draft.deadline = document.leading().deadline();
    draft.interestAgreed = policy.charges().interest().isPresent();
    draft.interestRuns =
        draft.interestAgreed && draft.totals.stream().anyMatch(t -> !t.interest().isZero());
    offers(draft, document);
    new RequiredNotices(evaluator, policy, account, document).fill(draft);
    if (tellsConsequence(draft)) {
      draft.consequence = new NextStep(evaluator, policy).after(account, document, lastDay(draft));
    }
    return draft.content();
  }

  private static void requireSame(Account account, DunningDocument document) {
    String customer = document.leading().subject().customer();
    if (!customer.equals(account.customer().id())) {
      throw new IllegalArgumentException(
          "document is about another customer than the account "
              + account.customer().id()
              + ": "
              + customer);
    }
    List<String> unknown = new ArrayList<>(document.invoices());
    unknown.addAll(document.forInformation());
    unknown.removeAll(account.invoiceNumbers());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "document is about invoices that the account does not have: " + unknown);
    }
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

  private static OptionalInt noticeNumber(DunningDocument document) {
    return document.actions().stream()
        .filter(Message.Notice.class::isInstance)
        .mapToInt(each -> ((Message.Notice) each).number())
        .max();
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
   * Works out the confirmation of the promises to pay that are in force: that of the account, or
   * else those about invoices. A promise of more than is owed is confirmed as what is owed.
   *
   * @param policy says which fees and interest are owed beside the invoices
   * @param account the account
   * @param asOf the day of the letter; later events are ignored
   * @param to where the letter goes
   * @return the content; empty if no promise is in force about an open invoice
   */
  public Optional<LetterContent> confirmPromise(
      DunningPolicy policy, Account account, LocalDate asOf, PostalAddress to) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(to, "to");
    Map<String, Money> owed = new HashMap<>();
    for (Recommendation each : evaluator.evaluate(policy, account, asOf).recommendations()) {
      each.lines().forEach(line -> owed.put(line.invoice(), line.owed().total()));
    }
    LetterDraft draft = answer(LetterKind.PROMISE_CONFIRMATION, account, asOf, to);
    boolean any = new LetterAnswers(account, asOf).promises(draft, owed);
    reference(draft);
    return any ? Optional.of(draft.content()) : Optional.empty();
  }

  /**
   * Works out thanks for the payments of the latest day on which something was paid. A payment that
   * was reversed does not count.
   *
   * @param account the account
   * @param asOf the day of the letter; later events are ignored
   * @param to where the letter goes
   * @return the content; empty if nothing was paid
   */
  public Optional<LetterContent> thank(Account account, LocalDate asOf, PostalAddress to) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(to, "to");
    LetterDraft draft = answer(LetterKind.THANKS, account, asOf, to);
    boolean any = new LetterAnswers(account, asOf).payments(draft);
    reference(draft);
    return any ? Optional.of(draft.content()) : Optional.empty();
  }

  private LetterDraft answer(LetterKind kind, Account account, LocalDate day, PostalAddress to) {
    LetterDraft draft = new LetterDraft();
    draft.kind = kind;
    draft.tone = kind.usualTone();
    address(draft, account.customer(), day, to, Optional.empty());
    RequiredNotices.ofAnswer(draft);
    return draft;
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
        new LetterContent.Recipient(
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
