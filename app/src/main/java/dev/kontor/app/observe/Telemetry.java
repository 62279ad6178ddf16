package dev.kontor.app.observe;

import dev.kontor.engine.Hub;
import dev.kontor.engine.observe.CallResult;
import dev.kontor.engine.observe.Watch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A hub's metrics and traces. Labels are names from the configuration and of states; message ids
 * stand in traces only, and nothing of a document anywhere.
 */
public final class Telemetry implements Watch, AutoCloseable {

  private static final Duration[] STEPS = {
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(20),
    Duration.ofSeconds(100)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Calls, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Settled, Counter> counters = new ConcurrentHashMap<>();
  private final HubGauges gauges = new HubGauges(registry);
  private final Traces traces;

  private Telemetry(Traces traces) {
    this.traces = traces;
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /**
   * @param environment whose {@code OTEL_*} variables say where traces go; nowhere without them
   */
  public static Telemetry of(Map<String, String> environment) {
    return new Telemetry(Traces.of(environment));
  }

  /** All metrics in Prometheus' text format, with what waits in the hub at this moment. */
  public String scrape(Hub hub) {
    gauges.look(hub);
    return registry.scrape();
  }

  @Override
  public Call call(String connection, boolean write) {
    Timer.Sample began = Timer.start(registry);
    Traces.Open span = traces.call(connection, write);
    return new Call() {
      private CallResult result = CallResult.NO_ANSWER;

      @Override
      public void ended(CallResult answer) {
        result = answer;
      }

      @Override
      public void close() {
        span.end(result.label());
        began.stop(
            timers.computeIfAbsent(new Calls(connection, write, result), Telemetry.this::timer));
      }
    };
  }

  @Override
  public Work work(String flow, WorkKind kind, List<Long> messages) {
    Traces.Open span = traces.work(flow, kind, messages);
    return () -> span.end("");
  }

  @Override
  public <T> Supplier<T> elsewhere(Supplier<T> part) {
    return Context.current().wrapSupplier(part);
  }

  @Override
  public void settled(String flow, String state, String fault) {
    counters.computeIfAbsent(new Settled(flow, state, fault), this::counter).increment();
  }

  @Override
  public void refused(String connection) {
    Counter.builder("kontor.door.refused")
        .description("requests at a door that were not believed")
        .tags("connection", connection)
        .register(registry)
        .increment();
  }

  /**
   * A broker was told what became of a message.
   *
   * @param result accepted, rejected or released
   */
  public void message(String broker, String result) {
    Counter.builder("kontor.broker.messages")
        .description("messages of brokers, by what became of them")
        .tags("connection", broker, "result", result)
        .register(registry)
        .increment();
  }

  /** Putting labels together for each call costs more than counting it. */
  private record Calls(String connection, boolean write, CallResult result) {}

  private record Settled(String flow, String state, String fault) {}

  private Timer timer(Calls calls) {
    return Timer.builder("kontor.calls")
        .description("calls to connected systems")
        .tags("connection", calls.connection(), "kind", calls.write() ? "write" : "read")
        .tag("result", calls.result().label())
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private Counter counter(Settled settled) {
    return Counter.builder("kontor.settled")
        .description("states given to messages")
        .tags("flow", settled.flow(), "state", settled.state(), "fault", settled.fault())
        .register(registry);
  }

  @Override
  public void close() {
    traces.close();
    registry.close();
  }
}
