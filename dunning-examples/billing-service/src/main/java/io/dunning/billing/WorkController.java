package io.dunning.billing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.dunning.spring.Approvals;
import io.dunning.spring.Deliveries;
import io.dunning.spring.DeliveryState;
import io.dunning.spring.DunningRun;
import io.dunning.spring.RunFinished;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for people, the run, and who did what. */
@Tag(name = "Work", description = "What waits for people, and the run")
@RestController
class WorkController {
  private final Approvals approvals;
  private final Deliveries deliveries;
  private final DunningRun run;
  private final Audit audit;
  private final RunTurns turns;

  WorkController(
      Approvals approvals, Deliveries deliveries, DunningRun run, Audit audit, RunTurns turns) {
    this.approvals = approvals;
    this.deliveries = deliveries;
    this.run = run;
    this.audit = audit;
    this.turns = turns;
  }

  /** What waits for a person. */
  record Worklist(
      List<Question> approvals, List<Deliveries.Entry> byHand, List<Deliveries.Entry> failed) {}

  @Operation(
      summary = "Lists what waits for a person",
      description =
          "Steps that need an approval, actions to be done by hand such as calls, and actions that "
              + "failed or of which nobody knows whether they were done; up to 1,000 each.")
  @GetMapping(path = "/worklist", produces = APPLICATION_JSON_VALUE)
  Worklist worklist(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
    return new Worklist(
        Question.of(approvals.waiting(caller.tenant())),
        deliveries.list(caller.tenant(), DeliveryState.BY_HAND),
        deliveries.list(caller.tenant(), DeliveryState.DEAD, DeliveryState.IN_DOUBT));
  }

  @Operation(
      summary = "Runs over the accounts that are due",
      description =
          "Starts a run now and answers when it is finished. Runs also start by themselves at the "
              + "set times. One run of a tenant can be asked for at a time. If the service stops "
              + "meanwhile, the run ends with its batch, and 503 says what it has done.")
  @ApiResponse(responseCode = "200", description = "What was done")
  @ApiResponse(
      responseCode = "429",
      description = "A run of the tenant is under way, or as many of others as may be at once",
      headers =
          @Header(
              name = HttpHeaders.RETRY_AFTER,
              description = "in how many seconds to ask again",
              schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(ref = ApiDescription.FORM + "Problem")))
  @PostMapping(path = "/runs", produces = APPLICATION_JSON_VALUE)
  RunFinished run(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
    return turns.take(
        caller.tenant(), () -> audit.work(caller, "run", () -> run.run(caller.tenant())));
  }

  @Operation(
      summary = "Lists who did what, the latest first",
      description =
          "What was refused is among it. A full page has the header Link, which leads to what was "
              + "before it.")
  @GetMapping(path = "/audit", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Audit.Entry>> audit(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = Pages.LIMIT) @RequestParam(defaultValue = Pages.DEFAULT) int limit,
      @Parameter(description = "only what was before the entry of this id") @RequestParam
          Optional<Long> before) {
    return Pages.of(
        audit.latest(caller.tenant(), before.orElse(Long.MAX_VALUE), limit),
        limit,
        "/audit",
        last -> Map.of("before", String.valueOf(last.id())));
  }
}
