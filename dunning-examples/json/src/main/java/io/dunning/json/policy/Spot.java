package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;

/** A part of a file, and the keys that lead to it. */
record Spot(Node node, String path) {
  /** The value of a key in this group. */
  Spot of(Entry entry) {
    return new Spot(entry.value(), Problems.inner(path, entry.key()));
  }

  /** An item of this list, from 0; the path counts from 1. */
  Spot item(Node item, int index) {
    return new Spot(item, path + "[" + (index + 1) + "]");
  }
}
