package io.dunning.json;

import java.util.Locale;

/** Names of Java as words of JSON. */
final class Words {
  private Words() {}

  /** Such as {@code await-approval} for {@code AWAIT_APPROVAL}. */
  static String hyphenated(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code promise-to-pay} for the class {@code PromiseToPay}. */
  static String tag(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
