package dev.kontor.twin.shopware;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Calls;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.TwinServer;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.shopware.api.AdminApi;
import dev.kontor.twin.shopware.api.SignIn;
import dev.kontor.twin.shopware.control.Control;
import dev.kontor.twin.shopware.control.Truth;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.hooks.Notifications;
import dev.kontor.twin.shopware.schema.Schema;
import dev.kontor.twin.shopware.search.Inheritance;
import dev.kontor.twin.shopware.search.JsonApi;
import dev.kontor.twin.shopware.search.Relations;
import dev.kontor.twin.shopware.search.Search;
import dev.kontor.twin.shopware.search.View;
import dev.kontor.twin.shopware.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A running simulation of a Shopware 6 shop: Admin API, webhooks, and a storefront of its own. */
public final class ShopwareTwin implements AutoCloseable {
  private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(20);

  private final AdminApi api;
  private final Control control;
  private final Truth truth;
  private final Webhooks webhooks;
  private final TwinServer server;
  private @Nullable String address;

  private ShopwareTwin(Options options) throws IOException {
    Schema schema = Schema.of(options.version());
    Tables tables = new Tables(schema, options.clock());
    Keys keys = new Keys(options.clock(), options.seed());
    Relations relations = new Relations(tables);
    Search search = new Search(tables, relations);
    View view = new View(schema, relations, search, new Inheritance(tables));
    Shop shop = Shop.of(tables, keys, options.clock(), options.version(), view);
    seed(shop, options);
    SignIn signIn = new SignIn(options.clock(), options.dials());
    options.clients().forEach(signIn::add);
    this.webhooks = new Webhooks(options.dials(), WEBHOOK_TIMEOUT);
    Notifications notifications =
        Notifications.of(
            tables,
            keys,
            options.clock(),
            signIn,
            webhooks,
            options.version().release(),
            options.retryPauses(),
            this::address);
    this.api =
        new AdminApi(shop, signIn, options.version(), search, view, new JsonApi(schema, relations));
    this.truth = new Truth(shop);
    this.control = new Control(shop, notifications.apps(), signIn);
    this.server =
        TwinServer.start(
            options.host(), options.port(), options.dials(), options.clock(), this::handle);
    this.address = server.uri().toString();
  }

  /** Throws IOException when the address cannot be bound. */
  public static ShopwareTwin start(Options options) throws IOException {
    return new ShopwareTwin(options);
  }

  private static void seed(Shop shop, Options options) {
    shop.tables()
        .transact(
            () -> {
              shop.catalogue().configure();
              shop.catalogue().add(options.catalogue());
              if (options.vertical()) {
                ObjectNode channel = shop.lookup().salesChannel();
                shop.tables()
                    .updateSilently(
                        "sales_channel",
                        Values.required(channel, "id"),
                        Json.object().put("taxCalculationType", "vertical"));
              }
              return shop;
            });
  }

  private Answer handle(Call call) throws Exception {
    if (call.path().startsWith("/api/")) {
      return api.handle(call);
    }
    if (call.path().startsWith("/_twin/")) {
      return control.handle(call);
    }
    if (call.path().startsWith("/media/")) {
      return api.file(call);
    }
    return Answer.text(404, "Not Found");
  }

  private String address() {
    return String.valueOf(address);
  }

  /** Base address without trailing slash. */
  public URI uri() {
    return server.uri();
  }

  /** What the shop knows, for proofs. */
  public Truth truth() {
    return truth;
  }

  public Dials dials() {
    return server.dials();
  }

  public Calls calls() {
    return server.calls();
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
  }
}
