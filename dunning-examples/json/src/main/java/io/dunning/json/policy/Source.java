package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of a file as they stand there, and what the file says about a set. */
final class Source {
  static final String POLICIES = "policies";

  final List<Spot> policies = new ArrayList<>();
  final List<Spot> sets = new ArrayList<>();

  private final Map<String, Spot> byName = new HashMap<>();
  private final Problems problems;

  private Source(Problems problems) {
    this.problems = problems;
  }

  /** The policies of a text. */
  static Source of(String file, String text, Problems problems) {
    Source source = new Source(problems);
    int before = problems.count();
    List<Node> documents = TreeReader.read(file, text, problems);
    for (Node each : documents) {
      source.document(new Spot(each, ""));
    }
    if (problems.count() == before && source.policies.isEmpty() && source.sets.isEmpty()) {
      problems.add(
          new Place(file, 1, 1),
          "",
          "holds no policy",
          "\"policy: standard-b2b\" in its first line");
    }
    return source;
  }

  /** The text of a file; empty if the problems say why it cannot be read. */
  static Optional<String> text(Path file, Problems problems) {
    Place start = new Place(file.toString(), 1, 1);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(4 * TreeReader.LONGEST + 1);
      if (bytes.length > 4 * TreeReader.LONGEST) {
        problems.add(
            start,
            "",
            "is too long to be a policy file: more than " + 4 * TreeReader.LONGEST + " bytes",
            "at most " + TreeReader.LONGEST + " characters; split it into several files");
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.add(start, "", "is not text in UTF-8", "save it in UTF-8");
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void document(Spot spot) {
    if (spot.node() instanceof Scalar s && s.isEmpty()) {
      return;
    }
    if (!(spot.node() instanceof Mapping mapping)) {
      problems.add(spot, "is " + spot.node().kind() + ", not a policy", "\"policy: standard-b2b\"");
      return;
    }
    boolean set = SetShape.isSet(mapping);
    if (mapping.has(POLICIES)) {
      for (Entry each : mapping.entries()) {
        if (each.key().equals(POLICIES)) {
          list(spot.of(each));
        } else if (!set) {
          policies.add(new Spot(mapping.without(List.of(POLICIES)), ""));
          break;
        }
      }
      if (set) {
        sets.add(new Spot(mapping.without(List.of(POLICIES)), ""));
      }
    } else if (set && !mapping.has(PolicyShape.NAME)) {
      sets.add(spot);
    } else {
      policies.add(spot);
    }
  }

  private void list(Spot spot) {
    if (!(spot.node() instanceof Listing list)) {
      problems.add(
          spot,
          "is " + spot.node().kind() + ", not a list of policies",
          "\"- policy: standard-b2b\"");
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Spot item = spot.item(list.items().get(i), i);
      if (item.node() instanceof Mapping) {
        policies.add(item);
      } else {
        problems.add(
            item, "is " + item.node().kind() + ", not a policy", "\"policy: standard-b2b\"");
      }
    }
  }

  /** The policy of a name. */
  Optional<Spot> named(String name) {
    if (byName.isEmpty()) {
      policies.forEach(p -> byName.putIfAbsent(nameOf(p), p));
    }
    return Optional.ofNullable(byName.get(name));
  }

  /** The name of a policy; empty text if it has none. */
  static String nameOf(Spot policy) {
    return policy.node() instanceof Mapping m
            && m.get(PolicyShape.NAME).orElse(null) instanceof Scalar name
        ? name.text()
        : "";
  }
}
