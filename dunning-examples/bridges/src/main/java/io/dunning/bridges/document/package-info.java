/**
 * Electronic invoices and bank files as values of this library.
 *
 * <p>{@link io.dunning.bridges.document.InvoiceReader} reads UBL and CII invoices by EN 16931,
 * {@link io.dunning.bridges.document.BankReader} the statements and notices of ISO 20022 (camt.052,
 * camt.053, camt.054), and {@link io.dunning.bridges.document.StatusReader} the answers of buyers.
 * {@link io.dunning.bridges.document.TermsText} is the text of payment terms by itself.
 *
 * <p>Every reader streams, refuses document types and entities, keeps within {@link
 * io.dunning.bridges.document.XmlLimits}, and hands back one {@link
 * io.dunning.bridges.document.Mapped} result: a value or all problems, and what could not be
 * mapped.
 */
package io.dunning.bridges.document;
