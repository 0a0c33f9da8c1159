package io.dunning.charge;

/**
 * How much of a charge was assessed, in minor units. What is paid or given up without having been
 * assessed counts as assessed.
 */
final class Assessed {
  private long sum;
  private long owed;

  long sum() {
    return sum;
  }

  void assess(long amount) {
    sum = Math.addExact(sum, amount);
    owed = Math.addExact(owed, amount);
  }

  /** Something that was assessed is owed again, but has to be assessed again. */
  void owedAgain(long amount) {
    sum = Math.max(0, sum - amount);
  }

  void pay(long amount) {
    long ofAssessed = Math.min(amount, owed);
    owed -= ofAssessed;
    sum = Math.addExact(sum, amount - ofAssessed);
  }

  /** What was paid was paid back: it is owed again, and was assessed. */
  void refund(long amount) {
    owed = Math.addExact(owed, amount);
  }

  /** It was assessed by mistake; what was paid or given up of it meanwhile stays assessed. */
  void reverse(long amount) {
    long taken = Math.min(amount, Math.min(sum, owed));
    sum -= taken;
    owed -= taken;
  }
}
