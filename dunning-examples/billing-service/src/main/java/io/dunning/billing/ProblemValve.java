package io.dunning.billing;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with problem details where Tomcat itself refuses a request, such as one with a path that
 * is no path, and where a refusal has no body. Tomcat would answer with a page, or nothing.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
  private static final int LOWEST_ERROR = 400;
  private static final int NOT_FOUND = 404;

  /** Made by Tomcat. */
  public ProblemValve() {}

  @Override
  protected void report(Request request, Response response, Throwable fault) {
    int status = response.getStatus();
    if (status < LOWEST_ERROR || response.getContentWritten() > 0 || response.isCommitted()) {
      return;
    }
    response.setErrorReported();
    try {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding("UTF-8");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(Problems.text(status, detail(status, request)));
        response.finishResponse();
      }
    } catch (IOException e) {
      LOG.debug("client is gone before it was told {}", status, e);
    }
  }

  /** Tomcat takes no encoded slash in a path, and does not say so. */
  private static String detail(int status, Request request) {
    String path = String.valueOf(request.getRequestURI()).toLowerCase(Locale.ROOT);
    if (status == NOT_FOUND) {
      return "no such path";
    }
    return path.contains("%2f") || path.contains("%5c")
        ? SecurityConfiguration.NOT_ALLOWED
        : "request is not one that the service understands";
  }
}
