package io.dunning.ledger;

import io.dunning.event.Concession;
import io.dunning.grammar.Reader;
import io.dunning.grammar.Slot;

/** Reads the limits of patience, separated by commas. */
final class PatienceReader {
  private static final Slot NUMBER = Slot.number("2");

  private final Reader words;

  PatienceReader(String text) {
    words = new Reader(text, "at most 2 promises, holds for 30 days in all");
  }

  Patience patience() {
    Patience patience = Patience.UNLIMITED;
    if (!words.take("no limits")) {
      patience = limit(patience);
      while (words.take(",")) {
        patience = limit(patience);
      }
    }
    words.end("a comma or the end");
    return patience;
  }

  private Patience limit(Patience patience) {
    if (words.take("more only from")) {
      return patience.moreOnlyFrom(words.name("a name"));
    }
    if (words.take("at most")) {
      int most = words.one(NUMBER);
      Concession kind = kind();
      return words.made(() -> patience.atMost(most, kind));
    }
    Concession kind = kind();
    words.expect("for");
    int most = words.one(NUMBER);
    if (!words.take("day") && !words.take("days")) {
      throw words.stopped("\"days in all\"");
    }
    words.expect("in all");
    return words.made(() -> patience.daysInAll(most, kind));
  }

  private Concession kind() {
    for (Concession each : Concession.values()) {
      if (words.take(each.toString()) || words.take(each + "s")) {
        return each;
      }
    }
    throw words.stopped(
        "\"at most\", \"more only from\", promises, payment plans, deferrals or holds");
  }
}
