package io.dunning.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tokens that the service knows, by their hashes. */
final class Tokens {
  private final Map<String, Caller> byHash = new TreeMap<>();

  Tokens(List<BillingProperties.Token> tokens) {
    for (BillingProperties.Token each : tokens) {
      String hash = each.sha256().toLowerCase(Locale.ROOT);
      if (!hash.matches("[0-9a-f]{64}")) {
        throw new StartException(
            "token of " + each.name() + ": not a SHA-256 hash, perhaps the token itself",
            "Set billing.tokens[...].sha256 to the hash of the token, as printed by"
                + " \"printf %s TOKEN | sha256sum\".");
      }
      if (byHash.put(hash, new Caller(each.tenant(), each.name(), each.role())) != null) {
        throw new StartException(
            "two tokens are the same; one is that of " + each.name(),
            "Give each of billing.tokens a token of its own.");
      }
    }
  }

  Optional<Caller> find(String token) {
    return Optional.ofNullable(byHash.get(hash(token)));
  }

  static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
