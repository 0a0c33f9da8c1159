package io.dunning.letters;

import io.dunning.ledger.Creditor;
import java.util.Objects;

/**
 * Who writes, as every letter of the house states it. A host sets it up once. Immutable and
 * thread-safe.
 *
 * @param creditor who writes and how it is paid
 * @param address where answers go
 * @param person whom the customer can ask; empty text for the house as such
 * @param email where questions go; empty text if there is none
 * @param phone where questions go; empty text if there is none
 * @param client whose debt is collected, if the sender is not the creditor; empty text if it is
 * @param clientAddress the address of the client
 * @param authority name, address and electronic contact of the authority that supervises the sender
 *     as a collector; empty text if there is none
 */
public record Sender(
    Creditor creditor,
    PostalAddress address,
    String person,
    String email,
    String phone,
    String client,
    PostalAddress clientAddress,
    String authority) {

  /**
   * A sender.
   *
   * @param creditor who writes and how it is paid
   * @param address where answers go
   * @param person whom the customer can ask, or empty text
   * @param email where questions go, or empty text
   * @param phone where questions go, or empty text
   * @param client whose debt is collected, if it is not the sender's, or empty text
   * @param clientAddress the address of the client
   * @param authority the authority that supervises the sender as a collector, or empty text
   */
  public Sender {
    Objects.requireNonNull(creditor, "creditor");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(clientAddress, "clientAddress");
    Objects.requireNonNull(authority, "authority");
  }

  /**
   * {@return a sender who writes in its own name}
   *
   * @param creditor who writes and how it is paid
   * @param address where answers go
   */
  public static Sender of(Creditor creditor, PostalAddress address) {
    return new Sender(creditor, address, "", "", "", "", PostalAddress.UNKNOWN, "");
  }

  /**
   * {@return this sender with somebody whom the customer can ask}
   *
   * @param who the name of a person or of a team
   * @param mail an e-mail address; empty text if there is none
   * @param number a telephone number; empty text if there is none
   */
  public Sender answeredBy(String who, String mail, String number) {
    return new Sender(creditor, address, who, mail, number, client, clientAddress, authority);
  }

  /**
   * {@return this sender, who collects for somebody else}
   *
   * @param whose the name of the creditor
   * @param where the address of the creditor
   */
  public Sender onBehalfOf(String whose, PostalAddress where) {
    return new Sender(creditor, address, person, email, phone, whose, where, authority);
  }

  /**
   * {@return this sender with the authority that supervises it}
   *
   * @param which name, address and electronic contact of the authority
   */
  public Sender supervisedBy(String which) {
    return new Sender(creditor, address, person, email, phone, client, clientAddress, which);
  }

  /** {@return the name that letters show} */
  public String name() {
    return creditor.name();
  }
}
