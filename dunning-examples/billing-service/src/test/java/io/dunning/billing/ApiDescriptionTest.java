package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API says what the service does. */
class ApiDescriptionTest {
  private static final String CLERK = Service.token("acme", Role.CLERK);

  private static Service service;
  private static JsonNode api;

  @BeforeAll
  static void start() {
    service = new Service();
    owes("C-1", "2026-01-20", "reminder", "first notice"); // a call, by hand
    owes("C-2", "2026-01-01", "reminder", "first notice", "call"); // an approval
    owes("C-3", "2026-02-25"); // a letter that nobody sends here
    owes("C-4", "2026-01-01", "reminder", "first notice", "call"); // an answer
    enter("POST", "/runs", "");
    service.send(
        Service.token("acme", Role.APPROVER),
        "POST",
        "/approvals/refuse",
        "{\"key\":\"standard/C-4/INV-C-4/final demand/1\"}");
    assertThat(service.get(CLERK, "/worklist").body())
        .contains("\"state\":\"by hand\"", "\"approver\"");
    api = new JsonMapper().readTree(service.get("", "/v3/api-docs").body());
  }

  private static void owes(String customer, String due, String... taken) {
    String path = "/customers/" + customer;
    enter("PUT", path, "{\"id\":\"%s\",\"name\":\"Acme\",\"country\":\"GB\"}".formatted(customer));
    String invoice =
        """
        {"number":"INV-%s","amount":{"amount":"600.00","currency":"EUR"},
         "issued":"2025-12-01","due":"%s"}
        """;
    enter("POST", path + "/invoices", invoice.formatted(customer, due));
    for (String step : taken) {
      String event =
          """
          {"customer":"%s","invoice":"INV-%s","event":
           {"type":"step-taken","date":"2026-02-01","step":"%s","channel":"letter"}}
          """;
      enter("POST", "/events", event.formatted(customer, customer, step));
    }
  }

  private static void enter(String method, String path, String body) {
    int status =
        service
            .send(CLERK, method, path, body, "Idempotency-Key", "k-" + body.hashCode())
            .statusCode();
    assertThat(status).as(path).isBetween(200, 204);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Each operation, by method and path. */
  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> all = new TreeMap<>();
    api.get("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry((method, each) -> all.put(method + " " + path, each)));
    return all;
  }

  @Test
  void hasATitleAndAsksForATokenEverywhere() {
    assertThat(api.at("/openapi").asString()).startsWith("3.1");
    assertThat(api.at("/info/title").asString()).isEqualTo("Billing service");
    assertThat(api.at("/info/description").asString()).isNotEmpty();
    assertThat(api.at("/components/securitySchemes/token/type").asString()).isEqualTo("http");
    assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/security/0/token").isArray()).isTrue();
    operations()
        .forEach((name, each) -> assertThat(each.has("security")).describedAs(name).isFalse());
  }

  @Test
  void everyOperationIsDescribedWithItsAnswersAndRefusals() {
    assertThat(operations()).hasSize(17);
    operations()
        .forEach(
            (name, each) -> {
              assertThat(each.path("summary").asString("")).describedAs(name).isNotEmpty();
              assertThat(each.path("description").asString("")).describedAs(name).isNotEmpty();
              assertThat(each.at("/responses/4XX/content/application~1problem+json/schema/$ref"))
                  .describedAs(name)
                  .hasToString("\"#/components/schemas/Problem\"");
              assertThat(each.at("/responses/503/content").has("application/problem+json"))
                  .describedAs(name)
                  .isTrue();
              each.get("responses")
                  .forEachEntry(
                      (status, answer) ->
                          assertThat(answer.path("description").asString(""))
                              .describedAs(name + " " + status)
                              .isNotEmpty());
              each.path("parameters")
                  .forEach(
                      p ->
                          assertThat(p.path("description").asString(""))
                              .describedAs(name + " " + p.get("name"))
                              .isNotEmpty());
            });
  }

  @Test
  void aRunThatCannotBeMadeNowIsDescribed() {
    JsonNode tooMany = operations().get("post /runs").at("/responses/429");
    assertThat(tooMany.at("/headers/Retry-After/schema/type").asString()).isEqualTo("integer");
    assertThat(tooMany.at("/content/application~1problem+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Problem");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          put /customers/{id}                 , Customer
          post /customers/{id}/invoices       , Invoice
          post /events                        , Posting
          post /approvals/{decision}          , Named
          post /deliveries/{what}             , Named
          """)
  void bodiesHaveTheirForm(String operation, String form) {
    JsonNode body = operations().get(operation).get("requestBody");
    assertThat(body.at("/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/" + form);
    assertThat(body.get("content").size()).isOne();
    assertThat(body.get("required").asBoolean()).isTrue();
    assertThat(api.at("/components/schemas/" + form + "/properties").size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          get /customers/{id}       , 200, Account
          get /customers/{id}/next  , 200, AccountRecommendation
          get /aging                , 200, AgingReport
          get /worklist             , 200, Worklist
          post /runs                , 200, RunFinished
          """)
  void answersHaveTheirForm(String operation, String status, String form) {
    JsonNode answer = operations().get(operation).at("/responses/" + status);
    assertThat(answer.at("/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/" + form);
  }

  // Each answer in JSON is as the description says, also where lists are long or empty.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          get /customers/{id}      , /customers/C-1
          get /customers/{id}/next , /customers/C-1/next
          get /aging               , /aging
          get /worklist            , /worklist
          get /approvals           , /approvals
          get /approvals/answers   , /approvals/answers
          get /deliveries          , /deliveries
          get /audit               , /audit
          post /runs               , /runs
          """)
  void answersAreAsTheDescriptionSays(String operation, String path) {
    String method = operation.split(" ")[0].toUpperCase(Locale.ROOT);
    for (String tenant : Service.TENANTS) {
      HttpResponse<String> answer =
          service.send(Service.token(tenant, Role.CLERK), method, path, "");
      if (tenant.equals("acme")) {
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      String described =
          answer.statusCode() == 200
              ? "/responses/200/content/application~1json/schema"
              : "/responses/4XX/content/application~1problem+json/schema";
      assertThat(faults(operations().get(operation).at(described), answer.body())).isEmpty();
    }
  }

  /** What a text has that its schema does not allow. */
  private static List<String> faults(JsonNode schema, String text) {
    ObjectNode whole = ((ObjectNode) schema).deepCopy();
    assertThat(whole.isEmpty()).isFalse();
    whole.set("components", api.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON)
        .validate(text, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void aFaultInAnAnswerIsFound() {
    JsonNode schema = operations().get("get /worklist").at("/responses/200/content");
    JsonNode worklist = schema.get("application/json").get("schema");
    String entry =
        "{\"key\":\"k\",\"document\":\"d\",\"customer\":\"c\",\"action\":\"a\",\"channel\":null,"
            + "\"state\":\"by hand\",\"attempts\":0,\"problem\":null,\"receipt\":null,"
            + "\"changedAt\":\"2026-03-02T09:00:00Z\"}";
    String whole = "{\"approvals\":[],\"byHand\":[" + entry + "],\"failed\":[]}";
    assertThat(faults(worklist, whole)).isEmpty();
    assertThat(faults(worklist, whole.replace("by hand", "BY_HAND"))).hasSize(1);
    assertThat(faults(worklist, whole.replace(",\"receipt\":null", ""))).hasSize(1);
    assertThat(faults(worklist, whole.replace("\"k\"", "null"))).hasSize(1);
    assertThat(faults(worklist, whole.replace("\"failed\":[]", "\"failed\":[],\"more\":1")))
        .hasSize(1);
  }

  @Test
  void aLetterIsAFileAndABodyHasAKey() {
    JsonNode letter = operations().get("get /letter").at("/responses/200/content");
    assertThat(letter.propertyNames()).containsExactly("application/pdf");
    assertThat(letter.at("/application~1pdf/schema").toString())
        .isEqualTo("{\"type\":\"string\",\"format\":\"binary\"}");
    JsonNode named = api.at("/components/schemas/Named");
    assertThat(named.get("required").toString()).isEqualTo("[\"key\"]");
    assertThat(named.get("additionalProperties").asBoolean()).isFalse();
  }

  /** Two lists of entries, which have no property in common. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          get /audit       , who
          get /deliveries  , key
          get /approvals/answers, decision
          """)
  void listsHaveEntriesOfTheirOwn(String operation, String property) {
    JsonNode answer = operations().get(operation).at("/responses/200/content");
    String form = answer.findValue("items").get("$ref").asString();
    assertThat(api.at(form.substring(1)).get("properties").has(property)).as(form).isTrue();
  }

  @Test
  void everyReferenceLeadsToAComponent() {
    List<String> references = new ArrayList<>();
    collect(api, references);
    assertThat(references).hasSizeGreaterThan(100);
    for (String each : references) {
      assertThat(api.at(each.substring(1)).isMissingNode()).describedAs(each).isFalse();
    }
  }

  private static void collect(JsonNode node, List<String> references) {
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isString()) {
      assertThat(reference.asString()).startsWith("#/components/");
      references.add(reference.asString());
    }
    node.forEach(each -> collect(each, references));
  }

  @Test
  void formsKeepTheirConstantsAndRequiredKeys() {
    assertThat(api.at("/components/schemas/Invoice/required").toString())
        .contains("\"number\"", "\"amount\"", "\"due\"");
    assertThat(api.at("/components/schemas/Customer.Kind/enum").toString())
        .isEqualTo("[\"business\",\"sole-trader\",\"consumer\"]");
    for (String each : new String[] {"approvals/{decision}", "deliveries/{what}"}) {
      JsonNode values = operations().get("post /" + each).at("/parameters/0/schema/enum");
      assertThat(values.size()).describedAs(each).isEqualTo(each.startsWith("a") ? 2 : 3);
    }
    assertThat(api.toString()).doesNotContain("$defs", ".json\"", "\"Caller\"");
  }
}
