package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dunning.json.policy.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema is that of the keys; write it anew with {@code -Dschema.write=true}. */
class SchemaTest {
  private static final Path FILE =
      Path.of("src/main/resources/io/dunning/json/schema/policy.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PolicyFiles.schema(), InputFormat.JSON);

  /** Broken files whose mistake only the library can know, or no schema can say. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "action-unknown",
          "channel-unknown",
          "channel-twice",
          "condition-names-unknown-step",
          "condition-unfinished",
          "condition-unknown",
          "names-that-are-blank",
          "delivery-both-ways",
          "amounts-below-zero",
          "approval-both-ways",
          "before-and-after",
          "fee-at-several-times",
          "chased-and-compounded",
          "barred-by-halves",
          "performed-in-vain",
          "route-without-endgame",
          "stale-bank-data",
          "discount-after-due",
          "amount-with-too-many-decimals",
          "date-impossible",
          "deadline-not-granted",
          "endgame-route-twice",
          "extends-a-path",
          "extends-in-a-circle",
          "extends-unknown",
          "extends-with-unknown-steps",
          "fee-beside-compensation",
          "fee-in-two-ways",
          "fee-never-charged",
          "level-without-account",
          "negative-gaps",
          "own-rates-not-named",
          "promise-share",
          "repeat-at-once",
          "roles-without-contact",
          "set-of-unknown",
          "settlement-floor-above-offer",
          "settlement-without-rule",
          "softer-without-tone",
          "step-after-unknown",
          "step-twice",
          "steps-not-in-order",
          "trigger-in-words",
          "two-amounts-in-a-currency",
          "two-policies-of-a-name");

  private static List<String> mistakes(Node document) {
    List<String> all = new ArrayList<>();
    SCHEMA
        .validate(JsonWriter.write(document), InputFormat.JSON)
        .forEach(e -> all.add(e.toString()));
    return all;
  }

  private static List<Node> documents(String text) {
    return TreeReader.read("", text, new Problems());
  }

  @Test
  void isThatOfTheKeys() throws IOException {
    if (Boolean.getBoolean("schema.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, PolicyFiles.schema());
    }
    assertThat(Files.readString(FILE)).isEqualTo(PolicyFiles.schema());
  }

  static List<String> shipped() {
    return PolicyFiles.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void knowsTheShippedFiles(String name) {
    documents(PolicyFiles.shippedText(name)).forEach(d -> assertThat(mistakes(d)).isEmpty());
    assertThat(mistakes(PolicyShape.ONE.write(PolicyFiles.shipped(name)))).isEmpty();
  }

  static List<Path> broken() throws IOException {
    return BrokenPoliciesTest.files();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void marksMistakesThatItCanKnow(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("\\..*", "");
    Problems problems = new Problems();
    List<Node> documents = TreeReader.read("", Files.readString(file), problems);
    boolean readable = problems.count() == 0 && !documents.isEmpty();
    if (!readable || !(documents.get(0) instanceof Mapping)) {
      return;
    }
    boolean marked = documents.stream().anyMatch(d -> !mistakes(d).isEmpty());
    assertThat(marked).as(name).isNotEqualTo(BEYOND_A_SCHEMA.contains(name));
  }

  @Test
  void everyMistakeBeyondItIsAFile() throws IOException {
    assertThat(broken().stream().map(p -> p.getFileName().toString().replaceAll("\\..*", "")))
        .containsAll(BEYOND_A_SCHEMA);
  }
}
