/**
 * Many accounts at once: the daily run, the list of what to do, and how collecting goes.
 *
 * <p>Start with {@link io.dunning.portfolio.PortfolioRun}, which evaluates a stream of accounts on
 * all cores in bounded memory, or with {@link io.dunning.portfolio.CollectionMetrics}: days sales
 * outstanding and its kin, from the same events as everything else. {@link
 * io.dunning.portfolio.Worklist} orders what is due for the people who do it; {@link
 * io.dunning.portfolio.RollRates}, {@link io.dunning.portfolio.ProvisionMatrix} and {@link
 * io.dunning.portfolio.Concentration} say what may be lost.
 */
package io.dunning.portfolio;
