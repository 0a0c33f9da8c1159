package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.policy.DunningPolicy;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Laws of policy files. A longer run: {@code -Dpolicies.generated=10000}. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class PolicyFileProperties {
  static void comesBack(DunningPolicy policy) {
    String yaml = PolicyFiles.write(policy);
    DunningPolicy read = PolicyFiles.parse(yaml).policy();
    assertThat(read).as(yaml).isEqualTo(policy);
    assertThat(read.fingerprint()).isEqualTo(policy.fingerprint());
    assertThat(read.invariants()).isEqualTo(policy.invariants());
    assertThat(PolicyFiles.format(yaml)).isEqualTo(yaml);
    String json = PolicyFiles.writeJson(policy);
    assertThat(PolicyFiles.parse(json).policy()).as(json).isEqualTo(policy);
    assertThat(PolicyFiles.format(json)).isEqualTo(yaml);
  }

  @Property(tries = 100)
  void whatIsWrittenReadsAsAnEqualPolicy(@ForAll DunningPolicy policy) {
    comesBack(policy);
  }

  @Property(tries = 1)
  void manyPoliciesComeBack() {
    int many = Integer.getInteger("policies.generated", 300);
    new DunningDomain()
        .policies()
        .sampleStream()
        .limit(many)
        .forEach(PolicyFileProperties::comesBack);
  }

  @Property(tries = 20)
  void aLanguageDoesNotMatter(@ForAll DunningPolicy policy) {
    String yaml = PolicyFiles.write(policy);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      assertThat(PolicyFiles.write(policy)).isEqualTo(yaml);
      assertThat(PolicyFiles.parse(yaml).policy()).isEqualTo(policy);
      assertThat(PolicyFiles.parse(PolicyFiles.writeJson(policy)).policy()).isEqualTo(policy);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property(tries = 50)
  void theOrderOfKeysDoesNotMatter(@ForAll DunningPolicy policy, @ForAll long seed) {
    Node.Mapping keys = (Node.Mapping) PolicyShape.ONE.write(policy);
    var entries = new java.util.ArrayList<>(keys.entries());
    java.util.Collections.shuffle(entries, new Random(seed));
    String mixed = YamlWriter.write(java.util.List.of(Node.mapping(entries)), Comments.NONE);
    assertThat(PolicyFiles.parse(mixed).policy()).isEqualTo(policy);
    assertThat(PolicyFiles.format(mixed)).isEqualTo(PolicyFiles.write(policy));
  }
}
