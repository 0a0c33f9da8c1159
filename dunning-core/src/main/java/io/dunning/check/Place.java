package io.dunning.check;

/** Names places in a policy, as a file of the policy would. */
final class Place {
  private Place() {}

  /** Such as {@code ladder[2]}, counted from 0. */
  static String step(int index) {
    return "ladder[" + index + "]";
  }

  /** Such as {@code ladder[2].at}. */
  static String of(int index, String attribute) {
    return step(index) + "." + attribute;
  }
}
