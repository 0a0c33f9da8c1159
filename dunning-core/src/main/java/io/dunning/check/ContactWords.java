package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.conduct.AtMost;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.policy.OutreachRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of contact in words, one by one, so that those of two policies can be compared. */
final class ContactWords {
  private final Map<String, String> words = new LinkedHashMap<>();

  private ContactWords() {}

  /**
   * The words by place. A set of rules that the other policy has, too, is told limit by limit, and
   * of the limits that not both have, those of one time stand beside each other, and then the first
   * of a kind.
   */
  static Map<String, String> of(OutreachRules rules, OutreachRules other) {
    ContactWords all = new ContactWords();
    int contacts = rules.minimumDaysBetweenContacts();
    if (contacts > 0) {
      all.words.put("between contacts", days(contacts));
    }
    all.words.put("between steps", days(rules.minimumDaysBetweenSteps()));
    rules.deliveryPresumedAfter().ifPresent(d -> all.words.put("delivery presumed after", "" + d));
    rules.deliveryGivenUpAfter().ifPresent(d -> all.words.put("delivery given up after", "" + d));
    rules.thanksWithin().ifPresent(d -> all.words.put("thanks within", d + " of a payment"));
    all.conduct(rules.conduct(), other.conduct());
    return all.words;
  }

  private static String days(int count) {
    return count + (count == 1 ? " day" : " days");
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void conduct(Conduct conduct, Conduct other) {
    if (conduct.collector() != Conduct.PLAIN.collector()) {
      words.put("collected by", words(conduct.collector()));
    }
    conduct.debt().ifPresent(d -> words.put("kind of debt", words(d)));
    if (conduct.otherwise() != Conduct.PLAIN.otherwise()) {
      words.put("a step that is not allowed today", "goes by the " + words(conduct.otherwise()));
    }
    Map<String, List<ContactRules>> others = byName(other);
    byName(conduct)
        .forEach(
            (name, own) -> {
              List<ContactRules> theirs = others.getOrDefault(name, List.of());
              for (int i = 0; i < own.size(); i++) {
                String place = "conduct " + name + (i == 0 ? "" : " (" + (i + 1) + ")");
                if (i < theirs.size()) {
                  rules(place, own.get(i), theirs.get(i));
                } else {
                  words.put(place, own.get(i).toString());
                }
              }
            });
  }

  private static Map<String, List<ContactRules>> byName(Conduct conduct) {
    Map<String, List<ContactRules>> all = new LinkedHashMap<>();
    conduct.rules().forEach(r -> all.computeIfAbsent(r.name(), n -> new ArrayList<>()).add(r));
    return all;
  }

  private void rules(String place, ContactRules own, ContactRules other) {
    words.put(place + ": for", own.jurisdiction().toString());
    own.inForceFrom().ifPresent(d -> words.put(place + ": from", d.toString()));
    limits(place, without(own, other), without(other, own));
    own.stay().ifPresent(p -> words.put(place + ": stay", p.toString()));
    words.put(place + ": an invitation lasts", days(own.invitationDays()));
    own.maximumBarredHours()
        .ifPresent(h -> words.put(place + ": hours that a customer may bar, at most", "" + h));
    own.maximumBarredChannels()
        .ifPresent(c -> words.put(place + ": channels that a customer may bar, at most", "" + c));
    if (!own.notAllBarred().isEmpty()) {
      words.put(place + ": channels that cannot all be barred", channels(own.notAllBarred()));
    }
    if (!own.source().isEmpty()) {
      words.put(place + ": source", own.source());
    }
    words.put(place + ": confidence", own.confidence());
  }

  private static String channels(List<Channel> all) {
    return all.stream().map(ContactWords::words).collect(Collectors.joining(", "));
  }

  /** The limits that only one of two has. */
  private static List<ContactLimit> without(ContactRules own, ContactRules other) {
    return own.limits().stream().filter(l -> !other.limits().contains(l)).toList();
  }

  private void limits(String place, List<ContactLimit> own, List<ContactLimit> theirs) {
    List<ContactLimit> rest = new ArrayList<>(own);
    List<ContactLimit> sorted = new ArrayList<>();
    for (String time : times(own)) {
      List<ContactLimit> mine = within(time, own);
      int pairs = Math.min(mine.size(), within(time, theirs).size());
      sorted.addAll(mine.subList(0, pairs));
      rest.removeAll(mine.subList(0, pairs));
    }
    sorted.addAll(rest);
    Map<String, Integer> counts = new HashMap<>();
    for (ContactLimit each : sorted) {
      int count = counts.merge(kind(each), 1, Integer::sum);
      String number = count == 1 ? "" : " (" + count + ")";
      words.put(place + ": " + kind(each) + number, each.toString());
    }
  }

  /** The times within which limits count, in an order that does not depend on theirs. */
  private static SortedSet<String> times(List<ContactLimit> limits) {
    return limits.stream().map(ContactWords::time).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ContactLimit> within(String time, List<ContactLimit> limits) {
    return limits.stream().filter(l -> l instanceof AtMost && time(l).equals(time)).toList();
  }

  private static String time(ContactLimit limit) {
    return limit instanceof AtMost most ? most.within().toString() : "";
  }

  private static String kind(ContactLimit limit) {
    if (limit instanceof ContactLimit.Hours) {
      return "hours";
    }
    if (limit instanceof ContactLimit.Notice) {
      return "notice";
    }
    return limit instanceof AtMost ? "number of contacts" : "other limit";
  }
}
