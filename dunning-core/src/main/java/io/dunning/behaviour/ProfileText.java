package io.dunning.behaviour;

/** The main facts of a profile and its band, in words. */
final class ProfileText {
  private ProfileText() {}

  /** Returns text such as {@code 8 settled, 3 late (0.3750): often late}. */
  static String of(PaymentProfile profile) {
    StringBuilder text =
        new StringBuilder(profile.settled() + " settled, " + profile.late() + " late");
    profile.lateRatio().ifPresent(r -> text.append(" (").append(r).append(')'));
    profile
        .averageDaysVsDue()
        .ifPresent(d -> text.append(", ").append(d).append(" days against due"));
    profile.trend().ifPresent(t -> text.append(", trend ").append(t));
    if (profile.promisesKept() + profile.promisesBroken() > 0) {
      text.append(", promises ").append(profile.promisesKept()).append(" kept and ");
      text.append(profile.promisesBroken()).append(" broken");
    }
    if (profile.overdue() > 0) {
      text.append(", ").append(profile.overdue()).append(" overdue now");
    }
    if (profile.writtenOff() > 0) {
      text.append(", ").append(profile.writtenOff()).append(" written off");
    }
    return text.append(": ").append(profile.band()).toString();
  }
}
