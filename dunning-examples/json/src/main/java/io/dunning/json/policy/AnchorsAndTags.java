package io.dunning.json.policy;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What stands in front of values of YAML and would be lost: names, and types of other programs. */
final class AnchorsAndTags {
  private AnchorsAndTags() {}

  /** Refuses the first one, if there is any. */
  static void refuse(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(TreeReader.LONGEST + 1).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (event instanceof NodeEvent node) {
          String what = what(node);
          if (!what.isEmpty()) {
            problems.add(place(file, event.getStartMark()), "", what, "write it out");
            return;
          }
        }
      }
    } catch (YamlEngineException e) {
      // the reader of the trees has said what is wrong
    }
  }

  private static String what(NodeEvent node) {
    if (node.getAnchor().isPresent()) {
      return "is an anchor or an alias, which a policy file cannot have";
    }
    Optional<String> tag = Optional.empty();
    if (node instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (node instanceof CollectionStartEvent collection) {
      tag = collection.getTag();
    }
    return tag.map(t -> "has a tag, which a policy file cannot have").orElse("");
  }

  private static Place place(String file, Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }
}
