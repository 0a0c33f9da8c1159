package io.dunning.billing;

import io.dunning.json.InvalidJsonException;
import io.dunning.spring.ConflictException;
import io.dunning.spring.UnknownAccountException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Says of everything that is refused what is wrong, as problem details (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Audit audit;

  Problems(Audit audit) {
    this.audit = audit;
  }

  static void write(HttpServletResponse response, int status, String detail) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(text(status, detail));
  }

  /** A problem as JSON. */
  static String text(int status, String detail) {
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    return JSON.writeValueAsString(
        new TreeMap<>(Map.of("title", title, "status", status, "detail", detail)));
  }

  /** An answer whose form is set, so that it does not depend on what the client accepts. */
  private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof BodyLimit.TooLargeException large) {
        return tooLarge(large);
      }
      if (each instanceof BodyLimit.TooSlowException slow) {
        return tooSlow(slow);
      }
    }
    String detail = fault.getCause() == null ? "body is missing" : "body cannot be read";
    return problem(HttpStatus.BAD_REQUEST, detail);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyLimit.TooLargeException fault) {
    return problem(HttpStatus.valueOf(413), fault.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> tooSlow(BodyLimit.TooSlowException fault) {
    return problem(HttpStatus.REQUEST_TIMEOUT, fault.getMessage());
  }

  /** What the parser says is about its own classes and settings, and helps no client. */
  @ExceptionHandler
  ResponseEntity<Object> json(JacksonException fault) {
    TokenStreamLocation at = fault.getLocation();
    String where =
        at == null || at.getLineNr() < 1
            ? ""
            : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    String detail = "not JSON, or a property appears twice" + where;
    if (fault instanceof StreamConstraintsException
        || fault.getCause() instanceof StreamConstraintsException) {
      detail = "a text, name or number is too long, or values nest too deep" + where;
    } else if (fault instanceof InvalidJsonException) {
      detail = fault.getMessage();
    } else if (fault instanceof DatabindException) {
      detail = "not exactly one JSON value" + where;
    }
    return problem(HttpStatus.BAD_REQUEST, detail);
  }

  @Override
  protected ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problem(HttpStatus.NOT_FOUND, "no such path: /" + fault.getResourcePath());
  }

  @ExceptionHandler
  ResponseEntity<Object> unknown(UnknownAccountException fault) {
    return problem(HttpStatus.NOT_FOUND, fault.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> notFound(NotFoundException fault) {
    return problem(HttpStatus.NOT_FOUND, fault.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> conflict(ConflictException fault) {
    return problem(HttpStatus.CONFLICT, fault.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(AccessDeniedException fault, HttpServletRequest request) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Caller caller) {
      audit.refused(
          caller, request.getMethod() + " " + request.getRequestURI() + ": " + fault.getMessage());
    }
    return problem(HttpStatus.FORBIDDEN, fault.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrong(IllegalArgumentException fault) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, fault.getMessage());
  }

  /** A key or an id of a request has a character that PostgreSQL does not store, such as NUL. */
  @ExceptionHandler
  ResponseEntity<Object> unstorable(DataIntegrityViolationException fault) {
    if (fault.getMostSpecificCause() instanceof SQLException sql
        && String.valueOf(sql.getSQLState()).startsWith("22")) {
      return problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "a text has a character that cannot be stored");
    }
    return problem(HttpStatus.CONFLICT, "request contradicts what is stored");
  }

  /** A header that the firewall of Spring Security refuses when it is read. */
  @ExceptionHandler
  ResponseEntity<Object> header(RequestRejectedException fault) {
    return problem(HttpStatus.BAD_REQUEST, SecurityConfiguration.NOT_ALLOWED);
  }

  /** Tomcat cannot decode a parameter, because a % is not followed by two digits or is no UTF-8. */
  @ExceptionHandler
  ResponseEntity<Object> parameter(InvalidParameterException fault) {
    return problem(HttpStatus.BAD_REQUEST, "a parameter of the query cannot be decoded");
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(Unavailable.BusyException fault) {
    return unavailable(fault);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooMany(RunTurns.TooManyRunsException fault) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, fault.getMessage()));
  }

  private static ResponseEntity<Object> unavailable(Throwable fault) {
    LOG.warn("request refused for now: {}", Unavailable.cause(fault));
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER)
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, Unavailable.detail(fault)));
  }

  /** The same, where no controller was asked. */
  static void writeUnavailable(HttpServletResponse response, Throwable fault) throws IOException {
    LOG.warn("request refused for now: {}", Unavailable.cause(fault));
    response.setHeader(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER);
    write(response, HttpStatus.SERVICE_UNAVAILABLE.value(), Unavailable.detail(fault));
  }

  /** What nobody thought of: the log says what it was, the answer does not. */
  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception fault) {
    if (Unavailable.is(fault)) {
      return unavailable(fault);
    }
    LOG.error("request failed", fault);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "request failed; the log says why");
  }

  /** There is no such thing. */
  static final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
      super(message);
    }
  }
}
