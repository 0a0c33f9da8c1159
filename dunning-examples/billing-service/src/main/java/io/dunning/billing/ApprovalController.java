package io.dunning.billing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.dunning.spring.ApprovalPlace;
import io.dunning.spring.Approvals;
import io.dunning.spring.DunningRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Steps that wait for a person, and what was decided about them. */
@Tag(name = "Work", description = "What waits for people, and the run")
@RestController
class ApprovalController {
  private final Approvals approvals;
  private final DunningRun run;
  private final Audit audit;

  ApprovalController(Approvals approvals, DunningRun run, Audit audit) {
    this.approvals = approvals;
    this.run = run;
    this.audit = audit;
  }

  @Operation(
      summary = "Lists the steps that wait for an approval",
      description =
          "Each with its key, who has to decide, and the reason why it is due; those that wait "
              + "longest first. A full page has the header Link, which leads to the next one.")
  @GetMapping(path = "/approvals", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Question>> approvals(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = Pages.LIMIT) @RequestParam(defaultValue = Pages.DEFAULT) int limit,
      @Parameter(description = Pages.AFTER) @RequestParam Optional<String> after) {
    return Pages.of(
        Question.of(approvals.page(caller.tenant(), after.map(ApprovalPlace::parse), limit)),
        limit,
        "/approvals",
        last -> Map.of("after", new ApprovalPlace(last.askedOn(), last.key()).toString()));
  }

  @Operation(
      summary = "Lists what was decided about steps, the latest first",
      description =
          "Who approved or refused which step, and when. A step that was asked about again has "
              + "several answers. A full page has the header Link, which leads to what was before "
              + "it.")
  @GetMapping(path = "/approvals/answers", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Approvals.Answer>> answers(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the key of a step; all steps without") @RequestParam
          Optional<String> key,
      @Parameter(description = Pages.LIMIT) @RequestParam(defaultValue = Pages.DEFAULT) int limit,
      @Parameter(description = "only what was before the answer of this id") @RequestParam
          Optional<Long> before) {
    return Pages.of(
        approvals.answers(caller.tenant(), key, before.orElse(Long.MAX_VALUE), limit),
        limit,
        "/approvals/answers",
        last -> {
          Map<String, String> next = new TreeMap<>(Map.of("before", String.valueOf(last.id())));
          key.ifPresent(k -> next.put("key", k));
          return next;
        });
  }

  @Operation(
      summary = "Approves a step, which is then taken, or refuses it",
      description = "Of two people who decide about the same step, the second gets 409.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Body.Named.class))))
  @ApiResponse(responseCode = "204", description = "Decided")
  @PostMapping(path = "/approvals/{decision:approve|refuse}", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> decide(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(
              description = "what is decided",
              schema = @Schema(allowableValues = {"approve", "refuse"}))
          @PathVariable
          String decision,
      @RequestBody byte[] step) {
    String key = Body.key(step);
    audit.change(
        caller,
        decision + " " + key,
        () -> {
          String customer =
              decision.equals("approve")
                  ? approvals.approve(caller.tenant(), key, caller.name())
                  : approvals.refuse(caller.tenant(), key, caller.name());
          run.look(caller.tenant(), customer);
          return key;
        });
    return ResponseEntity.noContent().build();
  }
}
