package io.dunning.policy;

/**
 * A condition whose answers are told to a watcher. It answers, reads and is written as the
 * condition itself, so that a policy of watched conditions has the fingerprint of the policy.
 */
record Watched(Condition inner, ConditionWatcher watcher) implements Question {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean holds(Circumstances c) {
    boolean holds = inner.holds(c);
    watcher.answered(c.day(), holds);
    return holds;
  }

  @Override
  public long changesOn(Circumstances c) {
    return inner.changesOn(c);
  }

  @Override
  public ConditionNeeds needs() {
    return inner.needs();
  }

  @Override
  public Condition reason(Circumstances c) {
    return inner.reason(c);
  }

  @Override
  public long reasonChangesOn(Circumstances c) {
    return inner.reasonChangesOn(c);
  }

  @Override
  public void write(CanonicalForm form) {
    Question.write(form, inner);
  }

  @Override
  public String toString() {
    return inner.toString();
  }
}
