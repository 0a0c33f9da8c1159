package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import io.dunning.policy.SegmentRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the policies of a file, each with what it extends, and collects every problem. */
final class PolicyReader {
  private static final int DEEPEST = 20;
  private static final int MOST_ADVICE = 500;
  private static final int MOST_PARTS = 300_000;
  private static final Pattern FILE_NAME =
      Pattern.compile("[\\p{L}\\p{N}](\\.?[\\p{L}\\p{N} _-]){0,80}");
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private final Problems problems = new Problems();
  private final Inheritance inheritance = new Inheritance(problems);
  private final Map<Path, Source> files = new HashMap<>();
  private final Map<DunningPolicy, Mapping> trees = new IdentityHashMap<>();
  private final Optional<Path> given;
  private final Optional<Path> folder;
  private final Optional<Path> self;
  private long parts;

  private PolicyReader(Optional<Path> self) {
    this.given = self;
    this.self = self.map(p -> p.toAbsolutePath().normalize());
    this.folder = this.self.map(Path::getParent);
  }

  /** The policies of a text that stands alone. */
  static PolicyFile text(String name, String text) {
    return new PolicyReader(Optional.empty()).read(name, text);
  }

  /** The policies of a file, which may extend those of other files in its folder. */
  static PolicyFile file(Path file) {
    PolicyReader reader = new PolicyReader(Optional.of(file));
    Optional<String> text = Source.text(file, reader.problems);
    reader.problems.raise();
    return reader.read(file.toString(), text.orElseThrow());
  }

  /** The policies of a text as if it stood in a file. */
  static PolicyFile file(Path file, String text) {
    return new PolicyReader(Optional.of(file)).read(file.toString(), text);
  }

  private PolicyFile read(String name, String text) {
    Source source = Source.of(name, text, problems);
    self.ifPresent(p -> files.put(p, source));
    List<DunningPolicy> all = new ArrayList<>();
    Map<String, DunningPolicy> byName = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Spot each : source.policies) {
      if (problems.isFull()) {
        break;
      }
      Optional<DunningPolicy> policy = policy(each, source);
      policy.ifPresent(all::add);
      policy.ifPresent(p -> byName.put(p.name(), p));
      String own = Source.nameOf(each);
      if (!own.isEmpty() && !names.add(own)) {
        problems.add(each, "is a second policy " + Problems.quoted(own), "another name");
      }
    }
    Optional<PolicySet> set = Optional.empty();
    for (Spot each : source.sets) {
      set = set(each, source, byName);
    }
    if (source.sets.size() > 1) {
      problems.add(source.sets.get(1), "is a second set of policies", "one set in a file");
    }
    problems.raise();
    return new PolicyFile(all, set, trees);
  }

  private Optional<DunningPolicy> policy(Spot spot, Source source) {
    Optional<Mapping> tree = resolved(spot, source, new ArrayList<>());
    Optional<DunningPolicy> policy =
        tree.flatMap(m -> PolicyShape.ONE.read(new Spot(m, spot.path()), problems));
    policy.ifPresent(p -> trees.put(p, tree.orElseThrow()));
    return policy;
  }

  /** A policy with all that it inherits. */
  private Optional<Mapping> resolved(Spot spot, Source source, List<Spot> chain) {
    Mapping own = (Mapping) spot.node();
    Optional<Node> parent = own.get(Inheritance.EXTENDS);
    if (parent.isEmpty()) {
      return Optional.of(inheritance.alone(spot));
    }
    if (parts > MOST_PARTS) {
      return Optional.empty();
    }
    Spot named = new Spot(parent.get(), Problems.inner(spot.path(), Inheritance.EXTENDS));
    if (!(parent.get() instanceof Scalar name) || name.isEmpty()) {
      problems.add(named, "is " + parent.get().kind() + ", not the name of a policy", "");
      return Optional.empty();
    }
    chain.add(spot);
    if (chain.size() > DEEPEST) {
      problems.add(
          named,
          "goes through more than " + DEEPEST + " policies",
          "extend one of the policies above it directly");
      return Optional.empty();
    }
    return parent(spot, named, name.text(), source, chain)
        .map(m -> inheritance.merged(spot, m))
        .filter(m -> isSmall(m, named));
  }

  /** Few lines can make many policies of a long one. */
  private boolean isSmall(Mapping merged, Spot extending) {
    if (parts <= MOST_PARTS) {
      parts += size(merged);
      if (parts > MOST_PARTS) {
        problems.add(
            extending,
            "makes the policies of the file, with what they inherit, more than "
                + MOST_PARTS
                + " parts",
            "split it into several files");
      }
    }
    return parts <= MOST_PARTS;
  }

  private static long size(Node node) {
    if (node instanceof Mapping mapping) {
      return 1 + mapping.entries().stream().mapToLong(e -> size(e.value())).sum();
    }
    return node instanceof Listing list
        ? 1 + list.items().stream().mapToLong(PolicyReader::size).sum()
        : 1;
  }

  private Optional<Mapping> parent(
      Spot child, Spot named, String name, Source source, List<Spot> chain) {
    Optional<Spot> here = source.named(name).filter(p -> p.node() != child.node());
    if (here.isPresent()) {
      if (isIn(chain, here.get())) {
        problems.add(
            named,
            "goes round in a circle: "
                + Problems.shown(
                    chain.stream().map(Source::nameOf).collect(Collectors.joining(" extends "))),
            "");
        return Optional.empty();
      }
      return resolved(here.get(), source, chain);
    }
    Optional<Source> other = file(name, source);
    if (other.isPresent()) {
      Optional<Spot> there = other.get().named(name);
      if (there.isPresent() && !isIn(chain, there.get())) {
        return resolved(there.get(), other.get(), chain);
      }
      String what =
          there.isPresent() ? "goes round in a circle: " : "is not a policy of that file: ";
      problems.add(named, what + Problems.shown(name), "");
      return Optional.empty();
    }
    Optional<Source> shipped = Shipped.source(name, problems);
    if (shipped.isPresent()) {
      return resolved(shipped.get().named(name).orElseThrow(), shipped.get(), chain);
    }
    unknown(named, name, source);
    return Optional.empty();
  }

  /** Policies of two files can have one name. */
  private static boolean isIn(List<Spot> chain, Spot policy) {
    return chain.stream().anyMatch(s -> s.node() == policy.node());
  }

  private void unknown(Spot named, String name, Source source) {
    Set<String> known = new TreeSet<>(Shipped.names());
    source.policies.stream().limit(MOST_ADVICE).forEach(p -> known.add(Source.nameOf(p)));
    problems.add(
        named,
        Problems.quoted(name) + " is not a policy of this file, its folder or the shipped ones",
        Nearest.advice(name, known).substring("Maybe ".length()));
  }

  /** The file of a policy beside this one. A name that could lead elsewhere names no file. */
  private Optional<Source> file(String name, Source asking) {
    if (folder.isEmpty() || !FILE_NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    for (String ending : ENDINGS) {
      Path path = folder.get().resolve(name + ending);
      Source known = files.get(path);
      if (known != null && known != asking) {
        return Optional.of(known);
      }
      if (known == null && Files.isRegularFile(path) && isWithin(path)) {
        Optional<Source> read =
            Source.text(path, problems).map(t -> Source.of(shown(name + ending), t, problems));
        read.ifPresent(s -> files.put(path, s));
        return read;
      }
    }
    return Optional.empty();
  }

  /** A file of the folder, named as the file was that is read. */
  private String shown(String file) {
    return given.orElseThrow().resolveSibling(file).toString();
  }

  /** Whether a file really stands in the folder; a link could lead elsewhere. */
  private boolean isWithin(Path path) {
    try {
      return path.toRealPath().startsWith(folder.orElseThrow().toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<PolicySet> set(Spot spot, Source source, Map<String, DunningPolicy> byName) {
    Optional<SetShape.Names> read = SetShape.ONE.read(spot, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    SetShape.Names names = read.get();
    Named policies = new Named(spot, source, byName);
    Optional<DunningPolicy> byDefault = policies.find(SetShape.DEFAULT, "", names.byDefault());
    if (byDefault.isEmpty()) {
      return Optional.empty();
    }
    PolicySet set = PolicySet.byDefault(byDefault.get());
    for (var each : policies.all("segments", names.segments()).entrySet()) {
      set = set.forSegment(each.getKey(), each.getValue());
    }
    for (var each : policies.all("customers", names.customers()).entrySet()) {
      set = set.forCustomer(each.getKey(), each.getValue());
    }
    for (var each : policies.all("invoices", names.invoices()).entrySet()) {
      set = set.forInvoice(each.getKey(), each.getValue());
    }
    for (SegmentRule each : names.rules()) {
      set = set.segmentIf(each.segment(), each.condition());
    }
    return Optional.of(trials(spot, set, policies, names.trials()));
  }

  /** The set with its trials, as far as they can be; the problems say what is wrong. */
  private PolicySet trials(Spot spot, PolicySet set, Named policies, List<SetShape.Trial> trials) {
    PolicySet with = set;
    for (SetShape.Trial each : trials) {
      Optional<DunningPolicy> champion = policies.find(SetShape.TRIALS, "", each.champion());
      Optional<DunningPolicy> challenger = policies.find(SetShape.TRIALS, "", each.challenger());
      if (champion.isPresent() && challenger.isPresent()) {
        try {
          with =
              with.trying(
                  new PolicyTrial(each.name(), champion.get(), challenger.get(), each.share()));
        } catch (IllegalArgumentException refused) {
          problems.add(Shape.inner(spot, SetShape.TRIALS), refused, "");
        }
      }
    }
    return with;
  }

  /** Finds policies by the names that a set gives. */
  private final class Named {
    private final Spot set;
    private final Source source;
    private final Map<String, DunningPolicy> known;

    Named(Spot set, Source source, Map<String, DunningPolicy> known) {
      this.set = set;
      this.source = source;
      this.known = known;
    }

    Map<String, DunningPolicy> all(String key, SortedMap<String, String> names) {
      Map<String, DunningPolicy> all = new HashMap<>();
      names.forEach((of, name) -> find(key, of, name).ifPresent(p -> all.put(of, p)));
      return all;
    }

    Optional<DunningPolicy> find(String key, String of, String name) {
      if (known.containsKey(name)) {
        return Optional.of(known.get(name));
      }
      if (source.named(name).isPresent()) {
        return Optional.empty(); // the problems say why
      }
      Optional<Spot> elsewhere = file(name, source).flatMap(s -> s.named(name));
      Optional<Source> shipped = Shipped.source(name, problems);
      Optional<DunningPolicy> found =
          elsewhere.isPresent()
              ? policy(elsewhere.get(), file(name, source).orElseThrow())
              : shipped.flatMap(s -> policy(s.named(name).orElseThrow(), s));
      found.ifPresent(p -> known.put(name, p));
      if (elsewhere.isEmpty() && shipped.isEmpty()) {
        unknown(spot(key, of), name, source);
      }
      return found;
    }

    private Spot spot(String key, String of) {
      BiFunction<Spot, String, Spot> step =
          (at, k) -> {
            for (Entry each : ((Mapping) at.node()).entries()) {
              if (each.key().equals(k)) {
                return at.of(each);
              }
            }
            return at;
          };
      Spot outer = step.apply(set, key);
      return of.isEmpty() ? outer : step.apply(outer, of);
    }
  }
}
