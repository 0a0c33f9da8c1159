package io.dunning.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that are markup, very long or turn around do nothing in the text of the page. */
class HostileTextTest {
  static Stream<String> names() {
    return Stream.of(
        "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>",
        "</script><script>window.hacked=1</script>",
        "<!--<script>",
        "\"><a href='https://evil.example'>pay here</a>",
        "' onmouseover='window.hacked=1",
        "\" autofocus onfocus=\"window.hacked=1",
        "]]><svg onload=window.hacked=1>",
        "A\u0000B\u0007C\u001b[31mD\u007fE\u0085F\u2028G",
        "\u202eGmbH evil\u202c \u2066x\u2069 \u200f",
        "شركة الشمال",
        "x".repeat(5_000),
        "wide ".repeat(1_000),
        "&lt;b&gt;&amp;",
        "=HYPERLINK(\"https://evil.example\")",
        "\ud800 lone surrogate");
  }

  @ParameterizedTest
  @MethodSource("names")
  void doNothing(String name) {
    StringWriter page = new StringWriter();
    HtmlReport.of(ReportFixture.report(ReportFixture.named(name))).write(page);
    String html = page.toString();
    String body = html.substring(html.indexOf("<body>"), html.lastIndexOf("<script>"));
    assertThat(body)
        .doesNotContain("<img", "<a href='", "<svg onload", "<!--", "hacked=1</script>")
        .doesNotContainPattern("<[a-z]+[^>\"]* on[a-z]+=")
        .doesNotContainPattern(
            "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u202a-\\u202e\\u2066-\\u2069\\u200f]");
    assertThat(body.split("<script", -1)).hasSize(2);
    assertThat(body.length()).isLessThan(60_000);
  }
}
