package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactRules;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Decisions;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A notice of the account goes before an agency or a court, invoice by invoice. */
class NoticeOfAccountTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static DunningPolicy policy(DocumentLevel level, DunningAction last) {
    return draft(level, last).build();
  }

  private static PolicyDraft draft(DocumentLevel level, DunningAction last) {
    Before before = last.equals(fileClaim()) ? Before.COURT : Before.HANDOVER;
    Notice notice = new Notice("demand", Days.NONE, calendarDays(14), before);
    return DunningPolicy.named("p")
        .per(Unit.ACCOUNT)
        .documentLevel(level)
        .conduct(Conduct.under(ContactRules.of("notices", notice)))
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("demand").at(daysPastDue(20)).take(sendDemand(LETTER)),
                step("last").at(daysPastDue(40)).take(last)));
  }

  private static InvoiceHistory invoice(String number, int issued, int due, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("10.00"), day(issued), day(due))).with(events);
  }

  private static final InvoiceHistory OLD = invoice("O", -60, 0);

  private static final LedgerEvent[] STEPS = {
    stepTaken(day(3), "reminder", EMAIL), stepTaken(day(20), "demand", LETTER)
  };

  private static Account account(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C"), List.of(invoices)).with(STEPS);
  }

  static Stream<InvoiceHistory> withoutNotice() {
    return Stream.of(
        invoice("overdue since the demand", -5, 30),
        invoice("due on the day of the demand", -5, 20),
        invoice("not due", 20, 60),
        invoice("not issued", 50, 80),
        invoice("disputed", 5, 30, dispute(day(31), "quality")));
  }

  /** The account had its demand; an invoice that the demand could not mean stays out of it. */
  @ParameterizedTest
  @MethodSource("withoutNotice")
  void whatHadNoNoticeIsLeftOutAndHoldsUpNothing(InvoiceHistory other) {
    for (DocumentLevel level : DocumentLevel.values()) {
      for (DunningAction last : List.of(referToAgency(), fileClaim())) {
        Account account = account(OLD, other).with(stepApproved(day(40), "last"));
        AccountRecommendation all = EVALUATOR.evaluate(policy(level, last), account, day(41));
        Recommendation now = all.recommendations().get(0);
        assertThat(now.step()).as("%s %s", level, now).contains("last");
        assertThat(now.verdict()).isEqualTo(Verdict.ACT);
        assertThat(now.invoices()).containsExactly("O");
        assertThat(now.overdue()).containsExactly(eur("10.00"));
        DunningDocument document =
            all.documents().stream().filter(d -> d.invoices().contains("O")).findFirst().get();
        assertThat(document.invoices()).containsExactly("O");
        assertThat(document.sums().get(0).toPay()).isEqualTo(eur("10.00"));
      }
    }
  }

  @Test
  void whatIsLeftOutIsSaidToWait() {
    Account account = account(OLD, invoice("N", -5, 30));
    Recommendation now =
        EVALUATOR
            .evaluate(policy(DocumentLevel.OLDEST, fileClaim()), account, day(41))
            .recommendations()
            .get(0);
    assertThat(now.verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now.lines().get(1).held()).isTrue();
    assertThat(now.heldOverdue()).containsExactly(eur("10.00"));
  }

  /** A claim about one invoice is not a claim about another, however old that has become. */
  @ParameterizedTest
  @EnumSource
  void whatWasLeftOutGoesUpTheLadderItself(DocumentLevel level) {
    DunningPolicy policy = policy(level, fileClaim());
    InvoiceHistory paid = OLD.with(payment(day(120), eur("10.00")));
    Account account = account(paid, invoice("N", -5, 30)).with(stepTaken(day(100), "last"));
    Recommendation now =
        EVALUATOR.evaluate(policy, account, day(121)).recommendations().stream()
            .filter(r -> r.invoices().contains("N"))
            .findFirst()
            .get();
    assertThat(now.step()).contains("reminder");
    Decisions table =
        new AccountTable()
            .accountsFrom(c -> account)
            .put(account)
            .decide(EVALUATOR, policy, day(121));
    assertThat(table.step(table.size() - 1)).contains("reminder");
  }

  /** What was announced was closed, or came back only after the hand-over. */
  @ParameterizedTest
  @EnumSource
  void whatIsKnownLaterTakesNoHandOverBack(DocumentLevel level) {
    DunningPolicy policy = policy(level, fileClaim());
    InvoiceHistory closed = invoice("X", -400, -370, payment(day(-300), eur("10.00")));
    LedgerEvent[] unannounced = {
      stepTaken(day(-340), "demand", LETTER),
      stepTaken(day(3), "reminder", EMAIL),
      stepTaken(day(50), "last")
    };
    Account before = Account.of(Customer.of("C"), List.of(OLD, closed)).with(unannounced);
    assertThat(about("O", policy, before, 60).verdict()).isEqualTo(Verdict.EXHAUSTED);
    InvoiceHistory noticed = invoice("P", -50, 1, new ContactEvent.NoticeGiven(day(30), "demand"));
    Account returned =
        account(OLD, noticed)
            .with(stepTaken(day(50), "last"), notDelivered(day(55), "demand", LETTER));
    assertThat(about("O", policy, returned, 60).verdict()).isEqualTo(Verdict.EXHAUSTED);
  }

  /** A hand-over of ten, where a hundred would be the least, is none. */
  @Test
  void whatIsLeftOutHelpsNoMinimumAndIsPaidByNoCredit() {
    InvoiceHistory young = InvoiceHistory.of(Invoice.of("N", eur("950.00"), day(-5), day(30)));
    PolicyDraft draft = draft(DocumentLevel.OLDEST, fileClaim());
    Account account = account(OLD, young);
    Recommendation now = about("O", draft.minimumAmount(eur("100.00")).build(), account, 41);
    assertThat(now.rule()).isEqualTo(Rule.CONTACT_NOT_ALLOWED);
    assertThat(about("O", draft.minimumAmount(eur("10.00")).build(), account, 41).verdict())
        .isEqualTo(Verdict.AWAIT_APPROVAL);
    DunningPolicy netting =
        draft(DocumentLevel.OLDEST, fileClaim()).credits(AccountRules.Credits.NET).build();
    Account withCredit = account.with(payment(day(25), eur("10.00")));
    assertThat(about("O", netting, withCredit, 41).rule()).isEqualTo(Rule.CONTACT_NOT_ALLOWED);
    assertThat(about("O", netting, account, 41).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
  }

  private static Recommendation about(
      String invoice, DunningPolicy policy, Account account, int on) {
    return EVALUATOR.evaluate(policy, account, day(on)).recommendations().stream()
        .filter(r -> r.subject().invoices().contains(invoice))
        .findFirst()
        .get();
  }

  /** Twelve monthly invoices that nobody pays: each comes to court after its own notice. */
  @Test
  void theAccountOfWhoBuysEachMonthComesToCourt() {
    for (DocumentLevel level : DocumentLevel.values()) {
      List<InvoiceHistory> months = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        months.add(invoice("M" + i, 30 * i - 30, 30 * i));
      }
      Account account = Account.of(Customer.of("C"), months);
      DunningPolicy policy = policy(level, fileClaim());
      int sued = 0;
      for (int on = 0; on <= 400; on++) {
        for (Recommendation each :
            EVALUATOR.evaluate(policy, account.asOf(day(on)), day(on)).recommendations()) {
          if (each.step().isEmpty() || each.invoices().isEmpty()) {
            continue;
          }
          String step = each.step().get();
          sued += step.equals("last") ? 1 : 0;
          LedgerEvent taken = stepTaken(day(on), step, LETTER);
          InvoiceHistory own =
              account.invoices().stream()
                  .filter(h -> h.invoice().number().equals(each.invoices().get(0)))
                  .findFirst()
                  .get();
          account =
              level == DocumentLevel.OWN ? account.with(own.with(taken)) : account.with(taken);
        }
      }
      // only the oldest goes up the ladder as long as it is open, and it stays open
      assertThat(sued).as("%s", level).isEqualTo(level == DocumentLevel.OLDEST ? 1 : 12);
    }
  }

  /** The earliest open instalment is overdue; the date on the invoice is that of the last one. */
  @Test
  void aNoticeIsAboutTheInstalmentThatIsOverdue() {
    Invoice parts =
        Invoice.of("I", eur("100.00"), day(-30), day(400))
            .inInstalments(
                List.of(
                    new Instalment(day(0), eur("60.00")), new Instalment(day(400), eur("40.00"))));
    assertThat(last(account(InvoiceHistory.of(parts)), 45)).isEqualTo("await approval last");
  }

  @Test
  void aNoticeGoesByTheTermsThatWereAgreedLast() {
    InvoiceHistory sooner = invoice("I", -60, 300, termsRenegotiated(day(-9), day(0)));
    assertThat(last(account(sooner), 45)).isEqualTo("await approval last");
    InvoiceHistory arrivedLate = invoice("I", -30, 0, notDelivered(day(-20)), delivered(day(10)));
    Account early =
        Account.of(Customer.of("C"), List.of(arrivedLate))
            .with(stepTaken(day(15), "demand", LETTER), stepApproved(day(16), "last"));
    assertThat(last(early, 80)).isEqualTo("act reminder");
    LedgerEvent[] anew = {
      stepTaken(day(80), "reminder", EMAIL), stepTaken(day(81), "demand", LETTER)
    };
    assertThat(last(early.with(anew), 96)).isEqualTo("await approval last");
  }

  private static String last(Account account, int on) {
    Recommendation now =
        EVALUATOR
            .evaluate(policy(DocumentLevel.OLDEST, fileClaim()), account, day(on))
            .recommendations()
            .get(0);
    return now.verdict() + " " + now.step().or(now::waitsFor).orElse("");
  }
}
