package io.dunning.bridges.money;

import io.dunning.money.CurrencyUnit;

/** Compares the codes of currencies. */
final class Codes {
  private Codes() {}

  static void requireSame(CurrencyUnit wanted, String found) {
    if (!wanted.code().equals(found)) {
      throw new IllegalArgumentException("amount is not in " + wanted + ": " + found);
    }
  }
}
