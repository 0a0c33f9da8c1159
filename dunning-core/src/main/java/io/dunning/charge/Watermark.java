package io.dunning.charge;

/**
 * How much of a charge the customer has been told, in minor units. What is paid or given up without
 * having been told counts as told.
 */
final class Watermark {
  long told;
  private long toldAndOwed;

  void tell(long amount) {
    told = Math.addExact(told, amount);
    toldAndOwed = Math.addExact(toldAndOwed, amount);
  }

  /** Something told is owed again, but has to be told again. */
  void owedAgain(long amount) {
    told = Math.max(0, told - amount);
  }

  void pay(long amount) {
    long ofTold = Math.min(amount, toldAndOwed);
    toldAndOwed -= ofTold;
    told = Math.addExact(told, amount - ofTold);
  }

  /** What was paid was paid back: it is owed again, and was told. */
  void refund(long amount) {
    toldAndOwed = Math.addExact(toldAndOwed, amount);
  }

  /** It was told by mistake; what was paid or given up of it meanwhile stays told. */
  void untell(long amount) {
    long taken = Math.min(amount, Math.min(told, toldAndOwed));
    told -= taken;
    toldAndOwed -= taken;
  }
}
