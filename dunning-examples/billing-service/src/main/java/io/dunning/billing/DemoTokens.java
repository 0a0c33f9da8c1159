package io.dunning.billing;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tokens for trying things out, new ones at each start. */
@Component
class DemoTokens {
  static final String TENANT = "demo";
  private static final int BITS = 130;
  private static final int RADIX = 36;

  private final Map<Role, String> byRole = new LinkedHashMap<>();

  DemoTokens() {
    SecureRandom random = new SecureRandom();
    for (Role each : Role.values()) {
      byRole.put(each, new BigInteger(BITS, random).toString(RADIX));
    }
  }

  Map<Role, String> byRole() {
    return byRole;
  }

  List<BillingProperties.Token> tokens() {
    List<BillingProperties.Token> all = new ArrayList<>();
    byRole.forEach(
        (role, token) ->
            all.add(
                new BillingProperties.Token(
                    TENANT,
                    "demo " + role.name().toLowerCase(Locale.ROOT),
                    role,
                    Tokens.hash(token))));
    return all;
  }
}
