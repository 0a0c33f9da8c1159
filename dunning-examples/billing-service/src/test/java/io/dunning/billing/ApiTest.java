package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.spring.DunningRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what for whom, and what is refused. */
class ApiTest {
  private static final String CLERK = Service.token("acme", Role.CLERK);
  private static final String READER = Service.token("acme", Role.READER);
  private static final String APPROVER = Service.token("acme", Role.APPROVER);
  private static final String KEY = "Idempotency-Key";

  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
    owes("acme", "C-1", "2026-02-25"); // reminder
    owes("acme", "C-2", "2026-01-01");
    for (String step : List.of("reminder", "first notice", "call")) {
      event(CLERK, "old " + step, taken("C-2", step));
    }
    owes("bolt", "B-1", "2026-02-25");
    service.bean(DunningRun.class).runAll();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void owes(String tenant, String customer, String due) {
    String token = Service.token(tenant, Role.CLERK);
    assertThat(
            service.send(token, "PUT", "/customers/" + customer, customer(customer)).statusCode())
        .isEqualTo(204);
    assertThat(
            service
                .send(token, "POST", "/customers/" + customer + "/invoices", invoice(customer, due))
                .statusCode())
        .isEqualTo(201);
  }

  private static String customer(String id) {
    return "{\"id\":\"" + id + "\",\"name\":\"Acme " + id + "\",\"country\":\"GB\"}";
  }

  private static String invoice(String customer, String due) {
    return """
    {"number":"INV-%s","amount":{"amount":"600.00","currency":"EUR"},
     "issued":"2025-12-01","due":"%s"}
    """
        .formatted(customer, due);
  }

  private static String taken(String customer, String step) {
    return """
    {"customer":"%s","invoice":"INV-%s",
     "event":{"type":"step-taken","date":"2026-02-01","step":"%s","channel":"letter"}}
    """
        .formatted(customer, customer, step);
  }

  private static String payment(String customer, String amount) {
    return """
    {"customer":"%s","invoice":"INV-%s",
     "event":{"type":"payment","date":"2026-03-01","amount":{"amount":"%s","currency":"EUR"}}}
    """
        .formatted(customer, customer, amount);
  }

  private static HttpResponse<String> event(String token, String key, String body) {
    return service.send(token, "POST", "/events", body, KEY, key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Every endpoint: method, path, body, the right it asks for, the status if it is allowed. */
  private static final String[][] ENDPOINTS = {
    {"GET", "/", "", "READ", "200"},
    {"GET", "/aging", "", "READ", "200"},
    {"GET", "/worklist", "", "READ", "200"},
    {"GET", "/approvals", "", "READ", "200"},
    {"GET", "/approvals/answers", "", "READ", "200"},
    {"GET", "/deliveries", "", "READ", "200"},
    {"GET", "/audit", "", "READ", "200"},
    {"GET", "/customers/C-1", "", "READ", "200"},
    {"GET", "/customers/C-1/next", "", "READ", "200"},
    {"GET", "/customers/C-1/explanation", "", "READ", "200"},
    {"GET", "/letter?key=standard%2FC-1%2FINV-C-1%2Freminder%2F1%231", "", "READ", "200"},
    {"PUT", "/customers/C-1", customer("C-1"), "WRITE", "204"},
    {"POST", "/customers/C-1/invoices", invoice("C-1", "2026-02-25"), "WRITE", "200"},
    {"POST", "/events", taken("C-2", "call"), "WRITE", "200"},
    {"POST", "/runs", "", "WRITE", "200"},
    {"POST", "/deliveries/retry", "{\"key\":\"x\"}", "WRITE", "409"},
    {"POST", "/deliveries/done", "{\"key\":\"x\"}", "WRITE", "409"},
    {"POST", "/deliveries/give-up", "{\"key\":\"x\"}", "WRITE", "409"},
    {"POST", "/approvals/approve", "{\"key\":\"x\"}", "APPROVE", "409"},
    {"POST", "/approvals/refuse", "{\"key\":\"x\"}", "APPROVE", "409"},
  };

  static Stream<String[]> endpoints() {
    return Stream.of(ENDPOINTS);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void eachRoleMayDoWhatItsRightsSay(
      String method, String path, String body, String right, String status) {
    for (Role role : Role.values()) {
      int answer =
          service
              .send(Service.token("acme", role), method, path, body, KEY, "old call")
              .statusCode();
      assertThat(answer)
          .describedAs("%s %s as %s", method, path, role)
          .isEqualTo(role.rights().contains(right) ? Integer.parseInt(status) : 403);
    }
    for (String token : List.of("", "wrong", Tokens.hash(CLERK))) {
      assertThat(service.send(token, method, path, body, KEY, "old call").statusCode())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void whoMayGetMayAskForTheHeadersOnly(
      String method, String path, String body, String right, String status) {
    boolean read = Stream.of(ENDPOINTS).anyMatch(e -> e[0].equals("GET") && e[1].equals(path));
    for (Role role : Role.values()) {
      HttpResponse<String> head =
          service.send(Service.token("acme", role), "HEAD", path, "", KEY, "x");
      assertThat(head.statusCode()).describedAs(path).isEqualTo(read ? 200 : 405);
      assertThat(head.body()).isEmpty();
    }
    assertThat(service.send("", "HEAD", path, "").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void nobodySeesRowsOfAnotherTenant(
      String method, String path, String body, String right, String status) {
    for (Role role : Role.values()) {
      HttpResponse<String> answer =
          service.send(Service.token("bolt", role), method, path, body, KEY, "old call");
      assertThat(answer.body()).doesNotContain("INV-C-1", "Acme C-1", "INV-C-2");
      if (path.contains("C-1") && method.equals("GET")) {
        assertThat(answer.statusCode()).isEqualTo(404);
      }
    }
    assertThat(service.get(READER, "/customers/C-1").body()).doesNotContain("\"bolt\"");
  }

  @Test
  void everyEndpointIsInTheTable() {
    JsonNode api = new JsonMapper().readTree(service.get("", "/v3/api-docs").body());
    assertThat(api.get("paths").propertyNames()).hasSizeGreaterThan(10);
    for (String path : api.get("paths").propertyNames()) {
      String like = path.replaceAll("\\{(id|decision|what)[^}]*}", "[^/?]+");
      assertThat(Stream.of(ENDPOINTS).anyMatch(e -> e[1].replaceAll("\\?.*", "").matches(like)))
          .describedAs(path)
          .isTrue();
    }
  }

  @Test
  void anEventUnderOneKeyCountsOnce() {
    owes("acme", "C-3", "2026-02-25");
    assertThat(event(CLERK, "k-1", payment("C-3", "10.00")).statusCode()).isEqualTo(201);
    assertThat(event(CLERK, "k-1", payment("C-3", "10.00")).statusCode()).isEqualTo(200);
    HttpResponse<String> other = event(CLERK, "k-1", payment("C-3", "20.00"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body())
        .contains("something else was recorded under this idempotency key: k-1\"");
    String again = invoice("C-3", "2026-02-25");
    assertThat(service.send(CLERK, "POST", "/customers/C-3/invoices", again).statusCode())
        .isEqualTo(200);
    List<String> outcomes = new ArrayList<>();
    for (JsonNode each : new JsonMapper().readTree(service.get(READER, "/audit").body())) {
      String what = each.get("what").asString();
      if (what.contains("INV-C-3")) {
        outcomes.add(each.get("outcome").asString());
      }
    }
    assertThat(outcomes).containsExactly("was there already", "was there already", "done", "done");
    assertThat(service.get(READER, "/customers/C-3").body()).containsOnlyOnce("\"payment\"");
  }

  @Test
  void requestsThatRaceUnderOneKeyCountOnce() throws Exception {
    owes("acme", "C-4", "2026-02-25");
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(() -> event(CLERK, "race", payment("C-4", "10.00")).statusCode());
    }
    assertThat(statuses(all)).containsOnlyOnce(201).contains(200);
  }

  private static List<Integer> statuses(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(calls)) {
        statuses.add(each.get());
      }
      return statuses;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void ofTwoWhoApproveAndRefuseOneStepOneIsTooLate() throws Exception {
    owes("acme", "C-5", "2026-01-01");
    for (String step : List.of("reminder", "first notice", "call")) {
      event(CLERK, "C-5 " + step, taken("C-5", step));
    }
    service.send(CLERK, "POST", "/runs", "");
    String key = "{\"key\":\"standard/C-5/INV-C-5/final demand/1\"}";
    assertThat(service.get(READER, "/approvals").body()).contains("standard/C-5/INV-C-5/final");
    List<Integer> answers =
        statuses(
            List.of(
                () -> service.send(APPROVER, "POST", "/approvals/approve", key).statusCode(),
                () -> service.send(APPROVER, "POST", "/approvals/refuse", key).statusCode()));
    assertThat(answers).containsExactlyInAnyOrder(204, 409);
    String account = service.get(READER, "/customers/C-5").body();
    boolean approved = answers.get(0) == 204;
    assertThat(account).contains(approved ? "step-approved" : "step-refused");
    assertThat(account).doesNotContain(approved ? "step-refused" : "step-approved");
    assertThat(service.get(READER, "/deliveries").body().contains("C-5/INV-C-5/final demand"))
        .isEqualTo(approved);
    assertThat(service.get(READER, "/audit").body()).contains("approver of acme");
  }

  /** An agency takes no debt that nobody demanded, also once the day of the demand is long past. */
  @Test
  void aFinalDemandThatIsRefusedDoesNotLeadToTheAgency() {
    owes("acme", "C-11", "2025-12-05");
    for (String step : List.of("reminder", "first notice", "call")) {
      event(CLERK, "C-11 " + step, taken("C-11", step));
    }
    service.send(CLERK, "POST", "/runs", "");
    String key = "{\"key\":\"standard/C-11/INV-C-11/final demand/1\"}";
    assertThat(service.send(APPROVER, "POST", "/approvals/refuse", key).statusCode())
        .isEqualTo(204);
    String answers = "/approvals/answers?key=" + encoded("standard/C-11/INV-C-11/final demand/1");
    assertThat(service.get(READER, answers).body())
        .contains("\"customer\":\"C-11\"", "\"step\":\"final demand\"", "\"decision\":\"refused\"")
        .contains("\"by\":\"approver of acme\"")
        .doesNotContain("C-5");
    for (Role role : Role.values()) {
      assertThat(service.get(Service.token("bolt", role), answers).body()).isEqualTo("[]");
    }
    service.send(CLERK, "POST", "/runs", "");
    assertThat(service.get(READER, "/approvals").body()).doesNotContain("C-11");
    assertThat(service.get(READER, "/customers/C-11/explanation").body())
        .contains("agency: waits until final demand was taken");
  }

  @Test
  void aClerkCannotApproveByAnEvent() {
    String approval =
        """
        {"customer":"C-2","invoice":"INV-C-2",
         "event":{"type":"step-approved","date":"2026-03-02","step":"final demand"}}
        """;
    assertThat(event(CLERK, "k-approve", approval).statusCode()).isEqualTo(403);
    assertThat(service.get(READER, "/audit").body())
        .contains("POST /events: an approver decides this, at /approvals");
  }

  @Test
  void aClerkEntersOnlyStepsOfTheLadderThatNeedNoApproval() {
    owes("acme", "C-10", "2026-01-01");
    isProblem(
        event(CLERK, "k-taken", taken("C-10", "final demand")),
        403,
        "step \\\"final demand\\\" is taken when an approver approves it, at /approvals");
    isProblem(
        event(CLERK, "k-taken", taken("C-10", "letter")),
        422,
        "policy standard has no step \\\"letter\\\"; it has: reminder, first notice, call, final");
    assertThat(service.get(READER, "/customers/C-10").body()).doesNotContain("step-taken");
    assertThat(event(CLERK, "k-taken", taken("C-10", "call")).statusCode()).isEqualTo(201);
  }

  // What is refused: path, body, status, and a part of the reason.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /events | {}                                              | 400 | missing
          /events | {"customer":"C-1","event":{"type":"bribe"}}     | 400 | bribe
          /events | not json                                        | 400 | not JSON
          /events | {"customer":"C-1","customer":"C-2"}             | 400 | appears twice (line 1, column
          /events | {"customer":"C-1","event":                      | 400 | not JSON
          /events | `  `                                            | 400 | body is empty
          /events | [1]                                             | 400 | $: expected an object, found a list
          /events | {"customer":123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890} | 400 | number is too long
          /deliveries/done | {"key":"x","by":"y"}                   | 400 | $.by: no such property
          /deliveries/done | {"key":"x"} {}                         | 400 | not exactly one JSON value
          /deliveries/done | {"key":5}                              | 400 | $.key: expected a text
          /deliveries/done | {"kee":"x"}                            | 400 | $.kee: no such property
          /deliveries/done | {}                                     | 400 | is missing
          /deliveries/done | []                                     | 400 | $: expected an object
          /deliveries/done | not json                               | 400 | not JSON
          /customers/C-1/invoices | {"number":"N","amount":{"amount":"1.00","currency":"EUR"},"issued":"2026-01-10","due":"2025-02-09"} | 422 | due on 2025-02-09, before the invoice date
          /customers/C-1/invoices | {"number":"N","amount":{"amount":"1.00","currency":"EUR"},"issued":"2026-01-10","due":"20260-02-09"} | 400 | $.due
          /customers/C-1/invoices | {"number":"N","amount":{"amount":"1.00","currency":"EUR"},"issued":"2026-01-10","due":"2062-02-09"} | 422 | more than 10 years after
          /customers/none/invoices | {"number":"N","amount":{"amount":"1.00","currency":"EUR"},"issued":"2026-01-01","due":"2026-02-01"} | 404 | no such customer: none
          /customers/C-1/invoices | {"number":"INV-C-1","amount":{"amount":"1.00","currency":"EUR"},"issued":"2026-01-01","due":"2026-02-01"} | 409 | another invoice has this number
          /customers/C-1/invoices | {"number":"N","amount":{"amount":"x","currency":"EUR"},"issued":"2026-01-01","due":"2026-02-01"} | 400 | $.amount.amount
          /deliveries/done | {"key":""}                             | 400 | $.key: expected a text
          /deliveries/burn | {"key":"x"}                            | 404 | no such path: /deliveries/burn
          """)
  void refusalsAreProblemDetailsThatSayWhy(String path, String body, int status, String reason) {
    HttpResponse<String> answer = service.send(CLERK, "POST", path, body, KEY, "k-refused");
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(reason)
        .doesNotContain(
            "Exception", "SELECT", "dunning.", "tools.", "java.", "StreamRead", "token");
  }

  @Test
  void requestsForTwoCustomersThatRaceUnderOneKeyContradictEachOther() throws Exception {
    owes("acme", "C-6", "2026-02-25");
    owes("acme", "C-7", "2026-02-25");
    for (int i = 0; i < 10; i++) {
      String key = "two " + i;
      List<Callable<Integer>> all = new ArrayList<>();
      for (String customer : List.of("C-6", "C-7")) {
        all.add(() -> event(CLERK, key, payment(customer, "1.00")).statusCode());
      }
      assertThat(statuses(all)).containsExactlyInAnyOrder(201, 409);
    }
  }

  private static void isProblem(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void idsNumbersAndTextsThatCannotBeStoredAreRefused() {
    String path = "/customers/C-1/invoices";
    String nul = invoice("C-1", "2026-02-25").replace("INV-C-1", "N\\u0000");
    isProblem(service.send(CLERK, "POST", path, nul), 422, "NUL");
    String half = invoice("C-1", "2026-02-25").replace("INV-C-1", "N\\ud800");
    isProblem(service.send(CLERK, "POST", path, half), 422, "half a character");
    String number = invoice("C-1", "2026-02-25").replace("INV-C-1", "N".repeat(201));
    isProblem(service.send(CLERK, "POST", path, number), 422, "more than 200 characters");
    String id = "C".repeat(201);
    isProblem(
        service.send(CLERK, "PUT", "/customers/" + id, customer(id)),
        422,
        "more than 200 characters");
    isProblem(service.get(READER, "/letter?key=%00"), 422, "cannot be stored");
    isProblem(service.get(READER, "/customers/a;b"), 400, "not allowed");
  }

  @Test
  void anApproverMistypesABodyAsAClerkDoes() {
    isProblem(
        service.send(APPROVER, "POST", "/approvals/approve", "{\"key\":\"x\",\"note\":\"y\"}"),
        400,
        "$.note: no such property");
    isProblem(service.send(APPROVER, "POST", "/approvals/refuse", "no"), 400, "not JSON");
    isProblem(service.send(APPROVER, "POST", "/approvals/refuse", ""), 400, "body is missing");
  }

  // Ids as they stand in a path: what can be entered can be read, anything else is refused.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          C 1          | 204
          C-1..x       | 204
          ..C          | 204
          C.           | 204
          C&1=2+3      | 204
          C:1,2        | 204
          C'1"2        | 204
          M\u00fcller \u6771 | 204
          C?1#2        | 204
          C<1>@$!*()[] | 204
          C~{1}        | 204
          C/1          | 400
          C\\1        | 400
          C;1          | 400
          C%1          | 400
          C%2F1        | 400
          """)
  void whatCanBeEnteredCanBeReachedAndTheRestIsRefused(String id, int status) {
    String path = "/customers/" + encoded(id).replace("+", "%20");
    String body = customer(id.replace("\\", "\\\\").replace("\"", "\\\""));
    HttpResponse<String> entered = service.send(CLERK, "PUT", path, body);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(status);
    String number = "INV " + id.replace("\\", "").replace("\"", "");
    String invoice = invoice("C-1", "2026-02-25").replace("INV-C-1", number);
    int invoiced = service.send(CLERK, "POST", path + "/invoices", invoice).statusCode();
    assertThat(invoiced).isEqualTo(status == 204 ? 201 : 400);
    for (String part : List.of("", "/next", "/explanation")) {
      HttpResponse<String> read = service.get(READER, path + part);
      assertThat(read.statusCode()).as(part).isEqualTo(status == 204 ? 200 : 400);
      if (status == 400) {
        isProblem(read, 400, "Maybe the id of a customer has one of /");
      }
    }
  }

  @Test
  void dotsAloneAreNoId() {
    for (String id : List.of("%2E", "%2E%2E", "%2e%2e%2fC-1")) {
      isProblem(service.send(CLERK, "PUT", "/customers/" + id, customer("..")), 400, "is . or ..");
    }
  }

  @Test
  void longListsComeInPagesThatLeadToEachOther() {
    for (String each : List.of("P-1", "P-2", "P-3")) {
      owes("acme", each, "2026-02-25");
    }
    List<String> refused = List.of("R-1", "R-2", "R-3");
    List<String> waiting = new ArrayList<>(List.of("Q-1", "Q-2", "Q-3")); // for an approval
    waiting.addAll(refused);
    for (String each : waiting) {
      owes("acme", each, "2026-01-01");
      for (String step : List.of("reminder", "first notice", "call")) {
        event(CLERK, each + step, taken(each, step));
      }
    }
    service.send(CLERK, "POST", "/runs", "");
    for (String each : refused) {
      String key = "{\"key\":\"standard/%s/INV-%s/final demand/1\"}".formatted(each, each);
      assertThat(service.send(APPROVER, "POST", "/approvals/refuse", key).statusCode())
          .isEqualTo(204);
    }
    for (String list : List.of("/audit", "/deliveries", "/approvals", "/approvals/answers")) {
      String whole = service.get(READER, list).body();
      int size = new JsonMapper().readTree(whole).size();
      assertThat(size).isGreaterThan(2);
      List<String> pages = new ArrayList<>();
      String next = list + "?limit=2";
      while (!next.isEmpty()) {
        HttpResponse<String> page = service.get(READER, next);
        assertThat(page.statusCode()).as(next).isEqualTo(200);
        new JsonMapper().readTree(page.body()).forEach(e -> pages.add(e.toString()));
        next =
            page.headers()
                .firstValue("Link")
                .map(l -> l.replaceAll("^<(.*)>; rel=\"next\"$", "$1"))
                .orElse("");
      }
      List<String> all = new ArrayList<>();
      new JsonMapper().readTree(whole).forEach(e -> all.add(e.toString()));
      assertThat(pages).isEqualTo(all);
      isProblem(service.get(READER, list + "?limit=0"), 422, "limit is not between 1 and 1000: 0");
      isProblem(service.get(READER, list + "?limit=1001"), 422, "limit is not between");
      isProblem(service.get(READER, list + "?limit=x"), 400, "limit");
    }
    HttpResponse<String> dead =
        service.get(READER, "/deliveries?state=by%20hand,scheduled&limit=1");
    assertThat(dead.headers().firstValue("Link").orElse(""))
        .contains("state=by+hand%2Cscheduled", "limit=1", "after=20");
    isProblem(service.get(READER, "/deliveries?after=x"), 422, "no place in a list of actions: x");
    isProblem(service.get(READER, "/audit?before=x"), 400, "before");
    isProblem(service.get(READER, "/approvals/answers?before=x"), 400, "before");
    assertThat(
            service
                .get(READER, "/approvals/answers?limit=1&key=standard/R-1/INV-R-1/final%20demand/1")
                .headers()
                .firstValue("Link")
                .orElse(""))
        .contains("key=standard%2FR-1%2FINV-R-1%2Ffinal+demand%2F1");
    isProblem(service.get(READER, "/approvals?after=x"), 422, "no place in a list of steps: x");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin =
        payment("C-1", "1.00").replace("C-1", "M\u00fcller").getBytes(StandardCharsets.ISO_8859_1);
    isProblem(
        service.stream(CLERK, "/events", new ByteArrayInputStream(latin), KEY, "k-latin"),
        400,
        "not UTF-8");
  }

  @Test
  void datesThatAreSurelyMistypedAreRefused() {
    String early = payment("C-1", "1.00").replace("2026-03-01", "0001-03-01");
    isProblem(event(CLERK, "k-early", early), 422, "more than a year before its invoice");
    String late = payment("C-1", "1.00").replace("2026-03-01", "2999-03-01");
    isProblem(event(CLERK, "k-late", late), 422, "more than a year after today");
  }

  @Test
  void anAnswerInAnotherFormatIsRefused() {
    HttpResponse<String> answer =
        service.send(READER, "GET", "/customers/C-1", "", "Accept", "image/png");
    isProblem(answer, 406, "cceptable");
  }

  @Test
  void bodiesAreReadUpToALimit() {
    byte[] streamed = " ".repeat(1_500_000).getBytes(StandardCharsets.UTF_8);
    int status =
        service.stream(CLERK, "/events", new ByteArrayInputStream(streamed), KEY, "k-large")
            .statusCode();
    assertThat(status).isEqualTo(413);
    try {
      String large = "[" + " ".repeat(10_000_000) + "]";
      assertThat(event(CLERK, "k-large", large).statusCode()).isEqualTo(413);
    } catch (IllegalStateException e) {
      // the service may hang up on a client that goes on and on
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
    assertThat(service.get(READER, "/worklist").statusCode()).isEqualTo(200);
  }

  /** No filter reads a form before the token is known and the body is bounded. */
  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
  void aFormIsNotReadWithoutAToken(String method) {
    String form = "application/x-www-form-urlencoded";
    assertThat(service.send("", method, "/customers/C-1", "%zz", "Content-Type", form).statusCode())
        .isEqualTo(401);
    String large = "a=" + "b".repeat(1_500_000);
    assertThat(
            service.send(CLERK, method, "/customers/C-1", large, "Content-Type", form).statusCode())
        .isEqualTo(413);
  }

  // Texts that would end a statement, a line or a tag if they were pasted into one.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          C'); DROP TABLE dunning.event; --
          ../../etc/passwd
          <script>alert(1)</script>
          %00
          """)
  void textsStayTexts(String text) {
    String path = "/customers/" + encoded(text).replace("+", "%20");
    int read = service.get(READER, path).statusCode();
    assertThat(read).isBetween(400, 404);
    assertThat(service.get(READER, "/letter?key=" + encoded(text)).statusCode()).isEqualTo(404);
    assertThat(event(CLERK, text, payment("C-1", "1.00")).statusCode()).isIn(200, 201);
    assertThat(service.get(READER, "/customers/C-1").statusCode()).isEqualTo(200);
    assertThat(service.get(READER, "/customers/C-1").body()).doesNotContain("<script>");
  }

  // Texts in each place where a request has one: none becomes part of a statement or a header.
  @Test
  void textsThatWouldEndAStatementOrAHeaderAreStoredAsTheyAre() {
    String evil = "x\"; filename=evil.exe'); DELETE FROM dunning.account; --";
    String id = evil.replace("\"", "\\\"");
    owes("acme", "C-8", "2026-02-25");
    String named = customer("C-8").replace("Acme C-8", id);
    assertThat(service.send(CLERK, "PUT", "/customers/C-8", named).statusCode()).isEqualTo(204);
    String number = invoice("C-8", "2026-02-25").replace("INV-C-8", id);
    assertThat(service.send(CLERK, "POST", "/customers/C-8/invoices", number).statusCode())
        .isEqualTo(201);
    assertThat(service.send(CLERK, "POST", "/runs", "").statusCode()).isEqualTo(200);
    String key = "";
    for (JsonNode each : new JsonMapper().readTree(service.get(READER, "/deliveries").body())) {
      key = each.get("key").asString().contains("evil.exe") ? each.get("key").asString() : key;
    }
    HttpResponse<String> letter = service.get(READER, "/letter?key=" + encoded(key));
    assertThat(letter.statusCode()).isEqualTo(200);
    assertThat(letter.headers().firstValue("Content-Disposition").orElse(""))
        .matches("inline; filename=\"[A-Za-z0-9_-]+[.]pdf\"");
    isProblem(service.get(READER, "/deliveries?state=" + encoded(evil)), 422, "no such state");
    isProblem(service.get(evil.replace("\"", ""), "/worklist"), 401, "no token");
    assertThat(service.get(READER, "/customers/C-8").body()).contains("DELETE FROM");
    assertThat(service.get(READER, "/audit").body()).contains("DELETE FROM");
  }

  @Test
  void aBrowserReadsWithThePasswordAndWritesNothing() {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("anna:" + CLERK).getBytes(StandardCharsets.UTF_8));
    assertThat(service.send("", "GET", "/", "", "Authorization", basic).statusCode())
        .isEqualTo(200);
    assertThat(service.send("", "POST", "/runs", "", "Authorization", basic).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whatIsInTheAuditStaysThere() {
    for (String change :
        List.of("DELETE FROM %s", "UPDATE %s SET who = who", "TRUNCATE %s CASCADE")) {
      assertThatThrownBy(() -> service.database.execute(change.formatted("billing.audit")))
          .hasMessageContaining("rows of the audit are only added");
    }
  }

  @Test
  void whatWasRefusedIsInTheAudit() {
    service.send(READER, "POST", "/runs", "");
    assertThat(service.get(READER, "/audit").body())
        .contains("\"who\":\"reader of acme\"", "\"what\":\"POST /runs\"", "\"refused\"");
  }
}
