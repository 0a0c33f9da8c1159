package io.dunning.billing;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Posting;
import io.dunning.event.BookedEvent;
import io.dunning.json.DunningJson;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * A second program that knows the core and the tables, and nothing of the starter. It begins with
 * the invoices, takes the steps of each account on the days on which the service took any, in
 * memory, and tells every difference between what comes of it and what is in the database.
 */
final class Replay {
  private final DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
  private final DunningPolicy policy;
  private final Connection connection;
  private final List<String> differences = new ArrayList<>();

  private Replay(Connection connection, String policy) {
    this.connection = connection;
    this.policy = PolicyFiles.parse(policy).policy();
  }

  static List<String> differences(DataSource superuser, String policy) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      Replay replay = new Replay(connection, policy);
      for (String customer : replay.strings("SELECT customer FROM dunning.account ORDER BY 1")) {
        replay.account(customer);
      }
      return replay.differences;
    }
  }

  private List<String> strings(String sql, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> all = new ArrayList<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  private void account(String id) throws SQLException {
    Customer customer =
        read("SELECT body FROM dunning.account WHERE customer = ?", id, Customer.class).get(0);
    List<InvoiceHistory> invoices =
        read("SELECT body FROM dunning.invoice WHERE customer = ? ORDER BY seq", id, Invoice.class)
            .stream()
            .map(InvoiceHistory::of)
            .toList();
    Account account = Account.of(customer, invoices);
    SortedSet<String> keys = new TreeSet<>();
    for (String day :
        strings(
            "SELECT DISTINCT taken_on FROM dunning.document WHERE customer = ? ORDER BY 1", id)) {
      account = take(account, LocalDate.parse(day), keys);
    }
    List<String> events =
        read(
                "SELECT body FROM dunning.event WHERE customer = ? ORDER BY seq",
                id,
                BookedEvent.class)
            .stream()
            .map(e -> e.event().toString())
            .toList();
    List<String> replayed =
        account.invoices().stream()
            .flatMap(i -> i.events().stream())
            .map(Object::toString)
            .toList();
    same(id + " events", events, replayed);
    same(
        id + " steps",
        new TreeSet<>(
            strings(
                "SELECT s.key FROM dunning.step s JOIN dunning.document d ON d.key = s.document "
                    + "WHERE d.customer = ?",
                id)),
        keys);
    reviewDate(id, account);
  }

  private Account take(Account account, LocalDate day, SortedSet<String> keys) {
    AccountRecommendation answer = evaluator.evaluate(policy, account, day);
    List<Posting> postings = new ArrayList<>();
    for (DunningDocument each : answer.documents()) {
      each.lines().forEach(l -> keys.add(l.key().orElseThrow().toString()));
      postings.addAll(each.eventsWhenTaken(day));
    }
    return Posting.storeIn(account, postings);
  }

  private void reviewDate(String id, Account account) throws SQLException {
    List<String> decided = strings("SELECT decided_on FROM dunning.account WHERE customer = ?", id);
    List<String> review = strings("SELECT review_on FROM dunning.account WHERE customer = ?", id);
    AccountRecommendation answer =
        evaluator.evaluate(policy, account, LocalDate.parse(decided.get(0)));
    same(id + " due", 0, answer.due().size());
    same(
        id + " review date",
        Optional.ofNullable(review.get(0)),
        answer.reviewOn().map(LocalDate::toString));
  }

  private <T> List<T> read(String sql, String id, Class<T> type) throws SQLException {
    return strings(sql, id).stream().map(b -> DunningJson.mapper().readValue(b, type)).toList();
  }

  private void same(String what, Object stored, Object replayed) {
    if (!stored.equals(replayed)) {
      differences.add(what + ": stored " + stored + ", replayed " + replayed);
    }
  }
}
