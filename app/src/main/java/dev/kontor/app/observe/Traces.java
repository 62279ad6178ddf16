package dev.kontor.app.observe;

import dev.kontor.engine.observe.Watch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** OpenTelemetry spans: one per round of work, with its messages, and below it one per call. */
final class Traces implements AutoCloseable {

  private static final AttributeKey<List<Long>> MESSAGES =
      AttributeKey.longArrayKey("kontor.message.ids");
  private static final AttributeKey<Long> MESSAGE = AttributeKey.longKey("kontor.message.id");

  /** Any of these switches traces on. */
  private static final Set<String> SWITCHES =
      Set.of(
          "OTEL_TRACES_EXPORTER",
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

  private final Tracer tracer;
  private final Runnable close;

  private Traces(OpenTelemetry telemetry, Runnable close) {
    this.tracer = telemetry.getTracer("dev.kontor");
    this.close = close;
  }

  /** A span that has begun on this thread. */
  record Open(Span span, Scope scope) {

    /**
     * @param result empty for none
     */
    void end(String result) {
      if (!result.isEmpty()) {
        span.setAttribute("kontor.result", result);
      }
      scope.close();
      span.end();
    }
  }

  static Traces of(Map<String, String> environment) {
    if (SWITCHES.stream().noneMatch(environment::containsKey)) {
      return new Traces(OpenTelemetry.noop(), () -> {});
    }
    var sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(() -> properties(environment))
            .build()
            .getOpenTelemetrySdk();
    return new Traces(sdk, sdk::close);
  }

  /** Metrics are asked for, and logs are written, so traces are all that is exported. */
  private static Map<String, String> properties(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.service.name", "kontor");
    properties.put("otel.exporter.otlp.protocol", "http/protobuf");
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.logs.exporter", "none");
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("OTEL_")) {
            properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return properties;
  }

  Open work(String flow, Watch.WorkKind kind, List<Long> messages) {
    String what = kind.name().toLowerCase(Locale.ROOT);
    SpanBuilder span =
        tracer
            .spanBuilder(what + " " + flow)
            .setAttribute("kontor.flow", flow)
            .setAttribute(MESSAGES, messages);
    if (messages.size() == 1) {
      span.setAttribute(MESSAGE, messages.getFirst());
    }
    return open(span);
  }

  Open call(String connection, boolean write) {
    return open(
        tracer
            .spanBuilder((write ? "write " : "read ") + connection)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("kontor.connection", connection));
  }

  /** Both end together, when the work or call does. */
  @SuppressWarnings("MustBeClosedChecker")
  private static Open open(SpanBuilder builder) {
    Span span = builder.startSpan();
    return new Open(span, span.makeCurrent());
  }

  @Override
  public void close() {
    close.run();
  }
}
