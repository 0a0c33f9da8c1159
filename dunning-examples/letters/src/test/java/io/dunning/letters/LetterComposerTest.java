package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.evaluation.DunningDocument;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import io.dunning.scenario.Timeline;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterComposerTest {
  private static final DunningPolicy EVERY = LetterFixture.everyLetter();
  private static final LocalDate DUE = LetterFixture.DUE;

  /** A policy, and a letter that it sends. */
  record Sent(DunningPolicy policy, LetterFixture.Due due) {
    LetterContent content() {
      return LetterFixture.content(policy, due);
    }

    @Override
    public String toString() {
      return policy.name() + ": " + due.step();
    }
  }

  static Stream<Sent> letters() {
    List<Sent> all = new ArrayList<>();
    List<DunningPolicy> policies =
        List.of(
            EVERY,
            LetterFixture.byAccount(),
            LetterFixture.costsFirst(),
            LetterFixture.chasingCharges());
    for (DunningPolicy policy : policies) {
      for (Account account : accounts()) {
        LetterFixture.letters(policy, account).forEach(d -> all.add(new Sent(policy, d)));
      }
    }
    return all.stream();
  }

  /** One invoice; several in two currencies; with a dispute, a part payment and a credit. */
  static List<Account> accounts() {
    Account one = LetterFixture.account("1234.50");
    Account many =
        one.with(LetterFixture.invoice("INV-1016", Money.eur("80.00"), DUE.plusDays(3)))
            .with(LetterFixture.invoice("INV-1017", Money.usd("75.25"), DUE.plusDays(12)))
            .with(LetterFixture.invoice("INV-1018", Money.eur("310.00"), DUE.plusDays(300)));
    Account worn =
        Account.of(
            one.customer(),
            List.of(
                one.invoices()
                    .get(0)
                    .with(
                        LedgerEvent.dispute(DUE.minusDays(3), Money.eur("200.00"), "quality"),
                        LedgerEvent.payment(DUE.plusDays(1), Money.eur("34.50"))),
                LetterFixture.invoice("INV-1016", Money.eur("80.00"), DUE.plusDays(3))));
    Account late =
        one.with(
            one.invoices()
                .get(0)
                .with(LedgerEvent.payment(DUE.plusDays(20), Money.eur("1234.50"))));
    return List.of(one, many, worn.with(LedgerEvent.payment(DUE, Money.eur("12.00"))), late);
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyAmountIsThatOfTheDocument(Sent sent) {
    LetterContent content = sent.content();
    DunningDocument document = sent.due.document();
    assertThat(content.totals()).hasSameSizeAs(document.sums());
    for (int i = 0; i < content.totals().size(); i++) {
      LetterContent.Total total = content.totals().get(i);
      var sum = document.sums().get(i);
      assertThat(total.toPay()).isEqualTo(sum.toPay());
      assertThat(total.asked()).isEqualTo(sum.asked());
      assertThat(total.fees().plus(total.compensation()).plus(total.interest()))
          .isEqualTo(sum.charges());
      Money charged = Money.zero(total.toPay().currency());
      for (LetterItem item : content.items()) {
        if (item.open().currency().equals(charged.currency())) {
          charged = charged.plus(item.owed()).minus(item.open());
        }
      }
      assertThat(charged).as("charges line by line").isEqualTo(sum.charges());
    }
    assertThat(content.items().stream().map(LetterItem::invoice).toList())
        .isEqualTo(document.invoices());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void theConsequenceIsWhatThePolicyDoesNext(Sent sent) {
    LetterContent content = sent.content();
    LocalDate from = content.deadline().orElse(content.date().plusDays(1));
    // what happens after the letter is not known when it is written
    Account known = sent.due.account().asOf(content.date());
    Account after = Timeline.take(known, sent.due.document());
    Optional<Timeline.Entry> next =
        Timeline.of(LetterFixture.EVALUATOR, sent.policy, after, content.date(), DUE.plusDays(700))
            .entries()
            .stream()
            .filter(
                e -> e.recommendation().invoices().stream().anyMatch(numbers(content)::contains))
            .filter(
                e ->
                    Consequence.of(e.recommendation().actions())
                        .filter(k -> k.isSevere() || !e.date().isBefore(from))
                        .isPresent())
            .findFirst();
    if (content.tone() == Tone.FRIENDLY || !content.isOverdue()) {
      assertThat(content.consequence()).isEmpty();
      return;
    }
    assertThat(content.consequence().map(Consequence::step))
        .isEqualTo(next.map(Timeline.Entry::step));
    assertThat(content.consequence().map(Consequence::earliest))
        .isEqualTo(next.map(Timeline.Entry::date));
  }

  private static List<String> numbers(LetterContent content) {
    return content.items().stream().map(LetterItem::invoice).toList();
  }

  @Test
  void aStepThatNeedsApprovalIsOnlyPossible() {
    LetterContent content =
        LetterFixture.content(
            LetterFixture.byAccount(), LetterFixture.account("1234.50"), "demand");
    assertThat(content.consequence().orElseThrow().kind()).isEqualTo(Consequence.Kind.AGENCY);
    assertThat(content.consequence().orElseThrow().needsApproval()).isTrue();
    assertThat(LettersTest.flat(Letters.standard().text(content, java.util.Locale.UK)))
        .contains("we may hand the matter to a collection agency");
  }

  @Test
  void nothingIsThreatenedWhileARestrictionIsInForce() {
    DunningPolicy even =
        DunningPolicy.named("even")
            .ladder(
                EscalationLadder.of(
                    EscalationStep.step("notice")
                        .at(Trigger.daysPastDue(5))
                        .take(DunningAction.sendNotice(1, Channel.LETTER))
                        .evenDuring(Restriction.BREATHING_SPACE),
                    EscalationStep.step("agency")
                        .at(Trigger.daysPastDue(30))
                        .take(DunningAction.referToAgency())))
            .build();
    Account free = LetterFixture.account("100.00");
    Account resting =
        free.with(LedgerEvent.restricted(DUE, Restriction.BREATHING_SPACE, DUE.plusDays(10)));
    assertThat(LetterFixture.content(even, free, "notice").consequence()).isPresent();
    assertThat(LetterFixture.content(even, resting, "notice").consequence()).isEmpty();
  }

  @Test
  void theCustomersOwnWayToPayComesFirst() {
    Account account = LetterFixture.account("100.00");
    Account debit =
        Account.of(
            account.customer().payingBy(WayToPay.directDebit("M-17", DUE.minusDays(90))),
            account.invoices());
    assertThat(LetterFixture.content(EVERY, debit, "reminder").waysToPay())
        .hasSize(3)
        .first()
        .isInstanceOf(WayToPay.DirectDebit.class);
  }

  @Test
  void confirmsThePromiseThatCounts() {
    Account account = LetterFixture.account("500.00");
    LetterComposer composer = LetterComposer.of(LetterFixture.EVALUATOR, LetterFixture.NORD);
    LocalDate day = DUE.plusDays(5);
    assertThat(composer.confirmPromise(EVERY, account, day, PostalAddress.UNKNOWN)).isEmpty();
    InvoiceHistory history =
        account
            .invoices()
            .get(0)
            .with(
                LedgerEvent.promise(DUE.plusDays(2), Money.eur("100.00"), DUE.plusDays(6)),
                LedgerEvent.promise(DUE.plusDays(4), Money.eur("300.00"), DUE.plusDays(9)));
    LetterContent content =
        composer
            .confirmPromise(EVERY, account.with(history), day, PostalAddress.UNKNOWN)
            .orElseThrow();
    assertThat(content.promised())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("300.00")), DUE.plusDays(9)));
    // 200.00 of the invoice, the fixed sum of 40.00, and interest of 0.70
    assertThat(content.notPromised()).containsExactly(Money.eur("240.70"));
    assertThat(Letters.standard().text(content, java.util.Locale.UK))
        .contains("A further €240.70 is not covered");
    assertThat(
            composer.confirmPromise(
                EVERY, account.with(history), DUE.plusDays(10), PostalAddress.UNKNOWN))
        .isEmpty();
    LetterContent whole =
        composer
            .confirmPromise(
                EVERY,
                account.with(LedgerEvent.promise(DUE, DUE.plusDays(7))),
                day,
                PostalAddress.UNKNOWN)
            .orElseThrow();
    assertThat(whole.promised())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("500.00")), DUE.plusDays(7)));
    assertThat(whole.notPromised()).as("fees and interest").hasSize(1);
  }

  @Test
  void thanksForThePaymentsOfTheLatestDay() {
    InvoiceHistory history =
        LetterFixture.account("500.00")
            .invoices()
            .get(0)
            .with(
                LedgerEvent.payment(DUE, Money.eur("100.00")),
                LedgerEvent.payment(DUE.plusDays(2), Money.eur("150.00")),
                LedgerEvent.payment(DUE.plusDays(2), Money.eur("250.00")),
                LedgerEvent.payment(DUE.plusDays(30), Money.eur("1.00")));
    LetterContent content =
        LetterComposer.of(LetterFixture.EVALUATOR, LetterFixture.NORD)
            .thank(
                LetterFixture.account("500.00").with(history),
                DUE.plusDays(3),
                PostalAddress.UNKNOWN)
            .orElseThrow();
    assertThat(content.paid())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("400.00")), DUE.plusDays(2)));
    assertThat(content.items()).hasSize(1);
  }

  @Test
  void aCallIsNotWritten() {
    Account account = LetterFixture.account("100.00");
    DunningPolicy calls =
        DunningPolicy.named("calls")
            .ladder(
                EscalationLadder.of(
                    EscalationStep.step("call")
                        .at(Trigger.daysPastDue(1))
                        .take(DunningAction.placeCall())))
            .build();
    DunningDocument document =
        LetterFixture.EVALUATOR.evaluate(calls, account, DUE.plusDays(1)).documents().get(0);
    LetterComposer composer = LetterComposer.of(LetterFixture.EVALUATOR, LetterFixture.NORD);
    assertThatThrownBy(() -> composer.compose(calls, account, document, PostalAddress.UNKNOWN))
        .hasMessageStartingWith("step is not written: ");
    assertThatThrownBy(() -> composer.compose(EVERY, account, document, PostalAddress.UNKNOWN))
        .hasMessageStartingWith("document was made by another policy: ");
  }

  @Test
  void nothingIsDemandedBeforeItIsDue() {
    DunningPolicy early =
        DunningPolicy.named("early")
            .ladder(
                EscalationLadder.of(
                    EscalationStep.step("word")
                        .at(Trigger.daysBeforeDue(5))
                        .take(DunningAction.sendNotice(1, Channel.EMAIL))))
            .build();
    LetterContent content = LetterFixture.content(early, LetterFixture.account("100.00"), "word");
    assertThat(content.kind()).isEqualTo(LetterKind.REMINDER);
    assertThat(Letters.standard().text(content, java.util.Locale.UK)).contains("falls due on");
  }
}
