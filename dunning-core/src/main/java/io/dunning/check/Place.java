package io.dunning.check;

/** Names places in a policy, as a file of the policy would: the first of a list is number 1. */
final class Place {
  /** What holds a debt. */
  static final String HOLD = "hold while";

  private Place() {}

  /** Such as {@code ladder[3]} for the step at index 2. */
  static String step(int index) {
    return item("ladder", index);
  }

  /** Such as {@code ladder[3].at}. */
  static String of(int index, String attribute) {
    return step(index) + "." + attribute;
  }

  /** Such as {@code late fees[1]} for the fee at index 0. */
  static String item(String list, int index) {
    return list + "[" + (index + 1) + "]";
  }
}
