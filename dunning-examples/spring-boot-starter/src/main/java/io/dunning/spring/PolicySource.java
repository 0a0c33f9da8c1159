package io.dunning.spring;

import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads all policy files of an application, and says everything that is wrong in them at once. */
final class PolicySource {
  private final DunningProperties.Policies settings;
  private final ClassLoader loader;
  private final Map<String, DunningPolicy> byName = new LinkedHashMap<>();
  private final Map<String, String> foundIn = new LinkedHashMap<>();
  private final List<PolicySet> sets = new ArrayList<>();
  private final List<String> setsIn = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  private PolicySource(DunningProperties.Policies settings, ClassLoader loader) {
    this.settings = settings;
    this.loader = loader;
  }

  static PolicySet read(DunningProperties.Policies settings, ClassLoader loader) {
    PolicySource source = new PolicySource(settings, loader);
    source.readResources();
    source.readFolder();
    if (!source.mistakes.isEmpty()) {
      throw new DunningStartException(
          String.join("\n", source.mistakes),
          "Correct the policy files named above, and start again. "
              + "\"dunning policy print FILE\" shows what a file says.",
          null);
    }
    return source.set();
  }

  private void readResources() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver(loader).getResources(settings.location());
      Arrays.sort(found, Comparator.comparing(Resource::getDescription));
      for (Resource each : found) {
        if (each.isFile()) {
          read(each.getFile().toPath());
        } else {
          String text = each.getContentAsString(StandardCharsets.UTF_8);
          read(each.getDescription(), () -> PolicyFiles.parse(text));
        }
      }
    } catch (IOException e) {
      throw new DunningStartException(
          "policy files cannot be read: " + settings.location() + ": " + e.getMessage(),
          "Check dunning.policies.location.",
          e);
    }
  }

  private void readFolder() {
    if (settings.folder().isEmpty()) {
      return;
    }
    Path folder = settings.folder().get().toPath();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(PolicySource::isPolicyFile).sorted().forEach(this::read);
    } catch (IOException e) {
      throw new DunningStartException(
          "folder of policies cannot be read: " + folder,
          "Create the folder, or change dunning.policies.folder.",
          e);
    }
  }

  private static boolean isPolicyFile(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
        && !name.endsWith("schema.json");
  }

  private void read(Path file) {
    read(file.toString(), () -> PolicyFiles.read(file));
  }

  private void read(String name, Supplier<PolicyFile> reader) {
    try {
      PolicyFile file = reader.get();
      file.policies().forEach(p -> add(p, name));
      file.set().ifPresent(s -> add(s, name));
    } catch (PolicyFileException e) {
      for (var each : e.problems()) {
        mistakes.add(each.toString().startsWith(name) ? each.toString() : name + ":" + each);
      }
    } catch (UncheckedIOException e) {
      mistakes.add(name + ": cannot be read: " + e.getCause().getMessage());
    }
  }

  private void add(DunningPolicy policy, String file) {
    String other = foundIn.putIfAbsent(policy.name(), file);
    if (other != null) {
      mistakes.add(file + ": policy \"" + policy.name() + "\" is also in " + other);
    }
    byName.put(policy.name(), policy);
  }

  private void add(PolicySet set, String file) {
    if (!sets.isEmpty()) {
      mistakes.add(file + ": says which policy applies to whom, as " + setsIn.get(0) + " does");
    }
    sets.add(set);
    setsIn.add(file);
  }

  private PolicySet set() {
    if (settings.defaultPolicy().isEmpty() && !sets.isEmpty()) {
      return sets.get(0);
    }
    if (settings.defaultPolicy().isPresent()) {
      return withDefault(settings.defaultPolicy().get());
    }
    if (byName.isEmpty()) {
      throw new DunningStartException(
          "no policy was found: " + settings.location(),
          "Put a policy file into src/main/resources/dunning, or set dunning.policies.folder, "
              + "or begin with a shipped one: dunning.policies.default-policy=standard-b2b",
          null);
    }
    if (byName.size() > 1) {
      throw new DunningStartException(
          "several policies, and none is the default: " + String.join(", ", byName.keySet()),
          "Add \"default policy: NAME\" to one of the files, "
              + "or set dunning.policies.default-policy.",
          null);
    }
    return PolicySet.byDefault(byName.values().iterator().next());
  }

  private PolicySet withDefault(String name) {
    DunningPolicy policy = Optional.ofNullable(byName.get(name)).orElseGet(() -> shipped(name));
    PolicySet set = PolicySet.byDefault(policy);
    if (!sets.isEmpty()) {
      PolicySet assigned = sets.get(0);
      for (var each : assigned.segments().entrySet()) {
        set = set.forSegment(each.getKey(), each.getValue());
      }
      for (var each : assigned.customers().entrySet()) {
        set = set.forCustomer(each.getKey(), each.getValue());
      }
      for (var each : assigned.invoices().entrySet()) {
        set = set.forInvoice(each.getKey(), each.getValue());
      }
    }
    return set;
  }

  private DunningPolicy shipped(String name) {
    try {
      return PolicyFiles.shipped(name);
    } catch (IllegalArgumentException e) {
      String known =
          byName.isEmpty() ? "" : " Policies read: " + String.join(", ", byName.keySet());
      throw new DunningStartException(
          "dunning.policies.default-policy: " + e.getMessage(),
          "Name a policy of your files or a shipped one." + known,
          e);
    }
  }
}
