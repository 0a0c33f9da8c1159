package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges a policy with the one that it extends: it takes every rule of the other, except those that
 * it changes. A key that stands in both is replaced whole. Steps are matched by name: a step that
 * both have is changed key by key, a new one comes last or where {@code before} or {@code after}
 * says, and {@code remove: true} leaves one out. The word {@code default} drops what was inherited.
 */
final class Inheritance {
  static final String EXTENDS = "extends";
  static final String DEFAULT = "default";
  static final String BEFORE = "before";
  static final String AFTER = "after";
  static final String REMOVE = "remove";

  private static final List<String> PLACING = List.of(BEFORE, AFTER, REMOVE);
  private static final List<String> OWN = List.of(PolicyShape.NAME, PolicyShape.VERSION, EXTENDS);
  private static final List<String> NEVER_DROPPED =
      List.of(PolicyShape.NAME, PolicyShape.VERSION, EXTENDS, StepShape.NAME);

  private static final int MOST_STEPS = 500;

  private final Problems problems;

  Inheritance(Problems problems) {
    this.problems = problems;
  }

  /** A policy that extends none: refuses what only makes sense beside another one. */
  Mapping alone(Spot policy) {
    Mapping mapping = (Mapping) policy.node();
    List<Entry> entries = new ArrayList<>();
    for (Entry each : mapping.entries()) {
      if (!each.key().equals(PolicyShape.LADDER)) {
        entries.add(each);
        continue;
      }
      List<Node> steps = new ArrayList<>();
      for (Spot step : items(policy.of(each))) {
        steps.add(step.node() instanceof Mapping m ? unplaced(step, m) : step.node());
      }
      boolean list = each.value() instanceof Listing;
      Node ladder = list ? new Listing(steps, each.value().place()) : steps.get(0);
      entries.add(new Entry(each.key(), each.place(), ladder));
    }
    return new Mapping(entries, mapping.place());
  }

  private Node unplaced(Spot step, Mapping mapping) {
    for (Entry each : mapping.entries()) {
      if (PLACING.contains(each.key())) {
        problems.add(
            each.place(),
            Problems.inner(step.path(), each.key()),
            "is only for a policy that extends another one",
            "leave it out, or say which policy this one extends");
      }
    }
    return mapping.without(PLACING);
  }

  /** A policy on top of another one. */
  Mapping merged(Spot child, Mapping parent) {
    Mapping own = (Mapping) child.node();
    Map<String, Entry> all = new LinkedHashMap<>();
    for (Entry each : parent.entries()) {
      if (!OWN.contains(each.key())) {
        all.put(each.key(), each);
      }
    }
    for (Entry each : own.entries()) {
      if (each.key().equals(PolicyShape.LADDER) && all.containsKey(each.key())) {
        if (isTooLong(child.of(each)) || isTooLong(new Spot(all.get(each.key()).value(), ""))) {
          problems.add(
              child.of(each),
              "changes a ladder of more than " + MOST_STEPS + " steps",
              "the whole ladder in this policy");
          continue;
        }
        Node ladder = ladder(all.get(each.key()).value(), child.of(each));
        all.put(each.key(), new Entry(each.key(), each.place(), ladder));
      } else {
        change(all, each);
      }
    }
    all.remove(EXTENDS);
    return new Mapping(List.copyOf(all.values()), own.place());
  }

  private static boolean isTooLong(Spot ladder) {
    return ladder.node() instanceof Listing list && list.items().size() > MOST_STEPS;
  }

  private static void change(Map<String, Entry> all, Entry changed) {
    if (!NEVER_DROPPED.contains(changed.key())
        && changed.value() instanceof Scalar s
        && s.text().equals(DEFAULT)) {
      all.remove(changed.key());
    } else {
      all.put(changed.key(), changed);
    }
  }

  private static List<Spot> items(Spot ladder) {
    List<Spot> all = new ArrayList<>();
    if (ladder.node() instanceof Listing list) {
      for (int i = 0; i < list.items().size(); i++) {
        all.add(ladder.item(list.items().get(i), i));
      }
    } else {
      all.add(ladder);
    }
    return all;
  }

  private Node ladder(Node inherited, Spot changes) {
    List<Node> steps = new ArrayList<>();
    items(new Spot(inherited, "")).forEach(s -> steps.add(s.node()));
    for (Spot change : items(changes)) {
      if (change.node() instanceof Mapping mapping) {
        step(steps, change, mapping);
      } else {
        steps.add(change.node());
      }
    }
    return new Listing(steps, changes.node().place());
  }

  private void step(List<Node> steps, Spot spot, Mapping change) {
    String name = name(change);
    int at = indexOf(steps, name);
    if (isRemoved(spot, change)) {
      if (at < 0) {
        unknown(steps, spot, name, "remove");
      } else {
        steps.remove(at);
      }
      return;
    }
    Mapping step = change.without(PLACING);
    if (at >= 0) {
      step = changed((Mapping) steps.get(at), step);
    }
    if (!change.has(BEFORE) && !change.has(AFTER)) {
      if (at >= 0) {
        steps.set(at, step);
      } else {
        steps.add(step);
      }
      return;
    }
    if (at >= 0) {
      steps.remove(at);
    }
    steps.add(place(steps, spot, change, at < 0 ? steps.size() : at), step);
  }

  /**
   * Where a step goes that says before or after which other one; the usual place if it is wrong.
   */
  private int place(List<Node> steps, Spot spot, Mapping change, int usual) {
    if (change.has(BEFORE) && change.has(AFTER)) {
      problems.add(
          spot,
          "cannot stand both before one step and after another",
          "keep one of \"before\" and \"after\"");
      return usual;
    }
    String key = change.has(BEFORE) ? BEFORE : AFTER;
    Spot anchor = Shape.inner(spot, key);
    String named = anchor.node() instanceof Scalar s ? s.text() : "";
    int place = indexOf(steps, named);
    if (place < 0) {
      unknown(steps, anchor, named, "stand " + key);
      return usual;
    }
    return key.equals(BEFORE) ? place : place + 1;
  }

  private void unknown(List<Node> steps, Spot spot, String name, String what) {
    List<String> names =
        problems.isFull() ? List.of() : steps.stream().map(Inheritance::name).toList();
    problems.add(
        spot,
        "there is no step " + Problems.quoted(name) + " to " + what,
        Nearest.advice(name, names).substring("Maybe ".length()));
  }

  private static Mapping changed(Mapping step, Mapping change) {
    Map<String, Entry> all = new LinkedHashMap<>();
    step.entries().forEach(e -> all.put(e.key(), e));
    change.entries().forEach(e -> change(all, e));
    return new Mapping(List.copyOf(all.values()), change.place());
  }

  private boolean isRemoved(Spot step, Mapping change) {
    return change.has(REMOVE) && Forms.FLAG.read(Shape.inner(step, REMOVE), problems).orElse(false);
  }

  private static int indexOf(List<Node> steps, String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Mapping && name(steps.get(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  static String name(Node step) {
    return step instanceof Mapping m && m.get(StepShape.NAME).orElse(null) instanceof Scalar name
        ? name.text()
        : "";
  }
}
