package io.dunning.benchmarks;

/**
 * Prints what the library costs beside loops that a user would write by hand: aging, deciding with
 * one thing more to ask for and by size, and interest. All of it is CPU time of one thread, so that
 * it says something on a busy machine, too.
 */
public final class CpuTables {
  /** How many items are aged. */
  static final int ITEMS = 1_000_000;

  /** How many accounts are decided about, and how many debts bear interest. */
  static final int ACCOUNTS = 100_000;

  private CpuTables() {}

  /**
   * Prints all tables, in some minutes.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    print("Aging a million open items", CostOfAging.table(ITEMS));
    print("Deciding", CostOfDeciding.besideByHand(ACCOUNTS));
    print("Deciding with one thing more to ask for", CostOfDeciding.withOneThingMore(ACCOUNTS));
    print("By size", CostOfDeciding.growth());
    print("Runs over a portfolio", CostOfRuns.table(ACCOUNTS));
    print("Late interest", CostOfInterest.table(ACCOUNTS));
  }

  private static void print(String title, String table) {
    System.out.println("## " + title + "\n\n" + table + "\n");
  }
}
