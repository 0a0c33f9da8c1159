package io.dunning.conduct;

import io.dunning.action.PersonRole;
import io.dunning.conduct.AtMost.Counted;
import io.dunning.conduct.AtMost.Exemption;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.text.ConstantWords;
import java.util.List;

/** Limits on the number of contacts, as text. */
final class LimitWords {
  private LimitWords() {}

  static String of(Exemption exemption) {
    String what = ConstantWords.of(exemption.kind());
    int days = exemption.withinDays();
    return exemption.upTo() == Integer.MAX_VALUE && days == 1
        ? what
        : "up to " + exemption.upTo() + " " + what + " in " + days + (days == 1 ? " day" : " days");
  }

  /** Which contacts are counted together, such as {@code " per debt and person"}. */
  static String of(Per per, boolean perPerson) {
    String debt = per == Per.DEBT ? " per debt" : "";
    return perPerson ? debt + (debt.isEmpty() ? " per person" : " and person") : debt;
  }

  /** The roles as text, such as {@code " with third party"}; empty for everybody. */
  static String with(List<PersonRole> roles) {
    return roles.isEmpty()
        ? ""
        : " with " + String.join(" or ", roles.stream().map(PersonRole::toString).toList());
  }

  static String of(AtMost limit) {
    String what =
        limit.counted() == Counted.CONNECTED
            ? "connected contacts"
            : ConstantWords.of(limit.counted());
    StringBuilder text = new StringBuilder("at most ").append(limit.contacts()).append(' ');
    text.append(limit.contacts() == 1 ? what.substring(0, what.length() - 1) : what);
    text.append(LimitedChannels.words(limit.channels())).append(" in ");
    text.append(limit.isMonthly() ? "a calendar month" : limit.within().getDays() + " days");
    text.append(of(limit.per(), limit.perPerson()));
    text.append(limit.allCollectors() ? "" : ", each collector for itself");
    String before = ", without ";
    for (Exemption each : limit.exemptions()) {
      text.append(before).append(each);
      before = ", ";
    }
    return text.toString();
  }
}
