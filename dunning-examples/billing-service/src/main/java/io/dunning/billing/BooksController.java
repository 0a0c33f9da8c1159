package io.dunning.billing;

import static io.dunning.billing.ApiDescription.FORM;
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
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import io.dunning.spring.Books;
import io.dunning.spring.ConflictException;
import io.dunning.spring.UnknownAccountException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Customers, invoices and events, and what they come to. */
@Tag(name = "Books", description = "Customers, invoices and events, and what to do next")
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

  @Operation(
      summary = "Adds a customer, or changes what is known about one",
      description =
          "The id in the path and the id in the body have to be the same. Since it is part of "
              + "paths, it cannot contain / \\ % or ; and cannot be . or ..",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(ref = FORM + "Customer"))))
  @ApiResponse(responseCode = "204", description = "The customer is recorded as the body says")
  @PutMapping(path = "/customers/{id}", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> customer(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the customer's id") @PathVariable String id,
      @RequestBody byte[] body) {
    Customer customer = Body.read(body, Customer.class);
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

  @Operation(
      summary = "Adds an invoice",
      description = "An invoice is only added, never changed. Its number counts once per tenant.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(ref = FORM + "Invoice"))))
  @ApiResponse(responseCode = "201", description = "The invoice is new")
  @ApiResponse(responseCode = "200", description = "The same invoice was there already")
  @PostMapping(path = "/customers/{id}/invoices", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> invoice(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the customer's id") @PathVariable String id,
      @RequestBody byte[] body) {
    Invoice invoice = Body.read(body, Invoice.class);
    boolean added =
        audit.add(
            caller,
            "invoice " + invoice.number(),
            () -> books.add(caller.tenant(), id, invoice, caller.name()));
    return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  @Operation(
      summary = "Adds an event, such as a payment or a dispute",
      description =
          "Under one idempotency key an event counts once, so send it again if you got no answer. "
              + "A step that was taken elsewhere has to be one of the customer's policy that needs "
              + "no approval.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(ref = FORM + "Posting"))))
  @ApiResponse(responseCode = "201", description = "The event is new")
  @ApiResponse(responseCode = "200", description = "It was added under this key already")
  @PostMapping(path = "/events", consumes = APPLICATION_JSON_VALUE)
  ResponseEntity<Void> event(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "names this event, 1 to 200 characters") @RequestHeader(KEY)
          String key,
      @RequestBody byte[] body) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          KEY + " needs 1 to " + LONGEST_KEY + " characters: " + key.length());
    }
    Posting posting = Body.read(body, Posting.class);
    requireClerksEvent(posting.event());
    if (posting.event() instanceof StepEvent.StepTaken taken) {
      requireClerksStep(caller, posting, taken.step());
    }
    boolean added = audit.add(caller, "event " + posting, () -> add(caller, posting, key));
    return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  /** Keys of tenants are told from those under which the starter itself enters events. */
  private boolean add(Caller caller, Posting posting, String key) {
    LocalDate today = LocalDate.now(clock);
    try {
      return books.add(caller.tenant(), posting, today, caller.name(), "api " + key);
    } catch (ConflictException e) {
      throw new ConflictException(
          "something else was recorded under this idempotency key: " + key, e);
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

  /** A step that was taken elsewhere is one of the ladder, and none that waits for an approval. */
  private void requireClerksStep(Caller caller, Posting posting, String name) {
    Customer customer = find(caller, posting.customer()).customer();
    DunningPolicy policy =
        posting
            .invoice()
            .map(i -> policies.policyFor(customer, i))
            .orElseGet(() -> policies.policyFor(customer));
    List<EscalationStep> steps = policy.ladder().steps();
    EscalationStep step =
        steps.stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "policy "
                            + policy.name()
                            + " has no step \""
                            + name
                            + "\"; it has: "
                            + steps.stream()
                                .map(EscalationStep::name)
                                .collect(Collectors.joining(", "))));
    if (step.approvalNeeded()) {
      throw new AccessDeniedException(
          "step \"" + name + "\" is taken when an approver approves it, at /approvals");
    }
  }

  @Operation(
      summary = "Shows a customer with all invoices and events",
      description = "The account as the next decision will see it.")
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content = @Content(schema = @Schema(ref = FORM + "Account")))
  @GetMapping(path = "/customers/{id}", produces = APPLICATION_JSON_VALUE)
  String account(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the customer's id") @PathVariable String id) {
    return DunningJson.mapper().writeValueAsString(find(caller, id));
  }

  @Operation(
      summary = "Says what to do next about a customer, and when to look again",
      description = "Nothing is taken or sent. The reasons are part of the answer.")
  @ApiResponse(
      responseCode = "200",
      description = "A recommendation for each invoice, or for the account as a whole",
      content = @Content(schema = @Schema(ref = FORM + "AccountRecommendation")))
  @GetMapping(path = "/customers/{id}/next", produces = APPLICATION_JSON_VALUE)
  String next(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the customer's id") @PathVariable String id) {
    return DunningJson.mapper()
        .writeValueAsString(evaluator.evaluate(policies, find(caller, id), LocalDate.now(clock)));
  }

  @Operation(
      summary = "Says what to do next about a customer, and why, in words",
      description =
          "Tells the reasons, why other steps were left out, and what would change the answer.")
  @ApiResponse(
      responseCode = "200",
      description = "Plain text in English",
      content = @Content(schema = @Schema(type = "string")))
  @GetMapping(path = "/customers/{id}/explanation", produces = TEXT_PLAIN_VALUE)
  String explanation(
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
      @Parameter(description = "the customer's id") @PathVariable String id) {
    return evaluator.explain(policies, find(caller, id), LocalDate.now(clock)).stream()
        .map(e -> e.toString().strip() + "\n")
        .collect(Collectors.joining("\n"));
  }

  private Account find(Caller caller, String id) {
    return books.account(caller.tenant(), id).orElseThrow(() -> new UnknownAccountException(id));
  }
}
