package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Reads, writes and formats policies as files. A file is YAML, or JSON if its name ends with {@code
 * .json} or its text begins with a brace; both have the same keys.
 *
 * <pre>{@code
 * policy: standard-b2b
 * between contacts: 7 days
 * ladder:
 *   - step: friendly reminder
 *     at: 3 days past due
 *     take: send reminder by email
 * }</pre>
 *
 * <p>What is written reads as an equal policy with the same fingerprint. A file can hold neither
 * conditions, fees nor risk models that are described in code.
 */
public final class PolicyFiles {
  private PolicyFiles() {}

  /**
   * Reads a file.
   *
   * @param file the file, in UTF-8; policies that it extends may stand in the same folder
   * @return its policies
   * @throws PolicyFileException if anything in it is wrong; names every mistake in keys and values,
   *     or else every contradiction between the rules
   * @throws java.io.UncheckedIOException if it cannot be read at all
   */
  public static PolicyFile read(Path file) {
    return PolicyReader.file(Objects.requireNonNull(file, "file"));
  }

  /**
   * Reads a text.
   *
   * @param text YAML or JSON; what it extends has to stand in it, or be shipped
   * @return its policies
   * @throws PolicyFileException if anything in it is wrong; names every mistake in keys and values,
   *     or else every contradiction between the rules
   */
  public static PolicyFile parse(String text) {
    return PolicyReader.text("", Objects.requireNonNull(text, "text"));
  }

  /**
   * Reads a text as if it stood in a file, such as the text of an editor that is not saved yet.
   *
   * @param file the file, which is not read and need not exist; policies that the text extends may
   *     stand in its folder
   * @param text YAML or JSON
   * @return its policies
   * @throws PolicyFileException if anything in it is wrong; names every mistake in keys and values,
   *     or else every contradiction between the rules
   * @throws java.io.UncheckedIOException if a file of the folder cannot be read at all
   */
  public static PolicyFile parse(Path file, String text) {
    return PolicyReader.file(
        Objects.requireNonNull(file, "file"), Objects.requireNonNull(text, "text"));
  }

  /**
   * Writes a policy as YAML, always in the same way.
   *
   * @param policy the policy
   * @return the text of a file
   * @throws IllegalArgumentException if the policy has a condition, a fee or a risk model that is
   *     described in code, a characteristic of a scorecard without points, a text of more than
   *     20,000 characters, or a text with half of a character
   */
  public static String write(DunningPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return YamlWriter.write(
        List.of(Writable.checked(PolicyShape.ONE.write(policy))), Comments.NONE);
  }

  /**
   * Writes a set of policies as YAML: which policy applies to which debt, then the policies.
   *
   * @param set the set
   * @return the text of a file
   * @throws IllegalArgumentException if two different policies of the set have one name, or one of
   *     them cannot be written
   */
  public static String write(PolicySet set) {
    Objects.requireNonNull(set, "set");
    List<Node> documents = new ArrayList<>();
    documents.add(Writable.checked(SetShape.ONE.write(SetShape.Names.of(set))));
    List<String> names = new ArrayList<>();
    for (DunningPolicy each : set.policies()) {
      if (names.contains(each.name())) {
        throw new IllegalArgumentException(
            "two policies of the set have one name: " + Problems.quoted(each.name()));
      }
      names.add(each.name());
      documents.add(Writable.checked(PolicyShape.ONE.write(each)));
    }
    return YamlWriter.write(documents, Comments.NONE);
  }

  /**
   * Writes a policy as JSON, with the keys of the YAML form.
   *
   * @param policy the policy
   * @return the text of a file
   * @throws IllegalArgumentException as {@link #write(DunningPolicy)}
   */
  public static String writeJson(DunningPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return JsonWriter.write(Writable.checked(PolicyShape.ONE.write(policy)));
  }

  /**
   * Writes a file anew as YAML: keys in their usual order, values in their usual words. Its
   * comments stay with their keys, and its policies keep their fingerprints.
   *
   * @param text YAML or JSON
   * @return the text; formatting it again changes nothing
   * @throws PolicyFileException if the text is neither, or has what a policy file cannot have
   */
  public static String format(String text) {
    Objects.requireNonNull(text, "text");
    Problems problems = new Problems();
    List<Node> read = TreeReader.read("", text, problems);
    problems.raise();
    List<Node> tidy = read.stream().map(PolicyFiles::tidy).toList();
    return YamlWriter.write(tidy, Comments.of(text, read, tidy));
  }

  private static Node tidy(Node document) {
    if (!(document instanceof Mapping mapping)) {
      return document;
    }
    if (!mapping.has(Source.POLICIES)) {
      return tidyPolicy(mapping);
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry each : mapping.entries()) {
      boolean list = each.key().equals(Source.POLICIES) && each.value() instanceof Listing;
      entries.add(list ? Node.entry(each.key(), tidyPolicies((Listing) each.value())) : each);
    }
    return Node.mapping(entries);
  }

  private static Node tidyPolicies(Listing policies) {
    return Node.list(policies.items().stream().map(PolicyFiles::tidyPolicy).toList());
  }

  private static Node tidyPolicy(Node policy) {
    boolean set = policy instanceof Mapping m && SetShape.isSet(m) && !m.has(PolicyShape.NAME);
    return set ? SetShape.ONE.tidy(policy) : PolicyShape.ONE.tidy(policy);
  }

  /**
   * The names of the policies that come with this artifact.
   *
   * @return the names in alphabetical order
   */
  public static List<String> shippedNames() {
    return Shipped.names();
  }

  /**
   * A policy that comes with this artifact.
   *
   * @param name its name, such as {@code standard-b2b}
   * @return the policy
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DunningPolicy shipped(String name) {
    Objects.requireNonNull(name, "name");
    return Shipped.policy(name).orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "no such policy: " + Problems.shown(name) + "\n" + Nearest.advice(name, Shipped.names()));
  }

  /**
   * The text of a policy that comes with this artifact, to begin a file of your own with.
   *
   * @param name its name, such as {@code standard-b2b}
   * @return the text of its file
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String shippedText(String name) {
    Objects.requireNonNull(name, "name");
    return Shipped.text(name).orElseThrow(() -> unknown(name));
  }

  /**
   * Reads what a command is given: the name of a policy that comes with this artifact, or else a
   * file.
   *
   * @param nameOrFile the name, such as {@code standard-b2b}, or the path of a file
   * @return its policies
   * @throws IllegalArgumentException if it is neither
   * @throws PolicyFileException if anything in the file is wrong, as in {@link #read}
   * @throws java.io.UncheckedIOException if the file cannot be read at all
   */
  public static PolicyFile named(String nameOrFile) {
    Objects.requireNonNull(nameOrFile, "nameOrFile");
    if (Shipped.names().contains(nameOrFile)) {
      return parse(shippedText(nameOrFile));
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "neither a file nor a shipped policy: "
              + nameOrFile
              + "\n"
              + Nearest.advice(nameOrFile, Shipped.names()));
    }
    return read(file);
  }

  /**
   * A digest that is the same for two sets with the same policies for the same debts. The
   * fingerprint of a policy does not say which debts it applies to.
   *
   * @param set the set
   * @return the SHA-256 of what {@link #write(PolicySet)} writes, as 64 hexadecimal digits
   * @throws IllegalArgumentException if the set cannot be written
   */
  public static String digest(PolicySet set) {
    byte[] text = write(set).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /**
   * The JSON Schema of policy files, so that an editor completes keys and marks mistakes.
   *
   * @return a JSON text, draft 2020-12
   */
  public static String schema() {
    return JsonWriter.write(SchemaWriter.schema());
  }
}
