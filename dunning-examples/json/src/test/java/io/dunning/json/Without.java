package io.dunning.json;

import java.util.Map;
import java.util.TreeMap;

/** Why some public types have no JSON form. */
final class Without {
  static final Map<String, String> REASONS = new TreeMap<>();

  private static void put(String reason, String... types) {
    for (String each : types) {
      REASONS.put(each, reason);
    }
  }

  static {
    put(
        "works for the caller and holds nothing that is worth storing",
        "evaluation.DunningEvaluator",
        "conduct.ContactCheck",
        "calendar.EpochDay",
        "conduct.ContactLaw",
        "law.FrenchInvoiceNotes",
        "law.KoreanConsumerDebt",
        "charge.StatutoryRegimes",
        "event.FailureCodes",
        "policy.ConditionNeeds",
        "policy.ConditionParts",
        "policy.Situation",
        "portfolio.PortfolioRun",
        "portfolio.ReviewDates",
        "portfolio.TableRun",
        "scenario.Scenario",
        "scenario.StoryDay");
    put(
        "builds a value that has a form",
        "aging.ReceivablesDraft",
        "policy.PolicyDraft",
        "portfolio.AccountRow");
    put(
        "what a history says on a day: store the events, and ask again",
        "ledger.Standing",
        "ledger.Balance",
        "ledger.Balances",
        "ledger.BankRecord",
        "ledger.Agreements",
        "ledger.Limitation",
        "ledger.Concessions",
        "ledger.Correspondence",
        "ledger.StepRecord",
        "ledger.StepsTaken");
    put(
        "columns in memory for millions of rows: store the accounts or items that fill them",
        "aging.Receivables",
        "portfolio.AccountTable",
        "portfolio.Decisions",
        "portfolio.DaysStatistics");
    put(
        "holds a function or an exception, which is no data",
        "behaviour.RiskModel$Described",
        "portfolio.PortfolioRun$Failed",
        "portfolio.Worklist$Rule");
    put(
        "what a check of a policy found: people read it, or check the policy again",
        "check.CutOver$Kind",
        "check.CutOver$Line",
        "check.CutOver$Total",
        "check.CutOver",
        "check.FindingKind",
        "check.LawComparison$Line",
        "check.LawComparison$Totals",
        "check.LawComparison",
        "check.LedgerComparison$Case",
        "check.LedgerComparison$Effect",
        "check.LedgerComparison",
        "check.PolicyCheck$Progress",
        "check.PolicyCheck",
        "check.PolicyComparison$Difference",
        "check.PolicyComparison$Effect",
        "check.PolicyComparison$Harsher",
        "check.PolicyComparison$Kind",
        "check.PolicyComparison$Pair",
        "check.PolicyComparison",
        "check.PolicyCoverage$Row",
        "check.PolicyCoverage$Subject",
        "check.PolicyCoverage",
        "check.PolicyExamples",
        "check.PolicyFinding$Severity",
        "check.PolicyFinding",
        "check.PolicyMutation",
        "check.PolicyReport$Explored",
        "check.PolicyReport$InvariantAnswer$Verdict",
        "check.PolicyReport$InvariantAnswer",
        "check.PolicyReport",
        "check.World$Moment",
        "check.World");
    put(
        "the rules of a policy are read from policy files",
        "charge.ChargeRules",
        "charge.InterestPeriod",
        "charge.LateFee",
        "charge.LateInterest",
        "charge.StatutoryInterest",
        "conduct.Conduct",
        "conduct.ContactRules",
        "law.LawAssumption",
        "policy.AccountRules",
        "policy.AgreementRules",
        "policy.Assignment",
        "policy.Condition",
        "policy.DunningPolicy",
        "policy.EscalationLadder",
        "policy.EscalationStep",
        "policy.OutreachRules",
        "policy.PaymentRules",
        "policy.PolicySet",
        "policy.PolicyTrial",
        "policy.SegmentRule",
        "policy.ReopeningRules",
        "settlement.EndgameRule",
        "settlement.PlanRule",
        "settlement.SettlementRule");
  }

  private Without() {}
}
