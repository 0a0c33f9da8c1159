package io.dunning.reports;

import io.dunning.policy.DunningPolicy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A report as one page for the browser, which needs no other file and asks nobody for anything. Its
 * policy of content lets nothing run but its own script. Immutable and thread-safe.
 */
public final class HtmlReport {
  private final Report report;
  private final Figures figures;

  private HtmlReport(Report report) {
    this.report = Objects.requireNonNull(report, "report");
    figures = Figures.in(report.settings().locale());
  }

  /**
   * {@return a report as a page}
   *
   * @param report the report
   */
  public static HtmlReport of(Report report) {
    return new HtmlReport(report);
  }

  /** {@return the style sheet that the pieces of a page need} */
  public static String stylesheet() {
    return resource("report.css");
  }

  /** {@return the script that makes a page lively; it finds its data by the id {@code data}} */
  public static String script() {
    return resource("report.js");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page into a file.
   *
   * @param file the file, which is replaced
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    try (Writer out = Files.newBufferedWriter(file)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page.
   *
   * @param out receives the page; it is flushed but not closed
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Writer out) {
    try {
      Writer page = new BufferedWriter(out, 1 << 16);
      page.write("<!DOCTYPE html>\n");
      page.write("<html lang=\"en\">\n<head>\n");
      page.write(head().toString());
      page.write("<style>" + stylesheet() + "</style>\n</head>\n<body>\n");
      page.write(body().toString());
      page.write("<script type=\"application/json\" id=\"data\">");
      new ReportData(report).write(page);
      page.write("</script>\n<script>" + script() + "</script>\n</body>\n</html>\n");
      page.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Markup head() {
    String content =
        "default-src 'none'; script-src "
            + hash(script())
            + "; style-src "
            + hash(stylesheet())
            + "; base-uri 'none'; form-action 'none'";
    return Markup.all(
        List.of(
            Markup.tag("meta").with("charset", "utf-8"),
            Markup.tag("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", content),
            Markup.tag("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Markup.tag("meta").with("name", "referrer").with("content", "no-referrer"),
            Markup.tag("title").text(Shown.line(title()))));
  }

  private String title() {
    return report.settings().title() + " on " + report.asOf();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Markup body() {
    Markup main = Markup.tag("main").with("id", "main");
    Markup links = Markup.tag("ul");
    for (ReportSection each : ReportSection.all(report, figures)) {
      links.add(
          Markup.tag("li").add(Markup.tag("a").with("href", "#" + each.id()).text(each.heading())));
      main.add(each.markup());
    }
    Markup nav = Markup.tag("nav").with("aria-label", "Sections").add(links);
    return Markup.all(List.of(header(), nav, main));
  }

  private Markup header() {
    String policies =
        report.policies().policies().stream()
            .map(DunningPolicy::name)
            .collect(Collectors.joining(", "));
    return Markup.tag("header")
        .add(
            Markup.tag("a").with("class", "skip").with("href", "#main").text("To the content"),
            Markup.tag("h1").text(Shown.line(title())),
            Markup.tag("p").with("class", "note").text("Decided by policy " + Shown.line(policies)),
            Markup.tag("button")
                .with("type", "button")
                .with("id", "theme")
                .with("hidden", "hidden")
                .text("Dark"));
  }
}
