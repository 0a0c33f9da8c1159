/** The command line: looks at a ledger of two CSV files without writing Java. */
package io.dunning.cli;
