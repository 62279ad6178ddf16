package dev.kontor.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.kontor.model.ModelJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shipped log configuration, for people and for machines. */
final class LogFormatTest {

  private static String logged(String format) throws JoranException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    try {
      context.setMDCAdapter(new LogbackMDCAdapter());
      context.putProperty("KONTOR_LOG_FORMAT", format);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml")));
      context.getLogger("dev.kontor.Some").warn("poll of flow {} failed", "orders");
    } finally {
      context.stop();
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void machinesGetOneJsonObjectPerLine() throws JoranException {
    JsonNode line = ModelJson.parse(logged("json"));
    assertThat(line.path("level").asString()).isEqualTo("WARN");
    assertThat(line.path("loggerName").asString()).isEqualTo("dev.kontor.Some");
    assertThat(line.path("formattedMessage").asString()).isEqualTo("poll of flow orders failed");
    assertThat(line.path("timestamp").isNumber()).isTrue();
  }

  @Test
  void peopleGetALine() throws JoranException {
    assertThat(logged("text")).endsWith("WARN  Some poll of flow orders failed\n");
  }
}
