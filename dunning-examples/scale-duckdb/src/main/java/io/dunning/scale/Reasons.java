package io.dunning.scale;

/** About which accounts the result tells actions and reasons. */
enum Reasons {
  /** About none: verdict, rule, step and review day only. */
  NONE,
  /** About those with something to do or to approve. */
  DUE,
  /** About all. */
  ALL
}
