package io.dunning.billing;

import java.util.List;

/**
 * What a token allows. Whoever approves does not enter what is approved, and the other way round.
 */
public enum Role {
  /** To read. */
  READER("READ"),
  /** To read, and to enter customers, invoices, events and what became of actions. */
  CLERK("READ", "WRITE"),
  /** To read, and to approve or refuse steps. */
  APPROVER("READ", "APPROVE");

  private final List<String> rights;

  Role(String... rights) {
    this.rights = List.of(rights);
  }

  /** {@return what it allows: READ, WRITE, APPROVE} */
  List<String> rights() {
    return rights;
  }
}
