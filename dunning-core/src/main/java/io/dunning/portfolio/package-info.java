/**
 * Many accounts at once: the daily run, worklists for collectors, and figures about collection.
 *
 * <p>Start with {@link io.dunning.portfolio.PortfolioRun}, which evaluates a stream of accounts on
 * all cores in bounded memory; with {@link io.dunning.portfolio.AccountTable}, which keeps the
 * standings of millions of accounts in memory and decides about them in columns ({@link
 * io.dunning.portfolio.Decisions}), also in a {@link io.dunning.portfolio.TableRun}; or with {@link
 * io.dunning.portfolio.CollectionMetrics}, which computes days sales outstanding and related
 * figures from the same events. {@link io.dunning.portfolio.Worklist} puts what is due in order for
 * the people who do it. {@link io.dunning.portfolio.RollRates}, {@link
 * io.dunning.portfolio.ProvisionMatrix} and {@link io.dunning.portfolio.Concentration} tell you
 * what you may lose.
 *
 * <p>{@link io.dunning.portfolio.PaymentForecast} says when debts will probably be paid, and {@link
 * io.dunning.portfolio.ForecastBacktest} how good that would have been. {@link
 * io.dunning.portfolio.CollectedAfterSteps}, {@link io.dunning.portfolio.PaymentPractices}, {@link
 * io.dunning.portfolio.DisputeCauses} and {@link io.dunning.portfolio.MonthlyChange} look back.
 */
package io.dunning.portfolio;
