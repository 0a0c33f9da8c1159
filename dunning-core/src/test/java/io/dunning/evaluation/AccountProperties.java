package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.RandomPlay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Patient;
import io.dunning.policy.PolicySet;
import io.dunning.terms.Instalment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds for accounts, documents and sets of policies. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class AccountProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsDueIsInExactlyOneDocument(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    AccountRecommendation now = WEEKENDS.evaluate(policy, account, day);
    List<Recommendation> lines = new ArrayList<>();
    now.documents().forEach(d -> lines.addAll(d.lines()));
    assertThat(lines).containsExactlyInAnyOrderElementsOf(now.due());
    for (DunningDocument document : now.documents()) {
      assertThat(document.forInformation()).doesNotContainAnyElementsOf(document.invoices());
      assertThat(document.lines()).allMatch(l -> l.stepPlace() <= document.leading().stepPlace());
    }
    boolean own = policy.account().documentLevel() == AccountRules.DocumentLevel.OWN;
    if (policy.account().unit() == AccountRules.Unit.ACCOUNT && !own) {
      assertThat(now.documents()).hasSizeLessThan(2);
    }
  }

  /** What a document records as taken is a step of its own, or one that a letter can speak for. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aDocumentTakesAlongNothingThatItDoesNotDo(
      @ForAll DunningPolicy any, @ForAll Account account, @ForAll LocalDate day) {
    DunningPolicy policy = Patient.ofOwnLevels(any);
    for (DunningDocument document :
        WEEKENDS.evaluate(policy, account, day).documentsOnceApproved()) {
      for (Recommendation line : document.lines()) {
        boolean same = line.step().equals(Optional.of(document.step()));
        Statistics.label("lines").collect(document.lines().size() == 1 ? "one" : same);
        assertThat(line.performer()).contains(document.performer());
        assertThat(line.channel().isPresent()).isEqualTo(document.channel().isPresent());
        if (!same) {
          assertThat(line.actions()).allMatch(AccountProperties::isOfALetter);
          assertThat(document.actions()).allMatch(AccountProperties::isOfALetter);
        }
      }
    }
  }

  private static boolean isOfALetter(DunningAction action) {
    return action.toString().matches("(send (reminder|notice|demand)|assess charges).*");
  }

  /** What is open is asked for, not due, disputed or held; what is asked for is what is overdue. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theSumOfADocumentAddsUp(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    AccountRecommendation now = WEEKENDS.evaluate(policy, account, day);
    for (Recommendation each : now.recommendations()) {
      SortedMap<CurrencyUnit, Money> asked = new TreeMap<>();
      for (DocumentSum sum : each.sums()) {
        assertThat(
                List.of(
                    sum.asked(),
                    sum.notDue(),
                    sum.disputed(),
                    sum.held(),
                    sum.charges(),
                    sum.credits(),
                    sum.toPay()))
            .as("%s", sum)
            .noneMatch(Money::isNegative);
        Money less = sum.asked().plus(sum.charges()).minus(sum.toPay());
        assertThat(sum.netsCredits() ? sum.credits().compareTo(less) >= 0 : less.isZero()).isTrue();
        if (sum.asked().isPositive()) {
          asked.put(sum.open().currency(), sum.asked());
        }
      }
      if (each.step().isPresent() && !each.overdue().isEmpty()) {
        assertThat(List.copyOf(asked.values())).isEqualTo(each.overdue());
      }
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aSetOfOnePolicyIsThatPolicy(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    assertThat(WEEKENDS.evaluate(PolicySet.byDefault(policy), account, day))
        .isEqualTo(WEEKENDS.evaluate(policy, account, day));
  }

  /** Each invoice is decided about once, by its own policy. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aSetDecidesAboutEachInvoiceByItsPolicy(
      @ForAll DunningPolicy one,
      @ForAll DunningPolicy other,
      @ForAll Account account,
      @ForAll LocalDate day) {
    PolicySet set = PolicySet.byDefault(one).forInvoice("I0", other).forInvoice("I2", other);
    List<String> scopes = new ArrayList<>();
    for (Recommendation each : WEEKENDS.evaluate(set, account, day).recommendations()) {
      for (String number : each.subject().invoices()) {
        scopes.add(number);
        assertThat(each.policy()).isEqualTo(PolicyId.of(set.policyFor(account.customer(), number)));
      }
    }
    assertThat(WEEKENDS.explain(set, account, day))
        .extracting(Explanation::recommendation)
        .isEqualTo(WEEKENDS.evaluate(set, account, day).recommendations());
    assertThat(scopes)
        .containsExactlyInAnyOrderElementsOf(
            account.invoices().stream().map(h -> h.invoice().number()).toList());
  }

  /** Many accounts at once get the answers that each gets alone, in their order. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void manyAccountsGetTheAnswersOfEach(
      @ForAll DunningPolicy any,
      @ForAll @Size(max = 12) List<Account> some,
      @ForAll LocalDate day,
      @ForAll Random random) {
    RandomPlay play = new RandomPlay(random.nextLong());
    List<Account> accounts = new ArrayList<>(some);
    for (int i = 0; i < 12; i++) {
      accounts.add(play.account());
    }
    Collections.shuffle(accounts, random);
    PolicySet set = PolicySet.byDefault(play.policy());
    set = random.nextBoolean() ? set.forSegment("retail", any) : set;
    set = random.nextInt(3) == 0 ? set.forCustomer("C", play.policy()) : set;
    set = random.nextInt(4) == 0 ? set.forInvoice("I0", any) : set;
    set =
        random.nextInt(4) == 0
            ? set.segmentIf("retail", Condition.customerIs(RiskBand.PROMPT))
            : set;
    List<AccountRecommendation> each = new ArrayList<>();
    for (Account account : accounts) {
      each.add(WEEKENDS.evaluate(set, account, day));
    }
    assertThat(WEEKENDS.evaluateAll(set, accounts, day)).isEqualTo(each);
    assertThat(WEEKENDS.evaluateAll(set, List.of(), day)).isEmpty();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aClosedInvoiceChangesNothing(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Assume.that(policy.account().unit() == AccountRules.Unit.INVOICE);
    // before all else: what is paid on the day of a plan for the whole account counts towards it
    LocalDate start = DunningDomain.START.minusDays(60);
    Invoice paid = Invoice.of("paid", Money.eur("9.00"), start, start);
    // one that was paid tells how the customer pays; one that was voided tells nothing
    boolean asks = new PreparedPolicy(policy, BusinessCalendar.weekends(), null).asksProfile;
    LedgerEvent closing =
        asks ? new MoneyEvent.Voided(start) : new MoneyEvent.Payment(start, Money.eur("9.00"));
    Account more = account.with(InvoiceHistory.of(paid).with(closing));
    List<Recommendation> before = WEEKENDS.evaluate(policy, account, day).recommendations();
    List<Recommendation> after = WEEKENDS.evaluate(policy, more, day).recommendations();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).decidesLike(before.get(i))).isTrue();
      assertThat(after.get(i).reviewOn()).isEqualTo(before.get(i).reviewOn());
    }
  }

  /** A family is one account: who answers does not change what is decided about it. */
  @Property(tries = 2_000, maxDiscardRatio = 50, edgeCases = EdgeCasesMode.NONE)
  void aParentWithoutInvoicesDecidesAsItsChildWould(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Assume.that(account.events().isEmpty());
    Account parent = Account.of(account.customer(), List.of()).answeringFor(account);
    assertThat(WEEKENDS.evaluate(policy, parent, day))
        .isEqualTo(WEEKENDS.evaluate(policy, account, day));
  }

  /**
   * What was said of a child as a whole counts for its invoices as it did. Of steps that holds
   * where none was taken before an invoice was past due, they count from then on, and nothing was
   * deferred; of invoices to which nothing happened, so that no event of the child meets one of the
   * invoice. Disputes are left out: what is contested as a whole takes no part of a promise of an
   * amount if the dispute is one of the invoice.
   */
  @Property(tries = 2_000, maxDiscardRatio = 50, edgeCases = EdgeCasesMode.NONE)
  void aParentWithoutInvoicesDecidesAsItsChildWouldOfEventsOfTheChild(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    boolean sinceDue =
        policy.account().accountSteps() == AccountRules.AccountSteps.SINCE_DUE
            && policy.account().documentLevel() != AccountRules.DocumentLevel.HIGHEST
            && account.events().stream().noneMatch(TermsEvent.Deferral.class::isInstance);
    List<LedgerEvent> events = new ArrayList<>(account.events());
    events.removeIf(e -> e instanceof StepEvent.StepTaken && !(sinceDue && isClear(account, e)));
    events.removeIf(DisputeEvent.class::isInstance);
    Assume.that(!events.isEmpty());
    List<InvoiceHistory> untouched =
        account.invoices().stream().map(h -> InvoiceHistory.of(h.invoice())).toList();
    Account child = Account.of(account.customer(), untouched, events);
    Account parent = Account.of(account.customer(), List.of()).answeringFor(child);
    List<Recommendation> decided = WEEKENDS.evaluate(policy, child, day).recommendations();
    List<Recommendation> now = WEEKENDS.evaluate(policy, parent, day).recommendations();
    assertThat(now).hasSameSizeAs(decided);
    for (int i = 0; i < decided.size(); i++) {
      assertThat(now.get(i).decidesLike(decided.get(i))).as("%s", now.get(i)).isTrue();
    }
  }

  /** Whether each invoice was past due on the day of an event, or was not issued yet. */
  private static boolean isClear(Account account, LedgerEvent event) {
    return account.invoices().stream()
        .map(InvoiceHistory::invoice)
        .allMatch(
            i ->
                i.instalments().isEmpty()
                    && (event.date().isAfter(i.due()) || event.date().isBefore(i.issued())));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatWasSentElsewhereAnswersTheSame(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day)
      throws IOException, ClassNotFoundException {
    AccountRecommendation now = WEEKENDS.evaluate(policy, account, day);
    AccountRecommendation copy = sent(now);
    assertThat(copy).isEqualTo(now);
    for (Explanation why : WEEKENDS.explain(policy, account, day)) {
      assertThat(sent(why)).isEqualTo(why).hasToString(why.toString());
    }
    assertThat(sent(now.documents()).toString()).isEqualTo(now.documents().toString());
  }

  @SuppressWarnings("unchecked")
  private static <T> T sent(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void equalPoliciesHaveEqualFingerprintsAndUnlikeOnesUnlike(
      @ForAll DunningPolicy one, @ForAll DunningPolicy other) {
    assertThat(one.fingerprint().equals(other.fingerprint())).isEqualTo(one.equals(other));
  }

  /** All amounts times a hundred, the rules, too: the same decision, but for rounded discounts. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void scalingAllAmountsChangesNoDecision(
      @ForAll @Size(min = 1, max = 11) List<@IntRange(min = 1, max = 20) Integer> distances,
      @ForAll InvoiceHistory history,
      @ForAll @IntRange(min = 1, max = 60_000) int minimum,
      @ForAll LocalDate day) {
    Invoice invoice = history.invoice();
    DunningPolicy ladder = DunningDomain.plainLadder(distances, 3, false);
    Money least = Money.ofMinor(minimum, invoice.amount().currency());
    DunningPolicy policy =
        DunningPolicy.named("p").ladder(ladder.ladder()).minimumAmount(least).build();
    DunningPolicy scaledPolicy =
        DunningPolicy.named("p").ladder(ladder.ladder()).minimumAmount(times(least)).build();
    Invoice bigger =
        Invoice.of(invoice.number(), times(invoice.amount()), invoice.issued(), invoice.due());
    List<Instalment> parts = times(invoice.instalments());
    Assume.that(invoice.terms().isEmpty());
    InvoiceHistory scaled =
        InvoiceHistory.of(
            parts.isEmpty() ? bigger : bigger.inInstalments(parts),
            history.events().stream().map(AccountProperties::times).toList());
    Recommendation before = WEEKENDS.evaluate(policy, history, day);
    Recommendation after = WEEKENDS.evaluate(scaledPolicy, scaled, day);
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.step()).isEqualTo(before.step());
    assertThat(after.reviewOn()).isEqualTo(before.reviewOn());
    assertThat(after.open())
        .isEqualTo(before.open().stream().map(AccountProperties::times).toList());
  }

  private static Money times(Money amount) {
    return Money.ofMinor(amount.minorUnits() * 100, amount.currency());
  }

  private static List<Instalment> times(List<Instalment> parts) {
    return parts.stream().map(p -> new Instalment(p.due(), times(p.amount()))).toList();
  }

  private static LedgerEvent times(LedgerEvent event) {
    if (event instanceof MoneyEvent.Payment e) {
      return new MoneyEvent.Payment(e.date(), times(e.amount()));
    } else if (event instanceof MoneyEvent.PaymentReversed e) {
      return new MoneyEvent.PaymentReversed(e.date(), times(e.amount()));
    } else if (event instanceof MoneyEvent.Credit e) {
      return new MoneyEvent.Credit(e.date(), times(e.amount()));
    } else if (event instanceof MoneyEvent.Refund e) {
      return new MoneyEvent.Refund(e.date(), times(e.amount()));
    } else if (event instanceof MoneyEvent.DiscountTaken e) {
      return new MoneyEvent.DiscountTaken(e.date(), times(e.amount()));
    } else if (event instanceof MoneyEvent.DiscountReversed e) {
      return new MoneyEvent.DiscountReversed(e.date(), times(e.amount()));
    } else if (event instanceof AgreementEvent.PromiseToPay e) {
      return new AgreementEvent.PromiseToPay(
          e.date(), e.amount().map(AccountProperties::times), e.until());
    } else if (event instanceof DisputeEvent.DisputeOpened e) {
      return new DisputeEvent.DisputeOpened(
          e.date(), e.reason(), e.amount().map(AccountProperties::times), e.id(), e.openedBy());
    } else if (event instanceof AgreementEvent.PlanAgreed e) {
      return new AgreementEvent.PlanAgreed(
          e.date(), times(e.instalments()), e.settles(), e.proposedOn());
    }
    return event;
  }

  /** Contacts count per account: what is done about one invoice keeps a distance for another. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void contactsAboutOneInvoiceCountForAll(@ForAll InvoiceHistory history, @ForAll LocalDate day) {
    DunningPolicy policy = DunningDomain.plainLadder(List.of(1, 5, 9), 4, false);
    Invoice other = Invoice.of("other", Money.eur("1.00"), day.minusDays(3), day.plusDays(90));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                history.asOf(day),
                InvoiceHistory.of(other).with(new ContactEvent.Contact(day, Channel.PHONE))));
    assertThat(WEEKENDS.evaluate(policy, account, day).due()).isEmpty();
  }

  /** A promise that nobody else made, so that the reason tells which one holds. */
  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void aPromiseForTheAccountHoldsOnlyWhatWasIssuedByItsDay(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 60) int ago) {
    LocalDate made = day.minusDays(ago);
    LocalDate until = day.plusYears(50);
    Account promised = account.with(LedgerEvent.promise(made, until));
    for (Recommendation now :
        WEEKENDS.evaluate(Patient.holdingByDefault(policy), promised, day).recommendations()) {
      if (now.reason() instanceof HoldReason.Promised by && by.until().equals(until)) {
        Statistics.label("invoices").collect(now.lines().size() > 1 ? "more" : "one");
        assertThat(now.lines())
            .anySatisfy(
                line -> assertThat(issued(account, line.invoice())).isBeforeOrEqualTo(made));
      }
    }
  }

  private static LocalDate issued(Account account, String invoice) {
    return account.invoices().stream()
        .map(InvoiceHistory::invoice)
        .filter(i -> i.number().equals(invoice))
        .map(Invoice::issued)
        .findFirst()
        .orElseThrow();
  }
}
