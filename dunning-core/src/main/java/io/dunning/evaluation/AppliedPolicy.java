package io.dunning.evaluation;

import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;

/**
 * The policy that gave an answer, named once somebody asks: its fingerprint takes longer than many
 * answers do, and who only wants to know what to do next does not need it. Immutable and
 * thread-safe; stored as its {@link PolicyId}.
 */
final class AppliedPolicy implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient DunningPolicy policy;

  /** Null until it was asked for. */
  private volatile PolicyId id;

  private AppliedPolicy(DunningPolicy policy, PolicyId id) {
    this.policy = policy;
    this.id = id;
  }

  static AppliedPolicy of(DunningPolicy policy) {
    return new AppliedPolicy(policy, null);
  }

  static AppliedPolicy of(PolicyId id) {
    return new AppliedPolicy(null, Objects.requireNonNull(id, "policy"));
  }

  PolicyId id() {
    PolicyId known = id;
    if (known == null) {
      known = PolicyId.of(policy);
      id = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof AppliedPolicy that && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return id().toString();
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    id();
    out.defaultWriteObject();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (id == null) {
      throw new InvalidObjectException("policy lacks its name");
    }
  }
}
