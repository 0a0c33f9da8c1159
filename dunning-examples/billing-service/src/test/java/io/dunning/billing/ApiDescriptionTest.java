package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the service does. */
class ApiDescriptionTest {
  private static Service service;
  private static JsonNode api;

  @BeforeAll
  static void start() {
    service = new Service();
    api = new JsonMapper().readTree(service.get("", "/v3/api-docs").body());
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
    assertThat(operations()).hasSize(16);
    operations()
        .forEach(
            (name, each) -> {
              assertThat(each.path("summary").asString("")).describedAs(name).isNotEmpty();
              assertThat(each.path("description").asString("")).describedAs(name).isNotEmpty();
              assertThat(each.at("/responses/4XX/content/application~1problem+json/schema/$ref"))
                  .describedAs(name)
                  .hasToString("\"#/components/schemas/Problem\"");
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

  /** Two lists of entries, which have no property in common. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          get /audit       , who
          get /deliveries  , key
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
