package io.dunning.billing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PDF_VALUE;

import io.dunning.spring.Deliveries;
import io.dunning.spring.Delivery;
import io.dunning.spring.DeliveryPlace;
import io.dunning.spring.DeliveryState;
import io.dunning.spring.LetterDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The actions of steps, their letters, and what a person does about them. */
@Tag(name = "Work", description = "What waits for people, and the run")
@RestController
class DeliveryController {
  private final Deliveries deliveries;
  private final ObjectProvider<LetterDesk> desk;
  private final Audit audit;

  DeliveryController(Deliveries deliveries, ObjectProvider<LetterDesk> desk, Audit audit) {
    this.deliveries = deliveries;
    this.desk = desk;
    this.audit = audit;
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
      @Parameter(description = Pages.LIMIT) @RequestParam(defaultValue = Pages.DEFAULT) int limit,
      @Parameter(description = Pages.AFTER) @RequestParam Optional<String> after) {
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
              + "step are given up, the ladder takes the step again. An action that is sent again "
              + "waits for an hour at which the customer may be contacted.",
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
}
