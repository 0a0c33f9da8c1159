package io.dunning.billing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Posting;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.policy.PolicySet;
import io.dunning.spring.Books;
import io.dunning.spring.UnknownAccountException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Customers, invoices and events, and what they come to. */
@RestController
class BooksController {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  private final Books books;
  private final PolicySet policies;
  private final DunningEvaluator evaluator;
  private final Audit audit;
  private final Clock clock;

  BooksController(
      Books books, PolicySet policies, DunningEvaluator evaluator, Audit audit, Clock clock) {
    this.books = books;
    this.policies = policies;
    this.evaluator = evaluator;
    this.audit = audit;
    this.clock = clock;
  }

  @Operation(summary = "Adds a customer, or changes what is known about one")
  @PutMapping(path = "/customers/{id}", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> customer(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody byte[] body) {
    Customer customer = DunningJson.mapper().readValue(text(body), Customer.class);
    if (!customer.id().equals(id)) {
      throw new IllegalArgumentException("customer has another id than the path: " + customer.id());
    }
    audit.change(
        caller,
        "customer " + id,
        () -> {
          books.put(caller.tenant(), customer);
          return id;
        });
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "Adds an invoice; 201 if it is new, 200 if it was there already")
  @PostMapping(path = "/customers/{id}/invoices", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> invoice(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody byte[] body) {
    Invoice invoice = DunningJson.mapper().readValue(text(body), Invoice.class);
    boolean added =
        audit.change(
            caller,
            "invoice " + invoice.number(),
            () -> books.add(caller.tenant(), id, invoice, caller.name()));
    return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  @Operation(
      summary = "Adds an event; 201 if it is new, 200 if it was added under this key already")
  @PostMapping(path = "/events", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> event(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @RequestHeader(KEY) String key,
      @RequestBody byte[] body) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          KEY + " needs 1 to " + LONGEST_KEY + " characters: " + key.length());
    }
    Posting posting = DunningJson.mapper().readValue(text(body), Posting.class);
    requireClerksEvent(posting.event());
    LocalDate today = LocalDate.now(clock);
    boolean added =
        audit.change(
            caller,
            "event " + posting,
            () -> books.add(caller.tenant(), posting, today, caller.name(), "api " + key));
    return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  /** A body as text; bytes that are not UTF-8 are refused, not replaced. */
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "body is not UTF-8", e);
    }
  }

  /** Who enters events does not approve, and who approves does so at its own place. */
  private static void requireClerksEvent(LedgerEvent event) {
    if (event instanceof StepEvent.StepApproved
        || event instanceof StepEvent.StepRefused
        || event instanceof AgreementEvent.FurtherGranted) {
      throw new AccessDeniedException("an approver decides this, at /approvals");
    }
  }

  @Operation(summary = "A customer with all invoices and events")
  @GetMapping(path = "/customers/{id}", produces = APPLICATION_JSON_VALUE)
  String account(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return DunningJson.mapper().writeValueAsString(find(caller, id));
  }

  @Operation(summary = "What to do next about a customer, and when to look again")
  @GetMapping(path = "/customers/{id}/next", produces = APPLICATION_JSON_VALUE)
  String next(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return DunningJson.mapper()
        .writeValueAsString(evaluator.evaluate(policies, find(caller, id), LocalDate.now(clock)));
  }

  @Operation(summary = "What to do next about a customer, and why, in words")
  @GetMapping(path = "/customers/{id}/explanation", produces = TEXT_PLAIN_VALUE)
  String explanation(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return evaluator.explain(policies, find(caller, id), LocalDate.now(clock)).stream()
        .map(e -> e.toString().strip() + "\n")
        .collect(Collectors.joining("\n"));
  }

  private Account find(Caller caller, String id) {
    return books.account(caller.tenant(), id).orElseThrow(() -> new UnknownAccountException(id));
  }
}
