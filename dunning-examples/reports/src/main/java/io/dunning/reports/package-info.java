/**
 * What people look at: receivables as a page for the browser and as a workbook.
 *
 * <p>{@link io.dunning.reports.Report} asks the core everything that a report says; {@link
 * io.dunning.reports.HtmlReport} shows it as one page that needs nothing else, {@link
 * io.dunning.reports.ExcelReport} as a workbook. The pieces of the page can be used by themselves:
 * {@link io.dunning.reports.AgingPicture}, {@link io.dunning.reports.TrendPicture}, {@link
 * io.dunning.reports.RollRateTable}, {@link io.dunning.reports.ConcentrationTable}, {@link
 * io.dunning.reports.WorklistTable}, {@link io.dunning.reports.LadderPicture}, {@link
 * io.dunning.reports.CostPicture} and {@link io.dunning.reports.InvoiceStory} take values of the
 * core and give {@link io.dunning.reports.Markup}, in which no name of a ledger can be markup.
 */
package io.dunning.reports;
