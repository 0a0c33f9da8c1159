package io.dunning.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunning.reports.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the guide, of the studio whose address {@code -Dscreenshots.studio} is. */
@EnabledIfSystemProperty(named = "screenshots.studio", matches = ".+")
class ScreenshotsTest {
  private static final Path FOLDER = Path.of("../../docs/guide/images");
  private static final long LARGEST = 150_000;

  private Browser browser;

  @Test
  void takesThePicturesOfTheGuide() throws IOException {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    Files.createDirectories(FOLDER);
    try (Browser started = Browser.start()) {
      browser = started;
      browser.size(1280, 800);
      browser.prefers("light");
      browser.open(System.getProperty("screenshots.studio"));
      await("document.getElementById('problem-count').textContent.includes('No problem')");
      problem();
      finding();
      changes();
      ledger();
    }
  }

  private void problem() throws IOException {
    String whole = replace("14 days past due", "fourteen days");
    await("document.querySelector('#gutter .bad')");
    take("studio-problem.png");
    write(whole);
    await("document.getElementById('problem-count').textContent.includes('No problem')");
  }

  private void finding() throws IOException {
    // a final demand that the hand-over does not wait for
    String whole = replace("90 days past due", "46 days past due");
    replace("    requires: at least 14 days since final demand\n", "");
    choose("findings");
    await("document.querySelector('#findings .finding:not(.note) details summary')");
    await("!document.querySelector('#findings .progress')");
    browser.run("document.querySelector('#findings .finding:not(.note) details summary').click()");
    await("document.querySelector('#findings details[open] .story')");
    take("studio-finding.png");
    write(whole);
  }

  private void changes() throws IOException {
    String whole = replace("14 days past due", "10 days past due");
    choose("changes");
    await("document.querySelector('#changes .harsher summary')");
    browser.run("document.querySelector('#changes .harsher summary').click()");
    browser.prefers("dark");
    take("studio-changes.png");
    browser.prefers("light");
    write(whole);
  }

  private void ledger() throws IOException {
    choose("ledger");
    await("document.querySelector('#debts button.invoice')");
    browser.run("document.querySelector('#debts button.invoice').click()");
    await("document.querySelector('#why table')");
    browser.run("document.activeElement.blur()");
    take("studio-ledger.png");
  }

  private void choose(String tab) {
    browser.find("#tab-" + tab).click();
    browser.run("document.activeElement.blur()");
  }

  /** Replaces words of the text; gives the text as it was. */
  private String replace(String words, String others) {
    String old = (String) browser.run("return document.getElementById('text').value");
    assertThat(old).contains(words);
    write(old.replace(words, others));
    return old;
  }

  private void write(String text) {
    browser.run(
        "const t = document.getElementById('text'); t.value = arguments[0];"
            + "t.dispatchEvent(new Event('input', {bubbles: true}));",
        text);
  }

  private void await(String condition) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!Boolean.TRUE.equals(browser.run("return Boolean(" + condition + ")"))) {
      assertThat(System.nanoTime()).as("waited for " + condition).isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void take(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    browser.picture(file);
    assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
  }
}
