package io.dunning.billing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the service, all of which begin with {@code billing}.
 *
 * @param tokens who may do what for which tenant
 * @param today a day that the service takes for today, to try things out; empty for the real one
 * @param largestBody the largest body of a request that is read
 * @param bodyTimeout how long a client may take to send a body
 * @param lockTimeout how long a change waits for others of the same tenant or account
 * @param changesAtOnce how many changes of one tenant are made at once; fewer than there are
 *     connections, so that others get one
 * @param runsAtOnce how many runs that somebody asks for are made at once, at least 1; a tenant has
 *     no more than one of them
 */
@ConfigurationProperties("billing")
public record BillingProperties(
    @DefaultValue List<Token> tokens,
    Optional<LocalDate> today,
    @DefaultValue("1MB") DataSize largestBody,
    @DefaultValue("30s") Duration bodyTimeout,
    @DefaultValue("5s") Duration lockTimeout,
    @DefaultValue("4") int changesAtOnce,
    @DefaultValue("2") int runsAtOnce) {

  /**
   * Settings of the service.
   *
   * @throws IllegalArgumentException if no change or no run could ever be made
   */
  public BillingProperties {
    requirePositive("billing.changes-at-once", changesAtOnce);
    requirePositive("billing.runs-at-once", runsAtOnce);
  }

  private static void requirePositive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is less than 1: " + number);
    }
  }

  /**
   * A token. Only its hash is kept: {@code printf %s TOKEN | sha256sum}.
   *
   * @param tenant the tenant that it opens
   * @param name who has it, for the audit
   * @param role what it allows
   * @param sha256 its SHA-256 hash, in hexadecimal digits
   */
  public record Token(String tenant, String name, Role role, String sha256) {}
}
