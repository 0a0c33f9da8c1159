/**
 * Dunning policy and accounts-receivable aging: immutable rules and a pure evaluator.
 *
 * <p>Most users need {@code DunningPolicy}, {@code InvoiceHistory} and {@code DunningEvaluator};
 * {@code AgingReport} for aging.
 */
module io.dunning {
  requires static org.immutables.value.annotations;
  requires org.slf4j;

  exports io.dunning.action;
  exports io.dunning.aging;
  exports io.dunning.behaviour;
  exports io.dunning.calendar;
  exports io.dunning.charge;
  exports io.dunning.check;
  exports io.dunning.conduct;
  exports io.dunning.evaluation;
  exports io.dunning.event;
  exports io.dunning.law;
  exports io.dunning.ledger;
  exports io.dunning.money;
  exports io.dunning.policy;
  exports io.dunning.portfolio;
  exports io.dunning.scenario;
  exports io.dunning.sentence;
  exports io.dunning.settlement;
  exports io.dunning.terms;
}
