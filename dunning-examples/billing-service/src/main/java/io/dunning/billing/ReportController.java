package io.dunning.billing;

import static io.dunning.billing.ApiDescription.FORM;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_HTML_VALUE;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import io.dunning.reports.HtmlReport;
import io.dunning.reports.Report;
import io.dunning.reports.ReportSettings;
import io.dunning.spring.Books;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receivables as a page and by age. */
@Tag(name = "Report", description = "The receivables as a whole")
@RestController
class ReportController {
  private final Books books;
  private final PolicySet policies;
  private final DunningEvaluator evaluator;
  private final Clock clock;

  ReportController(Books books, PolicySet policies, DunningEvaluator evaluator, Clock clock) {
    this.books = books;
    this.policies = policies;
    this.evaluator = evaluator;
    this.clock = clock;
  }

  @Operation(
      summary = "Shows the receivables as one page",
      description =
          "For a browser: any name, and the token as the password. Needs no other file or server.")
  @ApiResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(schema = @Schema(type = "string")))
  @GetMapping(path = "/", produces = TEXT_HTML_VALUE)
  String page(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
    ReportSettings settings =
        ReportSettings.STANDARD
            .titled("Receivables of " + caller.tenant())
            .decidedBy(evaluator)
            .lookingAhead(1);
    StringWriter page = new StringWriter();
    HtmlReport.of(Report.of(accounts(caller), policies, LocalDate.now(clock), settings))
        .write(page);
    return page.toString();
  }

  @Operation(
      summary = "Adds up what is open, by age, customer and currency",
      description = "As of today, by days past due, in the bands that are usual.")
  @ApiResponse(
      responseCode = "200",
      description = "The aging report",
      content = @Content(schema = @Schema(ref = FORM + "AgingReport")))
  @GetMapping(path = "/aging", produces = APPLICATION_JSON_VALUE)
  String aging(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
    return DunningJson.mapper()
        .writeValueAsString(
            AgingReport.ofAccounts(AgingSchedule.STANDARD, LocalDate.now(clock), accounts(caller)));
  }

  private List<Account> accounts(Caller caller) {
    List<Account> all = new ArrayList<>();
    books.forEach(caller.tenant(), all::add);
    return all;
  }
}
