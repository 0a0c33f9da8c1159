/**
 * The command line: looks at a ledger of CSV files (invoices and events, and perhaps customers and
 * persons) without writing Java.
 */
package io.dunning.cli;
