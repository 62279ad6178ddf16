package dev.kontor.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Exceptions are logged without what they quote. */
class DiscreetConsoleTest {

  private static String logged(Encoder<ILoggingEvent> encoder, Throwable problem) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    encoder.setContext(context);
    encoder.start();
    DiscreetConsole console = new DiscreetConsole();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    console.setOutputStream(written);
    Logger logger = context.getLogger("test");
    logger.setLevel(Level.TRACE);
    logger.addAppender(console);
    logger.error("work failed", problem);
    return written.toString(StandardCharsets.UTF_8);
  }

  private static PatternLayoutEncoder text() {
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setPattern("%msg%n%ex{8}");
    return text;
  }

  private static Throwable unreadable() {
    try {
      throw new IllegalStateException("the address is wrong", refused());
    } catch (IllegalStateException e) {
      e.addSuppressed(new NumberFormatException("For input string: \"Großkopf\""));
      return e;
    }
  }

  private static Throwable refused() {
    try {
      URI.create("http://shop/?email=anna großkopf@kunde.example");
      throw new AssertionError("a blank in an address");
    } catch (IllegalArgumentException e) {
      return e;
    }
  }

  @Test
  void neitherAsTextNorAsJson() {
    JsonEncoder json = new JsonEncoder();
    for (String log : new String[] {logged(text(), unreadable()), logged(json, unreadable())}) {
      assertThat(log)
          .contains("work failed", "the address is wrong", "IllegalArgumentException")
          .contains("DiscreetConsoleTest")
          .doesNotContainIgnoringCase("großkopf");
    }
  }
}
