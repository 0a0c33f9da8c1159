package io.dunning.json;

/** Makers of values that are not records. */
final class MoreValues {
  private MoreValues() {}

  static void register(AnyValues values) {}
}
