package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.PersonRole;
import io.dunning.calendar.Days;
import io.dunning.conduct.AtMost.Counted;
import io.dunning.conduct.AtMost.Exemption;
import io.dunning.conduct.AtMost.Kind;
import io.dunning.conduct.ContactLimit.AfterConversation;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Hours;
import io.dunning.conduct.ContactLimit.NotOnHolidays;
import io.dunning.conduct.ContactLimit.NotWith;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.grammar.Reader;
import io.dunning.grammar.Slot;
import io.dunning.text.ConstantWords;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Reads limits on contacts in the words in which they print. */
final class LimitReader {
  private static final Slot NUMBER = Slot.number("7");
  private static final Slot DAYS = Slot.days(Days::parse);
  private static final Slot CHANNEL = Slot.oneOf("a channel", List.of(Channel.values()));

  private final Reader words;

  LimitReader(String text) {
    words = new Reader(text, "at most 7 attempts by phone in 7 days");
  }

  ContactLimit limit() {
    ContactLimit limit = any();
    words.end("the end");
    return limit;
  }

  private ContactLimit any() {
    if (words.take("the customer does not want it then")) {
      return new ContactLimit.CustomerWish();
    }
    if (words.take("not on holidays")) {
      return new NotOnHolidays(channels());
    }
    if (words.take("not with")) {
      return new NotWith(roles());
    }
    if (words.take("no call within")) {
      return afterConversation();
    }
    if (words.take("only")) {
      Hours hours = new Hours(new HoursReader(words).hours(), channels());
      return words.take("with") ? new Hours(hours.allowed(), hours.channels(), roles()) : hours;
    }
    if (words.take("at most")) {
      return atMost();
    }
    Days period = words.takeOne(DAYS);
    if (period == null) {
      throw words.stopped("a limit on contacts");
    }
    return notice(period);
  }

  private List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    if (words.take("by")) {
      do {
        channels.add(words.one(CHANNEL));
      } while (words.take("or"));
    }
    return channels;
  }

  private List<PersonRole> roles() {
    List<PersonRole> roles = new ArrayList<>();
    do {
      String name = words.name("a role");
      roles.add(words.made(() -> new PersonRole(name)));
    } while (words.take("or"));
    return roles;
  }

  private int days() {
    int count = words.one(NUMBER);
    if (!words.take("day") && !words.take("days")) {
      throw words.stopped("\"days\"");
    }
    return count;
  }

  /** Which contacts are counted together, and whether those with each person are. */
  private record Together(Per per, boolean person) {}

  private Together together() {
    if (words.take("per person")) {
      return new Together(Per.CUSTOMER, true);
    }
    return words.take("per debt")
        ? new Together(Per.DEBT, words.take("and person"))
        : new Together(Per.CUSTOMER, false);
  }

  private ContactLimit afterConversation() {
    int days = days();
    words.expect("of a conversation");
    Together together = together();
    return words.made(() -> new AfterConversation(days, together.per(), together.person()));
  }

  private ContactLimit atMost() {
    int most = words.one(NUMBER);
    Counted counted = counted();
    List<Channel> channels = channels();
    words.expect("in");
    Period within = words.take("a calendar month") ? Period.ofMonths(1) : Period.ofDays(days());
    Together together = together();
    boolean all = !words.take(", each collector for itself");
    List<Exemption> without = new ArrayList<>();
    if (words.take(", without")) {
      do {
        without.add(exemption());
      } while (words.take(","));
    }
    return words.made(
        () ->
            new AtMost(
                most, within, counted, together.per(), all, channels, without, together.person()));
  }

  private Counted counted() {
    if (words.take("attempts") || words.take("attempt")) {
      return Counted.ATTEMPTS;
    }
    boolean connected = words.take("connected");
    if (!words.take("contacts") && !words.take("contact")) {
      throw words.stopped("\"attempts\", \"connected contacts\" or \"contacts\"");
    }
    return connected ? Counted.CONNECTED : Counted.CONTACTS;
  }

  private Exemption exemption() {
    if (!words.take("up to")) {
      return new Exemption(kind(), Integer.MAX_VALUE, 1);
    }
    int most = words.one(NUMBER);
    Kind kind = kind();
    words.expect("in");
    int days = days();
    return words.made(() -> new Exemption(kind, most, days));
  }

  private Kind kind() {
    for (Kind each : Kind.values()) {
      if (words.take(ConstantWords.of(each))) {
        return each;
      }
    }
    throw words.stopped("a kind of contact such as \"failed visit\"");
  }

  private ContactLimit notice(Days period) {
    words.expect("after");
    String name = words.name("the name of a notice", "before");
    Days receipt = Days.NONE;
    if (words.take("( received after")) {
      receipt = words.one(DAYS);
      words.expect(")");
    }
    return new Notice(name, receipt, period, words.take("before") ? before() : Before.NOTHING);
  }

  private Before before() {
    for (Before each : Before.values()) {
      if (each != Before.NOTHING && words.take(ConstantWords.of(each))) {
        return each;
      }
    }
    throw words.stopped("\"contact\", \"handover\" or \"court\"");
  }
}
