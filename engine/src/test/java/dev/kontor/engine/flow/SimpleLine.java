package dev.kontor.engine.flow;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.engine.observe.Watch;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The plainest flow there can be: of orders from {@code shop}, through one connection. */
public final class SimpleLine {

  private static final String MAPPING =
      """
      mapping: simple/order.out
      version: 1
      from: model.order
      to: simple.order
      rules:
        - {to: number, path: number}
      """;

  private SimpleLine() {}

  private static HttpResponse<byte[]> unwired(HttpRequest request) {
    throw new IllegalStateException("nothing is asked over the network: " + request.uri());
  }

  /**
   * A connection that calls nothing.
   *
   * @param nanos time of its breaker
   */
  public static Link link(String name, Connector connector, LongSupplier nanos) {
    ConnectionConfig config =
        new ConnectionConfig(
            name,
            "simple",
            new Settings(name, ModelJson.parse("{}")),
            ZoneId.of("Europe/Berlin"),
            "S-",
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    Descriptor descriptor =
        new Descriptor(
            "simple",
            "simple",
            ModelJson.parse("{\"type\": \"object\"}"),
            Map.of(),
            List.of(),
            Duration.ofSeconds(1),
            Duration.ZERO);
    return new Link(
        config,
        descriptor,
        connector,
        new GatedHttp(
            SimpleLine::unwired,
            name,
            Duration.ofSeconds(1),
            Budgets.alone().gate(name, 1, 0),
            new Breaker(nanos),
            Watch.NONE),
        ModelJson.parse("{}"));
  }

  /** From and to the same connection. */
  public static FlowLine of(EntityType type, Link link) {
    FlowConfig config =
        new FlowConfig(
            "orders",
            FlowKind.ORDERS,
            true,
            new FlowConfig.Source("shop", type, null),
            new FlowConfig.Target("erp", type, "simple/order.out"),
            ExportConditions.ALWAYS,
            StockRule.PLAIN,
            null,
            null,
            Duration.ofMinutes(1),
            Duration.ofDays(1));
    return new FlowLine(
        config,
        link,
        link,
        null,
        new MappingCompiler(Map.of(), Set.of())
            .compile(YamlDocument.parse("order.out.yaml", MAPPING), List.of()),
        null,
        null);
  }
}
