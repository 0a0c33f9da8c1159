package io.dunning.json.policy;

import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that come with this artifact. */
final class Shipped {
  private static final String FOLDER = "/io/dunning/json/policies/";

  private static final Map<String, DunningPolicy> POLICIES = new ConcurrentHashMap<>();

  private Shipped() {}

  /** Their names, which are those of their files, in alphabetical order. */
  static List<String> names() {
    return read("index.txt").orElseThrow().lines().toList();
  }

  /** The text of a policy; empty if there is none of that name. */
  static Optional<String> text(String name) {
    return names().contains(name) ? read(name + ".yaml") : Optional.empty();
  }

  /** The tree of a policy; empty if there is none of that name. */
  static Optional<Source> source(String name, Problems problems) {
    return text(name).map(t -> Source.of(name + ".yaml", t, problems));
  }

  /** The policy of a name. */
  static Optional<DunningPolicy> policy(String name) {
    DunningPolicy known = POLICIES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<DunningPolicy> read = text(name).map(t -> PolicyReader.text(name, t).policy());
    read.ifPresent(p -> POLICIES.put(name, p));
    return read;
  }

  private static Optional<String> read(String file) {
    try (InputStream in = Shipped.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped policy " + file, e);
    }
  }
}
