package dev.kontor.engine.capture;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.GatedHttp;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.StockRule;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.engine.observe.Watch;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Writer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A shop that tells which orders changed and never what they are, and fails when told to. */
final class PolledShop implements Connector, Reader {

  private static final String MAPPING =
      """
      mapping: polled/order.out
      version: 1
      from: model.order
      to: polled.order
      rules:
        - {to: number, path: number}
      """;

  private final List<Document> changes = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final FlowLine line = line(link());
  private @Nullable RuntimeException failure;
  private int asked;

  private static HttpResponse<byte[]> unwired(HttpRequest request) {
    throw new IllegalStateException("nothing is asked over the network: " + request.uri());
  }

  private Link link() {
    ConnectionConfig config =
        new ConnectionConfig(
            "shop",
            "polled",
            new Settings("shop", ModelJson.parse("{}")),
            ZoneId.of("Europe/Berlin"),
            "S-",
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    Descriptor descriptor =
        new Descriptor(
            "polled",
            "polled",
            ModelJson.parse("{\"type\": \"object\"}"),
            Map.of(),
            List.of(),
            Duration.ofSeconds(1),
            Duration.ZERO);
    return new Link(
        config,
        descriptor,
        this,
        new GatedHttp(
            PolledShop::unwired,
            "shop",
            Duration.ofSeconds(1),
            Budgets.alone().gate("shop", 1, 0),
            Watch.NONE),
        new Breaker(nanos::get),
        ModelJson.parse("{}"));
  }

  private static FlowLine line(Link link) {
    FlowConfig config =
        new FlowConfig(
            "orders",
            FlowKind.ORDERS,
            true,
            new FlowConfig.Source("shop", EntityType.ORDER, null),
            new FlowConfig.Target("erp", EntityType.ORDER, "polled/order.out"),
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

  FlowLine line() {
    return line;
  }

  void changed(String id, String version) {
    changes.add(new Document(EntityType.ORDER, id, id, version, Instant.EPOCH, false, null));
  }

  void fails(RuntimeException how) {
    failure = how;
  }

  void works() {
    failure = null;
  }

  /** Lets time pass for the connection's breaker. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  int asked() {
    return asked;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    asked++;
    if (failure != null) {
      throw failure;
    }
    int start = from == null ? 0 : Integer.parseInt(from.value());
    return new Page(
        changes.subList(start, changes.size()), new Cursor(String.valueOf(changes.size())), false);
  }

  @Override
  public List<Document> find(Identity identity) {
    throw new AssertionError("a poll reads no document");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new AssertionError("a poll lists no keys");
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.of(this);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }
}
