package io.dunning.spring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The actions of steps that were taken, how far they have come, and what a person does about it.
 */
public final class Deliveries {
  private static final int MOST = 1_000;
  private static final OffsetDateTime BEGINNING = Instant.EPOCH.atOffset(ZoneOffset.UTC);
  private static final String COLUMNS =
      """
      SELECT key, document, customer, action, channel, state, attempts, problem, receipt,
        changed_at
      FROM dunning.delivery
      """;

  private final Tenants tenants;
  private final Books books;
  private final DocumentArchive documents;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Withdrawals withdrawals;

  Deliveries(
      Tenants tenants,
      Books books,
      PolicyArchive policies,
      Outbox outbox,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tenants = tenants;
    this.books = books;
    this.documents = new DocumentArchive(books, policies, jdbc);
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.events = events;
    this.withdrawals = new Withdrawals(books, documents, jdbc, clock);
  }

  /**
   * An action, and how far it has come.
   *
   * @param key the stable key of the action
   * @param document the key of its document
   * @param customer the customer's id
   * @param action what to do, in words
   * @param channel how the customer is reached; empty if not at all
   * @param state how far it has come
   * @param attempts how often a sender has tried
   * @param problem what went wrong last; empty if nothing
   * @param receipt what the provider calls it; empty if nothing
   * @param changedAt when this changed last
   */
  public record Entry(
      String key,
      String document,
      String customer,
      String action,
      Optional<String> channel,
      DeliveryState state,
      int attempts,
      Optional<String> problem,
      Optional<String> receipt,
      Instant changedAt) {

    /** {@return where it stands in a list} */
    public DeliveryPlace place() {
      return new DeliveryPlace(changedAt, key);
    }
  }

  /**
   * The actions in some states, or the first of them.
   *
   * @param tenant the tenant's name
   * @param states the states; all if none is named
   * @return at most 1,000 actions, those that changed longest ago first
   */
  public List<Entry> list(String tenant, DeliveryState... states) {
    return page(tenant, Optional.empty(), MOST, states);
  }

  /**
   * Some of the actions in some states. Ask for the next page with the place of the last action of
   * this one. An action that changes meanwhile moves to the end.
   *
   * @param tenant the tenant's name
   * @param after the place of the last action of the page before; empty for the first page
   * @param limit how many at most, from 1 to 1,000
   * @param states the states; all if none is named
   * @return actions, those that changed longest ago first
   * @throws IllegalArgumentException if the limit is less than 1 or more than 1,000
   */
  public List<Entry> page(
      String tenant, Optional<DeliveryPlace> after, int limit, DeliveryState... states) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is not between 1 and " + MOST + ": " + limit);
    }
    DeliveryState[] wanted = states.length == 0 ? DeliveryState.values() : states;
    String[] names = Arrays.stream(wanted).map(DeliveryState::toString).toArray(String[]::new);
    OffsetDateTime since =
        after.map(DeliveryPlace::changedAt).map(t -> t.atOffset(ZoneOffset.UTC)).orElse(BEGINNING);
    return tenants.call(
        tenant,
        () ->
            jdbc.sql(
                    COLUMNS
                        + "WHERE tenant = ? AND state = ANY(?) AND (changed_at, key) > (?, ?) "
                        + "ORDER BY changed_at, key LIMIT ?")
                .params(tenant, names, since, after.map(DeliveryPlace::key).orElse(""), limit)
                .query(Deliveries::entry)
                .list());
  }

  /**
   * An action.
   *
   * @param tenant the tenant's name
   * @param key its key
   * @return the action; empty if there is none
   */
  public Optional<Entry> find(String tenant, String key) {
    return tenants.call(
        tenant,
        () ->
            jdbc.sql(COLUMNS + "WHERE tenant = ? AND key = ?")
                .params(tenant, key)
                .query(Deliveries::entry)
                .optional());
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        DeliveryState.parse(row.getString(6)),
        row.getInt(7),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(row.getString(9)),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }

  /**
   * An action as its sender gets it, with the account as it was when the step was decided.
   *
   * @param tenant the tenant's name
   * @param key the key of the action
   * @return the action; empty if there is none
   */
  public Optional<Delivery> delivery(String tenant, String key) {
    return tenants.call(tenant, () -> find(tenant, key).map(e -> documents.delivery(tenant, e)));
  }

  /**
   * Hands an action that is dead or in doubt to its sender again. So it does with one that was left
   * to a person, once there is a sender for it.
   *
   * @param tenant the tenant's name
   * @param key the key of the action
   * @param by who decides that
   * @throws ConflictException if the action is in another state
   */
  public void retry(String tenant, String key, String by) {
    tenants.run(
        tenant,
        () -> {
          String[] from =
              hasSender(tenant, key)
                  ? new String[] {"dead", "in doubt", "by hand"}
                  : new String[] {"dead", "in doubt"};
          change(tenant, key, by, "scheduled", "attempts = 0", from);
          outbox.scheduleAgain(tenant, key);
        });
    told(tenant, key, DeliveryState.SCHEDULED);
  }

  private boolean hasSender(String tenant, String key) {
    return find(tenant, key)
        .filter(e -> e.state() == DeliveryState.BY_HAND)
        .map(e -> documents.delivery(tenant, e))
        .flatMap(d -> outbox.sender(d.action(), d.document()))
        .isPresent();
  }

  /**
   * Notes that a person has done an action that is dead, in doubt, or to be done by hand.
   *
   * @param tenant the tenant's name
   * @param key the key of the action
   * @param by who has done it
   * @throws ConflictException if the action is in another state
   */
  public void done(String tenant, String key, String by) {
    tenants.run(
        tenant,
        () -> change(tenant, key, by, "done", "problem = NULL", "dead", "in doubt", "by hand"));
    told(tenant, key, DeliveryState.DONE);
  }

  /**
   * Gives an action up that is dead, in doubt, or to be done by hand. Once all actions of its
   * document are given up, the steps of the document are withdrawn, so that the ladder takes them
   * again. As long as one of them was sent or may still be, the steps stand: otherwise the next run
   * would send it again.
   *
   * @param tenant the tenant's name
   * @param key the key of the action
   * @param by who decides that
   * @throws ConflictException if the action is in another state
   */
  public void giveUp(String tenant, String key, String by) {
    tenants.run(
        tenant,
        () -> {
          Entry entry = find(tenant, key).orElseThrow(() -> new ConflictException(unknown(key)));
          books.claim(tenant, entry.customer()); // so that no run decides meanwhile
          change(tenant, key, by, "given up", "attempts = attempts", "dead", "in doubt", "by hand");
          withdrawals.withdrawIfGivenUp(tenant, entry.document(), by);
        });
    told(tenant, key, DeliveryState.GIVEN_UP);
  }

  private void change(
      String tenant, String key, String by, String to, String also, String... from) {
    int changed =
        jdbc.sql(
                "UPDATE dunning.delivery SET state = ?, actor = ?, changed_at = clock_timestamp(), "
                    + also
                    + " WHERE tenant = ? AND key = ? AND state = ANY(?)")
            .params(to, by, tenant, key, from)
            .update();
    if (changed == 0) {
      throw new ConflictException(
          find(tenant, key)
              .map(e -> "action is " + e.state() + ", not " + String.join(" or ", from))
              .orElse(unknown(key)));
    }
  }

  private static String unknown(String key) {
    return "no such action: " + key;
  }

  private void told(String tenant, String key, DeliveryState state) {
    Tenants.onceCommitted(() -> events.publishEvent(new DeliveryChanged(tenant, key, state)));
  }
}
