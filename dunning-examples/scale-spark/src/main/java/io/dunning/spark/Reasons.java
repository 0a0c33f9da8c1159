package io.dunning.spark;

/** About which debts the decisions tell actions and reasons. */
public enum Reasons {
  /** About none: verdict, rule, step and review day only. */
  NONE,
  /** About those with something to do or to approve. */
  DUE,
  /** About all. */
  ALL
}
