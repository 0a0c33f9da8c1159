package io.dunning.billing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PDF_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.dunning.spring.ApprovalPlace;
import io.dunning.spring.Approvals;
import io.dunning.spring.Deliveries;
import io.dunning.spring.Delivery;
import io.dunning.spring.DeliveryPlace;
import io.dunning.spring.DeliveryState;
import io.dunning.spring.DunningRun;
import io.dunning.spring.LetterDesk;
import io.dunning.spring.RunFinished;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work of people: approvals, calls, dead letters; and the run. */
@Tag(name = "Work", description = "What waits for people, and the run")
@RestController
class WorkController {
  private final Approvals approvals;
  private final Deliveries deliveries;
  private final DunningRun run;
  private final ObjectProvider<LetterDesk> desk;
  private final Audit audit;
  private final RunTurns turns;

  WorkController(
      Approvals approvals,
      Deliveries deliveries,
      DunningRun run,
      ObjectProvider<LetterDesk> desk,
      Audit audit,
      RunTurns turns) {
    this.approvals = approvals;
    this.deliveries = deliveries;
    this.run = run;
    this.desk = desk;
    this.audit = audit;
    this.turns = turns;
  }

  /** A step that waits for a person, and why it is due. */
  record Question(
      String key,
      String customer,
      String step,
      List<String> invoices,
      List<String> overdue,
      String reason,
      String approver,
      LocalDate askedOn) {}

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
        questions(approvals.waiting(caller.tenant())),
        deliveries.list(caller.tenant(), DeliveryState.BY_HAND),
        deliveries.list(caller.tenant(), DeliveryState.DEAD, DeliveryState.IN_DOUBT));
  }

  @Operation(
      summary = "Lists the steps that wait for an approval",
      description =
          "Each with its key, who has to decide, and the reason why it is due; those that wait "
              + "longest first. A full page has the header Link, which leads to the next one.")
  @GetMapping(path = "/approvals", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Question>> approvals(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "how many at most, 1 to 1,000")
          @RequestParam(defaultValue = Pages.DEFAULT)
          int limit,
      @Parameter(description = "where the page before ended, as its link says") @RequestParam
          Optional<String> after) {
    return Pages.of(
        questions(approvals.page(caller.tenant(), after.map(ApprovalPlace::parse), limit)),
        limit,
        "/approvals",
        last -> Map.of("after", new ApprovalPlace(last.askedOn(), last.key()).toString()));
  }

  private static List<Question> questions(List<Approvals.Waiting> waiting) {
    return waiting.stream()
        .map(
            w ->
                new Question(
                    w.key(),
                    w.recommendation().subject().customer(),
                    w.recommendation().step().orElseThrow(),
                    w.recommendation().invoices(),
                    w.recommendation().overdue().stream().map(Object::toString).toList(),
                    w.recommendation().reason().toString(),
                    w.approver(),
                    w.askedOn()))
        .toList();
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

  @Operation(
      summary = "Lists actions, and how far they have come",
      description =
          "Those that changed longest ago first. A full page has the header Link, which leads to "
              + "the next one; an action that changes meanwhile moves to the end.")
  @GetMapping(path = "/deliveries", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Deliveries.Entry>> deliveries(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "states, with commas between them; all without") @RequestParam
          Optional<String> state,
      @Parameter(description = "how many at most, 1 to 1,000")
          @RequestParam(defaultValue = Pages.DEFAULT)
          int limit,
      @Parameter(description = "where the page before ended, as its link says") @RequestParam
          Optional<String> after) {
    DeliveryState[] states =
        state.stream()
            .flatMap(s -> Arrays.stream(s.split(",", -1)))
            .map(DeliveryState::parse)
            .toArray(DeliveryState[]::new);
    List<Deliveries.Entry> page =
        deliveries.page(caller.tenant(), after.map(DeliveryPlace::parse), limit, states);
    return Pages.of(
        page,
        limit,
        "/deliveries",
        last -> {
          Map<String, String> next = new TreeMap<>(Map.of("after", last.place().toString()));
          state.ifPresent(s -> next.put("state", s));
          return next;
        });
  }

  @Operation(
      summary = "Sends an action again, notes that it is done, or gives it up",
      description =
          "Only an action that failed, that is in doubt, or that a person does. An action that a "
              + "person does can be sent if there is a sender for it by now. Once all actions of a "
              + "step are given up, the ladder takes the step again.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Body.Named.class))))
  @ApiResponse(responseCode = "204", description = "Noted")
  @PostMapping(path = "/deliveries/{what:retry|done|give-up}", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> deliver(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(
              description = "what is to become of it",
              schema = @Schema(allowableValues = {"retry", "done", "give-up"}))
          @PathVariable
          String what,
      @RequestBody byte[] action) {
    String key = Body.key(action);
    audit.change(
        caller,
        what + " " + key,
        () -> {
          switch (what) {
            case "retry" -> deliveries.retry(caller.tenant(), key, caller.name());
            case "done" -> deliveries.done(caller.tenant(), key, caller.name());
            default -> deliveries.giveUp(caller.tenant(), key, caller.name());
          }
          return key;
        });
    return ResponseEntity.noContent().build();
  }

  @Operation(
      summary = "Shows the letter of an action, as a PDF file",
      description = "About the account as it was when the step was decided.")
  @ApiResponse(
      responseCode = "200",
      description = "The letter",
      content =
          @Content(
              mediaType = APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/letter", produces = APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> letter(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the key of the action") @RequestParam String key) {
    Delivery delivery =
        deliveries
            .delivery(caller.tenant(), key)
            .orElseThrow(() -> new Problems.NotFoundException("no such action"));
    LetterDesk writes = desk.getIfAvailable();
    if (writes == null || !writes.isWritten(delivery)) {
      throw new Problems.NotFoundException("action has no letter");
    }
    ContentDisposition file =
        ContentDisposition.inline()
            .filename(key.replaceAll("[^A-Za-z0-9-]+", "_") + ".pdf")
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(writes.pdf(delivery));
  }

  @Operation(
      summary = "Runs over the accounts that are due",
      description =
          "Starts a run now and answers when it is finished. Runs also start by themselves at the "
              + "set times. One run of a tenant can be asked for at a time.")
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
        caller.tenant(),
        () -> {
          RunFinished done = run.run(caller.tenant());
          return audit.change(caller, "run", () -> done);
        });
  }

  @Operation(
      summary = "Lists who did what, the latest first",
      description =
          "What was refused is among it. A full page has the header Link, which leads to what was "
              + "before it.")
  @GetMapping(path = "/audit", produces = APPLICATION_JSON_VALUE)
  ResponseEntity<List<Audit.Entry>> audit(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "how many at most, 1 to 1,000")
          @RequestParam(defaultValue = Pages.DEFAULT)
          int limit,
      @Parameter(description = "only what was before the entry of this id") @RequestParam
          Optional<Long> before) {
    return Pages.of(
        audit.latest(caller.tenant(), before.orElse(Long.MAX_VALUE), limit),
        limit,
        "/audit",
        last -> Map.of("before", String.valueOf(last.id())));
  }
}
