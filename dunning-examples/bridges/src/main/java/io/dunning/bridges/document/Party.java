package io.dunning.bridges.document;

import java.util.Objects;
import java.util.Optional;

/**
 * A seller, buyer or payee as an electronic invoice names it.
 *
 * @param name the name (BT-27, BT-44, BT-59)
 * @param id the identifier that the other side gave it (BT-29, BT-46, BT-60), the first if there
 *     are several
 * @param registration the number in a trade register (BT-30, BT-47, BT-61)
 * @param vatId the VAT identifier (BT-31, BT-48)
 * @param address the electronic address (BT-34, BT-49), such as an e-mail address or the number of
 *     a network
 * @param country the country by two letters of ISO 3166-1 (BT-40, BT-55)
 */
public record Party(
    Optional<String> name,
    Optional<String> id,
    Optional<String> registration,
    Optional<String> vatId,
    Optional<String> address,
    Optional<String> country) {

  /**
   * A party.
   *
   * @param name the name
   * @param id the identifier that the other side gave it
   * @param registration the number in a trade register
   * @param vatId the VAT identifier
   * @param address the electronic address
   * @param country the country by two letters
   */
  public Party {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(registration, "registration");
    Objects.requireNonNull(vatId, "vatId");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(country, "country");
  }

  /**
   * {@return what tells this party from others: its identifier, or else its VAT identifier, its
   * number in a register, its electronic address, or its name; empty if it has none of these}
   */
  public Optional<String> key() {
    return id.or(() -> vatId).or(() -> registration).or(() -> address).or(() -> name);
  }
}
