package io.dunning.policy;

import static io.dunning.calendar.Days.calendarDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Policies;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.money.Percentage;
import org.junit.jupiter.api.Test;

/** The groups of rules in a policy: what they are unless set, and how they read. */
class PolicyGroupsTest {
  private final DunningPolicy plain = Policies.draft().build();

  @Test
  void accountsAreNotLookedAtUnlessSet() {
    AccountRules rules = plain.account();
    assertThat(rules.unit()).isEqualTo(AccountRules.Unit.INVOICE);
    assertThat(rules.documentLevel()).isEqualTo(AccountRules.DocumentLevel.OLDEST);
    assertThat(rules.credits()).isEqualTo(AccountRules.Credits.APART);
    assertThat(rules.accountSteps()).isEqualTo(AccountRules.AccountSteps.WHEN_OLD_ENOUGH);
    assertThat(rules).hasToString("per invoice").isEqualTo(AccountRules.DEFAULT);
    DunningPolicy whole =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.HIGHEST)
            .credits(AccountRules.Credits.NET)
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE)
            .build();
    assertThat(whole.account())
        .hasToString("per account, highest level, net of credits, account steps count since due");
  }

  @Test
  void agreementsHaveNoToleranceUnlessSet() {
    AgreementRules rules = plain.agreements();
    assertThat(rules.promiseTolerance()).isEqualTo(Days.NONE);
    assertThat(rules.planCure()).isEqualTo(Days.NONE);
    assertThat(rules.brokenPromise()).isEqualTo(Resumption.whereItWas());
    assertThat(rules.brokenPlan()).isEqualTo(Resumption.whereItWas());
    assertThat(rules).hasToString("agreements as agreed");
    DunningPolicy patient =
        Policies.draft()
            .promiseTolerance(calendarDays(2))
            .promiseHoldsAllFrom(Percentage.percent("80"))
            .brokenPromise(Resumption.atOnce())
            .planCure(calendarDays(5))
            .brokenPlan(Resumption.at("reminder"))
            .build();
    assertThat(patient.agreements())
        .hasToString(
            "2 days of tolerance for promises, promises of 80% hold all, broken promise resumes at once, 5 days to cure a"
                + " payment plan, broken plan resumes at reminder");
  }

  @Test
  void paymentsUnderWayHoldStepsUnlessSet() {
    PaymentRules rules = plain.payments();
    assertThat(rules.receiptsHold()).isEqualTo(calendarDays(7));
    assertThat(rules.bankDataStaleAfter()).isEmpty();
    assertThat(rules.untilCollectionFailed()).isEqualTo(PaymentRules.UntilCollectionFailed.HOLD);
    assertThat(rules).hasToString("payments under way hold steps");
    PolicyDraft draft =
        Policies.draft()
            .receiptsHold(Days.businessDays(3))
            .bankDataStaleAfter(Days.businessDays(2))
            .untilCollectionFailed(PaymentRules.UntilCollectionFailed.GO_ON)
            .collectionAwaitedFor(calendarDays(14));
    assertThat(draft.build().payments())
        .hasToString(
            "receipts hold steps for 3 business days, bank data older than 2 business days hold all"
                + " steps, steps go on before a collection failed, collections awaited for 14 days");
    String first = plain.ladder().steps().get(0).name();
    assertThat(draft.staleBankDataHoldsFrom(first).build().payments().toString())
        .contains("hold steps from \"" + first + "\" on");
  }

  @Test
  void reopenedDebtsGoOnUnlessSet() {
    ReopeningRules rules = plain.reopening();
    assertThat(rules.age()).isEqualTo(ReopeningRules.ReversedAge.FROM_DUE_DATE);
    assertThat(rules.steps()).isEqualTo(ReopeningRules.ReversedSteps.COUNT);
    assertThat(rules).hasToString("reopened debts go on");
    DunningPolicy anew =
        Policies.draft()
            .reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL)
            .reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN)
            .build();
    assertThat(anew.reopening())
        .hasToString("reopened debts age from reversal, reopened debts start again");
  }

  @Test
  void contactsAreFreeUnlessSet() {
    OutreachRules rules = plain.outreach();
    assertThat(rules.minimumDaysBetweenContacts()).isZero();
    assertThat(rules.conduct()).isEqualTo(Conduct.PLAIN);
    assertThat(rules).hasToString("contacts on any day");
    Conduct courteous = Conduct.under(ContactLaw.COURTEOUS_B2B);
    DunningPolicy careful =
        Policies.draft()
            .minimumDaysBetweenContacts(7)
            .deliveryPresumedAfter(calendarDays(4))
            .conduct(courteous)
            .build();
    assertThat(careful.outreach())
        .hasToString(
            "7 days between contacts, delivery presumed after 4 days, conduct " + courteous);
  }

  @Test
  void aDraftCanBeBuiltAgain() {
    PolicyDraft draft = Policies.draft().minimumDaysBetweenContacts(7);
    DunningPolicy first = draft.build();
    DunningPolicy second = draft.per(AccountRules.Unit.ACCOUNT).build();
    assertThat(first.account().unit()).isEqualTo(AccountRules.Unit.INVOICE);
    assertThat(second.account().unit()).isEqualTo(AccountRules.Unit.ACCOUNT);
    assertThat(second.outreach()).isEqualTo(first.outreach()).hasSameHashCodeAs(first.outreach());
  }

  @Test
  void ladderGoesOnInOneOfThreeWays() {
    assertThat(Resumption.whereItWas()).hasToString("resumes where it was");
    assertThat(Resumption.atOnce()).hasToString("resumes at once");
    assertThat(Resumption.at("demand")).hasToString("resumes at demand");
    assertThat(Resumption.whereItWas().ignoresEarlierContacts()).isFalse();
    assertThat(Resumption.atOnce().ignoresEarlierContacts()).isTrue();
    assertThat(Resumption.at("demand").ignoresEarlierContacts()).isFalse();
    assertThat(Resumption.whereItWas().startingStep()).isEmpty();
    assertThat(Resumption.atOnce().startingStep()).isEmpty();
    assertThat(Resumption.at("demand").startingStep()).contains("demand");
    assertThat(Resumption.at("once")).isNotEqualTo(Resumption.atOnce());
  }
}
