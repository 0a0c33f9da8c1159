/**
 * The serial form of the library's records that have an optional part. The module does not export
 * this package: it serves the records themselves.
 */
package io.dunning.serial;
