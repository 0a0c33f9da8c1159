package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.money.Money;
import io.dunning.terms.WayToPay;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Who owes, with what conditions and policies can ask for. Immutable and thread-safe. */
public final class Customer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String name;
  private final String segment;
  private final Kind kind;
  private final String country;
  private final List<ZoneId> zones;
  private final ContactWishes wishes;
  private final SortedSet<String> tags;
  private final SortedMap<String, String> facts;
  private final SortedSet<Channel> closedChannels;
  private final List<ContactPerson> persons;
  private final List<WayToPay> waysToPay;
  private final Money creditLimit;
  private final Money worth;

  Customer(CustomerDraft draft) {
    this.id = Objects.requireNonNull(draft.id, "id");
    this.name = Objects.requireNonNull(draft.name, "name");
    this.segment = draft.segment;
    this.kind = draft.kind;
    this.country = draft.country;
    this.zones = List.copyOf(draft.zones);
    this.wishes = Objects.requireNonNull(draft.wishes, "wishes");
    this.tags = draft.tags;
    this.facts = draft.facts;
    this.closedChannels = draft.closedChannels;
    this.persons = List.copyOf(draft.persons);
    this.waysToPay = List.copyOf(draft.waysToPay);
    this.creditLimit = draft.creditLimit;
    this.worth = draft.worth;
    if (id.isBlank()) {
      throw new IllegalArgumentException("customer has no id");
    }
  }

  private CustomerDraft draft() {
    CustomerDraft draft = new CustomerDraft(id, name);
    draft.segment = segment;
    draft.kind = kind;
    draft.country = country;
    draft.zones = zones;
    draft.wishes = wishes;
    draft.tags = tags;
    draft.facts = facts;
    draft.closedChannels = closedChannels;
    draft.persons = persons;
    draft.waysToPay = waysToPay;
    draft.creditLimit = creditLimit;
    draft.worth = worth;
    return draft;
  }

  private Customer but(Consumer<CustomerDraft> change) {
    CustomerDraft draft = draft();
    change.accept(draft);
    return new Customer(draft);
  }

  /** Who owes, as far as the law asks. */
  public enum Kind {
    /** A company or another body. */
    BUSINESS,
    /** A natural person in business. */
    SOLE_TRADER,
    /** A natural person outside business. */
    CONSUMER;

    /** Such as {@code sole trader}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A customer without further facts, named like its identifier.
   *
   * @param id the host's identifier
   * @return the customer
   * @throws IllegalArgumentException if the id is blank
   */
  public static Customer of(String id) {
    return new Customer(new CustomerDraft(id, id));
  }

  /**
   * {@return this customer under a name}
   *
   * @param text the name
   */
  public Customer named(String text) {
    return but(d -> d.name = text);
  }

  /**
   * {@return this customer in a segment, such as {@code "retail"}}
   *
   * @param word the segment, by which policies can be chosen
   */
  public Customer inSegment(String word) {
    Objects.requireNonNull(word, "segment");
    return but(d -> d.segment = word);
  }

  /**
   * {@return this customer as a business, a sole trader or a consumer; rules of contact ask for it}
   *
   * @param who what kind of debtor
   */
  public Customer ofKind(Kind who) {
    Objects.requireNonNull(who, "kind");
    return but(d -> d.kind = who);
  }

  /**
   * {@return this customer in a country}
   *
   * @param code two letters by ISO 3166-1, such as {@code "US"}
   * @throws IllegalArgumentException if these are not two capital letters
   */
  public Customer inCountry(String code) {
    Objects.requireNonNull(code, "country");
    return but(d -> d.country(code));
  }

  /**
   * {@return this customer in a time zone; the zones before it, if any, count as well, because
   * nobody knows in which the customer is: only hours that are convenient in all of them are}
   *
   * @param zone the zone, such as {@code America/Chicago}
   */
  public Customer inZone(ZoneId zone) {
    Objects.requireNonNull(zone, "zone");
    List<ZoneId> all = new ArrayList<>(zones);
    all.remove(zone);
    all.add(zone);
    return but(d -> d.zones = all);
  }

  /**
   * {@return this customer with wishes when not to be contacted; they take the place of earlier
   * ones}
   *
   * @param all the wishes
   */
  public Customer wishing(ContactWishes all) {
    Objects.requireNonNull(all, "wishes");
    return but(d -> d.wishes = all);
  }

  /**
   * {@return this customer with one more tag}
   *
   * @param tag a word that conditions can ask for, such as {@code "key account"}
   * @throws IllegalArgumentException if the customer has 10,000 tags
   */
  public Customer tagged(String tag) {
    Objects.requireNonNull(tag, "tag");
    return but(d -> d.tag(tag));
  }

  /**
   * This customer without a tag.
   *
   * @param tag the tag
   * @return an equal customer if it does not carry the tag
   */
  public Customer untagged(String tag) {
    Objects.requireNonNull(tag, "tag");
    return hasTag(tag) ? but(d -> d.untag(tag)) : this;
  }

  /**
   * {@return this customer with one more fact of the host's own profile, such as {@code "branch"}
   * and {@code "north"}; an earlier fact of that name is replaced}
   *
   * @param fact the name of the fact
   * @param value what it is
   * @throws IllegalArgumentException if the customer has 10,000 facts
   */
  public Customer with(String fact, String value) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(fact, "fact");
    return but(d -> d.fact(fact, value));
  }

  /**
   * {@return this customer, not to be contacted by a channel: there is no address for it, or the
   * customer opted out}
   *
   * @param channel the channel
   */
  public Customer without(Channel channel) {
    Objects.requireNonNull(channel, "channel");
    return but(d -> d.close(channel));
  }

  /**
   * {@return this customer with one more contact person}
   *
   * @param person the person
   */
  public Customer withPerson(ContactPerson person) {
    List<ContactPerson> all = new ArrayList<>(persons);
    all.add(Objects.requireNonNull(person, "person"));
    return but(d -> d.persons = all);
  }

  /**
   * {@return this customer with one more way to pay, such as a mandate for direct debit}
   *
   * @param way the way to pay
   */
  public Customer payingBy(WayToPay way) {
    List<WayToPay> all = new ArrayList<>(waysToPay);
    all.add(Objects.requireNonNull(way, "way"));
    return but(d -> d.waysToPay = all);
  }

  /**
   * {@return this customer with a limit on what may be open; it takes the place of an earlier one}
   *
   * @param limit the limit, in one currency
   * @throws IllegalArgumentException if it is negative
   */
  public Customer withCreditLimit(Money limit) {
    Objects.requireNonNull(limit, "limit");
    return but(d -> d.creditLimit(limit));
  }

  /**
   * {@return this customer with what it is worth to keep it: what the creditor would lose with it}
   * The routes of an old debt weigh it, as far as each of them {@linkplain
   * io.dunning.settlement.EndgameRule#losingCustomer may lose} the customer.
   *
   * @param amount the worth, in one currency
   * @throws IllegalArgumentException if it is negative
   */
  public Customer worthKeeping(Money amount) {
    Objects.requireNonNull(amount, "amount");
    return but(d -> d.worth(amount));
  }

  /**
   * The host's identifier.
   *
   * @return the identifier, never blank
   */
  public String id() {
    return id;
  }

  /** {@return the name for people to read} */
  public String name() {
    return name;
  }

  /** {@return the segment; empty if the customer is in none} */
  public Optional<String> segment() {
    return Optional.ofNullable(segment);
  }

  /**
   * Who owes, as far as the law asks.
   *
   * @return the kind of debtor; empty if it is not known
   */
  public Optional<Kind> kind() {
    return Optional.ofNullable(kind);
  }

  /**
   * Where the customer is.
   *
   * @return two letters by ISO 3166-1; empty if it is not known
   */
  public Optional<String> country() {
    return Optional.ofNullable(country);
  }

  /**
   * The time zones in which the customer may be.
   *
   * @return the zones, in the order they were named; none if nothing is known
   */
  public List<ZoneId> zones() {
    return zones;
  }

  /** {@return when the customer does not want to be contacted} */
  public ContactWishes wishes() {
    return wishes;
  }

  /**
   * Words that conditions can ask for.
   *
   * @return the tags, sorted
   */
  public SortedSet<String> tags() {
    return tags;
  }

  /**
   * Whether the customer carries a tag.
   *
   * @param tag the tag
   * @return true if it does
   */
  public boolean hasTag(String tag) {
    return !tags.isEmpty() && tags.contains(tag);
  }

  /**
   * Facts of the host's own profile.
   *
   * @return the facts by name, sorted
   */
  public SortedMap<String, String> facts() {
    return facts;
  }

  /**
   * The channels that must not be used.
   *
   * @return the channels, sorted
   */
  public SortedSet<Channel> closedChannels() {
    return closedChannels;
  }

  /**
   * The persons to whom the creditor turns.
   *
   * @return the persons, in the order in which they were named; none if nobody is known
   */
  public List<ContactPerson> persons() {
    return persons;
  }

  /**
   * The ways to pay that were agreed with this customer, for letters; those for all customers are
   * in {@link Creditor#waysToPay}.
   *
   * @return the ways, in the order in which they were named
   */
  public List<WayToPay> waysToPay() {
    return waysToPay;
  }

  /** {@return how much may be open; empty if there is no limit} */
  public Optional<Money> creditLimit() {
    return Optional.ofNullable(creditLimit);
  }

  /** {@return what the creditor would lose with the customer; empty if nobody said so} */
  public Optional<Money> worth() {
    return Optional.ofNullable(worth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customer that
        && id.equals(that.id)
        && name.equals(that.name)
        && Objects.equals(segment, that.segment)
        && kind == that.kind
        && Objects.equals(country, that.country)
        && zones.equals(that.zones)
        && wishes.equals(that.wishes)
        && tags.equals(that.tags)
        && facts.equals(that.facts)
        && closedChannels.equals(that.closedChannels)
        && persons.equals(that.persons)
        && waysToPay.equals(that.waysToPay)
        && Objects.equals(creditLimit, that.creditLimit)
        && Objects.equals(worth, that.worth);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, segment, tags, facts, closedChannels);
  }

  private Object writeReplace() {
    return draft();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a customer is read from its draft");
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
