package io.dunning.bridges.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a reader has to say, and makes the result. */
final class Findings {
  private final String document;
  private final int most;
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> losses = new ArrayList<>();
  private long more;

  Findings(String document, int most) {
    this.document = document;
    this.most = most;
  }

  void problem(XmlPlace place, String what, String found) {
    problem(place, what, found, null);
  }

  void problem(XmlPlace place, String what, String found, String advice) {
    add(problems, place, what, found, advice);
  }

  void loss(XmlPlace place, String what, String found) {
    loss(place, what, found, null);
  }

  void loss(XmlPlace place, String what, String found, String advice) {
    add(losses, place, what, found, advice);
  }

  private void add(List<Finding> all, XmlPlace place, String what, String found, String advice) {
    if (all.size() == most) {
      more++;
      return;
    }
    all.add(
        new Finding(
            document,
            place.line(),
            place.column(),
            place.path(),
            what,
            Optional.ofNullable(found),
            Optional.ofNullable(advice)));
  }

  /** Notes a second element of a name that may stand once, such as a second invoice number. */
  void repeated(XmlNode second) {
    problem(
        second.place,
        "stands twice, and only one can count",
        second.text().isEmpty() ? null : second.text(),
        "ask the sender for a document with one");
  }

  /** Notes the first repetition of each of some children. */
  void repeated(XmlNode parent, Set<String> once) {
    for (String name : new TreeSet<>(once)) {
      List<XmlNode> all = parent.all(name);
      if (all.size() > 1) {
        repeated(all.get(1));
      }
    }
  }

  void refused(RefusedDocument refusal) {
    problem(refusal.place(), refusal.getMessage(), refusal.found(), refusal.advice());
  }

  boolean anyProblem() {
    return !problems.isEmpty();
  }

  /** The result: the value unless there is a problem. */
  <T> Mapped<T> result(T value) {
    Comparator<Finding> byPlace =
        Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);
    problems.sort(byPlace);
    losses.sort(byPlace);
    Optional<T> whole = problems.isEmpty() ? Optional.of(value) : Optional.empty();
    return new Mapped<>(whole, problems, losses, more);
  }
}
