package io.dunning.reports;

import io.dunning.action.Channel;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What kind of work a line of a worklist is. */
enum WorkKind {
  CALL("Calls"),
  WRITE("Letters and messages"),
  APPROVE("Approvals"),
  OTHER("Other work");

  private final String words;

  WorkKind(String words) {
    this.words = words;
  }

  static WorkKind of(Recommendation due) {
    if (due.verdict() == Verdict.AWAIT_APPROVAL) {
      return APPROVE;
    }
    return due.channel()
        .map(c -> c == Channel.PHONE || c == Channel.VISIT ? CALL : WRITE)
        .orElse(OTHER);
  }

  /** The kinds of what is to be done about a customer today. */
  static SortedSet<WorkKind> of(CustomerWork work) {
    SortedSet<WorkKind> kinds = new TreeSet<>();
    work.entries().forEach(e -> kinds.add(of(e.recommendation())));
    return kinds;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return words;
  }
}
