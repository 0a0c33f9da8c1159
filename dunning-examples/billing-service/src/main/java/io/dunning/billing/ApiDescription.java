package io.dunning.billing;

import io.dunning.spring.Approvals;
import io.dunning.spring.Deliveries;
import io.dunning.spring.RunFinished;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description of the API (OpenAPI 3.1). The forms of customers, invoices, events and answers
 * are those of {@code dunning-json}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  /** Begins the name of a form in an annotation. */
  static final String FORM = "#/components/schemas/";

  /** Answers that are no forms of {@code dunning-json}. */
  private static final Map<String, Class<? extends Record>> ANSWERS =
      Map.of(
          "Answer", Approvals.Answer.class,
          "AuditEntry", Audit.Entry.class,
          "Entry", Deliveries.Entry.class,
          "Question", Question.class,
          "RunFinished", RunFinished.class,
          "Worklist", WorkController.Worklist.class);

  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi() {
    SecurityScheme token =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description(
                "A token of one tenant and one role. Readers read. Clerks read and enter. "
                    + "Approvers read and approve.");
    Info info =
        new Info()
            .title("Billing service")
            .version("1")
            .description(
                "Enter customers, invoices and events, and ask what to do next about each debt, "
                    + "and why. A token opens the rows of its tenant and no others.");
    return new OpenAPI()
        .info(info)
        .components(new Components().addSecuritySchemes(TOKEN, token))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  /** Adds the forms that operations name, and to each operation that refusals are problems. */
  @Bean
  OpenApiCustomizer formsAndProblems() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      JsonForms.named("Customer", "Invoice", "Posting", "Account", "AccountRecommendation")
          .forEach(api.getComponents()::addSchemas);
      JsonForms.named("AgingReport").forEach(api.getComponents()::addSchemas);
      ANSWERS.forEach((name, type) -> api.getComponents().addSchemas(name, AnswerForms.of(type)));
      api.getPaths().values().stream()
          .flatMap(p -> p.readOperations().stream())
          .forEach(ApiDescription::refusals);
    };
  }

  /** The name of the component that describes a record. */
  static String name(Class<?> record) {
    return ANSWERS.entrySet().stream()
        .filter(e -> e.getValue() == record)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no component describes " + record));
  }

  private static Schema<?> problem() {
    return new Schema<>()
        .types(Set.of("object"))
        .description("Why a request was refused (RFC 9457)")
        .addProperty("title", text("The status in words"))
        .addProperty("status", new Schema<>().types(Set.of("integer")))
        .addProperty("detail", text("What is wrong, and what to do"))
        .addProperty("instance", text("The path of the request"));
  }

  private static Schema<?> text(String description) {
    return new Schema<>().types(Set.of("string")).description(description);
  }

  private static void refusals(Operation operation) {
    Content content =
        new Content()
            .addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref(FORM + PROBLEM)));
    operation
        .getResponses()
        .addApiResponse(
            "4XX",
            new ApiResponse()
                .description(
                    "Refused: 401 without a token, 403 with one that does not allow this, 404 if "
                        + "it is not there, 409 if it contradicts what is recorded, 400 or 422 if "
                        + "the request is not right")
                .content(content))
        .addApiResponse(
            "503",
            new ApiResponse()
                .description(
                    "The database is not available, somebody else is changing the same, or the "
                        + "service stops; Retry-After says in how many seconds to ask again")
                .content(content));
  }
}
