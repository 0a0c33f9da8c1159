package io.dunning.letters;

import io.dunning.ledger.Creditor;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who writes, as every letter of the house states it. A host sets it up once. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class Sender {
  Sender() {}

  /**
   * {@return a sender who writes in its own name}
   *
   * @param creditor who writes and how it is paid
   * @param address where answers go
   */
  public static Sender of(Creditor creditor, PostalAddress address) {
    return new ImmutableSender.Builder().creditor(creditor).address(address).build();
  }

  /** {@return who writes and how it is paid} */
  public abstract Creditor creditor();

  /** {@return where answers go} */
  public abstract PostalAddress address();

  /** {@return a person or a team whom the customer can ask; empty for the house as such} */
  public abstract Optional<String> person();

  /** {@return the e-mail address to which questions go; empty if there is none} */
  public abstract Optional<String> email();

  /** {@return the telephone number for questions; empty if there is none} */
  public abstract Optional<String> phone();

  /** {@return the creditor for whom the sender collects; empty if the sender is the creditor} */
  public abstract Optional<String> client();

  /** {@return the address of the client; unknown without one} */
  @Value.Default
  public PostalAddress clientAddress() {
    return PostalAddress.UNKNOWN;
  }

  /**
   * {@return name, address and electronic contact of the authority that supervises the sender as a
   * collector; empty if there is none}
   */
  public abstract Optional<String> authority();

  /**
   * {@return this sender with somebody whom the customer can ask}
   *
   * @param person the name of a person or of a team; empty text for the house as such
   * @param email an e-mail address; empty text if there is none
   * @param phone a telephone number; empty text if there is none
   */
  public Sender answeredBy(String person, String email, String phone) {
    return copy()
        .person(known("person", person))
        .email(known("email", email))
        .phone(known("phone", phone))
        .build();
  }

  /**
   * {@return this sender, who collects for somebody else}
   *
   * @param client the name of the creditor; empty text if the sender is the creditor
   * @param address the address of the creditor
   */
  public Sender onBehalfOf(String client, PostalAddress address) {
    return copy().client(known("client", client)).clientAddress(address).build();
  }

  /**
   * {@return this sender with the authority that supervises it as a collector}
   *
   * @param authority name, address and electronic contact of the authority; empty text if there is
   *     none
   */
  public Sender supervisedBy(String authority) {
    return copy().authority(known("authority", authority)).build();
  }

  private ImmutableSender.Builder copy() {
    return new ImmutableSender.Builder().from(this);
  }

  private static Optional<String> known(String what, String text) {
    Objects.requireNonNull(text, what);
    return Optional.of(text).filter(t -> !t.isBlank());
  }

  /** {@return the name that letters show} */
  public String name() {
    return creditor().name();
  }
}
