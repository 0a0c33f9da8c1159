package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a path of keys into what was read, as far as it leads. */
final class Places {
  private static final Pattern PART = Pattern.compile("([^.\\[]+)(?:\\[(\\d{1,9})\\])?\\.?");

  private Places() {}

  /** The place of the deepest part of a policy to which a path leads. */
  static Place of(Mapping policy, String path) {
    Node found = policy;
    Matcher part = PART.matcher(path);
    while (part.lookingAt()) {
      Node next = value(found, part.group(1));
      if (next == null && part.group(1).equals("charges")) {
        next = charges(found);
      }
      if (next == null) {
        break;
      }
      found = part.group(2) == null ? next : item(next, Integer.parseInt(part.group(2)));
      part.region(part.end(), path.length());
    }
    return found.place();
  }

  /** In a file, interest and fees are keys of the policy; null if it has neither. */
  private static Node charges(Node policy) {
    Node interest = value(policy, "interest");
    return interest == null ? value(policy, "late fees") : interest;
  }

  private static Node value(Node node, String key) {
    if (node instanceof Mapping mapping) {
      for (Entry each : mapping.entries()) {
        if (each.key().equals(key)) {
          return each.value();
        }
      }
    }
    return null;
  }

  /** An item of a list, from 1; a single value needs no list. */
  private static Node item(Node node, int number) {
    boolean within = node instanceof Listing list && number >= 1 && number <= list.items().size();
    return within ? ((Listing) node).items().get(number - 1) : node;
  }
}
